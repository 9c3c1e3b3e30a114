"""Cards with two offices: the contact's own address stands in its column, the other one among the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from written_lines import lines

from cardscan.parse.finders.address import find_addresses, other_offices

if TYPE_CHECKING:
    from cardscan.parse.candidate import Candidate

OWN = ("Head Office:", "12 Sample Street", "Exampleton, IL 60000")
BRANCH = ("Branch Office:", "9 Example Road", "Sample Falls, SD 57000")


def found(*texts: str) -> tuple[Candidate, ...]:
    """The addresses in lines that stand under each other."""
    return find_addresses(lines(*texts), region="US", taken=())


def test_the_head_office_comes_first_wherever_it_stands() -> None:
    assert found(*BRANCH, *OWN)[0].raw == found(*OWN, *BRANCH)[0].raw == ", ".join(OWN[1:])


def test_the_other_office_is_a_note_as_printed() -> None:
    (note,) = other_offices(found(*OWN, *BRANCH))
    assert (note.kind, note.raw, note.parts) == ("note", ", ".join(BRANCH[1:]), ())


def test_one_address_leaves_no_note() -> None:
    assert other_offices(found(*OWN)) == ()


def test_a_street_without_a_town_is_no_office() -> None:
    addresses = found(*OWN, "", "", "Warehouse:", "77 Sample Road")
    assert len(addresses) == 2
    assert other_offices(addresses) == ()


def test_page_of_addresses_gives_no_more_notes_than_a_person_reads():
    texts = [
        text
        for n in range(20)
        for text in (f"Branch {n}:", f"{n + 1} Sample Road", f"Exampleton, IL 600{n:02}")
    ]
    assert len(other_offices(found(*texts))) == 5
