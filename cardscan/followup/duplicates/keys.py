"""Whom to compare with whom: people who share a mailbox, a mobile, a name or a colleague's company.

Comparing 10,000 people each with each takes 50 million comparisons; comparing those who
share one of these keys takes about as many as there are people.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from cardscan.followup.duplicates.names import folded, likeness
from cardscan.parse.text import is_cjk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cardscan.followup.duplicates.names import Name
    from cardscan.followup.duplicates.traits import Traits

MOST_COMPARED = 20
"""People of one key who are compared all with all."""

WINDOW = 5
"""In a larger block each is compared with so many neighbours, in each of three orders.

Source:
    Hernández and Stolfo, "The Merge/Purge Problem for Large Databases" (1995): the
    sorted neighbourhood, several passes with a small window.
"""

MOST_SHARERS = 3
"""People of unlike names up to whom a mailbox or a mobile may be one person's; beyond, it is an office's."""

Kept = tuple["Traits", ...]
"""What is known of one person: one of these for each entry."""


def shared_points(people: Sequence[Kept]) -> frozenset[str]:
    """Mailboxes and mobiles that stand on the cards of too many people to be one's own.

    Args:
        people: What is known of each.
    """
    bearers: dict[str, list[Name]] = defaultdict(list)
    for person in people:
        for traits in person:
            for point in traits.identity.personal:
                _note(traits.words, bearers[point])
    return frozenset(point for point, found in bearers.items() if len(found) > MOST_SHARERS)


def _note(name: Name, unlike: list[Name]) -> None:
    if name and len(unlike) <= MOST_SHARERS and all(likeness(name, one) == "other" for one in unlike):
        unlike.append(name)


def candidates(people: Sequence[Kept]) -> list[tuple[int, int]]:
    """The pairs of people who are worth comparing, as places in ``people``, each once and in order.

    Args:
        people: What is known of each.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, person in enumerate(people):
        for key in dict.fromkeys(key for traits in person for key in _keys(traits)):
            blocks[key].append(place)
    return sorted({pair for block in blocks.values() for pair in _pairs(block, people)})


def _pairs(block: list[int], people: Sequence[Kept]) -> Iterator[tuple[int, int]]:
    if len(block) <= MOST_COMPARED:
        yield from combinations(block, 2)
        return
    for order in range(3):
        neighbours = sorted(block, key=lambda place: (_orders(people[place][0])[order], place))
        for at, place in enumerate(neighbours):
            yield from (
                (min(place, other), max(place, other)) for other in neighbours[at + 1 : at + 1 + WINDOW]
            )


def _orders(traits: Traits) -> tuple[str, str, str]:
    words = [folded(word) for word in traits.words]
    return "".join(words), "".join(reversed(words)), min(traits.identity.personal, default="")


def _keys(traits: Traits) -> Iterator[str]:
    """What people must share to be compared: no switchboard, no office's mailbox, no company alone."""
    identity, words = traits.identity, [folded(word) for word in traits.words]
    yield from (f"point {folded(point)}" for point in identity.personal)
    if not words:
        return
    yield "name " + "".join(sorted("".join(words)))  # in any order, joined or apart
    if not is_cjk("".join(words)):
        yield from (
            f"initial {first[0]} {last}" for first, last in {(words[0], words[-1]), (words[-1], words[0])}
        )
    houses = [*sorted(identity.domains), *filter(None, [folded(identity.company)])]
    initials = "".join(sorted(word[0] for word in words))
    yield from (f"house {house} {part}" for house in houses for part in {*words, initials})
