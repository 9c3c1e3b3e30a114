"""Items go to a collection on a server: what is new there, what changed here, what was edited there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import quote

from cardscan.errors import ServerError
from cardscan.export.push.dav import RefusedError, refusal
from cardscan.export.push.item import says_the_same
from cardscan.export.push.multistatus import DAV, name_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cardscan.export.push.dav import Dav
    from cardscan.export.push.item import Item

_ETAG = f"{DAV}getetag"
_OTHER_STATE = (409, 412)
"""Something else is there by now, or has the same UID under another name."""

_OF_THE_SERVER = (401, 507)
"""Refusals that are not about one item, and meet the next one too; so do those from 500 on."""

_MOST_FAILURES = 3
"""In a row, after which a server is taken to be down."""


class Fate(Enum):
    """What becomes of an item."""

    CREATE = auto()
    UPDATE = auto()
    SAME = auto()
    """It is there as it should be."""
    KEPT = auto()
    """Somebody edited it there."""
    GONE = auto()
    """Somebody deleted it there."""


CHANGES = (Fate.CREATE, Fate.UPDATE)
"""Fates that change something on the server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What was put at a place before.

    Attributes:
        digest: Of the item.
        etag: The server's name for the state.
    """

    digest: str
    etag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be done with an item.

    Attributes:
        item: The item.
        fate: What is to be done.
        etag: The server's name for what is there now; empty for nothing.
    """

    item: Item
    fate: Fate
    etag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was done with an item.

    Attributes:
        item: The item.
        fate: What became of it; None where it did not go, so that running again tries it again.
        etag: The server's name for what is there now.
        why: Why it did not go.
        is_down: Whether that is not about the item, but about the server.
    """

    item: Item
    fate: Fate | None
    etag: str = ""
    why: str = ""
    is_down: bool = False


def plan(dav: Dav, collection: str, items: Iterable[Item], before: Mapping[str, State]) -> list[Plan]:
    """What is to be done with items; nothing is changed.

    Args:
        dav: The server.
        collection: The address of the address book or calendar.
        items: What is to be there.
        before: What was put there before, by UID.

    Raises:
        ServerError: The server cannot be reached, or refuses.
    """
    try:
        inside = dav.properties(collection, [_ETAG], depth=1)
        there = {name_in(one.url): one.text(_ETAG) for one in inside}
        return [
            one
            for item in items
            if (one := _plan(dav, collection, item, there.get(item.name), before.get(item.uid)))
        ]
    except RefusedError as exc:
        raise refusal(dav.address, exc, collection) from exc


def _plan(dav: Dav, collection: str, item: Item, etag: str | None, before: State | None) -> Plan | None:
    if etag is None:
        if before is None:
            return None if item.is_over else Plan(item=item, fate=Fate.CREATE)
        return Plan(item=item, fate=Fate.GONE)
    if before is not None and before.etag == etag:
        fate = Fate.SAME if before.digest == item.digest else Fate.UPDATE
        return Plan(item=item, fate=fate, etag=etag)
    # Put there by a run that did not come to note it, or by another book; or somebody edited it.
    content, now = dav.read(_place(collection, item))
    fate = Fate.SAME if says_the_same(content, item.data) else Fate.KEPT
    return Plan(item=item, fate=fate, etag=now or etag)


def carry_out(dav: Dav, collection: str, plans: Iterable[Plan]) -> Iterator[Outcome]:
    """Do what was planned, one after the other.

    A server that fails several times in a row is left alone.

    Args:
        dav: The server.
        collection: The address of the address book or calendar.
        plans: What ``plan`` gave.

    Yields:
        What became of each; what is to be noted stands in it once it is on the server.
    """
    failures, down = 0, ""
    for one in plans:
        if down and one.fate in CHANGES:
            yield Outcome(item=one.item, fate=None, why=f"not tried any more: {down}")
            continue
        outcome = _carry_out(dav, collection, one)
        failures = failures + 1 if outcome.is_down else 0
        down = outcome.why if failures == _MOST_FAILURES else down
        yield outcome


def _carry_out(dav: Dav, collection: str, one: Plan) -> Outcome:
    item, place = one.item, _place(collection, one.item)
    if one.fate not in CHANGES:
        return Outcome(item=item, fate=one.fate, etag=one.etag)
    try:
        etag = dav.put(place, item.data, item.content_type, replaces=one.etag or None)
    except RefusedError as exc:
        if exc.status in _OTHER_STATE:
            return _after_all(dav, place, one, exc)
        is_down = exc.status in _OF_THE_SERVER or exc.status >= HTTPStatus.INTERNAL_SERVER_ERROR
        return Outcome(item=item, fate=None, why=str(exc), is_down=is_down)
    except ServerError as exc:
        return Outcome(item=item, fate=None, why=exc.reason, is_down=True)
    return Outcome(item=item, fate=one.fate, etag=etag)


def _after_all(dav: Dav, place: str, one: Plan, refused: RefusedError) -> Outcome:
    """What became of an item that found another state: that is its own, if it was sent twice."""
    try:
        content, etag = dav.read(place)
    except RefusedError:
        why = f"{refused}; it may be there under another name, from a file that was imported"
        return Outcome(item=one.item, fate=None, why=why)
    except ServerError as exc:
        return Outcome(item=one.item, fate=None, why=exc.reason, is_down=True)
    if says_the_same(content, one.item.data):
        return Outcome(item=one.item, fate=one.fate, etag=etag)
    return Outcome(item=one.item, fate=Fate.KEPT)


def _place(collection: str, item: Item) -> str:
    return collection + quote(item.name)
