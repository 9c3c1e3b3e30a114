"""What independent judges say of every file that is exported: for the samples, and for nasty names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from judges import complaints_of, judge_calendars, judge_tables, judge_vcards
from people_to_hand_on import HOSTILE, USUAL, WISHES, person, written

from cardscan.export import read_queue
from cardscan.export.crm import named_profile, profile_names
from cardscan.export.exporter import EXPORTERS
from cardscan.export.vcard import vcard
from cardscan.followup.cell_text import one_line

SAMPLES = read_queue(Path(__file__).parents[1] / "golden" / "samples" / "queue.csv")

NASTY = (
    "Ada; Winter, Esq.",
    'Ada "the Quay" Winter',
    "Ada\\Winter",
    "Ada\\nWinter",
    "Winter:Ada;TYPE=HOME",
    "BEGIN:VCARD",
    "Ada\r\nEND:VCARD\r\nBEGIN:VCARD",
    "Ada\u2028Winter",
    '=HYPERLINK("http://x","y")',
    "@SUM(1)",
    "-1",
    "+1",
    "<script>alert(1)</script>",
    "Ω" * 80,
    "é" * 37 + "x",
    "山田太郎" * 20,
    "مريم",
    "שלומית",
    "👩‍💼 Ada",
    "🏴󠁧󠁢󠁳󠁣󠁴󠁿" * 8,
    "A" * 75,
    "^'^n",
    "%s{0}",
    " ",
)
PEOPLE = (
    *SAMPLES,
    *USUAL,
    *HOSTILE,
    *(
        person(
            contact_id=f"cnasty{number:06d}",
            full_name=one_line(name),
            first_name="",
            last_name=one_line(name),
            company=one_line(name),
            department=one_line(name),
            street=one_line(name),
            city="Leeds",
            event=one_line(name) or "Fair",
            notes=one_line(name),
            email=f"nasty{number}@northwind.example",
        )
        for number, name in enumerate(NASTY)
    ),
)


MISTAKEN = tuple(
    f"cnasty{number:06d}.vcf: vcard4: vCard must have one of each BEGIN"
    for number, name in enumerate(NASTY)
    if "VCARD" in name
)
"""vcard4 counts what stands in the middle of a line too."""


@pytest.mark.parametrize("fold", [True, False], ids=["folded", "whole"])
@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_vcards_are_right_and_mean_what_they_say(tmp_path: Path, version: str, *, fold: bool) -> None:
    wishes = replace(WISHES, version=version, fold=fold)
    for row in PEOPLE:
        (tmp_path / f"{row.contact_id}.vcf").write_bytes(vcard(row, wishes))
    verdicts = judge_vcards(tmp_path, version)
    complaints = complaints_of(verdicts)
    assert [one for one in complaints if not one.startswith(MISTAKEN)] == []
    for row in PEOPLE:
        for judge, cards in verdicts[f"{row.contact_id}.vcf"].read.items():
            (card,) = cards
            assert (judge, card.fn) == (judge, row.full_name or row.company or row.email or row.contact_id)
            phones = (*row.mobile_phone, *row.work_phone, *row.other_phones, *row.fax)
            assert (card.tel, card.email[:1]) == (phones, (row.email,) if row.email else ())
            assert card.categories in ((row.event,), (row.event.replace(", ", ","),))


def test_vcards_with_a_picture_are_right(tmp_path: Path) -> None:
    for version in ("3.0", "4.0"):
        (tmp_path / version).mkdir()
        wishes = replace(WISHES, version=version, picture=lambda _: bytes(range(256)) * 20)
        (tmp_path / version / "ada.vcf").write_bytes(vcard(USUAL[0], wishes))
        assert complaints_of(judge_vcards(tmp_path / version, version)) == []


@pytest.mark.parametrize("fold", [True, False], ids=["folded", "whole"])
@pytest.mark.parametrize("todo", [False, True], ids=["appointments", "tasks"])
def test_calendars_are_right_and_mean_what_they_say(tmp_path: Path, *, todo: bool, fold: bool) -> None:
    wishes = replace(WISHES, todo=todo, fold=fold)
    (tmp_path / "follow-ups.ics").write_bytes(written(EXPORTERS.make("ics"), PEOPLE, wishes).files[""])
    verdicts = judge_calendars(tmp_path)
    assert complaints_of(verdicts) == []
    due = {row.contact_id: row.follow_up_due for row in PEOPLE if row.status in ("open", "snoozed")}
    for entries in verdicts["follow-ups.ics"].read.values():
        assert len({entry.uid for entry in entries}) == len(entries) == len(due)
        days = [entry.start.partition("T")[0] for entry in entries]
        assert days == [str(day) for day in due.values()]
        assert all(len(entry.alarms) == 1 for entry in entries)


@pytest.mark.parametrize("name", ["csv", *profile_names()])
def test_tables_are_right_and_hold_what_was_written(tmp_path: Path, name: str) -> None:
    files = written(EXPORTERS.make(name), PEOPLE).files
    paths = []
    for part, data in files.items():
        paths.append(tmp_path / f"{name}{part}.csv")
        paths[-1].write_bytes(data)
    delimiter = "," if name == "csv" else named_profile(name).delimiter
    verdicts = judge_tables(paths, delimiter)
    assert complaints_of(verdicts) == []
    rows = {file: len(verdict.read["frictionless"][0].rows) for file, verdict in verdicts.items()}
    assert rows[f"{name}.csv"] + rows.get(f"{name}-needs-fixing.csv", 0) == len(PEOPLE)
