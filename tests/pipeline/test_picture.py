from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from stand_in_readers import ShadeReader

from cardscan.errors import UsageError
from cardscan.pipeline.picture import draw_page
from cardscan.pipeline.picture.fonts import font_for
from cardscan.pipeline.picture.palette import CARD_EDGE, KIND_COLOURS
from cardscan.pipeline.picture.panel import WIDTH_PX
from cardscan.pipeline.scan import scan_photo

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def drawn(path: Path) -> Image.Image:
    return Image.open(BytesIO(draw_page(path, scan_photo(path, reader=ShadeReader()))))


def colours(image: Image.Image) -> set[tuple[int, ...]]:
    return {colour for _, colour in image.getcolors(maxcolors=1 << 24)}


def test_the_picture_is_the_photo_with_a_panel_beside_it(put_photo: Callable[..., Path]):
    picture = drawn(put_photo(1))
    assert picture.width == 640 + WIDTH_PX
    assert picture.height >= 400


def test_the_edge_of_the_card_is_drawn_on_the_photo(put_photo: Callable[..., Path]):
    left_edge = drawn(put_photo(1)).getpixel((2, 200))
    assert left_edge == pytest.approx(CARD_EDGE, abs=16)


def test_the_fields_are_marked_in_the_colours_of_their_kinds(put_photo: Callable[..., Path]):
    photo = colours(drawn(put_photo(1)).crop((0, 0, 640, 400)))
    assert KIND_COLOURS["email"] in photo
    assert KIND_COLOURS["phone"] not in photo


def test_a_photo_without_a_card_is_drawn_as_it_is(put_photo: Callable[..., Path]):
    assert colours(drawn(put_photo(0)).crop((0, 0, 640, 400))) == {(0, 0, 0)}


def test_a_page_that_does_not_exist_is_refused(put_photo: Callable[..., Path]):
    path = put_photo(1)
    with pytest.raises(UsageError, match="has no page 2: it has 1"):
        draw_page(path, scan_photo(path, reader=ShadeReader()), page=2)


def test_there_is_a_font_for_latin_text_on_every_computer():
    assert font_for("Zoë Müller, +44 20 7946 0101", 18) is not None


def test_no_font_is_chosen_that_lacks_a_character():
    assert font_for("\U0010fffd", 18) is None
