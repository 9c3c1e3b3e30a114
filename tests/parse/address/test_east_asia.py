"""East Asian addresses: the country that their script tells."""

from __future__ import annotations

import pytest

from cardscan.parse.address.east_asia import east_asian_belief, east_asian_country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("大阪府大阪市例町1-2", "JP"),
        ("例町1丁目2番 サンプルビル", "JP"),
        ("台北市示例路四段15號3樓", "TW"),
        ("北京市示例路88号", "CN"),
        ("서울시 강남구 예시로 1", "KR"),
        ("示例路", None),
    ],
)
def test_script_and_words_tell_the_country(text: str, country: str | None) -> None:
    assert east_asian_country(text) == country


def test_each_step_of_the_way_adds_to_the_belief() -> None:
    beliefs = [east_asian_belief(text) for text in ("示例市", "示例市示例区", "示例市示例区示例路8号")]
    assert beliefs == sorted(set(beliefs))


def test_running_text_is_no_address() -> None:
    assert east_asian_belief("例市の北の区の町の名を書いてください。12号") == 0.0
