from __future__ import annotations

from cardscan.evaluate.agreement import Agreement
from cardscan.evaluate.pairing import pair_all
from cardscan.evaluate.rows import GivenRow
from cardscan.evaluate.truth import TrueCard, TruePhoto


def card(name: str, **more: object) -> TrueCard:
    return TrueCard(values={"name": (name,)}, **more)  # type: ignore[arg-type]


def row(name: str, *photos: str) -> GivenRow:
    return GivenRow(photos=photos or ("a.jpg",), values={"name": (name,)})


def names(photos: list[TruePhoto], rows: list[GivenRow]) -> list[tuple[str | None, str | None]]:
    return [
        (pair.card and pair.card.of("name")[0], pair.row and pair.row.of("name")[0])
        for pair in pair_all(photos, rows)
    ]


def photo(name: str, *cards: TrueCard) -> TruePhoto:
    return TruePhoto(name=name, kind="photo", cards=cards)


def test_rows_meet_the_cards_they_agree_with() -> None:
    got = names([photo("a.jpg", card("jo"), card("ana"))], [row("ana"), row("jo")])
    assert got == [("jo", "jo"), ("ana", "ana")]


def test_many_cards_in_a_picture_meet_their_rows_too() -> None:
    everybody = [f"person {letter}" for letter in "abcdefghi"]
    got = names([photo("a.jpg", *map(card, everybody))], [row(name) for name in reversed(everybody)])
    assert sorted(got) == [(name, name) for name in everybody]


def test_card_without_a_row_and_row_without_a_card_stand_alone() -> None:
    got = names([photo("a.jpg", card("jo")), photo("b.jpg")], [row("cup", "b.jpg")])
    assert got == [("jo", None), (None, "cup")]


def test_back_side_named_in_the_row_of_its_front_needs_no_row() -> None:
    photos = [photo("a.jpg", card("jo")), photo("b.jpg", card("quay", is_back=True))]
    assert names(photos, [row("jo", "a.jpg", "b.jpg")]) == [("jo", "jo")]


def test_row_that_names_the_back_is_measured_by_what_stands_there_too() -> None:
    back = TrueCard(values={"name": ("quay",), "address": ("1 quay street",)}, is_back=True)
    photos = [photo("a.jpg", card("jo")), photo("b.jpg", back)]
    given = GivenRow(photos=("a.jpg", "b.jpg"), values={"name": ("jo",), "address": ("1 quay street",)})
    (pair,) = pair_all(photos, [given])
    assert pair.result["address"] == Agreement(right=("1 quay street",))
    assert pair.result["name"] == Agreement(right=("jo",))


def test_second_shot_named_in_the_row_of_the_first_needs_no_row() -> None:
    photos = [
        photo("a.jpg", card("jo", ids=frozenset({"c1"}))),
        photo("b.jpg", card("jo", ids=frozenset({"c1", "c2"}))),
    ]
    assert names(photos, [row("jo", "a.jpg", "b.jpg")]) == [("jo", "jo")]


def test_another_card_named_in_a_row_is_still_missed() -> None:
    photos = [photo("a.jpg", card("jo")), photo("b.jpg", card("ana"))]
    assert names(photos, [row("jo", "a.jpg", "b.jpg")]) == [("jo", "jo"), ("ana", None)]
