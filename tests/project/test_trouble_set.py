"""The large test set: fictional, labelled with its troubles, the same for the same seed."""

from __future__ import annotations

import importlib
import json
import random
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from fiction import is_nobodys, is_reserved
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = Path(__file__).parents[2] / "samples"
WANTED = ("edge_to_edge", "scanner_sheet", "no_card")
PICTURES = 5
"""One of a card, three of a scanner's sheet and one without a card."""


@pytest.fixture(scope="module")
def studio() -> Iterator[None]:
    """The parts of the script can be imported."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SAMPLES)
        yield


@pytest.fixture(scope="module")
def typefaces(studio: None) -> None:
    """What the script needs besides Python; on a machine without it, no picture can be drawn."""
    fonts = importlib.import_module("studio.fonts")
    if missing := set(fonts.FILES.values()) - set(fonts.installed()):
        pytest.skip(f"{len(missing)} typefaces of samples/README.md are not installed")
    if find_spec("segno") is None:
        pytest.skip("segno is not installed")


def make(into: Path, *options: str) -> list[dict[str, Any]]:
    script = [sys.executable, SAMPLES / "make_samples.py", "--troubles", "--into", into, *options]
    subprocess.run(script, check=True, capture_output=True)
    return json.loads((into / "truth.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def folder(typefaces: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small set."""
    into = tmp_path_factory.mktemp("troubles")
    make(into, "--count", str(PICTURES), "--only", *WANTED)
    return into


@pytest.fixture(scope="module")
def truth(folder: Path) -> list[dict[str, Any]]:
    return json.loads((folder / "truth.json").read_text("utf-8"))


def contacts() -> list[Any]:
    invent = importlib.import_module("studio.invented.contact").invent
    return [invent(random.Random(number)) for number in range(500)]  # noqa: S311 - nothing is secret here


@pytest.mark.usefixtures("studio")
def test_every_invented_domain_is_reserved() -> None:
    domains = [email.rpartition("@")[2] for facts in contacts() for email in facts.emails]
    domains += [site for facts in contacts() for site in facts.websites]
    assert [domain for domain in domains if not is_reserved(domain)] == []


@pytest.mark.usefixtures("studio")
def test_every_invented_phone_is_nobodys() -> None:
    numbers = [(phone.text, facts.country) for facts in contacts() for phone in facts.phones]
    assert [(text, country) for text, country in numbers if not is_nobodys(text, country)] == []


@pytest.mark.usefixtures("studio")
def test_invented_cards_come_from_many_countries() -> None:
    assert {facts.country for facts in contacts()} == {"GB", "US", "AU", "DE", "FR", "ES", "SE", "JP"}


@pytest.mark.usefixtures("studio")
def test_invented_addresses_are_ascii() -> None:
    assert [email for facts in contacts() for email in facts.emails if not email.isascii()] == []


def test_truth_names_every_picture(folder: Path, truth: list[dict[str, Any]]) -> None:
    pictures = sorted(f"photos/{path.name}" for path in (folder / "photos").iterdir())
    assert sorted(entry["file"] for entry in truth) == pictures


def test_every_picture_has_one_trouble_at_one_strength(truth: list[dict[str, Any]]) -> None:
    assert [(entry["trouble"], entry["strength"]) for entry in truth] == [
        ("edge_to_edge", "plain"),
        ("scanner_sheet", "4"),
        ("scanner_sheet", "6"),
        ("scanner_sheet", "8"),
        ("no_card", "receipt"),
    ]


def test_truth_has_a_record_for_every_card_of_a_picture(truth: list[dict[str, Any]]) -> None:
    assert [len(entry.get("cards", ())) for entry in truth] == [0, 4, 6, 8, 0]
    assert [entry["content"] for entry in truth] == ["card", *["multi"] * 3, "not_a_business_card"]


def test_a_card_that_fills_the_picture_leaves_no_table(folder: Path) -> None:
    with Image.open(folder / "photos" / "edge_to_edge_plain_01.jpg") as picture:
        pixels = np.asarray(picture.convert("L"), float)
    # Nothing is printed so near to the edge: what differed there would be the table.
    sides = (pixels, pixels[::-1], pixels.T, pixels.T[::-1])
    assert max(np.abs(np.median(side[:4], 0) - np.median(side[16:20], 0)).mean() for side in sides) < 8


def test_the_same_seed_gives_the_same_files(folder: Path, tmp_path: Path) -> None:
    make(tmp_path, "--count", "1", "--only", "scanner_sheet")
    name = "photos/scanner_sheet_4_01.jpg"
    assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_another_seed_gives_other_cards(truth: list[dict[str, Any]], tmp_path: Path) -> None:
    (other,) = make(tmp_path, "--count", "1", "--only", "scanner_sheet", "--seed", "2")
    emails = {card["emails"][0] for card in other["cards"]}
    assert not emails & {card["emails"][0] for entry in truth for card in entry.get("cards", ())}


@pytest.mark.usefixtures("typefaces")
def test_handwriting_is_labelled_beside_print_and_across_it(tmp_path: Path) -> None:
    cards = make(tmp_path, "--count", "2", "--only", "handwriting")
    assert [card["strength"] for card in cards] == ["mild", "strong"]
    assert all(card["fields"]["notes"] and card["fields"]["emails"] for card in cards)
