from __future__ import annotations

import pytest

from cardscan.followup.notes.answers import answered, answered_by


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("left a message", False),
        ("no answer", False),
        ("Voicemail", False),
        ("spoke to her PA", True),
        ("she agreed", True),
        ("wants the price list", True),
        ("replied", True),
        ("has not replied", False),
        ("no answer, then spoke to Ada", None),
        ("price list", None),
        ("", None),
    ],
)
def test_a_note_says_whether_there_was_an_answer(note: str, said: bool | None) -> None:
    assert answered(note) is said


def test_who_met_has_spoken_unless_the_note_says_otherwise() -> None:
    assert answered_by("", "meeting") is True
    assert answered_by("not there", "meeting") is False


@pytest.mark.parametrize("channel", ["call", "email", "note", "connect"])
def test_other_touches_are_unanswered_unless_the_note_says_so(channel: str) -> None:
    assert answered_by("about the pumps", channel) is False  # type: ignore[arg-type]
    assert answered_by("spoke", channel) is True  # type: ignore[arg-type]


def test_answers_are_known_in_other_languages() -> None:
    assert answered_by("nicht erreicht", "meeting", ("de",)) is False
    assert answered_by("a répondu", "email", ("fr",)) is True
