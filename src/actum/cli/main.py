"""The `actum` command: its verbs, and what becomes of errors.

Takes       the command line.
Gives       exit status 0; 1 where something did not hold; 2 for wrong use.
Method      each verb is a function in a file of its own; this file only hangs them up.
Leaves out  tracebacks for what Actum or the system refuses: that is one line.
"""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated

import typer

from actum import __version__
from actum.cli.add import add
from actum.cli.apparatus import apparatus
from actum.cli.build import build
from actum.cli.centrality import centrality
from actum.cli.compare import compare
from actum.cli.copies import copies
from actum.cli.demo import demo
from actum.cli.doubts import doubts
from actum.cli.explain import explain
from actum.cli.export import export
from actum.cli.facts import effects, mentions, positions
from actum.cli.formulations import formulations
from actum.cli.init import init
from actum.cli.judge import judge
from actum.cli.ledger import ledger
from actum.cli.loops import loops
from actum.cli.map import causal
from actum.cli.network import network
from actum.cli.paths import paths
from actum.cli.publish import publish
from actum.cli.records import records
from actum.cli.redline import redline
from actum.cli.regime import regime
from actum.cli.registry import registry
from actum.cli.rows import ReaderGone, say, write
from actum.cli.series import series
from actum.cli.serve import serve
from actum.cli.silence import silence
from actum.cli.text import text
from actum.cli.track import track
from actum.cli.what_if import what_if
from actum.cli.works import works
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
from actum.workflow.add import shown

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

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback(invoke_without_command=True)
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


VERBS = (
    init, add, build, works, copies, text, apparatus, doubts, records, positions, effects, mentions, compare, redline,
    silence, formulations, track, series, regime, ledger, network, paths, loops, what_if, centrality, export, explain,
    demo, serve, publish,
)  # fmt: skip
for _verb in VERBS:
    app.command()(_verb)
app.add_typer(registry, name="registry")
app.add_typer(judge, name="judge")
app.add_typer(causal, name="map")


def run() -> None:
    """Run the command line; never returns."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")  # what programs read is UTF-8 in every locale
    try:
        try:
            app()
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
