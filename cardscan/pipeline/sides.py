"""Pictures that show one card, its two sides or one side twice, become one contact."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise, product
from typing import TYPE_CHECKING

from cardscan.parse.back import parse_back
from cardscan.parse.belonging import have_other_names, is_side_of, may_be_sides, same_house, shows_same_person
from cardscan.parse.identity import identify
from cardscan.parse.likeness import is_other_paper
from cardscan.parse.record import Contact
from cardscan.parse.sides import with_second_shot, with_side
from cardscan.pipeline.neighbours import neighbours
from cardscan.pipeline.side_names import is_told_back, marked_pairs, told_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cardscan.parse.identity import Identity
    from cardscan.pipeline.record import PhotoResult, ScannedCard

Graph = dict[int, set[int]]
"""The places of pictures that may belong together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """A picture of one card.

    Attributes:
        result: The picture.
        card: The card; None where there is no text on the picture.
        contact: What it says, be it a back that gives no contact by itself.
        identity: The same, comparable.
    """

    result: PhotoResult
    card: ScannedCard | None
    contact: Contact
    identity: Identity


def join_pictures(results: Iterable[PhotoResult], *, country: str | None = None) -> tuple[PhotoResult, ...]:
    """The results of a scan, with pictures of one card joined.

    File names and times say which pictures may belong together, what stands on them
    decides; the same name with the same mailbox or mobile belongs together wherever the
    pictures stand.  Only pictures of a single card are joined.

    Args:
        results: One result a file, each by itself.
        country: ISO 3166-1 alpha-2 code of the event, for addresses without a country.

    Returns:
        The results in the order of their paths.  A contact stands in the photo with the
        name, the first by path where there are several; the others are "joined" to it
        and keep what was read on them.
    """
    ordered = tuple(sorted(results, key=lambda result: result.path))
    pictures = tuple(result for result in ordered if result.status != "ignored")
    sides = {place: side for place, one in enumerate(pictures) if (side := _side(one, country))}
    changed: dict[str, PhotoResult] = {}
    for group in _Grouping(pictures, sides).groups():
        members = [sides[place] for place in group]
        if any(not side.contact.is_empty for side in members if side.result.status == "read"):
            changed |= {result.path: result for result in _joined(members)}
    return tuple(changed.get(result.path, result) for result in ordered)


def _side(result: PhotoResult, country: str | None) -> _Side | None:
    """A picture as a side of a card, or None where it shows several cards or another paper."""
    if result.status == "read" and len(result.contacts) == 1:
        (card,) = result.contacts
        return _of_card(result, card, card.contact)
    written = [card for card in result.cards if card.reading.lines]
    if result.status != "no card" or len(written) > 1:
        return None
    if not written:
        return _Side(
            result=result, card=None, contact=Contact(fields=()), identity=identify(Contact(fields=()))
        )
    if is_other_paper(written[0].reading):
        return None
    return _of_card(result, written[0], parse_back(written[0].reading, country=country))


def _of_card(result: PhotoResult, card: ScannedCard, contact: Contact) -> _Side:
    texts = [line.text for line in card.reading.lines]
    return _Side(result=result, card=card, contact=contact, identity=identify(contact, texts))


class _Grouping:
    """Pictures, gathered by card.

    Args:
        pictures: Every picture; those that are no side stand between the others.
        sides: The sides among them, by place.
    """

    def __init__(self, pictures: Sequence[PhotoResult], sides: Mapping[int, _Side]) -> None:
        self._is = {place: side.identity for place, side in sides.items()}
        self._group = {place: place for place in sides}
        paths = [picture.path for picture in pictures]
        told, marked, near = (
            tuple(pair for pair in pairs if all(place in sides for place in pair))
            for pairs in (told_pairs(paths), marked_pairs(paths), neighbours(pictures))
        )
        for a, b in told:
            if may_be_sides(self._is[a], self._is[b]):
                self._join(a, b)
        for a, b in (*marked, *near):
            if shows_same_person(self._is[a], self._is[b]):
                self._join(a, b)
        for a, b in _sharing_a_person(self._is):
            if shows_same_person(self._is[a], self._is[b]) and same_house(self._is[a], self._is[b]):
                self._join(a, b)
        # A back whose front is named, be it one that failed, belongs to no other card.
        settled = {place for pair in told_pairs(paths) for place in pair}
        self._join_backs(sides.keys() - settled, _graph(marked), _graph(near))

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """The places of the pictures of each card that has more than one, in order."""
        members: dict[int, list[int]] = defaultdict(list)
        for place, group in self._group.items():
            members[group].append(place)
        return tuple(tuple(places) for places in members.values() if len(places) > 1)

    def _join_backs(self, places: Iterable[int], partners: Graph, beside: Graph) -> None:
        """Join each side that names nobody to the one card beside it that it can belong to."""
        fronts = [(place, self._fronts_of(place, partners, beside)) for place in sorted(places)]
        for place, found in fronts:
            for front in found:
                self._join(place, front)

    def _fronts_of(self, place: int, partners: Graph, beside: Graph) -> list[int]:
        """The pictures of the front of a side that names nobody; none where two cards could be it.

        A colleague's card next but one matches just as well: then the order of the
        pictures cannot tell to whom the back belongs.
        """
        own = self._matching(place, partners.get(place, ()))
        near = beside.get(place, set())
        found = self._matching(place, near)
        if own or not found:
            return own
        further = set[int]().union(*(beside[one] for one in near)) - {place}
        rivals = self._matching(place, near | further)
        return found if all(self._is_one_card(found[0], rival) for rival in rivals) else []

    def _is_one_card(self, one: int, other: int) -> bool:
        same_group = self._group[one] == self._group[other]
        return same_group or shows_same_person(self._is[one], self._is[other])

    def _matching(self, place: int, others: Iterable[int]) -> list[int]:
        return [one for one in sorted(others) if is_side_of(self._is[place], self._is[one])]

    def _join(self, one: int, other: int) -> None:
        """Make two groups one, unless they name two people."""
        a, b = self._group[one], self._group[other]
        groups = [[place for place, group in self._group.items() if group == root] for root in (a, b)]
        if any(have_other_names(self._is[x], self._is[y]) for x, y in product(*groups)):
            return
        self._group |= dict.fromkeys(groups[1], a)


def _sharing_a_person(identities: Mapping[int, Identity]) -> Iterator[tuple[int, int]]:
    """Pictures, wherever they stand, that name somebody and give the same mailbox or mobile of a person."""
    places: dict[tuple[tuple[str, ...], str], list[int]] = defaultdict(list)
    for place, identity in identities.items():
        for point in identity.personal if identity.name else ():
            places[identity.name, point].append(place)
    return (pair for found in places.values() for pair in pairwise(found))


def _graph(pairs: Iterable[tuple[int, int]]) -> Graph:
    graph: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        graph[a].add(b)
        graph[b].add(a)
    return graph


def _joined(members: Sequence[_Side]) -> list[PhotoResult]:
    """The results of the pictures of one card, the one with the contact first."""
    first, *others = sorted(members, key=_rank)
    contact = first.contact
    shots = [other for other in others if _is_shot_of(other.identity, first.identity)]
    backs = [other for other in others if other not in shots]
    for shot in shots:
        contact = with_second_shot(contact, shot.contact)
    for back in backs:
        contact = with_side(contact, back.contact)
    return [
        _with_contact(first, contact),
        *(_moved(shot, first, "another picture of the card in") for shot in shots),
        *(_moved(back, first, "the other side of") for back in backs),
    ]


def _rank(side: _Side) -> tuple[bool, bool, bool, bool, str]:
    """Sorts the picture that stands for a card first: by contact, name, points of contact, side, path."""
    who, path = side.identity, side.result.path
    return side.result.status != "read", not who.name, not who.points, is_told_back(path), path


def _is_shot_of(one: Identity, first: Identity) -> bool:
    """Whether a picture shows the same side again: the same name, in the same script."""
    if one.name or first.name:
        return one.name == first.name
    return bool(one.points) and one.points == first.points


def _moved(side: _Side, first: _Side, how: str) -> PhotoResult:
    result = _with_contact(side, side.contact)
    return replace(result, status="joined", reason=f"{how} {first.result.path}", joined_to=first.result.path)


def _with_contact(side: _Side, contact: Contact) -> PhotoResult:
    cards = tuple(replace(card, contact=contact) if card is side.card else card for card in side.result.cards)
    return replace(side.result, cards=cards)
