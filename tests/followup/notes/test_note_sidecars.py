from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cardscan.followup.notes.sidecar import read_sidecars

if TYPE_CHECKING:
    from pathlib import Path

PHOTO = "IMG_1234.jpg"


def texts(folder: Path, photos: tuple[str, ...] = (PHOTO,)) -> dict[str, list[str]]:
    notes = read_sidecars(folder, photos).notes
    return {photo: [note.text for note in of_photo] for photo, of_photo in notes.items()}


@pytest.mark.parametrize("name", ["IMG_1234.txt", "img_1234.TXT", "IMG_1234.jpg.txt"])
def test_a_text_of_the_same_name_belongs_to_the_photo(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("hot,\ncall Tue\n", encoding="utf-8")
    found = read_sidecars(tmp_path, [PHOTO])
    assert [(note.text, note.source) for note in found.notes[PHOTO]] == [("hot, call Tue", name)]
    assert found.used == (name,)


def test_a_text_in_another_folder_belongs_to_none(tmp_path: Path) -> None:
    (tmp_path / "day 2").mkdir()
    (tmp_path / "IMG_1234.txt").write_text("hot")
    assert not read_sidecars(tmp_path, ["day 2/IMG_1234.jpg"]).notes


def test_other_texts_are_not_touched(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").write_text("hot")
    assert read_sidecars(tmp_path, [PHOTO]).used == ()


@pytest.mark.parametrize(
    "table",
    [
        "photo,note\nIMG_1234.jpg,call Zoë",
        "Note;PHOTO\r\ncall Zoë;img_1234\r\n",
        "note\tcard\tphoto\ncall Zoë\t\tIMG_1234.JPG",
        'sep=;\nphoto;note\n./IMG_1234.jpg;"call Zoë"',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_however_it_was_saved(tmp_path: Path, table: str, encoding: str) -> None:
    (tmp_path / "Notes.csv").write_bytes(table.encode(encoding))
    assert texts(tmp_path) == {PHOTO: ["call Zoë"]}


def test_a_row_may_name_the_card(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("photo,card,note\nIMG_1234,2,hot\nIMG_1234,0,cold")
    found = read_sidecars(tmp_path, [PHOTO])
    assert [note.card for note in found.notes[PHOTO]] == [2]
    assert found.unused == ("notes.csv line 3: the card's number is '0'; write 1, 2, 3 …",)


def test_a_table_above_reaches_the_photos_below(tmp_path: Path) -> None:
    (tmp_path / "day 2").mkdir()
    (tmp_path / "notes.csv").write_text("photo,note\nday 2\\a.jpg,hot\nb,warm")
    assert texts(tmp_path, ("day 2/a.jpg", "day 2/b.jpg")) == {
        "day 2/a.jpg": ["hot"],
        "day 2/b.jpg": ["warm"],
    }


def test_a_table_below_does_not_reach_the_photos_above(tmp_path: Path) -> None:
    (tmp_path / "day 2").mkdir()
    (tmp_path / "day 2" / "notes.csv").write_text("photo,note\na.jpg,hot")
    found = read_sidecars(tmp_path, ["a.jpg", "day 2/b.jpg"])
    assert found.unused == ("day 2/notes.csv line 2: there is no photo 'a.jpg'.",)


def test_a_name_that_two_photos_have_is_asked_about(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("photo,note\nIMG_1,hot")
    found = read_sidecars(tmp_path, ["x/IMG_1.jpg", "y/IMG_1.jpg"])
    assert not found.notes
    assert found.unused == (
        "notes.csv line 2: 'IMG_1' can be x/IMG_1.jpg or y/IMG_1.jpg; write one of them.",
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"x" * 65_537, "larger than 64 KB"),
        (b"a\0b", "no text"),
        (b"\x81\x8d", "no text"),
        (b"\xff\xfea", "no text"),
    ],
)
def test_a_file_that_is_no_note_is_said(tmp_path: Path, data: bytes, why: str) -> None:
    (tmp_path / "IMG_1234.txt").write_bytes(data)
    found = read_sidecars(tmp_path, [PHOTO])
    assert not found.notes
    assert not found.used
    assert why in found.unused[0]


@pytest.mark.parametrize("table", ["", "file,text\na,b", 'photo,note\nIMG_1234,"open'])
def test_a_table_that_is_none_is_said(tmp_path: Path, table: str) -> None:
    (tmp_path / "notes.csv").write_text(table)
    found = read_sidecars(tmp_path, [PHOTO])
    assert (len(found.unused), found.used) == (1, ())


def test_a_long_note_is_cut_and_said(tmp_path: Path) -> None:
    (tmp_path / "IMG_1234.txt").write_text("x" * 2_001)
    found = read_sidecars(tmp_path, [PHOTO])
    assert found.notes[PHOTO][0].text == "x" * 1_999 + "…"
    assert "longer than 2,000 characters" in found.unused[0]


def test_links_out_of_the_folder_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "cards"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "IMG_1234.txt").symlink_to(tmp_path / "secret.txt")
    (folder / ".IMG_1234.txt").write_text("hidden")
    found = read_sidecars(folder, [PHOTO, ".IMG_1234.jpg"])
    assert (found.notes, found.unused) == ({}, ())
