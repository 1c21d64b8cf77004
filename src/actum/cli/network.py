"""`actum network`: who shares a side with whom, who takes which side of what, who aims at whom."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace
from actum.cli.rows import Column, counted, say, show
from actum.model.network import SIDES, Network, Side
from actum.regime.network.windows import bounds
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.workflow.networks import NetworkAsked, matrix_rows, network_of, network_rows


class TieOption(StrEnum):
    """The kinds of tie, as the command line names them."""

    holder_concept = "holder-concept"
    congruence = "congruence"
    conflict = "conflict"
    subtract = "subtract"
    target = "target"


class SideOption(StrEnum):
    """The sides that a matrix can show."""

    with_it = "for"
    against = "against"
    neither = "neither"
    open = "open"


def network(
    tie: Annotated[TieOption, typer.Option("--tie", "-t", help="What ties two.")] = TieOption.holder_concept,
    works: Annotated[list[str] | None, typer.Option("--work", metavar="WORK", help="Only these works.")] = None,
    start: Annotated[
        str, typer.Option("--from", metavar="DATE", help="Only works from this day, month or year on.")
    ] = "",
    end: Annotated[str, typer.Option("--to", metavar="DATE", help="Only works up to this day, month or year.")] = "",
    years: Annotated[
        int, typer.Option("--window", min=0, metavar="YEARS", help="A network for every so many years.")
    ] = 0,
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    *,
    matrix: Annotated[
        SideOption | None, typer.Option("--matrix", help="Voices by concepts: works in which each takes this side.")
    ] = None,
    split_joint: Annotated[
        bool, typer.Option("--split-joint", help="Part the voice of a joint text into its members; marked.")
    ] = False,
) -> None:
    """Networks of those who speak: by shared or opposed sides, by concepts, by whom they call on or blame.

    A joint text is one voice (CHN+RUS) unless split. A work counts once. Sides come from acts (support welcome
    reaffirm advocate: for; oppose condemn concern regret: against) as the words of the matter leave or turn them, and
    from sponsors and votes in the mark-up; where the words do not say plainly, the side is open and ties nobody.
    Congruence and conflict are divided by average activity. Veiled names (个别国家) are never resolved to a state.

    \b
    Example:
      actum network
      actum network --tie target --format jsonl
      actum network --matrix for --format csv
      actum network --tie subtract --window 1
    """
    if wrong := [date for date in (start, end) if date and bounds(date) is None]:
        raise typer.BadParameter(f"{', '.join(wrong)} is no day, month or year; write 2019, 2019-06 or 2019-06-05")
    kind = TieOption.holder_concept if matrix else tie
    asked = NetworkAsked(kind.value, tuple(works or ()), start, end, years, split_joint)
    found = network_of(open_workspace(workspace), asked)
    if found.undated:
        say(f"In no window, for want of a year or of one window: {', '.join(found.undated)}")
    if matrix:
        _matrix(found, matrix.value, form)
        return
    shown = _COLUMNS[kind] if form is Format.table else ()
    window = (Column("window", lambda row: row["window"]),) if years else ()
    show(network_rows(found), form=form, keys=ROW_KEYS["network"], columns=(*window, *shown), empty=_empty(kind))
    if form is Format.table and found.ties:
        say(_summary(found, split=split_joint))


def _matrix(found: Network, side: Side, form: Format) -> None:
    keys, rows = matrix_rows(found, side)
    columns = [Column(key, lambda row, key=key: str(row[key]), number=key != "voice") for key in keys]  # type: ignore[misc]
    show(rows, form=form, keys=keys, columns=columns, empty="Nobody speaks of a concept here.")


def _empty(kind: TieOption) -> str:
    if kind in {TieOption.congruence, TieOption.conflict, TieOption.subtract}:
        return "No tie: no two voices take sides on one concept. A joint text is one voice; --split-joint parts it."
    return "No tie: nobody speaks of a concept, or to anyone, here."


def _summary(found: Network, *, split: bool) -> str:
    voices = {tie.source for tie in found.ties}
    targets = {tie.target for tie in found.ties}
    said = f"{counted(len(found.ties), 'tie')} of {counted(len(voices), 'voice')} and {len(targets):,} others"
    return said + ("; joint voices are split: their members did not speak apart" if split else "")


def _count(name: str) -> Column:
    return Column(name.replace("_", " "), lambda row: str(row["counts"][name] or ""), number=True)


def _source(row: Row) -> str:
    return str(row["source"]) + (f" (of {'+'.join(row['split_from'])})" if row["split_from"] else "")


def _weight(row: Row) -> str:
    return f"{row['weight']:+.3f}" if row["tie"] == "subtract" else f"{row['weight']:.3f}"


def _agreed(row: Row) -> str:
    """The concepts that tie two voices, with each side taken once."""
    return ", ".join(dict.fromkeys(one["about"] for one in row["because"]))


_VOICES = (
    Column("voice", _source),
    Column("voice", lambda row: row["target"]),
    Column("weight", _weight, number=True),
    _count("congruence"),
    _count("conflict"),
    Column("on", _agreed, folds=True),
)
_COLUMNS: dict[TieOption, tuple[Column, ...]] = {
    TieOption.holder_concept: (
        Column("voice", _source),
        Column("concept", lambda row: row["target"], folds=True),
        Column("kind", lambda row: row["target_kind"]),
        *(_count(side) for side in SIDES),
    ),
    TieOption.congruence: _VOICES,
    TieOption.conflict: _VOICES,
    TieOption.subtract: _VOICES,
    TieOption.target: (
        Column("voice", _source),
        Column("toward", lambda row: row["target"] or "nobody", folds=True),
        Column("explicit", lambda row: row["explicit"]),
        Column("written", lambda row: ", ".join(one.replace("\n", "") for one in row["written"]), folds=True),
        _count("addressed"),
        _count("blamed"),
    ),
}
