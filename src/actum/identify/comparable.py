"""A copy as the grouping sees it.

Takes       a copy's folded text, and the segments of its page.
Gives       Comparables: the text with what the layout shows of it, all offsets in the folded text.
Method      the segments' edges are carried through the fold; a page whose layout shows nothing has no bounds.
Leaves out  everything that the text says, but the signs that tell it from texts of the same wording.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from actum.identify.describe_whole import number_of
from actum.identify.frame import UNFRAMED, Segment
from actum.identify.matter import every_segment
from actum.identify.signs import Signs, signs_of
from actum.text.fold import Folded
from actum.text.span import Span

_NUMBERED = re.compile(r"^[\s\u3000]*(?P<number>[一二三四五六七八九十]{1,3}|\d{1,3})[、.．)]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Comparable:
    """A copy as the grouping sees it; offsets count in `folded`.

    `bounds` are stretches that the layout shows as whole official texts, in order; `shut` are stretches that surely
    are something else (a covering letter, a credit, page furniture). `signs` tell it from texts of the same wording.
    `titled` are the starts of the bounds that a title opens, `closed` the ends of those that a closing line ends.
    `disorder` counts the numbered paragraphs that stand before one of a lower number: a shuffled copy has some.
    """

    key: str
    folded: str
    bounds: tuple[Span, ...] = ()
    shut: tuple[Span, ...] = ()
    signs: Signs = frozenset()
    titled: frozenset[int] = frozenset()
    closed: frozenset[int] = frozenset()
    disorder: int = 0


def comparable(key: str, page: str, folded: Folded, segments: Sequence[Segment]) -> Comparable:
    """The copy of this key: `folded` is the folded form of `page`, and `segments` are the page's own."""
    shown = [one for one in every_segment(segments) if one.made_by != UNFRAMED]
    carried = [(one, span) for one in shown if (span := folded.offsets.forward(one.span)) is not None]
    texts = [(one, span) for one, span in carried if one.kind == "text"]
    return Comparable(
        key=key,
        folded=folded.text,
        bounds=tuple(span for _, span in texts),
        shut=tuple(span for one, span in carried if one.kind != "text"),
        signs=signs_of(page, (one.span.of(page) for one in segments if one.kind == "text"), folded.text),
        titled=frozenset(span.start for one, span in texts if one.titled),
        closed=frozenset(span.end for one, span in texts if one.closed),
        disorder=disorder(page),
    )


def disorder(page: str) -> int:
    """How often the number of a paragraph is lower than that of the one before, and does not begin anew with 1."""
    numbers = [number_of(match["number"]) for match in _NUMBERED.finditer(page)]
    return sum(1 < later < number for number, later in pairwise(numbers))
