from __future__ import annotations

import pytest

from cardscan.parse.text import bare, is_cjk, letters, tokens


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Łukasz", "lukasz"),
        ("MÜLLER", "muller"),
        ("Søren Ærø", "soren aero"),
        ("Straße", "strasse"),
        ("İzmir", "izmir"),
        ("ｆｕｌｌ", "full"),
        ("Đorđe", "dorde"),
        ("", ""),
    ],
)
def test_bare_text_has_neither_case_nor_accents(text, plain):
    assert bare(text) == plain


def test_letters_of_a_text_are_what_a_domain_repeats():
    assert letters("Müller & Söhne 24") == "mullersohne24"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dr. Ada O'Hara-Lind, CPA", ["Dr", "Ada", "O'Hara-Lind", "CPA"]),
        ("R&D (Europe)", ["R&D", "Europe"]),
        ("S.r.l.", ["S.r.l"]),
        ("— | ·", []),
    ],
)
def test_punctuation_inside_a_word_stays_and_around_it_goes(text, words):
    assert tokens(text) == words


@pytest.mark.parametrize("text", ["山田花子", "김민수", "王小明", "カード", "々", "株式会社 Ab"])
def test_text_of_asian_letters_is_cjk(text):
    assert is_cjk(text)


@pytest.mark.parametrize("text", ["", "123 - 4", "Hanako", "Ж", "Aozora 株"])
def test_text_of_other_letters_is_not_cjk(text):
    assert not is_cjk(text)
