"""The book: what is asked of ten times as many people takes no more than ten times as long."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from cardscan.book.agenda import due_entries
from cardscan.book.apply.changes import changes_of
from cardscan.book.events import as_event, events_like
from cardscan.book.history import history, people_of_event, stale_people
from cardscan.book.people import find_person
from cardscan.book.rows import everybodys_rows
from cardscan.book.sheets import remember_queue
from cardscan.book.store import Book, open_book
from cardscan.book.touching import the_entry
from cardscan.book.twins import pairs_in_book
from cardscan.cli.app import seldom_collect
from cardscan.export.queue_columns import COLUMNS, to_cells
from cardscan.export.sheet import Row
from cardscan.followup.report import event_figures
from cardscan.followup.working_days import WorkingDays
from tests.benchmarks.clock import taken_s
from tests.benchmarks.figure import Figure
from tests.benchmarks.made_up_book import LARGE, SMALL, TODAY, event_name, fill, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy.orm import Session

MOST_GROWTH = 1.3 * LARGE.contacts / SMALL.contacts
"""No worse than linear: ten times the people, ten times the time.

A third is left to the processor, whose caches hold the small book and not the large one.  What
grew with the square would take a hundred times as long.
"""

_UNJUDGED = ("duplicates",)
"""Pairs of people who share a name grow faster than the people do."""

ROUNDS = 7
SOMEBODY, MISTYPED = name_of(777), f"{name_of(777)}q"
QUEUE = Path("queue.csv")
AN_EVENT = event_name(3)
STALE_DAYS = 30


def _today(session: Session) -> object:
    return due_entries(session, TODAY)


def _who(session: Session) -> object:
    return _all_of(session, SOMEBODY)


def _who_mistyped(session: Session) -> object:
    return _all_of(session, MISTYPED)


def _all_of(session: Session, name: str) -> object:
    known = find_person(session, name)
    return the_entry(session, known.entry_id, TODAY), history(session, known.contact_id, UTC)


def _stale(session: Session) -> object:
    return stale_people(session, STALE_DAYS, today=TODAY, zone=UTC)


def _report(session: Session) -> object:
    (row,) = events_like(session, AN_EVENT)
    people = people_of_event(session, row, today=TODAY)
    return event_figures(as_event(row), people, today=TODAY, zone=UTC, after=WorkingDays("GB").after)


def _apply(session: Session) -> object:
    return changes_of(session, QUEUE, _edited(str(session.get_bind().engine.url), session), today=TODAY)


_EDITED: dict[str, tuple[Row, ...]] = {}


def _edited(book: str, session: Session) -> tuple[Row, ...]:
    """The queue of the whole book, with another title in every tenth row; made once a book."""
    if book in _EDITED:
        return _EDITED[book]
    rows = []
    for number, row in enumerate(everybodys_rows(session), start=2):
        cells = dict(zip(COLUMNS, to_cells(row), strict=True))
        if number % 10 == 0:
            cells["job_title"] = "Head of Corrections"
        rows.append(Row(number=number, cells=cells))
    return _EDITED.setdefault(book, tuple(rows))


def _duplicates(session: Session) -> object:
    return pairs_in_book(session)


QUESTIONS: dict[str, Callable[[Session], object]] = {
    "today": _today,
    "who": _who,
    "who, a letter mistyped": _who_mistyped,
    "stale": _stale,
    "report": _report,
    "apply, a tenth edited": _apply,
    "duplicates": _duplicates,
}

COMMANDS: dict[str, tuple[str, ...]] = {
    "cardscan today": ("today", "--json"),
    "cardscan who": ("who", SOMEBODY, "--json"),
    "cardscan stale": ("stale", "--days", str(STALE_DAYS), "--json"),
    "cardscan report": ("report", AN_EVENT, "--json"),
}

_TELL_PEAK = """
import sys
from cardscan.cli.app import app
app(sys.argv[1:], standalone_mode=False)
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")), file=sys.stderr)
"""
"""Runs a command and tells the most memory that it held, in KiB.

Its own account, as what the system tells the parent starts from the parent's own size.
"""


def measure(scratch: Path) -> tuple[Figure, ...]:
    """How what is asked of a book grows with it, and how long the commands take to start.

    Args:
        scratch: An existing folder for the books.
    """
    seldom_collect()
    small, large = (str(scratch / f"{size.contacts}.db") for size in (SMALL, LARGE))
    with open_book(small) as few, open_book(large) as many:
        for book, size in ((few, SMALL), (many, LARGE)):
            with book.writing() as session:
                fill(session, size)
                remember_queue(session, QUEUE, tuple(everybodys_rows(session)), at=datetime.now(UTC))
        asked = growth("in a process that runs", *_asked(few, many))
    return (
        *asked,
        *growth("as a command, its start and all", *_run(small, large)),
        *_start_up(small),
        *_memory(small, large),
    )


def growth(how: str, few: Mapping[str, float], many: Mapping[str, float]) -> tuple[Figure, ...]:
    """The ratios, which are judged, and the plain times.

    Args:
        how: How it was asked.
        few: Seconds with the small book, by what was asked.
        many: The same with the large one.
    """
    group = f"book, {how}"
    return (
        *(
            Figure(
                group=group,
                name=f"{name}: {LARGE} to {SMALL}",
                value=many[name] / few[name],
                unit="x",
                limit=None if name in _UNJUDGED else MOST_GROWTH,
            )
            for name in few
        ),
        *(
            Figure(group=group, name=f"{name}: {size}", value=1000 * seconds[name], unit="ms")
            for name in few
            for size, seconds in ((SMALL, few), (LARGE, many))
        ),
    )


def _asked(*books: Book) -> list[dict[str, float]]:
    """Of each book the CPU seconds of each question: the median, all taken in turn."""
    taken: list[dict[str, list[float]]] = [{name: [] for name in QUESTIONS} for _ in books]
    for _ in range(ROUNDS):
        for name, question in QUESTIONS.items():
            for book, seconds in zip(books, taken, strict=True):
                seconds[name].append(taken_s(_ask, book, question))
    return [_typical(seconds) for seconds in taken]


def _ask(book: Book, question: Callable[[Session], object]) -> None:
    """In a session of its own, as a command does: nothing is remembered from the last one."""
    with book.reading() as session:
        question(session)


def _run(*books: str) -> list[dict[str, float]]:
    """The same of each command in a fresh process."""
    taken: list[dict[str, list[float]]] = [{name: [] for name in COMMANDS} for _ in books]
    for _ in range(ROUNDS):
        for name, words in COMMANDS.items():
            for book, seconds in zip(books, taken, strict=True):
                seconds[name].append(taken_s(_command, *words, "--book", book))
    return [_typical(seconds) for seconds in taken]


def _start_up(book: str) -> tuple[Figure, ...]:
    """What ``today`` takes over the help, which needs no book."""
    commands = {
        "cardscan --help": ("--help",),
        "cardscan today": ("today", "--event", AN_EVENT, "--book", book),
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, words in commands.items():
            taken[name].append(taken_s(_command, *words))
    plain, today = _typical(taken).values()
    return (
        Figure(group="start-up", name="cardscan today to cardscan --help", value=today / plain, unit="x"),
    )


def _memory(*books: str) -> tuple[Figure, ...]:
    """The most that ``today`` holds; nothing where the system does not tell: only Linux does."""
    if not sys.platform.startswith("linux"):
        return ()
    return tuple(
        Figure(group="book, memory", name=f"cardscan today: {size}", value=_peak_mb(book), unit="MB")
        for size, book in zip((SMALL, LARGE), books, strict=True)
    )


def _peak_mb(book: str) -> float:
    done = _python("-c", _TELL_PEAK, "today", "--json", "--book", book)
    return int(done.stderr.split()[-1]) * 1024 / 1e6


def _command(*words: str) -> None:
    _python("-m", "cardscan", *words)


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"CARDSCAN_TODAY": TODAY.isoformat()},
    )


def _typical(taken: Mapping[str, list[float]]) -> dict[str, float]:
    return {name: median(seconds) for name, seconds in taken.items()}
