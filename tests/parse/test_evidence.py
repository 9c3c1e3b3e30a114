from __future__ import annotations

import pytest

from cardscan.parse.evidence import domain_fit, has_role_mailbox, mailbox_fit


@pytest.mark.parametrize(
    ("name", "mailbox", "least"),
    [
        ("Jane Hart", "jane.hart", 1.0),
        ("Jane Hart", "hart_jane", 1.0),
        ("Jane Hart", "jane", 1.0),
        ("Jane Hart", "jane.hart2", 1.0),
        ("Jane Hart", "j.hart", 0.8),
        ("Jane Hart", "hartj", 0.8),
        ("Jane Hart", "janeh", 0.8),
        ("Jane Hart", "jh", 0.6),
        ("Jane B. Hart", "jbh", 0.6),
        ("Jan van der Berg", "j.vanderberg", 0.8),
        ("Siobhán O'Dwyer", "s.odwyer", 0.8),
        ("Jonas Müller-Lind", "jonas.mullerlind", 1.0),
        ("Alexander Hart", "alex", 0.35),
    ],
)
def test_mailbox_that_the_name_explains_fits(name, mailbox, least):
    assert mailbox_fit(name.split(), [mailbox]) >= least


@pytest.mark.parametrize(
    ("name", "mailbox", "most"),
    [
        ("Jane Hart", "tom.archer", 0.0),
        ("Jane Hart", "j", 0.0),
        ("Jane Hart", "", 0.0),
        ("Jane Hart", "jane.archer", 0.35),
        ("Sales Manager", "jane.hart", 0.0),
        ("", "jane", 0.0),
    ],
)
def test_mailbox_of_somebody_else_does_not_fit(name, mailbox, most):
    assert mailbox_fit(name.split(), [mailbox]) <= most


def test_best_of_several_mailboxes_counts():
    assert mailbox_fit(["Jane", "Hart"], ["tom.archer", "jane.hart"]) == 1.0


def test_card_without_a_mailbox_says_nothing_about_a_name():
    assert mailbox_fit(["Jane", "Hart"], []) == 0.0


@pytest.mark.parametrize(
    ("company", "domain", "least"),
    [
        ("Northwind Tools Ltd", "northwindtools", 1.0),
        ("Northwind Tools Ltd", "northwind", 0.8),
        ("The Northwind Company", "northwind", 0.8),
        ("Müller & Söhne GmbH", "mueller-soehne", 0.8),
        ("Harbour Freight Lines", "hfl", 0.8),
        ("Bakery Northwind", "northwindcakes", 0.6),
    ],
)
def test_company_whose_name_the_domain_repeats_fits(company, domain, least):
    assert domain_fit(company, [domain]) >= least


@pytest.mark.parametrize(
    ("company", "domain"),
    [("Quarz GmbH", "northwind"), ("Quarz GmbH", "x"), ("", "northwind"), ("Ltd", "gm")],
)
def test_company_with_another_domain_does_not_fit(company, domain):
    assert domain_fit(company, [domain]) == 0.0


@pytest.mark.parametrize("address", ["info@example.com", "SALES@example.org", "kontakt@example.net"])
def test_mailbox_of_an_office_is_known(address):
    assert has_role_mailbox(address)


def test_mailbox_of_a_person_is_no_office():
    assert not has_role_mailbox("jane.hart@example.com")
