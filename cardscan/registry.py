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

    def add(self, name: str, maker: Callable[..., Part]) -> None:
        """Make ``maker`` known under ``name``."""
        self._makers[name] = maker

    def names(self) -> tuple[str, ...]:
        """All known names, our own and the installed plug-ins', sorted."""
        import_module(self.home)
        plugins = {point.name for point in entry_points(group=self.group)}
        return tuple(sorted(plugins | self._makers.keys()))

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
            raise UsageError(
                f"There is no {self.kind} called {name!r}; choose one of: {', '.join(self.names())}."
            )
        return maker(**options)
