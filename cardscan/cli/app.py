"""The command ``cardscan``, and what it exits with."""

import gc
import sys
from contextlib import suppress
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from cardscan import __version__
from cardscan.cli.commands import COMMANDS
from cardscan.cli.events import app as event_commands
from cardscan.cli.examples import examples
from cardscan.cli.push import app as push_commands
from cardscan.cli.terminal import forget_stdout, say
from cardscan.errors import CardscanError, StoppedError


class _Commands(TyperGroup):
    """Commands whose Ctrl-C is an error like any other, with its own exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:  # whoever reads stdout, like head, has had enough
            forget_stdout()
            return None
        except KeyboardInterrupt as exc:
            raise StoppedError("Stopped before it was done.") from exc
        else:
            return result


app = typer.Typer(
    name="cardscan",
    cls=_Commands,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: quick, and it can be copied from any terminal
    pretty_exceptions_enable=False,  # they print local variables, which hold text of the cards
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"cardscan {__version__}")
        raise typer.Exit


@app.callback(
    epilog=examples(
        'cardscan scan photos/ --event "Harbour Chamber mixer" --event-date 2026-11-20 -o queue.csv',
        "cardscan show photos/card.jpg -o picture.png",
    )
)
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """From a folder of business-card photos to a follow-up queue, offline."""


for command, lines in COMMANDS:
    app.command(epilog=examples(*lines))(command)
app.add_typer(event_commands, name="event")
app.add_typer(push_commands, name="push")


def seldom_collect() -> None:
    """Let Python look for unreachable cycles seldom: a command is over before there are many.

    With a book of ten thousand people the looking took a third of the time.
    """
    gc.set_threshold(100_000)


def main() -> None:
    """Run the command line and exit: with 0, or with the code of what went wrong."""
    for stream in (sys.stdout, sys.stderr):
        # Data is UTF-8 wherever it goes; a terminal that cannot show a character must not stop the run.
        with suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    seldom_collect()
    try:
        app()
    except CardscanError as exc:
        say(f"cardscan: {exc}")
        sys.exit(exc.exit_code)
