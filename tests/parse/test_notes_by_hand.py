"""What is written by hand becomes notes, never a field of the print."""

from dataclasses import replace

import pytest
from written_card import reading

from cardscan.parse.back import parse_back
from cardscan.parse.contact import parse_reading

CARD = ("#Ada Winter", "Web Developer", "Northwind Tools Ltd", "ada@northwind.example", "northwind.example")


def written_on(*notes, place, texts=CARD):
    """A card's reading with notes by hand, each with the reader's belief, before a line of the print."""
    lines = [text for text, _ in notes]
    whole = reading(*texts[:place], *lines, *texts[place:])
    beliefs = dict(enumerate((belief for _, belief in notes), start=place))
    return replace(
        whole,
        lines=tuple(
            replace(line, by_hand=True, confidence=beliefs[index]) if index in beliefs else line
            for index, line in enumerate(whole.lines)
        ),
    )


def notes(contact):
    return [field.text for field in contact.all("note")]


def issues(contact):
    return [issue.code for issue in (*contact.issues, *(i for f in contact.fields for i in f.issues))]


def test_each_line_by_hand_is_a_note():
    contact = parse_reading(written_on(("call Tue", 0.99), ("wants quote", 0.99), place=3))
    assert notes(contact) == ["call Tue", "wants quote"]
    assert issues(contact) == []


@pytest.mark.parametrize("note", ["Tom Fenwick", "Sales Manager", "tom@quayside.example", "020 7946 0958"])
def test_a_note_gives_no_field_of_the_print(note):
    plain, noted = parse_reading(reading(*CARD)), parse_reading(written_on((note, 0.99), place=0))
    assert [(field.kind, field.text) for field in noted.fields] == [
        *((field.kind, field.text) for field in plain.fields),
        ("note", note),
    ]


@pytest.mark.parametrize("place", range(len(CARD) + 1))
def test_fields_keep_to_their_own_lines(place):
    read = written_on(("call Tue", 0.99), place=place)
    contact = parse_reading(read)
    for field in contact.fields:
        assert [read.lines[index].text for index in field.lines] == [field.raw]
    assert contact.unassigned == ()


def test_a_doubtful_note_asks_to_look_at_the_card():
    contact = parse_reading(written_on(("calk Tie", 0.8), place=2))
    (note,) = contact.all("note")
    assert note.issues[0].message == "handwriting, read as well as possible: look at the card"
    assert not contact.needs_review


def test_what_cannot_be_read_is_still_told():
    contact = parse_reading(written_on(("wmn", 0.3), place=2))
    assert notes(contact) == []
    assert contact.issues[-1].message == "there is handwriting on the card"
    assert contact.unassigned == (2,)
    assert not contact.needs_review


def test_handwriting_makes_no_card_of_a_picture():
    contact = parse_reading(written_on(("Ada Winter", 0.99), place=1, texts=("Menu", "Soup of the day")))
    assert contact.fields == ()
    assert contact.unassigned == (0, 1, 2)


def test_the_back_of_a_card_has_its_notes():
    read = written_on(("met at the bar", 0.99), place=1, texts=("Northwind Tools Ltd",))
    back = parse_back(read)
    assert notes(back) == ["met at the bar"]
    assert back.first("company").lines == (0,)
