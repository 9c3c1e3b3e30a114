"""Finds the address book or the calendar that an address leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from cardscan.errors import ServerError, UsageError
from cardscan.export.push.dav import RefusedError, refusal
from cardscan.export.push.multistatus import CALDAV, CARDDAV, DAV

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.export.push.dav import Dav
    from cardscan.export.push.multistatus import Resource

_PRINCIPAL = f"{DAV}current-user-principal"
_TYPE, _NAME = f"{DAV}resourcetype", f"{DAV}displayname"
_COMPONENTS = f"{CALDAV}supported-calendar-component-set"
_NOT_FOUND, _UNAUTHORIZED = 404, 401


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of collection.

    Attributes:
        what: What people call it.
        type: Its resource type.
        home: The property of its owner that says where such collections are.
        well_known: Where a server says where it has them.
        component: What a calendar must take: "VEVENT" or "VTODO".
    """

    what: str
    type: str
    home: str
    well_known: str
    component: str = ""


ADDRESS_BOOK = Kind(
    what="address book",
    type=f"{CARDDAV}addressbook",
    home=f"{CARDDAV}addressbook-home-set",
    well_known="/.well-known/carddav",
)
CALENDAR = Kind(
    what="calendar",
    type=f"{CALDAV}calendar",
    home=f"{CALDAV}calendar-home-set",
    well_known="/.well-known/caldav",
)


def find_collection(dav: Dav, kind: Kind) -> str:
    """Where the collection is that the user means: at the address, or the only one that is theirs.

    Args:
        dav: The server, at the address as typed.
        kind: An address book or a calendar.

    Returns:
        Its address, with a slash at the end.

    Raises:
        ServerError: The server cannot be reached, or refuses.
        UsageError: There is none, or there are several.

    Source:
        RFC 6764, section 6; RFC 5397; RFC 6352, section 7.1.1; RFC 4791, section 6.2.1.
    """
    start = dav.address.url
    try:
        here = _look(dav, start, kind)
    except RefusedError as exc:
        if exc.status != _NOT_FOUND:
            raise refusal(dav.address, exc) from exc
        here = []
    if here and here[0].is_a(kind.type):
        return _slashed(here[0].url)
    for other in (ADDRESS_BOOK, CALENDAR):
        if here and here[0].is_a(other.type):
            raise UsageError(f"{start} is the address of the wrong kind; type that of one {kind.what}.")
    if dav.address.path != "/" and not any(one.properties for one in here):
        raise ServerError(start, f"There is no {kind.what} at this address; the server's own finds yours.")
    found = {one.url: one for home in _homes(dav, kind, here) for one in _in(dav, home, kind)}
    if len(found) == 1:
        return _slashed(next(iter(found)))
    if not found:
        raise ServerError(start, f"There is no {kind.what} here, nor one that it leads to.")
    listed = "; ".join(f"{one.text(_NAME) or 'without a name'}: {url}" for url, one in found.items())
    raise UsageError(f"There are several of the kind; type the address of one {kind.what}. {listed}")


def _look(dav: Dav, url: str, kind: Kind) -> list[Resource]:
    return dav.properties(url, [_TYPE, _PRINCIPAL, kind.home])


def _homes(dav: Dav, kind: Kind, here: list[Resource]) -> Iterator[str]:
    """Where the user's collections are, as the place says, or the one where servers say it."""
    for place in (here, None):
        try:
            told = _look(dav, urljoin(dav.address.url, kind.well_known), kind) if place is None else place
            for one in told:
                owner = one.href(_PRINCIPAL)
                owners = _look(dav, owner, kind) if owner else told
                homes = [home for each in owners if (home := each.href(kind.home))]
                if homes:
                    yield from homes
                    return
        except RefusedError as exc:
            if exc.status == _UNAUTHORIZED:
                raise refusal(dav.address, exc) from exc


def _in(dav: Dav, home: str, kind: Kind) -> Iterator[Resource]:
    try:
        inside = dav.properties(home, [_TYPE, _NAME, _COMPONENTS], depth=1)
    except RefusedError as exc:
        raise refusal(dav.address, exc, home) from exc
    for one in inside:
        taken = one.properties.get(_COMPONENTS)
        names = {element.get("name") for element in taken} if taken is not None else set()
        if one.is_a(kind.type) and (not kind.component or not names or kind.component in names):
            yield one


def _slashed(url: str) -> str:
    return url if url.endswith("/") else f"{url}/"
