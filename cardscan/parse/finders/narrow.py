"""Text in plain, narrow characters, one for one, so that spans in it are spans in the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cardscan.ocr.record import TextLine
    from cardscan.parse.candidate import Span

TAKEN = "\x00"
"""Stands where a character already belongs to another candidate."""

_NARROW = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_NARROW |= dict.fromkeys(map(ord, "‐‑‒–—―−﹣⁃ｰ"), "-")
_NARROW |= dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u200a\u202f\u3000\t"), " ")
_NARROW |= dict.fromkeys(map(ord, "〜∼˜"), "~")
_NARROW |= dict.fromkeys(map(ord, "。｡"), ".")
_NARROW |= dict.fromkeys(map(ord, "﹕∶"), ":")
_NARROW |= {ord("﹫"): "@", ord("【"): "(", ord("】"): ")", ord("｟"): "(", ord("｠"): ")"}


def narrow(text: str) -> str:
    """The text with full-width characters, odd dashes and odd spaces made plain.

    Returns:
        A text of the same length.
    """
    return text.translate(_NARROW)


def free_texts(lines: Sequence[TextLine], taken: Iterable[Span]) -> list[str]:
    """The narrow text of each line, with what is taken already struck out.

    Args:
        lines: The text lines of one reading.
        taken: Spans that belong to other candidates.

    Returns:
        One text a line, each as long as its line.
    """
    texts = [list(narrow(line.text)) for line in lines]
    for span in taken:
        if span.line < len(texts):
            end = min(span.end, len(texts[span.line]))
            texts[span.line][span.start : end] = TAKEN * max(0, end - span.start)
    return ["".join(text) for text in texts]
