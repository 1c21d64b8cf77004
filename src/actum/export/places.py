"""In which order two texts are told as one.

Takes       two texts with the rows of their alignment.
Gives       Blocks of each text, that cover it, and Ties between runs of blocks, each in its order or moved.
Method      the blocks are the aligned sentences, what stands between them, and paragraph ends. Ties that rise in both
            texts and together hold most characters stay in their order; the others moved (heaviest increasing
            subsequence, by a Fenwick tree of maxima).
Leaves out  a sentence in two rows: the first row that ties it has it. A split or merged provision is tied where its
            sentences stand together; a sentence of it that stands elsewhere is told for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from actum.export.marked import UNTIED
from actum.export.phrases import Wordings
from actum.model.alignment import Row
from actum.text.span import Part, Span

_PIECE = re.compile(r"\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A sentence with the space around it, other characters (`loose`), or the end of a paragraph.

    `part` is the sentence as the alignment quotes it; `row` the first row that has it.
    """

    kind: Literal["sentence", "loose", "end"]
    span: Span
    part: Part | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """Blocks of both texts that carry the same, as ranges of their numbers; its characters on the shorter side."""

    earlier: Span
    later: Span
    row: int | None
    characters: int


def blocks(text: str, parts: Sequence[Sequence[Part]]) -> list[Block]:
    """The blocks of a text in order, covering it; `parts` are those that each row has of this text."""
    owner: dict[Part, int] = {}
    for row, some in enumerate(parts):
        for part in some:
            owner.setdefault(part, row)
    found: list[Block] = []
    done = 0
    for part in sorted(owner):
        if part.start < done or not part.text:
            continue
        gap = list(_between(text, Span(done, part.start)))
        start = gap.pop().span.start if gap and _is_blank(gap[-1], text) else part.start
        done = part.end
        while done < len(text) and text[done].isspace() and text[done] != "\n":
            done += 1
        found += [*gap, Block("sentence", Span(start, done), part, owner[part])]
    return [*found, *_between(text, Span(done, len(text)))]


def _between(text: str, span: Span) -> Iterator[Block]:
    for piece in _PIECE.finditer(text, span.start, span.end):
        yield Block("end" if piece.group() == "\n" else "loose", Span(*piece.span()))


def _is_blank(block: Block, text: str) -> bool:
    return block.kind == "loose" and block.span.of(text).isspace()


class Ties:
    """Ties the blocks of two texts, each block once."""

    def __init__(self, earlier: Sequence[Block], later: Sequence[Block]) -> None:
        self.sides = (earlier, later)
        self.free = tuple(set(range(len(side))) for side in self.sides)
        self.found: list[Tie] = []

    def by_row(self, rows: Sequence[Row]) -> None:
        """Tie what the alignment lays together."""
        at = [{block.part: n for n, block in enumerate(side) if block.part} for side in self.sides]
        for number, row in enumerate(rows):
            if row.relation not in UNTIED:
                ours, theirs = (
                    self._together(side, sorted(at[side][part] for part in parts if part in at[side]))
                    for side, parts in enumerate((row.earlier, row.later))
                )
                self._tie(ours, theirs, number)

    def by_words(self, earlier: Wordings, later: Wordings) -> None:
        """Tie what the alignment leaves out (repeated paragraphs, marks between sentences) where it is the same."""
        waiting: dict[str, list[int]] = {}
        for n in self._loose(0):
            waiting.setdefault(earlier.key(self.sides[0][n].span), []).append(n)
        for n in self._loose(1):
            if same := waiting.get(later.key(self.sides[1][n].span)):
                at = same.pop(0)
                self._tie(Span(at, at + 1), Span(n, n + 1), None)

    def in_order(self) -> list[Tie]:
        """The ties that keep their order, in it."""
        return _heaviest(sorted(self.found, key=lambda tie: tie.later))

    def _loose(self, side: int) -> list[int]:
        return [n for n, block in enumerate(self.sides[side]) if block.kind == "loose" and n in self.free[side]]

    def _together(self, side: int, numbers: Sequence[int]) -> Span:
        """Of free blocks the longest run with nothing but paragraph ends between; the first of equally long ones."""
        runs: list[Span] = []
        for n in numbers:
            if n not in self.free[side]:
                continue
            if runs and all(block.kind == "end" for block in self.sides[side][runs[-1].end : n]):
                runs.append(Span(runs.pop().start, n + 1))
            else:
                runs.append(Span(n, n + 1))
        return max(runs, key=lambda run: self._characters(side, run), default=Span(0, 0))

    def _characters(self, side: int, run: Span) -> int:
        return sum(len(block.span) for block in self.sides[side][run.start : run.end])

    def _tie(self, ours: Span, theirs: Span, row: int | None) -> None:
        if not ours or not theirs:
            return
        self.free[0].difference_update(range(ours.start, ours.end))
        self.free[1].difference_update(range(theirs.start, theirs.end))
        self.found.append(Tie(ours, theirs, row, min(self._characters(0, ours), self._characters(1, theirs))))


def _heaviest(ties: Sequence[Tie]) -> list[Tie]:
    """Of ties in order of the later text those that rise in the earlier one too and hold most characters."""
    size = max((tie.earlier.start for tie in ties), default=0) + 1
    tree: list[tuple[int, int]] = [(0, -1)] * (size + 1)  # the best weight so far, and less the tie that ends it
    before: list[int] = []
    for n, tie in enumerate(ties):
        weight, last = _best_below(tree, tie.earlier.start)
        before.append(last)
        at = tie.earlier.start + 1
        while at <= size:
            if weight + tie.characters > tree[at][0]:
                tree[at] = (weight + tie.characters, n)
            at += at & -at
    found: list[Tie] = []
    last = _best_below(tree, size)[1]
    while last >= 0:
        found.append(ties[last])
        last = before[last]
    return found[::-1]


def _best_below(tree: Sequence[tuple[int, int]], place: int) -> tuple[int, int]:
    """The heaviest so far among those that start before a place; the earliest found of equally heavy ones."""
    best = (0, -1)
    while place > 0:
        if tree[place][0] > best[0]:
            best = tree[place]
        place -= place & -place
    return best
