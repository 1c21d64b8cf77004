"""The verbs of the command line: where each is, loaded when it is asked for.

Takes       a verb's name.
Gives       its function, or for a verb of several words its command group.
Method      a table of names; the module is imported when the verb is asked for. `actum works` then loads neither the
            reading room nor the readers of files: 0.15 s of processor time against 1.15 s for all verbs, 2026-11-26
            (`python -c "import actum.cli.works"` against a loop over VERBS).
Leaves out  plugins: a verb that is not in the table is none.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import typer

VERBS: dict[str, str] = {
    "init": "init:init",
    "add": "add:add",
    "build": "build:build",
    "works": "works:works",
    "copies": "copies:copies",
    "text": "text:text",
    "apparatus": "apparatus:apparatus",
    "doubts": "doubts:doubts",
    "records": "records:records",
    "positions": "facts:positions",
    "effects": "facts:effects",
    "mentions": "facts:mentions",
    "compare": "compare:compare",
    "redline": "redline:redline",
    "silence": "silence:silence",
    "formulations": "formulations:formulations",
    "track": "track:track",
    "series": "series:series",
    "regime": "regime:regime",
    "ledger": "ledger:ledger",
    "map": "map:causal",
    "network": "network:network",
    "paths": "paths:paths",
    "loops": "loops:loops",
    "what-if": "what_if:what_if",
    "centrality": "centrality:centrality",
    "export": "export:export",
    "explain": "explain:explain",
    "registry": "registry:registry",
    "judge": "judge:judge",
    "demo": "demo:demo",
    "serve": "serve:serve",
    "publish": "publish:publish",
}
"""Each verb with `module:name` in this room, in the order in which help lists them."""


def face(verb: str) -> Callable[..., Any] | typer.Typer:
    """The function of a verb of the table, or its group."""
    module, _, name = VERBS[verb].partition(":")
    found: Callable[..., Any] | typer.Typer = getattr(import_module(f"actum.cli.{module}"), name)
    return found
