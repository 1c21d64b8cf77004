"""A text in blocks, as pages show it: headings, paragraphs and items, each with what was read from it and is doubted.

Takes       a build and a work.
Gives       Blocks in order; every character of the text but the line ends between blocks is in exactly one.
Method      the divisions above sentences; where a page split broke one over two lines, the block has both. A line that
            no division covers is a block of its own.
Leaves out  markup: see `text_marks`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from actum.store.files import Row
from actum.text.span import Part, Span
from actum.workflow.room import FACTS, Snapshot

SHOWN = frozenset({"heading", "paragraph", "item"})


@dataclass(slots=True)
class Block:
    """One block; `level` counts how deep a heading stands, 1 for the title, 0 for what is no heading.

    `lines` are its parts, one a line. Facts, entries and doubts are those that begin in it.
    """

    id: str
    kind: str
    level: int
    lines: tuple[Part, ...]
    repeats: str = ""
    positions: list[Row] = field(default_factory=list)
    effects: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    entries: list[Row] = field(default_factory=list)
    doubts: list[Row] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        return Span(self.lines[0].start, self.lines[-1].end)


def text_blocks(build: Snapshot, work: str) -> list[Block]:
    """The blocks of a work with all that belongs to each. Raises NoSuchWork, BuildGone."""
    blocks = blocks_of(build.text(work), build.divisions(work))
    starts = [block.span.start for block in blocks]

    def share(rows: Iterable[Row], name: str) -> None:
        for row in rows:
            place = bisect_right(starts, (row.get("cue") or row)["start"]) - 1
            getattr(blocks[max(place, 0)], name).append(row)

    for kind in FACTS:
        share(build.of(kind, work), kind)
    share(build.apparatus(work), "entries")
    share(build.work_doubts(work), "doubts")
    return blocks


def blocks_of(text: str, divisions: Sequence[Row]) -> list[Block]:
    """The blocks of a text, with nothing in them yet."""
    heads = {row["start"]: row for row in divisions if row["kind"] in SHOWN and row["end"] > row["start"]}
    blocks: list[Block] = []
    covered = 0
    for line in _lines(text):
        row = heads.get(line.start)
        if row is None and line.start < covered and blocks:
            blocks[-1].lines += (line,)
        elif row is None:
            blocks.append(Block(f"l{line.start}", "paragraph", 0, (line,)))
        else:
            covered = row["end"]
            blocks.append(Block(row["division"], row["kind"], _level(row), (line,), row["repeats"] or ""))
    return blocks


def _lines(text: str) -> Iterable[Part]:
    start = 0
    for line in text.split("\n"):
        yield Part(start, start + len(line), line)
        start += len(line) + 1


def _level(row: Row) -> int:
    """How deep a heading stands: a title is 1, the heading of a section 2, of a section within it 3."""
    if row["kind"] != "heading":
        return 0
    section = row["division"].split(".")[0]
    return 1 if section.startswith("h") else 2 + section.count("-")
