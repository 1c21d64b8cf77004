"""`actum map`: what the works claim to further or to harm what; `actum map compare`: what became of the edges."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from actum.cli.chains import CONCEPT_WIDTH, YearOption, whole_words
from actum.cli.options import EarlierArgument, Format, FormatOption, LaterArgument, WorkspaceOption, open_workspace
from actum.cli.rows import Column, counted, say, show
from actum.model.claim import FATES, Overlap
from actum.regime.influence.concept_labels import label_of
from actum.regime.influence.concepts import UNKNOWN
from actum.store.claim_rows import fate_rows, map_rows
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.workflow.causal_map import causal_map
from actum.workflow.map_difference import compared_maps
from actum.workflow.paths import Chosen, those_there

ARROWS = {"+": "↑", "-": "↓", "?": "?"}
"""How a sign is shown: more of the cause is said to mean more or less of the effect."""
QUOTES = 2
"""Claims of an edge whose words a table shows before it counts the rest, 2026-11-26."""
MAP_HELP = """What the works claim to further or to harm what: concepts, and the claims between them.

An arrow says where more of the cause is said to move the effect: ↑ more of it, ↓ less; ? where the words leave it
open. They are counted by work, side by side, never netted. Words that nobody has named stand in ‹ › and count as not
yet named: `actum judge name 'unknown:…' SLUG` names all equal ones. `said of less` marks what was said of less of the
cause only (an exit, a loss): it is no claim about more of it.

\b
Example:
  actum map --work 2019-06-05
  actum map --year 2025 --format jsonl
  actum map compare 2019-06-05 2025-05-08
"""

causal = typer.Typer(rich_markup_mode=None)


@causal.callback(invoke_without_command=True, help=MAP_HELP)
def edges(
    context: typer.Context,
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    work: Annotated[
        list[str] | None, typer.Option("--work", metavar="WORK", help="Only of this work; may be given again.")
    ] = None,
    holder: Annotated[str, typer.Option("--holder", metavar="CODE", help="Only claims held by: CHN, RUS …")] = "",
    year: YearOption = "",
) -> None:
    """The edges of the map, and the self-claims behind them."""
    if context.invoked_subcommand is not None:
        return
    place = open_workspace(workspace)
    made = causal_map(place, works=work or (), holder=holder, year=year)
    rows = map_rows(made)
    show(rows, form=form, keys=ROW_KEYS["map"], columns=_COLUMNS, empty="Nothing is claimed there.")
    for line in those_there(place, Chosen(work or (), holder, year)) if not rows else ():
        say(line)
    if form is Format.table:
        unnamed = sum(not node.named for node in made.nodes)
        unclear = sum(bool(edge.unknown) for edge in made.edges)
        say(
            f"{counted(len(made.nodes), 'concept')}, {counted(len(made.edges), 'edge')}, {unnamed:,} not yet named, "
            f"{unclear:,} with an open sign, {counted(len(made.self_claims), 'self-claim')} (listed, not drawn)"
        )


@causal.command()
def compare(
    earlier: EarlierArgument,
    later: LaterArgument,
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    fate: Annotated[list[str] | None, typer.Option("--fate", help=f"Only: {', '.join(FATES)}.")] = None,
) -> None:
    """What became of the edges of one work's map in another's.

    An edge is `gone` where the later text is whole and still speaks of both concepts, `silent` where it is whole and
    no longer speaks of one of them; `unknown` where the text that seems to lack it is cut. A share always comes with
    the counts that it is made of; there is no single figure for how alike two maps are.

    \b
    Example:
      actum map compare 2019-06-05 2025-05-08-全球
      actum map compare 2019-06-05 2025-05-08-全球 --fate kept --fate sign-changed
    """
    if wrong := sorted(set(fate or ()) - set(FATES)):
        raise typer.BadParameter(f"no such fate: {', '.join(wrong)}; there are {', '.join(FATES)}")
    found = compared_maps(open_workspace(workspace), earlier, later)
    rows = [row for row in fate_rows(found) if row["fate"] in (fate or FATES)]
    rows.sort(key=lambda row: FATES.index(row["fate"]))
    show(rows, form=form, keys=ROW_KEYS["map compare"], columns=_FATES, empty="Neither work claims anything.")
    if form is Format.table:
        told = [one.fate for one in found.edges]
        say(", ".join(f"{told.count(one)} {one}" for one in FATES if one in told) or "no edges")
        say(f"concepts: {_overlap(found.concepts)}")
        say(f"edges: {_overlap(found.pairs)}; signs equal on {found.agreeing} of the {found.pairs.both} in both")


def _overlap(one: Overlap) -> str:
    share = "nothing to share" if one.jaccard is None else f"{one.jaccard:.2f} of all shared (Jaccard)"
    return f"{one.both} in both, {one.earlier} in the earlier alone, {one.later} in the later alone; {share}"


def _sign(row: Row) -> str:
    """The arrows, each with the works that say so where these are several; what was said of less of the cause alone."""
    counts = {"+": row["up"], "-": row["down"], "?": row["unknown"]}
    arrows = " ".join(f"{ARROWS[sign]}{counts[sign] if counts[sign] > 1 else ''}" for sign in row["signs"])
    return f"{arrows} said of less" if row["said_of"] == ["-"] else arrows


def _concept(row: Row, side: str) -> str:
    concept: str = row[side]
    marks = [word for word in ("unverified",) if concept in row[word]]
    name = _called(concept, row["claims"][0][side])
    return whole_words(f"{name} ({', '.join(marks)})" if marks else name, CONCEPT_WIDTH)


def _called(concept: str, end: Row) -> str:
    """The slug, or in ‹ › the text's own words for what nobody has named."""
    return f"‹{label_of(concept, end['words'])}›" if concept.startswith(UNKNOWN) else concept


def _end(side: str) -> Callable[[Row], str]:
    """The cause or the effect of an edge of either map."""
    return lambda row: whole_words(_called(row[side], (row["earlier"] or row["later"])[0][side]), CONCEPT_WIDTH)


def _said(claims: list[Row]) -> str:
    """The words of the first claims, cause, cue and effect, each once, and how many more there are."""
    lines = list(dict.fromkeys(_words(claim) for claim in claims))
    more = [f"(+{len(lines) - QUOTES})"] if len(lines) > QUOTES else []
    return "\n".join([*lines[:QUOTES], *more])


def _both(row: Row) -> str:
    """What each side says, where both say something; else what the one does."""
    if not (row["earlier"] and row["later"]):
        return _said(row["earlier"] or row["later"])
    return f"earlier: {_said(row['earlier'])}\nlater: {_said(row['later'])}"


def _words(claim: Row) -> str:
    modality = "" if claim["modality"] == "asserted" else f" ({claim['modality']})"
    ends = [claim[side]["text"].replace("\n", "") for side in ("cause", "effect")]
    return f"{ends[0]} —{claim['cue']['text']}→ {ends[1]}{modality}"


def _works(row: Row) -> str:
    """The dates of the works, or their ids where they have none."""
    return "\n".join(dict.fromkeys(claim["date"] or claim["work"] for claim in row["claims"]))


_COLUMNS = (
    Column("cause", lambda row: _concept(row, "cause")),
    Column("sign", lambda row: _sign(row) + (" self-claim" if row["self_claim"] else ""), folds=True),
    Column("effect", lambda row: _concept(row, "effect")),
    Column("works", _works),
    Column("said", lambda row: _said(row["claims"]), folds=True),
)
_FATES = (
    Column("fate", lambda row: row["fate"]),
    Column("cause", _end("cause")),
    Column("earlier", lambda row: " ".join(ARROWS[sign] for sign in row["signs_earlier"])),
    Column("later", lambda row: " ".join(ARROWS[sign] for sign in row["signs_later"])),
    Column("effect", _end("effect")),
    Column("said", _both, folds=True),
)
