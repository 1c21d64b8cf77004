"""What the verbs that show have to show: rows of the build that holds.

Takes       a workspace, and a work's name as a person types it.
Gives       rows and texts, as they were built; nothing is computed here.
Leaves out  judging, filtering and layout: the verbs do that.
"""

from __future__ import annotations

from pathlib import Path

from actum.errors import NoSuchFact, NoSuchWork
from actum.store.fact_filter import Asked, answering
from actum.store.fact_judgements import FILES, REJECTED, fact_id_of
from actum.store.files import Row, read_rows
from actum.store.workspace import Workspace

WORKS_LISTED = 10
"""Works that an error lists where a name answers to none or to several, 2026-11-26."""
IDS_LISTED = 3
"""Ids that an error lists where the beginning of an id is not enough, 2026-11-26."""


def work_rows(workspace: Workspace) -> list[Row]:
    """The works in order of date, then id. Raises NotBuilt."""
    return list(read_rows(workspace.built() / "works.jsonl"))


def doubt_rows(workspace: Workspace) -> list[Row]:
    """All doubts, suspected lost negations first, then by work or copy and place. Raises NotBuilt."""
    return list(read_rows(workspace.built() / "doubts.jsonl"))


def find_work(workspace: Workspace, name: str) -> Row:
    """The one work that `name` means: its id, the beginning of it, words of its title, or the file name of a copy.

    Raises NoSuchWork where none answers, or several do (the line lists them).
    """
    rows = work_rows(workspace)
    exact = [row for row in rows if row["work"] == name]
    near = (
        exact
        or [row for row in rows if row["work"].startswith(name)]
        or [row for row in rows if name in row["title"]]
        or [row for row in rows if _has_copy(row, name)]
    )
    if len(near) == 1:
        return near[0]
    some = near or rows
    listed = "; ".join(f"{row['work']} ({row['title'] or 'no title'})" for row in some[:WORKS_LISTED]) or "none"
    more = f"; and {len(some) - WORKS_LISTED:,} more, see `actum works`" if len(some) > WORKS_LISTED else ""
    what = "is said of several works" if near else "is the name of no work here"
    raise NoSuchWork(f"“{name}” {what}. Name one of: {listed}{more}")


def _has_copy(work: Row, name: str) -> bool:
    """Whether a copy of a work has that path, or one that ends so."""
    paths = (path for one in work["witnesses"] for path in one["paths"])
    return any(path == name or path.endswith(f"/{name}") for path in paths)


def established_text(workspace: Workspace, name: str) -> str:
    """The established text of a work, without a line end at its end. Raises NoSuchWork, NotBuilt."""
    return text_of(workspace.built(), find_work(workspace, name)["work"])


def text_of(built: Path, work: str) -> str:
    """The established text of the work of that id in a build, without a line end at its end."""
    # as bytes: reading as text would turn one kind of line end into another, and offsets would no longer fit
    return (built / "texts" / f"{work}.txt").read_bytes().decode("utf8", "surrogatepass").removesuffix("\n")


def text_row(workspace: Workspace, name: str) -> Row:
    """The established text of a work in a row that says what the work is. Raises NoSuchWork, NotBuilt."""
    work = find_work(workspace, name)
    said = {key: work[key] for key in ("work", "title", "date", "language", "complete")}
    return {**said, "text": established_text(workspace, work["work"])}


def apparatus_rows(workspace: Workspace, name: str) -> list[Row]:
    """The entries of a work's apparatus in order of place. Raises NoSuchWork, NotBuilt."""
    work = find_work(workspace, name)["work"]
    return list(read_rows(workspace.built() / "apparatus" / f"{work}.jsonl"))


def fact_rows(workspace: Workspace, kind: str, asked: Asked) -> list[Row]:
    """The facts of one kind (`positions`, `effects`, `mentions`) that answer, by work and place. Raises NotBuilt."""
    built = workspace.built()
    veils = [row for row in read_rows(built / "mentions.jsonl") if row["veiled"]] if asked.veiled else []
    return answering(read_rows(built / f"{kind}.jsonl"), asked, veils=veils)


def why_none(workspace: Workspace, kind: str, asked: Asked) -> list[str]:
    """Lines on what was asked that no fact of the kind has at all, so that a slip of the pen is not read as silence."""
    every = fact_rows(workspace, kind, Asked())
    lines = []
    if asked.work is not None and not any(asked.work in row["work"] for row in work_rows(workspace)):
        lines.append(f"No work's id has “{asked.work}” in it; `actum works` lists them.")
    if asked.holder is not None and not answering(every, Asked(holder=asked.holder)):
        held = sorted({holder for row in every for holder in row["holder"]})
        lines.append(f"Nobody here is “{asked.holder}”; those who hold positions: {', '.join(held) or 'none'}.")
    if asked.about is not None and not answering(every, Asked(about=asked.about)):
        lines.append(f"None of the {kind} is about “{asked.about}”; `actum registry find` tells how a thing is called.")
    return lines


def find_fact(workspace: Workspace, name: str) -> Row:
    """The one fact whose id is, or begins with, `name`, rejected ones included. Raises NoSuchFact, NotBuilt."""
    built = workspace.built()
    files = (*FILES, REJECTED)
    rows = [row for file in files for row in read_rows(built / file) if fact_id_of(row).startswith(name)]
    found = {fact_id_of(row): row for row in rows}
    if len(found) != 1:
        some = ", ".join(sorted(found)[:IDS_LISTED])
        what = f"begins the ids of {len(found):,} facts ({some} …)" if found else "is the id of no fact"
        raise NoSuchFact(f"“{name}” {what}. Give a whole id, as `actum positions`, `effects` and `mentions` show it.")
    return next(iter(found.values()))


def candidate_rows(workspace: Workspace) -> list[Row]:
    """Names that the registry lacks, most often named first. Raises NotBuilt."""
    return list(read_rows(workspace.built() / "candidates.jsonl"))
