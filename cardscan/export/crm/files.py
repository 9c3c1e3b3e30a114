"""The files of an import: contacts, follow-ups, and what the importer would refuse."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.export.crm.values import PHONES, value_of
from cardscan.export.guard import is_phone_cell
from cardscan.followup.record import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from cardscan.export.crm.profile import Column, Profile
    from cardscan.export.exporter import Wishes
    from cardscan.export.output import Output
    from cardscan.followup.record import FollowUp

_RUNS = "=@+-"
_RUNS_INSIDE = re.compile(r""";[\s"]*[=@]""")
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_EOL = "\r\n"


@dataclass(frozen=True, slots=True)
class CrmExporter:
    """The files that an importer takes: contacts, and their follow-ups where it takes them.

    Attributes:
        profile: What the importer expects.
        suffix: How the names of the files end.
    """

    profile: Profile
    suffix: str = ".csv"
    heeds: frozenset[str] = frozenset()

    @property
    def hint(self) -> str:
        """What to mind when importing."""
        return self.profile.hint

    def export(self, rows: Iterable[FollowUp], output: Output, wishes: Wishes) -> None:
        """See ``Exporter``.

        Whoever lacks what is required, or holds what is refused, is in neither file: nothing
        is altered to fit.
        """
        profile = self.profile
        contacts, tasks = _Writer(profile, output, ""), _Writer(profile, output, "-tasks")
        written: set[str] = set()
        for row in rows:
            cells = _cells(row, profile, profile.contacts)
            is_task = row.status in OPEN and not (wishes.has_task and wishes.has_task(row))
            due = _cells(row, profile, profile.tasks) if is_task else []
            why = (*_lacks(cells, profile), *_held(cells, profile), *_held(due, profile))
            if why:
                output.refuse(row, why)
                continue
            if row.contact_id not in written:  # who was met at two events has two rows
                contacts.add(cells)
                output.taken += 1
            written.add(row.contact_id)
            if due:
                tasks.add(due)


_Cells = list[tuple["Column", str]]


def _cells(row: FollowUp, profile: Profile, columns: Iterable[Column]) -> _Cells:
    return [(column, _cell(row, profile, column)) for column in columns]


def _cell(row: FollowUp, profile: Profile, column: Column) -> str:
    if column.constant:
        is_shown = not column.only_with or value_of(column.only_with, row, profile)
        return column.constant if is_shown else ""
    return next((text for source in column.sources if (text := value_of(source, row, profile))), "")


def _lacks(cells: _Cells, profile: Profile) -> Iterator[str]:
    filled = {column.header for column, text in cells if text}
    for group in profile.required:
        if filled.isdisjoint(group):
            yield f"{profile.name} requires {' or '.join(group)}"


def _held(cells: _Cells, profile: Profile) -> Iterator[str]:
    for column, text in cells:
        signs = [sign for sign in profile.refuses if sign in text]
        longest = profile.longest.get(column.header)
        if longest and len(text) > longest:
            yield f"{column.header} has {len(text)} characters, and {profile.name} takes {longest}"
        if signs:
            yield f"{profile.name} refuses {' '.join(signs)} in {column.header}"
        elif text and not _is_callable(text, column, profile):
            yield f"{text} in {column.header} is no number that {profile.name} takes"
        elif _runs(text):
            yield f"{column.header} begins with {text[0]!r}, which a spreadsheet would run"
        elif _RUNS_INSIDE.search(unicodedata.normalize("NFKC", text)):
            yield f"{column.header} has a formula behind a semicolon, which a spreadsheet may run"


def _is_callable(text: str, column: Column, profile: Profile) -> bool:
    """Whether a phone is one in the form of ITU-T E.164, where the importer takes no other."""
    is_phone = profile.phones == "e164" and not set(PHONES).isdisjoint(column.sources)
    return not is_phone or _E164.fullmatch(text) is not None


def _runs(text: str) -> bool:
    """Whether a spreadsheet would run a cell; what is a phone it does not."""
    if unicodedata.normalize("NFKC", text[:1]) not in _RUNS or not text:
        return False
    return not (is_phone_cell(text) or (text[0] == "+" and text[1:].isdecimal() and text.isascii()))


class _Writer:
    """Rows of CSV, a new file where one is full."""

    def __init__(self, profile: Profile, output: Output, name: str) -> None:
        self._profile, self._output, self._name = profile, output, name
        self._stream: BinaryIO | None = None
        self._files = self._rows = self._bytes = 0

    def add(self, cells: _Cells) -> None:
        """One more row."""
        line = self._line(text for _, text in cells)
        is_full = self._rows == self._profile.most_rows or self._bytes + len(line) > self._profile.most_bytes
        if self._stream is None or is_full:
            self._stream = self._next()
            head = codecs.BOM_UTF8 if self._profile.byte_order_mark else b""
            self._bytes = self._stream.write(head + self._line(column.header for column, _ in cells))
            self._rows = 0
        self._bytes += self._stream.write(line)
        self._rows += 1

    def _next(self) -> BinaryIO:
        """The next file; the second one's name ends in -2."""
        self._files += 1
        return self._output.file(f"{self._name}-{self._files}" if self._files > 1 else self._name)

    def _line(self, cells: Iterable[str]) -> bytes:
        text = io.StringIO()
        csv.writer(text, delimiter=self._profile.delimiter, lineterminator=_EOL).writerow(cells)
        return text.getvalue().encode()
