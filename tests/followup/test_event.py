from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardscan.errors import RecordError, UsageError
from cardscan.followup.cell_text import one_line, values
from cardscan.followup.event import resolve_event
from cardscan.followup.event_file import EventFile, event_file_text, read_event_file
from cardscan.followup.record import Action, Event
from cardscan.ocr.record import Photo

TODAY = date(2026, 11, 22)


def photo(*taken_on: int) -> Photo:
    """A photo taken in November 2026 on the day given, or without a date."""
    taken_at = datetime(2026, 11, taken_on[0], 18, 30) if taken_on else None  # noqa: DTZ001 - cameras know no zone
    return Photo(path="a.jpg", content_hash="0" * 64, taken_at=taken_at)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "Quayside fair"
    path.mkdir()
    return path


def test_typed_date_wins_over_file_and_photos(folder: Path) -> None:
    (folder / "event.toml").write_text("date = 2026-11-19")
    event = resolve_event(folder, [photo(18)], on="2026-11-20", today=TODAY)
    assert event.date == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("today", TODAY), ("Yesterday", date(2026, 11, 21)), (" 2026-11-20 ", date(2026, 11, 20))],
)
def test_typed_date_may_be_a_word(folder: Path, typed: str, day: date) -> None:
    assert resolve_event(folder, [], on=typed, today=TODAY).date == day


@pytest.mark.parametrize("typed", ["20/11/2026", "tomorrow", "2026-02-30", ""])
def test_typed_date_that_is_none_says_what_to_type(folder: Path, typed: str) -> None:
    with pytest.raises(UsageError, match="--event-date 2026-11-22"):
        resolve_event(folder, [], on=typed, today=TODAY)


def test_a_year_in_which_nobody_photographed_cards_is_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match="0206-11-20 cannot be right"):
        resolve_event(folder, [], on="0206-11-20", today=TODAY)


def test_event_file_gives_name_date_and_country(folder: Path) -> None:
    (folder / "event.toml").write_text('name = "Harbour mixer"\ndate = 2026-11-20\ncountry = "gb"')
    event = resolve_event(folder, [photo(18)], today=TODAY)
    assert (event.name, event.date, event.country) == ("Harbour mixer", date(2026, 11, 20), "GB")


@pytest.mark.parametrize("written", ["2026-11-20", '"2026-11-20"', "2026-11-20T18:00:00"])
def test_date_in_the_event_file_may_be_a_date_a_text_or_a_time(folder: Path, written: str) -> None:
    (folder / "event.toml").write_text(f"date = {written}")
    assert resolve_event(folder, [], today=TODAY).date == date(2026, 11, 20)


def test_event_file_with_a_byte_order_mark_is_read(folder: Path) -> None:
    (folder / "event.toml").write_text("date = 2026-11-20", encoding="utf-8-sig")
    assert resolve_event(folder, [], today=TODAY).date == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"date = 20/11/2026", "it is no TOML"),
        (b'date = "20 November"', "write it like: date = 2026-11-20"),
        (b"date = 20261120", "write it like: date = 2026-11-20"),
        (b"name = 3", "name must be a text in quotation marks"),
        (b"nmae = 'Fair'", "'nmae' is not known here; the file may hold name, date, country"),
        (b"nmae = 'Fair'", "place, goal, owner, next_action, tags, note"),
        (b"place = 3", "place must be a text in quotation marks"),
        (b"next_action = 'fax'", "next_action is 'fax'; write one of: call, email, note, meeting, connect"),
        (b"tags = 'fair'", "tags must be a list of texts, like: tags = "),
        (b"tags = ['fair', 3]", "tags must be a list of texts"),
        (b"name = '\xff'", "not in UTF-8"),
        (b"name = " + b"[" * 20_000, "nested too deeply"),
    ],
)
def test_bad_event_file_is_refused_with_a_sentence(folder: Path, content: bytes, sentence: str) -> None:
    (folder / "event.toml").write_bytes(content)
    with pytest.raises(RecordError, match=sentence):
        resolve_event(folder, [photo(20)], today=TODAY)


def test_event_file_that_is_a_folder_is_refused_with_a_sentence(folder: Path) -> None:
    (folder / "event.toml").mkdir()
    with pytest.raises(RecordError, match="it cannot be read"):
        resolve_event(folder, [photo(20)], today=TODAY)


def test_photos_of_one_day_give_the_date(folder: Path) -> None:
    assert resolve_event(folder, [photo(20), photo(), photo(20)], today=TODAY).date == date(2026, 11, 20)


def test_photos_from_the_future_give_no_date(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"lies in the future.*--event-date 2026-11-22"):
        resolve_event(folder, [photo(23)], today=TODAY)


def test_day_after_today_that_somebody_typed_is_taken(folder: Path) -> None:
    assert resolve_event(folder, [], on="2026-11-23", today=TODAY).date == date(2026, 11, 23)


def test_photos_of_several_days_are_no_date(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"2 different days.*--event-date 2026-11-20"):
        resolve_event(folder, [photo(19), photo(20)], today=TODAY)


def test_photos_without_dates_are_no_date(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"--event-date 2026-11-20 .*event\.toml"):
        resolve_event(folder, [photo()], today=TODAY)


def test_name_is_the_typed_one_first(folder: Path) -> None:
    (folder / "event.toml").write_text('name = "From the file"')
    assert resolve_event(folder, [photo(20)], name="Typed", today=TODAY).name == "Typed"


def test_name_is_that_of_the_folder_last(folder: Path) -> None:
    assert resolve_event(folder, [photo(20)], today=TODAY).name == "Quayside fair"


def test_single_photo_takes_the_name_of_its_folder(folder: Path) -> None:
    (folder / "a.jpg").touch()
    assert resolve_event(folder / "a.jpg", [photo(20)], today=TODAY).name == "Quayside fair"


def test_folder_without_a_name_asks_for_one() -> None:
    root = Path(Path.cwd().anchor)
    with pytest.raises(UsageError, match="--event"):
        resolve_event(root, [photo(20)], today=TODAY)


def test_typed_country_wins_over_the_file(folder: Path) -> None:
    (folder / "event.toml").write_text('country = "DE"')
    assert resolve_event(folder, [photo(20)], country="fr", today=TODAY).country == "FR"


@pytest.mark.parametrize(("typed", "hint"), [("UK", "--country GB"), ("Germany", "--country DE")])
def test_unknown_country_says_what_to_type(folder: Path, typed: str, hint: str) -> None:
    with pytest.raises(UsageError, match=hint):
        resolve_event(folder, [photo(20)], country=typed, today=TODAY)


PLAN = """
place = "Harbour Hall"
goal = "three distributors"
owner = "Robin"
next_action = "email"
tags = ["fair", "pumps; valves", "fair"]
note = "bring\\nthe deck"
"""


def test_event_file_gives_the_plan_of_the_event(folder: Path) -> None:
    (folder / "event.toml").write_text(PLAN)
    assert resolve_event(folder, [photo(20)], today=TODAY) == Event(
        name="Quayside fair",
        date=date(2026, 11, 20),
        place="Harbour Hall",
        goal="three distributors",
        owner="Robin",
        next_action="email",
        tags=("fair", "pumps, valves"),
        note="bring the deck",
    )


TEXT = st.one_of(
    st.text(max_size=12),
    st.text(alphabet="\"'\\\n\r\t\0\x7f\x85\u2028\ufeff#=[] nu0a", max_size=12),
    st.sampled_from(['"""', "'''", "\\u0041", "Ümläut", "名刺", "\U0001f4c7", 'a"\n[owner]\nname = "b']),
)
EVENTS = st.builds(
    Event,
    name=TEXT,
    date=st.dates(),
    country=st.sampled_from([None, "GB"]),
    place=TEXT,
    goal=TEXT,
    owner=TEXT,
    next_action=st.sampled_from([None, *get_args(Action)]),
    tags=st.lists(TEXT, max_size=3).map(tuple),
    note=TEXT,
)
many = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@many
@given(event=EVENTS)
def test_event_file_that_was_written_is_read_back_as_it_was(folder: Path, event: Event) -> None:
    (folder / "event.toml").write_text(event_file_text(event), encoding="utf-8", newline="")
    assert read_event_file(folder) == EventFile(
        name=event.name,
        date=event.date,
        country=event.country,
        place=event.place or None,
        goal=event.goal or None,
        owner=event.owner or None,
        next_action=event.next_action,
        tags=event.tags,
        note=event.note or None,
    )


@many
@given(name=TEXT.map(one_line).filter(bool), text=TEXT.map(one_line), tags=st.lists(TEXT, max_size=3))
def test_event_of_one_line_texts_is_the_same_after_its_file(
    folder: Path, name: str, text: str, tags: list[str]
) -> None:
    event = Event(name=name, date=TODAY, country="GB", place=text, note=text, tags=values(tuple(tags)))
    (folder / "event.toml").write_text(event_file_text(event), encoding="utf-8", newline="")
    assert resolve_event(folder, [], today=TODAY) == event


def test_event_file_leaves_out_what_the_event_does_not_say() -> None:
    event = Event(name="Fair", date=date(2026, 11, 20))
    assert event_file_text(event) == 'name = "Fair"\ndate = 2026-11-20\n'


def test_half_of_a_character_is_replaced_in_the_event_file() -> None:
    event = Event(name="Fair \udcff", date=date(2026, 11, 20))
    assert event_file_text(event).startswith('name = "Fair \ufffd"')
