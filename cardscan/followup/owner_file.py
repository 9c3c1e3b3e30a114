"""The owner's part of the settings file, and the owner's time zone."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from cardscan.errors import UsageError
from cardscan.followup.cell_text import one_line
from cardscan.followup.settings import Owner
from cardscan.followup.working_days import WorkingDays
from cardscan.parse.country import check_country
from cardscan.parse.record import Issue
from cardscan.parse.validators.email import check_email

if TYPE_CHECKING:
    from datetime import tzinfo

    from cardscan.followup.toml_file import Table

_KEYS = ("name", "email", "phone", "company", "country", "subdivision", "time_zone", "languages")

_LANGUAGES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz "
    "ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii "
    "ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi "
    "mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw "
    "sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk "
    "ur uz ve vi vo wa wo xh yi yo za zh zu"
)
"""The codes of ISO 639-1."""


def read_owner(table: Table) -> Owner:
    """What the table ``[owner]`` says.

    Args:
        table: The table; each text of it becomes one line.

    Returns:
        The owner, with the default for what does not stand there.

    Raises:
        RecordError: A key is not known, or a value is not what it must be.
    """
    table.only(*_KEYS)
    country = _country(table)
    return Owner(
        name=_line(table, "name"),
        email=_email(table),
        phone=_line(table, "phone"),
        company=_line(table, "company"),
        country=country,
        subdivision=_subdivision(table, country),
        time_zone=_time_zone(table),
        languages=_languages(table),
    )


def zone(owner: Owner) -> tzinfo:
    """The owner's time zone: the one set, else the computer's own.

    Args:
        owner: Who follows up.

    Raises:
        UsageError: None is set, and the computer's own cannot be found out; or the
            one set is unknown on this computer.
    """
    if owner.time_zone:
        found = _zone_named(owner.time_zone)
        if found is None:
            raise UsageError(f"The time zone {_hint(owner.time_zone)}")
        return found
    # Only needed where no time zone is set.
    from tzlocal import get_localzone  # noqa: PLC0415

    try:
        return get_localzone()
    except (ZoneInfoNotFoundError, ValueError) as exc:
        raise UsageError(
            "The computer's time zone cannot be found out. Write it into the settings file, below "
            '[owner]: time_zone = "Europe/London"'
        ) from exc


def _line(table: Table, key: str) -> str:
    return one_line(table.text(key) or "")


def _email(table: Table) -> str:
    email = _line(table, "email")
    checked = check_email(email) if email else None
    if isinstance(checked, Issue):
        raise table.wrong(f"email is {email!r}. {checked.message}")
    return email


def _country(table: Table) -> str | None:
    code = _line(table, "country")
    try:
        return check_country(code)
    except UsageError as exc:
        hint = "GB" if code.upper() == "UK" else "DE"
        raise table.wrong(
            f'country is {code!r}; write the two letters of ISO 3166, like: country = "{hint}"'
        ) from exc


def _subdivision(table: Table, country: str | None) -> str | None:
    subdivision = _line(table, "subdivision")
    if not subdivision:
        return None
    if country is None:
        raise table.wrong('subdivision needs a country beside it, like: country = "DE"')
    try:
        WorkingDays(country, subdivision)
    except UsageError as exc:
        raise table.wrong(f"subdivision: {exc}") from exc
    return subdivision


def _time_zone(table: Table) -> str:
    name = _line(table, "time_zone")
    if name and _zone_named(name) is None:
        raise table.wrong(f"time_zone {_hint(name)}")
    return name


def _zone_named(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # also for the name of a folder, or ".."
        return None


def _hint(name: str) -> str:
    """The end of the sentence about a time zone that is unknown, with the most alike that is known."""
    alike = get_close_matches(name, sorted(available_timezones()), n=1)
    example = alike[0] if alike else "Europe/Berlin"
    return f'is {name!r}, which is unknown; write an IANA name, like: time_zone = "{example}"'


def _languages(table: Table) -> tuple[str, ...]:
    texts = table.texts("languages")
    if texts is None:
        return Owner().languages
    codes = tuple(dict.fromkeys(text.strip().lower() for text in texts))
    unknown = [code for code in codes if code not in _LANGUAGES.split()]
    if unknown or not codes:
        what = f"names {unknown[0]!r}" if unknown else "is empty"
        raise table.wrong(
            f'languages {what}; write codes of two letters (ISO 639-1), like: languages = ["en", "de"]'
        )
    return codes
