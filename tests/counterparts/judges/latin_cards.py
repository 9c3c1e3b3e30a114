"""What PyPI's vcard says of vCards 3.0 in Latin-1's letters: FILE... -> JSON, file by file."""

from __future__ import annotations

import json
import sys
import warnings
from typing import Any

from vcard import vcard_validators
from vcard.vcard_validator import VcardValidator

# It takes the types of phones in capitals, as the RFC has it, and forgot those of addresses.
vcard_validators.LABEL_TYPE_VALUES += tuple(map(str.upper, vcard_validators.LABEL_TYPE_VALUES))
warnings.simplefilter("ignore")  # they are advice, such as to leave out TYPE=INTERNET


def answer(file: str) -> dict[str, list[Any]]:
    """Its complaint, which is the first thing wrong."""
    try:
        complaint = VcardValidator(file, verbose=False).result
    except ValueError as exc:  # the bytes are no UTF-8
        complaint = str(exc)
    return {"complaints": ["; ".join(complaint.splitlines())] if complaint else [], "read": []}


json.dump({file: answer(file) for file in sys.argv[1:]}, sys.stdout)
