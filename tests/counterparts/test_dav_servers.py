from __future__ import annotations

import os
import select
import ssl
import urllib.request
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.error import URLError
from xml.etree import ElementTree as ET

import pytest
from dav_clients import read_agenda, read_contacts, read_tasks
from dav_servers import running

if TYPE_CHECKING:
    from pathlib import Path

    from dav_servers import DavServer

CARD = """BEGIN:VCARD\r
VERSION:3.0\r
UID:winter\r
FN:Ada Winter\r
N:Winter;Ada;;;\r
ORG:Northwind\\, Sons & Co;Sales\r
TITLE:Head of Sales\r
TEL;TYPE=CELL,VOICE:+44 7700 900123\r
TEL;TYPE=WORK,VOICE:+44 20 7946 0958\r
EMAIL;TYPE=INTERNET:ada@northwind.example\r
ADR;TYPE=WORK:;;7 Foundry Approach;Leeds;;LS2 9YZ;United Kingdom\r
NOTE:Met at the "mixer"\\nwants the price list\r
CATEGORIES:Harbour Chamber mixer\r
END:VCARD\r
"""
OTHER_CARD = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:shop\r\nKIND:org\r\nFN:山田商店\r\nORG:山田商店\r\nEND:VCARD\r\n"
)
EVENT = """BEGIN:VEVENT\r
UID:call\r
DTSTAMP:20261122T200000Z\r
DTSTART:20261124T090000Z\r
DTEND:20261124T093000Z\r
SUMMARY:Call Ada Winter\r
DESCRIPTION:about the\\nprice list\r
BEGIN:VALARM\r
ACTION:DISPLAY\r
DESCRIPTION:Call Ada Winter\r
TRIGGER:-PT10M\r
END:VALARM\r
END:VEVENT\r
"""
DAY = """BEGIN:VEVENT\r
UID:write\r
DTSTAMP:20261122T200000Z\r
DTSTART;VALUE=DATE:20261125\r
SUMMARY:Write to Taro\r
END:VEVENT\r
"""
TASK = """BEGIN:VTODO\r
UID:task\r
DTSTAMP:20261122T200000Z\r
DUE;VALUE=DATE:20261124\r
SUMMARY:Call Ada Winter\r
PRIORITY:1\r
END:VTODO\r
"""
DONE = """BEGIN:VTODO\r
UID:done\r
DTSTAMP:20261122T200000Z\r
SUMMARY:Write to Taro\r
STATUS:COMPLETED\r
COMPLETED:20261122T200000Z\r
END:VTODO\r
"""
CARD_TYPE = {"Content-Type": "text/vcard; charset=utf-8"}
CALENDAR_TYPE = {"Content-Type": "text/calendar; charset=utf-8"}


def calendar(component: str) -> str:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//tests//EN\r\n{component}END:VCALENDAR\r\n"


def put_all(server: DavServer, collection: str, components: dict[str, str]) -> None:
    for name, component in components.items():
        answer = server.ask("PUT", f"{collection}{name}.ics", calendar(component), CALENDAR_TYPE)
        assert answer.status == 201


def test_khard_reads_the_cards_that_were_put(any_dav: DavServer, tmp_path: Path):
    book = any_dav.new_address_book()
    assert any_dav.ask("PUT", f"{book}winter.vcf", CARD, CARD_TYPE).status == 201
    assert any_dav.ask("PUT", f"{book}shop.vcf", OTHER_CARD, CARD_TYPE).status == 201
    ada, shop = read_contacts(any_dav, tmp_path, book)
    assert ada == {
        "uid": "winter",
        "formatted_name": "Ada Winter",
        "first_name": "Ada",
        "last_name": "Winter",
        "kind": "individual",
        "organisations": [["Northwind, Sons & Co", "Sales"]],
        "titles": ["Head of Sales"],
        "webpages": [],
        "notes": ['Met at the "mixer"\nwants the price list'],
        "categories": ["Harbour Chamber mixer"],
        "phone_numbers": {"CELL, VOICE": ["+44 7700 900123"], "WORK, VOICE": ["+44 20 7946 0958"]},
        "emails": {"INTERNET": ["ada@northwind.example"]},
        "post_addresses": {
            "WORK": [
                {
                    "box": "",
                    "extended": "",
                    "street": "7 Foundry Approach",
                    "code": "LS2 9YZ",
                    "city": "Leeds",
                    "region": "",
                    "country": "United Kingdom",
                }
            ]
        },
    }
    assert (shop["formatted_name"], shop["kind"], shop["emails"]) == ("山田商店", "org", {})


def test_khard_reads_what_has_changed_since(any_dav: DavServer, tmp_path: Path):
    book = any_dav.new_address_book()
    assert read_contacts(any_dav, tmp_path, book) == []
    any_dav.ask("PUT", f"{book}winter.vcf", CARD, CARD_TYPE)
    assert [one["titles"] for one in read_contacts(any_dav, tmp_path, book)] == [["Head of Sales"]]
    any_dav.ask("PUT", f"{book}winter.vcf", CARD.replace("Head of Sales", "Director"), CARD_TYPE)
    assert [one["titles"] for one in read_contacts(any_dav, tmp_path, book)] == [["Director"]]


def test_khal_reads_the_events_that_were_put(any_dav: DavServer, tmp_path: Path):
    diary = any_dav.new_calendar()
    put_all(any_dav, diary, {"write": DAY, "call": EVENT})
    call, write = read_agenda(any_dav, tmp_path, diary)
    assert (call["uid"], call["title"], call["all-day"]) == ("call", "Call Ada Winter", "False")
    assert (call["start-long"], call["end-long"]) == ("2026-11-24 09:00", "2026-11-24 09:30")
    assert call["description"] == "about the\nprice list"
    assert [alarm["delta"] for alarm in call["alarms-list"]] == [-600]
    assert (write["start-long"], write["all-day"], write["alarms-list"]) == ("2026-11-25", "True", [])


def test_todoman_reads_the_tasks_that_were_put(any_dav: DavServer, tmp_path: Path):
    diary = any_dav.new_calendar()
    put_all(any_dav, diary, {"done": DONE, "task": TASK, "call": EVENT})
    task, done = read_tasks(any_dav, tmp_path, diary)
    assert (task["summary"], task["completed"], task["priority"]) == ("Call Ada Winter", False, 1)
    assert datetime.fromtimestamp(task["due"], UTC) == datetime(2026, 11, 24, tzinfo=UTC)
    assert (done["summary"], done["completed"]) == ("Write to Taro", True)


def test_an_empty_calendar_has_no_events_and_no_tasks(any_dav: DavServer, tmp_path: Path):
    diary = any_dav.new_calendar()
    assert read_agenda(any_dav, tmp_path, diary) == []
    assert read_tasks(any_dav, tmp_path, diary) == []


def test_the_address_book_and_the_calendar_of_the_server_are_read_by_default(
    any_dav: DavServer, tmp_path: Path
):
    uid = f"UID:{tmp_path.name}"  # the server is shared, and so are these two
    place = f"{any_dav.address_book}{tmp_path.name}.vcf"
    assert any_dav.ask("PUT", place, CARD.replace("UID:winter", uid), CARD_TYPE).status == 201
    put_all(any_dav, any_dav.calendar, {tmp_path.name: EVENT.replace("UID:call", uid)})
    assert tmp_path.name in {one["uid"] for one in read_contacts(any_dav, tmp_path)}
    assert tmp_path.name in {one["uid"] for one in read_agenda(any_dav, tmp_path)}


def test_a_new_card_does_not_replace_one_that_is_there(any_dav: DavServer):
    place = f"{any_dav.new_address_book()}winter.vcf"
    new = CARD_TYPE | {"If-None-Match": "*"}
    assert any_dav.ask("PUT", place, CARD, new).status == 201
    assert any_dav.ask("PUT", place, CARD.replace("Head", "Lord"), new).status == 412
    assert "Head of Sales" in any_dav.ask("GET", place).body.decode()


def test_a_card_that_somebody_changed_meanwhile_is_not_replaced(any_dav: DavServer):
    place = f"{any_dav.new_address_book()}winter.vcf"
    any_dav.ask("PUT", place, CARD, CARD_TYPE)
    seen = {"If-Match": any_dav.ask("GET", place).headers["etag"]}
    theirs, ours = CARD.replace("Head of Sales", "Director"), CARD.replace("Head of Sales", "Chair")
    assert any_dav.ask("PUT", place, theirs, CARD_TYPE | seen).status in {201, 204}
    assert any_dav.ask("PUT", place, ours, CARD_TYPE | seen).status == 412
    assert "Director" in any_dav.ask("GET", place).body.decode()


def test_each_new_address_book_and_calendar_is_empty(any_dav: DavServer):
    places = [make() for make in (any_dav.new_address_book, any_dav.new_calendar) for _ in range(2)]
    assert len(set(places)) == 4
    for place in places:
        listed = any_dav.ask("PROPFIND", place, headers={"Depth": "1"})
        inside = ET.fromstring(listed.body).iter("{DAV:}response")  # noqa: S314 - the server is ours
        assert (listed.status, len(list(inside))) == (207, 1)  # itself


def test_what_is_no_card_is_refused(any_dav: DavServer):
    place = f"{any_dav.new_address_book()}winter.vcf"
    assert any_dav.ask("PUT", place, "Ada Winter, Northwind", CARD_TYPE).status in {400, 403, 412, 415}


def test_what_is_stored_lies_in_the_folder(any_dav: DavServer):
    any_dav.ask("PUT", f"{any_dav.new_address_book()}winter.vcf", CARD, CARD_TYPE)
    assert any(b"Head of Sales" in path.read_bytes() for path in any_dav.folder.rglob("*.vcf"))


@pytest.mark.parametrize("who", [{"password": "wrong"}, {"user": "stranger"}, {"user": ""}])
def test_radicale_refuses_whoever_does_not_know_the_password(radicale: DavServer, who: dict[str, str]):
    answer = replace(radicale, **who).ask("PROPFIND", radicale.address_book)
    assert answer.status == 401
    assert answer.headers["www-authenticate"].startswith("Basic")


def test_a_certificate_that_nobody_has_signed_is_refused(radicale_over_tls: DavServer):
    with pytest.raises(URLError) as refused:
        urllib.request.urlopen(radicale_over_tls.url, timeout=10)  # noqa: S310 - of 127.0.0.1
    assert isinstance(refused.value.reason, ssl.SSLCertVerificationError)


def test_over_tls_the_same_is_read(radicale_over_tls: DavServer, tmp_path: Path):
    book = radicale_over_tls.new_address_book()
    assert radicale_over_tls.ask("PUT", f"{book}winter.vcf", CARD, CARD_TYPE).status == 201
    assert [one["uid"] for one in read_contacts(radicale_over_tls, tmp_path, book)] == ["winter"]


def test_a_server_that_ends_at_once_is_told_with_what_it_said(tmp_path: Path):
    def greet() -> None:
        raise ConnectionRefusedError

    command = ["sh", "-c", "echo the port is taken; exit 1"]
    with pytest.raises(AssertionError, match="the port is taken"), running(command, tmp_path, greet):
        pass


def test_a_server_ends_with_its_block_and_so_does_what_it_started(tmp_path: Path):
    os.mkfifo(tmp_path / "held")
    held = os.open(tmp_path / "held", os.O_RDONLY | os.O_NONBLOCK)

    def greet() -> None:
        if not is_held():
            raise ConnectionRefusedError

    def is_held() -> bool:
        try:
            return os.read(held, 1) != b""  # the end of what nobody holds open for writing
        except BlockingIOError:
            return True

    with running(["sh", "-c", 'sleep 60 >"$HOME/held" & wait'], tmp_path, greet):
        assert is_held()
    assert select.select([held], [], [], 10)[0]
    assert not is_held()
    os.close(held)
