"""Real servers, each started once for all the tests of a process that ask for it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

# The contacts that these tests hand on are those of the exports.  This stands before the tests' imports.
sys.path.append(str(Path(__file__).parents[1] / "export"))

import dav_servers
import mail_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dav_servers import DavServer
    from mail_server import MailServer


@pytest.fixture(scope="session")
def radicale() -> Iterator[DavServer]:
    """A Radicale, with a password, over plain HTTP."""
    with dav_servers.radicale() as server:
        yield server


@pytest.fixture(scope="session")
def radicale_over_tls() -> Iterator[DavServer]:
    """A Radicale with a certificate that nobody has reason to trust."""
    with dav_servers.radicale(tls=True) as server:
        yield server


@pytest.fixture(scope="session")
def xandikos() -> Iterator[DavServer]:
    """A Xandikos, without passwords, over plain HTTP."""
    with dav_servers.xandikos() as server:
        yield server


@pytest.fixture(scope="session", params=["radicale", "xandikos"])
def any_dav(request: pytest.FixtureRequest) -> DavServer:
    """Each server for address books and calendars."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def dovecot() -> Iterator[MailServer]:
    """A Dovecot with drafts in Drafts."""
    with mail_server.dovecot() as server:
        yield server


@pytest.fixture(scope="session")
def german_dovecot() -> Iterator[MailServer]:
    """A Dovecot with drafts in Entwürfe, as mail programs of other languages call them."""
    with mail_server.dovecot("Entwürfe") as server:
        yield server
