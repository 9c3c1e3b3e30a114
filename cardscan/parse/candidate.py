"""What a finder proposes: a typed span of text, with what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cardscan.parse.record import FieldKind, Issue, PhoneType


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of one line's text.

    Attributes:
        line: Index of the line in the reading.
        start: Index of the first character.
        end: Index after the last character.
    """

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One possible field value and where it stands.

    Attributes:
        kind: What the value would be.
        raw: The text as read.
        value: The checked value, or None where no check was passed.
        spans: Where it stands: one span, or several where it runs over lines.
        score: The finder's own ranking, higher is better; only comparable within a kind.
        confidence: Belief in [0, 1] from the finder's own evidence.
        type: For phones, their type.
        parts: Named parts, as in ``Field``.
        issues: What is odd or doubtful about it.
    """

    kind: FieldKind
    raw: str
    value: str | None
    spans: tuple[Span, ...]
    score: float = 0.0
    confidence: float = 0.5
    type: PhoneType | None = None
    parts: tuple[tuple[str, str], ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def lines(self) -> tuple[int, ...]:
        """Indexes of the lines it stands on, in order, each once."""
        return tuple(dict.fromkeys(span.line for span in self.spans))
