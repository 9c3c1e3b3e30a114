"""A contact and a step become a letter.

What the owner scribbled about somebody ("hot, fat wallet") is for their own eyes: no
word of a note gets into a letter.  Notes only tell which of the owner's materials were
promised, and those stand in the letter under the names that the owner gave them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from cardscan.errors import RecordError
from cardscan.followup.cell_text import one_line
from cardscan.followup.drafts.language import country_of, language_of, speaks, spoken_date, spoken_month
from cardscan.followup.drafts.materials import attachment, promised
from cardscan.followup.drafts.record import Draft
from cardscan.followup.drafts.sandbox import render
from cardscan.followup.drafts.templates import letter_kind
from cardscan.followup.due import reach
from cardscan.followup.queue import event_key

if TYPE_CHECKING:
    from datetime import date

    from cardscan.followup.drafts.templates import Source, Templates
    from cardscan.followup.record import Event, FollowUp, Step
    from cardscan.followup.settings import Material, Owner

_SUBJECT = "Subject:"
_GAPS = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactWords:
    """What a template may say of the contact; ``name`` is how to address them, empty if unknown."""

    name: str
    full_name: str
    first_name: str
    last_name: str
    job_title: str
    company: str
    city: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """What a template may say of the event; ``place`` is empty where the name holds it already."""

    name: str
    place: str
    date: str
    month: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerWords:
    """What a template may say of who writes."""

    name: str
    company: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialWords:
    """What a template may say of something promised; ``attached`` is whether it goes along as a file."""

    name: str
    link: str
    attached: bool


_MAY_USE = (
    *(f"contact.{each.name}" for each in fields(ContactWords)),
    *(f"event.{each.name}" for each in fields(EventWords)),
    *(f"owner.{each.name}" for each in fields(OwnerWords)),
    "today",
    "materials (each with " + ", ".join(each.name for each in fields(MaterialWords)) + ")",
)


def make_draft(  # noqa: PLR0913 - a letter is made of these
    entry: FollowUp,
    *,
    step: Step,
    event: Event,
    owner: Owner,
    notes: tuple[str, ...],
    materials: tuple[Material, ...],
    templates: Templates,
    today: date,
    language: str | None = None,
) -> Draft:
    """The letter that a step asks for.

    Args:
        entry: Whom it is to.
        step: What is due; it decides which letter (``letter_kind``).
        event: Where they met.
        owner: Who writes.
        notes: What the owner wrote about the contact; only promises are taken from them.
        materials: What the owner sends people.
        templates: The letters there are.
        today: The day of the letter.
        language: ISO 639-1 code; None for the one that suits the contact's country.

    Returns:
        The letter, with the files that were promised.

    Raises:
        RecordError: A template is wrong, there is none in the language asked for, or a promised
            file cannot be sent.
    """
    sending = promised(notes, materials)
    kind = letter_kind(step, promises=bool(sending))
    source = templates.find(kind, language or language_of(entry, owner))
    if language not in (None, source.language):
        raise RecordError(
            f"{kind}.{language}.j2",
            f"there is no letter of this kind in the language {language!r}; write this template into "
            "the folder that templates names in the settings, or ask for en, de, fr or es",
        )
    attachments = tuple(path for each in sending if (path := attachment(each)))
    values = {
        "contact": _contact(entry, source.language),
        "event": _event(event, source.language),
        "owner": OwnerWords(name=owner.name, company=owner.company, phone=owner.phone, email=owner.email),
        "materials": tuple(
            MaterialWords(name=each.name, link=each.link, attached=each.file is not None) for each in sending
        ),
        "today": spoken_date(today, source.language),
    }
    subject, body = _parts(render(source.text, values, file=source.file, may_use=_MAY_USE), source)
    return Draft(
        contact_id=entry.contact_id,
        to=reach(entry, "email"),
        to_name=one_line(entry.full_name),
        subject=subject,
        body=body,
        language=source.language,
        attachments=attachments,
        template=kind,
        key=_key(entry, event, step),
    )


def _contact(entry: FollowUp, language: str) -> ContactWords:
    return ContactWords(
        name=_name_to_use(entry, language),
        full_name=entry.full_name,
        first_name=entry.first_name,
        last_name=entry.last_name,
        job_title=entry.job_title,
        company=entry.company,
        city=entry.city,
    )


def _name_to_use(entry: FollowUp, language: str) -> str:
    """How to address somebody without a guess at their gender or at which name is the given one.

    Only where English is at home does one write "Dear Ada" to somebody met once.
    """
    if language == "en" and entry.first_name and entry.last_name and speaks("en", country_of(entry)):
        # An initial alone is no way to address anybody: "Dear A.".
        return entry.first_name if len(entry.first_name.strip(".")) > 1 else entry.full_name
    return entry.full_name


def _event(event: Event, language: str) -> EventWords:
    known = event.place.casefold() in event.name.casefold()
    return EventWords(
        name=event.name,
        place="" if known else event.place,
        date=spoken_date(event.date, language),
        month=spoken_month(event.date, language),
    )


def _parts(text: str, source: Source) -> tuple[str, str]:
    """The subject and the body of a rendered template."""
    first, _, rest = text.lstrip("\n").partition("\n")
    subject = one_line(first.removeprefix(_SUBJECT))
    if not first.startswith(_SUBJECT) or not subject:
        raise RecordError(
            f"{source.file}, line 1", 'a template begins with its subject, like "Subject: {{ event.name }}"'
        )
    lines = "\n".join(line.rstrip() for line in rest.split("\n")).strip("\n")
    return subject, _GAPS.sub("\n\n", lines) + "\n"


def _key(entry: FollowUp, event: Event, step: Step) -> str:
    """Names the letter; staying in touch has many letters, each with its day."""
    name, day = event.first_known_as or (event.name, event.date)
    number = f"stay {step.due}" if step.number is None else str(step.number)
    return "\n".join((entry.contact_id, *event_key(name, day), number))
