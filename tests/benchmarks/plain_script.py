"""The script that everybody writes first: the whole picture through Tesseract, then regular expressions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytesseract
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"\+?\d[\d ()./-]{6,}\d")
WEBSITE = re.compile(r"(?:https?://|www\.)[\w.-]+\.\w{2,}", re.IGNORECASE)


def scan(path: Path) -> dict[str, list[str]]:
    """E-mails, phones and websites in a picture, the first line as the name."""
    with Image.open(path) as image:
        text = pytesseract.image_to_string(image)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return {
        "name": lines[:1],
        "email": EMAIL.findall(text),
        "phone": PHONE.findall(text),
        "website": WEBSITE.findall(text),
    }
