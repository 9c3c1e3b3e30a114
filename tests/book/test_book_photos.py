from __future__ import annotations

from dataclasses import replace

from finds_made_up import AT, FAIR, SPRING, photo
from written_card import reading

from cardscan.book.events import keep_event
from cardscan.book.photos import events_of, keep_readings, keep_sightings, kept_readings
from cardscan.book.tables import SightingRow

ONE, OTHER = photo("one.jpg"), photo("other.jpg")
SEEN = (reading("#Avery Winter", "avery@northwind.example"), reading("#Blake Hart", number=2))


def hashes(*photos):
    return [one.content_hash for one in photos]


def test_a_reading_comes_back_as_it_was_read(any_book):
    with any_book.writing() as session:
        keep_readings(session, ONE, SEEN, read_by="rapidocr", at=AT)
    with any_book.reading() as session:
        assert kept_readings(session, hashes(ONE, OTHER), "rapidocr") == {ONE.content_hash: SEEN}


def test_what_one_reader_read_does_not_stand_for_another(any_book):
    with any_book.writing() as session:
        keep_readings(session, ONE, SEEN, read_by="rapidocr", at=AT)
        assert kept_readings(session, hashes(ONE), "rapidocr kor") == {}


def test_a_photo_without_a_card_was_read_too(any_book):
    with any_book.writing() as session:
        keep_readings(session, ONE, (), read_by="rapidocr", at=AT)
        assert kept_readings(session, hashes(ONE), "rapidocr") == {ONE.content_hash: ()}


def test_what_is_read_again_takes_the_place_of_the_first_reading(any_book):
    with any_book.writing() as session:
        keep_readings(session, ONE, SEEN, read_by="rapidocr", at=AT)
        keep_readings(session, ONE, SEEN[:1], read_by="rapidocr", at=AT)
    with any_book.reading() as session:
        assert kept_readings(session, hashes(ONE), "rapidocr") == {ONE.content_hash: SEEN[:1]}


def test_a_hostile_text_comes_back_as_it_was_read(any_book):
    hostile = reading("Robert'); DROP TABLE readings;--", "\u202eevil\x1b[2J", "😀 ü 株式会社")
    with any_book.writing() as session:
        keep_readings(session, ONE, (hostile,), read_by="rapidocr", at=AT)
    with any_book.reading() as session:
        assert kept_readings(session, hashes(ONE), "rapidocr") == {ONE.content_hash: (hostile,)}


def test_more_photos_than_one_question_takes(any_book):
    many = [photo(f"{number}.jpg") for number in range(1001)]
    with any_book.writing() as session:
        keep_readings(session, many[-1], SEEN, read_by="rapidocr", at=AT)
        assert list(kept_readings(session, hashes(*many), "rapidocr")) == hashes(many[-1])


def test_a_photo_that_was_moved_is_the_same_photo(any_book):
    with any_book.writing() as session:
        event = keep_event(session, FAIR, AT)
        keep_sightings(session, event.id, [ONE])
        keep_sightings(session, event.id, [replace(ONE, path="sorted/one.jpg")])
    with any_book.reading() as session:
        assert [row.path for row in session.query(SightingRow)] == ["sorted/one.jpg"]


def test_the_event_with_most_of_the_photos_comes_first(any_book):
    with any_book.writing() as session:
        spring, fair = keep_event(session, SPRING, AT), keep_event(session, FAIR, AT)
        keep_sightings(session, spring.id, [ONE])
        keep_sightings(session, fair.id, [ONE, OTHER])
        found = [(event.name, count) for event, count in events_of(session, hashes(ONE, OTHER))]
    assert found == [("Autumn fair", 2), ("Spring fair", 1)]


def test_photos_that_no_event_has_are_of_none(any_book):
    with any_book.reading() as session:
        assert events_of(session, hashes(ONE)) == []
