"""Whatever is merged can be split again, in any order, and then everything is as it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import count

import pytest
from finds_made_up import AT, AVERY, BLAKE, CASEY, FAIR, SPRING, met
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from cardscan.book.merging import merge, split
from cardscan.book.rows import rows_of
from cardscan.book.tables import EntryRow
from cardscan.errors import UsageError

ANY = st.integers(min_value=0, max_value=99)
"""Which of those there are, counted round and round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A merge as it should be remembered: to whom, and whose each entry was."""

    to: str
    was: dict[str, str]


class Merging(RuleBasedStateMachine):
    """Merges and splits the people of a book, beside a list of who should be whom."""

    def __init__(self, book, ids):
        super().__init__()
        self.opened = book.writing()
        self.session = self.opened.__enter__()
        self.contact = {entry: entry for entry in ids}
        self.before = rows_of(self.session, ids)
        self.given: list[Given] = []
        self.times = (AT + timedelta(minutes=minute) for minute in count())

    def pick(self, number, among):
        return sorted(among)[number % len(set(among))]

    @rule(one=ANY, other=ANY)
    def merge_two(self, one, other):
        contacts = set(self.contact.values())
        one = self.pick(one, contacts)
        if others := contacts - {one}:
            done = merge(self.session, one, self.pick(other, others), why="by hand", at=next(self.times))
            was = {entry: self.contact[entry] for entry in done.entries}
            self.given.append(Given(to=done.kept, was=was))
            self.contact |= dict.fromkeys(was, done.kept)

    @rule(contact=ANY)
    def undo_the_last(self, contact):
        contact = self.pick(contact, set(self.contact.values()))
        own = [
            one
            for one in self.given
            if one.to == contact and any(self.contact[entry] == contact for entry in one.was)
        ]
        if not own:
            with pytest.raises(UsageError, match="was not merged"):
                split(self.session, contact, at=next(self.times))
            return
        split(self.session, contact, at=next(self.times))
        self.given.remove(own[-1])
        self.contact |= own[-1].was

    @rule(entry=ANY)
    def take_one_out(self, entry):
        strangers = {entry for entry, contact in self.contact.items() if entry != contact}
        if strangers:
            self.take_out(self.pick(entry, strangers))

    def take_out(self, entry):
        split(self.session, entry, at=next(self.times))
        self.contact[entry] = entry
        for one in self.given:
            one.was.pop(entry, None)

    @rule(one=ANY, other=ANY)
    def merge_and_undo(self, one, other):
        before = self.rows()
        known = len(self.given)
        self.merge_two(one, other)
        if len(self.given) > known:
            last = self.given.pop()
            split(self.session, last.to, at=next(self.times))
            self.contact |= last.was
        assert self.rows() == before

    def rows(self):
        return rows_of(self.session, self.contact)

    @invariant()
    def everybody_is_who_they_should_be(self):
        assert dict(self.session.execute(select(EntryRow.id, EntryRow.contact_id)).all()) == self.contact

    @invariant()
    def every_contact_is_one_row_of_an_event(self):
        shown = [(row.contact_id, row.event) for row in self.rows().values()]
        assert len(shown) == len(set(shown))

    def teardown(self):
        for entry, contact in self.contact.items():
            if entry != contact:
                self.take_out(entry)
        assert self.rows() == self.before
        self.session.rollback()
        self.opened.__exit__(None, None, None)


def test_what_is_merged_can_be_split_in_any_order(any_book):
    here = met(any_book, AVERY, BLAKE, CASEY, event=FAIR)
    earlier = met(any_book, AVERY, BLAKE, event=SPRING)
    run_state_machine_as_test(
        lambda: Merging(any_book, [*here, *earlier]),
        settings=settings(max_examples=25, stateful_step_count=12, deadline=None),
    )
