from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable

# Worker processes import the readers of these tests by name.
sys.path.insert(0, str(Path(__file__).parent))

from stand_in_readers import SHADE


@pytest.fixture
def put_photo(tmp_path: Path) -> Callable[..., Path]:
    """Puts a picture into the folder ``photos`` on which the stand-in readers see one person."""

    def put(person: int, name: str | None = None) -> Path:
        path = tmp_path / "photos" / (name or f"person-{person}.png")
        path.parent.mkdir(parents=True, exist_ok=True)
        pixels = np.full((400, 640, 3), person * SHADE, np.uint8)
        Image.fromarray(pixels).save(path)
        return path

    return put


@pytest.fixture
def photos(put_photo: Callable[..., Path]) -> Path:
    """A folder with photos of the persons 1 to 5."""
    return [put_photo(person).parent for person in range(1, 6)][-1]
