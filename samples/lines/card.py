"""What one card says, and how it names its company."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from studio.facts import Facts

    from lines.companies import Company
    from lines.eastern import Eastern
    from lines.people import Person

Showing = Literal["logo", "brand and text", "text", "acronym", "twice", "other brand"]
"""How a company is named: in its logo, there in short, in the text only, by its initials, twice alike, or by
a brand that tells nothing of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """One card.

    Attributes:
        facts: What a perfect reader finds.
        person: The person, if it names one.
        company: The company, if it names one in Latin letters.
        showing: How it names it.
        logo: What the logo says; empty where it is a drawing.
        alternatives: Other forms of the company's name that count as right.
        second_site: The lines of another office's address.
        twin: What a bilingual card says in the other script.
    """

    facts: Facts
    person: Person | None
    company: Company | None
    showing: Showing = "logo"
    logo: str = ""
    alternatives: tuple[str, ...] = ()
    second_site: tuple[str, ...] = ()
    twin: Eastern | None = None

    def fields(self) -> dict[str, Any]:
        """The fields a perfect reader finds, as in the truth of the samples."""
        others = [", ".join(self.second_site)] if self.second_site else []
        if self.twin:
            others.append(self.twin.address)
        return self.facts.fields() | {
            "company_alt": list(self.alternatives),
            "other_addresses": others or None,
        }
