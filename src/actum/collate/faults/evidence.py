"""What speaks for a repaired wording: the same words in another work, or elsewhere in the text.

Takes       a Look, the place of a fault and what might stand there.
Gives       parallels, the best first: those that share most of the words around the place.
Method      every occurrence of the repaired words is measured by how far the context agrees to its left and right.
Leaves out  wording that says the same in other words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from actum.collate.faults.look import Look, plain
from actum.model.doubt import Parallel
from actum.text.span import Part, Span

CONTEXT = 14
"""Characters of context that are compared on each side; more adds nothing to the certainty, 2026-11-25."""
LEAST = 4
"""Characters that a parallel must share in all, the repaired words included; two more than a common word has,
2026-11-25."""
MOST_PLACES = 500
"""Places of a wording in one text that are looked at, the first; a common word in a long text has more, 2026-11-25."""
MOST = 3
"""Parallels that a doubt shows."""


def parallels_for(
    look: Look, span: Span, proposal: str, *, least: int = LEAST, around: int = 2, each: int = 0
) -> tuple[Parallel, ...]:
    """Up to three places that have `proposal` where the text has what stands under `span`.

    One for each work, the work's best; `least` characters are shared in all, `around` of them context, `each` of them
    on either side. A place in the same text has an empty work. Longest agreement first, then by work.
    """
    wanted = plain(proposal)
    line = _paragraph(look, span)
    context = Context(
        look.plain[max(line.start, span.start - CONTEXT) : span.start],
        look.plain[span.end : min(line.end, span.end + CONTEXT)],
        each,
    )
    found: list[tuple[int, str, Parallel]] = []
    for work, text, folded in (*look.others, ("", look.text, look.plain)):
        shared = _shared(folded, wanted, context, None if work else span)
        best = max(shared, default=None, key=lambda one: (len(one), -one.start))
        if best and len(best) >= max(least, len(wanted) + around):
            found.append((-len(best), work, Parallel(work, Part.cut(text, best))))
    return tuple(parallel for _, _, parallel in sorted(found, key=lambda one: one[:2])[:MOST])


def _paragraph(look: Look, span: Span) -> Span:
    """The paragraph that holds the place; the place itself where it reaches over a break."""
    at = bisect_right(look.paragraphs, Span(span.start, len(look.text) + 1)) - 1
    return look.paragraphs[at] if at >= 0 and span in look.paragraphs[at] else span


class Context(NamedTuple):
    """The words on both sides of a place, and how many characters of each must agree."""

    left: str
    right: str
    each: int


def _shared(folded: str, wanted: str, context: Context, away: Span | None) -> Iterator[Span]:
    """The stretches around each `wanted` of a text that agree with the context; none that touch `away`."""
    left, right, each = context
    at = folded.find(wanted) if wanted else -1
    for _ in range(MOST_PLACES):
        if at < 0:
            return
        end = at + len(wanted)
        before = _agree(reversed(folded[max(0, at - len(left)) : at]), reversed(left))
        behind = _agree(iter(folded[end : end + len(right)]), iter(right))
        if min(before, behind) >= each and (away is None or not Span(at, end).overlaps(away)):
            yield Span(at - before, end + behind)
        at = folded.find(wanted, at + 1)


def _agree(one: Iterator[str], other: Iterator[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
