"""What is left of somebody who was forgotten: hashes by which they are known again.

They are keyed (HMAC-SHA256) with a random value that each book has of its own.  Without the
key nobody can try all phone numbers or a list of addresses on them, and those of two books do
not match.  It is no more than that: whoever has the whole book has the key as well, and can
ask whether a certain address is among the forgotten.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from cardscan.book.rows import batches
from cardscan.book.tables import ForgottenRow, SecretRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from sqlalchemy.orm import Session

    from cardscan.parse.identity import Identity

_KEY = "forgetting"
"""Name of the key among the book's secrets."""

_WHOLE = 0
"""In place of a card's number: nothing on the photo is anybody else's."""

_REACH = 20
"""Cards without a contact that may stand between two forgotten ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """Those who were forgotten.

    Attributes:
        key: The book's.
        hashes: Of them.
    """

    key: bytes
    hashes: frozenset[str]

    def has(self, texts: Iterable[str]) -> bool:
        """Whether one of some texts is of somebody who was forgotten."""
        return any(self.hash_of(text) in self.hashes for text in texts)

    def hash_of(self, text: str) -> str:
        """The keyed hash of a text, in hex."""
        return hmac.digest(self.key, text.encode("utf-8", "replace"), hashlib.sha256).hex()

    def has_photo(self, content_hash: str) -> bool:
        """Whether all that was on a photo was forgotten."""
        return self.has([photo_text(content_hash)])

    def cards_of(self, content_hash: str, *, shown: int) -> Iterator[int]:
        """The numbers of the cards of a photo that were forgotten.

        Args:
            content_hash: The photo.
            shown: The highest number of a card on it that is somebody's.
        """
        number = 0
        while self.hashes and number < shown + _REACH:
            number += 1
            if self.has([card_text(content_hash, number)]):
                shown = max(shown, number)
                yield number


def forgotten(session: Session) -> Forgotten:
    """Those who were forgotten, as the book knows them."""
    return Forgotten(
        key=bytes.fromhex(session.get_one(SecretRow, _KEY).value),
        hashes=frozenset(session.scalars(select(ForgottenRow.hash))),
    )


def keep_hashes(session: Session, texts: Iterable[str], at: datetime) -> int:
    """Keep the hashes of texts.

    Args:
        session: Writes.
        texts: What somebody is known again by.
        at: Now.

    Returns:
        How many there are of these texts.
    """
    known = forgotten(session)
    hashes = {known.hash_of(text) for text in texts}
    session.add_all(ForgottenRow(hash=one, at=at) for one in sorted(hashes - known.hashes))
    session.flush()
    return len(hashes)


def drop_hashes(session: Session, texts: Iterable[str]) -> None:
    """Forget that somebody was forgotten.

    Args:
        session: Writes.
        texts: What they are known again by.
    """
    known = forgotten(session)
    for batch in batches(known.hash_of(text) for text in texts):
        session.execute(delete(ForgottenRow).where(ForgottenRow.hash.in_(batch)))


def card_text(content_hash: str, number: int) -> str:
    """What a card of a photo is known again by."""
    return f"card {number} of {content_hash}"


def photo_text(content_hash: str) -> str:
    """What a photo is known again by on which all was forgotten."""
    return card_text(content_hash, _WHOLE)


def person_texts(identity: Identity) -> Iterator[str]:
    """What a person is known again by on another photo: own mailboxes and mobiles, name and company.

    Args:
        identity: What the card says.
    """
    for point in identity.personal:
        yield f"mailbox {point}" if "@" in point else f"mobile {re.sub(r'[^0-9]', '', point)}"
    if identity.name and identity.company:
        yield f"{' '.join(identity.name)} at {identity.company}"
