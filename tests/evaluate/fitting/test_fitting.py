"""Chances are fitted on rows of figures, and hold for cards that were left out."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from written_card import reading

from cardscan.evaluate.fitting import curves as fitting
from cardscan.evaluate.fitting.logistic import fitted
from cardscan.evaluate.fitting.rows import load, rows_of, save
from cardscan.ocr.record import Legibility
from cardscan.parse.calibration.chance import CRITICAL, FITTED, LEAST_CHANCE
from cardscan.parse.calibration.features import FEATURES

CARD = ("#Ada Winter", "Sales Manager", "T 020 7946 0101", "ada@northwind.example")


def test_weights_that_made_the_rows_are_found_again():
    chance = np.random.default_rng(7)
    rows = chance.normal(size=(20_000, 2))
    odds = 1.0 + rows @ [2.0, 0.5]
    right = (chance.random(len(rows)) < 1 / (1 + np.exp(-odds))).astype(float)
    assert fitted(rows, right) == pytest.approx([1.0, 2.0, 0.5], abs=0.1)


def test_feature_that_seems_to_speak_against_is_left_out():
    chance = np.random.default_rng(7)
    rows = chance.normal(size=(2_000, 1))
    right = (chance.random(len(rows)) < 1 / (1 + np.exp(rows[:, 0]))).astype(float)
    assert fitted(rows, right)[1] == 0


def folder(path: Path, phone: str) -> Path:
    """A set of one card, labelled with its phone."""
    fields = {"name": "Ada Winter", "emails": ["ada@northwind.example"], "phones": [{"text": phone}]}
    label = {"id": "one", "file": "photos/one.jpg", "fields": fields | {"country": "GB"}}
    (path / "truth.json").write_text(json.dumps([label]))
    read = replace(reading(*CARD), legibility=Legibility(print_px=20, edge_px=2))
    record = {"photo": "one.jpg", "card": 1, "reading": read.to_dict()}
    (path / "records.jsonl").write_text(json.dumps(record) + "\n")
    return path


@pytest.mark.parametrize(("phone", "right"), [("+44 20 7946 0101", True), ("+44 20 7946 0199", False)])
def test_rows_say_what_is_right_and_hold_no_text(tmp_path, phone, right):
    rows = rows_of([folder(tmp_path, phone)])
    said = {row.field: row.right for row in rows}
    assert (said["name"], said["email"], said["phone"], said["row"]) == (True, True, right, right)
    save(rows, tmp_path / "rows.csv")
    assert "Winter" not in (tmp_path / "rows.csv").read_text()
    assert [(row.field, row.right) for row in load(tmp_path / "rows.csv")] == [
        (row.field, row.right) for row in rows
    ]


def test_kept_figures_are_those_of_the_kept_rows():
    assert fitting.written(load(fitting.ROWS)) == FITTED.read_text("utf-8")


@pytest.mark.parametrize("reader", ["rapidocr", "tesseract"])
def test_chances_hold_on_the_whole_for_cards_that_were_left_out(reader):
    found = fitting.left_out([row for row in load(fitting.ROWS) if row.reader == reader])
    for kind in (*FEATURES, "row"):
        chances, right = found[kind]
        assert chances.mean() == pytest.approx(right.mean(), abs=0.02), kind


def test_chances_hold_for_what_is_not_shown_to_a_person():
    """Of the values that are not shown for their chance, as many are right as their chances say."""
    found = fitting.left_out([row for row in load(fitting.ROWS) if row.reader == "rapidocr"])
    for kind in FEATURES:
        chances, right = found[kind]
        told = chances >= LEAST_CHANCE
        by_chance = 3 * np.sqrt(right[told].var() / told.sum())
        assert right[told].mean() == pytest.approx(chances[told].mean(), abs=max(0.01, by_chance)), kind
    for kind in CRITICAL:
        chances, right = found[kind]
        low = chances < LEAST_CHANCE
        assert right[low].mean() < right[~low].mean() - 0.1, kind
