"""Drafts go to the folder of drafts of a mailbox, each once; nothing is sent."""

from __future__ import annotations

import ssl
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import unquote

from imapclient import DRAFT as IS_DRAFT
from imapclient import SEEN, IMAPClient
from imapclient.exceptions import CapabilityError, IMAPClientError, LoginError
from imapclient.imapclient import DRAFTS

from cardscan.errors import ServerError, UsageError
from cardscan.export.push.address import check_safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.export.push.address import Address

SCHEMES = ("imaps", "imap")
_TIMEOUT = 30
"""Seconds."""

_TRIES = 3


class Mailbox:
    """The folder of drafts of somebody's mailbox.

    Attributes:
        folder: Its name.
    """

    def __init__(self, client: IMAPClient, folder: str) -> None:
        self._client = client
        self.folder = folder

    def has(self, message_id: str) -> bool:
        """Whether a message is there."""
        self._client.select_folder(self.folder, readonly=True)
        return bool(self._client.search(["HEADER", "Message-ID", message_id]))

    def put(self, message: bytes) -> None:
        """Put a message there as a draft that is not new."""
        self._client.append(self.folder, message, flags=(IS_DRAFT, SEEN))


@contextmanager
def open_mailbox(address: Address, *, wait: float = 0.5) -> Iterator[Mailbox]:
    """The folder of drafts, as long as the block lasts.

    Args:
        address: The server's, imaps:// or imap://; a path names another folder than that of drafts.
        wait: Seconds before the second try where the server cannot be reached; they double.

    Raises:
        ServerError: It cannot be reached, refuses the password, or has no folder of drafts.
        UsageError: A password would go to another computer for everybody to read.
    """
    client = _connected(address, wait)
    try:
        if not (address.is_secure or address.is_here):
            _secure(client, address)
        try:
            _log_in(client, address)
        except LoginError as exc:
            raise ServerError(address.url, "It does not take the user or the password.") from exc
        yield Mailbox(client, _folder(client, address))
    except (IMAPClientError, OSError) as exc:
        raise ServerError(address.url, f"It broke off, or refuses ({exc}). Try again.") from exc
    finally:
        client.shutdown()


def _connected(address: Address, wait: float) -> IMAPClient:
    for another in range(_TRIES, 0, -1):
        try:
            return IMAPClient(address.host, port=address.port, ssl=address.is_secure, timeout=_TIMEOUT)
        except ssl.SSLError as exc:
            raise _untrusted(address, exc) from exc
        except (OSError, IMAPClientError) as exc:
            if another == 1:
                raise ServerError(address.url, f"It cannot be reached ({exc}). Try again.") from exc
        time.sleep(wait)
        wait *= 2
    raise AssertionError


def _secure(client: IMAPClient, address: Address) -> None:
    """Go on in secret: a password goes in the open to this computer alone."""
    try:
        client.starttls(ssl.create_default_context())
    except CapabilityError:
        check_safe(address)
    except ssl.SSLError as exc:
        raise _untrusted(address, exc) from exc


def _log_in(client: IMAPClient, address: Address) -> None:
    """The old command knows no letters beyond ASCII."""
    if (address.user + address.password).isascii():
        client.login(address.user, address.password)
    else:
        client.plain_login(address.user, address.password)


def _untrusted(address: Address, exc: ssl.SSLError) -> ServerError:
    if not isinstance(exc, ssl.SSLCertVerificationError):
        return ServerError(address.url, "It does not speak TLS at this address; is the port right?")
    return ServerError(
        address.url,
        "This computer does not trust its certificate, so nothing was sent. For a certificate "
        "of your own, name its file in SSL_CERT_FILE.",
    )


def _folder(client: IMAPClient, address: Address) -> str:
    named = unquote(address.path.strip("/"))
    if named:
        if not client.folder_exists(named):
            raise UsageError(f"There is no folder {named} in the mailbox at {address.host}.")
        return named
    found = client.find_special_folder(DRAFTS)
    if found is None:
        raise UsageError(
            f"No folder of the mailbox at {address.host} says that it is for drafts. "
            f"Type its name behind the address: {address.url}Drafts"
        )
    return str(found)
