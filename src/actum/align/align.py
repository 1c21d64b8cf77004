"""Lay two texts side by side.

Takes       two Sides, the earlier and the later: each a text with its divisions, mentions and positions; the registry.
Gives       an Alignment: every sentence of both stands in at least one row.
Method      units → weights → links → rows with their changes, each step one call.
Leaves out  clauses as rows of their own: a row quotes full sentences, its changes say what differs inside.
"""

from __future__ import annotations

from actum.align.changes import Changes
from actum.align.links import Bounds, links
from actum.align.rows import rows
from actum.align.units import units
from actum.align.weights import weigh
from actum.model.alignment import Alignment, Side
from actum.registry.load import Registry

BOUNDS = Bounds()


def align(earlier: Side, later: Side, *, registry: Registry, bounds: Bounds = BOUNDS) -> Alignment:
    """The alignment of two texts; rows in order of the later text, what fell away beside its earlier neighbour."""
    ours, theirs = units(earlier, registry), units(later, registry)
    weights = weigh(ours, theirs)
    found = links(ours, theirs, weights=weights, bounds=bounds)
    changes = Changes(earlier, later, weights)
    complete = (earlier.complete, later.complete)
    return Alignment(rows(ours, theirs, links=found, complete=complete, changes=changes))
