"""Copies that were slow to read, kept whole so that no build reads the same bytes again.

Takes       a Copy.
Gives       a row of `kept/copy/`, and the same Copy back.
Method      the columns of the offset map as packed bytes; quotes are cut anew from the characters.
Leaves out  records of mark-up and parallels of doubts, which no slow format has: such a copy is not kept.
"""

from __future__ import annotations

import base64
import zlib
from dataclasses import asdict
from typing import cast

import numpy as np

from actum.model.copy import Box, Confidence, Copy, Page, Said
from actum.model.doubt import Doubt, DoubtKind
from actum.store.files import Row
from actum.text.offsets import Column, OffsetMap
from actum.text.span import Part, Span


def kept_row(copy: Copy) -> Row | None:
    """The row of a copy, its places left out; None for one that cannot be kept whole."""
    if copy.records or any(doubt.parallels for doubt in copy.doubts):
        return None
    return {
        "sha256": copy.sha256,
        "format": copy.format,
        "encoding": copy.encoding,
        "decoded": copy.decoded,
        "text": copy.text,
        "starts": _packed(copy.offsets.starts),
        "ends": _packed(copy.offsets.ends),
        "doubts": [
            [one.kind, one.part.start, one.part.end, one.says, one.made_by, one.proposal] for one in copy.doubts
        ],
        "said": [[one.kind, one.value, one.part.start, one.part.end, one.made_by] for one in copy.said],
        "pages": [_page_row(page) for page in copy.pages],
        "confidence": [[one.span.start, one.span.end, one.score] for one in copy.confidence],
    }


def kept_copy(row: Row, *, place: str) -> Copy:
    """The copy of a row, as if it had been read at `place`."""
    decoded = row["decoded"]
    return Copy(
        sha256=row["sha256"],
        places=(place,),
        format=row["format"],
        encoding=row["encoding"],
        decoded=decoded,
        text=row["text"],
        offsets=OffsetMap(len(decoded), _unpacked(row["starts"]), _unpacked(row["ends"])),
        doubts=tuple(
            Doubt(cast("DoubtKind", kind), Part.cut(decoded, Span(start, end)), says, made_by, proposal)
            for kind, start, end, says, made_by, proposal in row["doubts"]
        ),
        said=tuple(
            Said(kind, value, Part.cut(decoded, Span(start, end)), made_by)
            for kind, value, start, end, made_by in row["said"]
        ),
        pages=tuple(_page(page) for page in row["pages"]),
        confidence=tuple(Confidence(Span(start, end), score) for start, end, score in row["confidence"]),
    )


def _page_row(page: Page) -> Row:
    boxes = [[box.span.start, box.span.end, box.left, box.top, box.right, box.bottom] for box in page.boxes]
    return {**asdict(page), "span": [page.span.start, page.span.end], "boxes": boxes}


def _page(row: Row) -> Page:
    boxes = tuple(Box(Span(start, end), *edges) for start, end, *edges in row["boxes"])
    return Page(row["number"], Span(*row["span"]), row["width"], row["height"], boxes)


def _packed(column: Column) -> str:
    steps = np.diff(column, prepend=np.int32(0)).astype("<i4")
    return base64.b64encode(zlib.compress(steps.tobytes(), 9)).decode("ascii")


def _unpacked(packed: str) -> Column:
    steps = np.frombuffer(zlib.decompress(base64.b64decode(packed)), dtype="<i4")
    return np.cumsum(steps, dtype=np.int32)
