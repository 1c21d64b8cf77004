"""`actum centrality`: where each concept stands in the causal map."""

from __future__ import annotations

from actum.cli.chains import CONCEPT_WIDTH, HolderOption, WorksOption, YearOption, whole_words
from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace
from actum.cli.rows import Column, counted, say, show
from actum.regime.walks.aloud import Naming
from actum.store.row_keys import ROW_KEYS
from actum.workflow.paths import Chosen, centrality_rows


def centrality(
    works: WorksOption = None,
    holder: HolderOption = "",
    year: YearOption = "",
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Which concepts the claims are about: edges in and out, claims, works; senders, receivers, both.

    `goal` is (in - out) / (in + out): 1 where all leads to the concept, -1 where all comes from it. Read it beside
    the size of the map, which comes below the table and stands in each row.

    \b
    Example:
      actum centrality
      actum centrality --work 2019-06-05 --format csv
    """
    told = centrality_rows(open_workspace(workspace), Chosen(works or (), holder, year))
    rows = told.rows
    show(
        rows,
        form=form,
        keys=ROW_KEYS["centrality"],
        columns=_columns(told.naming),
        empty="No claims: the map is empty.",
    )
    for line in told.words:
        say(line)
    if form is Format.table and rows:
        whole = rows[0]["map"]
        nouns = (("concepts", "concept"), ("edges", "edge"), ("claims", "claim"), ("works", "work"))
        say("Of a map of " + ", ".join(counted(whole[key], noun) for key, noun in nouns) + ".")


def _columns(naming: Naming) -> tuple[Column, ...]:
    return (
        Column("concept", lambda row: whole_words(naming(row["concept"]), CONCEPT_WIDTH)),
        Column("role", lambda row: row["role"]),
        Column("in", lambda row: str(row["edges_in"]), number=True),
        Column("out", lambda row: str(row["edges_out"]), number=True),
        Column("claims", lambda row: str(row["claims"]), number=True),
        Column("works", lambda row: str(row["works"]), number=True),
        Column("goal", lambda row: f"{row['goal']:+.2f}", number=True),
    )
