import pytest

from cardscan.ocr.payload import LONGEST, harmless


@pytest.mark.parametrize(
    ("payload", "kept"),
    [
        ("a\x00b\x1bc", "abc"),
        ("a\r\nb\rc\x0bd\u2028e", "a\nb\nc\nd\ne"),
        ("a\tb", "a b"),
        ("moc.\u202elive", "moc.live"),
        ("\ufeffBEGIN", "BEGIN"),
        ("a\ud800b", "ab"),
        ("山田 花子", "山田 花子"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
    ids=["controls", "breaks", "tab", "direction", "byte-order mark", "surrogate", "Japanese", "joiner"],
)
def test_what_does_not_print_is_taken_out(payload, kept):
    assert harmless(payload) == kept


def test_a_payload_is_cut_to_what_a_code_can_hold():
    assert len(harmless("x" * 100_000)) == LONGEST
