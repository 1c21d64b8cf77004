"""Alignments as rows, as `actum compare` prints them; and the read facts of a build as nouns again.

Takes       rows of an alignment; rows of divisions, mentions and positions.
Gives       rows with keys in the promised order; Divisions and Positions.
Leaves out  reading and comparing.
"""

from __future__ import annotations

from typing import Any

from actum.model.alignment import Change, Row, Silence
from actum.model.division import Division
from actum.model.fact import Named, Position
from actum.store.files import Row as JsonRow
from actum.store.rows import part_row
from actum.text.span import Part, Span


def alignment_row(row: Row) -> JsonRow:
    """What became of one provision, as `actum compare` prints it."""
    return {
        "relation": row.relation,
        "earlier": [part_row(part) for part in row.earlier],
        "later": [part_row(part) for part in row.later],
        "score": row.score,
        "changes": [change_row(change) for change in row.changes],
        "shared": list(row.shared),
        "made_by": row.made_by,
    }


def change_row(change: Change) -> JsonRow:
    """One change in words; `earlier_is` and `later_is` only where they say something, `elsewhere` only where true."""
    row: JsonRow = {"kind": change.kind, "earlier": part_row(change.earlier), "later": part_row(change.later)}
    if change.earlier_is or change.later_is:
        row |= {"earlier_is": change.earlier_is, "later_is": change.later_is}
    if change.elsewhere:
        row["elsewhere"] = True
    return row


def silence_row(silence: Silence) -> JsonRow:
    """Whether a thing is named in both texts, as `actum compare --silence` prints it."""
    return {
        "standing": silence.standing,
        "kind": silence.kind,
        "id": silence.id,
        "earlier": [part_row(part) for part in silence.earlier],
        "later": [part_row(part) for part in silence.later],
    }


def division_of(row: JsonRow, text: str) -> Division:
    """The division that `division_row` was made of, its quote cut from the established text."""
    part = Part.cut(text, Span(row["start"], row["end"]))
    return Division(row["division"], row["kind"], part, row["parent"], row["repeats"])


def position_of(row: JsonRow) -> Position:
    """The position that `position_row` was made of."""
    return Position(
        division=row["division"],
        sentence=_part(row["sentence"]),
        cue=_part(row["cue"]),
        act=row["act"],
        strength=row["strength"],
        holder=tuple(row["holder"]),
        holder_written=row["holder_written"],
        addressee=tuple(Named(_part(one), one["id"]) for one in row["addressee"]),
        matter=_part(row["matter"]) if row["matter"] else None,
        about=tuple(row["about"]),
        made_by=row["made_by"],
    )


def _part(row: dict[str, Any]) -> Part:
    return Part(row["start"], row["end"], row["text"])
