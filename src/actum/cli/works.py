"""`actum works`."""

from __future__ import annotations

from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace
from actum.cli.rows import Column, name_of, show
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.store.workspace import Workspace
from actum.workflow.show import work_rows

PATHS_SHOWN = 3
"""Further paths of one copy that a table shows; JSON lines and CSV have all, 2026-11-26."""


def works(workspace: WorkspaceOption = None, form: FormatOption = Format.table) -> None:
    """The works found, in order of date: title, witnesses, completeness, doubts.

    \b
    Example:
      actum works
      actum works --format jsonl | jq -r '.title'
    """
    print_works(open_workspace(workspace), form)


def print_works(workspace: Workspace, form: Format) -> None:
    """Print the works of the build that holds."""
    show(
        work_rows(workspace),
        form=form,
        keys=ROW_KEYS["works"],
        columns=_COLUMNS,
        empty="No works: no copy has any text.",
    )


def _witnesses(row: Row) -> str:
    return "\n".join(
        f"{one['siglum']}  {one['kind']}  {one['agreement']:.1%}  {name_of(one['copy'])}  {_place(one)}{_also(one)}"
        for one in row["witnesses"]
    )


def _place(witness: Row) -> str:
    return f"{witness['start']:,}–{witness['end']:,}"


def _also(witness: Row) -> str:
    """The other paths with the same bytes, a line each; whole, since their names are often the same."""
    # a build of an earlier version, still shown until the next one, says no paths
    others = [path for path in witness.get("paths", ()) if path != witness["copy"]]
    lines = [f"\n   = {path}" for path in others[:PATHS_SHOWN]]
    if more := len(others) - PATHS_SHOWN:
        lines += [f"\n   = {more:,} more"] if more > 0 else []
    return "".join(lines)


def _doubts(row: Row) -> str:
    kinds = [doubt["kind"] for doubt in row["doubts"]]
    # a lost negation reverses a position: it stands before all else
    ordered = sorted(set(kinds), key=lambda kind: (kind != "negation", kind))
    return "\n".join(f"{kinds.count(kind)} {kind}" for kind in ordered) or "none"


_COLUMNS = (
    Column("work", lambda row: f"{row['work']}\n{row['title'] or '(no title)'}", folds=True),
    Column("date", lambda row: (row["date"] or "not said").replace("/", "/\n")),
    Column("complete", lambda row: "yes" if row["complete"] else "no"),
    Column("witnesses: kind, agreement, copy, place in it", _witnesses, folds=True),
    Column("doubts", _doubts),
)
