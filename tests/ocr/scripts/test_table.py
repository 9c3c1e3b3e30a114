"""Languages know their scripts, and letters theirs."""

import pytest

from cardscan.ocr.scripts.table import UNREAD, script_of_letter, scripts_of


@pytest.mark.parametrize(
    ("languages", "scripts"),
    [("kor", ("Hang",)), ("rus+ukr", ("Cyrl",)), ("ell+rus+eng", ("Cyrl", "Grek")), ("eng", ()), ("tlh", ())],
)
def test_languages_tell_their_scripts(languages, scripts):
    assert scripts_of(languages) == scripts


@pytest.mark.parametrize(
    ("letter", "script"),
    [("я", "CYRILLIC"), ("Ω", "GREEK"), ("한", "HANGUL"), ("ا", "ARABIC"), ("א", "HEBREW"), ("ก", "THAI")],
)
def test_a_letter_tells_its_script(letter, script):
    assert script_of_letter(letter) == script
    assert script in {one.unicode for one in UNREAD}


@pytest.mark.parametrize("sign", ["7", "+", " ", "\x00"])
def test_what_is_no_letter_has_no_script(sign):
    assert script_of_letter(sign) == ""
