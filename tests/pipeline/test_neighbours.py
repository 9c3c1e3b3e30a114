from __future__ import annotations

from pictures_of_cards import failed, picture

from cardscan.pipeline.neighbours import neighbours


def pairs(*results):
    return [(results[a].path, results[b].path) for a, b in neighbours(results)]


def test_pictures_within_twenty_seconds_are_neighbours():
    assert pairs(picture("a.jpg", at_s=0), picture("b.jpg", at_s=20)) == [("a.jpg", "b.jpg")]


def test_pictures_further_apart_are_none():
    assert pairs(picture("a.jpg", at_s=0), picture("b.jpg", at_s=21)) == []


def test_time_counts_and_not_the_name():
    times = {"a.jpg": 0, "b.jpg": 300, "c.jpg": 5}
    assert pairs(*(picture(path, at_s=at_s) for path, at_s in times.items())) == [("a.jpg", "c.jpg")]


def test_without_times_the_next_name_is_the_neighbour():
    found = pairs(picture("c.jpg"), picture("a.jpg"), picture("b.jpg"))
    assert found == [("a.jpg", "b.jpg"), ("b.jpg", "c.jpg")]


def test_nine_stands_before_ten():
    assert pairs(*(picture(f"scan {n}.jpg") for n in (1, 10, 9))) == [
        ("scan 1.jpg", "scan 9.jpg"),
        ("scan 9.jpg", "scan 10.jpg"),
    ]


def test_picture_with_a_time_and_one_without_are_no_neighbours():
    assert pairs(picture("a.jpg", at_s=0), picture("b.jpg")) == []


def test_folders_are_apart():
    assert pairs(picture("ada/1.jpg"), picture("ben/1.jpg")) == []
    assert pairs(picture("ada/1.jpg", at_s=0), picture("ben/1.jpg", at_s=1)) == []


def test_picture_that_failed_stands_between_others():
    found = pairs(picture("a.jpg"), failed("b.jpg"), picture("c.jpg"))
    assert ("a.jpg", "c.jpg") not in found
