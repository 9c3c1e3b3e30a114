"""One decision for the card as a whole: which candidate is which field.

Name and company are chosen together, because what is one cannot be the other;
titles and departments follow from where the name stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from cardscan import geometry
from cardscan.parse.doubt import CLEAR_TEXT
from cardscan.parse.text import is_cjk

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cardscan.parse.candidate import Candidate
    from cardscan.parse.view import CardView

MOST_RIVALS = 8
"""Candidates of a kind that are weighed against each other; the rest score far lower."""

NAME_THRESHOLD = 0.8
COMPANY_THRESHOLD = -0.2
TITLE_THRESHOLD = 0.35
DEPARTMENT_THRESHOLD = 0.3
TITLE_LINES_AT_MOST = 3
CLOSE_LINES = 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What was chosen.

    Attributes:
        name: The person's name, if any.
        other_name: The same name in another script, if printed.
        rival_name: The next best name elsewhere on the card.
        company: The organisation, if any.
        titles: The lines of the job title, in reading order.
        departments: Departments, in reading order.
    """

    name: Candidate | None
    other_name: Candidate | None
    rival_name: Candidate | None
    company: Candidate | None
    titles: tuple[Candidate, ...]
    departments: tuple[Candidate, ...]


def assign(
    view: CardView,
    *,
    names: Sequence[Candidate],
    companies: Sequence[Candidate],
    titles: Sequence[Candidate],
    departments: Sequence[Candidate],
) -> Assignment:
    """The choice of candidates that explains the card best.

    Args:
        view: The card without what checked finders took.
        names: Candidates for the person, the likeliest first.
        companies: Candidates for the organisation, the likeliest first.
        titles: Candidates for the job title, in reading order.
        departments: Candidates for departments, in reading order.
    """
    name, other, company = _names_and_company(view, names, companies)
    free = [found for found in (name, other, company) if found]
    chosen_titles = _titles(view, name, [title for title in titles if not _clash(title, free)])
    taken = [*free, *chosen_titles]
    near = [part for part in (name, *chosen_titles) if part]
    chosen_departments = _departments(view, near, [one for one in departments if not _clash(one, taken)])
    rivals = [
        one
        for one in names
        if name and not _clash(one, [name]) and one is not other and not _clash(one, taken)
    ]
    return Assignment(
        name=name,
        other_name=other,
        rival_name=rivals[0] if rivals else None,
        company=company,
        titles=chosen_titles,
        departments=chosen_departments,
    )


def _names_and_company(
    view: CardView, names: Sequence[Candidate], companies: Sequence[Candidate]
) -> tuple[Candidate | None, Candidate | None, Candidate | None]:
    """The name, the same name in another script, and the company."""
    name, company = _name_and_company(names, companies)
    other = _other_script(name, names) if name else None
    if name is None or other is None:
        return name, None, company
    if company and _clash(other, [company]):
        company = next((one for one in companies if not _clash(one, [name, other])), None)
        company = company if company and company.score > COMPANY_THRESHOLD else None
    if is_cjk(other.raw) == _is_mostly_cjk(view) and _is_clear(view, other):
        name, other = other, name  # the script of the card's main language wins
    return name, other, company


def _name_and_company(
    names: Sequence[Candidate], companies: Sequence[Candidate]
) -> tuple[Candidate | None, Candidate | None]:
    people = [None, *[one for one in names[:MOST_RIVALS] if one.score > NAME_THRESHOLD]]
    firms = [None, *[one for one in companies[:MOST_RIVALS] if one.score > COMPANY_THRESHOLD]]

    def worth(pair: tuple[Candidate | None, Candidate | None]) -> float:
        person, firm = pair
        return (person.score - NAME_THRESHOLD if person else 0.0) + (
            firm.score - COMPANY_THRESHOLD if firm else 0.0
        )

    pairs = [
        pair for pair in product(people, firms) if not (pair[0] and pair[1] and _clash(pair[0], [pair[1]]))
    ]
    return max(pairs, key=worth)


def _clash(candidate: Candidate, others: Iterable[Candidate]) -> bool:
    """Whether a candidate stands on text that another one holds."""
    return any(
        a.line == b.line and a.start < b.end and b.start < a.end
        for other in others
        for a in candidate.spans
        for b in other.spans
    )


def _other_script(name: Candidate, names: Sequence[Candidate]) -> Candidate | None:
    """The likeliest name in the other script, if the card prints both."""
    other = next(
        (one for one in names if is_cjk(one.raw) != is_cjk(name.raw) and not _clash(one, [name])), None
    )
    return other if other and other.score > NAME_THRESHOLD else None


def _is_mostly_cjk(view: CardView) -> bool:
    """Whether the card's main language is Japanese, Chinese or Korean: at least half of its lines."""
    return 2 * sum(is_cjk(segment.text) for segment in view.segments) >= len(view.segments)


def _is_clear(view: CardView, name: Candidate) -> bool:
    """Whether a name is read well: a misread one is worse than the other script."""
    return min(view.lines[index].confidence for index in name.lines) >= CLEAR_TEXT


def _titles(view: CardView, name: Candidate | None, titles: Sequence[Candidate]) -> tuple[Candidate, ...]:
    ranked = sorted(titles, key=lambda title: -(title.score + _nearness(view, name, title)))
    if not ranked or ranked[0].score + _nearness(view, name, ranked[0]) < TITLE_THRESHOLD:
        return ()
    best = ranked[0]
    rest = [title for title in titles if not _clash(title, [best])]
    chosen = [best]
    for step in (1, -1):
        edge = best
        while len(chosen) < TITLE_LINES_AT_MOST:
            follower = next(
                (one for one in rest if _adjoins(view, edge, one, step) and not _clash(one, chosen)), None
            )
            if follower is None or not _belongs(edge, follower, step):
                break
            chosen.append(follower)
            edge = follower
    return tuple(sorted(chosen, key=lambda title: (title.spans[0].line, title.spans[0].start)))


def _nearness(view: CardView, name: Candidate | None, title: Candidate) -> float:
    """How much its place by the name speaks for a title."""
    if name is None:
        return 0.0
    at, here = view.lines[name.spans[-1].line], view.lines[title.spans[0].line]
    if at is here:
        return 1.0
    gap = (geometry.center(here.quad)[1] - geometry.center(at.quad)[1]) / max(
        1.0, min(at.height_px, here.height_px)
    )
    beside = _side_by_side(at.quad, here.quad)
    if beside and 0 < gap < 2.2:  # the line below
        return 1.3
    if beside and -2.2 < gap < 0:  # the line above
        return 0.5
    return 0.3 if abs(gap) < 5 else -0.4


def _side_by_side(a: geometry.Quad, b: geometry.Quad) -> bool:
    """Whether two lines share a column."""
    left, _, right, _ = geometry.bounds(a)
    other_left, _, other_right, _ = geometry.bounds(b)
    return min(right, other_right) > max(left, other_left)


def _adjoins(view: CardView, edge: Candidate, other: Candidate, step: int) -> bool:
    here, there = view.lines[edge.spans[0].line], view.lines[other.spans[0].line]
    if here is there:
        return (other.spans[0].start - edge.spans[0].start) * step > 0
    gap = (geometry.center(there.quad)[1] - geometry.center(here.quad)[1]) * step
    tall = min(here.height_px, there.height_px)
    return (
        0 < gap < 2.0 * tall
        and _side_by_side(here.quad, there.quad)
        and tall > 0.72 * max(here.height_px, there.height_px)
    )


def _belongs(edge: Candidate, other: Candidate, step: int) -> bool:
    """Whether a neighbouring line is more of the same title."""
    upper = edge if step == 1 else other
    open_end = upper.raw.rstrip().endswith(("&", ",", "-", "/", " and", " of", "+"))
    bracket = other.raw.startswith("(") and step == 1
    return open_end or (bracket and other.score > -1.5) or other.score >= 0.8


def _departments(
    view: CardView, near: Sequence[Candidate], departments: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """Departments by their wording and their place by the name or the title; lines that adjoin are one."""
    chosen: list[Candidate] = []
    for one in sorted(departments, key=lambda candidate: -candidate.score):
        place = 0.3 if any(abs(_lines_apart(view, one, other)) < CLOSE_LINES for other in near) else -0.3
        if one.score + place >= DEPARTMENT_THRESHOLD and not _clash(one, chosen):
            chosen.append(one)
    chosen.sort(key=lambda candidate: (candidate.spans[0].line, candidate.spans[0].start))
    groups: list[list[Candidate]] = []
    for one in chosen:
        if groups and _adjoins(view, groups[-1][-1], one, 1):
            groups[-1].append(one)
        else:
            groups.append([one])
    return tuple(joined(group) for group in groups)


def _lines_apart(view: CardView, one: Candidate, other: Candidate) -> float:
    """How far the second stands above (positive) the first, in heights of the smaller line."""
    here, there = view.lines[one.spans[0].line], view.lines[other.spans[0].line]
    tall = max(1.0, min(here.height_px, there.height_px))
    return (geometry.center(here.quad)[1] - geometry.center(there.quad)[1]) / tall


def joined(parts: Sequence[Candidate]) -> Candidate:
    """Several lines of one value as one candidate, joined as a person would write them."""
    text = parts[0].value or parts[0].raw
    for part in parts[1:]:
        value = part.value or part.raw
        runs_on = text.endswith(("&", "-", "/", " and", " of", "+")) or value.startswith(
            ("(", "&", "and ", "of ")
        )
        text = f"{text} {value}" if runs_on or is_cjk(value) else f"{text.rstrip(',')}, {value}"
    return replace(
        parts[0],
        raw=" ".join(part.raw for part in parts),
        value=text,
        spans=tuple(span for part in parts for span in part.spans),
    )
