"""Options that several commands have."""

from typing import Annotated

import typer

from cardscan.errors import UsageError

_CODE_LENGTH = 2


def _check_country(code: str | None) -> str | None:
    """The code in capitals; whether there is such a country is settled where its phones are read."""
    if code is None:
        return None
    if len(code) != _CODE_LENGTH or not (code.isascii() and code.isalpha()):
        raise UsageError(f"{code!r} is no country code. Type the two letters of ISO 3166, like --country GB")
    return code.upper()


Country = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        callback=_check_country,
        help="Country of phones that name none, like GB.",
    ),
]
ReaderName = Annotated[
    str, typer.Option("--reader", metavar="NAME", help="What reads the text: rapidocr or tesseract.")
]
