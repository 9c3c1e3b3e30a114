"""Labels: what a person reads on each picture."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from cardscan.errors import RecordError
from cardscan.evaluate.keys import email_key, name_key, phone_key, plain_key, website_key
from cardscan.evaluate.picture_key import picture_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

FIELDS = ("name", "email", "phone", "website", "title", "department", "company", "address")
"""What is measured."""

CRITICAL = ("name", "email", "phone")
"""What must be right for a row to be used untouched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueCard:
    """One labelled card, its values in the form in which they are compared.

    Attributes:
        values: Field to what stands on the card.
        alternatives: Field to other readings that count as right.
        phone_types: Phone to its printed type.
        ids: Of this card, and of the card it shows again.
        is_back: Whether it is a back side.
        illegible: Names of the labels that nobody can read; they are not measured.
    """

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alternatives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phone_types: Mapping[str, str | None] = field(default_factory=dict)
    ids: frozenset[str] = frozenset()
    is_back: bool = False
    illegible: frozenset[str] = frozenset()

    def of(self, name: str) -> tuple[str, ...]:
        """The values of one field."""
        return self.values.get(name, ())

    @property
    def is_measured(self) -> bool:
        """Whether it holds a name, an e-mail or a phone that is measured."""
        return any(self.of(name) and not self.is_illegible(name) for name in CRITICAL)

    @property
    def is_unknown(self) -> bool:
        """Whether nothing of it is measured: somebody knows that it is there, and nobody what it says."""
        return all(map(self.is_illegible, FIELDS))

    def is_illegible(self, name: str) -> bool:
        """Whether a field is not measured."""
        return not self.illegible.isdisjoint((name, f"{name}s", f"{name}es"))


@dataclass(frozen=True, slots=True, kw_only=True)
class TruePhoto:
    """One labelled picture.

    Attributes:
        name: The file's name, without folders; of labels from a book, what ``picture_key`` calls it.
        kind: "photo", "scan" or "render", if labelled.
        cards: The cards in it; none where it shows no business card.
        labels: The single values labelled, as text, by their keys: "language" to "fr".
        is_from_book: Whether it is labelled with values, path and event as a queue gives them.
    """

    name: str
    kind: str | None
    cards: tuple[TrueCard, ...]
    labels: Mapping[str, str] = field(default_factory=dict)
    is_from_book: bool = False


def load_truth(path: Path) -> tuple[TruePhoto, ...]:
    """The labels in a JSON file.

    Args:
        path: A list of objects with ``file``, ``kind`` and ``fields`` (one card) or
            ``cards`` (several).

    Returns:
        One record a picture.

    Raises:
        RecordError: The file cannot be read or holds no labels.
    """
    try:
        return tuple(_photo(image) for image in json.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as exc:
        raise RecordError(str(path), f"it cannot be read ({exc.strerror}).") from exc
    except (KeyError, TypeError, AttributeError, ValueError) as exc:
        raise RecordError(
            str(path),
            f"these are no labels ({exc!r}); each needs a file and fields, as in samples/truth.json.",
        ) from exc


def _photo(image: dict[str, Any]) -> TruePhoto:
    if "cards" in image:
        cards = tuple(true_card({**image, **_with_fields(card)}) for card in image["cards"])
    elif image.get("fields") and image.get("content") != "not_a_business_card":
        cards = (true_card(image),)
    else:
        cards = ()
    labels = {key: str(value) for key, value in image.items() if isinstance(value, str | int | float)}
    from_book = image.get("from_book") is True
    return TruePhoto(
        name=_key(image) if from_book else PurePosixPath(image["file"]).name,
        kind=image.get("kind"),
        cards=cards,
        labels=labels,
        is_from_book=from_book,
    )


def _key(image: dict[str, Any]) -> str:
    return picture_key(*(str(image[key]) for key in ("file", "event", "event_date")))


def _with_fields(card: dict[str, Any]) -> dict[str, Any]:
    return card if "fields" in card else {"fields": card}


def true_card(label: dict[str, Any]) -> TrueCard:
    """What a person read on a card.

    Args:
        label: Its ``fields``, and what is said of the card, as in a file of labels.
    """
    fields = label["fields"]
    printed = fields.get("phones") or []
    phones = [_phone(phone, fields.get("country") or label.get("country")) for phone in printed]
    typed = zip(phones, printed, strict=True)
    return TrueCard(
        values={
            # A queue's name is bare already: what stands behind a comma there belongs to it.
            "name": _keys(fields.get("name"), partial(name_key, printed=label.get("from_book") is not True)),
            "email": _keys(fields.get("emails"), email_key),
            "phone": tuple(phone for phone in phones if phone),
            "website": _keys(fields.get("websites"), website_key),
            "title": _keys(fields.get("title"), plain_key),
            "department": _keys(fields.get("department"), plain_key),
            "company": _keys(fields.get("company"), plain_key),
            "address": _keys(_text(fields.get("address")), plain_key),
        },
        alternatives=_alternatives(fields),
        phone_types={key: label.get("type") for key, label in typed if key and isinstance(label, dict)},
        ids=frozenset(_many([label.get("id"), label.get("same_card_as")])),
        is_back=label.get("content") == "back",
        illegible=frozenset(_many(label.get("illegible")) + _many(fields.get("illegible"))),
    )


def _alternatives(fields: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """The second script, the form in the logo, and a title with its department in either order."""
    title, departments = fields.get("title"), _many(fields.get("department"))
    both = [" ".join([title, *departments]), " ".join([*departments, title])] if title and departments else []
    return {
        "name": _keys(fields.get("name_alt"), name_key),
        "company": _keys(fields.get("company_alt"), plain_key),
        "title": _keys(both or departments, plain_key),
        "address": _keys([_text(address) for address in _many(fields.get("other_addresses"))], plain_key),
    }


def _phone(phone: Any, country: str | None) -> str:
    e164 = phone.get("e164") if isinstance(phone, dict) else None
    return e164 or phone_key(_text(phone), country)


def _keys(value: Any, key: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(key(text) for text in _many(value))


def _many(value: Any) -> list[Any]:
    return [item for item in (value if isinstance(value, list) else [value]) if item]


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return value.get("text") or ", ".join(str(part) for part in value.values() if part)
    return value or ""
