"""The queue as a workbook for people: what is in doubt is coloured and says why, and it comes back."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.export.guard import unguard
from cardscan.export.queue_columns import COLUMNS, PHONE_COLUMNS, to_cells
from cardscan.export.xlsx_pictures import PICTURE, place_picture, widen_column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from cardscan.export.exporter import Wishes
    from cardscan.export.output import Output
    from cardscan.followup.record import FollowUp

_FIRST = (
    "full_name", "job_title", "company", "email", "mobile_phone", "work_phone",
    "follow_up_due", "next_action", "priority", "status", "notes", "needs_review", "review_reasons",
)  # fmt: skip
"""What people look for, from the left; the others follow as in the queue."""

ORDER = (*_FIRST, *(column for column in COLUMNS if column not in _FIRST))
_WRAPPED = ("notes", "review_reasons", "address")
_DATES = ("event_date", "follow_up_due")
_NUMBERS = ("confidence", "card")
_WIDTHS = {
    "contact_id": 14,
    "event_date": 12,
    "event": 28,
    "follow_up_due": 14,
    "next_action": 12,
    "priority": 8,
    "status": 10,
    "full_name": 24,
    "job_title": 24,
    "company": 26,
    "email": 30,
    "address": 34,
    "notes": 40,
    "review_reasons": 50,
    "website": 26,
}
_USUAL_WIDTH = 16
_MOST_LINKS = 30_000
"""Excel opens no sheet with more than 65,530 links; there are at most two in a row."""

_LONGEST_LINK = 2_000
_LONGEST_CELL = 32_767
"""Characters; Excel holds no more."""

_COLUMN_OF = {
    "name": "full_name",
    "e-mail": "email",
    "website": "website",
    "job title": "job_title",
    "department": "department",
    "company": "company",
    "address": "address",
}
"""The column that a reason is about, by the word in front of its colon."""


@dataclass(frozen=True, slots=True)
class XlsxExporter:
    """A workbook: the queue with filters, links and colours, and a sheet on the events."""

    suffix: str = ".xlsx"
    heeds: frozenset[str] = frozenset({"picture"})
    hint: str = ""

    def export(self, rows: Iterable[FollowUp], output: Output, wishes: Wishes) -> None:
        """See ``Exporter``.

        Every text is written as a text, so that a spreadsheet runs none of them and leaves
        phones and ids as they are; days are dates.
        """
        from xlsxwriter import Workbook  # noqa: PLC0415 - with the queue CSV alone it is not needed

        options = {
            "constant_memory": True,  # each row goes to the disk as it comes
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        with Workbook(output.file(), options) as book:
            events = _Events()
            _Queue(book, book.add_worksheet("Queue"), wishes.picture).fill(
                events.counted(output.counted(rows))
            )
            events.fill(book, book.add_worksheet("Events"))


class _Queue:
    """The sheet of the contacts."""

    def __init__(
        self, book: Workbook, sheet: Worksheet, picture: Callable[[FollowUp], bytes | None] | None
    ) -> None:
        self._sheet = sheet
        self._picture = picture
        self._head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self._formats: dict[tuple[str, bool], Format] = {
            (kind, doubt): book.add_format(_look(kind, doubt=doubt))
            for kind in ("text", "wrapped", "date", "figure", "link")
            for doubt in (False, True)
        }

    def fill(self, rows: Iterable[FollowUp]) -> None:
        """The header and a row each; a printed page has what people look for."""
        start = self._start
        for place, column in enumerate(ORDER, start=start):
            self._sheet.set_column(place, place, _WIDTHS.get(column, _USUAL_WIDTH))
            self._sheet.write_string(0, place, column.replace("_", " ").capitalize(), self._head)
        if self._picture:
            widen_column(self._sheet, 0)
            self._sheet.write_string(0, 0, PICTURE.capitalize(), self._head)
        self._sheet.freeze_panes(1, start + 1)
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        line = 0
        for line, row in enumerate(rows, start=1):
            self._write(line, row, has_links=line <= _MOST_LINKS)
        self._sheet.autofilter(0, start, line, start + len(ORDER) - 1)
        self._sheet.print_area(0, 0, line, start + len(_FIRST) - 1)

    @property
    def _start(self) -> int:
        """The first column of the queue: one is left for the pictures."""
        return 1 if self._picture else 0

    def _write(self, line: int, row: FollowUp, *, has_links: bool) -> None:
        doubts = _doubts(row) if row.needs_review else {}
        if picture := self._picture and self._picture(row):
            shows = f"The card of {row.full_name or row.company}"
            place_picture(self._sheet, line, 0, picture, shows=shows)
        cells = dict(zip(COLUMNS, to_cells(row), strict=True))
        for place, column in enumerate(ORDER, start=self._start):
            cell = cells[column]
            text, doubt = unguard(cell)[:_LONGEST_CELL], column in doubts
            if column in _DATES:
                self._sheet.write_datetime(line, place, getattr(row, column), self._formats["date", doubt])
            elif column in _NUMBERS:
                self._sheet.write_number(line, place, float(cell), self._formats["figure", doubt])
            elif has_links and (link := _link(column, row)):
                self._sheet.write_url(line, place, link, self._formats["link", doubt], text)
            else:
                kind = "wrapped" if column in _WRAPPED else "text"
                self._sheet.write_string(line, place, text, self._formats[kind, doubt])
            if doubt:
                self._sheet.write_comment(line, place, "\n".join(doubts[column]), {"author": "cardscan"})


def _look(kind: str, *, doubt: bool) -> dict[str, object]:
    look: dict[str, object] = {"valign": "top"}
    if kind == "date":
        look |= {"num_format": "yyyy-mm-dd", "align": "left"}
    if kind in ("text", "wrapped"):
        look["num_format"] = "@"
        look["text_wrap"] = kind == "wrapped"
    if kind == "link":
        look |= {"font_color": "#0B57D0", "underline": 1}
    if doubt:
        look["bg_color"] = "#FFE08A"
    return look


def _doubts(row: FollowUp) -> dict[str, list[str]]:
    """The reasons to look, by the column that each is about."""
    found: dict[str, list[str]] = defaultdict(list)
    for reason in row.review_reasons:
        found[_column_of(reason.partition(":")[0].casefold(), row)].append(reason)
    return found or {"needs_review": ["Look at this contact before you use it."]}


def _column_of(word: str, row: FollowUp) -> str:
    if word == "phone":
        return next((column for column in PHONE_COLUMNS if getattr(row, column)), "work_phone")
    return _COLUMN_OF.get(word, "needs_review")


def _link(column: str, row: FollowUp) -> str:
    """Where a cell leads; empty where it leads nowhere."""
    link = ""
    if column == "email" and row.email:
        link = f"mailto:{row.email}"
    if column == "website" and row.website:
        address = row.website[0]
        link = address if address.startswith(("http://", "https://")) else f"https://{address}"
    return link if len(link) <= _LONGEST_LINK else ""


class _Events:
    """The sheet on the events: how many were met at each, need a look, are due, are done."""

    _TITLES = ("event", "date", "contacts", "to look at", "A", "B", "C", "open", "done", "skipped", "snoozed")

    def __init__(self) -> None:
        self._counts: dict[tuple[str, date], Counter[str]] = defaultdict(Counter)

    def counted(self, rows: Iterable[FollowUp]) -> Iterator[FollowUp]:
        """The same contacts, each counted."""
        for row in rows:
            looks = ("to look at",) if row.needs_review else ()
            self._counts[row.event, row.event_date].update(("contacts", row.priority, row.status, *looks))
            yield row

    def fill(self, book: Workbook, sheet: Worksheet) -> None:
        """The header and a row for each event."""
        head = book.add_format({"bold": True, "bottom": 1})
        day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        for place, title in enumerate(self._TITLES):
            sheet.set_column(place, place, 34 if not place else 12)
            sheet.write_string(0, place, title, head)
        for line, ((name, on), counts) in enumerate(self._counts.items(), start=1):
            sheet.write_string(line, 0, name)
            sheet.write_datetime(line, 1, on, day)
            for place, title in enumerate(self._TITLES[2:], start=2):
                sheet.write_number(line, place, counts[title])
