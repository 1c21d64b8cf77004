"""Where a group's text begins and ends in its base.

Takes       the base's text with what its layout shows, and the pieces of it that members bear.
Gives       the stretch of the base that is the text; whether the base is rather a page of two texts.
Method      every edge is put to the vote. A member that goes on with something else where it leaves the base, or that
            shows its own title or closing line there, says that the text ends there. A member whose own text merely
            ends has nothing to say of what it lacks: it may be cut; such ones count only where nobody else speaks. The
            base speaks too, where a title or a closing line bounds its text.
Leaves out  where the pieces of a copy begin and end (`edges`); what a cut base has lost (`parts`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from actum.identify.chains import Piece, borne
from actum.identify.comparable import Comparable
from actum.identify.edges import NEAR, unshut, usable
from actum.identify.frame_lines import ascii_marks, ends_sentence
from actum.text.span import Span

FULL = 0.85
"""Share of what the fullest member bears from which a member's reach counts for the edges; 2026-11-25."""
LITTLE = 0.4
"""Share of the base, 0 to 1, under which what members have says nothing of its edges; of a text pasted twice noisy
copies have just under half; 2026-11-25."""
TAIL = 0.1
"""Share of a member's characters at either end that may be chance agreement; 2026-11-25."""
SURE = 40
"""Characters of a piece at the very edge of the base from which it is no chance agreement; 2026-11-26."""
CROSS = 40
"""Characters that a member must reach over a place on both sides to hold the text together there; 2026-11-25."""
SEALED, BOUND, GOES_ON = 2.0, 1.5, 1.0
"""What the title or closing line of a member, that of the base, and a member's going on otherwise count for an edge:
one that goes on may be an article that gives a part, so it takes two to contradict the base's layout, and one whose own
layout says that the text ends; 2026-11-26."""
AGREED, ALONE = 0.5, 0.25
"""What it counts that a member's own text begins or ends where another's does, and that it does so alone, but ends with
a sentence: only heard where the base has no layout; 2026-11-26."""

Member = tuple[Comparable, Sequence[Piece]]
Places = NDArray[np.int64]


def base_edges(base: Comparable, members: Sequence[Member], *, copies: int = 1) -> Span:
    """The stretch of the base that is the text: by its members where it has any, else by the layout.

    `copies` letter for letter like the base speak for the whole of what its layout shows.
    """
    size = usable(base.folded, base.shut)
    most = max((borne(pieces) for _, pieces in members), default=0)
    if not members or most < LITTLE * size:  # nobody shares much of it: the layout knows more than they do
        if len(base.bounds) == 1 and 2 * len(base.bounds[0]) >= size:
            return base.bounds[0]
        return _open(len(base.folded), base.shut)
    fullest = [(one, pieces) for one, pieces in members if borne(pieces) >= FULL * most]
    claim = _claim(base, [_reach(pieces) for _, pieces in fullest])
    full = [_seen(base, one, pieces, claim) for one, pieces in fullest]
    known = bool(base.bounds)
    titled, closed = claim.start in base.titled, claim.end in base.closed
    start = _edge(claim.start, [one.start for one in full], copies, known=known, bound=titled, low=False)
    end = _edge(claim.end, [one.end for one in full], copies, known=known, bound=closed, low=True)
    return _snapped(Span(start, max(start, end)), base.bounds)


def shown_edges(base: Comparable, members: Sequence[Member], *, copies: int = 1) -> Span:
    """What members and layout show to be the text: of `base_edges` no more than members reach or a bound ends."""
    edges = base_edges(base, members, copies=copies)
    if not members or copies > 1:
        return edges
    reaches = [_reach(pieces) for _, pieces in members]
    start = edges.start if edges.start in base.titled else min(first.of_base.start for first, _ in reaches)
    end = edges.end if edges.end in base.closed else max(last.of_base.end for _, last in reaches)
    start = max(edges.start, start)
    return Span(start, max(start, min(edges.end, end)))


@dataclass(frozen=True, slots=True)
class _Edge:
    """Where in the base a member's reach begins or ends, and what it does there."""

    place: int
    sealed: bool
    goes_on: bool
    of_sentence: bool


@dataclass(frozen=True, slots=True)
class _Seen:
    start: _Edge
    end: _Edge


def _seen(base: Comparable, own: Comparable, pieces: Sequence[Piece], claim: Span) -> _Seen:
    first, last = _reach(pieces)
    if pieces[0].of_base.start <= claim.start + NEAR and len(pieces[0].of_base) >= SURE:
        first = pieces[0]
    if pieces[-1].of_base.end >= claim.end - NEAR and len(pieces[-1].of_base) >= SURE:
        last = pieces[-1]
    before, after = Span(0, first.own.start), Span(last.own.end, max(last.own.end, len(own.folded)))
    start = _Edge(
        first.of_base.start,
        any(abs(place - first.own.start) <= NEAR for place in own.titled),
        unshut(before, own.shut) > NEAR,
        of_sentence=True,  # a text hardly ever begins without a title that tells its beginning from a cut
    )
    end = _Edge(
        last.of_base.end,
        any(abs(place - last.own.end) <= NEAR for place in own.closed),
        unshut(after, own.shut) > NEAR,
        of_sentence=ends_sentence(ascii_marks(base.folded[: last.of_base.end][-8:])),
    )
    return _Seen(start, end)


def _claim(base: Comparable, reaches: Sequence[tuple[Piece, Piece]]) -> Span:
    """What the layout of the base shows as the text its members bear; all of it where it shows nothing."""
    reach = Span(min(first.of_base.start for first, _ in reaches), max(last.of_base.end for _, last in reaches))
    met = [one for one in base.bounds if min(one.end, reach.end) - max(one.start, reach.start) > NEAR]
    if not met:
        return _open(len(base.folded), base.shut)
    return Span(met[0].start, met[-1].end)


def _edge(claimed: int, edges: Sequence[_Edge], copies: int, *, known: bool, bound: bool, low: bool) -> int:
    """The weighted median of the places voted for, that of the shorter text where two are even; else what is claimed.

    `bound`: a title or a closing line of the base is at the claimed place. `known`: the base has a layout that shows
    official texts; what stands in one is text, though members lack it.
    """
    votes = [(claimed, BOUND)] * bound + [(claimed, GOES_ON)] * (copies if copies > 1 else 0)
    votes += [(one.place, SEALED if one.sealed else GOES_ON) for one in edges if one.sealed or one.goes_on]
    if not known:
        ending = [one for one in edges if not (one.sealed or one.goes_on)]
        places = sorted(one.place for one in ending)
        votes += [(one.place, weight) for one in ending if (weight := _of_ending(one, places))]
    if not votes:
        return claimed
    half, passed = sum(weight for _, weight in votes) / 2, 0.0
    for place, weight in sorted(votes, reverse=not low):
        passed += weight
        if passed >= half:
            return place
    return claimed


def _of_ending(one: _Edge, places: Sequence[int]) -> float:
    """What it counts that a member's text ends here; `places` are those of all that merely end, sorted."""
    agreeing = bisect_right(places, one.place + NEAR) - bisect_left(places, one.place - NEAR)
    if agreeing > 1:
        return AGREED
    return ALONE if one.of_sentence else 0.0


def _open(length: int, shut: Sequence[Span]) -> Span:
    """The whole text without what is shut at its edges."""
    start, end = 0, length
    for span in sorted(shut):
        if span.start <= start:
            start = max(start, span.end)
    for span in sorted(shut, reverse=True):
        if span.end >= end:
            end = min(end, span.start)
    return Span(start, end) if start < end else Span(0, length)


def _snapped(span: Span, bounds: Sequence[Span]) -> Span:
    start, end = span.start, span.end
    for bound in bounds:
        if abs(bound.start - start) <= NEAR and bound.start < end:
            start = bound.start
        if abs(bound.end - end) <= NEAR and bound.end > start:
            end = bound.end
    return Span(start, end)


def carries_two(members: Sequence[Sequence[Piece]]) -> bool:
    """Whether the base is a page that carries two texts: members lie on both sides of a place, and none spans it.

    Some may span it, other pages with the same two texts, where more members fill either side up to it and no further.
    """
    if len(members) < 2:
        return False
    reaches = [_reach(pieces) for pieces in members]
    starts = np.array([first.of_base.start for first, _ in reaches], dtype=np.int64)
    ends = np.array([last.of_base.end for _, last in reaches], dtype=np.int64)
    return any(_parted(starts, ends, place) for place in np.unique(starts).tolist())


def _parted(starts: Places, ends: Places, place: int) -> bool:
    left, right = ends <= place + CROSS, starts >= place - CROSS
    if not left.any() or not right.any():
        return False
    spanning = int(np.count_nonzero(~(left | right)))
    low, high = starts[left].min(), ends[right].max()
    ending = np.count_nonzero(left & (ends - starts >= FULL * (place - low)))
    beginning = np.count_nonzero(right & (ends - starts >= FULL * (high - place)))
    return not spanning or bool(min(ending, beginning) > spanning)


def _reach(pieces: Sequence[Piece]) -> tuple[Piece, Piece]:
    """The pieces in which what a member bears begins and ends: a chance piece far off does not span what lies between.

    TAIL of its characters are left out at either end; but not where the parts stand in another order, as then the first
    and the last part of the base stand somewhere in the midst, and are no chance.
    """
    if any(after.own.start < before.own.start for before, after in pairwise(pieces)):
        return pieces[0], pieces[-1]
    tail = TAIL * sum(len(piece.of_base) for piece in pieces)
    return _first_beyond(pieces, tail), _first_beyond(pieces[::-1], tail)


def _first_beyond(pieces: Sequence[Piece], tail: float) -> Piece:
    """The first piece with which more than `tail` characters of the base are passed."""
    passed = 0
    for piece in pieces:
        passed += len(piece.of_base)
        if passed > tail:
            return piece
    return pieces[-1]
