"""TOML files that people write: read key by key, each mistake met with a sentence."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cardscan.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of a TOML file.

    Attributes:
        source: The file, as a sentence names it.
        where: The table's place in the file, as it stands before a key in a sentence:
            "[owner] "; empty for the file itself.
        data: Its keys and values.
    """

    source: str
    where: str = ""
    data: dict[str, Any]

    def only(self, *known: str) -> None:
        """Refuse keys that are not ``known``.

        Raises:
            RecordError: There is one; the sentence names those that are known.
        """
        unknown = sorted(self.data.keys() - set(known))
        if unknown:
            what = "the table" if self.where else "the file"
            raise self.wrong(f"{unknown[0]!r} is not known here; {what} may hold {', '.join(known)}.")

    def text(self, key: str) -> str | None:
        """The text under ``key``; None where there is none.

        Raises:
            RecordError: The value is no text.
        """
        value = self.data.get(key)
        if value is not None and not isinstance(value, str):
            raise self.wrong(f'{key} must be a text in quotation marks, like: {key} = "…"')
        return value

    def texts(self, key: str) -> tuple[str, ...] | None:
        """The list of texts under ``key``; None where there is none.

        Raises:
            RecordError: The value is no list of texts.
        """
        value = self.data.get(key)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            raise self.wrong(f'{key} must be a list of texts, like: {key} = ["…", "…"]')
        return tuple(value)

    def choice(self, key: str, known: Sequence[str]) -> str | None:
        """The text under ``key``, which is one of ``known``; None where there is none.

        Raises:
            RecordError: It is none of them; the sentence names them.
        """
        value = self.text(key)
        if value is not None and value not in known:
            raise self.wrong(f"{key} is {value!r}; write one of: {', '.join(known)}")
        return value

    def number(self, key: str, *, default: int, least: int, most: int) -> int:
        """The whole number under ``key``.

        Args:
            key: The key.
            default: What it is where the key does not stand there.
            least: The smallest that is accepted.
            most: The largest.

        Raises:
            RecordError: The value is no whole number between the two.
        """
        value = self.data.get(key, default)
        if type(value) is not int or not least <= value <= most:  # true and false count as int
            raise self.wrong(
                f"{key} is {value!r}; write a whole number from {least} to {most}, like: {key} = {default}"
            )
        return value

    def table(self, key: str, name: str) -> Table:
        """The table under ``key``; an empty one where there is none.

        Args:
            key: The key.
            name: What stands between the brackets.

        Raises:
            RecordError: The value is no table.
        """
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(f"{key} must be a table: write [{name}] on a line and its keys below.")
        return Table(source=self.source, where=f"[{name}] ", data=value)

    def tables(self, key: str, name: str) -> tuple[Table, ...] | None:
        """The tables of the list under ``key``; None where there is none.

        Args:
            key: The key.
            name: What stands between the double brackets.

        Raises:
            RecordError: The value is no list of tables.
        """
        value = self.data.get(key)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
            raise self.wrong(f"{key} must be tables: write [[{name}]] on a line and its keys below.")
        return tuple(
            Table(source=self.source, where=f"[[{name}]] number {number}: ", data=table)
            for number, table in enumerate(value, start=1)
        )

    def wrong(self, sentence: str) -> RecordError:
        """The error that says where in the file what is wrong."""
        return RecordError(self.source, self.where + sentence)


def read_toml(path: Path, example: str) -> Table:
    """The file's outermost table.

    Args:
        path: The file, in UTF-8, with or without a byte-order mark.
        example: A line as it may stand there, for the sentence about a file that is no TOML.

    Raises:
        RecordError: The file cannot be read or is no TOML.
    """
    source = str(path)
    try:
        # Editors on Windows like to put a byte-order mark first, which TOML does not allow.
        return Table(source=source, data=tomllib.loads(_bytes_of(path).decode("utf-8-sig")))
    except OSError as exc:
        raise RecordError(source, f"it cannot be read ({exc.strerror}).") from exc
    except UnicodeDecodeError as exc:
        raise RecordError(source, "it is not in UTF-8; save it again with that encoding.") from exc
    except RecursionError as exc:
        raise RecordError(source, f"its brackets are nested too deeply; write lines like: {example}") from exc
    except ValueError as exc:  # also of numbers with thousands of digits, which tomllib lets through
        raise RecordError(source, f"it is no TOML ({exc}); write lines like: {example}") from exc


def _bytes_of(path: Path) -> bytes:
    """The file's bytes; a pipe would have us wait for ever, and a device never end."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise RecordError(str(path), "it cannot be read: it is no ordinary file; put a file of text there.")
    with path.open("rb") as stream:
        data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise RecordError(str(path), "it is larger than 1 MB, which nobody writes; put the right file there.")
    return data
