from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cardscan.errors import UsageError
from cardscan.export import safe_file
from cardscan.export.safe_file import check_output, write_file

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "queue.csv"


def test_new_file_is_written(path: Path) -> None:
    assert (write_file(path, b"one").moved_aside, path.read_bytes()) == (None, b"one")


def test_own_untouched_file_is_overwritten(path: Path) -> None:
    write_file(path, b"one")
    assert (write_file(path, b"two").path, path.read_bytes()) == (path, b"two")


def test_changed_file_is_left_alone(path: Path) -> None:
    write_file(path, b"one")
    path.write_bytes(b"one, edited")
    written = write_file(path, b"two")
    assert path.read_bytes() == b"one, edited"
    assert (written.path.name, written.path.read_bytes()) == ("queue-2.csv", b"two")


def test_user_is_told_where_the_new_file_is(path: Path) -> None:
    path.write_bytes(b"somebody's")
    assert write_file(path, b"two").moved_aside == (
        "queue.csv is not as cardscan wrote it last, "
        "so it was left alone and the new one is queue-2.csv beside it."
    )


def test_next_free_number_is_taken(path: Path) -> None:
    for name in ("queue.csv", "queue-2.csv", "queue-3.csv"):
        path.with_name(name).write_bytes(b"somebody's")
    assert write_file(path, b"two").path.name == "queue-4.csv"


def test_own_untouched_file_beside_is_used_again(path: Path) -> None:
    path.write_bytes(b"somebody's")
    write_file(path, b"two")
    assert write_file(path, b"three").path.name == "queue-2.csv"


def test_earlier_version_put_back_counts_as_changed(path: Path) -> None:
    write_file(path, b"one")
    write_file(path, b"two")
    path.write_bytes(b"one")
    assert write_file(path, b"three").path.name == "queue-2.csv"


def test_file_that_already_says_the_same_is_no_obstacle(path: Path) -> None:
    path.write_bytes(b"one")
    assert write_file(path, b"one").path == path


def test_force_overwrites_what_somebody_changed(path: Path) -> None:
    path.write_bytes(b"somebody's")
    assert (write_file(path, b"two", force=True).path, path.read_bytes()) == (path, b"two")


def test_file_open_in_libreoffice_is_left_alone(path: Path) -> None:
    write_file(path, b"one")
    path.with_name(".~lock.queue.csv#").touch()
    written = write_file(path, b"two")
    assert (written.path.name, path.read_bytes()) == ("queue-2.csv", b"one")
    assert "queue.csv is open in a spreadsheet" in (written.moved_aside or "")


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Holds queue.csv open: only Windows refuses to replace such a file, elsewhere the refusal is played."""
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target.name == "queue.csv":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    return lambda: monkeypatch.setattr(Path, "replace", held)


def test_file_held_by_another_program_is_left_alone(path: Path, hold: Callable[[], None]) -> None:
    write_file(path, b"one")
    hold()
    written = write_file(path, b"two", force=True)
    assert (written.path.name, path.read_bytes()) == ("queue-2.csv", b"one")


def test_refused_replacement_does_not_make_somebodys_file_our_own(
    path: Path, hold: Callable[[], None]
) -> None:
    path.write_bytes(b"somebody's")
    hold()
    write_file(path, b"two", force=True)
    assert not path.with_name(".queue.csv.cardscan").exists()


def test_crash_while_the_file_changes_places_leaves_it_whole_and_known(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    write_file(path, b"one")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", crash)
        with pytest.raises(KeyboardInterrupt):
            write_file(path, b"two")
    assert path.read_bytes() == b"one"
    assert len(list(path.parent.iterdir())) == 2, "the file and its mark, nothing half-written"
    assert write_file(path, b"three").path == path


def test_only_the_output_and_its_mark_stay_behind(path: Path) -> None:
    write_file(path, b"one")
    write_file(path, b"two")
    assert sorted(file.name for file in path.parent.iterdir()) == [".queue.csv.cardscan", "queue.csv"]


def test_broken_mark_makes_the_file_somebodys(path: Path) -> None:
    write_file(path, b"one")
    path.with_name(".queue.csv.cardscan").write_bytes(b"\xff")
    assert write_file(path, b"two").path.name == "queue-2.csv"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_permissions_of_an_overwritten_file_are_kept(path: Path) -> None:
    write_file(path, b"one")
    path.chmod(0o640)
    write_file(path, b"two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_symbolic_link_is_followed(path: Path) -> None:
    target = path.with_name("real.csv")
    write_file(target, b"one")
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system lets nobody make symbolic links")
    write_file(path, b"two")
    assert (path.is_symlink(), target.read_bytes()) == (True, b"two")


def test_link_to_nowhere_is_left_alone(path: Path) -> None:
    try:
        path.symlink_to(path.with_name("gone.csv"))
    except OSError:
        pytest.skip("this system lets nobody make symbolic links")
    assert write_file(path, b"two").path.name == "queue-2.csv"


def test_name_that_is_too_long_is_an_error(path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        write_file(path.with_name("q" * 250 + ".csv"), b"one")


def test_output_without_a_folder_is_refused_before_the_run(path: Path) -> None:
    with pytest.raises(UsageError, match=r"The folder .*nowhere for queue\.csv does not exist"):
        check_output(path.parent / "nowhere" / "queue.csv")


def test_output_below_a_file_is_refused_before_the_run(path: Path) -> None:
    path.touch()
    with pytest.raises(UsageError, match="does not exist"):
        check_output(path / "queue.csv")


def test_output_that_is_a_folder_is_refused_before_the_run(path: Path) -> None:
    with pytest.raises(UsageError, match="is no file that can be replaced"):
        check_output(path.parent)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder that nobody can write to")
def test_output_in_a_read_only_folder_is_refused_before_the_run() -> None:
    with pytest.raises(UsageError, match=r"cannot be written \("):
        check_output(Path("/proc/queue.csv"))


def test_check_leaves_nothing_behind(path: Path) -> None:
    check_output(path)
    assert not list(path.parent.iterdir())


def test_full_folder_of_changed_files_is_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_file, "_LAST_NUMBER", 2)
    for name in ("queue.csv", "queue-2.csv"):
        path.with_name(name).write_bytes(b"somebody's")
    with pytest.raises(UsageError, match="no free name"):
        write_file(path, b"two")


def test_file_that_appears_at_the_last_moment_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def late(new: Path, target: Path) -> None:
        if target == path:
            path.write_bytes(b"somebody's")
        link(new, target)

    monkeypatch.setattr(os, "link", late)
    written = write_file(path, b"two")
    assert path.read_bytes() == b"somebody's"
    assert (written.path.name, written.path.read_bytes()) == ("queue-2.csv", b"two")
    assert write_file(path, b"three").path != path


def test_file_system_without_links_is_written_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(new: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted", str(new), None, str(target))

    monkeypatch.setattr(os, "link", no_links)
    assert (write_file(path, b"one").path, path.read_bytes()) == (path, b"one")
