from __future__ import annotations

import pytest

from cardscan.parse.record import Issue
from cardscan.parse.validators.email import check_email


@pytest.mark.parametrize(
    ("text", "value", "registered"),
    [
        ("Jane.Doe@Example.com", "jane.doe@example.com", "example.com"),
        ("jane+cards@mail.example.co.uk", "jane+cards@mail.example.co.uk", "example.co.uk"),
        ("jane@host.test", "jane@host.test", "host.test"),
        ("jane@company.example", "jane@company.example", "company.example"),
        ("jane@example.qqqq", "jane@example.qqqq", None),
    ],
)
def test_well_formed_address_is_accepted(text, value, registered):
    checked = check_email(text)
    assert (checked.value, checked.registered_domain) == (value, registered)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("jane.example.com", "no @"),
        ("jane@", "no domain"),
        ("jane@example", "no dot in the domain"),
        ("jane..doe@example.com", "two dots"),
        ("jane doe@example.com", "a space"),
        ("jané@example.com", "an accent, which printed addresses hardly ever have"),
        ("", "nothing"),
    ],
)
def test_malformed_address_gives_an_issue_with_a_sentence(text, why):
    issue = check_email(text)
    assert isinstance(issue, Issue), why
    assert issue.code == "email-not-valid"
    assert issue.doubt
    assert issue.message.endswith(".")
