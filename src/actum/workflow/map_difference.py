"""What became of a map between two works, or between two years.

Takes       a workspace with a build; for each side the id of a work, or a year.
Gives       a MapComparison; the sides there are to choose from.
Method      the works of a year are one side, whole where each of them is; silence is earned as `actum silence` has it.
Leaves out  drawing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actum.errors import NoSuchWork, NotComparable
from actum.model.claim import MapComparison
from actum.regime.influence.map_compare import MapSide, compared, side_of, unspoken
from actum.store.workspace import Workspace
from actum.workflow.causal_map import causal_map
from actum.workflow.concept_standings import standings
from actum.workflow.read_works import read_works
from actum.workflow.registers import registry_of
from actum.workflow.show import find_work, work_rows

_YEAR = re.compile(r"\d{4}")


def compared_maps(workspace: Workspace, earlier: str, later: str) -> MapComparison:
    """What became of the edges of one work's map in another's. Raises NoSuchWork, NotBuilt, NotComparable."""
    works = [find_work(workspace, name)["work"] for name in (earlier, later)]
    if works[0] == works[1]:
        raise NotComparable(
            f"“{earlier}” and “{later}” are one work, {works[0]}. Name another; `actum works` shows them."
        )
    return _compared(workspace, works[:1], works[1:])


def compared_sides(workspace: Workspace, earlier: str, later: str) -> MapComparison:
    """What became of the edges of the one side in the other.

    Raises NotComparable for one and the same, NoSuchWork for a side that there is not, NotBuilt.
    """
    if earlier == later:
        raise NotComparable(f"“{earlier}” cannot be compared with itself. Name another work or year.")
    return _compared(workspace, works_of_side(workspace, earlier), works_of_side(workspace, later))


def _compared(workspace: Workspace, earlier: Sequence[str], later: Sequence[str]) -> MapComparison:
    before, after = (_side(workspace, works) for works in (earlier, later))
    return compared(before, after, standings(workspace, earlier, later, unspoken(before, after)))


def works_of_side(workspace: Workspace, side: str) -> tuple[str, ...]:
    """The works that a side is made of, by date. Raises NoSuchWork, NotBuilt."""
    rows = work_rows(workspace)
    year = bool(_YEAR.fullmatch(side))
    found = [row["work"] for row in rows if row["work"] == side or (year and (row["date"] or "").startswith(side))]
    if not found:
        raise NoSuchWork(f"“{side}” is no work here and no year of one. `actum works` shows them.")
    return tuple(found)


def _side(workspace: Workspace, works: Sequence[str]) -> MapSide:
    return side_of(causal_map(workspace, works=works), read_works(workspace, works), registry_of(workspace))
