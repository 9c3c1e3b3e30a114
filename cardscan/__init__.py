"""From a pocketful of business cards to people called back, offline.

Example:
    >>> from cardscan import scan_folder
    >>> report = scan_folder("photos", event="Autumn fair", event_date="2026-11-20")  # doctest: +SKIP
    >>> [row.full_name for row in report.followups if row.needs_review]  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cardscan.book.store import Book as Book
    from cardscan.book.store import open_book as open_book
    from cardscan.errors import BookError as BookError
    from cardscan.errors import CardscanError as CardscanError
    from cardscan.errors import MissingExtraError as MissingExtraError
    from cardscan.errors import NotAPhotoError as NotAPhotoError
    from cardscan.errors import PhotoError as PhotoError
    from cardscan.errors import RecordError as RecordError
    from cardscan.errors import UsageError as UsageError
    from cardscan.followup.record import Event as Event
    from cardscan.followup.record import FollowUp as FollowUp
    from cardscan.followup.settings import Settings as Settings
    from cardscan.ocr.record import Photo as Photo
    from cardscan.ocr.record import Reading as Reading
    from cardscan.parse.record import Contact as Contact
    from cardscan.parse.record import Field as Field
    from cardscan.parse.record import Issue as Issue
    from cardscan.pipeline.record import PhotoResult as PhotoResult
    from cardscan.pipeline.record import Progress as Progress
    from cardscan.pipeline.record import ScannedCard as ScannedCard
    from cardscan.pipeline.record import ScanReport as ScanReport
    from cardscan.pipeline.scan import scan_folder as scan_folder
    from cardscan.pipeline.scan import scan_photo as scan_photo

__version__ = "0.1.0"

_HOMES = {
    "cardscan.book.store": ("Book", "open_book"),
    "cardscan.errors": (
        "BookError",
        "CardscanError",
        "MissingExtraError",
        "NotAPhotoError",
        "PhotoError",
        "RecordError",
        "UsageError",
    ),
    "cardscan.followup.record": ("Event", "FollowUp"),
    "cardscan.followup.settings": ("Settings",),
    "cardscan.ocr.record": ("Photo", "Reading"),
    "cardscan.parse.record": ("Contact", "Field", "Issue"),
    "cardscan.pipeline.record": ("PhotoResult", "Progress", "ScanReport", "ScannedCard"),
    "cardscan.pipeline.scan": ("scan_folder", "scan_photo"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = ["__version__", *sorted(_HOME_OF)]  # noqa: PLE0604 - the names are strings


def __getattr__(name: str) -> Any:
    """The public name, loaded at its first use: ``import cardscan`` stays light."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME_OF})
