from __future__ import annotations

import pytest
from written_lines import line, lines

from cardscan.parse.finders.email import find_emails


def values(*texts: str) -> list[str | None]:
    return [candidate.value for candidate in find_emails(lines(*texts))]


def codes(*texts: str) -> list[list[str]]:
    return [[issue.code for issue in candidate.issues] for candidate in find_emails(lines(*texts))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("jane.doe@example.com", "jane.doe@example.com"),
        ("Email: Jane.Doe@Example.COM.", "jane.doe@example.com"),
        ("E-mail:jane@example.com", "jane@example.com"),
        ("EMAIL jane@example.com", "jane@example.com"),
        ("e: jane@example.org", "jane@example.org"),
        ("E-mailoffice@example.com", "office@example.com"),
        ("Emailinfo@example.com", "info@example.com"),
        ("E-mailninfo@example.com", "info@example.com"),
        ("email@example.com", "email@example.com"),
        ("mailroom@example.com", "mailroom@example.com"),
        ("emailmarketing@example.com", "emailmarketing@example.com"),
        ("s. tan @ example. com", "s.tan@example.com"),
        ("jane_ doe@example.com", "jane_doe@example.com"),
        ("jane@example.co .uk", "jane@example.co.uk"),
        ("jane(at)example.com", "jane@example.com"),
        ("jane [at] example.com", "jane@example.com"),
        ("jane＠example．com", "jane@example.com"),
        ("jane@example.comTel: 020 7946 0958", "jane@example.com"),
        ("jane@sub.example.test (email)", "jane@sub.example.test"),
        ("jane@example.com. Call us", "jane@example.com"),
        ("Anytown-12345. jane.doe@example.com", "jane.doe@example.com"),
    ],
)
def test_address_is_found_as_it_was_meant(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize("sign", [" / ", ", ", "; ", " | ", " ", "/"])
def test_two_addresses_on_a_line_are_both_found(sign):
    assert values(f"jane@example.com{sign}joe@example.org") == ["jane@example.com", "joe@example.org"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("jane.doe@", "example.com"),
        ("jane.doe@example.", "com"),
        ("jane.doe@example", ".com"),
        ("jane.doe@exam", "ple.com"),
        ("jane.", "doe@example.com"),
        ("Email: jane.doe", "@example.com"),
    ],
)
def test_address_broken_over_two_lines_is_joined(first, second):
    (candidate,) = find_emails(lines(first, second))
    assert candidate.value == "jane.doe@example.com"
    assert candidate.lines == (0, 1)


def test_second_half_is_found_below_when_another_column_is_read_in_between():
    (candidate,) = find_emails(
        [line("jane.doe@"), line("Sales", left=600), line("example.com", top=40)],
    )
    assert candidate.value == "jane.doe@example.com"
    assert candidate.lines == (0, 2)


def test_complete_address_does_not_swallow_the_website_below():
    assert values("jane@example.com", "www.example.com") == ["jane@example.com"]


def test_glued_label_is_not_in_doubt_when_the_card_prints_the_name():
    assert codes("Jane Tan", "E-mailjane@example.com") == [[]]


def test_glued_label_is_in_doubt_when_nothing_confirms_the_first_letters():
    (candidate,) = find_emails(lines("E-mailqzane@example.com"))
    assert [(issue.code, issue.doubt) for issue in candidate.issues] == [("email-label-glued", True)]


def test_letter_before_a_dot_is_a_label_where_other_lines_have_such_labels():
    assert values("T. 020 7946 0958", "E.jane@example.com") == ["jane@example.com"]


def test_letter_before_a_dot_is_an_initial_where_no_other_line_has_labels():
    assert values("Eve Doe", "E.doe@example.com") == ["e.doe@example.com"]


@pytest.mark.parametrize(
    "text", ["jane©example.com", "jane®example.com", "jane(a)example.com", "janeQexample.com"]
)
def test_misread_sign_is_repaired_when_the_website_has_the_same_domain(text):
    (candidate,) = find_emails(lines(text, "www.example.com"))
    assert candidate.value == "jane@example.com"
    assert candidate.raw == text
    assert [(issue.code, issue.doubt) for issue in candidate.issues] == [("email-repaired", True)]


def test_misread_sign_without_a_second_source_has_no_value():
    (candidate,) = find_emails(lines("jane©example.com"))
    assert candidate.value is None
    assert [issue.code for issue in candidate.issues] == ["email-not-readable"]


@pytest.mark.parametrize("host", ["examplecom", "exampIe,com", "example com"])
def test_missing_dot_is_repaired_when_the_website_has_the_same_domain(host):
    (candidate,) = find_emails(lines(f"jane@{host}", "www.example.com"))
    assert candidate.value == "jane@example.com"
    assert [issue.code for issue in candidate.issues] == ["email-repaired"]


def test_missing_dot_without_a_second_source_has_no_value():
    (candidate,) = find_emails(lines("mail: jane@example com"))
    assert candidate.value is None
    assert candidate.raw == "jane@example com"


def test_labelled_text_without_a_sign_keeps_its_raw_text():
    (candidate,) = find_emails(lines("Email: jane.doe.example.com"))
    assert (candidate.raw, candidate.value) == ("jane.doe.example.com", None)


def test_domain_one_letter_from_the_websites_is_in_doubt():
    (candidate,) = find_emails(lines("jane@exampl.com", "www.example.com"))
    assert candidate.value == "jane@exampl.com"
    assert [(issue.code, issue.doubt) for issue in candidate.issues] == [("email-domain-differs", True)]


def test_unknown_top_level_domain_keeps_the_value_in_doubt():
    (candidate,) = find_emails(lines("jane@example.qqqq"))
    assert candidate.value == "jane@example.qqqq"
    assert [(issue.code, issue.doubt) for issue in candidate.issues] == [("email-odd-domain", True)]


def test_capital_amid_an_unfamiliar_local_part_is_in_doubt():
    assert codes("ScaQzane@example.com") == [["email-odd-local"]]


def test_capital_that_begins_a_printed_name_is_not_in_doubt():
    assert codes("Jane Doe", "JaneDoe@example.com") == [[]]


def test_address_printed_twice_becomes_one_candidate_with_both_places():
    (candidate,) = find_emails(lines("jane@example.com", "Jane Doe", "JANE@example.com"))
    assert candidate.lines == (0, 2)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("@janedoe", "a handle has no local part"),
        ("jane@chat", "a chat name has no domain"),
        ("3 apples @ 2 each", "a price is no domain"),
        ("Jane Doe", "no sign at all"),
        ("©2026 Example Ltd.", "a copyright notice"),
    ],
)
def test_text_that_is_no_address_gives_nothing(text, why):
    assert find_emails(lines(text)) == (), why


def test_raw_text_is_what_the_spans_hold():
    texts = lines("Email: s. tan @ example. com")
    (candidate,) = find_emails(texts)
    (span,) = candidate.spans
    assert texts[0].text[span.start : span.end] == candidate.raw == "s. tan @ example. com"


@pytest.mark.parametrize("form", ["Sp. z o.o.", "b.v.", "s.c.", "& co.", "k.s."])
def test_legal_form_on_the_line_above_is_no_part_of_an_email(form):
    assert values(f"Whitsun Foods {form}", "office@example.com") == ["office@example.com"]


def test_local_part_that_breaks_at_a_dot_goes_on_below():
    assert values("E-mail jane.", "winter@example.com") == ["jane.winter@example.com"]
