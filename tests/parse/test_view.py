from __future__ import annotations

from dataclasses import replace

import pytest
from written_lines import line, lines

from cardscan.parse.candidate import Candidate, Span
from cardscan.parse.view import view_card


def view(card, *taken, evidence=lambda _: 0.0):
    return view_card(card, card_height_px=400, taken=taken, address_evidence=evidence)


def taken(kind, text, *, index=0, start=0):
    span = Span(line=index, start=start, end=start + len(text))
    return Candidate(kind=kind, raw=text, value=text, spans=(span,))


def texts(card, *candidates):
    return [segment.text for segment in view(card, *candidates).segments]


def test_what_is_taken_is_struck_out():
    card = lines("Ada Winter ada@example.com")
    assert texts(card, taken("email", "ada@example.com", start=11)) == ["Ada Winter"]


def test_label_of_what_is_taken_is_struck_out_too():
    card = lines("E-mail: ada@example.com")
    assert texts(card, taken("email", "ada@example.com", start=8)) == []


@pytest.mark.parametrize("mark", ["Scanned with CamScanner", "CS CamScanner", "Shutterstock"])
def test_watermark_is_no_text_of_the_card(mark):
    assert texts(lines("Ada Winter", mark)) == ["Ada Winter"]


@pytest.mark.parametrize(
    "text", ["Ada Winter | Sales Manager", "Ada Winter • Sales Manager", "Ada Winter   Sales Manager"]
)
def test_separator_cuts_a_line_in_two(text):
    assert texts(lines(text)) == ["Ada Winter", "Sales Manager"]


@pytest.mark.parametrize("text", ["Sales/Marketing", "Hart-Ellison, Jo", "Research & Development"])
def test_hyphen_slash_and_comma_do_not_cut(text):
    assert texts(lines(text)) == [text]


def test_single_latin_letter_is_a_speck():
    assert texts(lines("n", "林")) == ["林"]


def test_illegible_line_is_left_out():
    assert texts([replace(line("Ada Winter"), confidence=0.3)]) == []


def test_segment_knows_its_place_in_the_line():
    card = lines("E: ada@example.com | Ada Winter")
    (segment,) = view(card, taken("email", "ada@example.com", start=3)).segments
    assert card[0].text[segment.start : segment.end] == segment.text == "Ada Winter"


def test_equal_texts_on_one_line_have_places_of_their_own():
    first, second = view(lines("Tools | Tools")).segments
    assert (first.start, second.start) == (0, 8)


def test_segment_is_alone_where_nothing_else_stands_on_its_line():
    assert [segment.alone for segment in view(lines("Ada Winter", "One | Two")).segments] == [
        True,
        False,
        False,
    ]


def test_height_is_measured_in_usual_lines():
    card = [line("LARGE", height=60), line("one", top=80), line("two", top=120)]
    assert [segment.height for segment in view(card).segments] == [2.0, 1.0, 1.0]


def test_mailbox_of_a_person_is_known_and_that_of_an_office_is_not():
    card = lines("Ada.Winter@example.com", "info@example.com")
    both = (taken("email", "Ada.Winter@example.com"), taken("email", "info@example.com", index=1))
    assert view(card, *both).mailboxes == ("ada.winter",)


@pytest.mark.parametrize(
    ("kind", "text", "domains"),
    [
        ("email", "ada@northwind.example", ("northwind",)),
        ("website", "https://www.northwind.example/shop", ("northwind",)),
        ("website", "northwind.github.io", ("northwind",)),
        ("email", "ada@gmail.com", ()),
        ("email", "ada@t-online.de", ()),
        ("phone", "northwind.example", ()),
    ],
)
def test_domain_names_the_company_unless_it_is_a_mail_providers(kind, text, domains):
    assert view(lines(text), taken(kind, text)).domains == domains


def test_next_below_is_the_segment_under_it_in_its_column():
    card = [line("Oats"), line("Rye", left=600, top=36), line("Wheat", top=40), line("Barley", top=300)]
    seen = view(card)
    oats, _, wheat, barley = seen.segments
    assert seen.next_below(oats) == wheat
    assert seen.next_above(wheat) == oats
    assert seen.next_below(wheat) is None
    assert seen.next_above(barley) is None


def test_address_evidence_is_that_of_the_whole_line():
    card = lines("12 Sample Street", "Ada Winter")
    assert view(card, evidence=lambda text: float("Street" in text)).address == (1.0, 0.0)


def test_card_without_lines_has_no_segments():
    assert view([]).segments == ()
