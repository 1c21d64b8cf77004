"""Lay two works of a workspace side by side.

Takes       a workspace with a build, and the names of two works.
Gives       rows of the alignment, as `actum compare` prints them; rows of what fell silent, as `actum silence` does.
Method      what the build read of each text → a Side → align, silences; each step one call.
Leaves out  reading anew: the facts are those of the build, judgements included.
"""

from __future__ import annotations

from actum.align.align import align
from actum.align.silence import silences
from actum.errors import NotComparable
from actum.model.alignment import Side
from actum.registry.load import load
from actum.store.alignment_rows import alignment_row, silence_row
from actum.store.files import Row
from actum.store.workspace import Workspace
from actum.workflow.read_works import read_works
from actum.workflow.show import find_work


def compare_rows(workspace: Workspace, earlier: str, later: str) -> list[Row]:
    """What became of each sentence, in order of the later text. Raises NoSuchWork, NotComparable, NotBuilt."""
    found = align(*sides(workspace, earlier, later), registry=load(workspace.own_registry()))
    return [alignment_row(row) for row in found.rows]


def silence_rows(workspace: Workspace, earlier: str, later: str) -> list[Row]:
    """What one work speaks of and the other does not, the silent first. Raises NoSuchWork, NotComparable, NotBuilt."""
    found = silences(*sides(workspace, earlier, later), registry=load(workspace.own_registry()))
    return [silence_row(one) for one in found]


def sides(workspace: Workspace, earlier: str, later: str) -> tuple[Side, Side]:
    """Two works as the build read them. Raises NoSuchWork, NotComparable (one work twice, too), NotBuilt."""
    if find_work(workspace, earlier)["work"] == (same := find_work(workspace, later)["work"]):
        raise NotComparable(f"“{earlier}” and “{later}” are one work, {same}. Name another; `actum works` shows them.")
    ours, theirs = side_of(workspace, earlier), side_of(workspace, later)
    if ours.language != theirs.language:
        raise NotComparable(
            f"“{earlier}” is in {ours.language}, “{later}” in {theirs.language}: works are compared by their words. "
            "Name two works in one language; `actum works` shows them."
        )
    return ours, theirs


def side_of(workspace: Workspace, name: str) -> Side:
    """A work as the build read it, named as `find_work` has it. Raises NoSuchWork, NotBuilt."""
    (work,) = read_works(workspace, [name])
    return Side(
        text=work.text,
        language=work.language,
        complete=work.complete,
        divisions=work.divisions,
        mentions=work.mentions,
        positions=tuple(position for position, _ in work.positions),
    )
