"""The password of a server: from the environment, the keyring, or a terminal; never from the command line."""

import os
from typing import TYPE_CHECKING

import typer

from cardscan.cli.desk import can_ask
from cardscan.errors import UsageError

if TYPE_CHECKING:
    from cardscan.export.push.address import Address

PASSWORD = "CARDSCAN_PASSWORD"  # noqa: S105 - a name
"""Environment variable with the password."""

SERVICE = "cardscan"
"""What the keyring knows it by, with USER@HOST."""


def password_of(address: "Address") -> str:
    """The password of whoever asks a server; empty where nobody in particular does.

    Raises:
        UsageError: None is found, and there is no terminal to ask at.
    """
    if not address.user:
        return ""
    account = f"{address.user}@{address.host}"
    found = os.environ.get(PASSWORD) or _from_keyring(account)
    if found:
        return found
    if can_ask():
        return str(typer.prompt(f"Password of {account}", hide_input=True, err=True))
    raise UsageError(
        f"There is no password for {account}. Put it into {PASSWORD}, or keep it in your keyring: "
        f"keyring set {SERVICE} {account}"
    )


def _from_keyring(account: str) -> str | None:
    import keyring  # noqa: PLC0415 - slow to load, and not needed for --help
    from keyring.errors import KeyringError  # noqa: PLC0415

    try:
        return keyring.get_password(SERVICE, account)
    except KeyringError:
        return None
