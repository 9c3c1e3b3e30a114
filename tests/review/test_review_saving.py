"""What a person does to contacts is kept, taken back as if it had not been, and offered to colleagues."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from cards_in_doubt import keep, picture_of
from sqlalchemy import select, update

from cardscan.book.merging import BY_HAND, merge, set_apart
from cardscan.book.overview import overview
from cardscan.book.rows import everybodys_rows, rows_of
from cardscan.book.tables import ApartRow, CorrectionRow, EventRow, FollowUpRow, MergeRow, NoteRow, TouchRow
from cardscan.book.touching import keep_touch
from cardscan.followup.record import Touch
from cardscan.followup.settings import Owner, Settings
from cardscan.review.card.saving import doing, remove, save, undo
from cardscan.review.card.sheet import sheet_of, state_of
from cardscan.review.card.spreading import offers_after, spread
from cardscan.review.workplace import Deed

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session

    from cardscan.followup.record import FollowUp
    from cardscan.review.card.saving import Saved
    from cardscan.review.workplace import Workplace

    Place = tuple[Workplace, dict[str, str]]

LEFT = (CorrectionRow, NoteRow, TouchRow, MergeRow, ApartRow)
"""Tables that are empty in a book that nobody has touched."""


def row(work: Workplace, entry_id: str) -> FollowUp:
    with work.book.reading() as session:
        return rows_of(session, [entry_id])[entry_id]


def typed(work: Workplace, entry_id: str, *, settled: bool = False, **form: str) -> Saved:
    """Save what somebody typed who saw the row as it stands."""
    return save(work, entry_id, {"seen": state_of(row(work, entry_id)), **form}, settled=settled)


def everything(work: Workplace) -> tuple[object, ...]:
    """All that the page can change."""
    with work.book.reading() as session:
        steps = session.scalars(select(FollowUpRow).order_by(FollowUpRow.entry_id))
        return (
            tuple(everybodys_rows(session)),
            overview(session),
            [(one.entry_id, one.due, one.action, one.priority, one.status, one.set_by) for one in steps],
            [len(session.scalars(select(table)).all()) for table in LEFT],
        )


def test_of_somebody_who_is_gone_there_is_nothing_to_show(place: Place):
    work, ids = place
    remove(work, ids["avery"], {})
    with work.book.reading() as session:
        assert sheet_of(session, ids["avery"]) is None
    assert save(work, ids["avery"], {}, settled=True).row is None


@pytest.mark.parametrize(
    "form",
    [
        {"full_name": "Ada Winter"},
        {"note": "hot, call Tuesday"},
        {"note": "not interested"},
        {"priority": "C"},
        {"due": "2026-12-24"},
        {"email": "", "other_emails": "a@b.example; c@d.example", "company": "", "job_title": "Owner"},
        {"full_name": "Ada Winter", "note": "hot, call Tuesday", "priority": "C", "due": "2026-12-24"},
    ],
)
def test_everything_that_was_typed_is_taken_back(place: Place, form: dict[str, str]):
    work, ids = place
    before = everything(work)
    assert typed(work, ids["avery"], settled=True, **form).is_kept
    kept = everything(work)
    assert kept != before
    remove(work, ids["avery"], {})
    assert undo(work)[1]
    assert everything(work) == kept
    assert undo(work)[1]
    assert everything(work) == before
    assert undo(work) == (None, False)


def test_a_merge_and_a_no_to_one_are_taken_back(place: Place):
    work, ids = place
    one, other = ids["casey"], ids["casey again"]
    before = everything(work)

    def do(session: Session, what: str) -> None:
        deed = Deed(entry_id=one, what=what, others=(other,))
        if what == "merged":
            doing(work, session, deed, lambda: merge(session, one, other, why=BY_HAND, at=work.clock()))
        else:
            doing(work, session, deed, lambda: set_apart(session, one, other))

    for what in ("merged", "apart"):
        with work.book.writing() as session:
            do(session, what)
        assert everything(work) != before
        assert undo(work)[1]
        assert everything(work) == before


def test_two_who_were_said_to_be_two_are_that_again_after_a_merge_is_taken_back(place: Place):
    work, ids = place
    one, other = ids["casey"], ids["casey again"]
    with work.book.writing() as session:
        set_apart(session, one, other)
    before = everything(work)
    with work.book.writing() as session:
        deed = Deed(entry_id=one, what="merged", others=(other,))
        doing(work, session, deed, lambda: merge(session, one, other, why=BY_HAND, at=work.clock()))
    assert undo(work)[1]
    assert everything(work) == before


def test_what_is_taken_back_of_a_merged_contact_leaves_it_merged(place: Place):
    work, ids = place
    with work.book.writing() as session:
        merge(session, ids["casey"], ids["casey again"], why=BY_HAND, at=work.clock())
    before = everything(work)
    assert typed(work, ids["casey"], settled=True, note="hot", company="Rose Ltd").is_kept
    assert undo(work)[1]
    assert everything(work) == before


def test_what_somebody_else_changed_since_is_not_taken_back(place: Place):
    work, ids = place
    other = replace(work, done=type(work.done)())
    assert typed(work, ids["drew"], company="Northwind plc").is_kept
    assert typed(other, ids["drew"], company="Kestrel Ltd").is_kept
    step, is_undone = undo(work)
    assert step is not None
    assert not is_undone
    assert row(work, ids["drew"]).company == "Kestrel Ltd"


def test_a_call_that_somebody_logged_meanwhile_outlives_what_is_taken_back(place: Place):
    work, ids = place
    assert typed(work, ids["drew"], company="Kestrel Ltd").is_kept
    with work.book.writing() as session:
        touch = Touch(at=work.clock(), channel="note", note="sent a card")
        keep_touch(session, ids["drew"], touch, today=work.today, settings=Settings())
    assert undo(work)[1]
    with work.book.reading() as session:
        assert [one.note for one in session.scalars(select(TouchRow))] == ["sent a card"]
    assert row(work, ids["drew"]).company == "Northwind"


def test_who_did_not_see_what_stands_there_is_told_and_nothing_is_kept(place: Place):
    work, ids = place
    before = everything(work)
    saved = save(work, ids["drew"], {"seen": "long ago", "company": "Kestrel Ltd"}, settled=True)
    assert (saved.is_kept, saved.is_stale, saved.by_others) == (False, True, {"company": "Northwind"})
    assert everything(work) == before


def test_of_what_cannot_be_kept_nothing_is_kept(place: Place):
    work, ids = place
    before = everything(work)
    saved = typed(work, ids["drew"], settled=True, company="Kestrel Ltd", email="drew at kestrel", note="hot")
    assert not saved.is_kept
    assert list(saved.wrong) == ["email"]
    assert everything(work) == before
    assert undo(work) == (None, False)


@pytest.mark.parametrize(("owners", "events"), [("GB", None), ("US", "GB")])
def test_a_phone_without_its_country_is_one_of_the_event_or_of_the_owner(
    place: Place, owners: str, events: str | None
):
    work, ids = place
    with work.book.writing() as session:
        session.execute(update(EventRow).values(country=events))
    settings = Settings(owner=Owner(country=owners))
    typed(replace(work, settings=settings), ids["drew"], work_phone="020 7946 0199")
    assert row(work, ids["drew"]).work_phone == ("+44 20 7946 0199",)


def test_a_domain_that_was_misread_is_offered_to_colleagues(place: Place, tmp_path: Path):
    work, ids = place
    lines = ("#Robin Reed", "Buyer", "Northwind Ltd", "robin@northwlnd.example")
    (robin,) = keep(work.book, tmp_path, picture_of(tmp_path / "robin.png", *lines))
    typed(work, ids["blake"], email="blake@northwlnd.example")
    typed(work, ids["avery"], email="avery@northwind.example")
    (offer,) = offers_after(work)
    assert (offer.column, offer.domain, offer.value) == ("email", "northwlnd.example", "northwind.example")
    assert offer.others == {robin: ("Robin Reed", "robin@northwind.example")}, "Blake's was typed"
    before = everything(work)
    assert spread(work, "email", [robin, ids["blake"], ids["casey"], "nobody"]) == 1
    assert row(work, robin).email == "robin@northwind.example"
    assert row(work, ids["blake"]).email == "blake@northwlnd.example"
    assert undo(work)[1]
    assert everything(work) == before


def test_only_colleagues_who_were_chosen_are_corrected(place: Place):
    work, ids = place
    typed(work, ids["avery"], email="avery@northwind.example", company="Northwind plc")
    assert "company" in {offer.column for offer in offers_after(work)}
    assert spread(work, "company", []) == 0
    assert spread(work, "full_name", [ids["drew"]]) == 0
    assert row(work, ids["drew"]).company == "Northwind"


@pytest.mark.parametrize(
    "form",
    [
        {"email": "ember@gmail.com", "company": "Lund"},
        {"company": "Lund"},
        {"job_title": "Owner"},
        {"email": ""},
    ],
)
def test_who_has_no_colleagues_offers_nothing(place: Place, form: dict[str, str]):
    work, ids = place
    typed(work, ids["ember"], **form)
    assert offers_after(work) == ()


def test_only_the_step_that_is_meant_is_taken_back(place: Place):
    work, ids = place
    typed(work, ids["drew"], company="Kestrel Ltd")
    shown = work.done.steps[-1].number
    typed(work, ids["ember"], company="Lund")
    before = everything(work)
    assert not undo(work, shown)[1]
    assert everything(work) == before
    assert undo(work, work.done.steps[-1].number)[1]
    assert undo(work, shown)[1]
    assert row(work, ids["drew"]).company == "Northwind"


def test_who_typed_what_cannot_be_kept_is_told_before_the_contact_is_taken_out(place: Place):
    work, ids = place
    form = {"seen": state_of(row(work, ids["drew"])), "email": "drew at kestrel"}
    removed = remove(work, ids["drew"], form)
    assert list(removed.wrong) == ["email"]
    assert row(work, ids["drew"]).email == "drew@northwind.example"
