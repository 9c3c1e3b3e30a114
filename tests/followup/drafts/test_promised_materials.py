from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardscan.errors import RecordError
from cardscan.followup.drafts.materials import attachment, promised
from cardscan.followup.settings import Material

if TYPE_CHECKING:
    from pathlib import Path

MATERIALS = (
    Material(name="our price list", words=("prices", "pl")),
    Material(name="the article on quiet pumps", words=("article", "Artikel")),
    Material(name="the deck", words=("präsentation",)),
)

PROMISES = [
    ("wants the price list, call Tuesday", ["our price list"]),
    ("email pricelist", ["our price list"]),
    ("send price-list", ["our price list"]),
    ("PRICE LIST!", ["our price list"]),
    ("pirce list asap", ["our price list"]),
    ("send pl", ["our price list"]),
    ("the article I promised", ["the article on quiet pumps"]),
    ("artcle", ["the article on quiet pumps"]),
    ("promised articles", ["the article on quiet pumps"]),
    ("send deck; article too", ["the article on quiet pumps", "the deck"]),
    ("Präsentation schicken", ["the deck"]),
    ("not urgent, send deck", ["the deck"]),
    ("no answer. deck", ["the deck"]),
]
NOTHING = [
    ("", "nothing said"),
    ("call Tuesday", "nothing of the owner's"),
    ("particle physics", "another word that holds one"),
    ("desk in room 4", "a short word is not misspelt"),
    ("priceless list", "another word"),
    ("decked out", "not the whole word"),
    ("plus two", "not the whole word"),
    ("no price list", "denied"),
    ("does not want the price list", "denied"),
    ("doesn't need our deck", "denied"),
    ("sent the deck", "done"),
    ("already has the deck", "done"),
    ("kein Artikel", "denied"),
]


@pytest.mark.parametrize(("note", "names"), PROMISES)
def test_what_a_note_promises_is_recognised(note: str, names: list[str]) -> None:
    assert [each.name for each in promised((note,), MATERIALS)] == names


@pytest.mark.parametrize(("note", "why"), NOTHING)
def test_what_a_note_does_not_promise_is_not_sent(note: str, why: str) -> None:
    assert promised((note,), MATERIALS) == (), why


def test_each_material_is_sent_once_in_the_order_of_the_settings() -> None:
    assert promised(("deck", "pl, deck"), MATERIALS) == (MATERIALS[0], MATERIALS[2])


def test_what_one_note_denies_another_may_promise() -> None:
    assert promised(("no deck", "send deck after all"), MATERIALS) == (MATERIALS[2],)


@given(st.text(max_size=300))
def test_any_note_gives_materials_or_none(note: str) -> None:
    assert set(promised((note,), MATERIALS)) <= set(MATERIALS)


def test_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="'deck' is not there"):
        attachment(Material(name="deck", file=tmp_path / "deck.pdf"))
    with pytest.raises(RecordError, match="'deck' is not there"):
        attachment(Material(name="deck", file=tmp_path))


def test_file_too_big_for_mailboxes_is_said(tmp_path: Path) -> None:
    with (tmp_path / "deck.pdf").open("wb") as file:
        file.truncate(10 * 1024 * 1024)
    deck = Material(name="deck", file=tmp_path / "deck.pdf")
    assert attachment(deck) == tmp_path / "deck.pdf"
    with (tmp_path / "deck.pdf").open("wb") as file:
        file.truncate(11 * 1024 * 1024)
    with pytest.raises(RecordError, match=r"11\.0 MB.* Make it smaller, or give a link"):
        attachment(deck)


def test_material_that_is_a_link_has_no_file() -> None:
    assert attachment(Material(name="deck", link="https://www.example.com/deck")) is None
