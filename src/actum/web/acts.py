"""How a speech act is shown: the side it takes, and the shape of that side.

Takes       an act.
Gives       its side and shape, from a data file.
Leaves out  its words: see `data/words/common.toml`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


def side(act: str) -> str:
    """`for`, `against`, `ask` or `say`; `say` for an act that the table lacks."""
    return _sides().get(act, "say")


def shape(act: str) -> str:
    """The shape of the act's side."""
    return str(_table()["shapes"][side(act)])


@cache
def _sides() -> dict[str, str]:
    return {act: name for name, acts in _table()["sides"].items() for act in acts}


@cache
def _table() -> dict[str, dict[str, str]]:
    file = resources.files("actum.web") / "data" / "acts.toml"
    return tomllib.loads(file.read_text(encoding="utf8"))
