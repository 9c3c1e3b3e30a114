from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import SMTP
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letters_wanted import FIRST, OLGA, REMINDER, letter

from cardscan.errors import RecordError
from cardscan.followup.drafts.eml import message_id, to_eml
from cardscan.followup.drafts.mailto import LONGEST_LINK, draft_file_name, to_mailto
from cardscan.followup.settings import Owner

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from cardscan.followup.drafts.record import Draft

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HEADERS = {"X-Unsent", "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type"}


def draft(**more: object) -> Draft:
    return replace(letter(), **more)


def message(made: Draft, owner: Owner = OLGA) -> EmailMessage:
    return message_from_bytes(to_eml(made, owner=owner, now=NOW), policy=SMTP)


def body_of(made: Draft) -> str:
    text = message(made).get_body()
    assert text is not None
    return text.get_content().replace("\r\n", "\n")


def test_draft_opens_unsent_from_the_owner_to_the_contact() -> None:
    got = message(draft())
    assert (got["X-Unsent"], got["From"], got["To"]) == (
        "1",
        "Olga Owner <olga@quiet.example>",
        "Ada Winter <ada@northwind.example>",
    )
    assert (got["Subject"], got["Date"].datetime) == ("Harbour Chamber mixer: good to meet you", NOW)
    assert body_of(draft()) == draft().body


def test_owner_without_address_is_no_sender() -> None:
    got = message(draft(), Owner(name="Olga Owner"))
    assert "From" not in got
    assert got["Message-ID"].endswith("@cardscan.invalid>")


def test_message_id_is_the_same_for_the_same_letter_only() -> None:
    ids = [message_id(letter(step=step), OLGA) for step in (FIRST, FIRST, REMINDER)]
    assert ids[0] == ids[1] != ids[2]
    assert re.fullmatch(r"<[0-9a-f]{32}@quiet\.example>", ids[0])


@pytest.mark.parametrize(
    "address", ["", "ada", "ada@", "@northwind.example", "a@b\nc", "jörg@northwind.example"]
)
def test_address_that_no_header_can_hold_is_left_out(address: str) -> None:
    assert "To" not in message(draft(to=address))


def test_domain_in_another_script_is_written_in_ascii() -> None:
    got = message(draft(to="ada@bücher.example"))
    assert got["To"].addresses[0].addr_spec == "ada@xn--bcher-kva.example"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("prices.pdf", "application/pdf"),
        (
            "Preisliste 2026 für Kunden.XLSX",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        ("notes.txt", "text/plain"),
        ("letter.eml", "application/octet-stream"),
        ("prices.unknown", "application/octet-stream"),
        ('a";x=".pdf', "application/pdf"),
    ],
)
def test_file_is_attached_with_its_type_and_name(tmp_path: Path, name: str, media_type: str) -> None:
    content = bytes(range(256)) * 40
    (tmp_path / name).write_bytes(content)
    (got,) = message(draft(attachments=(tmp_path / name,))).iter_attachments()
    assert (got.get_content_type(), got.get_filename()) == (media_type, name)
    assert got.get_payload(decode=True) == content


def test_file_that_went_meanwhile_is_said(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be read"):
        to_eml(draft(attachments=(tmp_path / "gone.pdf",)), owner=OLGA, now=NOW)


def test_equal_drafts_make_equal_files(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    made = draft(attachments=(tmp_path / "a.pdf",))
    assert to_eml(made, owner=OLGA, now=NOW) == to_eml(made, owner=OLGA, now=NOW)


ENCODED = (
    "=?utf-8?q?a=0ABcc:_x?=",
    "=?utf-8?q?a=0D=0ABcc:_x?= tail",
    "=\x00?utf-8?b?YQpCY2M6IHg=?=",
    "==??utf-8?q?a=0ABcc:_x?=",
    f"=?utf-8?q?{'long_' * 30}=0ABcc:_x?=",
    "é =?utf-8?q?a=0ABcc:_x?=",
)


@pytest.mark.parametrize("text", ENCODED)
def test_encoded_word_printed_on_a_card_adds_no_header(tmp_path: Path, text: str) -> None:
    path = tmp_path / text.replace("\x00", "")
    path.write_bytes(b"x")
    made = draft(to_name=text.replace(":", ""), subject=text, attachments=(path,))
    for each in (made, replace(made, to=f"{text.split(maxsplit=1)[0]}@northwind.example")):
        content = to_eml(each, owner=replace(OLGA, name=text), now=NOW)
        assert not re.search(rb"^bcc", content, re.MULTILINE | re.IGNORECASE)
        assert not re.search(rb"(?<!\r)\n", content)
        assert set(message_from_bytes(content, policy=SMTP).keys()) <= HEADERS


@settings(max_examples=150)
@given(
    name=st.text(max_size=120),
    subject=st.text(max_size=200),
    to=st.text(max_size=60),
    body=st.text(max_size=400),
)
def test_hostile_texts_add_no_header_and_the_file_is_seven_bit(
    name: str, subject: str, to: str, body: str
) -> None:
    made = draft(
        to_name=f"{name}\r\nBcc: x@example.com, <y@example.com>", subject=f"{subject}\nBcc: z", body=body
    )
    content = to_eml(made, owner=OLGA, now=NOW)
    got = message_from_bytes(content, policy=SMTP)
    assert content.isascii()
    assert set(got.keys()) <= {*HEADERS, "Content-Transfer-Encoding"}
    assert [each.addr_spec for each in got["To"].addresses] == ["ada@northwind.example"]
    strange = message_from_bytes(
        to_eml(replace(made, to=f"{to}@example.com"), owner=OLGA, now=NOW), policy=SMTP
    )
    assert set(strange.keys()) <= {*HEADERS, "Content-Transfer-Encoding"}


@pytest.mark.parametrize(
    "name", ["Winter, Ada", "Søren Ågård-Østergaard, Ph.D., von und zu Überlingen " * 3, '"A" <x@y.example>']
)
def test_name_with_a_comma_is_one_addressee(name: str) -> None:
    assert [each.addr_spec for each in message(draft(to_name=name))["To"].addresses] == [
        "ada@northwind.example"
    ]


def parts(link: str) -> tuple[str, dict[str, list[str]]]:
    split = urlsplit(link)
    return unquote(split.path), parse_qs(split.query, strict_parsing=True)


def test_link_holds_address_subject_and_body() -> None:
    to, fields = parts(to_mailto(draft()))
    assert to == "ada@northwind.example"
    assert fields == {"subject": [draft().subject], "body": [draft().body.strip().replace("\n", "\r\n")]}


def test_long_body_ends_after_a_paragraph() -> None:
    body = "\n\n".join(f"{n} {'word ' * 60}".strip() for n in range(9))
    cut = parts(to_mailto(draft(body=body)))[1]["body"][0].replace("\r\n", "\n")
    assert cut.endswith("word\n\n…")
    assert body.startswith(cut.removesuffix("\n\n…") + "\n\n")


def test_first_paragraph_too_long_ends_after_a_word() -> None:
    cut = parts(to_mailto(draft(body="Grüße " * 900)))[1]["body"][0]
    assert cut.endswith("Grüße …")


@pytest.mark.parametrize(
    "to", ["a?bcc=x@northwind.example", "a&b@northwind.example", "a%0D%0Abcc@northwind.example"]
)
def test_address_adds_no_field_to_a_link(to: str) -> None:
    got, fields = parts(to_mailto(draft(to=to)))
    assert (got, fields.keys()) == (to, {"subject", "body"})


@given(st.text(max_size=400), st.text(max_size=4000), st.text(max_size=3000))
def test_link_is_never_longer_than_programs_take(subject: str, body: str, to: str) -> None:
    link = to_mailto(draft(subject=subject, body=body, to=f"{to}@example.com"))
    assert len(link) <= LONGEST_LINK
    assert re.fullmatch(r"mailto:[\w.~%@-]*(\?subject=[\w.~%-]*(&body=[\w.~%-]*)?)?", link, re.ASCII)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({}, "ada-winter-first-cabcdefghijk.eml"),
        ({"to_name": "Jürgen Größe / ..\\x"}, "jurgen-groe-x-first-cabcdefghijk.eml"),
        ({"to_name": "CON"}, "con-first-cabcdefghijk.eml"),
        ({"to_name": "冬 愛", "to": "ai@example.com"}, "ai-first-cabcdefghijk.eml"),
        ({"to_name": "", "to": ""}, "contact-first-cabcdefghijk.eml"),
    ],
)
def test_file_is_named_after_contact_and_letter(fields: dict[str, str], name: str) -> None:
    assert draft_file_name(draft(**fields)) == name


@given(st.text(max_size=300))
def test_file_name_is_safe_everywhere(name: str) -> None:
    got = draft_file_name(draft(to_name=name))
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*-first-cabcdefghijk\.eml", got)
    assert len(got) <= 110
