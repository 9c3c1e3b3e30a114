"""Every error a caller can meet, each with its facts, a sentence and an exit code.

A message says what happened, to which file or field, and what to do next.  An
error is built from its facts, so that it survives pickling between processes.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class ExitCode(IntEnum):
    """What the command line hands back to the shell."""

    OK = 0
    UNEXPECTED = 1
    USAGE = 2
    MISSING_EXTRA = 3
    SERVER = 4
    SOME_FAILED = 10
    INTERRUPTED = 130


class CardscanError(Exception):
    """Base of all errors of this package.

    Attributes:
        exit_code: What the command line exits with when the error ends the run.
    """

    exit_code = ExitCode.UNEXPECTED


class UsageError(CardscanError):
    """The command, its options or its configuration cannot be carried out as given.

    Attributes:
        sentence: What is wrong and what to type instead.
    """

    exit_code = ExitCode.USAGE

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


class MissingExtraError(CardscanError):
    """A part that is installed on request is needed and not there.

    Attributes:
        what: The part that is missing, as a user would call it.
        install: The exact line that installs it.
    """

    exit_code = ExitCode.MISSING_EXTRA

    def __init__(self, what: str, install: str) -> None:
        self.what = what
        self.install = install
        super().__init__(what, install)

    def __str__(self) -> str:
        return f"{self.what} is not installed. To get it: {self.install}"


class PhotoError(CardscanError):
    """One file cannot be read as a photo; the batch goes on.

    Attributes:
        path: The file, as shown to the user.
        reason: Why, in words, and what to do where something can be done.
    """

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(path, reason)

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class NotAPhotoError(PhotoError):
    """The file is none of the pictures we read; it is listed, not failed."""


class ReaderError(CardscanError):
    """A reader failed on one picture; the batch goes on.

    Attributes:
        reader: The reader's name.
        reason: What happened, in words.
    """

    def __init__(self, reader: str, reason: str) -> None:
        self.reader = reader
        self.reason = reason
        super().__init__(reader, reason)

    def __str__(self) -> str:
        return f"The reader {self.reader} could not read the picture: {self.reason}"


class RecordError(CardscanError):
    """A saved record (JSON, CSV, TOML) does not hold what it must.

    Attributes:
        source: The file or stream it came from.
        reason: What is wrong with it.
    """

    exit_code = ExitCode.USAGE

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        self.reason = reason
        super().__init__(source, reason)

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


class ServerError(CardscanError):
    """Another program's server cannot be used.

    Attributes:
        server: Its address, without any password.
        reason: What is wrong, and what to do.
    """

    exit_code = ExitCode.SERVER

    def __init__(self, server: str, reason: str) -> None:
        self.server = server
        self.reason = reason
        super().__init__(server, reason)

    def __str__(self) -> str:
        return f"{self.server}: {self.reason}"


class BookError(CardscanError):
    """The book cannot be opened, read or written as it is.

    Attributes:
        book: Where the book is, without any password.
        reason: What is wrong, and what to do.
    """

    exit_code = ExitCode.USAGE

    def __init__(self, book: str, reason: str) -> None:
        self.book = book
        self.reason = reason
        super().__init__(book, reason)

    def __str__(self) -> str:
        return f"The book {self.book}: {self.reason}"


class OtherEventError(UsageError):
    """The photos of an event were scanned before, as another event's.

    Attributes:
        event: The event's name, as it was named now.
        event_date: Its day.
        other: The name of the event that they were scanned as.
        other_date: Its day.
        photos: How many of the photos.
    """

    def __init__(self, event: str, event_date: date, other: str, other_date: date, photos: int) -> None:
        self.event = event
        self.event_date = event_date
        self.other = other
        self.other_date = other_date
        self.photos = photos
        CardscanError.__init__(self, event, event_date, other, other_date, photos)

    def __str__(self) -> str:
        return (
            f"{self.photos} of these photos were scanned as cards of {self.other!r} on {self.other_date}. "
            f"If that name or day was wrong: cardscan event edit {self.other!r} --name {self.event!r} "
            f"--date {self.event_date}, and scan again. If {self.event!r} is another event: --another-event"
        )


class UnknownPersonError(UsageError):
    """Nobody in the book is called so.

    Attributes:
        wanted: What was typed.
        near: Those who come nearest, in words; empty where nobody does.
    """

    def __init__(self, wanted: str, near: str) -> None:
        self.wanted = wanted
        self.near = near
        CardscanError.__init__(self, wanted, near)

    def __str__(self) -> str:
        return f"Nobody in the book fits {self.wanted}." + (
            f" Did you mean {self.near}?" if self.near else ""
        )


class SeveralPeopleError(UsageError):
    """Several people in the book are called so.

    Attributes:
        wanted: What was typed.
        people: Who they are, in words, each with the contact id.
    """

    def __init__(self, wanted: str, people: str) -> None:
        self.wanted = wanted
        self.people = people
        CardscanError.__init__(self, wanted, people)

    def __str__(self) -> str:
        return f"{self.wanted} fits several people. Type more of the name, or the id of one: {self.people}"


class StoppedError(CardscanError):
    """The user stopped the run.

    Attributes:
        sentence: How far it was, and what became of the result.
    """

    exit_code = ExitCode.INTERRUPTED

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)
