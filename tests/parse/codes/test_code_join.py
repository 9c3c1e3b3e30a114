"""Cards with codes become contacts: what print and code say together."""

from __future__ import annotations

from dataclasses import replace

from drawn_code import LINK, MECARD, VCARD
from written_card import reading, text

from cardscan.geometry import rectangle
from cardscan.ocr.record import Code
from cardscan.parse.contact import parse_reading

PRINT = (
    "#Jane Marlowe",
    "Head of Bread",
    "Harbour Bakery Ltd",
    "jane@harbour.example",
    "T +44 20 7946 0958",
    "www.harbour.example",
)


def contact(*texts, codes=(VCARD,), confidence=0.99):
    """What a card with printed lines and codes says."""
    found = tuple(Code(text=one, format="QRCode", quad=rectangle(700, 0, 800, 100)) for one in codes)
    return parse_reading(replace(reading(*texts, confidence=confidence), codes=found))


def changed(printed, **lines):
    """The printed lines with one of them misread: ``changed(PRINT, line_3="…")``."""
    return [lines.get(f"line_{index}", line) for index, line in enumerate(printed)]


def codes_of(field):
    return {issue.code for issue in field.issues}


def test_a_value_in_print_and_code_is_one_field_that_is_believed():
    found = contact(*PRINT)
    for kind in ("name", "email", "phone", "website", "title", "company"):
        (field,) = found.all(kind)
        assert field.confidence >= 0.99
        assert field.lines
    assert not found.needs_review


def test_a_code_lifts_the_belief_in_the_contact():
    assert contact(*PRINT).confidence > contact(*PRINT, codes=()).confidence


def test_a_code_that_agrees_takes_the_doubt_from_a_name_that_is_hard_to_read():
    unclear = {"confidence": 0.8}
    smudged = "#Jane Marlowe", "Head of Bread", "info@harbour.example"
    assert contact(*smudged, codes=(), **unclear).first("name").issues
    assert not contact(*smudged, **unclear).first("name").issues


def test_a_misread_email_is_repaired_and_says_so():
    (email,) = contact(*changed(PRINT, line_3="jane@harb0ur.example")).all("email")
    assert email.value == "jane@harbour.example"
    assert email.raw == "jane@harb0ur.example"
    assert [(issue.code, issue.doubt) for issue in email.issues] == [("code-repaired", False)]
    assert email.lines == (3,)


def test_a_misread_phone_is_repaired():
    (phone,) = contact(*changed(PRINT, line_4="T +44 20 7846 0958")).all("phone")
    assert phone.value == "+44 20 7946 0958"
    assert "code-repaired" in codes_of(phone)


def test_a_phone_without_country_gets_it_from_the_code():
    (phone,) = contact("#Jane Marlowe", "jane@harbour.test", "T 020 7946 0958").all("phone")
    assert phone.value == "+44 20 7946 0958"
    assert phone.issues == ()


def test_a_misread_name_is_repaired():
    (name,) = contact(*changed(PRINT, line_0="#Jane Mariowe")).all("name")
    assert (name.value, name.part("last")) == ("Jane Marlowe", "Marlowe")
    assert "code-repaired" in codes_of(name)


def test_the_printed_name_stays_where_it_is_the_same_person_in_another_form():
    assert text(contact(*changed(PRINT, line_0="#Jane Ann Marlowe")), "name") == "Jane Ann Marlowe"


def test_a_printed_japanese_name_keeps_its_form():
    payload = VCARD.replace("N:Marlowe;Jane", "N:山田;花子").replace("FN:Jane Marlowe\n", "")
    (name,) = contact("#山田花子", "課長", "jane@harbour.example", codes=(payload,)).all("name")
    assert name.value == "山田花子"
    assert name.confidence > 0.95


def test_a_code_in_plain_letters_does_not_take_accents_from_the_print():
    payload = VCARD.replace("Marlowe", "Muller")
    assert text(contact(*changed(PRINT, line_0="#Jane Müller"), codes=(payload,)), "name") == "Jane Müller"


def test_what_is_only_in_the_code_is_added_behind_the_print():
    payload = VCARD.replace("EMAIL:", "EMAIL:sales@harbour.example\nEMAIL:")
    found = contact(*PRINT, codes=(payload,))
    assert [field.text for field in found.all("email")] == ["jane@harbour.example", "sales@harbour.example"]
    assert found.all("email")[1].lines == ()
    assert text(found, "department") == "Bread"


def test_a_card_without_printed_contact_has_that_of_its_code():
    found = contact("#Harbour Bakery", "fresh every day")
    assert (text(found, "name"), text(found, "email")) == ("Jane Marlowe", "jane@harbour.example")
    assert not found.needs_review


def test_a_picture_of_a_code_alone_is_a_contact():
    assert text(contact(), "name") == "Jane Marlowe"


def test_an_extension_in_print_stays():
    found = contact(*changed(PRINT, line_4="T +44 20 7946 0958 ext. 12"))
    assert text(found, "phone") == "+44 20 7946 0958 ext. 12"


def test_the_code_tells_a_mobile_from_a_fixed_line():
    payload = VCARD.replace("WORK,VOICE", "CELL")
    (phone,) = contact(*PRINT, codes=(payload,)).all("phone")
    assert phone.type == "mobile"


def test_phones_that_differ_in_their_last_digits_are_both_kept_and_flagged():
    found = contact(*changed(PRINT, line_4="T +44 20 7946 0951"))
    assert [field.text for field in found.all("phone")] == ["+44 20 7946 0951", "+44 20 7946 0958"]
    assert "code-differs" in codes_of(found.all("phone")[0])
    assert found.needs_review


def test_two_printed_phones_of_which_the_code_gives_one_stay_as_they_are():
    found = contact(*PRINT, "F +44 20 7946 0959")
    assert [(field.text, field.type) for field in found.all("phone")] == [
        ("+44 20 7946 0958", "work"),
        ("+44 20 7946 0959", "fax"),
    ]
    assert not found.needs_review


def test_the_print_stays_where_the_code_is_somebody_elses():
    found = contact(*PRINT, codes=(MECARD,))
    assert [field.text for field in found.fields if field.kind in ("name", "email")] == [
        "Jane Marlowe",
        "jane@harbour.example",
    ]
    assert [(issue.code, issue.doubt) for issue in found.issues] == [("code-other-person", True)]
    assert found.needs_review


def test_a_colleagues_code_is_somebody_elses():
    payload = "MECARD:N:Fenwick,Tom;EMAIL:tom@harbour.example;;"
    assert contact(*PRINT, codes=(payload,)).issues[0].code == "code-other-person"


def test_another_name_with_the_printed_email_is_taken():
    payload = "MECARD:N:Fenwick,Tom;EMAIL:jane@harbour.example;;"
    (name,) = contact(*PRINT, codes=(payload,)).all("name")
    assert (name.value, name.raw, codes_of(name)) == ("Tom Fenwick", "Jane Marlowe", {"code-taken"})


def test_another_name_with_the_printed_domain_alone_is_doubted():
    payload = "MECARD:N:Fenwick,Tom;URL:https\\://harbour.example;;"
    (name,) = contact(*PRINT, codes=(payload,)).all("name")
    assert (name.value, codes_of(name)) == ("Jane Marlowe", {"code-other-name"})


def test_a_mail_provider_connects_nobody():
    printed = (
        "#Jane Marlowe",
        "jane.marlowe@gmail.com",
    )  # a provider, with addresses that nobody is shown to have
    found = contact(*printed, codes=("MECARD:N:Fenwick,Tom;URL:gmail.com;;",))
    assert [issue.code for issue in found.issues] == ["code-other-person"]


def test_a_web_address_in_a_code_is_a_further_website():
    found = contact(*PRINT, codes=(LINK,))
    assert [field.text for field in found.all("website")] == ["www.harbour.example", LINK]


def test_a_web_address_alone_makes_no_card():
    assert contact("Menu of the day", "Soup", codes=(LINK,)).is_empty


def test_a_printed_address_stays_and_gets_the_parts_that_it_lacks():
    payload = VCARD.replace("END:", "ADR:;;12 High Street;Exampleton;;EX1 2AB;United Kingdom\nEND:")
    (address,) = contact(*PRINT, "12 High Street, Exampleton", codes=(payload,)).all("address")
    assert (address.text, address.part("postal_code")) == ("12 High Street, Exampleton", "EX1 2AB")


def test_two_codes_both_join():
    found = contact(*PRINT, codes=(VCARD, LINK))
    assert [field.text for field in found.all("website")] == ["www.harbour.example", LINK]


def test_a_payload_that_says_nothing_changes_nothing():
    assert contact(*PRINT, codes=("WIFI:S:harbour;;",)) == contact(*PRINT, codes=())
