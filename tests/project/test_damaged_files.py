"""Short runs of the long tests in tests/soak: damaged files through the command, and through every reader."""

from __future__ import annotations

import re
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING

import pytest
from soak.damaged import EXIT_CODE, MOST_MEMORY, make_copies, make_hostile, make_odd_places, scan
from soak.damaged_documents import DOCUMENTS
from soak.damaged_names import NAMES
from soak.damaged_pictures import PICTURES
from soak.fuzz import mutated
from soak.fuzz_targets import TARGETS

from cardscan.errors import CardscanError
from cardscan.ocr.folder import BIDI_CONTROLS

if TYPE_CHECKING:
    from pathlib import Path

    from soak.damaged import Batch

MADE = {name: {**PICTURES, **DOCUMENTS}[name] for name in ("scans.jpg", "text.png", "forms.pdf", "zip.jpg")}
FEW = 15


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Batch:
    """Names that do harm, things that are no files, and some pictures and copies that are damaged."""
    place = tmp_path_factory.mktemp("damaged")
    folder = place / "photos"
    folder.mkdir()
    make_hostile(folder, MADE)
    make_odd_places(folder, b"\xff\xd8\xff\xe0 no picture")
    make_copies(folder, 4, Random(4))  # noqa: S311 - the same each time
    return scan(folder, place, most_s=240, options=("--workers", "1"))


def test_every_file_has_one_line_in_the_report(batch: Batch) -> None:
    assert batch.files > len(NAMES)
    assert (batch.missing, batch.doubled) == ((), ())


def test_files_that_fail_end_the_scan_with_10(batch: Batch) -> None:
    assert batch.code == EXIT_CODE, batch.said


def test_damaged_files_take_no_more_memory_than_others(batch: Batch) -> None:
    assert batch.memory < MOST_MEMORY


def test_no_reason_drives_a_terminal(batch: Batch) -> None:
    told = "".join(batch.reasons)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", told)
    assert not BIDI_CONTROLS & set(told)


@pytest.mark.parametrize("name", [name for name in TARGETS if name != "pdfs"])
def test_a_damaged_file_gives_a_value_or_a_typed_error(name: str, tmp_path: Path) -> None:
    target, chance = TARGETS[name], Random(name)  # noqa: S311 - the same each time
    seeds = target.seeds()[:FEW]
    for data in (*seeds, *(mutated(seeds, target.words, chance) for _ in range(FEW))):
        path = tmp_path / target.name
        path.write_bytes(data)
        with suppress(CardscanError):
            target.read(path)
