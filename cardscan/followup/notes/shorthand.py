"""What a note asks for: "hot! call Tue" is priority A and a call on Tuesday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan.followup.notes.actions import actions_of, days_of, waits
from cardscan.followup.notes.answers import answered
from cardscan.followup.notes.calendar_days import Calendar, spoken
from cardscan.followup.notes.clauses import Clauses
from cardscan.followup.notes.dates import DayReader
from cardscan.followup.notes.grades import grade
from cardscan.followup.notes.record import Wish
from cardscan.followup.notes.tokens import tokens
from cardscan.followup.notes.units import units_of
from cardscan.followup.notes.vocabulary import vocabulary

if TYPE_CHECKING:
    from datetime import date

    from cardscan.followup.notes.actions import ToldAction
    from cardscan.followup.notes.record import WorkingDay
    from cardscan.followup.record import Action

LONGEST = 2_000
"""Characters of a note that are looked at; nobody scribbles more."""

_QUOTED = 60
"""Characters of the note that a sentence repeats."""


def understand(
    text: str,
    *,
    said_on: date,
    after: date,
    languages: tuple[str, ...] = ("en",),
    working: WorkingDay,
) -> Wish:
    """What a note says about priority, next action and due date; what is not clear stays None.

    A day that is named itself (a weekday, "5 Dec", "today") stays, even if nobody works then;
    "tomorrow", "next week", "in ten days", a month and the like become a working day.  Where the
    note names several actions, the one that the first day belongs to comes next, without a day
    the first one.

    Args:
        text: The note; its first 2,000 characters count.
        said_on: The day it was written: for a note on a card, the event's day.
        after: The first day that something can be due; an earlier one is not taken.
        languages: ISO 639-1 codes of the languages that notes are written in, the usual one first.
        working: The first working day on or after a day.

    Returns:
        What was understood, with the words that it comes from.
    """
    text = text[:LONGEST]
    words = vocabulary(languages)
    units = units_of(tokens(text), words)
    calendar = Calendar(said_on=said_on, working=working, day_first=words.day_first)
    clauses = Clauses(units=DayReader(units=units, calendar=calendar).with_days())
    return _Note(text, clauses, after, working).wish(answered(text, languages))


class _Note:
    """One note while it is understood."""

    def __init__(self, text: str, clauses: Clauses, after: date, working: WorkingDay) -> None:
        self._text, self._clauses = text, clauses
        self._actions = actions_of(clauses)
        days = days_of(clauses, working)
        self._day = next((day for day in days if day.on and day.on >= after), None)
        self._missed = tuple(day for day in days if day.on is None or day.on < after)
        self._waits = waits(clauses)
        self._chosen = self._choose()
        self._said: list[str] = []

    def wish(self, has_answered: bool | None) -> Wish:
        """All that the note says."""
        found = grade(self._clauses)
        if found:
            self._said.append(f"priority {found[0]} ({self._quote(found[1])})")
        self._say_action()
        self._say_day()
        return Wish(
            priority=found[0] if found else None,
            next_action=self._chosen.action if self._chosen else None,
            due=self._day.on if self._day else None,
            later=tuple(self._later().items()),
            not_interested=self._is_refusal(),
            answered=has_answered,
            said=tuple(self._said),
        )

    def _choose(self) -> ToldAction | None:
        """The action that the first day belongs to, else the first one."""
        if self._day is None:
            return self._actions[0] if self._actions else None
        here = [action for action in self._actions if action.clause == self._day.clause]
        before = [action for action in here if action.place < self._day.place]
        if before or here:
            return before[-1] if before else here[0]
        if self._waits is not None and self._clauses.of(self._waits)[0] == self._day.clause:
            return None
        return self._actions[0] if self._actions else None

    def _say_action(self) -> None:
        if self._chosen:
            self._said.append(f"{self._chosen.action} ({self._quote_clause(self._chosen)})")
            self._said += (f"{action} left for later ({words})" for action, words in self._later().items())
        elif self._waits is not None:
            self._said.append(f"they get in touch, no action of ours ({self._quote(self._waits)})")

    def _later(self) -> dict[Action, str]:
        """The other actions, each with its words."""
        others: dict[Action, str] = {}
        for told in self._actions:
            if self._chosen and told.action != self._chosen.action:
                others.setdefault(told.action, self._quote_clause(told))
        return others

    def _say_day(self) -> None:
        if self._day and self._day.on:
            self._said.append(f"due {spoken(self._day.on)} ({self._quote(self._day.place)})")
        for day in self._missed:
            why = day.why_not or ("that day is past" if day.on else "")
            if why:
                self._said.append(f"no due date from {self._quote(day.place)}: {why}")

    def _is_refusal(self) -> bool:
        """Whether nothing is to come of it; where the note still asks for something, that is not clear."""
        place = next((place for place in range(len(self._clauses.units)) if self._refuses(place)), None)
        if place is None:
            return False
        if self._actions or self._day or self._waits is not None:
            self._said.append(f"something is still to be done, in spite of {self._quote(place)}")
            return False
        self._said.append(f"not interested ({self._quote(place)})")
        return True

    def _refuses(self, place: int) -> bool:
        clauses = self._clauses
        if not clauses.has(place, "not_interested", "not_interested_alone"):
            return False
        if clauses.has(place, "not_interested"):
            return clauses.is_edge(place + 1) and not clauses.is_refused(place)
        start, end = clauses.of(place)
        return all(clauses.has(other, "small", "others") for other in range(start, end) if other != place)

    def _quote_clause(self, action: ToldAction) -> str:
        day, last = self._day, self._clauses.of(action.place)[1] - 1
        if day is None or day.clause != action.clause:
            return self._quote(action.place, last)
        return self._quote(action.place, day.place, last)

    def _quote(self, *places: int) -> str:
        """The note's own words at some places, and what stands between them."""
        units = [self._clauses.units[place] for place in places]
        words = self._text[min(unit.start for unit in units) : max(unit.end for unit in units)]
        words = " ".join(words.split())
        return f'"{words}"' if len(words) <= _QUOTED else f'"{words[: _QUOTED - 1]}…"'
