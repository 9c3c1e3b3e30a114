"""What leaves the parsing stage: a contact whose every field shows its evidence."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from cardscan.errors import RecordError

FieldKind = Literal[
    "name", "title", "department", "company", "email", "phone", "website", "address", "social", "note"
]
PhoneType = Literal["mobile", "work", "other", "fax"]
KINDS: tuple[str, ...] = get_args(FieldKind)

CRITICAL = ("name", "email", "phone")
"""Kinds that say whom a card is about: what needs review, and what a contact's confidence is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something a person should know about a field.

    Attributes:
        code: Stable and short: "phone-not-valid".
        message: A sentence a person can act on.
        doubt: Whether the value may be misread or misassigned, as opposed to odd
            but clearly read.
    """

    code: str
    message: str
    doubt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One value of a contact with its evidence.

    Attributes:
        kind: What the value is.
        raw: The text on the card that it came from, as read.
        value: The checked value, or None where no check was passed.
        confidence: Belief in [0, 1] that the value is right and in the right place.
        lines: Indexes of the text lines it came from; none where it came from the
            card's other side or from a code on it.
        issues: What is odd or doubtful about it.
        type: For phones: "mobile", "work", "other" or "fax".
        parts: Named parts of the value, in a stable order: of a name ``first``,
            ``last``, ``prefix``, ``suffix``; of an address ``street``, ``city``,
            ``region``, ``postal_code``, ``country``; of a phone ``e164``,
            ``extension``, ``region``.
        in_code: Whether a code on the card says it, be it with the print or alone.
    """

    kind: FieldKind
    raw: str
    value: str | None
    confidence: float
    lines: tuple[int, ...] = ()
    issues: tuple[Issue, ...] = ()
    type: PhoneType | None = None
    parts: tuple[tuple[str, str], ...] = ()
    in_code: bool = False

    @property
    def text(self) -> str:
        """The checked value where there is one, else the raw text."""
        return self.raw if self.value is None else self.value

    def part(self, name: str) -> str:
        """The named part, or an empty text."""
        return dict(self.parts).get(name, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """What one card says about a person or a company.

    Attributes:
        fields: All fields, in the order of ``KINDS`` and, within a kind, of the card.
        unassigned: Indexes of the lines that found no field; nothing read is lost.
        confidence: Chance in [0, 1] that name, every e-mail and every phone are right.
        issues: What concerns the contact as a whole.
    """

    fields: tuple[Field, ...]
    unassigned: tuple[int, ...] = ()
    confidence: float = 0.0
    issues: tuple[Issue, ...] = ()

    def all(self, kind: FieldKind) -> tuple[Field, ...]:
        """The fields of one kind."""
        return tuple(field for field in self.fields if field.kind == kind)

    def first(self, kind: FieldKind) -> Field | None:
        """The first field of one kind, or None."""
        return next(iter(self.all(kind)), None)

    @property
    def needs_review(self) -> bool:
        """Whether the name, an e-mail or a phone may be misread or misassigned."""
        return any(issue.doubt for issue in self.issues) or any(
            issue.doubt for field in self.fields if field.kind in CRITICAL for issue in field.issues
        )

    @property
    def is_empty(self) -> bool:
        """Whether there is neither name, company, e-mail, phone nor website: no contact at all."""
        return not any(
            field.kind in ("name", "company", "email", "phone", "website") for field in self.fields
        )

    def to_dict(self) -> dict[str, Any]:
        """The contact as plain JSON values; ``from_dict`` takes it back."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any], source: str = "contact") -> Contact:
        """A contact from what ``to_dict`` gave.

        Raises:
            RecordError: A part is missing or of the wrong kind.
        """
        try:
            return cls(
                fields=tuple(_field(field) for field in data["fields"]),
                unassigned=tuple(int(index) for index in data["unassigned"]),
                confidence=_chance(data["confidence"]),
                issues=_issues(data["issues"]),
            )
        except (KeyError, TypeError, ValueError, OverflowError) as exc:
            raise RecordError(
                source, f"this is no saved contact ({exc!r}); make one with: cardscan parse --json"
            ) from exc


def _issues(data: Any) -> tuple[Issue, ...]:
    return tuple(Issue(code=str(i["code"]), message=str(i["message"]), doubt=bool(i["doubt"])) for i in data)


def _chance(value: Any) -> float:
    chance = float(value)
    if not 0 <= chance <= 1:  # nor is "not a number"
        raise ValueError(value)
    return chance


def _field(data: dict[str, Any]) -> Field:
    if data["kind"] not in KINDS:
        raise ValueError(data["kind"])
    if data["type"] not in (None, *get_args(PhoneType)):
        raise ValueError(data["type"])
    return Field(
        kind=data["kind"],
        raw=str(data["raw"]),
        value=None if data["value"] is None else str(data["value"]),
        confidence=_chance(data["confidence"]),
        lines=tuple(int(index) for index in data["lines"]),
        issues=_issues(data["issues"]),
        type=data["type"],
        parts=tuple((str(key), str(value)) for key, value in data["parts"]),
        in_code=bool(data.get("in_code", False)),
    )
