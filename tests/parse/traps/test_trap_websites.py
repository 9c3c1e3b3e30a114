"""Text with dots in it that is no website, and websites that look like ordinary text."""

from __future__ import annotations

import pytest
from written_card import contact

from cardscan.parse.validators.website import check_website


def websites(*lines):
    card = contact("#Ada Winter", "Sales Manager", *lines, "020 7946 0011", country="GB")
    return [field.text for field in card.all("website")]


@pytest.mark.parametrize(
    ("printed", "website"),
    [
        ("northwind.co", "northwind.co"),
        ("northwind.com", "northwind.com"),
        ("northwind.co.uk", "northwind.co.uk"),
        ("northwind.example", "northwind.example"),
        ("www.northwind.example", "www.northwind.example"),
        ("https://northwind.test/x?y=1", "https://northwind.test/x?y=1"),
        ("shop.northwind.com/menu", "shop.northwind.com/menu"),
        ("northwind.photography", "northwind.photography"),
        ("northwind.engineering", "northwind.engineering"),
        ("northwind.ltd", "northwind.ltd"),
        ("northwind.london", "northwind.london"),
        ("north-wind.ai", "north-wind.ai"),
        ("NORTHWIND.COM", "northwind.com"),
        ("Northwind.com", "northwind.com"),
        ("WWW.NORTHWIND.CO.UK", "www.northwind.co.uk"),
        ("n0rth.com", "n0rth.com"),
        ("4winds.com", "4winds.com"),
        ("www.müller.example", "www.müller.example"),
        ("müller.example", "müller.example"),
        ("żółw.pl", "żółw.pl"),
        ("www.пример.рф", "www.пример.рф"),
        ("www.παράδειγμα.example", "www.παράδειγμα.example"),
        ("www.xn--mller-kva.example", "www.xn--mller-kva.example"),
        ("w: northwind.eu", "northwind.eu"),
        ("Website northwind.travel", "northwind.travel"),
        ("www northwind com", "www.northwind.com"),
        ("http:/www.northwind.com", "http://www.northwind.com"),
    ],
)
def test_odd_but_real_address_is_found(printed, website):
    assert websites(printed) == [website]
    assert check_website(website).value == website


def test_two_addresses_that_differ_by_a_letter_are_both_kept():
    assert websites("northwind.co", "northwind.com") == ["northwind.co", "northwind.com"]


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("Web Developer", "a title"),
        ("Node.js", "a program"),
        ("Specialist in Node.js and Vue.js", "programs"),
        ("ASP.NET developer", "a program"),
        ("Custom software, e.g. billing", "an abbreviation"),
        ("i.e. everything", "an abbreviation"),
        ("a.m. to p.m.", "hours"),
        ("Jane Hart Ph.D", "a degree"),
        ("M.Tech", "a degree"),
        ("B.Sc", "a degree"),
        ("Suite No.5", "a number"),
        ("Est.in 1965", "a year"),
        ("No.5 Harbour.Quay", "a street"),
        ("St.John", "a place"),
        ("Main.St", "a street"),
        ("Washington D.C", "a place"),
        ("U.S.A", "a country"),
        ("Co.Ltd", "a legal form"),
        ("Inc.com", "a legal form"),
        ("brochure.pdf", "a file"),
        ("menu.doc", "a file"),
        ("photo.jpg", "a file"),
        ("index.html", "a file"),
        ("data.zip", "a file, though .zip is a domain"),
        ("backup.tar.gz", "a file"),
        ("Release v2.4.1", "a version"),
        ("Version 3.11", "a version"),
        ("Sales.Marketing", "two words without a space"),
        ("Hello.My name", "two sentences without a space"),
        ("Sr.Manager", "a title"),
        ("A.I. consulting", "a trade"),
        ("Mon.-Fri. 9.00-17.30", "hours"),
        ("www", "a label"),
    ],
)
def test_text_with_dots_is_no_address(printed, why):
    assert websites(printed) == [], why


@pytest.mark.parametrize(
    "printed",
    ["Node.js", "Specialist in Vue.js", "ASP.NET developer", "Release v2.4.1", "Co.Ltd", "e.g. billing"],
)
def test_text_with_dots_does_not_hide_the_address_beside_it(printed):
    assert websites(f"{printed}  www.northwind.example") == ["www.northwind.example"]
