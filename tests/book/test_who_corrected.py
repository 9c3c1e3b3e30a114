"""The book knows who corrected something."""

from __future__ import annotations

import sys

import pytest
from finds_made_up import AT, AVERY, find, keep
from sqlalchemy import select

from cardscan.book.corrections import correct
from cardscan.book.history import history
from cardscan.book.store import open_book
from cardscan.book.tables import CorrectionRow


def corrected(place: str, who: str | None) -> str:
    """The entry of somebody whose company was corrected."""
    with open_book(place, who=who) as book, book.writing() as session:
        (entry_id,) = keep(session, find(AVERY))
        values, before = {"company": "Northwind plc"}, {"company": "Northwind Ltd"}
        correct(session, entry_id, values, before=before, source="review", at=AT)
    return entry_id


def test_a_correction_says_who_made_it(any_place: str) -> None:
    corrected(any_place, "Ada")
    with open_book(any_place) as book, book.reading() as session:
        assert session.scalars(select(CorrectionRow.who)).all() == ["Ada"]


def test_who_is_not_named_is_who_logged_in(any_place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ada-at-the-desk")
    corrected(any_place, None)
    with open_book(any_place) as book, book.reading() as session:
        assert session.scalars(select(CorrectionRow.who)).all() == ["ada-at-the-desk"]


def test_nobody_is_named_where_the_system_knows_nobody(
    any_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.getuid", lambda: 2**31 - 7, raising=False)  # nobody has that number
    corrected(any_place, None)
    with open_book(any_place) as book, book.reading() as session:
        assert session.scalars(select(CorrectionRow.who)).all() == [""]


@pytest.mark.skipif(sys.platform == "win32", reason="names are UTF-16 there")
def test_a_login_name_that_is_no_utf_8_keeps_no_correction_out(
    any_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "ren\udce9")
    corrected(any_place, None)
    with open_book(any_place) as book, book.reading() as session:
        assert session.scalars(select(CorrectionRow.who)).all() == ["ren?"]


def test_the_history_names_somebody_else_who_corrected_and_not_oneself(any_place: str) -> None:
    contact = corrected(any_place, "Ada")
    told = {}
    for who in ("Ada", "Ben"):
        with open_book(any_place, who=who) as book, book.reading() as session:
            told[who] = history(session, contact, AT.tzinfo)[-1].text
    assert told["Ada"] == "company: Northwind Ltd -> Northwind plc"
    assert told["Ben"] == "company: Northwind Ltd -> Northwind plc (by Ada)"
