"""Pages of PDF files, drawn by PDFium in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from cardscan.ocr.decode.source import MIN_SIDE_PX, Header, Source

if TYPE_CHECKING:
    from cardscan.ocr.reader import Pixels

_PROGRAM = Path(__file__).with_name("pdf_program.py")
_NO_PAGE = -1
_PATIENCE = 3
"""How much longer than it may compute the program may take: other programs want the processor too."""

_REFUSED = {
    "locked": "the PDF is locked with a password; save a copy without one and scan again.",
    "narrow": "its page is too narrow to hold a card; save the card as a picture.",
    "damaged": "the PDF is damaged or incomplete and cannot be read; copy it again from where it was made.",
    "too much": (
        "the PDF takes more time or memory than a card can need, or brings the program down that draws it;"
        " save the card as a picture."
    ),
}


def read_header(source: Source) -> Header:
    """How many pages the document has; none is drawn.

    Args:
        source: The file.

    Returns:
        The header, with a frame for every page.

    Raises:
        PhotoError: The document is locked, has no pages or too many.
    """
    pages: int = _asked(source, _NO_PAGE)[0]["pages"]
    if not pages:
        raise source.refuse("the PDF has no pages; export it again.")
    source.check_pages(pages)
    return Header(frames=tuple(range(pages)))


def decode(source: Source, frame: int) -> Pixels:
    """One page, drawn so that a card-sized one becomes 1,600 px wide.

    Args:
        source: The file.
        frame: The page's index, from 0.

    Returns:
        uint8, shape (height, width, 3), BGR.

    Raises:
        PhotoError: The document is locked, the page too narrow to hold a card, or too much to draw.
    """
    facts, data = _asked(source, frame)
    height, width, stride = facts["height"], facts["width"], facts["stride"]
    rows = np.frombuffer(data, np.uint8).reshape(height, stride)
    return np.array(rows[:, : width * 3].reshape(height, width, 3))


def _asked(source: Source, frame: int) -> tuple[dict[str, Any], memoryview]:
    """What the program says of the document, and the pixels that follow.

    Raises:
        PhotoError: It refuses the document, or has come to grief on it.
    """
    limits = source.limits
    memory = limits.drawing_memory + source.path.stat().st_size
    numbers = (frame, limits.max_side_px, limits.pixels, MIN_SIDE_PX, memory, limits.drawing_s)
    # -P: a module beside the photos is not taken for one of Python's.
    command = [sys.executable, "-P", os.fspath(_PROGRAM), *map(str, numbers)]
    try:
        with source.path.open("rb") as document:
            done = subprocess.run(  # noqa: S603 - our own program, and numbers
                command,
                stdin=document,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=limits.drawing_s * _PATIENCE,
                process_group=0,  # Ctrl-C is told to the one that waits, which decides
                check=False,
            )
    except subprocess.TimeoutExpired as exc:
        raise source.refuse(_REFUSED["too much"]) from exc
    if done.returncode:  # below 0, the system has ended it
        raise source.refuse(_REFUSED["too much" if done.returncode < 0 else "damaged"])
    head_bytes = done.stdout.index(b"\n") + 1
    facts = json.loads(done.stdout[:head_bytes])
    if "refused" in facts:
        raise source.refuse(_REFUSED[facts["refused"]])
    return facts, memoryview(done.stdout)[head_bytes:]
