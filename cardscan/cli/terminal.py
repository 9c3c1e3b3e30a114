"""Text for the terminal: what a stranger printed on a card must not drive it."""

import os
import sys
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def safe(text: str) -> str:
    r"""The text without what could move the cursor, change colours or turn the writing direction.

    Args:
        text: Anything read from a card, a file or its name.

    Returns:
        One line; every control character is a replacement character, line breaks
        and tabs are spaces.

    Example:
        >>> safe("a\tb")
        'a b'
    """
    return "".join(_safe_character(character) for character in text)


def say(sentence: str) -> None:
    """Tell the user something, on stderr."""
    print(safe(sentence), file=sys.stderr)  # noqa: T201 - this is the command line


def is_animated() -> bool:
    """Whether stderr is a terminal on which things may move and have colours."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def console(*, stderr: bool = False) -> "Console":
    """A console that takes every text as it is: no markup, no emoji codes, no highlighting.

    Args:
        stderr: Whether it writes to stderr; else to stdout.
    """
    from rich.console import Console  # noqa: PLC0415 - not needed for --help

    stream = sys.stderr if stderr else sys.stdout
    plain = not (is_animated() if stderr else stream.isatty())
    # A table in a file or a pipe is not folded to the width of a terminal that is not there.
    return Console(
        file=stream,
        markup=False,
        emoji=False,
        highlight=False,
        no_color=plain or None,
        width=_width(plain=plain),
    )


def _width(*, plain: bool) -> int | None:
    return 160 if plain and "COLUMNS" not in os.environ else None


def _safe_character(character: str) -> str:
    if character in "\t\n\r\v\f\u2028\u2029":
        return " "
    if unicodedata.category(character) in ("Cc", "Cs") or character in _BIDI_CONTROLS:
        return "\N{REPLACEMENT CHARACTER}"
    return character
