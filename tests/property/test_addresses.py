"""Any text gives addresses or none, never an exception."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cardscan.geometry import rectangle
from cardscan.ocr.record import TextLine
from cardscan.parse.address.parts import address_parts
from cardscan.parse.candidate import Span
from cardscan.parse.finders.address import find_addresses, line_evidence
from cardscan.parse.finders.narrow import narrow

PIECES = st.sampled_from(
    [
        "12 Sample Street",
        "\ud800",
        "Exampleton, IL 60000",
        "Hyderabad - 16.",
        "Address:",
        "Head Office",
        "〒100-0001",
        "東京都港区1-2-3",
        "서울시 강남구",
        "EX1 2AB",
        "P.O. Box 1",
        "D-80331 München",
        "NL-1234  AB 's-Example",
        "Example (MI)",
        "Suite #5 New York NY 10000-1234 USA",
        "100 W. Sample St., Ste. 3 & 4",
        "N.S.",
        "Georgia",
        "Tel:",
        "CEP",
        "Ltd",
        "Rue",
        "St.",
        "#",
        "(",
        ")",
        "|",
        ",",
        " ",
        "\x00",
    ]
)

TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(PIECES, max_size=6).map(" ".join),
    st.lists(PIECES, max_size=5).map("".join),
)

NUMBERS = st.integers(0, 300)

REGIONS = st.sampled_from([None, "US", "JP", "IN", "GB", "ZZ", ""])


@st.composite
def cards(draw: st.DrawFn) -> list[TextLine]:
    texts = draw(st.lists(TEXTS, max_size=7))
    return [
        TextLine(
            text=text, quad=rectangle(x, y, x + draw(NUMBERS), y + draw(NUMBERS)), words=(), confidence=0.5
        )
        for text in texts
        for x, y in [(draw(NUMBERS), draw(NUMBERS))]
    ]


@st.composite
def cards_with_spans(draw: st.DrawFn) -> tuple[list[TextLine], list[Span]]:
    lines = draw(cards())
    spans = [
        Span(line=index, start=start, end=draw(st.integers(start, len(line.text))))
        for index, line in enumerate(lines)
        for start in draw(st.lists(st.integers(0, len(line.text)), max_size=1))
    ]
    return lines, spans


@settings(max_examples=150, deadline=None)
@given(cards_with_spans(), REGIONS)
def test_addresses_lie_inside_their_lines_and_outside_what_is_taken(
    card: tuple[list[TextLine], list[Span]], region: str | None
) -> None:
    lines, taken = card
    for candidate in find_addresses(lines, region=region, taken=taken):
        assert candidate.raw
        assert 0 <= candidate.confidence <= 1
        for span in candidate.spans:
            assert 0 <= span.start < span.end <= len(lines[span.line].text)
            assert not any(
                other.line == span.line and other.start < span.end and span.start < other.end
                for other in taken
                if other.start < other.end
            )


@settings(max_examples=150, deadline=None)
@given(TEXTS, REGIONS)
def test_evidence_is_a_belief(text: str, region: str | None) -> None:
    assert 0 <= line_evidence(text, region) <= 1


@settings(max_examples=300, deadline=None)
@given(st.lists(TEXTS, max_size=4), st.sampled_from([None, "US", "IT", "NL", "GB", "BR", "KR", "ZZ", ""]))
def test_parts_hold_nothing_that_is_not_printed(texts: list[str], region: str | None) -> None:
    for name, part in address_parts(texts, region):
        printed = iter(_letters("".join(texts)))
        assert part
        assert name == "country" or all(letter in printed for letter in _letters(part))


def _letters(text: str) -> str:
    return "".join(char for char in narrow(text) if char.isalnum())
