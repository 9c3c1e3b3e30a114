"""What is left of a line when labels and other fields are cut away."""

from __future__ import annotations

import pytest

from cardscan.geometry import rectangle
from cardscan.ocr.record import TextLine
from cardscan.parse.address.fragments import find_label, fragments_of, without_contact_label
from cardscan.parse.candidate import Span


def pieces(text: str, *taken: tuple[int, int]) -> list[tuple[str, str | None]]:
    line = TextLine(text=text, quad=rectangle(0, 0, 100, 20), words=(), confidence=0.9)
    spans = [Span(line=0, start=start, end=end) for start, end in taken]
    return [(fragment.text, fragment.label) for fragment in fragments_of([line], spans)[0]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Address: 1 Example Road", "main"),
        ("Regd. Office : 1 Example Road", "main"),
        ("本社：東京都", "main"),
        ("Branch Office: 1 Example Road", "other"),
        ("Res : A-1", "other"),
        ("發票地址：桃園市", "other"),
        ("Site Office :", "other"),
        ("Vietnam Office SMPL Room 3", "named"),
        ("東京〒100-0001東京都", "named"),
        ("Office Park 5", None),
        ("Senate Office Building", None),
        ("Sample Works Ltd", None),
    ],
)
def test_label_is_told_by_its_kind(text: str, kind: str | None) -> None:
    assert find_label(text)[0] == kind


@pytest.mark.parametrize("label", ["Email:", "Tel / Fax :", "Ph(O):", "| M", "Mobile No.", "電話："])
def test_label_of_a_phone_or_email_is_cut_off_the_end(label: str) -> None:
    assert without_contact_label(f"Exampleton 500 000. {label}").rstrip() == "Exampleton 500 000."


def test_taken_text_leaves_a_barrier() -> None:
    assert pieces("Exampleton, x@example.com", (12, 25)) == [("Exampleton,", None), ("", None)]


def test_line_of_a_contact_label_is_empty() -> None:
    assert pieces("Fax: 12 34") == []


def test_phone_that_no_finder_took_is_cut_off_with_its_label() -> None:
    assert pieces("Exampleton, NY 10000 Tel 555-0100") == [("Exampleton, NY 10000", None)]


def test_watermark_of_a_scanning_app_is_cut_off() -> None:
    assert pieces("CS Scanned with Exampleton - 500 000.") == [("Exampleton - 500 000.", None)]


def test_bars_part_a_line() -> None:
    assert pieces("Sample Road 5 | Exampleton") == [("Sample Road 5", None), ("Exampleton", None)]
