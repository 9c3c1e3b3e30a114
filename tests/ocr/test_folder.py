"""Finding photos in folders."""

import os
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cardscan.errors import UsageError
from cardscan.followup.cell_text import one_value
from cardscan.ocr.folder import find_photos, shown

PNG_START = b"\x89PNG\r\n\x1a\n"
links_work = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")


def make(folder: Path, *names: str, content: bytes = b"text") -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def photos(folder: Path) -> list[str]:
    return [path.as_posix() for path in find_photos(folder).photos]


def reasons(folder: Path) -> dict[str, str]:
    return {ignored.path.as_posix(): ignored.reason for ignored in find_photos(folder).ignored}


def test_photos_of_subfolders_stand_in_the_order_of_their_paths(tmp_path):
    make(tmp_path, "b.jpg", "a/z.HEIC", "a.png", "a/b/c.pdf", "a-1.tiff")
    assert photos(tmp_path) == ["a-1.tiff", "a.png", "a/b/c.pdf", "a/z.HEIC", "b.jpg"]


def test_an_empty_folder_gives_empty_lists(tmp_path):
    listing = find_photos(tmp_path)
    assert (listing.photos, listing.ignored) == ((), ())


@pytest.mark.parametrize("name", [".trash/card.jpg", "fair/.thumbs/card.jpg", "@eaDir/card.jpg/small.jpg"])
def test_hidden_folders_are_passed_over_silently(tmp_path, name):
    make(tmp_path, name)
    listing = find_photos(tmp_path)
    assert (listing.photos, listing.ignored) == ((), ())


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("._card.jpg", "hidden"),
        (".DS_Store", "hidden"),
        ("event.toml", "document"),
        ("notes.txt", "document"),
        ("IMG_0001.MOV", "video"),
        ("IMG_0001.AAE", "beside a picture"),
        ("IMG_0001.DNG", "raw camera file"),
        ("Thumbs.db", "no picture"),
    ],
)
def test_what_is_no_photo_is_listed_with_the_reason(tmp_path, name, reason):
    make(tmp_path, name)
    assert photos(tmp_path) == []
    assert reason in reasons(tmp_path)[name]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"GIF89a", "GIF"),
        (b"\0\0\0\x20ftypavif", "AVIF"),
        (b"\0\0\0\x14ftypqt  ", "video"),
        (b"BM is how this text begins", "no picture"),
        (b"", "no picture"),
    ],
)
def test_a_file_without_suffix_is_ignored_for_its_content(tmp_path, content, reason):
    make(tmp_path, "IMG_0001", content=content)
    assert reason in reasons(tmp_path)["IMG_0001"]


def test_a_picture_without_suffix_is_a_photo(tmp_path):
    make(tmp_path, "IMG_0001", content=PNG_START)
    assert photos(tmp_path) == ["IMG_0001"]


def test_a_single_file_is_listed_in_its_folder(tmp_path):
    make(tmp_path, "card.jpg", "other.jpg")
    listing = find_photos(tmp_path / "card.jpg")
    assert (listing.folder, listing.photos) == (tmp_path, (Path("card.jpg"),))


def test_a_single_document_is_ignored_with_the_reason(tmp_path):
    make(tmp_path, "notes.txt")
    assert "document" in find_photos(tmp_path / "notes.txt").ignored[0].reason


def test_a_missing_folder_is_an_error_that_names_it(tmp_path):
    with pytest.raises(UsageError, match="photoz"):
        find_photos(tmp_path / "photoz")


@links_work
@pytest.mark.parametrize("target", ["gone.jpg", "card.jpg"])
def test_a_broken_link_named_like_a_photo_is_kept_to_fail_aloud(tmp_path, target):
    (tmp_path / "card.jpg").symlink_to(tmp_path / target)
    assert photos(tmp_path) == ["card.jpg"]
    assert photos(tmp_path / "card.jpg") == ["card.jpg"]


@links_work
def test_a_broken_link_of_another_name_is_ignored(tmp_path):
    (tmp_path / "card").symlink_to(tmp_path / "gone")
    assert reasons(tmp_path) == {"card": "not an ordinary file"}


@links_work
def test_links_to_folders_are_listed_and_not_followed(tmp_path):
    make(tmp_path, "fair/card.jpg")
    (tmp_path / "fair" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert photos(tmp_path) == ["fair/card.jpg"]
    assert "link to a folder" in reasons(tmp_path)["fair/loop"]


@links_work
def test_links_to_files_are_photos(tmp_path):
    make(tmp_path, "fair/card.jpg")
    (tmp_path / "link.jpg").symlink_to(tmp_path / "fair" / "card.jpg")
    assert photos(tmp_path) == ["fair/card.jpg", "link.jpg"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are a thing of POSIX")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert reasons(tmp_path) == {"pipe": "not an ordinary file"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are checked by the system")
def test_names_that_are_no_text_are_found(tmp_path):
    names = [b"front\nback.jpg", b"caf\xe9.jpg", b"na\xefve.txt"]
    for name in names:
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_bytes(b"text")  # noqa: PTH118
    listing = find_photos(tmp_path)
    assert [shown(path) for path in listing.photos] == [r"caf\xe9.jpg", r"front\nback.jpg"]
    assert [shown(ignored.path) for ignored in listing.ignored] == [r"na\xefve.txt"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("fair/käfer 名刺 👩‍💻.jpg", "fair/käfer 名刺 👩‍💻.jpg"),
        ("tab\there\x1b[2J\x7f", r"tab\there\x1b[2J\x7f"),
        ("next\x85line\u2028end", r"next\u0085line\u2028end"),
        ("back\\slash", r"back\\slash"),
        ("byte\udcff", r"byte\xff"),
        ("half\ud83d", r"half\ud83d"),
        ("gpj.\u202ednac", r"gpj.\u202ednac"),
    ],
)
def test_paths_are_shown_as_one_printable_line(name, line):
    assert shown(PurePosixPath(name)) == line


def test_windows_paths_are_shown_with_slashes():
    assert shown(PureWindowsPath("fair\\day 1\\card.jpg")) == "fair/day 1/card.jpg"


NAMES = st.text(
    st.sampled_from("ab\\nx1ufcd08\n\r\t\x0a\x85\u2028\udc85\udcff\ud800\u202e ;\ufeff") | st.characters(),
    max_size=8,
)


@given(NAMES, NAMES)
def test_two_different_paths_are_never_shown_alike(first, second):
    paths = PurePosixPath(first), PurePosixPath(second)
    assert (shown(paths[0]) == shown(paths[1])) == (paths[0] == paths[1])


@given(NAMES)
@example("\xa0")
@example("scan\u3000")
def test_shown_paths_are_single_lines_of_valid_utf8(name):
    line = shown(PurePosixPath(name))
    assert len(line.encode().decode().splitlines()) == 1
    assert one_value(line) == line


@pytest.fixture
def locked(tmp_path):
    folder = tmp_path / "locked"
    make(tmp_path, "locked/card.jpg")
    folder.chmod(0)
    if os.access(folder, os.R_OK):
        folder.chmod(0o700)
        pytest.skip("this user may open everything")
    yield folder
    folder.chmod(0o700)


def test_a_subfolder_that_may_not_be_listed_is_kept_to_fail_aloud(locked):
    assert photos(locked.parent) == ["locked"]


def test_a_folder_that_may_not_be_listed_is_an_error(locked):
    with pytest.raises(UsageError, match="cannot be opened"):
        find_photos(locked)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("two  spaces.jpg", r"two \x20spaces.jpg"),
        ("a; b.jpg", r"a;\x20b.jpg"),
        (" first.jpg ", r"\x20first.jpg\x20"),
        ("one space.jpg", "one space.jpg"),
        ("mark\ufeff.jpg", r"mark\ufeff.jpg"),
        ("arabic\u061cmark.jpg", r"arabic\u061cmark.jpg"),
    ],
)
def test_path_keeps_in_a_cell_what_tells_it_from_others(name: str, text: str) -> None:
    assert shown(PurePosixPath(name)) == text
    assert one_value(text) == text
