from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letters_wanted import ARTICLE, FIRST, KINDS, MIXER, OLGA, SEND, STAY, STEPS, contact, letter

from cardscan.errors import RecordError
from cardscan.followup.drafts.language import language_of
from cardscan.followup.drafts.templates import Templates
from cardscan.followup.record import Event, Step
from cardscan.followup.settings import Material, Owner

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("en", "de", "fr", "es")
NOBODY = {"full_name": "", "first_name": "", "last_name": "", "company": "", "country": ""}
SCRIBBLE = "hot, fat wallet; send the article"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("step", "kind"), list(zip(STEPS, KINDS, strict=True)))
def test_each_step_has_its_letter_in_each_language(step: Step, kind: str, language: str) -> None:
    got = letter(step=step, notes=(SCRIBBLE,), language=language)
    assert (got.template, got.language) == (kind, language)
    assert MIXER.name in got.body
    assert ARTICLE.link in got.body
    assert "Ada" in got.body
    assert got.body.rstrip().endswith("Olga Owner\nQuiet Pumps\n+44 20 7946 0958")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", STEPS)
def test_letter_has_no_gaps_where_nothing_is_known(step: Step, language: str) -> None:
    got = letter(
        contact(**NOBODY), step=step, event=replace(MIXER, place=""), owner=Owner(), language=language
    )
    assert not re.search(r"[{}]|None| ,| \.|\(\)|  |\n\n\n| \n", got.subject + "\n" + got.body)
    assert re.match(r"(Hello|Guten Tag|Bonjour),\n\n|Buenos días:\n\n", got.body)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", STEPS)
def test_word_of_a_note_never_gets_into_a_letter(step: Step, language: str) -> None:
    entry = contact(notes=SCRIBBLE, review_reasons=("hot",))
    got = letter(entry, step=replace(step, why="fat wallet"), notes=(SCRIBBLE,), language=language)
    assert not re.search(r"\bhot\b|\bfat\b|wallet", got.subject + got.body)


@pytest.mark.parametrize("language", LANGUAGES)
def test_gender_of_a_contact_is_not_guessed(language: str) -> None:
    got = letter(language=language)
    assert not re.search(r"\b(Herr|Frau|Mr|Mrs|Ms|Madame|Monsieur|Señora?|Estimad\w|geehrte\w?)\b", got.body)


@pytest.mark.parametrize(
    ("fields", "greeting"),
    [
        ({}, "Dear Ada,"),
        ({"country": "", "work_phone": ("+44 20 7946 0123",)}, "Dear Ada,"),
        ({"country": "Japan"}, "Dear Ada Winter,"),
        ({"country": ""}, "Dear Ada Winter,"),
        ({"full_name": "A. Winter", "first_name": "A."}, "Dear A. Winter,"),
        ({"first_name": "", "last_name": ""}, "Dear Ada Winter,"),
        (NOBODY, "Hello,"),
    ],
)
def test_english_letter_greets_by_first_name_only_where_that_is_usual(
    fields: dict[str, Any], greeting: str
) -> None:
    assert letter(contact(**fields), language="en").body.startswith(greeting)


@pytest.mark.parametrize(
    ("fields", "languages", "language"),
    [
        ({"country": "Germany"}, ("en", "de"), "de"),
        ({"country": "Austria"}, ("en", "de"), "de"),
        ({"country": "", "mobile_phone": ("+49 30 23125 123",)}, ("en", "de"), "de"),
        ({"country": "France", "work_phone": ("+49 30 23125 123",)}, ("en", "de", "fr"), "fr"),
        ({"country": "Mexico"}, ("en", "es"), "es"),
        ({"country": "Switzerland"}, ("en", "fr", "de"), "fr"),
        ({"country": "Switzerland"}, ("de", "fr"), "de"),
        ({"country": "Germany"}, ("en",), "en"),
        ({"country": "Japan"}, ("de", "en"), "de"),
        ({"country": ""}, ("fr", "en"), "fr"),
        ({"country": "", "mobile_phone": ("no number",)}, ("fr", "en"), "fr"),
        ({"country": "Spain"}, (), "en"),
    ],
)
def test_language_suits_the_country_of_the_contact(
    fields: dict[str, Any], languages: tuple[str, ...], language: str
) -> None:
    assert language_of(contact(**fields), replace(OLGA, languages=languages)) == language


def test_language_without_letters_gets_english_ones() -> None:
    got = letter(contact(country="Italy"), owner=replace(OLGA, languages=("it",)))
    assert (got.language, got.body.split("\n")[0]) == ("en", "Dear Ada Winter,")


@pytest.mark.parametrize(
    ("files", "language", "subject"),
    [
        ({"first.de.j2": "own de"}, "de", "own de"),
        ({"first.j2": "own"}, "de", "own"),
        ({"first.j2": "own", "first.de.j2": "own de"}, "de", "own de"),
        ({"first.en.j2": "own en"}, "it", "own en"),
        ({"first.j2": "own"}, "it", "own"),
        ({"stay.j2": "own"}, "en", "Harbour Chamber mixer: good to meet you"),
    ],
)
def test_template_of_the_owner_comes_first(
    tmp_path: Path, files: dict[str, str], language: str, subject: str
) -> None:
    for name, words in files.items():
        (tmp_path / name).write_text(f"Subject: {words}\nHello\n", encoding="utf-8-sig")
    got = letter(templates=Templates(folder=tmp_path), owner=replace(OLGA, languages=(language,)))
    assert got.subject == subject


def test_language_asked_for_is_never_another_one(tmp_path: Path) -> None:
    (tmp_path / "first.en.j2").write_text("Subject: x\nHello\n")
    with pytest.raises(RecordError, match=r"^first\.it\.j2: there is no letter of this kind"):
        letter(templates=Templates(folder=tmp_path), language="it")


def test_own_template_for_all_languages_says_dates_in_the_one_wanted(tmp_path: Path) -> None:
    (tmp_path / "first.j2").write_text("Subject: x\n{{ event.date }} {{ today }}\n")
    got = letter(templates=Templates(folder=tmp_path), language="fr")
    assert got.body == "20 novembre 2026 23 novembre 2026\n"
    assert letter(templates=Templates(folder=tmp_path), language="it").body == "2026-11-20 2026-11-23\n"


def test_folder_of_templates_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="this folder of templates is not there"):
        letter(templates=Templates(folder=tmp_path / "gone"))


def test_template_without_subject_is_refused(tmp_path: Path) -> None:
    (tmp_path / "first.j2").write_text("Hello {{ contact.name }}\n")
    with pytest.raises(RecordError, match=r"first\.j2, line 1: a template begins with its subject"):
        letter(templates=Templates(folder=tmp_path))


@pytest.mark.parametrize(
    ("content", "sentence"), [(b"Subject: \xff\n", "save it as UTF-8"), (b"x" * 130_000, "too long")]
)
def test_template_that_is_no_text_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "first.j2").write_bytes(content)
    with pytest.raises(RecordError, match=sentence):
        letter(templates=Templates(folder=tmp_path))


def test_file_that_was_promised_is_attached_and_named(tmp_path: Path) -> None:
    prices = Material(name="our price list", file=tmp_path / "prices.pdf")
    (tmp_path / "prices.pdf").write_bytes(b"%PDF")
    got = letter(notes=("wants the price list",), materials=(prices, ARTICLE))
    assert got.attachments == (tmp_path / "prices.pdf",)
    assert "- our price list (attached)\n" in got.body
    assert ARTICLE.link not in got.body


def test_place_that_the_name_of_the_event_holds_is_not_said_twice() -> None:
    event = replace(MIXER, name="Harbourton fair", place="Harbourton")
    assert "at Harbourton fair. " in letter(event=event).body


def test_draft_is_to_the_first_address_that_is_known() -> None:
    assert letter(contact(email="", other_emails=("aw@northwind.example",))).to == "aw@northwind.example"
    assert letter(contact(email="")).to == ""


def test_key_is_of_the_letter_not_of_its_day_or_of_the_name_of_the_event() -> None:
    renamed = Event(name="Quay mixer", date=MIXER.date, first_known_as=(MIXER.name, MIXER.date))
    put_off = replace(FIRST, due=STAY.due)
    assert letter().key == letter(step=put_off, event=renamed).key
    keys = {letter(step=step).key for step in (*STEPS, replace(STAY, due=SEND.due.replace(year=2028)))}
    assert len(keys) == len(STEPS) + 1


@settings(max_examples=40)
@given(st.text(), st.text(), st.text())
def test_hostile_texts_stay_on_their_line(name: str, company: str, event: str) -> None:
    entry = contact(
        full_name=name + "\r\nBcc: x@example.com", first_name="", company=company + "\n{{ owner }}"
    )
    got = letter(entry, event=replace(MIXER, name=event + "\nSubject: y"), language="en")
    assert len(got.subject.splitlines()) == 1
    assert not re.search(r"^(Bcc|Subject):", got.body, re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_letter_of_a_promise_that_no_material_keeps_has_a_line_to_fill_in(language: str) -> None:
    promise = replace(STAY, why='noted: email ("send the price list")', set_by="note")
    got = letter(step=promise, language=language)
    assert (got.template, "- …" in got.body.splitlines()) == ("send", True)
