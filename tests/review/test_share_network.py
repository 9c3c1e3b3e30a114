"""The phone finds the way to this computer."""

from __future__ import annotations

import re
import socket
from ipaddress import IPv4Address

import numpy as np
import pytest
import zxingcpp

from cardscan.review.share.network import _unlikeliness, lan_addresses, qr_for_terminal

LINK = "http://192.168.178.20:54321/?token=abcdefghijklmnopqrstuvwxyz012345"
COLOURS = re.compile(r"\x1b\[[\d;]*m")
HALVES = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}


def picture(printed: str) -> np.ndarray:
    """What a terminal with a dark ground shows, 255 for the colour of its text."""
    lines = COLOURS.sub("", printed).splitlines()
    rows = [[HALVES[letter][half] for letter in line] for line in lines for half in (0, 1)]
    return np.kron(np.array(rows, np.uint8) * 255, np.ones((6, 6), np.uint8))


def test_the_code_on_the_terminal_is_the_link():
    (code,) = zxingcpp.read_barcodes(picture(qr_for_terminal(LINK)))
    assert code.text == LINK


def test_every_line_of_the_code_brings_its_colours_and_takes_them_back():
    for line in qr_for_terminal(LINK).splitlines():
        assert line.startswith("\x1b[38;5;231;48;5;16m")
        assert line.endswith("\x1b[0m")


def test_the_code_has_its_quiet_zone_and_fits_a_terminal_of_eighty_columns():
    modules = picture(qr_for_terminal(LINK))[::6, ::6] > 0
    modules = modules[:-1]  # codes have odd heights: below is half a line of ground
    assert modules[:4].all()
    assert modules[-4:].all()
    assert modules[:, :4].all()
    assert modules[:, -4:].all()
    assert modules.shape[1] <= 80


def test_every_address_is_one_of_this_computer_and_none_is_its_own_alone():
    for address in lan_addresses():
        assert not IPv4Address(address).is_loopback
        with socket.socket() as probe:
            probe.bind((address, 0))


@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        ("192.168.0.20", "100.101.102.103"),
        ("10.3.4.5", "203.0.113.7"),
        ("172.20.10.2", "169.254.3.4"),
        ("203.0.113.7", "169.254.3.4"),
    ],
)
def test_private_networks_are_likelier_than_tunnels(likely: str, unlikely: str):
    assert _unlikeliness(IPv4Address(likely)) < _unlikeliness(IPv4Address(unlikely))
