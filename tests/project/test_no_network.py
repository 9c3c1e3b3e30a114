"""A scan needs no network: none is there, and nothing asks for one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw, ImageFont

from cardscan.export import read_queue

if TYPE_CHECKING:
    from pathlib import Path

GUARD = """
import os
import sys

_PARTS = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.", "imaplib.", "nntplib.", "ssl.")


def _noted(name, line):
    # Opened anew each time, as a process that is started inherits none of it.
    file = os.open(os.path.join({folder!r}, name), os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    os.write(file, (line + "\\n").encode("utf-8", "replace"))
    os.close(file)


def _refuse(event, arguments):
    if not event.startswith(_PARTS):
        return
    # What processes of one computer talk through: pipes between workers.
    if event == "socket.__new__" and arguments[1] == 1:
        return
    code = sys._getframe(2 if event == "socket.__new__" else 1).f_code  # behind socket.socket.__init__
    where = "/".join(code.co_filename.replace(os.sep, "/").split("/")[-3:])
    _noted("asked", f"{{event}} by {{code.co_name}} of {{where}}")
    raise RuntimeError(f"no network: {{event}}")


_noted("guarded", " ".join(sys.orig_argv[1:]))
sys.addaudithook(_refuse)
"""
FAMILY_UNIX = 1
AT_IMPORT = "socket.__new__ by _has_ipv6 of urllib3/util/connection.py"
"""Looks whether the computer knows IPv6, by a socket that goes nowhere: RapidOCR imports it to
download models that are missing, of which none ever is (refused here like all else)."""

REFUSED = {
    "socket.socket()": "socket.__new__",
    "socket.socketpair()[0].connect_ex('/nowhere')": "socket.connect",
    "socket.socketpair()[0].bind('/nowhere')": "socket.bind",
    "socket.socketpair()[0].sendto(b'', '/nowhere')": "socket.sendto",
    "socket.create_connection(('127.0.0.1', 9))": "socket.getaddrinfo",
    "socket.gethostbyname('localhost')": "socket.gethostbyname",
    "socket.gethostbyaddr('127.0.0.1')": "socket.gethostbyaddr",
    "socket.getnameinfo(('127.0.0.1', 9), 0)": "socket.getnameinfo",
    "__import__('urllib.request').request.urlopen('http://127.0.0.1:9/')": "urllib.Request",
}


@dataclass(frozen=True)
class Scan:
    """A scan that ran without a network.

    Attributes:
        place: Where it ran.
        run: How it ended.
    """

    place: Path
    run: subprocess.CompletedProcess[str]

    def noted(self, name: str) -> list[str]:
        """The lines that its processes noted: "guarded" and "asked"."""
        path = self.place / "guard" / name
        return path.read_text().splitlines() if path.exists() else []


def offline(place: Path) -> dict[str, str]:
    """The environment of a computer without a network on which nothing ever ran."""
    (place / "guard").mkdir()
    (place / "guard" / "sitecustomize.py").write_text(GUARD.format(folder=str(place / "guard")))
    (place / "home").mkdir()
    path = os.pathsep.join(filter(None, [str(place / "guard"), os.environ.get("PYTHONPATH")]))
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return kept | {"PYTHONPATH": path, "HOME": str(place / "home"), "USERPROFILE": str(place / "home")}


def no_interfaces() -> list[str]:
    """What runs a command where there is no network interface; empty where the system cannot."""
    command = ["unshare", "--map-root-user", "--net"]
    if shutil.which("unshare") and subprocess.run([*command, "true"], check=False).returncode == 0:
        return command
    return []


def no_internet_calls(place: Path) -> list[str]:
    """What notes every call for an address of the internet; empty where the system cannot."""
    command = ["strace", "-f", "-qq", "-e", "trace=%network", "-o", str(place / "calls")]
    if shutil.which("strace") and subprocess.run([*command, "true"], check=False).returncode == 0:
        return command
    return []


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Scan:
    """Two drawn cards and a PDF, scanned by two workers in a fresh home."""
    place = tmp_path_factory.mktemp("offline")
    environment = offline(place)
    (place / "photos").mkdir()
    for number, name in enumerate(("Ada Winter", "Ben Sommer", "Cleo Herbst")):
        picture = Image.new("RGB", (1000, 600), "white")
        text = f"{name}\nNorthwind Tools Ltd\nhello{number}@example.com\n+44 20 7946 0101"
        ImageDraw.Draw(picture).text((80, 80), text, fill="black", font=ImageFont.load_default(48))
        picture.save(place / "photos" / f"{number}.{'png' if number < 2 else 'pdf'}")
    around = no_interfaces() or no_internet_calls(place)
    command = [sys.executable, "-m", "cardscan", "scan", "photos", "--event-date", "2026-11-20"]
    run = subprocess.run(
        [*around, *command, "--workers", "2"],
        env=environment,
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return Scan(place=place, run=run)


def test_a_scan_needs_no_network(scan: Scan) -> None:
    assert scan.run.returncode == 0, scan.run.stderr
    emails = [row.email for row in read_queue(scan.place / "queue.csv")]
    assert emails == ["hello0@example.com", "hello1@example.com", "hello2@example.com"]


def test_a_scan_runs_where_there_is_no_network_interface(scan: Scan) -> None:
    if not no_interfaces():
        if not (scan.place / "calls").exists():
            must = sys.platform == "linux" and os.environ.get("CI") == "true" and os.geteuid() == 0
            assert not must, "neither unshare nor strace runs here"
            pytest.skip("neither unshare nor strace runs here")
        assert "AF_INET" not in (scan.place / "calls").read_text()
        return
    with socket.create_server(("127.0.0.1", 0)) as server:
        code = f"import socket; socket.create_connection(('127.0.0.1', {server.getsockname()[1]}))"
        command = [*no_interfaces(), sys.executable, "-c", code]
        cut_off = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "unreachable" in cut_off.stderr


def test_no_process_of_a_scan_asks_for_a_network(scan: Scan) -> None:
    assert set(scan.noted("asked")) <= {AT_IMPORT}
    guarded = scan.noted("guarded")
    assert any("cardscan scan photos" in line for line in guarded)
    assert sum("spawn_main" in line for line in guarded) >= 2, "both workers"
    assert any("pdf_program.py" in line for line in guarded)


def test_a_scan_writes_only_the_book_into_the_home_folder(scan: Scan) -> None:
    # What reports home keeps an id or a queue here first, also in native code that the guard does not see.
    home = scan.place / "home"
    written = {path.relative_to(home).name for path in home.rglob("*") if path.is_file()}
    assert {name.removesuffix("-wal").removesuffix("-shm") for name in written} == {"book.db"}


def test_the_guard_refuses_every_call(tmp_path: Path) -> None:
    calls = f"""
import socket
for call in {list(REFUSED)!r}:
    try:
        eval(call)
    except RuntimeError as error:
        print(error)
    else:
        print("allowed", call)
"""
    if not hasattr(socket, "AF_UNIX"):
        pytest.skip("pairs of sockets are of the internet family here")
    assert socket.AF_UNIX == FAMILY_UNIX
    command = [sys.executable, "-W", "ignore", "-c", calls]
    run = subprocess.run(command, env=offline(tmp_path), capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == [f"no network: {event}" for event in REFUSED.values()]
