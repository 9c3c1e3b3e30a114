"""What is written is read back, whatever stands on a card."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardscan.errors import RecordError
from cardscan.export import queue_bytes, read_queue
from cardscan.export.guard import is_phone_cell
from cardscan.followup import Event, FollowUp, follow_up
from cardscan.followup.cell_text import one_line, values
from cardscan.followup.record import Action, Priority, Status
from cardscan.ocr.record import Photo
from cardscan.parse.record import KINDS, Contact, Field, Issue, PhoneType

if TYPE_CHECKING:
    from pathlib import Path

# The file is written anew by every example, so that sharing its folder does no harm.
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

HOSTILE = st.one_of(
    st.text(max_size=12),
    st.text(alphabet="=+-@'\";,|\t\r\n\0 \uff1d\uff0b1a", max_size=8),
    st.sampled_from(
        [
            "=1+1",
            "'=1",
            "ACME;=1+1",
            'a;"=1"',
            "a;",
            "a; b",
            "; ",
            ";",
            "+44 20 7946 0958",
            "yes",
            "1/2/2026",
            "\udcff",
            "\u2028",
        ]
    ),
)
TEXT = HOSTILE.map(one_line)
TEXTS = st.lists(HOSTILE, max_size=3).map(tuple).map(values)
DAYS = st.dates()
MOMENTS = st.datetimes(timezones=st.sampled_from([None, UTC])).map(
    lambda moment: moment.replace(microsecond=0)
)
CONFIDENCES = st.floats(0, 1).map(lambda value: round(value, 2))

FOLLOW_UPS = st.builds(
    FollowUp,
    contact_id=TEXT.filter(bool),
    event_date=DAYS,
    event=TEXT,
    follow_up_due=DAYS,
    next_action=st.sampled_from(get_args(Action)),
    priority=st.sampled_from(get_args(Priority)),
    status=st.sampled_from(get_args(Status)),
    **dict.fromkeys(("full_name", "job_title", "company", "email", "address", "notes", "country"), TEXT),
    **dict.fromkeys(
        ("other_emails", "mobile_phone", "fax", "website", "social", "review_reasons", "photo"), TEXTS
    ),
    needs_review=st.booleans(),
    confidence=CONFIDENCES,
    card=st.integers(1, 999),
    scanned_at=MOMENTS,
)
FIELDS = st.builds(
    Field,
    kind=st.sampled_from(KINDS),
    raw=HOSTILE,
    value=st.none() | HOSTILE,
    confidence=st.floats(0, 1),
    issues=st.lists(
        st.builds(Issue, code=st.just("x"), message=HOSTILE, doubt=st.booleans()), max_size=2
    ).map(tuple),
    type=st.none() | st.sampled_from(get_args(PhoneType)),
    parts=st.lists(
        st.tuples(st.sampled_from(["first", "last", "prefix", "suffix", "city", "country"]), HOSTILE),
        max_size=3,
    ).map(tuple),
)
CONTACTS = st.builds(Contact, fields=st.lists(FIELDS, max_size=5).map(tuple), confidence=st.floats(0, 1))


def read(path: Path, data: bytes) -> tuple[FollowUp, ...]:
    path.write_bytes(data)
    return read_queue(path)


@quick
@given(queue=st.lists(FOLLOW_UPS, max_size=3).map(tuple))
def test_queue_that_is_written_is_read_back(tmp_path: Path, queue: tuple[FollowUp, ...]) -> None:
    assert read(tmp_path / "queue.csv", queue_bytes(queue)) == queue


@quick
@given(contact=CONTACTS, name=HOSTILE, path=HOSTILE)
def test_entry_of_any_card_is_read_back(tmp_path: Path, contact: Contact, name: str, path: str) -> None:
    entry = follow_up(
        contact,
        event=Event(name=name, date=date(2026, 11, 20)),
        photo=Photo(path=path, content_hash="ab" * 32),
        card=1,
        scanned_at=datetime(2026, 11, 22, 9, 30, 15, 5, tzinfo=UTC),
    ).entry
    assert read(tmp_path / "queue.csv", queue_bytes([entry])) == (entry,)


@quick
@given(
    queue=st.lists(FOLLOW_UPS, min_size=1, max_size=2).map(tuple),
    delimiter=st.sampled_from(",;\t"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_queue_saved_by_a_spreadsheet_is_read_back(
    tmp_path: Path, queue: tuple[FollowUp, ...], delimiter: str, encoding: str
) -> None:
    rows = csv.reader(io.StringIO(queue_bytes(queue).decode("utf-8-sig"), newline=""))
    saved = io.StringIO(newline="")
    csv.writer(saved, delimiter=delimiter, lineterminator="\n").writerows(rows)
    assert read(tmp_path / "queue.csv", saved.getvalue().encode(encoding)) == queue


@quick
@given(entry=FOLLOW_UPS)
def test_no_cell_starts_a_formula_but_for_checked_phones(entry: FollowUp) -> None:
    row = next(csv.DictReader(io.StringIO(queue_bytes([entry]).decode("utf-8-sig"), newline="")))
    phones = {row.pop(column) for column in ("mobile_phone", "work_phone", "other_phones", "fax")}
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\uff1d", "\uff0b"))]
    assert not [cell for cell in phones if cell.startswith("+") and set(cell) - set("+0123456789 ext.;")]


@quick
@given(entry=FOLLOW_UPS, delimiter=st.sampled_from(";\t"))
def test_no_cell_starts_a_formula_where_the_spreadsheet_splits_elsewhere(
    entry: FollowUp, delimiter: str
) -> None:
    text = queue_bytes([entry]).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) for cell in row]
    starts = [cell.lstrip(' "') for cell in cells]
    live = [start for start in starts if start.startswith(("=", "+", "-", "@", "\uff1d", "\uff0b"))]
    assert not [start for start in live if not is_phone_cell(start.split(",")[0])]


@quick
@given(data=st.binary(max_size=80) | st.binary(max_size=80).map(b"contact_id,event_date,card\n".__add__))
def test_any_bytes_give_a_queue_or_a_typed_error(tmp_path: Path, data: bytes) -> None:
    try:
        got = read(tmp_path / "queue.csv", data)
    except RecordError:
        return
    assert not got, "a row needs more columns than these"
