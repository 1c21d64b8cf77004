"""What became of a map between two works, or between two years.

Takes       a workspace with a build; for each side the id of a work, or a year.
Gives       a MapComparison; the sides there are to choose from.
Method      the works of a year are one side, whole where each of them is.
Leaves out  drawing.
"""

from __future__ import annotations

import re

from actum.errors import NoSuchWork, NotComparable
from actum.model.claim import MapComparison
from actum.regime.map_compare import MapSide, compared, side_of
from actum.store.workspace import Workspace
from actum.workflow.causal_map import causal_map
from actum.workflow.read_works import read_works
from actum.workflow.registers import registry_of
from actum.workflow.show import work_rows

_YEAR = re.compile(r"\d{4}")


def compared_sides(workspace: Workspace, earlier: str, later: str) -> MapComparison:
    """What became of the edges of the one side in the other.

    Raises NotComparable for one and the same, NoSuchWork for a side that there is not, NotBuilt.
    """
    if earlier == later:
        raise NotComparable(f"“{earlier}” cannot be compared with itself. Name another work or year.")
    return compared(_side(workspace, earlier), _side(workspace, later))


def works_of_side(workspace: Workspace, side: str) -> tuple[str, ...]:
    """The works that a side is made of, by date. Raises NoSuchWork, NotBuilt."""
    rows = work_rows(workspace)
    year = bool(_YEAR.fullmatch(side))
    found = [row["work"] for row in rows if row["work"] == side or (year and (row["date"] or "").startswith(side))]
    if not found:
        raise NoSuchWork(f"“{side}” is no work here and no year of one. `actum works` shows them.")
    return tuple(found)


def _side(workspace: Workspace, side: str) -> MapSide:
    works = works_of_side(workspace, side)
    return side_of(causal_map(workspace, works=works), read_works(workspace, works), registry_of(workspace))
