"""The judges accept what is right, and at least these judges refuse what is wrong in this way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from judges import Card, Entry, Table, complaints_of, judge_calendars, judge_tables, judge_vcards

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from judges import Verdict

    JudgedCards = dict["Version", dict[str, Verdict[Card]]]

Version = Literal["3.0", "4.0"]
VERSIONS: tuple[Version, ...] = ("3.0", "4.0")

CARD = r"""BEGIN:VCARD
VERSION:3.0
N:Winter;Ada;;Dr.;
FN:Dr. Ada Winter
ORG:Northwind\, Hijos & Cía.;Sales
TEL;TYPE=CELL,VOICE:+44 7700 900123
TEL;TYPE=WORK,VOICE:+44 20 7946 0958
EMAIL:ada@northwind.example
ADR;TYPE=WORK:;;7 Foundry Approach;Leeds;;LS2 9YZ;United Kingdom
NOTE:Wants the price list\; says that José introduced us\, and more
  than a line can hold\nLikes trains
CATEGORIES:Harbour Chamber mixer,Trains
UID:urn:uuid:d65ecd73-8a32-52a5-93c9-c4ab819a92d8
REV:20261122T190000Z
END:VCARD
"""
OTHER_CARD = CARD.replace("Ada", "太郎").replace("Winter", "山田")


def without(content: str, start: str) -> str:
    """The lines that do not start so."""
    return "".join(line for line in content.splitlines(keepends=True) if not line.startswith(start))


def with_ends(content: str) -> bytes:
    """Lines as the standards end them."""
    return content.replace("\n", "\r\n").encode()


def cut(content: bytes) -> bytes:
    """Letters of two bytes lose the second."""
    return content.replace("í".encode(), b"\xc3")


WRONG_CARDS = {
    "no name to show": (with_ends(without(CARD, "FN:")), "ez-vcard sabre vcard vcard4"),
    "no name in parts": (with_ends(without(CARD, "N:")), "ez-vcard vcard"),
    "no version": (with_ends(without(CARD, "VERSION:")), "ez-vcard sabre vcard vcard4"),
    "no end": (with_ends(without(CARD, "END:")), "sabre ical.js vcard vcard4"),
    "no date of revision": (with_ends(CARD.replace("REV:2026", "REV:soon")), "ez-vcard"),
    "a cut letter": (cut(with_ends(CARD)), "ez-vcard sabre ical.js vcard vcard4"),
    "a letter in two lines": (
        with_ends(CARD).replace("í".encode(), b"\xc3\r\n \xad"),
        "ez-vcard ical.js vcard vcard4",
    ),
    "a control character": (with_ends(CARD.replace("Sales", "Sa\ales")), "sabre vcard"),
    "bare line feeds": (CARD.encode(), "vcard vcard4"),
    "a line without a colon": (with_ends(CARD.replace("FN:", "FN ")), "ez-vcard sabre ical.js vcard vcard4"),
    "an unknown property": (with_ends(CARD.replace("ORG:", "COLOUR:blue\nORG:")), "vcard vcard4"),
    "an unknown type of phone": (with_ends(CARD.replace("CELL", "BANANA")), "vcard"),
    "two names to show": (with_ends(CARD.replace("FN:", "FN:Ada\nFN:")), "sabre"),
    "too few parts of an address": (with_ends(CARD.replace(":;;7", ":7")), "vcard"),
    "a second card that is wrong": (with_ends(CARD + without(CARD, "FN:")), "ez-vcard sabre vcard vcard4"),
    "no card at all": (b"", "ez-vcard"),
}
ONLY_IN_3 = {"no name in parts", "an unknown type of phone", "too few parts of an address"}
"""Version 4.0 allows it, or none of its judges looks."""
CASES = [
    *(("3.0", what) for what in WRONG_CARDS),
    *(("4.0", what) for what in WRONG_CARDS if what not in ONLY_IN_3),
]

EVENT = r"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:first@northwind.example
DTSTAMP:20261122T190000Z
DTSTART;TZID=Europe/Berlin:20270701T090000
DTEND;TZID=Europe/Berlin:20270701T091500
SUMMARY:Call Ada Winter\, Northwind\; José knows her
SEQUENCE:3
STATUS:CONFIRMED
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Call
TRIGGER:-PT10M
END:VALARM
END:VEVENT
END:VCALENDAR
"""
TODO = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VTODO
UID:second@northwind.example
DTSTAMP:20261122T190000Z
DUE;VALUE=DATE:20261123
SUMMARY:Call
STATUS:NEEDS-ACTION
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Call
TRIGGER;VALUE=DATE-TIME:20261123T080000Z
END:VALARM
END:VTODO
END:VCALENDAR
"""
WRONG_CALENDARS = {
    "no stamp": (with_ends(without(EVENT, "DTSTAMP")), "vobject"),
    "no id": (with_ends(without(EVENT, "UID")), "vobject"),
    "two ids": (with_ends(EVENT.replace("UID:", "UID:a\nUID:")), "libical vobject"),
    "no product": (with_ends(without(EVENT, "PRODID")), "libical vobject"),
    "no version": (with_ends(without(EVENT, "VERSION")), "libical"),
    "no end": (with_ends(without(EVENT, "END:VEVENT")), "libical vobject sabre ical.js"),
    "no start": (with_ends(without(EVENT, "DTSTART;")), "sabre ical.js"),
    "a task that is due and lasts": (
        with_ends(TODO.replace("DUE", "DTSTART:20261101T090000Z\nDURATION:PT5M\nDUE")),
        "vobject",
    ),
    "an appointment that ends and lasts": (
        with_ends(EVENT.replace("DTEND", "DURATION:PT5M\nDTEND")),
        "libical vobject",
    ),
    "an instant for a duration": (with_ends(TODO.replace(";VALUE=DATE-TIME", "")), "libical sabre ical.js"),
    "no time of day": (with_ends(EVENT.replace("20270701T09", "20270701T9")), "libical sabre ical.js"),
    "a line without a colon": (
        with_ends(EVENT.replace("STATUS:", "STATUS ")),
        "libical vobject sabre ical.js",
    ),
    "a cut letter": (with_ends(EVENT).replace("é".encode(), b"\xc3"), "vobject sabre ical.js"),
    "no calendar at all": (b"", "libical vobject ical.js"),
}

TABLE = (
    'Name,E-mail\r\n"Winter, Ada",ada@northwind.example\r\n"Olmeda\n""Cía.""",+44 7700 900123\r\n'.encode()
)
WRONG_TABLES = {
    "a short row": (b"a,b\r\n1\r\n", "frictionless csvclean"),
    "a long row": (b"a,b\r\n1,2,3\r\n", "frictionless csvclean"),
    "an empty row": (b"a,b\r\n\r\n1,2\r\n", "frictionless csvclean"),
    "a quote that stays open": (b'a,b\r\n"1,2\r\n3,4\r\n', "frictionless csvclean"),
    "another encoding": ("a,b\r\né,2\r\n".encode("latin-1"), "frictionless csvclean"),
    "another delimiter": (b"a;b\r\n1;2,3\r\n", "frictionless csvclean"),
    "two columns of a name": (b"a,a\r\n1,2\r\n", "frictionless"),
    "a column without a name": (b"a,\r\n1,2\r\n", "frictionless"),
    "nothing": (b"", "frictionless"),
}


def written(folder: Path, suffix: str, contents: Mapping[str, tuple[bytes, str]]) -> Path:
    """A folder with what is wrong."""
    for name, (content, _) in contents.items():
        (folder / f"{name}{suffix}").write_bytes(content)
    return folder


def card_of(content: bytes, version: Version) -> bytes:
    """The card, called one of that version."""
    return content.replace(b"VERSION:3.0", f"VERSION:{version}".encode())


def who_complain(verdict: Verdict[object]) -> set[str]:
    """The names of the judges who do."""
    return {complaint.partition(":")[0] for complaint in verdict.complaints}


def judge_all_cards(folder: Path, version: Version) -> dict[str, Verdict[Card]]:
    """What is said of all cards when they are called ones of this version."""
    contents = {name: (card_of(content, version), who) for name, (content, who) in WRONG_CARDS.items()}
    written(folder, ".vcf", contents)
    (folder / "right.vcf").write_bytes(card_of(with_ends(CARD), version))
    (folder / "two.vcf").write_bytes(card_of(with_ends(CARD + OTHER_CARD), version))
    other: Version = "4.0" if version == "3.0" else "3.0"
    (folder / "other version.vcf").write_bytes(card_of(with_ends(CARD), other))
    return judge_vcards(folder, version)


@pytest.fixture(scope="module")
def judged_cards(tmp_path_factory: pytest.TempPathFactory) -> JudgedCards:
    """All at once, as a judge takes a second to start; so too below."""
    return {version: judge_all_cards(tmp_path_factory.mktemp("cards"), version) for version in VERSIONS}


@pytest.fixture(scope="module")
def judged_calendars(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict[Entry]]:
    folder = written(tmp_path_factory.mktemp("calendars"), ".ics", WRONG_CALENDARS)
    (folder / "event.ics").write_bytes(with_ends(EVENT))
    (folder / "todo.ics").write_bytes(with_ends(TODO))
    (folder / "no zone.ics").write_bytes(with_ends(EVENT.replace("TZID=Europe/Berlin", "TZID=Mars/Base")))
    return judge_calendars(folder)


@pytest.fixture(scope="module")
def judged_tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict[Table]]:
    folder = written(tmp_path_factory.mktemp("tables"), ".csv", WRONG_TABLES)
    (folder / "right.csv").write_bytes(TABLE)
    (folder / "marked.csv").write_bytes(b"\xef\xbb\xbf" + TABLE)
    return judge_tables(sorted(folder.iterdir()))


@pytest.mark.parametrize("version", VERSIONS)
def test_right_cards_are_accepted(judged_cards: JudgedCards, version: Version) -> None:
    verdicts = judged_cards[version]
    assert [*verdicts["right.vcf"].complaints, *verdicts["two.vcf"].complaints] == []


@pytest.mark.parametrize(("version", "what"), CASES)
def test_wrong_cards_are_refused(judged_cards: JudgedCards, version: Version, what: str) -> None:
    of_the_other = "vcard4" if version == "3.0" else "vcard"
    due = set(WRONG_CARDS[what][1].split()) - {of_the_other}
    assert due <= who_complain(judged_cards[version][f"{what}.vcf"])


@pytest.mark.parametrize(("version", "strict"), [("3.0", "vcard"), ("4.0", "vcard4")])
def test_cards_of_another_version_are_refused(
    judged_cards: JudgedCards, version: Version, strict: str
) -> None:
    assert who_complain(judged_cards[version]["other version.vcf"]) >= {"ez-vcard", strict}


@pytest.mark.parametrize("version", VERSIONS)
def test_what_a_card_says_is_understood(judged_cards: JudgedCards, version: Version) -> None:
    meant = Card(
        version=version,
        fn="Dr. Ada Winter",
        n=("Winter", "Ada", "", "Dr.", ""),
        tel=("+44 7700 900123", "+44 20 7946 0958"),
        email=("ada@northwind.example",),
        org=("Northwind, Hijos & Cía.", "Sales"),
        note="Wants the price list; says that José introduced us, and more than a line can hold\n"
        "Likes trains",
        categories=("Harbour Chamber mixer", "Trains"),
        uid="urn:uuid:d65ecd73-8a32-52a5-93c9-c4ab819a92d8",
    )
    assert judged_cards[version]["right.vcf"].read == {"ez-vcard": (meant,), "sabre": (meant,)}


@pytest.mark.parametrize("version", VERSIONS)
def test_every_card_of_a_file_is_read(judged_cards: JudgedCards, version: Version) -> None:
    read = judged_cards[version]["two.vcf"].read
    both = ["Dr. Ada Winter", "Dr. 太郎 山田"]
    assert {judge: [card.fn for card in cards] for judge, cards in read.items()} == {
        "ez-vcard": both,
        "sabre": both,
    }


@pytest.mark.parametrize("name", ["event.ics", "todo.ics"])
def test_right_calendars_are_accepted(judged_calendars: dict[str, Verdict[Entry]], name: str) -> None:
    assert judged_calendars[name].complaints == ()


@pytest.mark.parametrize("what", WRONG_CALENDARS)
def test_wrong_calendars_are_refused(judged_calendars: dict[str, Verdict[Entry]], what: str) -> None:
    assert set(WRONG_CALENDARS[what][1].split()) <= who_complain(judged_calendars[f"{what}.ics"])


def test_an_appointment_is_understood_as_an_instant(judged_calendars: dict[str, Verdict[Entry]]) -> None:
    meant = Entry(
        kind="VEVENT",
        uid="first@northwind.example",
        summary="Call Ada Winter, Northwind; José knows her",
        start="2027-07-01T07:00:00Z",
        alarms=("2027-07-01T06:50:00Z",),
        sequence=3,
        status="CONFIRMED",
    )
    assert judged_calendars["event.ics"].read == {"sabre": (meant,), "ical.js": (meant,)}


def test_a_task_is_understood_with_its_day(judged_calendars: dict[str, Verdict[Entry]]) -> None:
    meant = Entry(
        kind="VTODO",
        uid="second@northwind.example",
        summary="Call",
        start="2026-11-23",
        alarms=("2026-11-23T08:00:00Z",),
        sequence=0,
        status="NEEDS-ACTION",
    )
    assert judged_calendars["todo.ics"].read == {"sabre": (meant,), "ical.js": (meant,)}


def test_a_time_in_an_unknown_zone_is_no_instant(judged_calendars: dict[str, Verdict[Entry]]) -> None:
    (read,) = judged_calendars["no zone.ics"].read["ical.js"]
    assert read.start == "2027-07-01T09:00:00"


@pytest.mark.parametrize("name", ["right.csv", "marked.csv"])
def test_right_tables_are_accepted_and_read(judged_tables: dict[str, Verdict[Table]], name: str) -> None:
    rows = (("Winter, Ada", "ada@northwind.example"), ('Olmeda\n"Cía."', "+44 7700 900123"))
    assert judged_tables[name].complaints == ()
    assert judged_tables[name].read == {"frictionless": (Table(header=("Name", "E-mail"), rows=rows),)}


@pytest.mark.parametrize("what", WRONG_TABLES)
def test_wrong_tables_are_refused(judged_tables: dict[str, Verdict[Table]], what: str) -> None:
    assert set(WRONG_TABLES[what][1].split()) <= who_complain(judged_tables[f"{what}.csv"])


def test_tables_may_have_another_delimiter(tmp_path: Path) -> None:
    path = tmp_path / "semicolons.csv"
    path.write_bytes(b"a;b\r\n1,5;2\r\n")
    assert complaints_of(judge_tables([path], ";")) == []


def test_complaints_name_the_file_and_the_judge(judged_tables: dict[str, Verdict[Table]]) -> None:
    assert "a short row.csv: csvclean: Line 1: Expected 2 columns, found 1 columns" in complaints_of(
        judged_tables
    )


def test_an_empty_folder_is_not_accepted(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no file to judge"):
        judge_calendars(tmp_path)
