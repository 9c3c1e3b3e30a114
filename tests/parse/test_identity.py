from __future__ import annotations

import pytest
from written_card import contact

from cardscan.parse.identity import core, identify


@pytest.mark.parametrize("name", ["#Ada Winter", "#ADA WINTER", "#Dr. Ada Winter", "#Ada Winter, PhD"])
def test_honorifics_credentials_and_case_do_not_make_another_person(name):
    found = identify(contact(name, "Sales Manager", "ada@northwind.example"))
    assert found.name == ("ada", "winter")


def test_logo_that_repeats_the_domain_is_no_name():
    assert identify(contact("#Ada Winter", "www.adawinter.example")).name == ()


def test_mailboxes_of_an_office_are_nobodys_own():
    found = identify(contact("#Ada Winter", "info@northwind.example", "ada@northwind.example"))
    assert found.personal == {"ada@northwind.example"}


def test_mobile_is_ones_own_and_the_switchboard_is_not():
    found = identify(contact("#Ada Winter", "T +44 20 7946 0101", "M +44 7700 900101"))
    assert found.personal == {"+447700900101x"}


def test_extension_makes_another_phone():
    one, other = (identify(contact("#Ada Winter", f"T +44 20 7946 0101 ext. {n}")) for n in (12, 14))
    assert one.phones != other.phones


def test_domains_of_mail_providers_are_nobodys_own():
    assert identify(contact("#Ada Winter", "Sales Manager", "ada.winter@gmail.com")).domains == set()


def test_short_domain_counts_with_its_suffix():
    assert identify(contact("#Ada Winter", "ada@nw.example")).domains == {"nw.example"}


@pytest.mark.parametrize("company", ["Northwind", "NORTHWIND LTD", "Northwind GmbH"])
def test_legal_form_does_not_make_another_company(company):
    assert core(company) == "northwind"


def test_company_of_nothing_but_a_legal_form_keeps_it():
    assert core("Ltd") == "ltd"
