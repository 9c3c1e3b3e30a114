"""Paper with print on it that is no card: what lies about on a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from studio.fonts import font

if TYPE_CHECKING:
    import random

    from PIL.ImageFont import FreeTypeFont

WORDS = (
    "harbour", "council", "yesterday", "a", "the", "new", "ferry", "timetable", "of", "in", "evening",
    "market", "said", "that", "before", "winter", "many", "residents", "and", "will", "open", "again",
    "after", "repairs", "to", "bridge", "weather", "cloudy", "with", "rain", "from", "west", "orchard",
    "harvest", "prices", "for", "pears", "remain", "steady", "while", "brass", "band", "plays", "on",
    "Saturday", "near", "old", "lighthouse",
)  # fmt: skip
HEADINGS = ("Ferry returns to harbour", "Pears: a good year", "Bridge closed until May", "Band seeks a tuba",
            "Lighthouse gets new lamp", "Market moves indoors")  # fmt: skip
GOODS = (
    "Tomato soup",
    "Rye bread",
    "Pear tart",
    "Flat white",
    "Sparkling water",
    "Cheese roll",
    "Oat biscuit",
)

INK = "#1c1c1c"


def newspaper_page(rng: random.Random, side_px: int, px_per_mm: float) -> Image.Image:
    """A square page of columns with headings, in RGB."""
    page = Image.new("RGB", (side_px, side_px), "#ffffff")
    column, gap = 48 * px_per_mm, 5 * px_per_mm
    left = gap
    while left + column < side_px:
        _column(page, rng, (left, gap * rng.uniform(0.3, 1.5)), column, px_per_mm)
        left += column + gap
    return page


def _column(
    page: Image.Image, rng: random.Random, at: tuple[float, float], width: float, px_per_mm: float
) -> None:
    left, top = at
    while top < page.height:
        top = _paragraph(
            page, rng.choice(HEADINGS), (left, top), width, font("garamond-bold", 6.5 * px_per_mm)
        )
        for _ in range(rng.randint(1, 3)):
            top = _paragraph(page, _prose(rng, 45), (left, top), width, font("garamond", 3.1 * px_per_mm))
        top += 5 * px_per_mm


def _prose(rng: random.Random, words: int) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(words)).capitalize() + "."


def _paragraph(
    page: Image.Image, text: str, at: tuple[float, float], width: float, face: FreeTypeFont
) -> float:
    """Sets a text in lines that are not too long and tells where the next one starts."""
    pen, (left, top), line = ImageDraw.Draw(page), at, ""
    for word in [*text.split(), None]:
        longer = f"{line} {word}".strip()
        if word is not None and face.getlength(longer) <= width:
            line = longer
            continue
        pen.text((left, top), line, font=face, fill=INK)
        top, line = top + face.size * 1.22, word or ""
    return top + face.size * 0.3


def letter(rng: random.Random, px_per_mm: float) -> Image.Image:
    """A page of prose, A4, in RGB."""
    page = Image.new("RGB", (round(210 * px_per_mm), round(297 * px_per_mm)), "#fdfdfb")
    left, width = 24 * px_per_mm, 162 * px_per_mm
    top = _paragraph(page, rng.choice(HEADINGS), (left, left), width, font("vollkorn-bold", 7 * px_per_mm))
    while top < page.height - 60 * px_per_mm:
        top = _paragraph(
            page, _prose(rng, rng.randint(40, 70)), (left, top), width, font("vollkorn", 4.4 * px_per_mm)
        )
        top += 3 * px_per_mm
    return page


def receipt(rng: random.Random, px_per_mm: float) -> Image.Image:
    """A till receipt, 72 mm wide, in RGB."""
    size = (round(72 * px_per_mm), round(130 * px_per_mm))
    page = Image.new("RGB", size, "#fbfbf8")
    pen, face = ImageDraw.Draw(page), font("jura-bold", 3.7 * px_per_mm)
    bought = [(name, rng.randint(180, 990)) for name in rng.sample(GOODS, 5)]
    total = sum(price for _, price in bought)
    rows = [(name, f"{price / 100:.2f}") for name, price in bought]
    rows += [("", ""), ("TOTAL", f"{total / 100:.2f}"), ("VAT 20%", f"{total / 600:.2f}")]
    rows += [("", ""), ("20/11/2026", "13:07"), ("Till 2", f"No {rng.randint(1000, 9999)}")]
    shop = ("Saltpan Canteen", "3 Malthouse Close", f"Tel 020 7946 0{rng.randint(0, 999):03d}")
    for line, text in enumerate(shop):
        pen.text((size[0] / 2, (8 + 5 * line) * px_per_mm), text, font=face, fill=INK, anchor="ms")
    for line, (left, right) in enumerate(rows):
        baseline = (32 + 6.2 * line) * px_per_mm
        pen.text((5 * px_per_mm, baseline), left, font=face, fill=INK, anchor="ls")
        pen.text((size[0] - 5 * px_per_mm, baseline), right, font=face, fill=INK, anchor="rs")
    return page


def certificate(rng: random.Random, px_per_mm: float) -> Image.Image:
    """A certificate with a double border, A4 on its side, in RGB."""
    width, height = round(297 * px_per_mm), round(210 * px_per_mm)
    page = Image.new("RGB", (width, height), "#fbf6e6")
    pen = ImageDraw.Draw(page)
    for inset_mm, thick_mm in ((9, 2.2), (13, 0.6)):
        inset = inset_mm * px_per_mm
        box = (inset, inset, width - inset, height - inset)
        pen.rectangle(box, outline="#8a6d2f", width=max(1, round(thick_mm * px_per_mm)))
    course = f"{rng.randint(2, 9)} days of {rng.choice(('beekeeping', 'choir practice', 'bookbinding'))}"
    lines = (
        (52, "Certificate of Attendance", "garamond-bold", 17),
        (84, "awarded for", "garamond-italic", 8),
        (104, course, "script", 14),
        (134, "at the summer school of the old lighthouse", "garamond", 8),
        (176, "20 November 2026", "garamond", 7),
    )  # fmt: skip
    for baseline_mm, text, face, size_mm in lines:
        at = (width / 2, baseline_mm * px_per_mm)
        pen.text(at, text, font=font(face, size_mm * px_per_mm), fill="#3b2f17", anchor="ms")
    return page
