"""``cardscan push drafts``: letters go to the drafts of a mailbox that another program keeps."""

from __future__ import annotations

import email
import imaplib
import ssl
from email.policy import default
from typing import TYPE_CHECKING

import pytest
from dav_servers import free_port
from finds_made_up import FAIR, find, keep

from cardscan.book.store import open_book

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import EmailMessage
    from pathlib import Path

    from conftest import Typed
    from mail_server import MailServer

ADA = ("#Ada Lark", "Buyer", "Lark Tools", "ada@lark.example")
BO = ("#Bo Ahlström", "Optician", "Sommer Optics", "bo@sommer.example")


@pytest.fixture
def two_letters(book: Path) -> None:
    """Two people to whom an e-mail is due."""
    with open_book(book) as opened, opened.writing() as session:
        found = [find(card, f"{card[0]}.jpg", notes=["e-mail"]) for card in (ADA, BO)]
        keep(session, *found, event=FAIR)


@pytest.fixture(params=["dovecot", "german_dovecot"])
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> MailServer:
    server: MailServer = request.getfixturevalue(request.param)
    monkeypatch.setenv("CARDSCAN_PASSWORD", server.password)
    return server


@pytest.fixture
def mailbox(server: MailServer) -> str:
    """The address of a mailbox without mail."""
    return f"imap://{server.new_user()}@{server.host}:{server.port}"


def letters(server: MailServer, mailbox: str) -> list[tuple[tuple[bytes, ...], EmailMessage]]:
    """Flags and message of each draft, as another client finds them."""
    user = mailbox.removeprefix("imap://").partition("@")[0]
    with imaplib.IMAP4(server.host, server.port) as client:
        client.login(user, server.password)
        folder = next(line.decode().rpartition(" ")[2] for line in client.list()[1] if b"\\Drafts" in line)
        client.select(folder, readonly=True)
        found = []
        for number in client.search(None, "ALL")[1][0].split():
            answer = client.fetch(number.decode(), "(FLAGS BODY.PEEK[])")[1]
            told, message = answer[0]
            flags = imaplib.ParseFlags(told) + imaplib.ParseFlags(answer[-1])
            found.append((flags, email.message_from_bytes(message, policy=default)))
        return found


@pytest.mark.usefixtures("two_letters")
def test_each_letter_is_there_once(typed: Callable[..., Typed], server: MailServer, mailbox: str) -> None:
    assert "2 drafts put there" in typed("push", "drafts", mailbox).said
    again = typed("push", "drafts", mailbox)
    assert "2 drafts went there before." in again.said
    found = letters(server, mailbox)
    assert sorted(str(message["To"]) for _, message in found) == [
        "Ada Lark <ada@lark.example>",
        "Bo Ahlström <bo@sommer.example>",
    ]
    assert all({b"\\Draft", b"\\Seen"} <= set(flags) for flags, _ in found)
    assert all("Autumn fair" in message.get_content() for _, message in found)


@pytest.mark.usefixtures("two_letters")
def test_a_run_that_did_not_come_to_note_it_puts_nothing_twice(
    typed: Callable[..., Typed], server: MailServer, mailbox: str, book: Path
) -> None:
    typed("push", "drafts", mailbox)
    with open_book(book) as opened, opened.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM handed_on")
    assert "2 drafts put there" in typed("push", "drafts", mailbox).said
    assert len(letters(server, mailbox)) == 2


@pytest.mark.usefixtures("two_letters")
def test_a_dry_run_puts_nothing_there(typed: Callable[..., Typed], server: MailServer, mailbox: str) -> None:
    assert f"would be put into {server.drafts}: " in typed("push", "drafts", mailbox, "--dry-run").said
    assert letters(server, mailbox) == []


@pytest.mark.usefixtures("two_letters")
def test_another_folder_can_be_named(typed: Callable[..., Typed], server: MailServer, mailbox: str) -> None:
    assert "INBOX: " in typed("push", "drafts", f"{mailbox}/INBOX").said
    missing = typed("push", "drafts", f"{mailbox}/Nowhere")
    assert (missing.code, "There is no folder Nowhere" in missing.said) == (2, True)


@pytest.mark.usefixtures("two_letters")
def test_a_certificate_that_nobody_trusts_is_refused_unless_it_is_named(
    typed: Callable[..., Typed], dovecot: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARDSCAN_PASSWORD", dovecot.password)
    address = f"imaps://{dovecot.new_user()}@{dovecot.host}:{dovecot.tls_port}"
    refused = typed("push", "drafts", address)
    assert (refused.code, "does not trust its certificate, so nothing was sent" in refused.said) == (4, True)
    monkeypatch.setenv("SSL_CERT_FILE", str(dovecot.certificate))
    assert ssl.create_default_context().get_ca_certs()
    assert "2 drafts put there" in typed("push", "drafts", address).said


@pytest.mark.usefixtures("two_letters")
def test_a_wrong_password_is_a_sentence_without_it(
    typed: Callable[..., Typed], dovecot: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARDSCAN_PASSWORD", "wr0ng-pass")
    done = typed("push", "drafts", f"imap://{dovecot.new_user()}@{dovecot.host}:{dovecot.port}")
    assert (done.code, "It does not take the user or the password." in done.said) == (4, True)
    assert "wr0ng-pass" not in done.said


@pytest.mark.usefixtures("two_letters")
def test_a_server_that_is_down_is_a_sentence(
    typed: Callable[..., Typed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARDSCAN_PASSWORD", "x")
    monkeypatch.setattr("time.sleep", lambda _: None)
    done = typed("push", "drafts", f"imap://ada@127.0.0.1:{free_port()}")
    assert (done.code, "It cannot be reached" in done.said) == (4, True)


def test_without_a_letter_nobody_is_asked(typed: Callable[..., Typed]) -> None:
    assert "There is no e-mail to draft." in typed("push", "drafts", "imaps://ada@nowhere.invalid").said
