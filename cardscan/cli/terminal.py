"""Text for the terminal: what a stranger printed on a card must not drive it."""

import os
import sys
import unicodedata
from typing import TYPE_CHECKING

from cardscan.ocr.folder import BIDI_CONTROLS

if TYPE_CHECKING:
    from rich.console import Console


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


def write_data(data: bytes) -> None:
    """Write data to stdout; where its reader has closed the pipe, like head, that was enough for it."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        forget_stdout()


def forget_stdout() -> None:
    """Let all that is still written to stdout go nowhere: Python flushes it once more as it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def is_animated() -> bool:
    """Whether stderr is a terminal on which things may move and have colours."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def console(*, stderr: bool = False) -> "Console":
    """A console that takes every text as it is: no markup, no emoji codes, no highlighting.

    Args:
        stderr: Whether it writes to stderr; else to stdout.
    """
    from rich.console import Console  # noqa: PLC0415 - not needed for --help

    class PipedConsole(Console):
        """Leaves a closed pipe to the command line, which knows what to exit with."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    stream = sys.stderr if stderr else sys.stdout
    plain = not (is_animated() if stderr else stream.isatty())
    # A table in a file or a pipe is not folded to the width of a terminal that is not there.
    return PipedConsole(
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
    if unicodedata.category(character) in ("Cc", "Cs") or character in BIDI_CONTROLS:
        return "\N{REPLACEMENT CHARACTER}"
    return character
