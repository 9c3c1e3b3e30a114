"""How names are written around the world: the whole name as printed, and its parts."""

from __future__ import annotations

import pytest
from written_card import contact

REST = ("Sales Manager", "Northwind Tools Ltd", "T +44 20 7946 0011", "info@northwind.example")


def name_of(printed):
    """The whole name, given and family name of a card."""
    field = contact(f"#{printed}", *REST).first("name")
    return (field.text, field.part("first"), field.part("last")) if field else None


def affixes_of(printed):
    """What stands before and behind the name."""
    field = contact(f"#{printed}", *REST).first("name")
    return (field.part("prefix"), field.part("suffix")) if field else None


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("Yusuf bin Ahmad", "Yusuf", "bin Ahmad"),
        ("Omar al-Hassan", "Omar", "al-Hassan"),
        ("Fiona McDonald", "Fiona", "McDonald"),
        ("Karl von und zu Lindenau", "Karl", "von und zu Lindenau"),
        ("Ludwig von der Au", "Ludwig", "von der Au"),
        ("João dos Santos", "João", "dos Santos"),
        ("Piet ter Horst", "Piet", "ter Horst"),
        ("Łukasz Żółkowski", "Łukasz", "Żółkowski"),
        ("Søren Ærø", "Søren", "Ærø"),
        ("J. R. Hart", "J. R.", "Hart"),
        ("Jane B. Hart", "Jane B.", "Hart"),
        ("Jean-Luc Petit-Dubois", "Jean-Luc", "Petit-Dubois"),
        ("Jane Hart Lowell", "Jane Hart", "Lowell"),
        ("María García López", "María", "García López"),
        ("Carlos Ruiz y Picasso", "Carlos", "Ruiz y Picasso"),
        ("Ana Sofia Pereira da Silva", "Ana Sofia", "Pereira da Silva"),
        ("Maria Garcia Smith", "Maria Garcia", "Smith"),
    ],
)
def test_family_name_behind_with_its_particles(printed, first, last):
    assert name_of(printed) == (printed, first, last)


@pytest.mark.parametrize(
    ("printed", "value", "first", "last"),
    [
        ("Hart J.", "Hart J.", "J.", "Hart"),
        ("DUPONT J.", "Dupont J.", "J.", "Dupont"),
        ("Nagy Katalin", "Nagy Katalin", "Katalin", "Nagy"),
        ("Szabó István", "Szabó István", "István", "Szabó"),
        ("Yamada Hanako", "Yamada Hanako", "Hanako", "Yamada"),
        ("TANAKA Hiroshi", "Tanaka Hiroshi", "Hiroshi", "Tanaka"),
        ("Kim Min-jun", "Kim Min-jun", "Min-jun", "Kim"),
        ("Park Jae-hyun", "Park Jae-hyun", "Jae-hyun", "Park"),
        ("Li Xiaoming", "Li Xiaoming", "Xiaoming", "Li"),
        ("WANG Wei", "Wang Wei", "Wei", "Wang"),
        ("Chan Tai Man", "Chan Tai Man", "Tai Man", "Chan"),
        ("Tan Mei Ling", "Tan Mei Ling", "Mei Ling", "Tan"),
        ("Nguyen Anh", "Nguyen Anh", "Anh", "Nguyen"),
        ("DUPONT Jean", "Dupont Jean", "Jean", "Dupont"),
        ("김민준", "김민준", "민준", "김"),
        ("김 민준", "김민준", "민준", "김"),
        ("王小明", "王小明", "小明", "王"),
        ("山田 花子", "山田 花子", "花子", "山田"),
    ],
)
def test_family_name_in_front(printed, value, first, last):
    assert name_of(printed) == (value, first, last)


@pytest.mark.parametrize(
    ("printed", "first", "last", "why"),
    [
        ("Min-jun Kim", "Min-jun", "Kim", "a Korean who writes as in the west"),
        ("Hiroshi Tanaka", "Hiroshi", "Tanaka", "a Japanese who writes as in the west"),
        ("Katalin Nagy", "Katalin", "Nagy", "a Hungarian who writes as in the west"),
        ("Kim Hart", "Kim", "Hart", "a given name like a Korean family name"),
        ("Lee Harmon", "Lee", "Harmon", "a given name like a Chinese family name"),
        ("Hart Lowell", "Hart", "Lowell", "both may be either"),
        ("Anna Kim", "Anna", "Kim", "a western given name"),
        ("Jo Ann Lee", "Jo Ann", "Lee", "two given names in front"),
        ("J. P. Hart", "J. P.", "Hart", "initials stand in front"),
    ],
)
def test_family_name_is_not_taken_from_the_front(printed, first, last, why):
    assert name_of(printed) == (printed, first, last), why


@pytest.mark.parametrize(
    ("printed", "value", "last"),
    [
        ("JANE HART", "Jane Hart", "Hart"),
        ("JAN VAN DER BERG", "Jan van der Berg", "van der Berg"),
        ("MARÍA DE LA CRUZ", "María de la Cruz", "de la Cruz"),
        ("KARL VON UND ZU LINDENAU", "Karl von und zu Lindenau", "von und zu Lindenau"),
        ("SEAN O'BRIEN", "Sean O'Brien", "O'Brien"),
        ("FIONA MCDONALD", "Fiona McDonald", "McDonald"),
        ("MARY E SMITH", "Mary E Smith", "Smith"),
        ("AJ HART", "AJ Hart", "Hart"),
        ("JO HART", "Jo Hart", "Hart"),
        ("Jean DUPONT", "Jean Dupont", "Dupont"),
        ("Hiroshi ABE", "Hiroshi Abe", "Abe"),
        ("Jan van der BERG", "Jan van der Berg", "van der Berg"),
        ("Marie-Claire DE LA FONTAINE", "Marie-Claire de la Fontaine", "de la Fontaine"),
        ("María GARCÍA LÓPEZ", "María García López", "García López"),
    ],
)
def test_capitals_become_usual_case_and_tell_the_family_name(printed, value, last):
    found = name_of(printed)
    assert found is not None
    assert (found[0], found[2]) == (value, last)


@pytest.mark.parametrize(
    ("printed", "value", "prefix", "suffix"),
    [
        ("Dr. Anna Winter", "Anna Winter", "Dr.", ""),
        ("Prof. Ute Lang", "Ute Lang", "Prof.", ""),
        ("PROF. UTE LANG", "Ute Lang", "PROF.", ""),
        ("Prof. Dr. med. Ute Lang", "Ute Lang", "Prof. Dr. med.", ""),
        ("Dipl.-Ing. Karl Schuster", "Karl Schuster", "Dipl.-Ing.", ""),
        ("Dott.ssa Giulia Bianchi", "Giulia Bianchi", "Dott.ssa", ""),
        ("Mag. Eva Gruber", "Eva Gruber", "Mag.", ""),
        ("Ing. Pavel Dvořák, CSc.", "Pavel Dvořák", "Ing.", "CSc."),
        ("mgr inż. Jan Kowalski", "Jan Kowalski", "mgr inż.", ""),
        ("Capt. Ada Lind", "Ada Lind", "Capt.", ""),
        ("Univ.-Prof. Dr. Eva Lang", "Eva Lang", "Univ.-Prof. Dr.", ""),
        ("Dr. iur. Eva Lang, LL.M.", "Eva Lang", "Dr. iur.", "LL.M."),
        ("Robert Fields, CPA", "Robert Fields", "", "CPA"),
        ("Anna Prescott Esq", "Anna Prescott", "", "Esq"),
        ("Jane Hart, Ph.D., MBA", "Jane Hart", "", "Ph.D., MBA"),
        ("JANE HART MBA", "Jane Hart", "", "MBA"),
        ("Jane Hart FRCS", "Jane Hart", "", "FRCS"),
        ("Jane Hart BA (Hons)", "Jane Hart", "", "BA"),
        ("Eva Lang, LL.M.", "Eva Lang", "", "LL.M."),
        ("DR. JANE HART, P.E.", "Jane Hart", "DR.", "P.E."),
    ],
)
def test_honorifics_and_credentials_are_not_in_the_full_name(printed, value, prefix, suffix):
    found = name_of(printed)
    assert found is not None
    assert found[0] == value
    assert affixes_of(printed) == (prefix, suffix)


@pytest.mark.parametrize(
    "printed", ["Yo-Yo Ma", "Jack Ma", "Anna Meng", "Max Do", "MAX WOO", "Lena Ba", "Mag Hart"]
)
def test_name_that_looks_like_a_credential_stays(printed):
    found = name_of(printed)
    assert found is not None
    assert found[0] == printed.title()
