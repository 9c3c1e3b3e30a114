from __future__ import annotations

from sqlalchemy import select

from cardscan.book.tables import ForgottenRow
from datetime import UTC, datetime


def test_what_is_written_is_there_when_the_book_is_opened_again(any_place, any_book):
    from cardscan.book.store import open_book

    with any_book.writing() as session:
        session.add(ForgottenRow(hash="a" * 64, at=datetime(2026, 11, 22, tzinfo=UTC)))
    with open_book(any_place) as again, again.reading() as session:
        assert session.scalars(select(ForgottenRow.hash)).all() == ["a" * 64]
