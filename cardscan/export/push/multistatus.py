"""What WebDAV servers are asked for, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

from cardscan.errors import ServerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DAV, CARDDAV, CALDAV = "{DAV:}", "{urn:ietf:params:xml:ns:carddav}", "{urn:ietf:params:xml:ns:caldav}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """What a server tells of a place.

    Attributes:
        url: Where it is.
        properties: By their names in Clark notation, "{DAV:}getetag".
    """

    url: str
    properties: Mapping[str, ET.Element]

    def text(self, name: str) -> str:
        """The text of a property; empty where it has none."""
        element = self.properties.get(name)
        return ("" if element is None else element.text or "").strip()

    def is_a(self, kind: str) -> bool:
        """Whether it is a collection of a kind: "{DAV:}collection"."""
        types = self.properties.get(f"{DAV}resourcetype")
        return types is not None and types.find(kind) is not None

    def href(self, name: str) -> str:
        """Where a property leads; empty where it leads nowhere."""
        element = self.properties.get(name)
        found = None if element is None else element.findtext(f"{DAV}href")
        return urljoin(self.url, found.strip()) if found else ""


def propfind(names: Iterable[str]) -> bytes:
    """The question for properties.

    Args:
        names: Of the properties, in Clark notation.
    """
    request = ET.Element(f"{DAV}propfind")
    wanted = ET.SubElement(request, f"{DAV}prop")
    for name in names:
        ET.SubElement(wanted, name)
    content: bytes = ET.tostring(request, "utf-8", xml_declaration=True)
    return content


def resources(url: str, content: bytes) -> list[Resource]:
    """The places that an answer tells of.

    Args:
        url: The place that was asked.
        content: The answer; one with a document type is out to exhaust the parser.

    Raises:
        ServerError: It is no answer.
    """
    try:
        if "<!DOCTYPE" in content.decode() or b"\0" in content:
            raise ServerError(url, "It answers in a form that is no WebDAV.")
        root = ET.fromstring(content)  # noqa: S314 - without a document type there are no entities
        return [
            Resource(url=urljoin(url, href.strip()), properties=_properties(response))
            for response in root.iter(f"{DAV}response")
            if (href := response.findtext(f"{DAV}href"))
        ]
    # Also of an encoding that nobody knows, and of an address that is none.
    except (ET.ParseError, ValueError, LookupError) as exc:
        raise ServerError(url, "It answers in a form that is no WebDAV.") from exc


def name_in(url: str) -> str:
    """The last part of an address, as it was given: servers write it in several ways."""
    return unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]


def _properties(response: ET.Element) -> dict[str, ET.Element]:
    return {
        element.tag: element
        for part in response.iter(f"{DAV}propstat")
        if " 200" in (part.findtext(f"{DAV}status") or " 200")
        for element in part.iterfind(f"{DAV}prop/*")
    }
