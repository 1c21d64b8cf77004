"""The one loader of the tables that ship beside the readers.

Takes       the name of a table in `read/data`.
Gives       a TOML file as a dict; cached, not to be changed.
Leaves out  what the tables mean: the reader that uses one says so.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML file `data/NAME.toml`."""
    return tomllib.loads(resources.files("actum.read").joinpath("data", f"{name}.toml").read_text(encoding="utf8"))
