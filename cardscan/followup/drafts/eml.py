"""A draft as a file that mail programs open in a new, unsent message."""

from __future__ import annotations

import hashlib
import re
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.policy import SMTP
from email.utils import format_datetime
from mimetypes import MimeTypes
from typing import TYPE_CHECKING

from cardscan.errors import RecordError
from cardscan.followup.cell_text import one_line

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from cardscan.followup.drafts.record import Draft
    from cardscan.followup.settings import Owner

_NO_DOMAIN = "cardscan.invalid"
"""Where the owner has no address: RFC 2606 keeps .invalid from ever being somebody's."""

_SPECIAL = re.compile(r'[()<>\[\]:;@\\,."]+')
_NO_FILE_NAME = re.compile(r"[/\\]")
_ENTIRE_FILES = frozenset({"application", "audio", "font", "image", "video"})
_OFFICE = "application/vnd.openxmlformats-officedocument"
_TYPES = {
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".pptx": f"{_OFFICE}.presentationml.presentation",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".epub": "application/epub+zip",
}
"""Media types that Python's own table lacks; a computer's table would differ from the next one's."""


def to_eml(draft: Draft, *, owner: Owner, now: datetime) -> bytes:
    """A draft as an Internet message, 7-bit throughout.

    ``X-Unsent: 1`` makes Outlook open it for writing; Thunderbird and Apple Mail open it
    to be edited as new or sent again.  The To field is left out where the address is
    none that a 7-bit header can hold.

    Args:
        draft: The letter.
        owner: Whom it is from, where they have an address.
        now: When it is made, with its offset from UTC.

    Returns:
        The file's bytes.

    Raises:
        RecordError: A file to attach cannot be read.

    Source:
        RFC 5322 for the message, RFC 2045 to 2047 and RFC 2231 for what it holds.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Date"] = format_datetime(now)
    for field, name, address in (("From", owner.name, owner.email), ("To", draft.to_name, draft.to)):
        if found := _address(name, address):
            message[field] = found
    message["Subject"] = _header_text(draft.subject)
    message["Message-ID"] = message_id(draft, owner)
    message.set_content(draft.body, cte="quoted-printable")
    for path in draft.attachments:
        _attach(message, path)
    if draft.attachments:
        message.set_boundary(
            f"part-{_digest(draft)}"
        )  # Python's own is random, and equal drafts would differ
    return message.as_bytes()


def date_of(path: Path) -> datetime | None:
    """When a draft was made; None where it does not say."""
    with path.open("rb") as file:
        stamp = BytesHeaderParser(policy=SMTP).parse(file)["Date"]
    return stamp.datetime if stamp else None


def message_id(draft: Draft, owner: Owner) -> str:
    """The Message-ID of a draft: the same for the same letter, so that it can be found again.

    Args:
        draft: The letter.
        owner: Whose domain it stands at.
    """
    sender = _address("", owner.email)
    return f"<{_digest(draft)}@{_ascii_domain(sender.domain) if sender else _NO_DOMAIN}>"


def _digest(draft: Draft) -> str:
    return hashlib.sha256(draft.key.encode("utf-8", "replace")).hexdigest()[:32]


def _address(name: str, address: str) -> Address | None:
    """An address for a header; None where there is none that it could hold."""
    local, _, domain = one_line(address).rpartition("@")
    if not local.isascii() or "=?" in local:
        return None
    # Python 3.11 loses the quotation marks of a long name with a comma: it becomes two addresses.
    plain = one_line(_SPECIAL.sub(" ", _header_text(name)))
    try:
        found = Address(display_name=plain, addr_spec=f"{local}@{_ascii_domain(domain)}")
    except (HeaderParseError, ValueError, IndexError):
        return None
    return found if found.username and found.domain else None


def _header_text(text: str) -> str:
    """A text that can stand in a header: one line, and no encoded word (RFC 2047) in it.

    Python decodes encoded words in what it is given, line breaks and all, and writes them
    out so: "=?utf-8?q?a=0ABcc:_x?=" printed on a card would add a Bcc.
    """
    return one_line(text).replace("=?", "= ?")


def _ascii_domain(domain: str) -> str:
    return domain.encode("idna").decode("ascii")


def _attach(message: EmailMessage, path: Path) -> None:
    try:
        content = path.read_bytes()
    except OSError as exc:
        raise RecordError(
            str(path), f"this file to attach cannot be read ({exc.strerror}); put it there again"
        ) from exc
    main, sub = _media_type(path).split("/")
    name = _NO_FILE_NAME.sub(" ", _header_text(path.name))
    message.add_attachment(content, maintype=main, subtype=sub, filename=name)


def _media_type(path: Path) -> str:
    known = _TYPES.get(path.suffix.lower()) or MimeTypes().guess_type(path.name.lower())[0]
    if known and (known.split("/")[0] in _ENTIRE_FILES or known.startswith("text/")):
        return known
    return "application/octet-stream"
