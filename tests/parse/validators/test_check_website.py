from __future__ import annotations

import pytest

from cardscan.parse.record import Issue
from cardscan.parse.validators.website import check_website


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("www.Example.com", "www.example.com"),
        ("HTTP://www.Example.com/Team/", "http://www.example.com/Team"),
        ("example.com.", "example.com"),
        ("example.com:8080/a?b=1", "example.com:8080/a?b=1"),
    ],
)
def test_web_address_is_accepted_in_its_printed_form(text, value):
    assert check_website(text).value == value


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("example", "no dot"),
        ("www.exa mple.com", "a space"),
        ("-a.com", "a hyphen first"),
        ("a..com", "an empty label"),
        ("", "nothing"),
    ],
)
def test_other_text_gives_an_issue(text, why):
    issue = check_website(text)
    assert isinstance(issue, Issue), why
    assert issue.code == "website-not-valid"


def test_unknown_suffix_is_accepted_and_told():
    assert check_website("www.example.qqqq").registered_domain is None
