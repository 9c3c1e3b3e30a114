from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cardscan.errors import RecordError
from cardscan.evaluate.truth import load_truth

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "these are no labels"),
        ("[3]", "these are no labels"),
        ('[{"kind": "photo"}]', "'file'"),
        ('[{"file": "a.jpg", "fields": 3}]', "these are no labels"),
    ],
)
def test_file_without_labels_is_refused(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "truth.json"
    path.write_text(text)
    with pytest.raises(RecordError, match=sentence):
        load_truth(path)


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="it cannot be read"):
        load_truth(tmp_path / "truth.json")


def test_card_inherits_the_country_of_its_picture(tmp_path: Path) -> None:
    path = tmp_path / "truth.json"
    path.write_text(
        '[{"file": "x/a.jpg", "country": "GB", "cards": [{"phones": [{"text": "020 7946 0958"}]}]}]'
    )
    (photo,) = load_truth(path)
    assert (photo.name, photo.cards[0].of("phone")) == ("a.jpg", ("+442079460958",))
