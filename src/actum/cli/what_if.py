"""`actum what-if`: hold concepts at less or more, and see what the claims say of the others."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from actum.cli.chains import (
    CONCEPT_WIDTH,
    BridgesOption,
    BroaderOption,
    HolderOption,
    StitchedOption,
    WorksOption,
    YearOption,
    chain,
    quotes,
    said_by,
    whole_words,
)
from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace
from actum.cli.rows import Column, say, show
from actum.model.fact import Sign
from actum.model.influence import OUTCOMES, Clamp
from actum.regime.walks.aloud import Naming
from actum.regime.walks.what_if import MOST_STEPS, Manner
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.workflow.paths import Chosen, Told, cognitive_rows, what_if_rows

_SIGNS: dict[str, Sign] = {"+": "+", "-": "-", "−": "-", "＋": "+", "－": "-"}


class SquashOption(StrEnum):
    """How a fuzzy-cognitive-map run keeps a sum within -1 and 1."""

    tanh = "tanh"
    trivalent = "trivalent"


def what_if(
    clamps: Annotated[
        list[str],
        typer.Argument(metavar="CONCEPT=-…", help="What is held: =- for less, =+ for more; a slug or a name."),
    ],
    works: WorksOption = None,
    holder: HolderOption = "",
    year: YearOption = "",
    most: Annotated[
        int, typer.Option("--max", min=1, max=100, metavar="STEPS", help="Steps of a chain, at most.")
    ] = MOST_STEPS,
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    cognitive: Annotated[
        SquashOption | None,
        typer.Option("--cognitive", help="A fuzzy-cognitive-map run instead: which concepts move, in what order."),
    ] = None,
    *,
    both_sides: Annotated[
        bool, typer.Option("--both-sides", help="Turn claims round: an exit that harms means a treaty that helps (⤳).")
    ] = False,
    stitched: StitchedOption = False,
    bridges: BridgesOption = False,
    broader: BroaderOption = False,
) -> None:
    """What the texts say happens to other concepts where some are held at less (-) or more (+).

    Signs spread along claims, each used only on the side on which it was made: a claim of an exit tells what less of
    the treaty does. Up, down, both (claims disagree), unclear, or not reached, each with its shortest chain.
    A table leaves out what is not reached, or at rest.

    \b
    Example:
      actum what-if inf-treaty=-
      actum what-if 中导条约=- new-start=- --stitched --bridges
      actum what-if inf-treaty=- --cognitive trivalent
    """
    held = [_clamp(one) for one in clamps]
    chosen = Chosen(works or (), holder, year, bridges, broader)
    opened = open_workspace(workspace)
    if cognitive:
        told = cognitive_rows(opened, held, cognitive.value, chosen)
        keys = ROW_KEYS["what-if --cognitive"]
        moved = [row for row in told.rows if form is not Format.table or row["drift"] != "rest"]
        show(moved, form=form, keys=keys, columns=_ranked(told.naming), empty="No claims: the map is empty.")
        if form is Format.table:
            say(f"{len(told.rows) - len(moved):,} at rest.")
        _say(told)
        return
    told = what_if_rows(opened, held, Manner(stitched, both_sides, most), chosen)
    rows = told.rows
    if form is Format.table:
        rows = [_one(row, reach) for row in sorted(rows, key=_order) for reach in row["reaches"]]
    show(
        rows,
        form=form,
        keys=ROW_KEYS["what-if"],
        columns=_answers(told.naming),
        empty="No claim reaches any other concept.",
    )
    _say(told)
    if form is Format.table:
        found = [row["outcome"] for row in told.rows]
        say(", ".join(f"{found.count(one)} {one}" for one in OUTCOMES if one in found))


def _clamp(words: str) -> Clamp:
    concept, equals, way = words.rpartition("=")
    if not equals or not concept or way not in _SIGNS:
        raise typer.BadParameter(f"“{words}” holds nothing: write CONCEPT=- for less of it, CONCEPT=+ for more.")
    return Clamp(concept, _SIGNS[way])


def _say(told: Told) -> None:
    for line in told.words:
        say(line)


def _order(row: Row) -> tuple[int, str]:
    return OUTCOMES.index(row["outcome"]), row["concept"]


def _one(row: Row, reach: Row) -> Row:
    """An answer with one of its chains, as a line of the table."""
    outcome = row["outcome"] if row["outcome"] != "both" else f"both: {reach['direction']}"
    return {**reach, "concept": row["concept"], "outcome": outcome}


def _place(row: Row) -> str:
    return str(row["place"]) if row["place"] else ""


def _answers(naming: Naming) -> tuple[Column, ...]:
    return (
        Column("outcome", lambda row: row["outcome"]),
        Column("concept", lambda row: whole_words(naming(row["concept"]), CONCEPT_WIDTH)),
        Column("chain: with signs, and in words", chain),
        Column("who says it", said_by, folds=True),
        Column("quotes", lambda row: quotes(row["steps"]), folds=True),
    )


def _ranked(naming: Naming) -> tuple[Column, ...]:
    return (
        Column("concept", lambda row: whole_words(naming(row["concept"]), CONCEPT_WIDTH)),
        Column("moves", lambda row: row["drift"]),
        Column("place", _place, number=True),
        Column("without clamps", lambda row: row["unclamped"]),
    )
