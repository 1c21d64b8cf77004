"""The `actum` command: its verbs, and what becomes of errors.

Takes       the command line.
Gives       exit status 0; 1 where something did not hold; 2 for wrong use.
Method      each verb is a function in a file of its own; only the verb that is asked for is loaded (`verbs`).
Leaves out  tracebacks for what Actum or the system refuses: that is one line.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from actum import __version__
from actum.cli.rows import ReaderGone, say, write
from actum.cli.verbs import VERBS, face
from actum.errors import (
    ActumError,
    NoSuchConcept,
    NoSuchFact,
    NoSuchRow,
    NoSuchWork,
    NotBuilt,
    NotComparable,
    NoWorkspace,
    OutputRefused,
    WorkspaceExists,
)
from actum.store.files import shown

WRONG_USE = (
    NoWorkspace,
    WorkspaceExists,
    NoSuchConcept,
    NoSuchWork,
    NoSuchFact,
    NoSuchRow,
    NotBuilt,
    NotComparable,
    OutputRefused,
)


def main(
    *, version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False
) -> None:
    """Actum reads copies of official texts and gives back the system they describe.

    \b
    A workspace is a folder:
      actum init DIR
      actum add PATH… --workspace DIR
      actum build --workspace DIR
      actum works --workspace DIR
    """
    if version:
        write(f"actum {__version__}\n")
        raise typer.Exit


def command_line(asked: Sequence[str] = ()) -> typer.Typer:
    """The command line that these words need: one verb's where the first word is a verb, else that of all verbs.

    To load every verb takes a second, most of it for the reading room and the readers; one verb needs little of it.
    """
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback(invoke_without_command=True)(main)
    for verb in [asked[0]] if asked and asked[0] in VERBS else VERBS:
        found = face(verb)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=verb)
        else:
            app.command(verb)(found)
    return app


def run() -> None:
    """Run the command line; never returns."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")  # what programs read is UTF-8 in every locale
    try:
        try:
            command_line(sys.argv[1:])()
        finally:
            sys.stdout.flush()
    except ActumError as error:
        say(f"actum: {error}")
        sys.exit(2 if isinstance(error, WRONG_USE) else 1)
    except (ReaderGone, BrokenPipeError):
        _close()
        sys.exit(0)
    except OSError as error:
        _close()
        say(f"actum: {_what(error)} ({error.strerror}). Check the path, its permissions and the space that is left.")
        sys.exit(1)


def _what(error: OSError) -> str:
    return f"{shown(error.filename)} cannot be read or written" if error.filename else "the output cannot be written"


def _close() -> None:
    """Let what is still to be written go nowhere, so that the end of the program does not try again."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
