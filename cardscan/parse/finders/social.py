"""Finds social handles and messenger ids; their spans keep a chat number from becoming a phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cardscan.parse.candidate import Candidate, Span
from cardscan.parse.finders.merged import merged
from cardscan.parse.finders.narrow import free_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cardscan.ocr.record import TextLine

_SOCIAL_DOMAINS = frozenset(
    {
        "linkedin.com", "facebook.com", "fb.com", "fb.me", "m.me", "instagram.com", "twitter.com", "x.com",
        "xing.com", "youtube.com", "youtu.be", "tiktok.com", "pinterest.com",
        "behance.net", "dribbble.com", "medium.com", "threads.net", "bsky.app", "wa.me", "t.me", "line.me",
        "weibo.com", "vk.com", "vimeo.com", "flickr.com", "linktr.ee", "snapchat.com", "calendly.com",
    }
)  # fmt: skip

_CODE_HOSTS = frozenset({"github.com", "gitlab.com", "codeberg.org", "bitbucket.org"})

_HANDLE = re.compile(r"(?<![\w.@+-])@\s?([^\W_][\w.]{1,38}[\w])(?![\w@])")
_NETWORK = re.compile(
    r"(?<![^\W_])(?P<network>fb|facebook|ig|insta|instagram|twitter|linkedin|xing|youtube|tiktok|github|behance)"
    r"(?:\s?[/:]\s?@?)(?P<id>[^\W_][\w.-]*(?:/[\w.-]+)*)",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?<![\w/.\x00-])(?:/?in|x|tw|yt)/(?P<id>[a-z][\w-]{2,40})(?![\w/])")
_MESSENGER = re.compile(
    r"(?P<label>(?<![^\W_])(?:skype|we\s?chat|weixin|qq|kakao\s?talk|kakao|telegram|threema|icq|zalo|line\s?id)(?![^\W_])"
    r"|微信号?|微信號|카카오톡|카톡|(?<![^\W_])(?<!\w )(?-i:LINE)(?=\s?:\s?@?[0-9._-]*[a-z]))"
    r"(?:\s?(?:id|no|name|아이디))?\s?[.:/]?\s{0,2}(?P<id>@?[0-9A-Za-z][\w.@:-]{2,40})",
    re.IGNORECASE,
)


def is_social(registered_domain: str | None, path: str) -> bool:
    """Whether a web address is at a social network or a messenger.

    A profile at a code host is social, a project there is a website like any other.

    Args:
        registered_domain: The address's registered domain, if known.
        path: Its path, as printed.
    """
    if registered_domain in _CODE_HOSTS:
        return path.strip("/").count("/") == 0
    return registered_domain in _SOCIAL_DOMAINS


def find_socials(lines: Sequence[TextLine], taken: Iterable[Span] = ()) -> tuple[Candidate, ...]:
    """Candidates for handles ("@jane"), short forms ("fb/jane") and messenger ids ("Skype: jane").

    Args:
        lines: The text lines of one reading.
        taken: Spans of e-mails and websites, which are left alone.
    """
    texts = free_texts(lines, taken)
    return merged(
        candidate
        for index, line in enumerate(lines)
        for candidate in _on_line(index, line.text, texts[index])
    )


def _on_line(index: int, printed: str, text: str) -> Iterator[Candidate]:
    found: list[tuple[int, int]] = []
    for pattern, name in ((_MESSENGER, "label"), (_NETWORK, "network"), (_SLASHED, ""), (_HANDLE, "")):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in found):
                continue
            found.append(match.span())
            raw = printed[match.start() : match.end()]
            value = f"{match[name].strip()}: {match['id']}" if name == "label" else raw.replace(" ", "")
            yield Candidate(
                kind="social",
                raw=raw,
                value=value,
                spans=(Span(line=index, start=match.start(), end=match.end()),),
                score=0.8,
                confidence=0.8,
            )
