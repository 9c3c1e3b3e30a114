from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cardscan.errors import UsageError
from cardscan.pipeline.intake import take_in

if TYPE_CHECKING:
    from collections.abc import Callable


def names(paths: list[Path]) -> list[str]:
    return [photo.path for _, photo in take_in(paths).photos]


def test_names_are_relative_to_the_folder(photos: Path):
    assert names([photos])[:2] == ["person-1.png", "person-2.png"]


def test_names_of_several_folders_are_relative_to_the_one_that_holds_them(put_photo: Callable[..., Path]):
    first, second = put_photo(1, "monday/a.png"), put_photo(2, "tuesday/a.png")
    assert names([first.parent, second.parent]) == ["monday/a.png", "tuesday/a.png"]


def test_a_single_photo_is_named_without_its_folder(put_photo: Callable[..., Path]):
    assert names([put_photo(1)]) == ["person-1.png"]


def test_a_photo_that_is_named_twice_is_taken_once(photos: Path):
    assert names([photos, photos / "person-2.png"]) == names([photos])


def test_a_folder_is_found_from_within(photos: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(photos)
    assert names([Path()]) == names([photos])


def test_of_two_files_with_the_same_content_one_is_read(photos: Path):
    shutil.copy(photos / "person-2.png", photos / "z-copy.png")
    intake = take_in([photos])
    assert len(intake.photos) == 5
    assert [(file.path, file.status, file.reason) for file in intake.settled] == [
        ("z-copy.png", "ignored", "the same picture as person-2.png")
    ]


def test_a_file_that_cannot_be_opened_is_a_failed_result(photos: Path):
    (photos / "notes.jpg").write_text("no picture")
    (settled,) = take_in([photos]).settled
    assert (settled.path, settled.status) == ("notes.jpg", "failed")


def test_an_empty_folder_is_refused(tmp_path: Path):
    with pytest.raises(UsageError, match="There are no photos"):
        take_in([tmp_path])


def test_a_folder_with_other_files_only_is_refused_and_they_are_counted(tmp_path: Path):
    (tmp_path / "list.csv").write_text("a,b\n")
    with pytest.raises(UsageError, match=r"\(1 of another kind\)"):
        take_in([tmp_path])


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path):
    with pytest.raises(UsageError, match="nowhere"):
        take_in([tmp_path / "nowhere"])
