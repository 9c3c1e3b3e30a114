"""Layouts: from facts and a style to a design."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.design import Box, Design, Element, Mark, Text
from studio.fonts import MM_PER_POINT, fitted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from studio.design import Align
    from studio.facts import Facts
    from studio.style import Face, Size, Style

    Layout = Callable[[Facts, Style, Size], Design]
    Lines = Iterable[tuple[str | None, Face]]

LEADING = 1.34
"""Distance of baselines, in units of the larger line's type size."""


def block(
    lines: Lines, x_mm: float, first_mm: float, align: Align = "left", width_mm: float = 200.0
) -> list[Text]:
    """Lines set under each other, the first on the baseline given.

    Absent lines take no space; where a line is wider than ``width_mm``, all lines
    of its face are set smaller.
    """
    present = [(text, face) for text, face in lines if text]
    placed: list[Text] = []
    baseline, above = first_mm, 0.0
    for text, face in present:
        fit = fitted(face, [other for other, same in present if same == face], width_mm)
        if placed:
            baseline += max(fit.size_pt, above * 0.82) * MM_PER_POINT * LEADING
        placed.append(Text(text=text, face=fit, at_mm=(x_mm, baseline), align=align))
        above = fit.size_pt
    return placed


def block_up(
    lines: Lines, x_mm: float, last_mm: float, align: Align = "left", width_mm: float = 200.0
) -> list[Text]:
    """As ``block``, with the last line on the baseline given."""
    placed = block(lines, x_mm, 0.0, align, width_mm)
    height = placed[-1].at_mm[1] if placed else 0.0
    return block(lines, x_mm, last_mm - height, align, width_mm)


def _person(facts: Facts, style: Style) -> list[tuple[str | None, Face]]:
    return [(facts.name, style.name), (facts.title, style.title), (facts.department, style.title)]


def _contact(facts: Facts, style: Style) -> list[tuple[str | None, Face]]:
    return [(line, style.body) for line in (*facts.address, *facts.reach())]


def _logo(style: Style, at_mm: tuple[float, float], side_mm: float) -> list[Element]:
    if style.mark is None:
        return []
    return [Mark(kind=style.mark, at_mm=at_mm, side_mm=side_mm, colours=(style.accent, style.second))]


def left_column(facts: Facts, style: Style, size: Size) -> Design:
    """Everything on one left edge; the mark in the upper right corner."""
    width, height = size
    return Design(
        size_mm=size,
        paper=style.paper,
        elements=(
            *block(_person(facts, style), 7, 12.5, width_mm=width - 28),
            *block_up([(facts.company, style.company), *_contact(facts, style)], 7, height - 6.5,
                      width_mm=width - 14),
            *_logo(style, (width - 13, 12.5), 13),
        ),
    )  # fmt: skip


def centred(facts: Facts, style: Style, size: Size) -> Design:
    """The company on top, the name in the middle, the contact lines below a short rule."""
    width, height = size
    middle = width / 2
    contact = [(line, style.body) for line in (", ".join(facts.address), *_paired(facts.reach()))]
    return Design(
        size_mm=size,
        paper=style.paper,
        elements=(
            *_logo(style, (middle, 8.6), 8.5),
            *block(
                [(facts.company, style.company)], middle, 17.2 if style.mark else 10, "centre", width - 12
            ),
            *block(_person(facts, style), middle, 25.3 if style.mark else 21, "centre", width - 14),
            Box(at_mm=(middle - 8, height - 18.2), size_mm=(16, 0.25), colour=style.accent),
            *block_up(contact, middle, height - 5.8, "centre", width - 10),
        ),
    )


def _paired(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("   |   ".join(lines[k : k + 2]) for k in range(0, len(lines), 2))


def two_columns(facts: Facts, style: Style, size: Size) -> Design:
    """Company and mark on top, the name below; address left, contact lines right."""
    width, height = size
    start = 20.5 if style.mark else 6.5
    reach = block_up([(line, style.body) for line in facts.reach()], width * 0.4, height - 5.5,
                     width_mm=width * 0.53)  # fmt: skip
    top, small = reach[0].at_mm[1], reach[0].face
    return Design(
        size_mm=size,
        paper=style.paper,
        elements=(
            *_logo(style, (12, 10.5), 10.5),
            *block(
                [(facts.company, style.company), (facts.slogan, style.body)], start, 10.5, width_mm=width - 26
            ),
            *block(_person(facts, style), 6.5, 21.5, width_mm=width - 13),
            Box(at_mm=(6.5, top - 4.6), size_mm=(width - 13, 0.2), colour=style.second),
            *block([(line, small) for line in facts.address], 6.5, top, width_mm=width * 0.32),
            *reach,
        ),
    )


def logo_left(facts: Facts, style: Style, size: Size) -> Design:
    """Mark and company in the left third, a vertical rule, everything else on the right."""
    width, height = size
    split = width * 0.35
    return Design(
        size_mm=size,
        paper=style.paper,
        elements=(
            *_logo(style, (split / 2 + 0.5, height * 0.42), 17),
            *block(
                [(facts.company, style.company)], split / 2 + 0.5, height * 0.42 + 14.5, "centre", split - 5
            ),
            Box(at_mm=(split, 9), size_mm=(0.25, height - 18), colour=style.second),
            *block(_person(facts, style), split + 5, 13.5, width_mm=width - split - 9),
            *block_up(_contact(facts, style), split + 5, height - 9.5, width_mm=width - split - 9),
        ),
    )


def band(facts: Facts, style: Style, size: Size) -> Design:
    """A coloured band with the company in the colour of the paper, the rest below it."""
    width, height = size
    deep = 15.0
    mark = Mark(
        kind=style.mark or "bars",
        at_mm=(width - 12.5, deep / 2),
        side_mm=9,
        colours=(style.paper, style.second),
    )
    address = [(line, style.body) for line in facts.address]
    reach = [(line, style.body) for line in facts.reach()]
    return Design(
        size_mm=size,
        paper=style.paper,
        elements=(
            Box(at_mm=(0, 0), size_mm=(width, deep), colour=style.accent),
            Box(at_mm=(0, deep), size_mm=(width, 0.8), colour=style.second),
            *block(
                [(facts.company, style.company.but(colour=style.paper))],
                7,
                deep / 2 + 1.6,
                width_mm=width - 30,
            ),
            mark,
            *block(_person(facts, style), 7, deep + 9.2, width_mm=width - 14),
            *block_up(address, 7, height - 5.8, width_mm=width * 0.4),
            *block_up(reach, width - 7, height - 5.8, "right", width * 0.5),
        ),
    )


def side_panel(facts: Facts, style: Style, size: Size) -> Design:
    """A coloured panel on the right edge with the mark; the text stands left of it."""
    width, height = size
    panel = 22.0
    return Design(
        size_mm=size,
        paper=style.paper,
        elements=(
            Box(at_mm=(width - panel, 0), size_mm=(panel, height), colour=style.accent),
            Mark(kind=style.mark or "hexagon", at_mm=(width - panel / 2, height / 2), side_mm=13,
                 colours=(style.paper, style.second)),
            *block([(facts.company, style.company)], 6, 9.5, width_mm=width - panel - 9),
            *block(_person(facts, style), 6, height * 0.34, width_mm=width - panel - 9),
            *block_up(_contact(facts, style), 6, height - 6, width_mm=width - panel - 9),
        ),
    )  # fmt: skip


def right_aligned(facts: Facts, style: Style, size: Size) -> Design:
    """A large mark on the left, all lines against the right edge."""
    width, height = size
    edge = width - 7
    return Design(
        size_mm=size,
        paper=style.paper,
        elements=(
            *_logo(style, (16.5, height / 2), 19),
            *block(_person(facts, style), edge, 12.5, "right", width - 38),
            *block_up([(facts.company, style.company), *_contact(facts, style)], edge, height - 6.5, "right",
                      width - 36),
        ),
    )  # fmt: skip


def upright(facts: Facts, style: Style, size: Size) -> Design:
    """Portrait format, centred: mark and company above, the name in the middle, contact lines below."""
    width, height = size
    middle = width / 2
    return Design(
        size_mm=size,
        paper=style.paper,
        elements=(
            Box(at_mm=(0, height - 2.2), size_mm=(width, 2.2), colour=style.accent),
            *_logo(style, (middle, 15.5), 14),
            *block([(facts.company, style.company)], middle, 28.5, "centre", width - 8),
            *block(_person(facts, style), middle, 40.5, "centre", width - 8),
            Box(at_mm=(middle - 5, 49), size_mm=(10, 0.25), colour=style.accent),
            *block_up(_contact(facts, style), middle, height - 8, "centre", width - 8),
        ),
    )


def shopfront(facts: Facts, style: Style, size: Size) -> Design:
    """A shop: its name large, a line about it, address and contact lines in a row below."""
    width, height = size
    middle = width / 2
    rows = [(line, style.body) for line in (", ".join(facts.address), *_paired(facts.reach()))]
    return Design(
        size_mm=size,
        paper=style.paper,
        elements=(
            Box(at_mm=(3, 3), size_mm=(width - 6, height - 6), colour=style.accent),
            Box(at_mm=(3.35, 3.35), size_mm=(width - 6.7, height - 6.7), colour=style.paper),
            *_logo(style, (middle, 12.5), 11),
            *block(
                [(facts.company, style.company), (facts.slogan, style.title)],
                middle,
                25.5,
                "centre",
                width - 14,
            ),
            *block_up(rows, middle, height - 7.5, "centre", width - 14),
        ),
    )


def emblem(facts: Facts, style: Style, size: Size) -> Design:
    """A back side: mark, company and slogan in the middle of a full colour, the address below."""
    width, height = size
    middle = width / 2
    return Design(
        size_mm=size,
        paper=style.paper,
        elements=(
            *_logo(style, (middle, height * 0.33), 17),
            *block([(facts.company, style.company)], middle, height * 0.64, "centre", width - 12),
            *block_up([(", ".join(facts.address), style.body)], middle, height - 8, "centre", width - 12),
        ),
    )


def meishi(facts: Facts, style: Style, size: Size) -> Design:
    """A Japanese card: company above, the title over a large spaced name, contact lines below."""
    width, height = size
    left = width * 0.3
    telephones, rest = "  ".join(facts.reach()[:2]), facts.reach()[2:]
    reach = [(line, style.body) for line in (*facts.address, telephones, *rest)]
    post = " ".join(part for part in (facts.department, facts.title) if part)
    return Design(
        size_mm=size,
        paper=style.paper,
        elements=(
            *_logo(style, (11.5, 9.5), 9.5),
            *block([(facts.company, style.company)], 18.5, 11, width_mm=width - 26),
            *block([(post, style.title), (facts.name, style.name)], left, 18.8),
            *block([(facts.name_alt, style.body)], width - 7, 25.6, "right"),
            *block_up(reach, left, height - 5.5, width_mm=width * 0.66),
        ),
    )
