from __future__ import annotations

import pytest
from written_lines import line, lines

from cardscan.parse.candidate import Span
from cardscan.parse.finders.phone import find_phones
from cardscan.parse.region import Region


def found(*texts: str, region: str | None = None):
    home = Region(code=region, source="address" if region else "none", sure=bool(region))
    return find_phones(lines(*texts), region=home)


def values(*texts: str, region: str | None = None) -> list[str | None]:
    return [candidate.value for candidate in found(*texts, region=region)]


def typed(*texts: str, region: str | None = None) -> list[tuple[str | None, str | None]]:
    return [(candidate.value, candidate.type) for candidate in found(*texts, region=region)]


def codes(*texts: str, region: str | None = None) -> list[list[str]]:
    return [[issue.code for issue in candidate.issues] for candidate in found(*texts, region=region)]


@pytest.mark.parametrize(
    ("text", "region", "value"),
    [
        ("+44 (0) 20 7946 0958", None, "+44 20 7946 0958"),
        ("Tel:+44(O)20 7946 0958", None, "+44 20 7946 0958"),
        ("(+44) 20 7946 0958", None, "+44 20 7946 0958"),
        ("+44.20.7946.0958", None, "+44 20 7946 0958"),
        ("+ 44 20 79 46 09 58", None, "+44 20 7946 0958"),
        ("0044 20 7946 0958", None, "+44 20 7946 0958"),
        ("020 7946 0958", "GB", "+44 20 7946 0958"),
        ("(020) 7946-0958", "GB", "+44 20 7946 0958"),
        ("44 20 7946 0958", "GB", "+44 20 7946 0958"),
        ("(65) 6123 4567", "SG", "+65 6123 4567"),
        ("(65) 6123 4567", None, "+65 6123 4567"),
        ("886-2-2345-6789", None, "+886 2 2345 6789"),
        ("+81(3)5550-0132", None, "+81 3 5550 0132"),
        ("ＴＥＬ：０３－５５５０－０１３２", "JP", "+81 3 5550 0132"),
        ("(415) 555-0132", "US", "+1 415 555 0132"),
        ("415.555.0132", "US", "+1 415 555 0132"),
        ("030/23125 012", "DE", "+49 30 23125012"),
        ("TEL+44 20 7946 0958", None, "+44 20 7946 0958"),
        ("P:415.555.0132", "US", "+1 415 555 0132"),
        ("1-800-EXAMPLE", "US", "+1 800 392 6753"),
        ("Suite 100 415-555-0132", "US", "+1 415 555 0132"),
    ],
)
def test_printed_form_is_read_as_the_international_number(text, region, value):
    assert values(text, region=region) == [value]


@pytest.mark.parametrize(
    ("text", "region", "kinds"),
    [
        ("T +44 20 7946 0958 M +44 7700 900123 F +44 20 7946 0959", None, ["work", "mobile", "fax"]),
        ("Tel 415 555 0132 Fax 415 555 0133", "US", ["work", "fax"]),
        ("TEL.03-5550-0132 FAX.03-5550-0133", "JP", ["work", "fax"]),
        ("Office: 415-555-0132 Cell:415-555-0133", "US", ["work", "mobile"]),
        ("415-555-0132 (fax)", "US", ["fax"]),
        ("415-555-0132 cell", "US", ["mobile"]),
        ("020 7946 0958 (M)", "GB", ["mobile"]),
        ("Tel/Fax: 020 7946 0958", "GB", ["work"]),
        ("Telefax: 020 7946 0958", "GB", ["fax"]),
        ("F A X: 020 7946 0958", "GB", ["fax"]),
        ("Direct Fax 020 7946 0958", "GB", ["fax"]),
        ("HP: 9123 4567", "SG", ["mobile"]),
        ("Toll Free 415-555-0132", "US", ["other"]),
        ("Home: 020 7946 0958", "GB", ["other"]),
        ("Mobil 030 23125012", "DE", ["mobile"]),
        ("Tél. 01 99 00 12 34 - Port. 06 39 98 12 34", "FR", ["work", "mobile"]),
        ("Móvil: 600 000 123", "ES", ["mobile"]),
        ("tel. kom. 500 000 123", "PL", ["mobile"]),
        ("手機：0912-345-678 傳真：(02)2345-6780", "TW", ["mobile", "fax"]),
        ("携帯 090-1234-5678", "JP", ["mobile"]),
        ("팩스 02-000-1235", "KR", ["fax"]),
        ("Ph(O):020 7946 0958(R):020 7946 0959", "GB", ["work", "other"]),
        ("Tel: +61 491 570 156", None, ["mobile"]),
        ("020 7946 0958", "GB", ["work"]),
        ("(415) 555-0132", "US", ["work"]),
    ],
)
def test_type_follows_the_label_and_then_the_numbering_plan(text, region, kinds):
    assert [kind for _, kind in typed(text, region=region)] == kinds


def test_label_to_the_left_in_the_same_row_gives_the_type():
    home = Region(code="GB", source="address", sure=True)
    card = [
        line("020 7946 0958", left=200),
        line("020 7946 0959", left=200, top=40),
        line("Tel."),
        line("Fax", top=40),
    ]
    assert [phone.type for phone in find_phones(card, region=home)] == ["work", "fax"]


def test_label_above_gives_the_type():
    assert typed("Fax", "020 7946 0959", region="GB") == [("+44 20 7946 0959", "fax")]


def test_number_below_a_labelled_one_takes_its_label():
    assert typed("Fax: 020 7946 0958", "020 7946 0959", region="GB")[1] == ("+44 20 7946 0959", "fax")


def test_number_below_a_postal_code_takes_no_label_from_its_letters():
    assert typed("Harbourton M4 9QX", "0161 496 0188", region="GB") == [("+44 161 496 0188", "work")]


def test_unlabelled_mobile_below_a_fax_is_a_mobile():
    assert typed("Fax: 02 5550 1234", "0491 570 156", region="AU")[1] == ("+61 491 570 156", "mobile")


@pytest.mark.parametrize(
    ("text", "region", "numbers"),
    [
        ("020 7946 0958 / 020 7946 0959", "GB", ["+44 20 7946 0958", "+44 20 7946 0959"]),
        ("020 7946 0958 | 020 7946 0959", "GB", ["+44 20 7946 0958", "+44 20 7946 0959"]),
        ("020 7946 0958, 020 7946 0959", "GB", ["+44 20 7946 0958", "+44 20 7946 0959"]),
        ("(020) 7946 0958 (020) 7946 0959", "GB", ["+44 20 7946 0958", "+44 20 7946 0959"]),
        ("020 7946 0958 020 7946 0959", "GB", ["+44 20 7946 0958", "+44 20 7946 0959"]),
        ("+44 20 7946 0958 +44 20 7946 0959", None, ["+44 20 7946 0958", "+44 20 7946 0959"]),
        ("020 7946 0958 / 0959", "GB", ["+44 20 7946 0958", "+44 20 7946 0959"]),
        ("415-555-0132/33", "US", ["+1 415 555 0132", "+1 415 555 0133"]),
        ("020 7946 0958~9", "GB", ["+44 20 7946 0958"]),
        ("020 7946 0958 to 60", "GB", ["+44 20 7946 0958"]),
        ("020 7946 0958-60", "GB", ["+44 20 7946 0958"]),
    ],
)
def test_lists_and_ranges_give_whole_numbers(text, region, numbers):
    assert values(text, region=region) == numbers


@pytest.mark.parametrize(
    ("text", "region", "value", "extension"),
    [
        ("(415) 555-0132 ext. 12", "US", "+1 415 555 0132 ext. 12", "12"),
        ("415-555-0132 x12", "US", "+1 415 555 0132 ext. 12", "12"),
        ("020 7946 0958 (Extn. 12)", "GB", "+44 20 7946 0958 ext. 12", "12"),
        ("020 7946 0958 #123", "GB", "+44 20 7946 0958 ext. 123", "123"),
        ("11 5555-0132 Ramal 12", "BR", "+55 11 5555 0132 ext. 12", "12"),
        ("03-5550-0132 内線 12", "JP", "+81 3 5550 0132 ext. 12", "12"),
        ("(02)2345-6789 分機 12", "TW", "+886 2 2345 6789 ext. 12", "12"),
        ("02-000-1234(교환12)", "KR", "+82 2 000 1234 ext. 12", "12"),
    ],
)
def test_extension_is_kept_out_of_e164(text, region, value, extension):
    (phone,) = found(text, region=region)
    parts = dict(phone.parts)
    assert (phone.value, parts["extension"]) == (value, extension)
    assert parts["e164"].endswith(value.partition(" ext.")[0].replace(" ", "")[-4:])


@pytest.mark.parametrize(
    ("text", "region", "why"),
    [
        ("VAT 123 4567 89", "GB", "a tax number"),
        ("USt-IdNr. DE123456789", "DE", "a tax number"),
        ("GSTIN 36AABCT1332L1ZX", "IN", "a tax number with letters"),
        ("CNPJ 12.345.678/0001-90", "BR", "a company number"),
        ("SIRET 123 456 789 00012", "FR", "a company number"),
        ("統一編號：12345678", "TW", "a company number"),
        ("ABN 12 345 678 901", "AU", "a company number"),
        ("NIP 123-456-78-90", "PL", "a tax number"),
        ("Registered in England No. 01234567", "GB", "a company number after a word"),
        ("Licence No. 0123456789", "GB", "a licence"),
        ("Regd. No. 0123456789", "IN", "a registration"),
        ("NMLS #1234567", "US", "a licence"),
        ("IBAN DE02 1203 0000 0000 2020 51", "DE", "a bank account"),
        ("QQ: 123456789", "CN", "a chat id"),
        ("since 1998", "US", "a year"),
        ("1998-2026", "US", "years"),
        ("12/10/2026", "US", "a date"),
        ("Mon-Fri 9.00-18.00", "DE", "opening hours"),
        ("9:00-17:30", "DE", "opening hours"),
        ("Springfield, IL 62701-1234", "US", "a postal code"),
        ("CEP 01000-000", "BR", "a postal code"),
        ("〒100-0001", "JP", "a postal code"),
        ("T100-0001", "JP", "a postal mark read as T"),
        ("P.O. Box 1234567", "US", "a box"),
        ("Head Office 3-21-15, Example City", "JP", "a street number after a word that also labels phones"),
        ("52.520008, 13.404954", "DE", "coordinates"),
        ("Price $12,500.00", "US", "a price"),
        ("0110100101", "US", "a pattern"),
        ("H.No. 9-99-9999", "IN", "a house number"),
    ],
)
def test_other_number_is_no_phone(text, region, why):
    assert found(text, region=region) == (), why


def test_taken_text_is_left_alone():
    home = Region(code="GB", source="address", sure=True)
    assert find_phones(lines("020 7946 0958"), region=home, taken=[Span(line=0, start=0, end=13)]) == ()


def test_short_local_number_is_kept_and_said_to_lack_its_area_code():
    assert values("Tel: 555-0132", region="US") == ["+1 5550132"]
    assert codes("Tel: 555-0132", region="US") == [["phone-no-area-code"]]


def test_short_local_number_is_completed_with_the_area_code_of_another():
    assert values("Ph: 0866 - 200 0000", "200 0001 (R)", region="IN")[1] == "+91 866 200 0001"
    assert codes("Ph: 0866 - 200 0000", "200 0001 (R)", region="IN")[1] == ["phone-completed"]


def test_number_printed_by_its_last_digits_says_that_it_was_completed():
    assert codes("020 7946 0958 / 59", region="GB") == [[], ["phone-completed"]]


def test_number_that_is_not_assigned_is_kept_without_doubt():
    (phone,) = found("+44 7700 900123")
    assert phone.value == "+44 7700 900123"
    assert [(issue.code, issue.doubt) for issue in phone.issues] == [("phone-not-valid", False)]


def test_impossible_number_keeps_its_raw_text_without_value():
    (phone,) = found("Tel: +44 20 79")
    assert (phone.raw, phone.value) == ("+44 20 79", None)
    assert [issue.code for issue in phone.issues] == ["phone-not-possible"]


def test_number_without_a_country_asks_for_one():
    (phone,) = found("Tel: 020 7946 0958")
    assert (phone.raw, phone.value) == ("020 7946 0958", None)
    assert [(issue.code, issue.doubt) for issue in phone.issues] == [("phone-no-country", False)]


def test_letter_read_in_a_number_is_taken_for_a_digit_in_doubt():
    (phone,) = found("+44 20 7946 O958")
    assert phone.value == "+44 20 7946 0958"
    assert [(issue.code, issue.doubt) for issue in phone.issues] == [("phone-repaired", True)]


def test_number_broken_at_a_hyphen_is_joined():
    (phone,) = found("Tel: 415-555-", "0132", region="US")
    assert phone.value == "+1 415 555 0132"
    assert phone.lines == (0, 1)


def test_country_named_beside_the_number_outweighs_the_cards():
    (phone,) = found("MOB: 0912 345 678 (Taiwan)", region="JP")
    assert phone.value == "+886 912 345 678"
    assert [issue.code for issue in phone.issues] == ["phone-other-country"]


def test_number_completed_with_an_area_code_is_of_the_cards_country():
    assert "phone-other-country" not in codes("Ph: 0866 - 200 0000", "200 0001 (R)", region="IN")[1]


def test_number_printed_twice_becomes_one_candidate():
    (phone,) = found("+44 20 7946 0958", "+44 20 7946 0958")
    assert phone.lines == (0, 1)


def test_same_number_as_phone_and_fax_stays_two():
    kinds = [kind for _, kind in typed("Tel: 020 7946 0958", "Fax: 020 7946 0958", region="GB")]
    assert kinds == ["work", "fax"]


def test_span_holds_number_and_extension_but_no_label():
    card = lines("Tel: 415-555-0132 ext 12 Jane")
    (phone,) = find_phones(card, region=Region(code="US", source="address", sure=True))
    (span,) = phone.spans
    assert card[0].text[span.start : span.end] == "415-555-0132 ext 12"


def test_guessed_country_lowers_the_confidence():
    guessed = Region(code="GB", source="domain", sure=False)
    sure = Region(code="GB", source="address", sure=True)
    card = lines("Tel: 020 7946 0958")
    assert find_phones(card, region=guessed)[0].confidence < find_phones(card, region=sure)[0].confidence
