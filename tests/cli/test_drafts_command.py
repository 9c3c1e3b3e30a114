from __future__ import annotations

from email import policy
from email.parser import BytesParser

import pytest


@pytest.fixture
def due(typed, people, monkeypatch):
    """Avery and Blake did not answer: two days later an e-mail is due with both."""
    typed("done", "avery", "left a message")
    typed("done", "blake", "left a message")
    monkeypatch.setenv("CARDSCAN_TODAY", "2026-11-25T09:30")


def drafts(tmp_path):
    return sorted(path for path in (tmp_path / "drafts").glob("*.eml"))


def text(path):

    return BytesParser(policy=policy.default).parsebytes(path.read_bytes()).get_body().get_content()


@pytest.mark.usefixtures("due")
def test_a_draft_of_every_e_mail_that_is_due_is_written(typed, tmp_path):
    shown = typed("drafts")
    assert "2 drafts written to drafts.\nYour name is not in the settings" in shown.said
    assert [path.name.split("-")[0] for path in drafts(tmp_path)] == ["avery", "blake"]


@pytest.mark.usefixtures("due")
def test_a_draft_is_written_once(typed, tmp_path):
    typed("drafts")
    drafts(tmp_path)[0].write_text("My own words.")
    shown = typed("drafts")
    assert "There is no new e-mail to draft." in shown.said
    assert drafts(tmp_path)[0].read_text() == "My own words."


@pytest.mark.usefixtures("due")
def test_a_draft_that_nobody_changed_follows_what_was_put_right(typed, tmp_path):
    typed("drafts")
    before = text(drafts(tmp_path)[0])
    typed("event", "edit", "autumn", "--name", "Harbour fair")
    shown = typed("drafts")
    assert "(brought up to date)" in shown.said
    after = text(drafts(tmp_path)[0])
    assert (len(drafts(tmp_path)), "Autumn fair" in before, "Harbour fair" in after) == (2, True, True)


@pytest.mark.parametrize("folder", ["taken", "d\udce9"])
@pytest.mark.usefixtures("due")
def test_where_no_folder_can_be_the_drafts_are_not_written(typed, tmp_path, folder):
    (tmp_path / "taken").write_text("")
    shown = typed("drafts", "-o", folder)
    assert (shown.code, "Type another" in shown.said) == (2, True)


@pytest.mark.usefixtures("due")
def test_links_are_printed_and_nothing_is_written(typed, tmp_path):
    shown = typed("drafts", "--mailto")
    assert [line.split("?")[0] for line in shown.out.splitlines()] == [
        "mailto:avery@northwind.example",
        "mailto:blake@sommer.example",
    ]
    assert drafts(tmp_path) == []


def test_one_person_gets_a_letter_whatever_is_due(typed, people, tmp_path):
    assert typed("drafts", "--to", "casey", "--language", "de").code == 0
    assert "Freundliche Grüße" in text(drafts(tmp_path)[0])


def test_where_no_e_mail_is_due_nothing_is_written(typed, people, tmp_path):
    shown = typed("drafts")
    assert (shown.said, drafts(tmp_path)) == ("There is no new e-mail to draft.\n", [])


def test_a_language_without_a_letter_is_refused(typed, people, tmp_path):
    shown = typed("drafts", "--to", "casey", "--language", "it")
    assert (shown.code, drafts(tmp_path)) == (2, [])
    assert shown.said.startswith(
        "cardscan: first.it.j2: there is no letter of this kind in the language 'it'"
    )
