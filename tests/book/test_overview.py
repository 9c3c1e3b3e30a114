"""The queue in short says what its rows say; and colleagues, and names that are corrected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from finds_made_up import AT, AVERY, BLAKE, CASEY, FAIR, SPRING, find, keep

from cardscan.book.corrections import correct
from cardscan.book.merging import merge
from cardscan.book.names import with_name_parts
from cardscan.book.overview import overview
from cardscan.book.rows import everybodys_rows
from cardscan.book.same_domain import colleagues, domain_of
from cardscan.book.tables import EntryRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from cardscan.book.store import Book

BLURRED = ("#Avery Winter", "Northwind Ltd", "avery@northwind.example", "M +44 77OO 900101")


def flag(session: Session, entry_id: str, before: bool, after: bool) -> None:
    correct(
        session,
        entry_id,
        {"needs_review": after},
        before={"needs_review": before},
        source="review",
        at=AT,
    )


def shown(session: Session) -> list[tuple[Any, ...]]:
    return [
        (line.contact_id, line.full_name, line.event, line.due, line.priority, line.status, line.needs_review)
        for line in overview(session)
    ]


def as_rows(session: Session) -> list[tuple[Any, ...]]:
    return [
        (row.contact_id, row.full_name, row.event, row.follow_up_due, row.priority, row.status,
         row.needs_review)
        for row in everybodys_rows(session)
    ]  # fmt: skip


def test_the_overview_says_what_the_rows_say(any_book: Book) -> None:
    with any_book.writing() as session:
        avery, blake, casey = keep(
            session, find(AVERY, "c.jpg"), find(BLAKE, "b.jpg"), find(CASEY, "a.jpg", number=2)
        )
        (again,) = keep(session, find(BLURRED, "d.jpg"))
        (spring,) = keep(session, find(BLAKE, "e.jpg", event=SPRING), event=SPRING)
        flag(session, blake, before=False, after=True)
        assert shown(session) == as_rows(session)
        merge(session, avery, again, why="by hand", at=AT)
        merge(session, blake, spring, why="by hand", at=AT)
        assert shown(session) == as_rows(session)
        flag(session, again, before=False, after=True)
        assert shown(session) == as_rows(session)
        session.get_one(EntryRow, casey).gone_at = AT
        session.flush()
        assert shown(session) == as_rows(session)


@pytest.mark.parametrize(
    ("email", "domain"),
    [
        ("ada@Northwind.example", "northwind.example"),
        ("ada@gmail.com", ""),
        ("ada@outlook.com", ""),
        ("", ""),
        ("no address", ""),
    ],
)
def test_a_domain_that_strangers_share_is_no_companys(email: str, domain: str) -> None:
    assert domain_of(email) == domain


def test_colleagues_are_found_by_their_domain(any_book: Book) -> None:
    other = ("#Drew Frost", "Northwind Ltd", "Drew@NORTHWIND.example", "M +44 7700 900109")
    near = ("#Robin Lee", "x@not-northwind.example", "M +44 7700 900108")
    with any_book.writing() as session:
        ids = keep(session, find(AVERY, "a.jpg"), find(other, "b.jpg"), find(near, "c.jpg"))
        assert list(colleagues(session, "northwind.example")) == sorted(ids[:2])
        assert colleagues(session, "") == {}
        assert colleagues(session, "%") == {}


@pytest.mark.parametrize(
    ("was", "now", "parts"),
    [
        (("Avery Winter", "Avery", "Winter"), "Ada Winter", ("Ada", "Winter")),
        (("Avery Winter", "Avery", "Winter"), "Avery von Winter", ("Avery", "Winter")),
        (("Avery Winter", "Avery", "Winter"), "Avery Summer", ("Avery", "Summer")),
        (("Kim Min-jun", "Min-jun", "Kim"), "Lee Min-jun", ("Min-jun", "Lee")),
        (("Avery Winter", "Avery", "Winter"), "Ada Summer", ("", "")),
        (("", "", ""), "Ada Summer", ("", "")),
        (("Avery Winter", "Avery", "Winter"), "", ("", "")),
    ],
)
def test_the_parts_of_a_name_follow_its_correction(
    was: tuple[str, str, str], now: str, parts: tuple[str, str]
) -> None:
    row = replace(find(AVERY, event=FAIR).row, full_name=was[0], first_name=was[1], last_name=was[2])
    found = with_name_parts({"full_name": now}, row)
    assert (found["first_name"], found["last_name"]) == parts


def test_parts_that_somebody_typed_stay_as_typed() -> None:
    row = find(AVERY).row
    found = with_name_parts({"full_name": "Ada Summer", "first_name": "Ada"}, row)
    assert found == {"full_name": "Ada Summer", "first_name": "Ada", "last_name": ""}
    assert with_name_parts({"company": "Kestrel"}, row) == {"company": "Kestrel"}
