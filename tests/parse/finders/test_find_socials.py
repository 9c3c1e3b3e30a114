from __future__ import annotations

import pytest
from written_lines import lines

from cardscan.parse.candidate import Span
from cardscan.parse.finders.social import find_socials


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("@janedoe", "@janedoe"),
        ("f @Café", "@Café"),
        ("fb/jane.doe", "fb/jane.doe"),
        ("Facebook: janedoe", "Facebook:janedoe"),
        ("in/jane-doe", "in/jane-doe"),
        ("Skype: jane.doe", "Skype: jane.doe"),
        ("WeChat ID: jane_doe", "WeChat: jane_doe"),
        ("QQ: 123456789", "QQ: 123456789"),
        ("微信：janedoe", "微信: janedoe"),
        ("LINE ID: jane", "LINE ID: jane"),
        ("KakaoTalk jane", "KakaoTalk: jane"),
    ],
)
def test_handle_or_messenger_id_is_found(text, value):
    (candidate,) = find_socials(lines(text))
    assert (candidate.kind, candidate.value) == ("social", value)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Direct Line: 020 7946 0958", "a phone's label"),
        ("LINE: 020 7946 0958", "digits after LINE are a phone"),
        ("Jane Doe", "a name"),
        ("jane@example.com", "an e-mail"),
    ],
)
def test_other_text_gives_nothing(text, why):
    assert find_socials(lines(text)) == (), why


def test_taken_text_is_left_alone():
    assert find_socials(lines("@janedoe"), [Span(line=0, start=0, end=8)]) == ()
