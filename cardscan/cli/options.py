"""Options that several commands have."""

from typing import Annotated

import typer


def _check_country(code: str | None) -> str | None:
    from cardscan.parse.country import check_country  # noqa: PLC0415 - numbering plans are heavy

    return check_country(code)


Country = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        callback=_check_country,
        help="Country of phones that name none, like GB.",
    ),
]
Languages = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="CODES",
        help="Languages to read as well, by Tesseract's codes, like kor or rus+ell; needs Tesseract.",
    ),
]
ReaderName = Annotated[
    str, typer.Option("--reader", metavar="NAME", help="What reads the text: rapidocr or tesseract.")
]
Person = Annotated[
    str,
    typer.Argument(
        metavar="WHO", help="A name, loosely; a company with it, an e-mail address or a contact id."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Ahead = Annotated[
    int, typer.Option(min=0, max=3650, metavar="DAYS", help="Also what is due in so many days.")
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking.")]
