"""Named parts that can be chosen by the user and added by other packages."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Generic, TypeVar

from cardscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

Part = TypeVar("Part")


class Registry(Generic[Part]):
    """A table from names to makers of one kind of part.

    Makers are called only when their part is asked for, so that nothing heavy
    loads before it is needed.  Other packages add parts through the entry point
    group.

    Attributes:
        kind: What the parts are, for messages: "reader".
        group: The entry point group: "cardscan.readers".
        home: The module that adds our own parts as it is imported, which happens when
            a part is first asked for: "cardscan.ocr.readers".
    """

    def __init__(self, kind: str, group: str, home: str) -> None:
        self.kind = kind
        self.group = group
        self.home = home
        self._makers: dict[str, Callable[..., Part]] = {}
        self._not_offered: set[str] = set()

    def add(self, name: str, maker: Callable[..., Part], *, offered: bool = True) -> None:
        """Make ``maker`` known under ``name``.

        Args:
            name: What the part is asked for by.
            maker: Builds the part.
            offered: Whether users may choose it; a part for tests is only made by name.
        """
        self._makers[name] = maker
        if not offered:
            self._not_offered.add(name)

    def names(self) -> tuple[str, ...]:
        """All names that users may choose, our own and the installed plug-ins', sorted."""
        import_module(self.home)
        plugins = {point.name for point in entry_points(group=self.group)}
        return tuple(sorted((plugins | self._makers.keys()) - self._not_offered))

    def make(self, name: str, **options: object) -> Part:
        """Build the part called ``name``.

        Args:
            name: One of ``names()``.
            **options: Handed to the maker.

        Returns:
            The new part.

        Raises:
            UsageError: No part has that name.
        """
        import_module(self.home)
        maker = self._makers.get(name)
        if maker is None:
            for point in entry_points(group=self.group, name=name):
                maker = point.load()
        if maker is None:
            raise self.unknown(name)
        return maker(**options)

    def unknown(self, name: str) -> UsageError:
        """The error that says that there is no such part, and which there are."""
        return UsageError(
            f"There is no {self.kind} called {name!r}; choose one of: {', '.join(self.names())}."
        )
