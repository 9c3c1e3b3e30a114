"""Where a server is, and who asks."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit, urlunsplit

from cardscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection

_SECURE = ("https", "imaps")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A place on a server.

    Attributes:
        url: Where it is, without user and password.
        host: The server's name.
        port: Its port; None for the usual one.
        path: The place there, with its first slash.
        user: Who asks; empty for nobody in particular.
        password: Never shown.
    """

    url: str
    host: str
    port: int | None
    path: str
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def is_secure(self) -> bool:
        """Whether nobody on the way can read along."""
        return urlsplit(self.url).scheme in _SECURE

    @property
    def is_here(self) -> bool:
        """Whether it is this computer."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def read_address(text: str, schemes: Collection[str]) -> Address:
    """An address as somebody typed it.

    Args:
        text: Like https://dav.example/ada/contacts/ or imaps://ada@mail.example.
        schemes: Those that are understood.

    Raises:
        UsageError: It is none, or it holds a password: what is typed stays in the shell's history,
            and every process of the computer can see it.
    """
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme not in schemes:
        raise UsageError(f"That is no address of a server. Type one that begins with {_spoken(schemes)}")
    if parts.password is not None:
        raise UsageError(
            "There is a password in the address, where others can see it. Leave it out: "
            "it is taken from CARDSCAN_PASSWORD, or from your keyring."
        )
    where = f"[{host}]" if ":" in host else host
    netloc = where if port is None else f"{where}:{port}"
    path = parts.path or "/"
    return Address(
        url=urlunsplit((parts.scheme, netloc, path, "", "")),
        host=host,
        port=port,
        path=path,
        user=unquote(parts.username or ""),
    )


def _spoken(schemes: Collection[str]) -> str:
    return " or ".join(f"{scheme}://" for scheme in schemes)


def check_safe(address: Address) -> None:
    """Make sure that a password goes to this computer, or over a secure connection.

    Raises:
        UsageError: It would not.
    """
    if address.password and not (address.is_secure or address.is_here):
        raise UsageError(
            f"The password would go to {address.host} for everybody on the way to read. "
            f"Type the address with {' or '.join(f'{scheme}://' for scheme in _SECURE)}"
        )
