"""Sorts contacts by whether another program has them already, and tells what an update would change."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.export.existing.record import Change, Changed, Comparison, There, Unsure
from cardscan.export.vcard import vcard_uid
from cardscan.followup.duplicates.pairs import find_pairs
from cardscan.followup.duplicates.traits import Person
from cardscan.parse.text import letters
from cardscan.parse.validators.domain import host_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cardscan.followup.duplicates.pairs import Pair
    from cardscan.followup.record import FollowUp

_TEXTS = ("full_name", "job_title", "department", "company")
_PHONES = ("mobile_phone", "work_phone", "other_phones", "fax")
_LEAST_DIGITS = 6
"""What two numbers must have in common at their end, where one has no country code."""

_THERE = "there"


def compare(rows: Iterable[FollowUp], there: Sequence[There]) -> Comparison:
    """Sort contacts by whether another program has them.

    Known again is who kept our id or the UID of our vCard, and else whom ``duplicates`` is sure
    of: the same name with a mailbox or mobile of their own.  Whom it doubts, and who fits two
    over there, has to be looked at.

    Args:
        rows: The contacts that would be handed on; of several rows of one contact the first counts.
        there: Those that the program has.
    """
    ours = list({row.contact_id: row for row in reversed(list(rows))}.values())[::-1]
    known, loose = _by_id(ours, there)
    sure, doubtful = _by_traits([row for row in ours if row.contact_id not in known], loose)
    claimed = Counter(one.place for found in sure.values() for one in found)
    new: list[FollowUp] = []
    changed: list[Changed] = []
    same: list[FollowUp] = []
    unsure: list[Unsure] = []
    for row in ours:
        found = known.get(row.contact_id) or sure.get(row.contact_id, [])
        if len(found) > 1:
            unsure.append(Unsure(row=row, why=f"it fits several there: {_places(found)}"))
        elif found and claimed[found[0].place] > 1:
            unsure.append(Unsure(row=row, why=f"{_places(found)} fits others of the contacts as well"))
        elif found:
            changes = tuple(_changes(row, found[0]))
            if changes:
                changed.append(Changed(row=row, there=found[0], changes=changes))
            else:
                same.append(row)
        elif row.contact_id in doubtful:
            unsure.append(Unsure(row=row, why=doubtful[row.contact_id]))
        else:
            new.append(row)
    return Comparison(new=tuple(new), changed=tuple(changed), same=tuple(same), unsure=tuple(unsure))


def _by_id(ours: Sequence[FollowUp], there: Sequence[There]) -> tuple[dict[str, list[There]], list[There]]:
    """Who kept our id, and who of the others is left."""
    by_uid = {vcard_uid(row.contact_id): row.contact_id for row in ours}
    ids = {row.contact_id for row in ours}
    known: dict[str, list[There]] = defaultdict(list)
    loose = []
    for one in there:
        contact = one.contact_id if one.contact_id in ids else by_uid.get(one.uid, "")
        if contact:
            known[contact].append(one)
        else:
            loose.append(one)
    return known, loose


def _by_traits(
    ours: Sequence[FollowUp], there: Sequence[There]
) -> tuple[dict[str, list[There]], dict[str, str]]:
    """Whom the program surely has, and of whom it may be, with the reason."""
    by_key = {f"{_THERE} {number}": one for number, one in enumerate(there)}
    people = [
        *(Person(key=row.contact_id, entries=(row,)) for row in ours),
        *(Person(key=key, entries=(replace(one.row, contact_id=key),)) for key, one in by_key.items()),
    ]
    sure: dict[str, list[There]] = defaultdict(list)
    doubtful: dict[str, str] = {}
    for pair in find_pairs(people, about={row.contact_id for row in ours}):
        row, theirs = (pair.one, pair.other) if pair.other in by_key else (pair.other, pair.one)
        if theirs not in by_key or row in by_key:
            continue
        if pair.sure:
            sure[row].append(by_key[theirs])
        else:
            doubtful.setdefault(row, _why(pair, by_key[theirs]))
    return sure, doubtful


def _why(pair: Pair, there: There) -> str:
    who = there.row.full_name or there.row.company or there.row.email
    return f"it may be {who} ({there.place}), who is there already: {', '.join(pair.why)}"


def _places(found: Iterable[There]) -> str:
    return ", ".join(f"{one.row.full_name} ({one.place})" for one in found)


def _changes(row: FollowUp, there: There) -> Iterator[Change]:
    """What we have and they have not, or have otherwise; what they alone have stays."""
    theirs = there.row
    for name in (name for name in _TEXTS if name in there.knows):
        here, old = getattr(row, name), getattr(theirs, name)
        if here and letters(here) != letters(old) and not _is_same_name(name, row, theirs):
            yield Change(field=name.replace("_", " ").replace("full name", "name"), there=old, here=here)
    if "email" in there.knows:
        emails = {text.casefold() for text in (theirs.email, *theirs.other_emails)}
        for email in filter(None, (row.email, *row.other_emails)):
            if email.casefold() not in emails:
                yield Change(field="e-mail", there="", here=email)
    yield from _phone_changes(row, there)
    if "website" in there.knows:
        sites = {_site(text) for text in theirs.website}
        for website in row.website:
            if _site(website) not in sites:
                yield Change(field="website", there="", here=website)
    if there.knows.intersection(("street", "postal_code", "city")):
        yield from _address_changes(row, theirs)


def _phone_changes(row: FollowUp, there: There) -> Iterator[Change]:
    numbers = [_digits(phone) for name in _PHONES for phone in getattr(there.row, name)]
    for names, field in ((_PHONES[:3], "phone"), (_PHONES[3:], "fax")):
        phones = (phone for name in names for phone in getattr(row, name) if there.knows.intersection(names))
        for phone in phones:
            if not any(_is_same_number(_digits(phone), number) for number in numbers):
                yield Change(field=field, there="", here=phone)


def _is_same_name(name: str, row: FollowUp, there: FollowUp) -> bool:
    """Whether a name is the same in another order: "Winter, Ada"."""
    words = [sorted(re.findall(r"\w+", text.full_name.casefold())) for text in (row, there)]
    return name == "full_name" and words[0] == words[1]


def _address_changes(row: FollowUp, there: FollowUp) -> Iterator[Change]:
    here, old = (", ".join(filter(None, _address(one))) for one in (row, there))
    codes = letters(row.postal_code), letters(there.postal_code)
    if here and (not old or (all(codes) and codes[0] != codes[1])):
        yield Change(field="address", there=old, here=here)


def _address(row: FollowUp) -> tuple[str, str, str]:
    return row.street or row.address, row.postal_code, row.city


def _site(text: str) -> str:
    return host_of(text).removeprefix("www.")


def _digits(phone: str) -> str:
    """The digits of a number, with its plus, and without its extension."""
    number = re.split(r"(?i)\s*(?:ext|x|durchwahl)", phone, maxsplit=1)[0].strip()
    is_whole = number.startswith(("+", "00"))
    if is_whole:
        number = number.replace("(0)", "")  # "+44 (0)20 7946 0958": dialled within the country only
    return ("+" if is_whole else "") + re.sub(r"\D", "", number).removeprefix("00")


def _is_same_number(one: str, other: str) -> bool:
    if one.startswith("+") and other.startswith("+"):
        return one == other
    short, long = sorted((one.lstrip("+").lstrip("0"), other.lstrip("+").lstrip("0")), key=len)
    return len(short) >= _LEAST_DIGITS and long.endswith(short)
