"""``cardscan settings``: who follows up, in which rhythm, with what to send."""

from typing import Annotated

import typer

from cardscan.cli.desk import settings_path
from cardscan.cli.terminal import say


def settings(
    *,
    make: Annotated[
        bool, typer.Option("--make", help="Make the file, with every default explained, if there is none.")
    ] = False,
) -> None:
    """Print where your settings are; without the file, the usual ones hold."""
    from cardscan.followup.settings_file import default_settings_text, read_settings  # noqa: PLC0415 - heavy

    path = settings_path()
    if make and not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(default_settings_text(), encoding="utf-8")
    typer.echo(path)
    if path.exists():
        read_settings(path)  # what is wrong in it is told here, before it is needed
    else:
        say("There is no such file yet. To make it: cardscan settings --make")
