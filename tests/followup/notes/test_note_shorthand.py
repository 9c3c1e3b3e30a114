from __future__ import annotations

import string
import time
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardscan.followup.notes.record import Wish
from cardscan.followup.notes.shorthand import understand

FRIDAY = date(2026, 11, 20)
FREE = (date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1))
SCRIBBLES = tomllib.loads(Path(__file__).with_name("scribbles.toml").read_text(encoding="utf-8"))
NOT_UNDERSTOOD = {
    "visit their plant in Dec": "a plant may be in Dec",
    "Meeting booked 9/12/2026": "9/12 can be two days",
    "call 1st week of Dec": "weeks of a month are not known",
    "said yes to demo on 2 Dec": "'yes to' may be to anything",
    "Café de la Gare": "a name that begins like a wish",
}


def working(day: date) -> date:
    """The first working day on or after ``day``."""
    while day.weekday() > 4 or day in FREE:
        day += timedelta(days=1)
    return day


def understood(
    note: str, languages: tuple[str, ...] = ("en",), said_on: date = FRIDAY, after: date | None = None
) -> Wish:
    return understand(note, said_on=said_on, after=after or said_on, languages=languages, working=working)


def rows(part: str) -> list[tuple[str, ...]]:
    return [
        tuple(cell.strip() for cell in line.rsplit(" | ", 4)) for line in SCRIBBLES[part].strip().splitlines()
    ]


def shown(wish: Wish) -> tuple[str, ...]:
    other = "no" if wish.not_interested else {True: "yes", False: "none", None: "-"}[wish.answered]
    return (wish.priority or "-", wish.next_action or "-", str(wish.due or "-"), other)


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ({"first": "en", "unseen": "en"}.get(part, part), row)
        for part in SCRIBBLES
        for row in rows(part)
        if row[0] not in NOT_UNDERSTOOD
    ],
)
def test_a_scribble_is_understood_as_it_was_meant(language: str, row: tuple[str, ...]) -> None:
    assert shown(understood(row[0], (language,))) == row[1:]


@pytest.mark.parametrize("note", [note for note in NOT_UNDERSTOOD if note.isascii()])
def test_what_is_not_clear_stays_open(note: str) -> None:
    meant = next(row[1:] for row in rows("unseen") if row[0] == note)
    assert all(got in ("-", want) for got, want in zip(shown(understood(note)), meant, strict=True))


@pytest.mark.parametrize(
    "note",
    ["don't call before Tuesday", "met him in May", "dead line 5 Dec", "left at 5pm Tue", "price 13/8"],
)
def test_a_day_by_which_nothing_is_to_be_done_is_not_due(note: str) -> None:
    assert understood(note).due is None


@pytest.mark.parametrize(
    "note",
    [
        "has no phone",
        "dislikes calls",
        "beer importer",
        "Northwind Call Services",
        "Dr. C. Winter",
        "not cold",
    ],
)
def test_words_that_ask_for_nothing_are_left_alone(note: str) -> None:
    assert understood(note) == Wish()


def test_each_thing_understood_is_said_with_its_words() -> None:
    assert understood("hot! call Tuesday").said == (
        'priority A ("hot")',
        'call ("call Tuesday")',
        'due Tue 24 Nov 2026 ("Tuesday")',
    )


def test_an_action_that_has_to_wait_is_said() -> None:
    assert 'email left for later ("send deck")' in understood("send deck, coffee in Dec").said


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("call 5/12", 'no due date from "5/12": it can be 5 Dec or 12 May'),
        ("call 3 March 2025", 'no due date from "3 March 2025": that day is past'),
        ("call Tue 26 Nov", 'no due date from "Tue 26 Nov": that date is another day of the week'),
        ("call 31 Nov", 'no due date from "31 Nov": there is no such day'),
    ],
)
def test_a_date_that_is_not_clear_is_not_taken_and_said(note: str, sentence: str) -> None:
    wish = understood(note)
    assert wish.due is None
    assert sentence in wish.said


def test_who_is_not_interested_but_wants_something_is_not_given_up() -> None:
    wish = understood("not interested, send postcard in March")
    assert not wish.not_interested
    assert 'something is still to be done, in spite of "not interested"' in wish.said


def test_a_day_before_the_first_possible_one_is_not_taken() -> None:
    assert understood("call Tue", after=date(2026, 11, 25)).due is None
    assert understood("call Tue", after=date(2026, 11, 24)).due == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said_on", "note", "due"),
    [
        (date(2026, 11, 20), "call Friday", date(2026, 11, 27)),
        (date(2026, 11, 23), "call next Tue", date(2026, 12, 1)),
        (date(2026, 12, 31), "call tomorrow", date(2027, 1, 4)),
        (date(2026, 12, 28), "call next week", date(2027, 1, 4)),
        (date(2026, 12, 15), "call end of the month", date(2026, 12, 31)),
        (date(2028, 1, 31), "call in 1 month", date(2028, 2, 29)),
        (date(2027, 12, 1), "call 29 Feb", None),
        (date(2028, 2, 1), "call 29 Feb", date(2028, 2, 29)),
        (date(2026, 11, 20), "call 19 Nov", date(2027, 11, 19)),
        (date(2026, 11, 20), "coffee in November", None),
    ],
)
def test_days_are_counted_from_the_day_of_the_note(said_on: date, note: str, due: date | None) -> None:
    assert understood(note, said_on=said_on).due == due


def test_the_first_language_says_which_number_is_the_day() -> None:
    assert understood("appeler 5/12", ("fr",)).due == date(2026, 12, 5)


def test_a_note_may_mix_the_languages_of_its_writer() -> None:
    wish = understood("hot, anrufen Di, send deck", ("en", "de"))
    assert (wish.priority, wish.next_action, wish.due) == ("A", "call", date(2026, 11, 24))


def test_a_language_without_words_is_passed_over() -> None:
    assert understood("call Tue", ("xx",)).next_action == "call"
    assert understood("call Tue", ("../en",)).next_action == "call"


NUMBERS_AND_MARKS = ("A", "B", "-", "/", ".", ":", "!", ",", "5", "12", "31", "2026", "999", "0", "th")
KNOWN = (
    "in",
    "the",
    "next",
    "end",
    "of",
    "mid",
    "call",
    "Tue",
    "May",
    "Dec",
    "weeks",
    "not",
    "will",
    "after",
)
WORDS = (*NUMBERS_AND_MARKS, *KNOWN)
NOTES = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
    st.text(alphabet=string.digits + "./-: ", max_size=30),
)


@given(note=NOTES)
def test_any_text_gives_a_wish_whose_day_lies_ahead(note: str) -> None:
    wish = understood(note, ("en", "de", "fr", "es"))
    assert wish.due is None or wish.due >= FRIDAY


@pytest.mark.parametrize("piece", ["a", "call ", "5/", "not or ", "Ada ", "!", "5.12.", "x@", "in the ", "-"])
def test_a_very_long_note_takes_no_longer_than_its_length_asks_for(piece: str) -> None:
    understood("call")  # the words are loaded
    began = time.process_time()
    understood(piece * (10_000 // len(piece)))
    assert time.process_time() - began < 1
