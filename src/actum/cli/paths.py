"""`actum paths`: what is said to lead to what, and through what."""

from __future__ import annotations

from typing import Annotated

import typer

from actum.cli.chains import (
    CHAIN,
    CONCEPT_WIDTH,
    QUOTES,
    SAID_BY,
    BridgesOption,
    BroaderOption,
    HolderOption,
    SidesOption,
    SidesOptionOf,
    StitchedOption,
    WorksOption,
    YearOption,
    whole_words,
)
from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace
from actum.cli.rows import Column, counted, say, show
from actum.regime.walks.aloud import Naming
from actum.regime.walks.paths import MOST_STEPS, Asked
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.workflow.paths import Chosen, between_rows, path_rows

STATE = 3
"""Letters of a state's code, shown as capitals."""
_MOVES = {"+": "raises", "-": "lowers", "?": "moves, unclear which way,"}


def paths(
    to: Annotated[str, typer.Option("--to", metavar="CONCEPT", help="Where they lead: a slug, or a name.")] = "",
    cause: Annotated[str, typer.Option("--from", metavar="CONCEPT", help="Where they start: a slug, or a name.")] = "",
    most: Annotated[
        int, typer.Option("--max", min=1, max=12, metavar="STEPS", help="Steps of a path, at most.")
    ] = MOST_STEPS,
    works: WorksOption = None,
    holder: HolderOption = "",
    year: YearOption = "",
    sides: SidesOptionOf = SidesOption.joined,
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    *,
    stitched: StitchedOption = False,
    bridges: BridgesOption = False,
    broader: BroaderOption = False,
    summary: Annotated[bool, typer.Option("--summary", help="A row for each two ends: do their chains agree?")] = False,
) -> None:
    """Chains of claims that lead to a concept, or from one, each with its quotes and with who says it.

    Of one work (threads) unless asked for others. The sign is the product of the steps': whether more of the first
    raises (+) or lowers (-) the last; chains that disagree stand side by side. In words, a chain is told on the side
    on which it was said: of an exit, less of the treaty. Chains of which no one says it so, for the sides of two steps
    do not join, come only with --sides any; ¦ stands between such steps. Who acts together is one cause in a table.

    \b
    Example:
      actum paths --to arms-race
      actum paths --to 军备竞赛 --from inf-treaty --stitched --bridges
      actum paths --to arms-race --summary
    """
    if not to and not cause:
        raise typer.BadParameter("name where paths lead (--to CONCEPT), where they start (--from), or both.")
    asked = Asked(to, cause, most, stitched)
    chosen = Chosen(works or (), holder, year, bridges, broader)
    opened = open_workspace(workspace)
    if summary:
        told = between_rows(opened, asked, chosen, any_sides=sides is SidesOption.any)
        columns = _summary(told.naming)[: None if any(row["uses"] for row in told.rows) else -1]
        show(told.rows, form=form, keys=ROW_KEYS["paths --summary"], columns=columns, empty=_NONE)
    else:
        told = path_rows(opened, asked, chosen, any_sides=sides is SidesOption.any)
        rows = told.rows
        if form is Format.table:
            rows = _grouped(_together(rows, told.naming), told.naming, by_last=bool(to))
        head = Column("last step" if to else "first step", lambda row: whole_words(row["head"], CONCEPT_WIDTH))
        shown = (head, Column("sign", lambda row: row["sign"]), CHAIN, SAID_BY, QUOTES)
        show(rows, form=form, keys=ROW_KEYS["paths"], columns=shown, empty=_NONE)
    for line in told.words:
        say(line)
    if form is Format.table and told.rows and not summary:
        say(f"{counted(len(rows), 'chain')}.")


_NONE = "No chain of claims: nobody here says that one leads there. Ask for more steps, or for stitched chains."


def _together(rows: list[Row], naming: Naming) -> list[Row]:
    """Rows of actors that one claim joins as one row: AUS, GBR, USA; each stands by itself in JSON lines and CSV."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for at, row in enumerate(rows):
        claims = tuple(
            (step["effect"], step["polarity"], *(one["id"] for one in step["claims"])) for step in row["steps"]
        )
        acts = row["cause"] in naming.actors and row["steps"][0]["claims"]
        groups.setdefault((row["tie"], claims) if acts else (at,), []).append(row)
    return [_joint(some) if len(some) > 1 else some[0] for some in groups.values()]


def _joint(rows: list[Row]) -> Row:
    """One row for several that differ in who acts alone."""
    first = rows[0]
    who = ", ".join(row["cause"].upper() if len(row["cause"]) == STATE else row["cause"] for row in rows)
    steps = [{**first["steps"][0], "cause": who}, *first["steps"][1:]]
    told = {key: first[key].replace(first["cause"], who, 1) for key in ("chain", "aloud")}
    return {**first, **told, "cause": who, "steps": steps}


def _grouped(rows: list[Row], naming: Naming, *, by_last: bool) -> list[Row]:
    """Rows with the same last step (or first, where only the start was named) together, in order of the first.

    The step stands at the first of each group, so that a person reads it once.
    """
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(_step(row, naming, by_last=by_last), []).append(row)
    return [{**row, "head": "" if at else head} for head, some in groups.items() for at, row in enumerate(some)]


def _step(row: Row, naming: Naming, *, by_last: bool) -> str:
    step = row["steps"][-1 if by_last else 0]
    if step["uses"]:
        return str(step["uses"])
    return f"{naming(step['cause'])} {_MOVES[step['polarity']]} {naming(step['effect'])}"


def _counts(row: Row) -> str:
    return ", ".join(f"{row[key]} {word}" for key, word in (("up", "+"), ("down", "−"), ("unknown", "?")) if row[key])


def _summary(naming: Naming) -> tuple[Column, ...]:
    return (
        Column("from", lambda row: whole_words(naming(row["cause"]), CONCEPT_WIDTH)),
        Column("to", lambda row: whole_words(naming(row["effect"]), CONCEPT_WIDTH)),
        Column("sign", lambda row: row["sign"]),
        Column("chains", _counts),
        Column("threads", lambda row: str(row["threads"]), number=True),
        Column("fewest steps", lambda row: str(row["fewest_steps"]), number=True),
        Column("share no edge", lambda row: "" if row["disjoint"] is None else str(row["disjoint"]), number=True),
        Column("works", lambda row: "\n".join(row["works"]), folds=True),
        Column("by the registry", lambda row: "\n".join(row["uses"]), folds=True),
    )
