from __future__ import annotations

import pytest

from cardscan.evaluate.keys import email_key, name_key, phone_key, plain_key, website_key


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Dr.-Ing. Ada Winter", "ada winter"),
        ("Dr. Jo HART", "jo hart"),
        ("Jo Hart, PhD", "jo hart"),
        ("Jo Hart MBA", "jo hart"),
        ("Jo (Joanna) Hart", "jo hart"),
        ("Jo O\u2019Hart-Lee", "jo o'hart-lee"),
        ("Ms Sr", "sr"),
        ("山田 太郎", "山田太郎"),
    ],
)
def test_name_is_bare(printed: str, key: str) -> None:
    assert name_key(printed) == key


def test_name_in_a_queue_keeps_what_follows_a_comma() -> None:
    assert name_key("Hart, Jo", printed=False) == "hart jo"


@pytest.mark.parametrize(
    ("text", "country", "key"),
    [
        ("+44 (20) 7946-0958", None, "+442079460958"),
        ("020 7946 0958", "GB", "+442079460958"),
        ("44 20 7946 0958", "GB", "+442079460958"),
        ("020 7946 0958", None, "02079460958"),
        ("7946 0958 ext 12", "GB", "79460958"),
        ("+44 20", None, "4420"),
        ("  ", "GB", ""),
    ],
)
def test_phone_is_e164_where_that_is_sure_and_digits_otherwise(text: str, country: str, key: str) -> None:
    assert phone_key(text, country) == key


@pytest.mark.parametrize(
    "text", ["https://www.quay.example/team/", "HTTP://quay.example/team", "quay.example /team"]
)
def test_website_is_host_and_path(text: str) -> None:
    assert website_key(text) == "quay.example/team"


def test_email_is_lower_case_without_spaces() -> None:
    assert email_key("Jo @Quay.example") == "jo@quay.example"


def test_plain_text_is_words() -> None:
    assert plain_key("Sales & Marketing,  \uff35\uff2b") == "sales marketing uk"
