"""The judgement log: append-only, read as what holds now.

Takes       judgements, one at a time, and the log's path.
Gives       all of them in order, and those that hold: one undone or overruled stays in the log and holds no more.
Method      one JSON line a judgement; nothing is ever rewritten, an undo is a line of its own.
Leaves out  what a judgement does to a build: that is told where it is applied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from actum.errors import DataFault, JudgementRefused
from actum.model.judgement import Judgement
from actum.store.files import Row, append_rows, read_rows


def read_judgements(log: Path) -> tuple[Judgement, ...]:
    """Every judgement ever made, in order. Raises DataFault where a line of the log is none."""
    return tuple(_judgement(log, number, row) for number, row in enumerate(read_rows(log), 1))


def _judgement(log: Path, number: int, row: Row) -> Judgement:
    try:
        return Judgement(
            id=row["id"],
            kind=row["kind"],
            subject=tuple((key, value) for key, value in row["subject"].items()),
            value=row["value"],
            author=row["author"],
            when=row["when"],
            note=row["note"],
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise DataFault(f"{log}, line {number}: is no judgement. Put the line back as it was written.") from error


def undone(judgements: Sequence[Judgement]) -> dict[int, int]:
    """For each judgement that was taken back, the undo that did it; an undo can itself be undone."""
    found: dict[int, int] = {}
    for judgement in reversed(judgements):
        if judgement.kind == "undo" and judgement.id not in found:
            found.setdefault(int(judgement.value), judgement.id)
    return found


def holding(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Those that hold, in order: undos, undone ones, and those that a later one on the same matter overrules left out.

    A pair of copies, a boundary, a reading, a name is one matter: the last word on it holds. Of a fact the last
    verdict holds (accept, reject; a correction says that the fact is one), and corrections add up.
    """
    back = undone(judgements)
    kept = [one for one in judgements if one.kind != "undo" and one.id not in back]
    last = {_matter(one): one.id for one in kept}
    return tuple(one for one in kept if one.kind == "correct" or last[_matter(one)] == one.id)


def _matter(one: Judgement) -> tuple[str, ...]:
    """What a judgement is about; two on the same matter cannot both hold."""
    said = dict(one.subject)
    return _KINDS.get(one.kind, one.kind), *(said[key] for key in _MATTERS.get(one.kind, ()))


_KINDS = {"accept": "fact", "reject": "fact", "correct": "fact", "same": "pair", "different": "pair"}
"""Kinds of judgement that speak of the same matter, and its name."""
_MATTERS = {
    "accept": ("fact",),
    "reject": ("fact",),
    "correct": ("fact",),
    "name": ("unknown",),
    "reading": ("copy", "quote", "before", "after"),
    "same": ("copy", "other"),
    "different": ("copy", "other"),
    "boundary": ("copy",),
}
"""The keys of a judgement's subject that tell its matter."""


def add_judgement(log: Path, judgement: Judgement) -> Judgement:
    """Append a judgement under the next id, counted from 1; returns it with that id.

    Raises JudgementRefused where an undo names no earlier judgement, or one that is undone already.
    """
    earlier = read_judgements(log)
    if judgement.kind == "undo":
        _check_undo(earlier, int(judgement.value))
    made = replace(judgement, id=max((one.id for one in earlier), default=0) + 1)
    append_rows(log, (row_of(made),))
    return made


def _check_undo(earlier: Sequence[Judgement], number: int) -> None:
    if number not in {one.id for one in earlier}:
        raise JudgementRefused(f"there is no judgement {number} to undo. List them with: actum judge list")
    if by := undone(earlier).get(number):
        raise JudgementRefused(
            f"judgement {number} was undone already, by {by}: nothing is left to undo. "
            f"To bring it back: actum judge undo {by}"
        )


def row_of(judgement: Judgement) -> Row:
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


def listed(judgements: Sequence[Judgement]) -> list[Row]:
    """Every judgement as `actum judge list` prints it: its log line, and whether it holds (an undo: is not undone)."""
    held = {one.id for one in holding(judgements)}
    back = undone(judgements)
    return [
        {**row_of(one), "holds": one.id in held or (one.kind == "undo" and one.id not in back)} for one in judgements
    ]
