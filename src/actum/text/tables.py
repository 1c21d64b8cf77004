"""The one loader of the character tables that ship beside this module.

Takes       the name of a table in `text/data`.
Gives       its entries, one a line, without the comment lines at its head and blank lines; cached.
Leaves out  what the entries mean: the form that uses a table says so.
"""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def entries(name: str) -> tuple[str, ...]:
    """The lines of `data/NAME.txt` that are neither blank nor begin with `# `, in file order."""
    text = resources.files("actum.text").joinpath("data", f"{name}.txt").read_text(encoding="utf8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("# "))
