"""E-mail addresses: syntax by email-validator, without any network."""

from __future__ import annotations

from dataclasses import dataclass

from cardscan.parse.record import Issue
from cardscan.parse.validators.domain import check_domain


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedEmail:
    """An address that can be written to as far as its form tells.

    Attributes:
        value: The address in lower case.
        local: What stands before the @.
        domain: What stands after it.
        registered_domain: The registered domain, or None where the top-level domain is
            not on the public suffix list.
    """

    value: str
    local: str
    domain: str
    registered_domain: str | None


def check_email(text: str) -> CheckedEmail | Issue:
    """The address in a text that holds nothing else.

    Args:
        text: The text, without label or surrounding punctuation.

    Returns:
        The address, or an issue ``email-not-valid`` that says what is wrong with it.

    Example:
        >>> check_email("Jane.Doe@Example.com").value
        'jane.doe@example.com'
    """
    # Imported here, as it is only needed once something holds an @.
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415

    try:
        address = validate_email(
            text.strip(), check_deliverability=False, test_environment=True, allow_smtputf8=False
        )
    except EmailNotValidError as exc:
        return Issue(
            code="email-not-valid", message=f"This is no valid e-mail address. {exc} Check it.", doubt=True
        )
    domain = check_domain(address.domain)
    return CheckedEmail(
        value=address.normalized.lower(),
        local=address.local_part.lower(),
        domain=address.domain.lower(),
        registered_domain=domain.registered if domain else None,
    )
