"""Independent judges of the vCards, calendars and tables that cardscan writes.

Each is a program that nobody here wrote, run once over many files by a short script beside
this module.  What nobody minds: a line that is not folded; a separator in a text that is not
escaped; too few parts of a name or an address in version 4.0; an unknown STATUS, a SEQUENCE
that is no number, an end before the start, an alarm without ACTION; cells with stray quotes.
Each by itself is known to let pass:

- ez-vcard 0.11 (vCard): bare line feeds, a card that does not end, properties, types and
  parameters that there are not, two of what may stand once.
- sabre/vobject 2.1, Debian's (vCard, iCalendar): it looks for VERSION and one FN in a card (4.0
  allows several), and for UTF-8, control characters and names everywhere; of a calendar it only
  wants that it can be read.  It does not split behind a backslash, even one that is itself
  escaped, and takes a zone that it does not know for UTC.
- ical.js (vCard, iCalendar): it asks for no property at all.  What it reads in cards keeps some
  backslashes and is not handed on.
- vcard4 (vCard 4.0): values, such as a bad REV.  It tells the first fault alone.
- PyPI's vcard (vCard 3.0): a bad REV.  It knows no letters beyond Latin-1, so it gets no file
  with such, and it tells the first fault alone.
- libical (iCalendar): bytes that are no UTF-8, a missing UID or DTSTAMP.  Of alarms it looks at
  values only.
- vobject (iCalendar): values and names.  It tells the first fault alone.
- frictionless, csvclean (CSV): what the columns hold; and csvclean the header.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from installed import counterpart, system_program

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

T = TypeVar("T")

_SCRIPTS = Path(__file__).parent / "judges"
_JARS = ("ez-vcard", "vinnie", "jsoup", "commons-codec")
_LONGEST_S = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a judge read in a vCard.

    Attributes:
        version: "3.0" or "4.0".
        fn: The name as it is shown.
        n: Family name, given name, additional names, prefixes, suffixes.
        tel: All phones.
        email: All addresses.
        org: The company and its departments.
        note: The first note, without escapes.
        categories: All that it is filed under.
        uid: The id of the card.
    """

    version: str
    fn: str
    n: tuple[str, ...]
    tel: tuple[str, ...]
    email: tuple[str, ...]
    org: tuple[str, ...]
    note: str
    categories: tuple[str, ...]
    uid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a judge read in an appointment or a task.

    Attributes:
        kind: "VEVENT" or "VTODO".
        uid: Its id.
        summary: Its title, without escapes.
        start: When it begins, or is due: an instant ("2026-11-23T08:00:00Z"), a day
            ("2026-11-23"), or, where it stands in no zone that the judge knows, a clock's
            time ("2026-11-23T09:00:00").
        alarms: When they go off, written like ``start``.
        sequence: The number that grows.
        status: "CONFIRMED", "NEEDS-ACTION".
    """

    kind: str
    uid: str
    summary: str
    start: str
    alarms: tuple[str, ...]
    sequence: int
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What a judge read in a CSV file, cell by cell."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict(Generic[T]):
    """What all judges say of a file.

    Attributes:
        complaints: Each behind the name of its judge; none where all accept the file.
        read: What each judge understood that tells, by its name: a card, an appointment or a
            task after the other, or one table.
    """

    complaints: tuple[str, ...]
    read: Mapping[str, tuple[T, ...]]


def judge_vcards(folder: Path, version: Literal["3.0", "4.0"]) -> dict[str, Verdict[Card]]:
    """What the judges of vCards say of each ``.vcf`` file of a folder, by its name.

    Args:
        folder: Where they are; each may hold many cards.
        version: What all of them are to be.
    """
    files = _files(folder, ".vcf")
    said = {
        "ez-vcard": _answers(_ez_vcard(version), files),
        "sabre": _answers(_sabre("vcards"), files),
        "ical.js": _answers(_javascript("vcards"), files),
    }
    if version == "4.0":
        said["vcard4"] = _answers(_javascript("vcard4"), files)
    elif latin := [file for file in files if _is_latin(file)]:
        said["vcard"] = _answers([_judges_python(), _SCRIPTS / "latin_cards.py"], latin)
    return _verdicts(said, files, _card)


def judge_calendars(folder: Path) -> dict[str, Verdict[Entry]]:
    """What the judges of calendars say of each ``.ics`` file of a folder, by its name."""
    files = _files(folder, ".ics")
    said = {
        "libical": _answers([sys.executable, _SCRIPTS / "libical.py", _libical()], files),
        "vobject": _answers([_judges_python(), _SCRIPTS / "needed_properties.py"], files),
        "sabre": _answers(_sabre("calendars"), files),
        "ical.js": _answers(_javascript("calendars"), files),
    }
    return _verdicts(said, files, _entry)


def judge_tables(files: Sequence[Path], delimiter: str = ",") -> dict[str, Verdict[Table]]:
    """What the judges of tables say of CSV files, by name.

    Args:
        files: Of different names, in UTF-8, with a byte order mark or without.
        delimiter: What stands between their cells.
    """
    script = [_judges_python(), _SCRIPTS / "csv_tables.py"]
    judges = ("frictionless", "csvclean")
    said = {judge: _answers([*script, judge, delimiter], files) for judge in judges}
    return _verdicts(said, files, _table)


def complaints_of(verdicts: Mapping[str, Verdict[Any]]) -> list[str]:
    """All complaints of all files, each behind the name of its file."""
    return [f"{name}: {each}" for name, verdict in verdicts.items() for each in verdict.complaints]


def _ez_vcard(version: str) -> list[str | Path]:
    jars = [counterpart("/usr/share/java", f"{name}.jar") for name in _JARS]
    path = ":".join(map(str, jars))
    return [system_program("java"), "-cp", path, _SCRIPTS / "ez_vcard.java", version]


def _sabre(kind: str) -> list[str | Path]:
    library = counterpart("/usr/share/php/Sabre/VObject/autoload.php")
    return [system_program("php"), _SCRIPTS / "sabre.php", library, kind]


def _javascript(kind: str) -> list[str | Path]:
    for name in ("ical.js", "vcard4"):
        counterpart("node", "node_modules", name)
    modules = counterpart("node", "node_modules")
    return [system_program("node"), _SCRIPTS / "javascript.mjs", modules, kind]


def _judges_python() -> Path:
    return counterpart("judges", "bin", "python")


def _libical() -> Path:
    return counterpart("/usr/lib", f"{platform.machine()}-linux-gnu", "libical.so.3")


def _files(folder: Path, suffix: str) -> list[Path]:
    return sorted(folder.glob(f"*{suffix}"))


def _is_latin(file: Path) -> bool:
    """Whether it holds no letter beyond Latin-1; what is no text at all is for the judge to refuse."""
    try:
        file.read_text(encoding="utf-8").encode("latin-1")
    except UnicodeEncodeError:
        return False
    except UnicodeDecodeError:
        return True
    return True


def _answers(command: Sequence[str | Path], files: Sequence[Path]) -> dict[str, Any]:
    """What a judge's script says: complaints and what it read, by the path of the file."""
    assert files, "There is no file to judge."
    done = subprocess.run(
        [*command, *files], capture_output=True, encoding="utf-8", check=False, timeout=_LONGEST_S
    )
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout)
    assert set(answers) == set(map(str, files)), "A judge is silent about a file."
    return answers


def _verdicts(
    said: Mapping[str, Mapping[str, Any]], files: Sequence[Path], understood: Callable[[Any], T]
) -> dict[str, Verdict[T]]:
    assert len({file.name for file in files}) == len(files), "Two files have the same name."
    return {file.name: _verdict(_about(file, said), understood) for file in files}


def _about(file: Path, said: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    return {judge: answers[str(file)] for judge, answers in said.items() if str(file) in answers}


def _verdict(answers: Mapping[str, Any], understood: Callable[[Any], T]) -> Verdict[T]:
    return Verdict(
        complaints=tuple(
            f"{judge}: {each}" for judge, said in answers.items() for each in said["complaints"]
        ),
        read={judge: tuple(map(understood, said["read"])) for judge, said in answers.items() if said["read"]},
    )


def _card(read: dict[str, Any]) -> Card:
    return Card(**_with_tuples(read))


def _entry(read: dict[str, Any]) -> Entry:
    return Entry(**_with_tuples(read))


def _table(read: dict[str, Any]) -> Table:
    return Table(header=tuple(read["header"]), rows=tuple(map(tuple, read["rows"])))


def _with_tuples(read: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in read.items()}
