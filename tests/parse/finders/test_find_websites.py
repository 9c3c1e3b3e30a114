from __future__ import annotations

import pytest
from written_lines import line, lines

from cardscan.parse.finders.email import find_emails
from cardscan.parse.finders.website import find_websites


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("www.example.com", "www.example.com"),
        ("WWW.EXAMPLE.COM", "www.example.com"),
        ("http://www.example.com/", "http://www.example.com"),
        ("https://example.org/Team.", "https://example.org/Team"),
        ("http ://www.example.com", "http://www.example.com"),
        ("http:/www.example.com", "http://www.example.com"),
        ("https:www.example.com", "https://www.example.com"),
        ("www example.com", "www.example.com"),
        ("www.example. com", "www.example.com"),
        ("wwwexample.com", "www.example.com"),
        ("Web:www.example.com", "www.example.com"),
        ("URL http://www.example.com", "http://www.example.com"),
        ("ホームページ：www.example.com", "www.example.com"),
        ("HP www．example．com", "www.example.com"),
        ("example.com", "example.com"),
        ("Example.com", "example.com"),
        ("EXAMPLE.COM", "example.com"),
        ("example.co.uk/team", "example.co.uk/team"),
        ("example.org (web)", "example.org"),
        ("www.example.com | Jane", "www.example.com"),
        ("www.example.com:8080/a", "www.example.com:8080/a"),
    ],
)
def test_address_is_found_in_its_printed_form(text, value):
    (candidate,) = find_websites(lines(text))
    assert (candidate.kind, candidate.value) == ("website", value)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Web Developer", "a job"),
        ("e.g. this", "an abbreviation"),
        ("Example Co.Ltd", "a legal form"),
        ("EXAMPLE PVT.LTD", "a legal form in capitals"),
        ("St.James", "a place"),
        ("Dr.Li", "a title before a name"),
        ("M.Tech, B.Com", "degrees"),
        ("B.COM", "a degree in capitals"),
        ("10.30", "a time"),
        ("Like us.In town", "a lost space after a full stop"),
    ],
)
def test_ordinary_text_with_a_dot_is_no_website(text, why):
    assert find_websites(lines(text)) == (), why


def test_domain_of_an_email_is_no_website():
    card = lines("jane@example.com")
    taken = [span for email in find_emails(card) for span in email.spans]
    assert find_websites(card, taken) == ()


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        ("www.example.com/", "people/jane", "www.example.com/people/jane"),
        ("www.example.", "com", "www.example.com"),
        ("http://www.example.com/long-", "path", "http://www.example.com/long-path"),
    ],
)
def test_address_broken_over_two_lines_is_joined(first, second, value):
    (candidate,) = find_websites(lines(first, second))
    assert candidate.value == value
    assert candidate.lines == (0, 1)


def test_word_below_a_complete_address_is_not_joined():
    (candidate,) = find_websites(lines("www.example.com", "London"))
    assert candidate.value == "www.example.com"


def test_second_half_is_not_read_as_an_address_of_its_own():
    assert len(find_websites(lines("www.example.com/", "people/jane.com"))) == 1


def test_comma_for_a_dot_is_put_right_and_said():
    (candidate,) = find_websites(lines("www.example,com"))
    assert candidate.value == "www.example.com"
    assert [issue.code for issue in candidate.issues] == ["website-repaired"]


def test_capital_i_is_repaired_when_the_email_has_the_domain_with_an_l():
    card = [line("jane@laurel.example"), line("www.Iaurel.example", top=40)]
    taken = [span for email in find_emails(card) for span in email.spans]
    (candidate,) = find_websites(card, taken)
    assert candidate.value == "www.laurel.example"
    assert [issue.code for issue in candidate.issues] == ["website-repaired"]


def test_unknown_top_level_domain_is_kept_and_said():
    (candidate,) = find_websites(lines("www.jane/team.com"))
    assert candidate.value == "www.jane/team.com"
    assert [issue.code for issue in candidate.issues] == ["website-odd-domain"]


def test_unreadable_host_keeps_its_raw_text_without_value():
    (candidate,) = find_websites(lines("wwwnexamplencom"))
    assert (candidate.value, candidate.raw) == (None, "wwwnexamplencom")


@pytest.mark.parametrize(
    "text",
    [
        "www.linkedin.com/in/janedoe",
        "https://www.facebook.com/example",
        "instagram.com/janedoe",
        "x.com/janedoe",
        "github.com/janedoe",
        "https://wa.me/447700900123",
    ],
)
def test_profile_at_a_social_network_is_social(text):
    (candidate,) = find_websites(lines(text))
    assert (candidate.kind, candidate.value) == ("social", text)


def test_project_at_a_code_host_is_a_website():
    (candidate,) = find_websites(lines("https://github.com/janedoe/project"))
    assert candidate.kind == "website"


def test_address_printed_twice_becomes_one_candidate():
    (candidate,) = find_websites(lines("www.example.com", "Jane", "www.example.com"))
    assert candidate.lines == (0, 2)
