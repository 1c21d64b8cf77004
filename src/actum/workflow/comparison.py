"""All that is said of two works side by side: provisions, silences, redline, from one alignment.

Takes       a workspace with a build, and two works.
Gives       Comparison.
Method      both works as the build read them → align, once → rows, silences, redline.
Leaves out  what a page or a verb makes of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from actum.align.align import align
from actum.align.silence import silences
from actum.export.marked import Head, Redline
from actum.export.redline import redline
from actum.registry.load import load
from actum.store.alignment_rows import alignment_row, silence_row
from actum.store.files import Row
from actum.store.workspace import Workspace
from actum.workflow.compare import sides
from actum.workflow.show import find_work


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows as `actum compare` and `actum silence` print them, and the redline; its `row` numbers count these rows."""

    rows: tuple[Row, ...]
    silences: tuple[Row, ...]
    redline: Redline


def comparison_of(workspace: Workspace, earlier: str, later: str) -> Comparison:
    """Two works side by side. Raises NoSuchWork, NotComparable (one work twice, two languages), NotBuilt."""
    ours, theirs = sides(workspace, earlier, later)
    registry = load(workspace.own_registry())
    found = align(ours, theirs, registry=registry)
    heads = (_head(find_work(workspace, earlier)), _head(find_work(workspace, later)))
    return Comparison(
        rows=tuple(alignment_row(row) for row in found.rows),
        silences=tuple(silence_row(one) for one in silences(ours, theirs, registry=registry)),
        redline=redline(found, ours, theirs, heads=heads),
    )


def _head(work: Row) -> Head:
    return Head(work["work"], work["title"], work["date"], work["language"], work["complete"])
