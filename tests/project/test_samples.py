"""The samples are complete, fictional, small, and are what truth.json says they are."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pillow_heif
import pytest
from fiction import is_nobodys, is_reserved
from PIL import ExifTags, Image, UnidentifiedImageError

SAMPLES = Path(__file__).parents[2] / "samples"
PHOTOS = SAMPLES / "photos"
TRUTH: list[dict[str, Any]] = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))
BY_ID = {entry["id"]: entry for entry in TRUTH}
TAGGED = [entry for entry in TRUTH if entry["exif_orientation"] is not None]
FIELDS = {
    "name", "name_alt", "title", "department", "company", "company_alt", "emails", "phones", "websites",
    "address", "other_addresses", "country", "social", "notes",
}  # fmt: skip


def cards() -> list[dict[str, Any]]:
    return [card for entry in TRUTH for card in entry.get("cards", [entry["fields"]])]


@pytest.fixture(autouse=True)
def heif_pictures() -> None:
    pillow_heif.register_heif_opener()


def test_truth_and_files_match() -> None:
    assert {Path(entry["file"]) for entry in TRUTH} | {
        Path("photos/broken.jpg"),
        Path("photos/event.toml"),
    } == {path.relative_to(SAMPLES) for path in PHOTOS.iterdir()}


def test_every_id_is_given_once() -> None:
    assert not [name for name, times in Counter(entry["id"] for entry in TRUTH).items() if times > 1]


def test_every_card_has_all_fields() -> None:
    assert [card for card in cards() if set(card) != FIELDS] == []


def test_what_is_written_by_hand_is_labelled() -> None:
    notes = {entry["id"]: entry["fields"]["notes"] for entry in TRUTH if entry["fields"]["notes"]}
    assert notes == {"ternbeck_note": ["call Tue,", "wants quote"]}


def test_all_samples_stay_under_12_megabytes() -> None:
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file()) < 12e6


def test_every_email_and_website_is_in_a_reserved_domain() -> None:
    domains = [email.rpartition("@")[2] for card in cards() for email in card["emails"]]
    domains += [website for card in cards() for website in card["websites"]]
    assert domains
    assert [domain for domain in domains if not is_reserved(domain)] == []


def test_every_phone_is_nobodys() -> None:
    numbers = [(card["country"], phone["text"]) for card in cards() for phone in card["phones"]]
    assert numbers
    assert [(country, text) for country, text in numbers if not is_nobodys(text, country)] == []


def test_no_card_is_shown_twice() -> None:
    emails = Counter(email for card in cards() for email in card["emails"])
    assert [email for email, times in emails.items() if times > 1] == []


def test_a_back_side_names_its_front() -> None:
    backs = [entry for entry in TRUTH if entry["content"] == "back"]
    assert backs
    for back in backs:
        assert BY_ID[back["same_card_as"]]["fields"]["company"] == back["fields"]["company"]


def test_the_collection_covers_formats_languages_and_turns() -> None:
    assert {Path(entry["file"]).suffix for entry in TRUTH} == {
        ".jpg", ".heic", ".webp", ".png", ".tif", ".pdf",
    }  # fmt: skip
    assert {entry["language"] for entry in TRUTH} == {"en", "de", "fr", "es", "ja", None}
    assert {entry["rotate_cw_to_upright"] for entry in TRUTH} == {0, 90, 180}
    assert {entry["content"] for entry in TRUTH} == {"card", "back", "multi", "not_a_business_card"}


@pytest.mark.parametrize("entry", TAGGED, ids=lambda entry: entry["id"])
def test_orientation_tag_is_as_the_truth_says(entry: dict[str, Any]) -> None:
    with Image.open(SAMPLES / entry["file"]) as picture:
        # The HEIF reader turns the pixels itself and resets the tag; it keeps what stood there.
        found = picture.info.get("original_orientation") or picture.getexif()[ExifTags.Base.Orientation]
    assert found == entry["exif_orientation"]


@pytest.mark.parametrize("entry", TAGGED, ids=lambda entry: entry["id"])
def test_photo_was_taken_at_the_event_or_the_evening_before(entry: dict[str, Any]) -> None:
    with Image.open(SAMPLES / entry["file"]) as picture:
        taken = picture.getexif().get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal]
    assert taken[:10] in {"2026:11:20", "2026:11:19"}


def test_qr_code_can_be_read_off_the_photo() -> None:
    (entry,) = [entry for entry in TRUTH if entry["has_qr"]]
    with Image.open(SAMPLES / entry["file"]) as picture:
        text, _, _ = cv2.QRCodeDetector().detectAndDecode(np.asarray(picture.convert("L")))
    assert [text] == entry["qr_text"]


def test_broken_file_is_no_picture() -> None:
    with pytest.raises(UnidentifiedImageError):
        Image.open(PHOTOS / "broken.jpg")


def test_event_is_a_name_a_date_and_a_country() -> None:
    event = tomllib.loads((PHOTOS / "event.toml").read_text(encoding="utf-8"))
    assert event == {"name": "Harbour Chamber mixer", "date": date(2026, 11, 20), "country": "GB"}
