"""Codes of fictional people, drawn."""

import numpy as np
import segno

VCARD = """\
BEGIN:VCARD
VERSION:3.0
N:Marlowe;Jane;;;
FN:Jane Marlowe
ORG:Harbour Bakery;Bread
TITLE:Head of Bread
TEL;TYPE=WORK,VOICE:+44 20 7946 0958
EMAIL:jane@harbour.example
URL:https://harbour.example
END:VCARD"""
MECARD = "MECARD:N:Fenwick,Tom;TEL:+442079460123;EMAIL:tom@quayside.example;;"
LINK = "https://harbour.example/bread"


def code(payload, *, module_px=4, dark=0, light=255):
    """A QR code with its quiet zone: uint8, shape (side, side, 3), BGR."""
    rows = segno.make(payload, micro=False).matrix_iter(scale=module_px, border=4)
    modules = np.array([list(row) for row in rows], bool)
    return np.repeat(np.where(modules, dark, light).astype(np.uint8)[:, :, None], 3, axis=2)


def with_code(pixels, payload, at, **look):
    """The picture with a code whose top left corner is at x, y."""
    drawn, (left, top) = code(payload, **look), at
    changed = pixels.copy()
    changed[top : top + drawn.shape[0], left : left + drawn.shape[1]] = drawn
    return changed
