"""A mailbox on a server that other people wrote: Dovecot."""

from __future__ import annotations

import imaplib
import os
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from dav_servers import PASSWORD, USER, free_port, running, self_signed
from installed import system_program

if TYPE_CHECKING:
    from collections.abc import Iterator

_SETTINGS = """
protocols = imap
listen = 127.0.0.1
base_dir = {home}/run
state_dir = {home}/state
log_path = /dev/stderr
default_login_user = nobody
default_internal_user = nobody
default_internal_group = nogroup
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~/Maildir
auth_failure_delay = 0
disable_plaintext_auth = no
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid=nobody gid=nogroup home={folder}/%u
}}
namespace inbox {{
  inbox = yes
  mailbox "{drafts}" {{
    auto = create
    special_use = \\Drafts
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
# Otherwise a wrong password in one test makes the next test wait, as all come from one address.
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """A server that keeps mail.

    Attributes:
        host: Where it listens.
        port: For IMAP as plain text.
        tls_port: For IMAP over TLS from the start.
        user: One of its users.
        password: That of every user.
        drafts: The mailbox for drafts, as people read its name.
        folder: Where it keeps the mail, a folder for each user.
        certificate: What it shows over TLS, signed by nobody else.
    """

    host: str
    port: int
    tls_port: int
    user: str
    password: str
    drafts: str
    folder: Path
    certificate: Path

    def new_user(self) -> str:
        """A user without mail; it becomes real when it logs in."""
        return f"user-{os.urandom(6).hex()}"


@contextmanager
def dovecot(drafts: str = "Drafts") -> Iterator[MailServer]:
    """A Dovecot that takes whoever knows the password.

    Args:
        drafts: What its mailbox for drafts is called.  It is marked as such (RFC 6154).

    Yields:
        The server, which every user finds with that mailbox and an empty INBOX.
    """
    program = system_program("dovecot")
    if os.geteuid() != 0:
        pytest.skip("Dovecot gives each of its processes a user of its own, which only root can do")
    # Not in a folder of pytest's: those are closed to other users, and too deep for a socket's name.
    with tempfile.TemporaryDirectory(prefix="cardscan-dovecot-", ignore_cleanup_errors=True) as name:
        home = Path(name)
        home.chmod(0o755)
        server = _server(home, drafts)
        settings = _SETTINGS.format(
            home=home,
            certificate=server.certificate,
            key=server.certificate.with_name("key.pem"),
            password=server.password,
            folder=server.folder,
            drafts=server.drafts,
            port=server.port,
            tls_port=server.tls_port,
        )
        (home / "settings").write_text(settings, encoding="utf-8")
        with running([program, "-F", "-c", home / "settings"], home, lambda: _greet(server)):
            yield server


def _server(home: Path, drafts: str) -> MailServer:
    folder = home / "mail"
    folder.mkdir()
    shutil.chown(folder, "nobody", "nogroup")
    certificate, _ = self_signed(home)
    return MailServer(
        host="127.0.0.1",
        port=free_port(),
        tls_port=free_port(),
        user=USER,
        password=PASSWORD,
        drafts=drafts,
        folder=folder,
        certificate=certificate,
    )


def _greet(server: MailServer) -> None:
    """Both doors are opened at once: who is greeted at one finds the other."""
    with imaplib.IMAP4(server.host, server.port, timeout=5):
        pass
