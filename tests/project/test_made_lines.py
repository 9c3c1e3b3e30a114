"""The cards made as readings: fictional, of every layout, like a scan's results, the same for a seed."""

from __future__ import annotations

import importlib
import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fiction import COUNTRY_CODES, is_nobodys, is_reserved

from cardscan.evaluate import evaluate
from cardscan.evaluate.recorded import load_contacts
from cardscan.evaluate.truth import load_truth
from cardscan.pipeline.saved import load_readings

if TYPE_CHECKING:
    from collections.abc import Iterator


SAMPLES = Path(__file__).parents[2] / "samples"
CARDS = 60
FILES = ("truth.json", "records.jsonl", "queue.csv")


@pytest.fixture(scope="module")
def lines() -> Iterator[Any]:
    """The package of the script."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SAMPLES)
        yield importlib.import_module("lines")


@pytest.fixture(scope="module")
def made(lines: Any) -> list[Any]:
    return list(lines.cards(200, seed=1))


def make(into: Path, seed: int = 1) -> None:
    options = ["--into", into, "--count", str(CARDS), "--seed", str(seed)]
    subprocess.run([sys.executable, SAMPLES / "make_lines.py", *options], check=True, capture_output=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("lines")
    make(into)
    return into


def test_the_same_seed_gives_the_same_files(folder: Path, tmp_path: Path) -> None:
    make(tmp_path)
    assert [name for name in FILES if (tmp_path / name).read_bytes() != (folder / name).read_bytes()] == []


def test_a_card_does_not_depend_on_how_many_are_made(lines: Any, made: list[Any]) -> None:
    assert list(lines.cards(3, seed=1)) == made[:3]


def test_another_seed_gives_other_cards(lines: Any, made: list[Any]) -> None:
    others = list(lines.cards(20, seed=2))
    assert not {card.fields["company"] for card in others} & {card.fields["company"] for card in made} - {
        None
    }


def test_truth_has_a_label_for_every_record(folder: Path) -> None:
    labels = [photo.name for photo in load_truth(folder / "truth.json")]
    assert labels == [photo for photo, _ in load_contacts(folder / "records.jsonl")]
    assert len(labels) == CARDS


def test_records_hold_the_readings(folder: Path, made: list[Any]) -> None:
    records = (folder / "records.jsonl").read_text("utf-8")
    assert load_readings(records, "records") == tuple(card.reading for card in made[:CARDS])


def test_the_queue_can_be_measured_at_once(folder: Path) -> None:
    scores = evaluate(folder / "truth.json", folder / "queue.csv")
    assert scores.cards == CARDS
    # What the parser cannot read at all would teach nothing, and neither would what it always reads.
    assert 0.5 < dict(scores.fields)["name"].f1 < 1


def test_every_layout_occurs(lines: Any, made: list[Any]) -> None:
    assert {card.layout for card in made} == set(lines.LAYOUTS)
    assert len(lines.LAYOUTS) == 14


def test_every_layout_has_a_place_for_every_block(lines: Any) -> None:
    chance = random.Random(1)  # noqa: S311 - nothing is secret here
    whole = ["address", "firm", "foot", "logo", "person", "reach", "services", "top"]
    for name, layout in lines.LAYOUTS.items():
        for _ in range(10):
            blocks = " ".join(block for area in layout(chance, 0.5) for block in area.blocks)
            assert sorted(blocks.replace("contact", "firm address reach").split()) == whole, name


def test_every_domain_is_reserved(made: list[Any]) -> None:
    domains = [email.rpartition("@")[2] for card in made for email in card.fields["emails"]]
    domains += [site for card in made for site in card.fields["websites"]]
    assert len(domains) > 200
    assert [domain for domain in domains if not is_reserved(domain)] == []


def test_every_phone_is_nobodys(made: list[Any]) -> None:
    numbers = [(phone["text"], card.fields["country"]) for card in made for phone in card.fields["phones"]]
    assert len(numbers) > 200
    assert [number for number in numbers if not is_nobodys_anywhere(*number)] == []


def is_nobodys_anywhere(text: str, country: str) -> bool:
    """With its country code it may be of another country than the card."""
    countries = COUNTRY_CODES if text.startswith("+") else (country,)
    return any(is_nobodys(text, one) for one in countries)


def test_cards_come_in_several_scripts_and_without_a_person(made: list[Any]) -> None:
    assert {card.language for card in made} >= {"en", "de", "ja", "zh", "ko"}
    assert any(not card.fields["name"] and card.layout == "shop" for card in made)
    assert any(card.fields["name"] and card.fields["name_alt"] for card in made)


def test_words_are_believed_less_where_letters_are_wrong(made: list[Any]) -> None:
    beliefs: dict[bool, list[float]] = {True: [], False: []}
    for card in made:
        printed = {*card.fields["emails"], *card.fields["websites"]}
        words = [word for line in card.reading.lines for word in line.words]
        for word in words:
            if word.text.endswith("example") or word.text in printed:
                beliefs[word.text in printed].append(word.confidence)
    right, wrong = (sum(beliefs[key]) / len(beliefs[key]) for key in (True, False))
    assert wrong < right - 0.1
    assert max(beliefs[False]) > 0.97
