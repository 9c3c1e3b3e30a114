"""Contacts are forgotten: in the book in one transaction, and then in the files that it led to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan.book.forgetting.erase import erase
from cardscan.book.forgetting.outside import clear_book, delete_drafts, rewrite_sheets
from cardscan.book.forgetting.record import Erased
from cardscan.book.forgetting.traces import traces_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from cardscan.book.store import Book


def forget(book: Book, contacts: Collection[str], *, at: datetime, remember: bool = True) -> Erased:
    """Erase contacts from the book, its backups, and the drafts and queue files that were written.

    What stays are keyed hashes, by which a later scan knows them again and leaves them out
    (``hashes`` says what they are good for, and what not).  Photos are never deleted: they are
    named.  What a disk keeps of blocks that were overwritten is out of a program's reach.

    Args:
        book: Nobody else may be in the middle of something in it.
        contacts: Their ids.
        at: Now.
        remember: Whether the hashes are kept; without them a scan may bring them back.

    Returns:
        What was erased, and what is left to do; a file that could not be dealt with does not
        undo what was erased.

    Raises:
        BookError: The book cannot be written; nothing was changed.
    """
    with book.writing() as session:
        traces = traces_of(session, contacts)
        hashes = erase(session, contacts, at=at, remember=remember)
    drafts = list(delete_drafts(traces.drafts))
    sheets = list(rewrite_sheets(traces.sheets))
    inside = list(clear_book(book))
    return Erased(
        traces=traces,
        hashes=hashes,
        deleted=tuple(path for path, _ in (*drafts, *inside) if path),
        rewritten=tuple(path for path, _ in sheets if path),
        to_do=(
            *(f"They were handed on to {what}: delete them there yourself." for what in traces.handed_on),
            *(sentence for _, sentence in (*drafts, *sheets, *inside) if sentence),
        ),
    )
