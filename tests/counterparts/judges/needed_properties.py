"""What PyPI's vobject says of calendars: FILE... -> JSON, file by file.

It knows which properties must be there and which exclude each other.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import vobject


def answer(file: str) -> dict[str, list[Any]]:
    """Its complaint, which is the first thing wrong."""
    try:
        calendars = list(vobject.readComponents(Path(file).read_bytes().decode()))
        for calendar in calendars:
            calendar.validate(raiseException=True)
    except (ValueError, vobject.base.VObjectError) as exc:
        return {"complaints": [" ".join(str(exc).split())], "read": []}
    return {"complaints": [] if calendars else ["This is no calendar."], "read": []}


json.dump({file: answer(file) for file in sys.argv[1:]}, sys.stdout)
