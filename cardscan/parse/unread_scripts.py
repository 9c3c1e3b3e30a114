"""What to tell of a card that is partly printed in a script which was not read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.ocr.scripts.table import BY_CODE
from cardscan.parse.legibility import is_legible
from cardscan.parse.record import Issue

if TYPE_CHECKING:
    from cardscan.ocr.record import Reading
    from cardscan.parse.record import Contact


def with_unread(contact: Contact, reading: Reading) -> Contact:
    """The contact with a reason for each script that was not read.

    It is in doubt only where no name was found: then the name is what may be missing.
    Print that is too small or too blurred tells nothing of its script.

    Args:
        contact: What a card says.
        reading: The lines it was found in.
    """
    doubt = contact.first("name") is None
    issues = tuple(
        Issue(code="script-unread", message=_sentence(code), doubt=doubt) for code in _unread(reading)
    )
    return replace(contact, issues=(*contact.issues, *issues)) if issues else contact


def why_script_unread(reading: Reading) -> str | None:
    """Why nothing of a card was made out, if it is in a script that was not read, in words.

    Args:
        reading: The lines of one picture.
    """
    return "; ".join(map(_sentence, _unread(reading))) or None


def _unread(reading: Reading) -> tuple[str, ...]:
    return reading.unread_scripts if is_legible(reading) else ()


def _sentence(code: str) -> str:
    script = BY_CODE.get(code)
    if script is None:
        return (
            "part of this card may be in a script that was not read: name its language, "
            "as in --lang kor, and scan again"
        )
    first, *others = script.languages[:3]
    more = f" (or {', '.join(others)})" if others and code != "Hang" else ""
    return (
        f"part of this card may be in {script.name} script, which was not read: "
        f"scan again with --lang {first}{more}"
    )
