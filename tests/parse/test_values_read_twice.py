"""A value that two readings give differently is in doubt."""

from dataclasses import replace

import pytest

from cardscan import geometry
from cardscan.ocr.record import CardImage, Reading, TextLine, WordBox
from cardscan.parse.contact import parse_reading
from cardscan.parse.finders.email import find_emails
from cardscan.parse.record import Field
from cardscan.parse.second_reading import better_read, compared

PLACE = geometry.rectangle(0, 0, 400, 40)


def line(text, again):
    words = (WordBox(text=text, quad=PLACE, confidence=0.9, piece=0),)
    return TextLine(text=text, quad=PLACE, words=words, confidence=0.9, again=again)


def field(kind, raw, value=None):
    return Field(kind=kind, raw=raw, value=value or raw, confidence=0.96, lines=(0,))


@pytest.mark.parametrize(
    ("kind", "raw", "value", "again"),
    [
        ("email", "jane@harbour.example", None, "jane@harbuor.example"),
        ("phone", "020 7946 0958", "+44 20 7946 0958", "020 7946 0968"),
        ("website", "harbour.example", None, "www.harbuor.example"),
        ("email", "jane@quay.co", None, "jane@quay.com"),
        ("website", "quay.com", None, "www.quay.com.au"),
        ("phone", "+49 30 123456", None, "+49 30 1234567"),
    ],
)
def test_a_value_that_comes_out_differently_is_in_doubt(kind, raw, value, again):
    doubted = compared(field(kind, raw, value), [line(raw, again)])
    (issue,) = doubted.issues
    assert issue.doubt
    assert again.removeprefix("www.") in issue.message
    assert doubted.confidence == 0.5


@pytest.mark.parametrize(
    ("kind", "raw", "again", "message"),
    [
        (
            "email",
            "j.tan@quay.example",
            "E-mail j.tam@quay.example",
            "the two readings differ in one letter: 'j.tan@quay.example' / 'j.tam@quay.example'",
        ),
        (
            "phone",
            "020 7946 0958",
            "T 020 7946 0669",
            "the two readings differ in 3 digits: '020 7946 0958' / '020 7946 0669'",
        ),
        (
            "email",
            "j.tan@quay.example",
            "0ooam quay",
            "'j.tan@quay.example' was read a second time as '0ooam quay'",
        ),
    ],
)
def test_the_reason_says_where_two_readings_differ(kind, raw, again, message):
    (issue,) = compared(field(kind, raw), [line(raw, again)]).issues
    assert issue.message.partition(";")[0] == message


@pytest.mark.parametrize(
    ("kind", "raw", "value", "again"),
    [
        ("email", "jane@harbour.example", None, "E-mail: JANE@harbour.example"),
        ("email", "jane@ harbour.example", "jane@harbour.example", "jane@harbour .example"),
        ("email", "jane@harbour,example", "jane@harbour.example", "jane@harbour.example"),
        ("phone", "020 7946 0958", "+44 20 7946 0958", "Tel (020) 7946-0958"),
        ("phone", "020 7946 0958", "+44 20 7946 0958", "０２０ 7946 0958"),
        ("website", "harbour.example", None, "www.Harbour.example"),
        ("website", "harbour.example", None, "www.harbour.example/bread."),
        ("email", "jane@harbour.example", None, "jane@harbour.example携帯090"),
        ("phone", "020 7946 0958", None, "T 020 7946 0958 020 7946 0959"),
        ("phone", "o131 496 092o", "+44 131 496 0920", "0131 496 0920 | Leith"),
    ],
)
def test_a_value_that_comes_out_alike_stays_as_it_was(kind, raw, value, again):
    first = field(kind, raw, value)
    assert compared(first, [line(raw, again)]) == first


def test_a_value_that_was_not_read_again_stays_as_it_was():
    first = field("email", "jane@harbour.example")
    assert compared(first, [line("jane@harbour.example", "")]) == first


def test_of_a_value_on_two_lines_the_one_that_was_not_read_again_counts_as_it_was():
    lines = [line("jane@", "jane@"), line("harbour.example", "")]
    first = replace(field("email", "jane@ harbour.example", "jane@harbour.example"), lines=(0, 1))
    assert compared(first, lines) == first
    assert compared(first, [line("jane@", "jame@"), lines[1]]).issues


def test_other_fields_are_not_compared():
    first = field("title", "Head of Bread, tel. 555-0142")
    assert compared(first, [line("Head of Bread, tel. 555-0142", "Head of Beer")]) == first


def test_a_long_second_reading_is_shown_in_part():
    again = "0a©e at narbuur " + 20 * "Quay Street "
    (issue,) = compared(field("email", "jane@harbour.example"), [line("jane@harbour.example", again)]).issues
    assert repr(again[:60]) in issue.message
    assert len(issue.message) < 160


def contact_of(*lines):
    """The contact of a card with these lines, one below the other."""
    image = CardImage(
        number=1,
        page=1,
        quad=geometry.rectangle(0, 0, 800, 480),
        card_from_photo=((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
        width_px=800,
        height_px=480,
        found_by="quad",
    )
    placed = [
        replace(one, quad=geometry.rectangle(40, 40 + 60 * row, 400, 80 + 60 * row))
        for row, one in enumerate(lines)
    ]
    return parse_reading(Reading(card=image, lines=tuple(placed), reader="rapidocr"))


@pytest.mark.parametrize(
    ("kind", "text", "again", "value"),
    [
        ("email", "jane.marlowe@quay.co uk", "jane.marlowe@quay.co.uk", "jane.marlowe@quay.co.uk"),
        ("phone", "Tel +44 20 7946 095", "Tel +44 20 7946 0958", "+44 20 7946 0958"),
    ],
)
def test_of_two_readings_the_one_that_passes_more_checks_wins_in_doubt(kind, text, again, value):
    contact = contact_of(line("Jane Marlowe", ""), line(text, again))
    (found,) = contact.all(kind)
    assert found.value == value
    assert f"{kind}-read-twice" in [issue.code for issue in found.issues]
    assert contact.needs_review


def test_of_two_readings_that_pass_alike_the_first_is_taken():
    contact = contact_of(line("Jane Marlowe", ""), line("jane@harbour.example", "jane@harbuor.example"))
    assert contact.first("email").value == "jane@harbour.example"


def test_a_second_reading_with_other_values_is_not_taken():
    contact = contact_of(line("Jane Marlowe", ""), line("T 020 7946 095", "T 020 7946 0958 020 7946 0959"))
    assert len(contact.all("phone")) == 1


@pytest.mark.parametrize(
    ("again", "times"), [("", 0), ("jane@harbour.example", 0), ("jane@harbuor.example", 1)]
)
def test_a_card_is_checked_no_more_often_than_a_better_reading_is_possible(again, times):
    seen = []

    def check(lines):
        seen.append(lines)
        return find_emails(lines)

    better_read([line("jane@harbour.example", again) for _ in range(9)], check)
    assert len(seen) == times
