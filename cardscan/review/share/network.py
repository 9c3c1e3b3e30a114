"""How a phone in the same network reaches this computer."""

from __future__ import annotations

import io
import socket
from contextlib import suppress
from ipaddress import IPv4Address, IPv4Network

import segno

_FAR = ("192.0.2.1", "192.168.254.254", "10.254.254.254", "172.31.254.254")
"""Addresses that are asked after, never spoken to: one for documentation (RFC 5737), whose way is
that of the internet, and one in each of the ranges that homes, halls and hotspots have, where there
is no internet."""

_PRIVATE = tuple(map(IPv4Network, ("192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12")))
"""The ranges of RFC 1918."""

_QUIET_ZONE = 4
"""Modules around a code that must be empty (ISO/IEC 18004, 5.3.8)."""

_LIGHT_ON_DARK = "\x1b[38;5;231;48;5;16m"
"""White and black that no colour theme changes; the blocks of the picture are its light modules."""

_AS_BEFORE = "\x1b[0m"


def lan_addresses() -> tuple[str, ...]:
    """Addresses under which a phone in the same network reaches this computer.

    Returns:
        IPv4 addresses, the most likely first; none where there is no network.
    """
    found = dict.fromkeys((*_outward(), *_named()))
    usable = [one for one in map(IPv4Address, found) if _is_usable(one)]
    return tuple(str(one) for one in sorted(usable, key=_unlikeliness))


def qr_for_terminal(link: str) -> str:
    """A link as a QR code of half blocks, which phones read from dark and light terminals.

    Args:
        link: The link.

    Returns:
        Lines, each with its colours, and a line break at the end of each.
    """
    drawn = io.StringIO()
    segno.make(link, micro=False).terminal(drawn, border=_QUIET_ZONE, compact=True)
    return "".join(f"{_LIGHT_ON_DARK}{line}{_AS_BEFORE}\n" for line in drawn.getvalue().splitlines())


def _outward() -> list[str]:
    """The addresses from which this computer would send to others; nothing is sent."""
    found = []
    for address in _FAR:
        with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
            asked.connect((address, 9))  # for datagrams, this only chooses the way
            found.append(str(asked.getsockname()[0]))
    return found


def _named() -> list[str]:
    """The addresses that this computer's name has."""
    try:
        known = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET, socket.SOCK_STREAM)
    except (OSError, UnicodeError):  # the latter where the name is none that could be asked for
        return []
    return [str(address[0]) for *_, address in known]


def _is_usable(address: IPv4Address) -> bool:
    return not (address.is_loopback or address.is_unspecified or address.is_multicast)


def _unlikeliness(address: IPv4Address) -> int:
    """Private networks before the others, which are often tunnels; last what a computer gave itself."""
    if address.is_link_local:
        return 2
    return 0 if any(address in network for network in _PRIVATE) else 1
