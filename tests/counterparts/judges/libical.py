"""What libical says of calendars: LIBRARY FILE... -> JSON, file by file.

It writes each error that it finds, reading or checking, into the calendar as X-LIC-ERROR.
"""

from __future__ import annotations

import ctypes
import json
import re
import sys
from pathlib import Path

_ERROR = re.compile(r"^X-LIC-ERROR[^:]*:(.*)$", re.MULTILINE)

library = ctypes.CDLL(sys.argv[1])
library.icalparser_parse_string.restype = ctypes.c_void_p
library.icalparser_parse_string.argtypes = [ctypes.c_char_p]
library.icalrestriction_check.argtypes = [ctypes.c_void_p]
library.icalcomponent_as_ical_string.restype = ctypes.c_char_p
library.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]


def complaints(content: bytes) -> list[str]:
    """All that it marks as wrong."""
    calendar = library.icalparser_parse_string(content)
    if not calendar:
        return ["This is no calendar."]
    library.icalrestriction_check(calendar)
    written = library.icalcomponent_as_ical_string(calendar).decode("utf-8", "replace")
    found = _ERROR.findall(re.sub("\r?\n[ \t]", "", written).replace("\r", ""))
    return list(dict.fromkeys(found))  # it reads its own marks, and marks again


json.dump(
    {file: {"complaints": complaints(Path(file).read_bytes()), "read": []} for file in sys.argv[2:]},
    sys.stdout,
)
