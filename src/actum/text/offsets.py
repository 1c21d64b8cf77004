"""The exact way from a text to a changed text and back.

Takes       the source length and, for each character of the new text, the source characters it stands for.
Gives       an OffsetMap with `forward` (source → new), `back` (new → source) and `then` (chaining).
Method      two monotone integer columns; places are found by bisection. A character of the new text stands for
            a run of source characters (usually one); source characters that no new one stands for were removed.
Leaves out  reordering: a map never crosses itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actum.errors import SpanOutside
from actum.text.span import Span

Column = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class OffsetMap:
    """`starts[i]` and `ends[i]` bound the source characters that the i-th new character stands for.

    Both columns never fall, and `starts[i] < ends[i]`; characters made of one another's share (`㎞` → `km`)
    carry the same bounds. Build with `identity`, `kept` or `edited`.
    """

    source_length: int
    starts: Column
    ends: Column

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """Nothing changed place."""
        places = np.arange(length, dtype=np.int32)
        return cls(length, places, places + 1)

    @classmethod
    def kept(cls, places: Sequence[int] | Column, source_length: int) -> OffsetMap:
        """Each new character stands for the source character at its place; `places` rise strictly."""
        starts = np.asarray(places, dtype=np.int32)
        return cls(source_length, starts, starts + 1)

    def __len__(self) -> int:
        return len(self.starts)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, OffsetMap)
            and self.source_length == other.source_length
            and np.array_equal(self.starts, other.starts)
            and np.array_equal(self.ends, other.ends)
        )

    __hash__ = None  # type: ignore[assignment]

    def back(self, span: Span) -> Span:
        """The source span that a new span stands for.

        An empty span comes back empty, right behind the source characters of the one before it.
        Raises SpanOutside where the span reaches past the new text.
        """
        if span.end > len(self):
            raise SpanOutside(f"span {span.start}–{span.end} ends after the changed text does ({len(self):,})")
        if not span:
            point = int(self.ends[span.start - 1]) if span.start else 0
            return Span(point, point)
        return Span(int(self.starts[span.start]), int(self.ends[span.end - 1]))

    def forward(self, span: Span) -> Span | None:
        """The new span that stands for the characters of a source span; None where none of them survived.

        Removed characters at its edges fall away, so `back(forward(s)) == s` holds where the first and the last
        character of `s` survived whole (see `survives`). An empty span has no characters: None.
        Raises SpanOutside where the span reaches past the source.
        """
        if span.end > self.source_length:
            raise SpanOutside(f"span {span.start}–{span.end} ends after its source does ({self.source_length:,})")
        if not span:
            return None
        # a number of the column's own type: any other has the whole column converted at every call
        low = int(self.ends.searchsorted(self.ends.dtype.type(span.start), side="right"))
        high = int(self.starts.searchsorted(self.starts.dtype.type(span.end), side="left"))
        return Span(low, high) if low < high else None

    def survives(self, span: Span) -> bool:
        """Whether the span can be carried forward and back without change."""
        new = self.forward(span)
        return new is not None and self.back(new) == span

    def then(self, later: OffsetMap) -> OffsetMap:
        """This change, then a later one on its result, as one map."""
        if later.source_length != len(self):
            raise SpanOutside(f"a map of {later.source_length:,} characters cannot follow a text of {len(self):,}")
        if not len(later):
            empty = np.empty(0, dtype=np.int32)
            return OffsetMap(self.source_length, empty, empty)
        return OffsetMap(self.source_length, self.starts[later.starts], self.ends[later.ends - 1])


def edited(text: str, edits: Iterable[tuple[Span, str]]) -> tuple[str, OffsetMap]:
    """`text` with each span replaced, and the map to it.

    The edits stand in order and do not overlap. Every character of a replacement stands for the whole replaced
    span; an insertion (an empty span) would stand for nothing and is refused with SpanOutside.
    """
    pieces: list[str] = []
    starts: list[Column] = []
    ends: list[Column] = []
    done = 0
    for span, new in edits:
        if span.start < done or span.end > len(text) or (new and not span):
            raise SpanOutside(f"edit at {span.start}–{span.end} overlaps another, reaches past the text or inserts")
        same = np.arange(done, span.start, dtype=np.int32)
        pieces += (text[done : span.start], new)
        starts += (same, np.full(len(new), span.start, dtype=np.int32))
        ends += (same + 1, np.full(len(new), span.end, dtype=np.int32))
        done = span.end
    same = np.arange(done, len(text), dtype=np.int32)
    pieces.append(text[done:])
    starts.append(same)
    ends.append(same + 1)
    return "".join(pieces), OffsetMap(len(text), np.concatenate(starts), np.concatenate(ends))
