"""Copies and what their files say, as rows of a build.

Takes       copies, and records of their mark-up.
Gives       the rows of `copies.jsonl` and `records.jsonl`.
Leaves out  the characters of a copy: its bytes are stored, and read again.
"""

from __future__ import annotations

from dataclasses import asdict

from actum.model.copy import Copy, Said
from actum.model.record import Record
from actum.store.files import Row


def copy_row(copy: Copy) -> Row:
    """The row of a build's `copies.jsonl`."""
    return {
        "copy": copy.places[0],
        "places": list(copy.places),
        "sha256": copy.sha256,
        "format": copy.format,
        "encoding": copy.encoding,
        "characters": len(copy.decoded),
        "found": [asdict(one) for one in copy.found],
        "said": [said_row(one) for one in copy.said],
        "pages": len(copy.pages),
    }


def said_row(said: Said) -> Row:
    """What a file says of itself, with the characters that say it."""
    part = {"text": said.part.text, "start": said.part.start, "end": said.part.end}
    return {"kind": said.kind, "value": said.value, "part": part, "made_by": said.made_by}


def record_row(record: Record, *, work: str, copy: str) -> Row:
    """The row of a build's `records.jsonl`: what a copy's mark-up says of a work; places count in the copy."""
    part = record.part
    place = {"start": part.start, "end": part.end, "text": part.text}
    return {"work": work, "kind": record.kind, "who": list(record.who), "value": record.value, **place, "copy": copy}
