"""Where the programs are that tests meet: other people's servers, readers and judges."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest


def counterpart(*where: str) -> Path:
    """A program or folder below the folder of counterparts; the test is skipped where it is missing.

    Args:
        where: Its place there: "dav", "bin", "radicale".
    """
    home = os.environ.get("CARDSCAN_COUNTERPARTS", "")
    path = Path(home, *where)
    if home and path.exists():
        return path
    return _missing("/".join(where))


def system_program(name: str) -> Path:
    """A program of the system; the test is skipped where it is missing.

    Args:
        name: As it is typed: "dovecot".
    """
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    return Path(found) if found else _missing(name)


def _missing(what: str) -> Path:
    assert not os.environ.get("CARDSCAN_ALL_SERVERS"), f"{what} was to be installed"
    pytest.skip(
        f"{what} is not installed: .ci/counterparts FOLDER installs it, CARDSCAN_COUNTERPARTS names it"
    )
