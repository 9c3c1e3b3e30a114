"""All that a card prints, in blocks that a layout gives their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lines.clutter import NUMBERS, saying, scraps, service, services_block, slogan_block
from lines.company_block import company_blocks, share_line
from lines.person_block import person_block
from lines.printed import Block, Printed

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence

    from lines.card import Invented

ADDRESS_LABELS = ("Head Office", "Office:", "Registered Office", "Address", "Factory", "Branch Office")
SITE_LABELS = ("Branch", "Works:", "Sales Office", "Warehouse")


def blocks_of(rng: random.Random, card: Invented, *, is_shop: bool) -> Mapping[str, Block]:
    """The blocks "top", "logo", "person", "services", "firm", "address", "reach", "contact" and "foot".

    "contact" holds what "firm", "address" and "reach" hold.

    Args:
        rng: Source of chance.
        card: What the card says.
        is_shop: Whether it prints services more often.
    """
    blocks: dict[str, Block] = {
        "person": person_block(rng, card),
        "services": services_block(rng, is_shop=is_shop),
        "address": _address(rng, card),
        "reach": _reach(rng, card),
    } | company_blocks(rng, card)
    if blocks.get("firm") and rng.random() < 0.15:
        blocks = share_line(rng, blocks, (service(rng), saying(rng, card.facts.language)))
    order = ("firm", "address", "reach") if rng.random() < 0.6 else ("reach", "firm", "address")
    blocks["contact"] = _together(blocks, order)
    return blocks | _logo_and_foot(rng, blocks, slogan_block(rng, card.facts.language))


def _together(blocks: Mapping[str, Block], names: Sequence[str]) -> Block:
    return tuple(line for name in names for line in blocks.get(name, ()))


def _logo_and_foot(rng: random.Random, blocks: Mapping[str, Block], slogan: Block) -> dict[str, Block]:
    """The logo with scraps of its drawing; the slogan beside it or at the foot, or both at the top."""
    logo, foot, drawing = blocks.get("logo", ()), blocks.get("foot", ()), scraps(rng)
    if rng.random() < 0.25:
        foot = foot + slogan if rng.random() < 0.6 else slogan + foot
    else:
        logo = logo + slogan if rng.random() < 0.75 else slogan + logo
    logo = drawing + logo if rng.random() < 0.7 else logo + drawing
    on_top = rng.random() < 0.2
    return {"logo": logo, "top": foot if on_top else (), "foot": () if on_top else foot}


def _address(rng: random.Random, card: Invented) -> Block:
    lines = list(card.facts.address)
    if lines and rng.random() < 0.13:
        lines.insert(0, rng.choice(ADDRESS_LABELS))
    if card.second_site:
        lines += [rng.choice(SITE_LABELS), *card.second_site]
    if card.twin:
        lines.append(card.twin.address)
    return _plain(lines)


def _reach(rng: random.Random, card: Invented) -> Block:
    lines = list(card.facts.reach())
    if rng.random() < 0.06:
        lines.append(rng.choice(NUMBERS))
    return _plain(lines)


def _plain(lines: Sequence[str]) -> Block:
    return tuple(Printed(text=line, size=1.0) for line in lines)
