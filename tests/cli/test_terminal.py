from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardscan.cli.terminal import console, is_animated, safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zoë Müller, 山田 花子", "Zoë Müller, 山田 花子"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("a\rb", "a b"),
        ("two\nlines", "two lines"),
        ("\u202etxt.gpj", "\ufffdtxt.gpj"),
        ("\x9b2J", "\ufffd2J"),
        ("a lone \udcff byte", "a lone \ufffd byte"),
    ],
)
def test_text_cannot_drive_the_terminal(text: str, shown: str):
    assert safe(text) == shown


@given(st.text())
def test_any_text_is_one_printable_line_of_utf_8(text: str):
    shown = safe(text)
    assert len(shown.encode().decode().splitlines()) <= 1
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in shown)


def test_markup_in_a_text_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]):
    console().print("[bold]Sales[/bold] :smile:")
    assert capsys.readouterr().out == "[bold]Sales[/bold] :smile:\n"


def test_nothing_is_animated_where_colours_are_not_wanted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stderr", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert is_animated()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not is_animated()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_table_in_a_pipe_is_wide(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    assert console().width == 160
