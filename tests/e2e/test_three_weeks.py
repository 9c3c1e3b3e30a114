"""Three weeks after an event, lived through as a person does: a command at a time, day by day.

What costs the time: the photos are read once, by the real reader, in half a minute; the days after
are lived in a book in a file, a process a command of a second each; and again in a book on a
server, where the commands run in one process, as the processes are proved by then.
"""

from __future__ import annotations

import csv
import shutil
from email import policy
from email.parser import BytesParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from the_owner import Owner, move_in

if TYPE_CHECKING:
    from collections.abc import Iterable

PHOTOS = Path(__file__).parents[2] / "samples" / "photos"
NOTES = {
    "ashgrove_perspective.txt": "hot! wants the price list, call Tuesday\n",
    "notes.csv": "photo,card,note\n"
    "montelarco_perspective.jpg,,A\n"
    'quillon_and_juniper.jpg,2,"C, mail"\n'
    "lantern_dark.jpg,,not interested\n",
}
PRIYA, LUCIA, TERRENCE = "Priya Ramanathan-Cole", "Lucía Ferrándiz Olmeda", "Terrence O. Baptista"
OISIN, JO, MEHMET, CALLUM = "Oisín Marlowe-Kerr", "Jo Hart-Ellison", "Mehmet Vossing", "Callum Drysdale-Reid"
NOOR, AMARA = "Noor Haddad-Lindqvist", "Amara Oyelowe-Finch"
DEVON, TOMASZ, MARISOL = "Devon Achterbosch", "Tomasz Wilkowicz", "Marisol Quintana-Webb"


@pytest.fixture(scope="module")
def that_evening(tmp_path_factory: pytest.TempPathFactory) -> Owner:
    """The event was planned for a wrong day, and on its evening the cards were scanned."""
    home = tmp_path_factory.mktemp("evening")
    shutil.copytree(PHOTOS, home / "photos", ignore=shutil.ignore_patterns("event.toml"))
    for name, text in NOTES.items():
        (home / "photos" / name).write_text(text, encoding="utf-8")
    owner = Owner(home=home, book=str(home / "book.db"), now="2026-11-16T09:00")
    owner.types(
        *("event", "new", "Harbour Chamber mixer", "--date", "2026-11-19"),
        *("--goal", "three distributors", "--country", "GB", "--place", "Harbourton"),
    )
    owner.now = "2026-11-20T21:30"
    summary = owner.scans()
    assert (summary["contacts"], summary["notes_read"], summary["read_before"]) == (25, 4, 0)
    # The book knows where its queue lies, and whoever is forgotten is erased there too: what the
    # stories begin with lies elsewhere.
    return move_in(owner, home.with_name("that-evening"), str(home.with_name("that-evening") / "book.db"))


@pytest.fixture
def owner(that_evening: Owner, any_place: str, tmp_path: Path) -> Owner:
    return move_in(that_evening, tmp_path, any_place)


def test_three_weeks_after_an_event(owner: Owner):
    scans_the_same_photos_again(owner)
    puts_the_date_right_on_saturday(owner)
    works_through_monday_morning(owner)
    writes_to_those_who_did_not_answer(owner)
    hears_from_somebody(owner)
    takes_two_people_for_one_and_back(owner)
    works_in_the_spreadsheet_on_friday(owner)
    has_a_holiday_and_then_a_demo(owner)
    looks_back_after_three_weeks(owner)
    forgets_who_asked_for_it(owner)


def scans_the_same_photos_again(owner: Owner) -> None:
    before = queue(owner)
    summary = owner.scans()
    assert (summary["photos_read"], summary["read_before"]) == (25, 25)
    assert queue(owner) == before


def puts_the_date_right_on_saturday(owner: Owner) -> None:
    ids = {row["contact_id"] for row in queue(owner)}
    owner.now = "2026-11-21T10:00"
    # All but two of 25: Priya's and Callum's day is the Tuesday that their notes name, either way.
    assert "Due dates moved: 23." in owner.types("event", "edit", "harbour", "--date", "2026-11-20")
    # Of priority A is who should have heard on the day itself; all others wait for Monday.
    assert {name: one["overdue_days"] for name, one in owner.sees().items()} == {LUCIA: 1}
    summary = owner.scans()
    assert (summary["queue"], summary["event_date"]) == ("queue.csv", "2026-11-20")
    assert {row["contact_id"] for row in queue(owner)} == ids


def works_through_monday_morning(owner: Owner) -> None:
    owner.now = "2026-11-23T09:00"
    due = owner.sees()
    # 25 without Priya and Callum (Tuesday), Terrence (priority C: Friday) and Amara (not interested).
    assert (len(due), next(iter(due))) == (21, LUCIA)
    assert not {PRIYA, CALLUM, TERRENCE, AMARA} & due.keys()
    assert (due[OISIN]["next_action"], due[OISIN]["how"]) == ("call", "+44 7700 900286")
    said = owner.types("done", "Oisin", "left a message")
    assert "no answer. Next: e-mail by Wed 25 Nov 2026" in said
    # Her note asks for the price list besides the call.
    said = owner.types("log", "Priya", "call", "left a message")
    assert 'Next: e-mail by Tue 24 Nov 2026 (noted: email ("price list"))' in said
    said = owner.types("done", "lucia ferrandiz", "spoke, send the price list on Thursday")
    assert "answered. Next: e-mail by Thu 26 Nov 2026" in said
    # The next week's Monday is St Andrew's Day.
    assert "Next: meeting by Tue 1 Dec 2026" in owner.types("note", "Jo Hart", "hot, wants a demo next week")
    assert "Put off until Thu 3 Dec 2026" in owner.types("snooze", "Mehmet", "in 10 days")
    assert "Nothing more will be done" in owner.types("skip", "Noor", "moved to another trade")
    owner.scans()
    now = {row["full_name"]: row for row in queue(owner)}
    assert [now[name]["status"] for name in (OISIN, MEHMET, NOOR, AMARA)] == [
        "open",
        "snoozed",
        "skipped",
        "skipped",
    ]
    assert (now[JO]["priority"], now[JO]["notes"]) == ("A", "hot, wants a demo next week")


def writes_to_those_who_did_not_answer(owner: Owner) -> None:
    owner.now = "2026-11-25T08:30"
    assert "2 drafts written to drafts" in owner.types("drafts")
    drafts = [letter(path) for path in sorted((owner.home / "drafts").iterdir()) if path.suffix == ".eml"]
    assert [draft["To"].addresses[0].addr_spec for draft in drafts] == [
        "oisin@cinderpath.example",
        "priya.rc@ashgrove.example",
    ]
    assert {draft["X-Unsent"] for draft in drafts} == {"1"}
    assert "Next: call by Tue 1 Dec 2026" in owner.types("done", "Oisin", "sent")


def hears_from_somebody(owner: Owner) -> None:
    owner.now = "2026-11-26T17:00"
    said = owner.types("done", "Lucia", "she replied, coffee on 2 December")
    assert "answered. Next: meeting by Wed 2 Dec 2026" in said
    owner.types("meet", "Lucia", "--at", "2026-12-02T15:00", "-o", "coffee.ics")
    assert "STATUS:TENTATIVE" in (owner.home / "coffee.ics").read_text(encoding="utf-8")


def takes_two_people_for_one_and_back(owner: Owner) -> None:
    before = owner.sees()
    owner.types("merge", "Devon Achterbosch", "Mei-Lin Castellow", "--yes")
    assert len(owner.sees()) == len(before) - 1
    owner.types("split", "Devon")
    assert owner.sees() == before


def works_in_the_spreadsheet_on_friday(owner: Owner) -> None:
    owner.now = "2026-11-27T11:00"
    rows = {row["full_name"]: row for row in queue(owner)}
    rows[DEVON]["job_title"] = "Head of Field Operations"
    rows[DEVON]["notes"] = "has a green van, call on Tuesday"
    rows[TOMASZ]["status"] = "done"
    del rows[MARISOL]
    save_queue(owner, rows.values())
    said = owner.types("apply", "queue.csv", "--yes")
    assert "cells changed: 3, of people: 2, taken out: 1, brought back: 0" in said
    # Monday is a holiday: two working days from Friday are Wednesday.
    known = {name: owner.asks("who", name) for name in (DEVON, TOMASZ)}
    assert (known[DEVON]["job_title"], known[DEVON]["follow_up_due"]) == (
        "Head of Field Operations",
        "2026-12-01",
    )
    assert (known[TOMASZ]["next_action"], known[TOMASZ]["follow_up_due"]) == ("email", "2026-12-02")
    assert owner.scans()["queue"] == "queue.csv"
    assert MARISOL not in {row["full_name"] for row in queue(owner)}


def has_a_holiday_and_then_a_demo(owner: Owner) -> None:
    owner.now = "2026-12-02T16:30"
    said = owner.types("done", "Lucia", "met, ordered samples", "--counts")
    assert "meeting, answered. Next: e-mail by Tue 2 Mar 2027" in said  # 90 days later
    owner.now = "2026-12-03T09:00"
    due = owner.sees()
    assert (due[MEHMET]["overdue_days"], due[OISIN]["overdue_days"], due[JO]["overdue_days"]) == (0, 2, 2)
    owner.types("log", "Mehmet", "call", "no answer")
    owner.now = "2026-12-04T12:00"
    owner.types("log", "Jo Hart", "meeting", "showed the demo", "--counts")


def looks_back_after_three_weeks(owner: Owner) -> None:
    owner.now = "2026-12-11T17:00"
    report = owner.asks("report", "harbour")
    # All but Marisol, whose row was deleted.
    assert (report["event_date"], report["met"], report["flagged"]) == ("2026-11-20", 24, 2)
    # By Monday, the next working day: Oisín, Priya and Lucía; by Tuesday nobody else.
    assert (report["within_24h"], report["within_48h"]) == (3, 3)
    # Tomasz on 27 November, Mehmet on 3 December, Jo on the day after.
    assert report["followed_up"] == 6
    # Working days from Friday, the 20th: 23, 24, 25, 26 and 27 November, then, after the weekend and
    # St Andrew's Day, 1, 2, 3 and 4 December, which are the sixth to the ninth, and five until today.
    assert report["followed_up_by_working_day"] == [0, 3, 3, 3, 3, 4, 4, 4, 5, 6, 6, 6, 6, 6, 6]
    # The middle of 1, 1, 1, 5, 8 and 9.
    assert report["median_working_days_to_first_touch"] == 3
    # Lucía and Jo answered, each came to a meeting, and both count towards the three distributors.
    assert (report["answered"], report["met_again"], report["meetings"]) == (2, 2, 2)
    assert (report["results"], report["goal_number"]) == (2, 3)
    # Calls: Oisín, Priya, Lucía, Tomasz, Mehmet. E-mails: Oisín, Lucía. Meetings: Lucía, Jo.
    assert report["touches"] == {"call": 5, "email": 2, "meeting": 2}
    # Noor and Amara are skipped; of the other 22, only Lucía and Jo were not due before today.
    assert (report["not_interested"], report["open"], report["overdue"]) == (2, 22, 20)
    # A: Lucía and Priya by their notes beside the photos, Jo by what was noted later. C: Terrence.
    assert report["by_priority"] == {
        "A": {"met": 3, "within_24h": 2, "followed_up": 3, "answered": 2},
        "B": {"met": 20, "within_24h": 1, "followed_up": 3, "answered": 0},
        "C": {"met": 1, "within_24h": 0, "followed_up": 0, "answered": 0},
    }
    assert [(one["on"], one["what"]) for one in owner.asks("who", "lucia")["history"]] == [
        ("2026-11-20", "met"),
        ("2026-11-20", "noted"),
        ("2026-11-23", "call"),
        ("2026-11-26", "email"),
        ("2026-12-02", "meeting"),
    ]


def forgets_who_asked_for_it(owner: Owner) -> None:
    owner.types("forget", "Mehmet", "--yes")
    assert "Nobody in the book fits Mehmet" in owner.types("who", "Mehmet", code=2)
    summary = owner.scans()
    assert (summary["contacts"], summary["forgotten"], summary["read_before"]) == (23, 1, 24)
    report = owner.asks("report", "harbour")
    # As above without Mehmet, whom the owner had called once.
    assert (report["met"], report["followed_up"], report["touches"]["call"]) == (23, 5, 4)


def queue(owner: Owner) -> list[dict[str, str]]:
    with (owner.home / "queue.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def save_queue(owner: Owner, rows: Iterable[dict[str, str]]) -> None:
    """Save the queue as a spreadsheet does in a country of decimal commas."""
    lines = list(rows)
    with (owner.home / "queue.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(lines)


def letter(path: Path):
    return BytesParser(policy=policy.default).parsebytes(path.read_bytes())
