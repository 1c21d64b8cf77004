"""Each provision through several works: where it came, stayed, changed, fell away.

Takes       what is asked: works (`work`); without any, all that have a day, each language by itself.
Gives       PAGE, and `series_context` for the page that lets choose.
Leaves out  works without a day, unless they are named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from actum.model.formulation import CELL_STATES
from actum.store.files import Row
from actum.web.kept import kept
from actum.web.page import Asked, Context, Page
from actum.workflow.formulations import series_rows, undated_rows

SIGNS = {"first": "+", "new": "+", "kept": "=", "changed": "~", "back": "↩", "gone": "−", "absent": "·", "unknown": "?"}
"""As `actum series` has them."""
IN_FULL = 3
"""Works up to which cells show whole sentences; with more they show signs that lead to the text, 2026-11-26."""
ROWS = 120
"""Provisions of a language on one page, where there are more works than are shown in full, 2026-11-26."""
PAGE_SIZE = 220_000
"""Bytes, estimated, of the rows of all tables of one page, each table having its equal share, 2026-11-26."""
CELL, LINKED = 45, 110
"""Bytes of a cell that says nothing but its state, and of one that leads to its place, 2026-11-26."""


def context(asked: Asked) -> Context:
    """The provisions of the works named, or of all. Raises NoSuchWork, NotComparable."""
    return series_context(asked, asked.every("work"))


def series_context(asked: Asked, names: Sequence[str]) -> Context:
    """What the template of a series needs. Raises NoSuchWork, NotComparable."""
    for name in names:
        asked.build.work(name)
    if not asked.build.name:
        return {"tables": [], "signs": SIGNS, "undated": [], "states": CELL_STATES}
    rows = kept(asked, ("series", tuple(names)), lambda: series_rows(asked.workspace, names))
    undated = kept(asked, ("undated", tuple(names)), lambda: undated_rows(asked.workspace, names))
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(cell["work"] for cell in row["cells"]), []).append(row)
    return {
        "tables": [_table(asked, works, own, PAGE_SIZE // len(groups)) for works, own in groups.items()],
        "signs": SIGNS,
        "undated": [] if names else undated,
        "states": CELL_STATES,
    }


def _table(asked: Asked, works: Sequence[str], rows: Sequence[Row], room: int) -> Context:
    in_full = len(works) <= IN_FULL
    sizes = accumulate(_size(row, in_full=in_full) for row in rows)
    most = min(max(sum(size <= room for size in sizes), 1), len(rows) if in_full else ROWS)
    states = Counter(cell["state"] for row in rows for cell in row["cells"])
    return {
        "works": [asked.build.work(one) for one in works],
        "rows": rows[:most],
        "left_out": max(len(rows) - most, 0),
        "counts": [(one, states[one]) for one in CELL_STATES if states[one]],
        "in_full": in_full,
    }


def _size(row: Row, *, in_full: bool) -> int:
    """Bytes, about, of a row of a table."""
    size = CELL if in_full else CELL + min(len(row["wording"]), 90) * 3
    for cell in row["cells"]:
        linked = (cell["parts"] if in_full else cell["parts"][:1]) if cell["state"] != "absent" else ()
        size += CELL + len(linked) * (LINKED + len(cell["work"].encode()))
        size += sum(len(part["text"].encode("utf8", "replace")) for part in linked) if in_full else 0
    return size


PAGE = Page("series", "series", context, shown=False)
