"""Which template a letter is made from: the owner's own first, then those of the program."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from cardscan.errors import RecordError
from cardscan.followup.progress import asks_for

if TYPE_CHECKING:
    from pathlib import Path

    from cardscan.followup.record import Step

LetterKind = Literal["first", "reminder", "send", "stay", "meeting"]

_SHIPPED = files("cardscan.followup.drafts") / "templates"
_LARGEST_FILE_BYTES = 128_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A template as it was found.

    Attributes:
        file: Where, as a sentence names it.
        text: What stands there.
        language: ISO 639-1 code of the language that it is written in.
    """

    file: str
    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """The letters there are.

    Attributes:
        folder: The owner's own, if there are some.
    """

    folder: Path | None = None

    def find(self, kind: LetterKind, language: str) -> Source:
        """The template of a letter.

        In the language asked for if there is one, the owner's before the program's; else
        in English.  The owner's ``first.j2`` serves every language.

        Args:
            kind: Which letter.
            language: ISO 639-1 code.

        Raises:
            RecordError: The owner's folder or a template in it cannot be read.
        """
        candidates = (
            found
            for code in (language, "en")
            for found in (
                self._own(f"{kind}.{code}.j2", code),
                self._own(f"{kind}.j2", language),
                _shipped(f"{kind}.{code}.j2", code),
            )
        )
        return next(found for found in candidates if found)

    def _own(self, name: str, language: str) -> Source | None:
        if self.folder is None:
            return None
        if not self.folder.is_dir():
            raise RecordError(
                str(self.folder), "this folder of templates is not there; correct templates in the settings"
            )
        path = self.folder / name
        return Source(file=str(path), text=_read(path), language=language) if path.exists() else None


def letter_kind(step: Step, *, promises: bool) -> LetterKind:
    """Which letter a step asks for.

    Args:
        step: What to do next.
        promises: Whether a note promises some of the owner's materials.

    Returns:
        A proposal where the step is a meeting; the first letter after the event; what was
        promised, where a note asks for a later step; staying in touch after the
        cadence; a reminder while nobody answers.
    """
    if step.action == "meeting":
        return "meeting"
    if step.number == 0:
        return "first"
    if asks_for(step) or (promises and step.set_by != "cadence"):
        return "send"
    return "stay" if step.number is None else "reminder"


def _shipped(name: str, language: str) -> Source | None:
    resource = _SHIPPED / name
    if not resource.is_file():
        return None
    return Source(file=name, text=resource.read_text(encoding="utf-8"), language=language)


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST_FILE_BYTES:
            raise RecordError(str(path), "this is too long for a letter's template; shorten it")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as exc:
        raise RecordError(str(path), "the template is not in UTF-8; save it as UTF-8") from exc
    except OSError as exc:
        raise RecordError(str(path), f"the template cannot be read ({exc.strerror})") from exc
