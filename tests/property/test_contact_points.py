"""Whatever a reader gives, the finders give candidates or nothing, and what they give holds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from written_lines import lines

from cardscan.parse.finders.email import find_emails
from cardscan.parse.finders.phone import find_phones
from cardscan.parse.finders.social import find_socials
from cardscan.parse.finders.website import find_websites
from cardscan.parse.record import Issue
from cardscan.parse.region import Region, guess_region
from cardscan.parse.validators.email import check_email
from cardscan.parse.validators.phone import check_phone
from cardscan.parse.validators.website import check_website

PIECES = st.sampled_from(
    ["Tel", "Fax:", "M.", "+44", "(0)", "20", "7946", "0958", "@", "jane", ".", "example", "com", "www.",
     "www", "http://", "/", "-", "~", "ext. 12", "電話", "〒", " ", "  ", "(", ")", "QQ:", "O", "1-800-",
     "EXAMPLE", "e-mail", ",", "0044"]
)  # fmt: skip
CARD_TEXT = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=40)
CARDS = st.lists(CARD_TEXT, max_size=5)
REGIONS = st.sampled_from([None, "GB", "US", "JP", "IN", "DE", "BR", "TW"])


def everything(texts, code):
    card = lines(*texts)
    emails = find_emails(card)
    websites = find_websites(card, [span for one in emails for span in one.spans])
    before = [*emails, *websites]
    before += find_socials(card, [span for one in before for span in one.spans])
    region = Region(code=code, source="default", sure=False)
    return [*before, *find_phones(card, region=region, taken=[span for one in before for span in one.spans])]


@settings(max_examples=150, deadline=None)
@given(CARDS, REGIONS)
def test_spans_lie_inside_their_lines(texts, code):
    for candidate in everything(texts, code):
        assert candidate.spans
        for span in candidate.spans:
            assert 0 <= span.start <= span.end <= len(texts[span.line])


@settings(max_examples=150, deadline=None)
@given(CARDS, REGIONS)
def test_candidate_without_a_value_says_why(texts, code):
    for candidate in everything(texts, code):
        assert candidate.value is not None or candidate.issues
        assert 0 <= candidate.confidence <= 1


@settings(max_examples=150, deadline=None)
@given(CARDS)
def test_region_is_a_country_code_or_none(texts):
    region = guess_region(lines(*texts))
    assert region.code is None or (len(region.code) == 2 and region.code.isupper())


@settings(max_examples=150, deadline=None)
@given(CARD_TEXT)
def test_checked_email_checks_to_itself(text):
    checked = check_email(text)
    assert isinstance(checked, Issue) or check_email(checked.value) == checked


@settings(max_examples=150, deadline=None)
@given(CARD_TEXT)
def test_checked_website_checks_to_itself(text):
    checked = check_website(text)
    assert isinstance(checked, Issue) or check_website(checked.value) == checked


@settings(max_examples=150, deadline=None)
@given(CARD_TEXT, REGIONS)
def test_valid_phone_checks_to_the_same_number(text, code):
    checked = check_phone(text, code)
    if not isinstance(checked, Issue) and checked.valid:
        again = check_phone(checked.e164)
        assert not isinstance(again, Issue)
        assert again.e164 == checked.e164
