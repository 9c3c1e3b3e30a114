from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from pictures_of_cards import ADA, BACK, BEN, failed, picture

from cardscan.cli.summary import summary_json, tell_failures, tell_summary
from cardscan.followup.record import Event
from cardscan.pipeline.record import NO_CONTACT, NO_TEXT, PhotoResult, ScanReport

if TYPE_CHECKING:
    import pytest

SLOGAN = ("Welcome to our stand",)


def report(*results: PhotoResult) -> ScanReport:
    event = Event(name="Autumn fair", date=date(2026, 11, 20))
    return ScanReport(event=event, results=results, followups=(), seconds=1.0)


def on_pages(result: PhotoResult) -> PhotoResult:
    """The photo with each of its cards on a page of its own."""
    return replace(
        result,
        cards=tuple(
            replace(card, reading=replace(card.reading, card=replace(card.reading.card, page=card.number)))
            for card in result.cards
        ),
    )


def test_a_card_without_a_contact_beside_one_with_is_listed(capsys: pytest.CaptureFixture[str]):
    tell_summary(report(picture("two.jpg", ADA, SLOGAN)), "queue.csv")
    lines = capsys.readouterr().err.splitlines()
    place = lines.index("without a card     1")
    assert lines[place + 1] == f"    two.jpg, card 2: {NO_CONTACT}"


def test_a_page_without_a_contact_is_listed_with_its_number(capsys: pytest.CaptureFixture[str]):
    tell_summary(report(on_pages(picture("scan.pdf", ADA, ()))), "queue.csv")
    assert f"    scan.pdf, page 2, card 2: {NO_TEXT}" in capsys.readouterr().err.splitlines()


def test_the_json_summary_lists_the_cards_without_a_contact():
    summary = json.loads(summary_json(report(picture("two.jpg", ADA, SLOGAN)), "queue.csv"))
    assert summary["no_card"] == [{"photo": "two.jpg", "page": 1, "card": 2, "reason": NO_CONTACT}]


def test_quiet_still_tells_the_cards_without_a_contact(capsys: pytest.CaptureFixture[str]):
    tell_failures(report(failed("torn.jpg"), picture("two.jpg", ADA, SLOGAN)))
    assert capsys.readouterr().err.splitlines() == [
        "torn.jpg: it is damaged",
        f"two.jpg, card 2: {NO_CONTACT}",
    ]


def test_a_card_that_is_the_other_side_of_one_beside_it_is_not_listed():
    result = picture("both.jpg", ADA, ())
    front, back = result.cards
    both = replace(result, cards=(front, replace(back, side_of=front.number)))
    assert json.loads(summary_json(report(both), "queue.csv"))["no_card"] == []


def test_cards_that_all_gave_a_contact_are_not_listed(capsys: pytest.CaptureFixture[str]):
    tell_summary(report(picture("two.jpg", ADA, BEN), picture("back.jpg", BACK)), "queue.csv")
    assert "without a card" not in capsys.readouterr().err


def test_failed_photos_are_named_to_the_last_one(capsys: pytest.CaptureFixture[str]):
    tell_summary(report(*(failed(f"{number}.jpg") for number in range(25))), "queue.csv")
    told = capsys.readouterr().err
    assert "    24.jpg: it is damaged" in told
    assert "more" not in told


def test_people_whom_the_book_had_are_told_and_those_in_doubt(capsys: pytest.CaptureFixture[str]):
    scan = replace(report(picture("ada.jpg", ADA)), merged=2, doubtful=1)
    tell_summary(scan, "queue.csv")
    told = capsys.readouterr().err
    assert "merged             2  with people in the book" in told
    assert "in doubt           1  may be people in the book; see: cardscan duplicates" in told
    summary = json.loads(summary_json(scan, "queue.csv"))
    assert (summary["merged"], summary["in_doubt"]) == (2, 1)
