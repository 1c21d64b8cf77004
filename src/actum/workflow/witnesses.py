"""The witnesses of a work side by side: for a place of the established text, what stands there in each copy.

Takes       the apparatus of a work, and its witnesses with their pieces.
Gives       Laid: for a span of the established text, the span of the copy's running text that bears it.
Method      the apparatus has every place where witnesses differ, with each one's own place; between two entries a
            witness has the established characters one by one, white space aside. They are counted forward from the
            entry before, and what a cut or a shuffle leaves open, back from the entry behind; every character is
            checked, and one that differs ends the counting. Places that count in decoded characters, mark-up included,
            are carried to the running text by the copy's own map.
Leaves out  guesses: a place that cannot be told, or that a witness lacks, has no span there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from actum.store.files import Row
from actum.store.workspace import Workspace
from actum.text.offsets import OffsetMap
from actum.text.span import Span
from actum.workflow.copies import stored_copy
from actum.workflow.room import Snapshot

_NONE = -1
Column = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """One witness along the established text: for each of its characters start and end in the copy, -1 for none.

    `text` is the copy's running text, in which these count; `offsets` leads to it from the decoded characters.
    """

    siglum: str
    copy: str
    text: str
    offsets: OffsetMap
    starts: Column
    ends: Column

    def at(self, span: Span) -> Span | None:
        """The copy's span for one of the established text; None where the witness has no character of it.

        Where the parts of a span stand apart in the copy (a shuffle inside it), None too: it is no one place there.
        """
        told = np.flatnonzero(self.starts[span.start : span.end] != _NONE)
        if not len(told):
            return None
        start, end = int(self.starts[span.start + told[0]]), int(self.ends[span.start + told[-1]])
        return Span(start, end) if start <= end else None

    def quote(self, span: Span) -> str | None:
        """The copy's own characters there; None as `at`."""
        place = self.at(span)
        return None if place is None else place.of(self.text)

    def running(self, decoded: Span) -> Span:
        """A span of the copy's decoded characters, as the build tells places, in its running text."""
        return Span(_running(self.offsets, decoded.start), _running(self.offsets, decoded.end))


def laid_witnesses(workspace: Workspace, build: Snapshot, work: str) -> tuple[Laid, ...]:
    """Every witness of a work along its established text, in order of siglum. Raises NoSuchWork, CopyUnread."""
    established, entries = build.text(work), build.apparatus(work)
    made = []
    for row in build.work(work)["witnesses"]:
        copy = stored_copy(workspace, row["sha256"])
        made.append(lay(row, text=copy.text, offsets=copy.offsets, established=established, entries=entries))
    return tuple(made)


def lay(row: Row, *, text: str, established: str, entries: Sequence[Row], offsets: OffsetMap | None = None) -> Laid:
    """A witness (a row of the work) along the established text; `text` is its copy's running text.

    `offsets` leads to it from the decoded characters; None where they are the same.
    """
    offsets = offsets or OffsetMap.identity(len(text))
    anchors = [
        (ours, Span(_running(offsets, theirs.start), _running(offsets, theirs.end)))
        for ours, theirs in _anchors(row, len(established), entries)
    ]
    starts = np.full(len(established), _NONE, dtype=np.int32)
    ends = starts.copy()
    for ours, theirs in anchors:
        starts[ours.start : ours.end], ends[ours.start : ours.end] = theirs.start, theirs.end
    for (before, there), (behind, yonder) in pairwise(anchors):
        done = _forward(established, Span(before.end, behind.start), text, there.end, (starts, ends))
        if done < behind.start:
            _backward(established, Span(done, behind.start), text, yonder.start, (starts, ends))
    return Laid(row["siglum"], row["copy"], text, offsets, starts, ends)


def _running(offsets: OffsetMap, point: int) -> int:
    """How many characters of the running text stand before a point among the decoded ones."""
    before = offsets.forward(Span(0, min(point, offsets.source_length)))
    return before.end if before else 0


def _anchors(row: Row, length: int, entries: Sequence[Row]) -> list[tuple[Span, Span]]:
    """Where the apparatus places the witness, between its own two edges."""
    siglum = row["siglum"]
    pairs = sorted(
        {
            (Span(entry["start"], entry["end"]), Span(*reading["places"][reading["sigla"].index(siglum)]))
            for entry in entries
            for reading in entry["readings"]
            if siglum in reading["sigla"] and len(reading["places"]) == len(reading["sigla"])
        }
    )
    pieces = row["pieces"]
    first, last = (pieces[0][0], pieces[-1][1]) if pieces else (row["start"], row["end"])
    return [(Span(0, 0), Span(first, first)), *pairs, (Span(length, length), Span(last, last))]


def _forward(established: str, gap: Span, text: str, at: int, into: tuple[Column, Column]) -> int:
    """Count on from a place; gives the first established character that could not be placed."""
    for point in range(gap.start, gap.end):
        while at < len(text) and text[at] != established[point] and text[at].isspace():
            at += 1
        if at < len(text) and text[at] == established[point]:
            into[0][point], into[1][point] = at, at + 1
            at += 1
        elif not established[point].isspace():
            return point
    return gap.end


def _backward(established: str, gap: Span, text: str, at: int, into: tuple[Column, Column]) -> None:
    """Count back from a place, as far as the characters agree."""
    for point in range(gap.end - 1, gap.start - 1, -1):
        while at > 0 and text[at - 1] != established[point] and text[at - 1].isspace():
            at -= 1
        if at > 0 and text[at - 1] == established[point]:
            at -= 1
            into[0][point], into[1][point] = at, at + 1
        elif not established[point].isspace():
            return
