from __future__ import annotations

import pytest

from cardscan.parse.person import person_name, with_second_family_name


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("Jane Hart", "Jane Hart", "Jane", "Hart"),
        ("Jane B. Hart", "Jane B. Hart", "Jane B.", "Hart"),
        ("J. R. Marlow", "J. R. Marlow", "J. R.", "Marlow"),
        ("Siobhán O'Dwyer", "Siobhán O'Dwyer", "Siobhán", "O'Dwyer"),
        ("Łukasz Żółw", "Łukasz Żółw", "Łukasz", "Żółw"),
        ("Anne-Marie Lefèvre", "Anne-Marie Lefèvre", "Anne-Marie", "Lefèvre"),
        ("Jan van der Berg", "Jan van der Berg", "Jan", "van der Berg"),
        ("María de la Cruz", "María de la Cruz", "María", "de la Cruz"),
        ("Ahmad bin Yusof", "Ahmad bin Yusof", "Ahmad", "bin Yusof"),
        ("Martin Hart Jr.", "Martin Hart Jr.", "Martin", "Hart Jr."),
        ("Cher", "Cher", "Cher", ""),
    ],
)
def test_name_is_taken_apart(text, value, first, last):
    name = person_name(text)
    assert name is not None
    assert (name.value, name.first, name.last) == (value, first, last)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("JANE HART", "Jane Hart"),
        ("jane hart", "Jane Hart"),
        ("JAN VAN DER BERG", "Jan van der Berg"),
        ("ISLA MCALLISTER", "Isla McAllister"),
        ("RONALD McDONALD", "Ronald McDonald"),
        ("IAN MacLEOD", "Ian MacLeod"),
        ("JOHN MACHADO", "John Machado"),
        ("ADA LIND II", "Ada Lind II"),
        ("MARÍA DE LA CRUZ", "María de la Cruz"),
        ("SIOBHÁN O'DWYER", "Siobhán O'Dwyer"),
        ("J.R. MARLOW", "J.R. Marlow"),
        ("ANNE-MARIE LEFÈVRE", "Anne-Marie Lefèvre"),
        ("Jane HART", "Jane Hart"),
        ("Isla McAllister", "Isla McAllister"),
    ],
)
def test_capitals_become_title_case(text, value):
    name = person_name(text)
    assert name is not None
    assert name.value == value


@pytest.mark.parametrize(
    ("text", "value", "prefix", "suffix"),
    [
        ("Dr. Lena Hoffmann", "Lena Hoffmann", "Dr.", ""),
        ("Dr.Lena Hoffmann", "Lena Hoffmann", "Dr.", ""),
        ("Prof. Dr. Ute Lang", "Ute Lang", "Prof. Dr.", ""),
        ("Dr.-Ing. Ute Lang", "Ute Lang", "Dr.-Ing.", ""),
        ("Dipl.-Ing. Karl Schuster", "Karl Schuster", "Dipl.-Ing.", ""),
        ("Frau Ute Lang", "Ute Lang", "Frau", ""),
        ("Robert Fields, CPA", "Robert Fields", "", "CPA"),
        ("Robert Fields CPA", "Robert Fields", "", "CPA"),
        ("Anna Prescott, Esq.", "Anna Prescott", "", "Esq."),
        ("Anna Prescott, Ph.D., MBA", "Anna Prescott", "", "Ph.D., MBA"),
        ('Robert "Bob" Fields', "Robert Fields", "", ""),
        ("Robert (Bob) Fields", "Robert Fields", "", ""),
    ],
)
def test_honorifics_credentials_and_nicknames_are_no_part_of_the_name(text, value, prefix, suffix):
    name = person_name(text)
    assert name is not None
    assert (name.value, name.prefix, name.suffix) == (value, prefix, suffix)


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("山田花子", "山田花子", "花子", "山田"),
        ("山田 花子", "山田 花子", "花子", "山田"),
        ("王小明", "王小明", "小明", "王"),
        ("歐陽小明", "歐陽小明", "小明", "歐陽"),
        ("김민수", "김민수", "민수", "김"),
    ],
)
def test_family_name_stands_first_in_east_asia(text, value, first, last):
    name = person_name(text)
    assert name is not None
    assert (name.value, name.first, name.last) == (value, first, last)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Suite 12", "a digit"),
        ("Baker & Smith", "two names joined"),
        ("jane@example.com", "an address"),
        ("www.example.com", "a website"),
        ("Ready for you!", "a call"),
        ("Hart, Exampleton", "behind the comma stands no credential"),
        ("Bread Rolls Cakes Pies Tarts Jams Buns", "too many words"),
        ("Junior", "no name but a generation"),
        ("山田 Hanako", "two scripts"),
        ("東京都千代田区千代田", "too long for a name"),
        ("", "nothing"),
        ("—", "no letter"),
    ],
)
def test_text_that_can_be_no_name(text, why):
    assert person_name(text) is None, why


def test_parts_hold_only_what_is_there():
    name = person_name("Dr. Ada Winter")
    assert name is not None
    assert name.parts() == (("first", "Ada"), ("last", "Winter"), ("prefix", "Dr."))


@pytest.mark.parametrize("mailbox", ["esoler", "e.soler", "eva.soler"])
def test_mailbox_shows_the_first_of_two_family_names(mailbox):
    name = person_name("Eva Soler Prado")
    assert name is not None
    assert with_second_family_name(name, [mailbox]).parts() == (("first", "Eva"), ("last", "Soler Prado"))


@pytest.mark.parametrize("mailbox", ["eva", "eprado", "eva.prado", "info"])
def test_other_mailbox_shows_no_second_family_name(mailbox):
    name = person_name("Eva Soler Prado")
    assert name is not None
    assert with_second_family_name(name, [mailbox]) == name


@pytest.mark.parametrize("text", ["Eva Soler", "Jan van der Berg"])
def test_name_with_one_family_name_keeps_it(text):
    name = person_name(text)
    assert name is not None
    assert with_second_family_name(name, ["eva.soler", "jvanderberg", "jvan"]) == name
