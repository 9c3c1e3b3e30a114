"""How sure the program is of each field, and what a person should look at.

Belief is built from evidence, not from the reader's own score: a name that the
mailbox repeats is surer than the largest line.
"""

from __future__ import annotations

from dataclasses import replace
from math import exp
from typing import TYPE_CHECKING

from cardscan.parse.evidence import has_role_mailbox, mailbox_fit
from cardscan.parse.record import Issue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.ocr.record import TextLine
    from cardscan.parse.assign import Assignment
    from cardscan.parse.candidate import Candidate
    from cardscan.parse.record import Field

SURE_NAME = 0.75
"""Below this belief a name is shown to a person."""

SEVERAL_MAILBOXES, SEVERAL_PHONES = 4, 12
"""Personal e-mails, and phones, from which one row probably mixes several cards."""

CLEAR_TEXT = 0.93
"""Below this belief of the reader a value may be misread."""


SCORED = ("name", "title", "company", "department")
"""Kinds whose finders rank by a score; the others judge by form and say their belief themselves."""


def belief(candidate: Candidate) -> float:
    """Belief in [0, 1] that a chosen candidate is right, from its finder's evidence."""
    if candidate.kind not in SCORED:
        return candidate.confidence
    return round(1 / (1 + exp(-candidate.score)), 3)


def name_confidence(score: float, rival: float | None, fit: float) -> float:
    """Belief that the chosen name is right.

    Args:
        score: The name's own score.
        rival: Score of the best other name on the card, if any.
        fit: How well a mailbox repeats the name, in [0, 1].
    """
    margin = min(3.0, score - rival) if rival is not None else 2.0
    return 1 / (1 + exp(-(score - 2.2 + 0.5 * margin + 1.5 * fit)))


def doubtful_name(
    field: Field, assignment: Assignment, lines: tuple[TextLine, ...], mailboxes: tuple[str, ...]
) -> Field:
    """The name with its belief, and with what a person should check."""
    chosen = assignment.name
    if chosen is None:
        return field
    fit = mailbox_fit((field.value or field.raw).split(), mailboxes)
    rival = assignment.rival_name.score if assignment.rival_name else None
    either = [one for one in (chosen, assignment.other_name) if one]  # the mailbox knows one script only
    known = max(mailbox_fit((one.value or one.raw).split(), mailboxes) for one in either)
    sure = name_confidence(max(one.score for one in either), rival, known)
    issues = list(field.issues)
    read = min(lines[index].confidence for index in field.lines)
    if read < CLEAR_TEXT and fit < 1:
        issues.append(
            Issue(
                code="name-unclear",
                message=f"{field.text!r} is hard to read on the photo; compare it",
                doubt=True,
            )
        )
        sure = min(sure, 0.5)
    elif sure < SURE_NAME:
        other = (
            f"; it could also be {assignment.rival_name.value!r}"
            if assignment.rival_name and rival is not None and rival > 0.5
            else ""
        )
        issues.append(
            Issue(
                code="name-unsure",
                message=f"not sure that {field.text!r} is the person{other}",
                doubt=True,
            )
        )
    return replace(field, confidence=round(sure, 3), issues=tuple(issues))


def missing_name(emails: tuple[Field, ...], titles: tuple[Field, ...]) -> Issue | None:
    """What to say of a card without a name: a shop's needs none, a person's does."""
    personal = any(not has_role_mailbox(email.text) for email in emails)
    if titles or personal:
        return Issue(
            code="name-missing",
            message="no name was found, though the card seems to be a person's",
            doubt=True,
        )
    return None


def several_people(fields: Sequence[Field]) -> Issue | None:
    """What to say where several cards seem to have been read as one."""
    people = {
        field.text.split("@")[0]
        for field in fields
        if field.kind == "email" and not has_role_mailbox(field.text)
    }
    phones = sum(field.kind == "phone" for field in fields)
    if len(people) < SEVERAL_MAILBOXES and phones < SEVERAL_PHONES:
        return None
    return Issue(
        code="several-people",
        message="so many e-mails and phones seem to come from several cards; photograph them further apart",
        doubt=True,
    )
