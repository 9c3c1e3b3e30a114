"""The parsing stage: the text lines and the codes of one card become a contact."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.parse.assign import assign, joined
from cardscan.parse.calibration.chance import calibrated
from cardscan.parse.codes.join import join_codes
from cardscan.parse.doubt import belief, doubtful_name, missing_name, several_people
from cardscan.parse.finders.address import find_addresses, line_evidence, other_offices
from cardscan.parse.finders.code import find_in_code
from cardscan.parse.finders.company import find_companies
from cardscan.parse.finders.department import find_departments
from cardscan.parse.finders.email import find_emails
from cardscan.parse.finders.name import find_names
from cardscan.parse.finders.phone import find_phones
from cardscan.parse.finders.social import find_socials
from cardscan.parse.finders.title import find_titles
from cardscan.parse.finders.website import find_websites
from cardscan.parse.handwriting import print_of, with_handwriting
from cardscan.parse.legibility import doubted
from cardscan.parse.likeness import why_no_card
from cardscan.parse.record import KINDS, Contact, Field, Issue
from cardscan.parse.region import guess_region
from cardscan.parse.repair import repaired
from cardscan.parse.second_reading import better_read, compared
from cardscan.parse.unread_scripts import with_unread
from cardscan.parse.view import view_card

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cardscan.ocr.record import Reading, TextLine
    from cardscan.parse.assign import Assignment
    from cardscan.parse.candidate import Candidate, Span
    from cardscan.parse.view import CardView


def parse_reading(reading: Reading, *, country: str | None = None) -> Contact:
    """The contact that a card shows.

    Args:
        reading: The lines of one card, with its codes.
        country: ISO 3166-1 alpha-2 code for phones, where the card itself does not
            tell; its own evidence wins.

    Returns:
        The contact, with handwriting among its notes; empty where the text is no business
        card's.
    """
    return calibrated(contact_as_found(reading, country=country), reading)


def contact_as_found(reading: Reading, *, country: str | None = None) -> Contact:
    """The same contact with the beliefs of its finders in place of chances: what these are fitted on.

    Args:
        reading: The lines of one card, with its codes.
        country: As for ``parse_reading``.
    """
    contact = _parse_print(print_of(reading), country)
    if contact.fields:
        return with_handwriting(contact, reading)
    return replace(contact, unassigned=tuple(range(len(reading.lines))))


def _parse_print(reading: Reading, country: str | None) -> Contact:
    """The contact that the print alone shows; empty where it is no business card's."""
    lines = better_read(reading.lines, lambda lines: _checked(lines, country)[0])
    checked, region = _checked(lines, country)
    addresses = find_addresses(lines, region=region, taken=_spans(checked))
    view = view_card(
        lines,
        card_height_px=reading.card.height_px,
        taken=checked,
        address_evidence=lambda text: line_evidence(text, region),
    )
    view = _with_addresses(view, addresses)
    chosen = assign(
        view,
        names=find_names(view),
        companies=find_companies(view),
        titles=find_titles(view),
        departments=find_departments(view),
    )
    printed = _printed(view, chosen, [*checked, *addresses[:1], *other_offices(addresses)])
    codes = [find_in_code(code.text, region=region) for code in reading.codes]
    why_not = None if _says_who(codes) else why_no_card(reading, printed)
    if why_not is None:
        contact = _contact(view, *join_codes(printed, codes))
        return with_unread(doubted(contact, reading), reading)
    issue = Issue(code="no-card", message=why_not)
    return Contact(fields=(), unassigned=tuple(range(len(reading.lines))), issues=(issue,))


def _checked(lines: Sequence[TextLine], country: str | None) -> tuple[list[Candidate], str | None]:
    """What can be checked by form: e-mails, websites, socials and phones; and the region for phones."""
    emails = find_emails(lines)
    websites = find_websites(lines, taken=_spans(emails))
    socials = find_socials(lines, taken=_spans([*emails, *websites]))
    region = guess_region(lines, emails=_texts(emails), websites=_texts(websites), default=country)
    before = [*emails, *websites, *socials]
    phones = find_phones(lines, region=region, taken=_spans(before))
    return [*before, *phones], region.code


def _texts(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    return tuple(candidate.value or candidate.raw for candidate in candidates)


def _spans(candidates: Iterable[Candidate]) -> tuple[Span, ...]:
    return tuple(span for candidate in candidates for span in candidate.spans)


def _with_addresses(view: CardView, addresses: Iterable[Candidate]) -> CardView:
    """The view with more address evidence on the lines of the addresses that were found."""
    held = {index for address in addresses for index in address.lines}
    return replace(
        view,
        address=tuple(
            max(value, 0.6) if index in held else value for index, value in enumerate(view.address)
        ),
    )


def _says_who(codes: Iterable[Sequence[Candidate]]) -> bool:
    """Whether a code on the card holds a contact and not just an address: posters and receipts have those."""
    return any(len({one.kind for one in code} & {"name", "company", "email", "phone"}) > 1 for code in codes)


def _printed(view: CardView, chosen: Assignment, others: Iterable[Candidate]) -> tuple[Field, ...]:
    """The fields that the card prints."""
    singles = [chosen.name, chosen.company]
    fields = [_field(one) for one in (*singles, *chosen.departments, *others) if one]
    if chosen.titles:
        fields.append(_field(joined(chosen.titles)))
    if chosen.other_name:
        fields.append(replace(_field(chosen.other_name), kind="note", parts=()))
    return tuple(
        doubtful_name(field, chosen, view.lines, view.mailboxes)
        if field.kind == "name"
        else compared(_repaired(field, chosen, view), view.lines)
        for field in fields
    )


def _repaired(field: Field, chosen: Assignment, view: CardView) -> Field:
    belief, of_name = (
        min((view.lines[index].confidence for index in lines), default=1.0)
        for lines in (field.lines, chosen.name.lines if chosen.name else ())
    )
    return repaired(field, chosen.name, chosen.company, belief=belief, name_belief=of_name)


def _contact(view: CardView, found: Iterable[Field], issues: Sequence[Issue]) -> Contact:
    """The contact of all fields; what has no line of its own stands behind what has."""
    fields = sorted(found, key=lambda field: (KINDS.index(field.kind), not field.lines, field.lines))
    used = {index for field in fields for index in field.lines}
    emails, titles = (tuple(field for field in fields if field.kind == kind) for kind in ("email", "title"))
    missing = None if any(field.kind == "name" for field in fields) else missing_name(emails, titles)
    return Contact(
        fields=tuple(fields),
        unassigned=tuple(index for index in range(len(view.lines)) if index not in used),
        issues=(*issues, *(issue for issue in (missing, several_people(fields)) if issue)),
    )


def _field(candidate: Candidate) -> Field:
    return Field(
        kind=candidate.kind,
        raw=candidate.raw,
        value=candidate.value,
        confidence=belief(candidate),
        lines=candidate.lines,
        issues=candidate.issues,
        type=candidate.type,
        parts=candidate.parts,
    )
