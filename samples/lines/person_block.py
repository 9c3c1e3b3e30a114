"""The lines about the person: name, title, department, degrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lines.jobs import DEGREES
from lines.printed import Block, Printed, cased, halves

if TYPE_CHECKING:
    import random

    from studio.facts import Facts

    from lines.card import Invented
    from lines.people import Person


def person_block(rng: random.Random, card: Invented) -> Block:
    """Its lines; none where the card names nobody."""
    name_size, size = rng.uniform(1.15, 2.1), rng.uniform(0.8, 1.15)
    facts = card.facts
    if not card.person:
        return ()
    if facts.language in ("ja", "zh", "ko"):
        return _in_eastern(rng, facts, name_size, size)
    if facts.title and rng.random() < 0.05:
        line = f"{_whole(rng, card.person)}{rng.choice((', ', ' - ', ' | '))}{facts.title}"
        named: Block = (Printed(text=line, size=name_size),)
        work = _department(rng, facts, size)
    else:
        named, work = _name(rng, card.person, name_size), _work(rng, facts, size)
    if rng.random() < 0.06:
        work = (*work, Printed(text=rng.choice(DEGREES), size=size * 0.9))
    if card.twin:
        named = (*named, Printed(text=card.twin.name, size=1.0))
    return work + named if rng.random() < 0.1 else named + work


def _name(rng: random.Random, person: Person, size: float) -> Block:
    """The name on a line, or given and family name on one each."""
    if not person.prefix and not person.suffix and rng.random() < 0.07:
        parts = (person.given, person.family)
        return tuple(Printed(text=cased(rng, part, 0.2), size=size * 1.1) for part in parts)
    return (Printed(text=_whole(rng, person), size=size),)


def _whole(rng: random.Random, person: Person) -> str:
    return cased(rng, person.prefix + person.name + person.suffix, 0.25)


def _work(rng: random.Random, facts: Facts, size: float) -> Block:
    """Title and department, on a line or on several."""
    if not facts.title:
        return _department(rng, facts, size)
    capitals = rng.random() < 0.2
    title = facts.title.upper() if capitals else facts.title
    if facts.department and rng.random() < 0.2:
        department = facts.department.upper() if capitals else facts.department
        return (Printed(text=f"{title}, {department}", size=size),)
    count = len(title.split())
    titled: Block = (Printed(text=title, size=size),)
    if count > 3 and rng.random() < 0.3:
        titled = halves(title, rng.randint(2, count - 1), size)
    department_lines = _department(rng, facts, size)
    return department_lines + titled if rng.random() < 0.25 else titled + department_lines


def _department(rng: random.Random, facts: Facts, size: float) -> Block:
    if not facts.department:
        return ()
    return (Printed(text=cased(rng, facts.department, 0.15), size=size * rng.uniform(0.85, 1.05)),)


def _in_eastern(rng: random.Random, facts: Facts, name_size: float, size: float) -> Block:
    """Department and title in either order with the name, perhaps with its Latin spelling."""
    named: Block = (Printed(text=facts.name or "", size=name_size),)
    title: Block = (Printed(text=facts.title or "", size=size),)
    if facts.department and rng.random() < 0.35:
        together = f"{facts.department}{rng.choice(('', ' ', '　'))}{facts.title}"
        lines: Block = (Printed(text=together, size=size), *named)
    else:
        lines = title + named if rng.random() < 0.6 else named + title
        if facts.department:
            lines = (Printed(text=facts.department, size=size), *lines)
    return (*lines, Printed(text=facts.name_alt, size=0.8)) if facts.name_alt else lines
