"""Letters that readers mix up: put right where a second source proves it, and left alone where none does."""

from __future__ import annotations

import pytest
from written_card import contact

WEBSITE = "www.northwind.example"


def email_of(name, *lines):
    field = contact(f"#{name}", "Sales Manager", "Northwind Tools Ltd", *lines).first("email")
    assert field is not None
    return field


def codes(field):
    return [issue.code for issue in field.issues]


@pytest.mark.parametrize(
    ("name", "read", "meant"),
    [
        ("Colin Oliver", "colin.o1iver@northwind.example", "colin.oliver@northwind.example"),
        ("Colin Oliver", "coIin.oliver@northwind.example", "colin.oliver@northwind.example"),
        ("Colin Oliver", "co1in.oliver@northwind.example", "colin.oliver@northwind.example"),
        ("Olof Moor", "ol0f.moor@northwind.example", "olof.moor@northwind.example"),
        ("Tom Barnes", "tom.bames@northwind.example", "tom.barnes@northwind.example"),
        ("Emma Hammer", "emma.harnmer@northwind.example", "emma.hammer@northwind.example"),
        ("Claire Lind", "daire.lind@northwind.example", "claire.lind@northwind.example"),
    ],
)
def test_letter_is_repaired_where_the_name_proves_it(name, read, meant):
    field = email_of(name, read)
    assert field.value == meant
    assert field.raw == read
    assert "email-repaired" in codes(field)


@pytest.mark.parametrize(
    ("read", "website"),
    [
        ("colin@northwindexample", WEBSITE),
        ("colin@northwind,example", WEBSITE),
        ("colin@northwind example", WEBSITE),
        ("colin@northwind.exarnple", WEBSITE),
        ("colin©northwind.example", WEBSITE),
        ("colin®northwind.example", WEBSITE),
        ("colin(a)northwind.example", WEBSITE),
        ("colin@northwInd.exarnple", WEBSITE),
    ],
)
def test_host_and_sign_are_repaired_where_the_website_proves_it(read, website):
    field = email_of("Colin Oliver", read, website)
    assert field.value == "colin@northwind.example"
    assert field.raw == read
    assert "email-repaired" in codes(field)


@pytest.mark.parametrize("read", ["tom.barnes@gmailcom", "tom.barnes@gmail,com", "tom.barnes@gmail com"])
def test_host_of_a_mail_provider_needs_no_website(read):
    field = email_of("Tom Barnes", read)
    assert (field.value, field.raw) == ("tom.barnes@gmail.com", read)
    assert "email-repaired" in codes(field)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("colin @northwind.example", "colin@northwind.example"),
        ("colin.oliver @ northwind.example", "colin.oliver@northwind.example"),
        ("colin@northwind .example", "colin@northwind.example"),
        ("colin. oliver@northwind.example", "colin.oliver@northwind.example"),
        ("colin(at)northwind.example", "colin@northwind.example"),
        ("COLIN@NORTHWIND.EXAMPLE", "colin@northwind.example"),
    ],
)
def test_gap_beside_a_sign_is_no_misreading(read, meant):
    field = email_of("Colin Oliver", read, WEBSITE)
    assert (field.value, field.raw) == (meant, read)


@pytest.mark.parametrize("read", ["www.northwindexample", "www.northwIndexample"])
def test_website_is_repaired_where_the_email_proves_it(read):
    card = contact("#Tom Barnes", "tom@northwind.example", read)
    (field,) = card.all("website")
    assert (field.value, field.raw) == ("www.northwind.example", read)
    assert codes(field) == ["website-repaired"]


@pytest.mark.parametrize(
    ("name", "read", "why"),
    [
        ("Ada Winter", "co1in@northwind.example", "nobody is called Colin here"),
        ("Ada Winter", "tom.o1iver@northwind.example", "nobody is called Oliver here"),
        ("Ada Winter", "r00m101@northwind.example", "a room"),
        ("Ada Winter", "sales1@northwind.example", "a numbered office"),
        ("Ada Winter", "ada@n0rthwind.example", "no website says another"),
        ("Ada Winter", "ada@corn.example", "corn may be meant"),
        ("Ada Winter", "ada@l00p.example", "no website says another"),
        ("Rory Bames", "rory.bames@northwind.example", "the name agrees"),
        ("Rory Bamez", "rory.barnez@northwind.example", "the name may be misread itself"),
    ],
)
def test_letter_without_a_second_source_is_left(name, read, why):
    field = email_of(name, read)
    assert (field.value, field.raw) == (read, read), why
    assert "email-repaired" not in codes(field)


@pytest.mark.parametrize("read", ["ada@l00p.example", "ada@corn.example", "ada@0ne.example"])
def test_odd_host_that_the_website_repeats_is_right(read):
    field = email_of("Ada Winter", read, f"www.{read.partition('@')[2]}")
    assert (field.value, field.issues) == (read, ())


@pytest.mark.parametrize(
    "read",
    [
        "ada©northwind.example",
        "ada(a)northwind.example",
        "ada@northwind,example",
        "ada@northwindexample",
    ],
)
def test_address_that_cannot_be_read_keeps_its_text_and_has_no_value(read):
    field = email_of("Ada Winter", read)
    assert field.value is None
    assert field.raw == read
    assert any(issue.doubt for issue in field.issues)


@pytest.mark.parametrize(
    "line",
    [
        "@adawinter",
        "Follow Ada @northwind",
        "Ada @ Northwind",
        "apples @ 2 pounds",
        "jazz@cellar",
        "winter.example@winter",
    ],
)
def test_sign_that_is_in_no_address_gives_none(line):
    card = contact("#Ada Winter", "Sales Manager", "Northwind Tools Ltd", line, "020 7946 0011", country="GB")
    assert card.all("email") == ()


@pytest.mark.parametrize("read", ["ada@northwlnd.example", "ada@n0rthwind.example", "ada@northwinb.example"])
def test_host_that_is_nearly_the_website_is_shown_and_not_changed(read):
    field = email_of("Ada Winter", read, WEBSITE)
    assert field.value == read
    assert codes(field) == ["email-domain-differs"]


@pytest.mark.parametrize(
    ("name", "read", "gap"),
    [
        ("Colin Oliver", "colin oliver@northwind.example", True),
        ("Ada Winter", "ada winter@northwind.example", True),
        ("Ada Winter", "Ada winter@northwind.example", False),
        ("Ada Winter", "write winter@northwind.example", False),
        ("Ada Winter", "mail winter@northwind.example", False),
        ("Ada Winter", "winter@northwind.example", False),
    ],
)
def test_name_in_small_letters_before_an_address_may_be_its_beginning(name, read, gap):
    assert ("email-gap" in codes(email_of(name, read))) is gap
