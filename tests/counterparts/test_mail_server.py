from __future__ import annotations

import imaplib
import re
import ssl
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mail_server import MailServer

LETTER = (
    b"From: owner@mixer.example\r\nTo: ada@northwind.example\r\nSubject: The price list\r\n"
    b"Message-ID: <one@mixer.example>\r\n\r\nAs promised.\r\n"
)


@contextmanager
def logged_in(server: MailServer, user: str = "") -> Iterator[imaplib.IMAP4]:
    with imaplib.IMAP4(server.host, server.port, timeout=10) as mail:
        mail.login(user or server.user, server.password)
        yield mail


def mailboxes(mail: imaplib.IMAP4) -> dict[str, set[str]]:
    """The mailboxes, their names as they travel, and what each is for."""
    _, lines = mail.list()
    found = [re.fullmatch(rb'\((.*)\) "." "?(.*?)"?', line) for line in lines]
    return {one[2].decode(): set(one[1].decode().split()) for one in found}


@pytest.mark.parametrize(
    ("server", "name"), [("dovecot", "Drafts"), ("german_dovecot", "Entw&APw-rfe")], ids=["English", "German"]
)
def test_one_mailbox_is_marked_as_for_drafts(request: pytest.FixtureRequest, server: str, name: str):
    with logged_in(request.getfixturevalue(server)) as mail:
        marked = [box for box, marks in mailboxes(mail).items() if r"\Drafts" in marks]
    assert marked == [name]


@pytest.mark.parametrize(
    ("server", "name"), [("dovecot", "Drafts"), ("german_dovecot", "Entw&APw-rfe")], ids=["English", "German"]
)
def test_a_draft_that_was_appended_is_there_once(request: pytest.FixtureRequest, server: str, name: str):
    here: MailServer = request.getfixturevalue(server)
    user = here.new_user()
    with logged_in(here, user) as mail:
        assert mail.append(f'"{name}"', r"(\Draft \Seen)", None, LETTER)[0] == "OK"
    with logged_in(here, user) as mail:
        assert mail.select(f'"{name}"') == ("OK", [b"1"])
        assert mail.search(None, "HEADER", "Message-ID", "<one@mixer.example>") == ("OK", [b"1"])
        assert mail.search(None, "HEADER", "Message-ID", "<two@mixer.example>") == ("OK", [b""])
        _, [(flags, content), _] = mail.fetch("1", "(FLAGS BODY[])")
        assert content == LETTER
        assert {rb"\Draft", rb"\Seen"} <= set(imaplib.ParseFlags(flags))


def test_each_new_user_begins_without_mail(dovecot: MailServer):
    first, second = dovecot.new_user(), dovecot.new_user()
    with logged_in(dovecot, first) as mail:
        mail.append("Drafts", r"(\Draft)", None, LETTER)
    with logged_in(dovecot, second) as mail:
        assert mail.select("Drafts") == ("OK", [b"0"])
    assert (dovecot.folder / first).is_dir()


def test_a_wrong_password_is_refused(dovecot: MailServer):
    with (
        imaplib.IMAP4(dovecot.host, dovecot.port, timeout=10) as mail,
        pytest.raises(imaplib.IMAP4.error, match="AUTHENTICATIONFAILED"),
    ):
        mail.login(dovecot.user, "wrong")


def test_over_tls_the_same_mailboxes_are_seen(dovecot: MailServer):
    trust = ssl.create_default_context(cafile=dovecot.certificate)
    with imaplib.IMAP4_SSL(dovecot.host, dovecot.tls_port, ssl_context=trust, timeout=10) as mail:
        mail.login(dovecot.user, dovecot.password)
        assert "Drafts" in mailboxes(mail)


def test_a_plain_connection_can_be_secured(dovecot: MailServer):
    with imaplib.IMAP4(dovecot.host, dovecot.port, timeout=10) as mail:
        assert mail.starttls(ssl.create_default_context(cafile=dovecot.certificate))[0] == "OK"
        assert mail.login(dovecot.user, dovecot.password)[0] == "OK"


def test_a_certificate_that_nobody_has_signed_is_refused(dovecot: MailServer):
    with pytest.raises(ssl.SSLCertVerificationError):
        imaplib.IMAP4_SSL(
            dovecot.host, dovecot.tls_port, ssl_context=ssl.create_default_context(), timeout=10
        )
