from __future__ import annotations

import re
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import tzlocal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardscan.errors import RecordError, UsageError
from cardscan.followup.cadence import Cadence, CadenceStep
from cardscan.followup.owner_file import zone
from cardscan.followup.settings import Material, Owner, Settings
from cardscan.followup.settings_file import default_settings_text, read_settings

FULL = """
templates = "letters"

[owner]
name = "Robin Fairweather"
email = "robin@example.com"
phone = "+49 30 555 0101"
company = "Quayside Pumps"
country = "de"
subdivision = "BY"
time_zone = "Europe/Berlin"
languages = ["DE", "en", "de"]

[cadence]
first = { A = 1, C = 10 }
stay_in_touch_days = 30
stay_in_touch_action = "call"

[[cadence.steps]]
action = "note"
after = 4

[plan]
at = "16:30"
minutes = 45

[[material]]
name = "our price list"
words = ["price list", "prices"]
file = "sent/price-list.pdf"

[[material]]
name = "the article"
link = "https://www.example.com/quiet-pumps"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_everything_that_stands_there_is_read(file: Path) -> None:
    file.write_text(FULL)
    assert read_settings(file) == Settings(
        owner=Owner(
            name="Robin Fairweather",
            email="robin@example.com",
            phone="+49 30 555 0101",
            company="Quayside Pumps",
            country="DE",
            subdivision="BY",
            time_zone="Europe/Berlin",
            languages=("de", "en"),
        ),
        cadence=Cadence(
            first_after=(1, 1, 10),
            steps=(CadenceStep(action="note", after=4),),
            stay_in_touch_days=30,
            stay_in_touch_action="call",
        ),
        materials=(
            Material(
                name="our price list",
                words=("price list", "prices"),
                file=file.parent / "sent/price-list.pdf",
            ),
            Material(name="the article", link="https://www.example.com/quiet-pumps"),
        ),
        templates=file.parent / "letters",
        plan_at="16:30",
        plan_minutes=45,
    )


def test_shipped_file_says_what_holds_without_a_file(file: Path) -> None:
    file.write_text(default_settings_text(), encoding="utf-8")
    assert read_settings(file) == Settings()


def test_shipped_file_gives_everything_an_example(file: Path) -> None:
    file.write_text(re.sub(r"^# (\w+ = |\[\[)", r"\1", default_settings_text(), flags=re.MULTILINE))
    read = read_settings(file)
    assert (read.owner.country, read.owner.subdivision, read.owner.time_zone) == ("DE", "BY", "Europe/Berlin")
    assert read.templates == file.parent / "templates"
    assert [material.name for material in read.materials] == ["our price list", "the article on quiet pumps"]


@pytest.mark.parametrize("path", [None, Path("no-such-folder/settings.toml")])
def test_no_file_gives_the_defaults(path: Path | None) -> None:
    assert read_settings(path) == Settings()


def test_empty_file_gives_the_defaults(file: Path) -> None:
    file.touch()
    assert read_settings(file) == Settings()


def test_empty_list_of_steps_leaves_none(file: Path) -> None:
    file.write_text("[cadence]\nsteps = []")
    assert read_settings(file).cadence.steps == ()


@pytest.mark.parametrize("written", ['"07:05"', "07:05:00"])
def test_hour_may_be_a_text_or_a_time(file: Path, written: str) -> None:
    file.write_text(f"[plan]\nat = {written}")
    assert read_settings(file).plan_at == "07:05"


def test_absolute_path_and_home_folder_stay(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    file.write_text(f"templates = '{tmp_path}'\n[[material]]\nname = 'deck'\nfile = '~/deck.pdf'")
    read = read_settings(file)
    assert (read.templates, read.materials[0].file) == (tmp_path, tmp_path / "home" / "deck.pdf")


def test_texts_become_one_line(file: Path) -> None:
    file.write_text('[owner]\nname = "Robin\\r\\nBcc: all@example.com\\u0007"')
    assert read_settings(file).owner.name == "Robin Bcc: all@example.com"


@pytest.mark.parametrize(
    "link", ["http://example.com", "HTTPS://example.com/a?b=c", "mailto:ada@example.com"]
)
def test_link_to_the_web_or_a_mailbox_is_kept(file: Path, link: str) -> None:
    file.write_text(f'[[material]]\nname = "deck"\nlink = "{link}"')
    assert read_settings(file).materials[0].link == link


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("[owner]\nname = Ada", r"it is no TOML .*line 2.*; write lines like"),
        ("[ownr]", r"'ownr' is not known here; the file may hold owner, cadence, material, templates, plan"),
        ("owner = 'Ada'", r"owner must be a table: write \[owner\] on a line"),
        ("[owner]\nnmae = 'Ada'", r"\[owner\] 'nmae' is not known here; the table may hold name, email"),
        ("[owner]\nname = 3", r"\[owner\] name must be a text in quotation marks"),
        ("[owner]\nemail = 'ada'", r"\[owner\] email is 'ada'\. This is no valid e-mail address"),
        ("[owner]\ncountry = 'Germany'", r"country is 'Germany'; write the two letters .* country = \"DE\""),
        ("[owner]\ncountry = 'UK'", r"country is 'UK'; .* country = \"GB\""),
        ("[owner]\nsubdivision = 'BY'", r"subdivision needs a country beside it"),
        ("[owner]\ncountry = 'DE'\nsubdivision = 'XX'", r"\[owner\] .*'XX' is no subdivision of DE\. .*BY"),
        ("[owner]\ntime_zone = 'Europe/Berln'", r"'Europe/Berln', which is unknown.* \"Europe/Berlin\""),
        ("[owner]\ntime_zone = 'Europe'", r"time_zone is 'Europe', which is unknown"),
        ("[owner]\ntime_zone = '../../etc/passwd'", r"time_zone is .* which is unknown"),
        ("[owner]\ntime_zone = '+02:00'", r"write an IANA name"),
        ("[owner]\nlanguages = 'de'", r"languages must be a list of texts"),
        ("[owner]\nlanguages = ['de', 2]", r"languages must be a list of texts"),
        ("[owner]\nlanguages = ['german']", r"languages names 'german'; write codes of two letters"),
        ("[owner]\nlanguages = []", r"languages is empty"),
        ("[cadence]\nfirst = 1", r"first must be a table: write \[cadence\.first\]"),
        ("[cadence]\nfirst = { A = -1 }", r"\[cadence\.first\] A is -1; write a whole number from 0 to 365"),
        ("[cadence]\nfirst = { D = 1 }", r"'D' is not known here; the table may hold A, B, C"),
        ("[cadence]\nfirst = { A = true }", r"A is True; write a whole number"),
        ("[cadence]\nfirst = { A = 1.5 }", r"A is 1\.5; write a whole number"),
        ("[cadence]\nfirst = { A = 1000000000 }", r"A is 1000000000; write a whole number"),
        ("[cadence]\nstay_in_touch_days = '90'", r"days is '90'; .* like: stay_in_touch_days = 90"),
        ("[cadence]\nstay_in_touch_days = -1", r"days is -1"),
        (
            "[cadence]\nstay_in_touch_action = 'visit'",
            r"is 'visit'; write one of: call, email, note, meeting, connect",
        ),
        ("[cadence]\nsteps = ['call']", r"steps must be tables: write \[\[cadence\.steps\]\]"),
        ("[cadence]\nsteps = 3", r"steps must be tables"),
        (
            "[[cadence.steps]]\naction = 'call'\nafter = 2\n[[cadence.steps]]\nafter = 2",
            r"number 2: a step needs",
        ),
        ("[[cadence.steps]]\naction = 'call'", r"a step needs an action and its wait"),
        ("[[cadence.steps]]\naction = 'fax'\nafter = 2", r"number 1: action is 'fax'; write one of: call"),
        ("[[cadence.steps]]\naction = 'call'\nafter = -2", r"after is -2"),
        ("[[cadence.steps]]\naction = 'call'\nafter = 2\nwhy = 'x'", r"'why' is not known here"),
        ("[material]\nname = 'deck'", r"material must be tables: write \[\[material\]\]"),
        ("[[material]]\nfile = 'deck.pdf'", r"\[\[material\]\] number 1: a material needs a name"),
        ("[[material]]\nname = ' '", r"a material needs a name"),
        ("[[material]]\nname = 'deck'\nfile = ''", r"file is ''; write a path"),
        ('[[material]]\nname = "deck"\nfile = "a\\u0000b"', r"file is 'a\\x00b'; write a path"),
        ("[[material]]\nname = 'deck'\nfile = '~no-such-user-at-all/deck.pdf'", r"whose folder ~ means"),
        ("[[material]]\nname = 'deck'\nlink = 'www.example.com'", r"link is .*begins with https:"),
        ("[[material]]\nname = 'deck'\nlink = 'javascript:alert(1)'", r"link is"),
        ("[[material]]\nname = 'deck'\nlink = 'file:///etc/passwd'", r"link is"),
        ("[[material]]\nname = 'deck'\nlink = 'https://'", r"link is"),
        ("[[material]]\nname = 'deck'\nlink = 'https://[::'", r"link is"),
        ("[[material]]\nname = 'deck'\nlink = 'mailto:'", r"link is"),
        ('[[material]]\nname = "deck"\nlink = "https://example.com/\\nBcc:x"', r"link is"),
        ("[[material]]\nname = 'deck'\nlink = 'https://example.com/a b'", r"without spaces"),
        ("templates = 3", r"templates must be a text"),
        ("[plan]\nat = '9:00'", r"\[plan\] at is '9:00'; write hours and minutes, like: at = \"09:00\""),
        ("[plan]\nat = '24:00'", r"at is '24:00'"),
        ("[plan]\nat = 9", r"at is 9;"),
        ("[plan]\nminutes = 0", r"minutes is 0; write a whole number from 1 to 1440"),
        ("[plan]\nhours = 1", r"'hours' is not known here; the table may hold at, minutes"),
    ],
)
def test_bad_settings_file_is_refused_with_a_sentence(file: Path, content: str, sentence: str) -> None:
    file.write_text(content)
    with pytest.raises(RecordError, match=sentence) as caught:
        read_settings(file)
    assert caught.value.source == str(file)


def test_settings_file_that_is_a_folder_is_refused_with_a_sentence(file: Path) -> None:
    file.mkdir()
    with pytest.raises(RecordError, match="it cannot be read"):
        read_settings(file)


KEYS = (
    "owner cadence material templates plan name email country subdivision time_zone languages first steps "
    "A action after stay_in_touch_days file link words at minutes"
)
VALUES = st.sampled_from(
    [
        "1",
        "-1",
        "true",
        "nan",
        "''",
        "'DE'",
        "'a.b'",
        "[]",
        "[[]]",
        "[1]",
        "['de']",
        "{}",
        "{A=2}",
        "07:00:00",
    ]
)
LINES = st.one_of(
    st.builds("[{}]".format, st.sampled_from(KEYS.split())),
    st.builds("[[{}]]".format, st.sampled_from(KEYS.split())),
    st.builds("{} = {}".format, st.sampled_from(KEYS.split()), VALUES),
)


def settings_or_sentence(file: Path) -> Settings | str:
    try:
        return read_settings(file)
    except RecordError as error:
        return error.reason


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES, max_size=6))
def test_any_file_gives_settings_or_a_sentence(file: Path, lines: list[str]) -> None:
    file.write_text("\n".join(lines))
    assert settings_or_sentence(file)


@pytest.mark.parametrize(
    ("moment", "hours"),
    [
        (datetime(2026, 10, 24, 12), 2),  # noqa: DTZ001 - the zone is asked below
        (datetime(2026, 10, 25, 12), 1),  # noqa: DTZ001
    ],
)
def test_zone_of_the_owner_knows_when_clocks_change(moment: datetime, hours: int) -> None:
    offset = moment.replace(tzinfo=zone(Owner(time_zone="Europe/Berlin"))).utcoffset()
    assert offset
    assert offset.total_seconds() == hours * 3600


def test_zone_that_is_unknown_on_this_computer_says_what_to_write() -> None:
    with pytest.raises(UsageError, match=r"The time zone is 'Europe/Berln', .* \"Europe/Berlin\""):
        zone(Owner(time_zone="Europe/Berln"))


@pytest.fixture
def no_zone_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library asks the computer once in a process, and keeps the answer."""
    monkeypatch.setattr(sys.modules[tzlocal.get_localzone.__module__], "_cache_tz", None)


@pytest.mark.usefixtures("no_zone_kept")
def test_zone_without_a_setting_is_that_of_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    assert zone(Owner()) == ZoneInfo("America/New_York")


@pytest.mark.usefixtures("no_zone_kept")
def test_computer_without_a_zone_says_what_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Nowhere/Land")
    with pytest.raises(UsageError, match=r"cannot be found out.*time_zone = "):
        zone(Owner())
