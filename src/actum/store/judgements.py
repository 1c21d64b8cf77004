"""The judgement log: append-only, read as what holds now.

Takes       judgements, one at a time, and the log's path.
Gives       all of them in order, and those that hold: an undone one holds no more.
Method      one JSON line a judgement; nothing is ever rewritten, an undo is a line of its own.
Leaves out  what a judgement does to a build: that is told where it is applied.
"""

from __future__ import annotations

from pathlib import Path

from actum.errors import JudgementRefused
from actum.model.judgement import Judgement
from actum.store.files import append_rows, read_rows


def read_judgements(log: Path) -> tuple[Judgement, ...]:
    """Every judgement ever made, in order."""
    return tuple(
        Judgement(
            id=row["id"],
            kind=row["kind"],
            subject=tuple((key, value) for key, value in row["subject"].items()),
            value=row["value"],
            author=row["author"],
            when=row["when"],
            note=row["note"],
        )
        for row in read_rows(log)
    )


def holding(judgements: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """Those that hold: undone ones and undos left out; an undo can itself be undone."""
    undone: set[int] = set()
    for judgement in reversed(judgements):
        if judgement.kind == "undo" and judgement.id not in undone:
            undone.add(int(judgement.value))
    return tuple(one for one in judgements if one.kind != "undo" and one.id not in undone)


def add_judgement(log: Path, judgement: Judgement) -> Judgement:
    """Append a judgement under the next id, counted from 1; returns it with that id.

    Raises JudgementRefused where an undo names no earlier judgement.
    """
    earlier = read_judgements(log)
    if judgement.kind == "undo" and judgement.value not in {str(one.id) for one in earlier}:
        raise JudgementRefused(f"there is no judgement {judgement.value} to undo. List them with: actum judge list")
    made = Judgement(
        id=len(earlier) + 1,
        kind=judgement.kind,
        subject=judgement.subject,
        value=judgement.value,
        author=judgement.author,
        when=judgement.when,
        note=judgement.note,
    )
    append_rows(log, (row_of(made),))
    return made


def row_of(judgement: Judgement) -> dict[str, object]:
    """A judgement as its log line."""
    return {
        "id": judgement.id,
        "kind": judgement.kind,
        "subject": dict(judgement.subject),
        "value": judgement.value,
        "author": judgement.author,
        "when": judgement.when,
        "note": judgement.note,
    }
