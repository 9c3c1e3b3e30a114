"""What the default reader cannot read is read by Tesseract, in the languages asked for and no other."""

from unicodedata import normalize

import pytest
from drawn_card import LINES as LATIN_LINES
from drawn_card import card
from rapidfuzz import fuzz
from written_scripts import LANGUAGES, LINES, need_language, written

from cardscan.errors import UsageError
from cardscan.geometry import rectangle
from cardscan.ocr.lines import group_lines
from cardscan.ocr.reader import readers
from cardscan.ocr.readers.languages import LanguagesReader, check_languages
from cardscan.ocr.readers.passes import SeenWord
from cardscan.ocr.record import WordBox

HERE = rectangle(100, 100, 400, 140)
BEGIN, END = rectangle(100, 100, 240, 140), rectangle(260, 100, 400, 140)


class ReadsAs:
    """Gives fixed words for every picture; the other half of the composition under test."""

    name = "fixed"
    knows_doubt = False

    def __init__(self, words=(), seen=(), languages="kor"):
        self.words, self.seen, self.languages = words, seen, languages
        self.searches = 0

    def find_text(self, _):
        self.searches += 1
        return (HERE,)

    def read(self, _, __=None):
        return self.words

    def read_texts(self, _, texts):
        return tuple(self.seen for _ in texts)

    def read_lines(self, strips):
        return tuple(("", 0.0) for _ in strips)


def read(words, seen):
    return LanguagesReader(ReadsAs(words=words), ReadsAs(seen=seen)).read(card())


def box(text, confidence, quad=HERE):
    return WordBox(text=text, quad=quad, confidence=confidence, piece=0)


def seen(text, confidence, quad=HERE):
    return SeenWord(text=text, quad=quad, confidence=confidence)


def _bare(lines):
    return normalize("NFKC", "".join(lines)).replace(" ", "")


@pytest.mark.parametrize("script", LANGUAGES)
def test_a_card_is_read_in_its_language(script):
    need_language(LANGUAGES[script])
    reader = readers.make("rapidocr", languages=LANGUAGES[script])
    *lines, mail = (line.text for line in group_lines(reader.read(written(script))))
    assert mail == "mail@example.com"
    assert fuzz.ratio(_bare(lines), _bare(LINES[script])) >= 90, "as the README says"


def test_a_latin_card_is_read_as_without_languages(default_reader):
    need_language("kor")
    words = readers.make("rapidocr", languages="kor").read(card())
    assert words == default_reader.read(card())
    assert LATIN_LINES[0][0].split()[0] in [word.text for word in words]


def test_a_believed_word_in_an_asked_script_takes_the_place_of_a_weak_one():
    (word,) = read((box("召今", 0.7),), (seen("홍예시", 0.9),))
    assert (word.text, word.confidence) == ("홍예시", 0.9)


@pytest.mark.parametrize(
    ("again", "why"),
    [
        (seen("홍예시", 0.4), "it is not believed"),
        (seen("образец", 0.95), "nobody asked for this script"),
        (seen("Sample", 0.95), "the first reader reads Latin itself"),
    ],
)
def test_other_words_change_nothing(again, why):
    weak = (box("A7", 0.6),)
    assert read(weak, (again,)) == weak, why


def test_a_language_outside_the_table_counts_beside_one_that_is_in_it():
    second = ReadsAs(seen=(seen("নমুনা", 0.9),), languages="rus+ben")
    (word,) = LanguagesReader(ReadsAs(words=(box("A7", 0.6),)), second).read(card())
    assert word.text == "নমুনা"


def test_a_picture_that_is_known_to_hold_no_text_is_not_searched_again():
    first = ReadsAs()
    assert LanguagesReader(first, ReadsAs()).read(card(), ()) == ()
    assert first.searches == 0


def test_a_line_that_was_read_well_is_not_read_again():
    clear = (box("HarbourBakery", 0.99),)
    assert read(clear, (seen("홍예시", 0.9),)) == clear


def test_a_sure_number_beside_the_script_stays():
    words = read((box("12", 0.99, END),), (seen("보기로", 0.9, BEGIN), seen("IZ", 0.8, END)))
    assert [word.text for word in words] == ["보기로", "12"]
    assert len({word.piece for word in words}) == 1


def test_its_name_says_what_it_adds():
    reader = LanguagesReader(ReadsAs(), ReadsAs())
    assert (reader.name, reader.scripts) == ("fixed+kor", ("Hang",))


@pytest.mark.parametrize(
    ("given", "codes"), [("kor", "kor"), ("rus,ell", "rus+ell"), ("rus + rus", "rus"), ("chi_sim", "chi_sim")]
)
def test_codes_may_be_parted_by_plus_or_comma(given, codes):
    assert check_languages(given) == codes


@pytest.mark.parametrize(
    "given", ["", "+", "kor+", "--psm", "kor;ls", "../kor", "ko r", "한국어", "$(id)", "script/../x"]
)
def test_what_is_no_code_is_refused(given):
    with pytest.raises(UsageError, match="is no language code; give Tesseract's"):
        check_languages(given)


@pytest.mark.parametrize("given", ["osd", "kor+equ"])
def test_data_that_is_of_no_language_is_refused(given):
    with pytest.raises(UsageError, match="is no language code; give Tesseract's"):
        check_languages(given)
