"""Where a text begins and ends: what copies share, held against what the layout says.

Takes       pieces, and the stretches that the layout shows as official texts or as something else.
Gives       pieces that keep out of what is shut, and edges to the character.
Method      the edges most copies reach; a bound of the layout near them is the edge. A piece that stops a few
            characters short of the base's edge is carried on to it: noise at the edge is no other edge.
Leaves out  edges that neither copies nor layout show.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_high, median_low

import numpy as np
from numpy.typing import NDArray

from actum.identify.chains import Piece, borne
from actum.text.span import Span

Places = NDArray[np.int64]

NEAR = 60
"""Characters between what copies share and a bound of the layout up to which the bound is the edge; a credit line or a
date that two copies share by chance is shorter; 2026-11-25."""
FRAY = 12
"""Characters at an edge that noise may have made unlike; 2026-11-25."""
FULL = 0.85
"""Share of what the fullest member bears from which a member's reach counts for the edges; 2026-11-25."""
LITTLE = 0.4
"""Share of the base, 0 to 1, under which what members have says nothing of its edges; of a text pasted twice noisy
copies have just under half; 2026-11-25."""
LEAST = 8
"""Characters of a piece under which it says nothing; 2026-11-25."""
TAIL = 0.1
"""Share of a member's characters at either end that may be chance agreement; 2026-11-25."""
CROSS = 40
"""Characters that a member must reach over a place on both sides to hold the text together there; 2026-11-25."""


def usable(folded: str, shut: Sequence[Span]) -> int:
    """Characters of a text outside what is shut; at least 1."""
    return max(1, len(folded) - sum(map(len, shut)))


def clipped(pieces: Sequence[Piece], own_shut: Sequence[Span], base_shut: Sequence[Span]) -> tuple[Piece, ...]:
    """The pieces without what is shut in either text, in the same order; remains under LEAST are left out."""
    found: Sequence[Piece] = pieces
    for shut in own_shut:
        found = [part for piece in found for part in _outside(piece, shut, of_base=False)]
    for shut in base_shut:
        found = [part for piece in found for part in _outside(piece, shut, of_base=True)]
    return tuple(found)


def _outside(piece: Piece, shut: Span, *, of_base: bool) -> Iterator[Piece]:
    span, other = (piece.of_base, piece.own) if of_base else (piece.own, piece.of_base)
    if not span.overlaps(shut):
        yield piece
        return
    for low, high in ((span.start, min(span.end, shut.start)), (max(span.start, shut.end), span.end)):
        if high - low >= LEAST:
            kept = Span(low, high)
            matching = Span(_scaled(low, span, other), _scaled(high, span, other))
            yield Piece(matching, kept) if of_base else Piece(kept, matching)


def _scaled(place: int, span: Span, other: Span) -> int:
    """The place in `other` that lies as far from the nearer edge as `place` lies in `span`."""
    if place - span.start <= span.end - place:
        return min(other.end, other.start + place - span.start)
    return max(other.start, other.end - (span.end - place))


def base_edges(length: int, bounds: Sequence[Span], shut: Sequence[Span], members: Sequence[Sequence[Piece]]) -> Span:
    """The stretch of the base that is the text: by its members where it has any, else by the layout."""
    size = length - sum(map(len, shut))
    most = max((borne(pieces) for pieces in members), default=0)
    if not members or most < LITTLE * size:  # nobody shares much of it: the layout knows more than they do
        if len(bounds) == 1 and 2 * len(bounds[0]) >= size:
            return bounds[0]
        return _open(length, shut)
    reaches = [_reach(pieces) for pieces in members if borne(pieces) >= FULL * most]
    start = median_high(reach[0] for reach in reaches)
    end = median_low(reach[1] for reach in reaches)
    return _snapped(Span(start, max(start, end)), bounds)


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


def own_stretches(
    pieces: Sequence[Piece], base: Span, length: int, bounds: Sequence[Span], shut: Sequence[Span]
) -> tuple[Piece, ...]:
    """The pieces within the base's edges, carried to them and to the copy's own bounds where they are near."""
    inside = clipped(pieces, (), _without(base, max((p.of_base.end for p in pieces), default=0)))
    if not inside:
        return ()
    first, last = inside[0], inside[-1]
    changed = list(inside)
    changed[0] = _to_start(first, base, bounds, _floor(first, inside, shut))
    changed[-1] = _to_end(
        changed[-1] if len(changed) == 1 else last, base, bounds, _ceiling(last, inside, shut, length)
    )
    return tuple(changed)


def _without(base: Span, reach: int) -> tuple[Span, ...]:
    sides = (Span(0, base.start), Span(base.end, max(base.end, reach)))
    return tuple(side for side in sides if side)


def _floor(piece: Piece, pieces: Sequence[Piece], shut: Sequence[Span]) -> int:
    ends = [one.own.end for one in pieces if one.own.end <= piece.own.start]
    return max([0, *ends, *(span.end for span in shut if span.end <= piece.own.start)])


def _ceiling(piece: Piece, pieces: Sequence[Piece], shut: Sequence[Span], length: int) -> int:
    starts = [one.own.start for one in pieces if one.own.start >= piece.own.end]
    return min([length, *starts, *(span.start for span in shut if span.start >= piece.own.end)])


def _to_start(piece: Piece, base: Span, bounds: Sequence[Span], floor: int) -> Piece:
    short = piece.of_base.start - base.start
    near = [
        bound.start for bound in bounds if abs(bound.start - piece.own.start) <= NEAR and bound.start < piece.own.end
    ]
    if near and short <= NEAR:
        return Piece(Span(max(floor, near[0]), piece.own.end), Span(base.start, piece.of_base.end))
    if 0 < short <= FRAY:
        return Piece(Span(max(floor, piece.own.start - short), piece.own.end), Span(base.start, piece.of_base.end))
    return piece


def _to_end(piece: Piece, base: Span, bounds: Sequence[Span], ceiling: int) -> Piece:
    short = base.end - piece.of_base.end
    near = [bound.end for bound in bounds if abs(bound.end - piece.own.end) <= NEAR and bound.end > piece.own.start]
    if near and short <= NEAR:
        return Piece(Span(piece.own.start, min(ceiling, near[-1])), Span(piece.of_base.start, base.end))
    if 0 < short <= FRAY:
        return Piece(Span(piece.own.start, min(ceiling, piece.own.end + short)), Span(piece.of_base.start, base.end))
    return piece


def carries_two(members: Sequence[Sequence[Piece]]) -> bool:
    """Whether the base is a page that carries two texts: members lie on both sides of a place, and none spans it.

    Some may span it, other pages with the same two texts, where more members fill either side up to it and no further.
    """
    if len(members) < 2:
        return False
    starts, ends = np.array([_reach(pieces) for pieces in members], dtype=np.int64).T
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


def _reach(pieces: Sequence[Piece]) -> tuple[int, int]:
    """Where what a member bears begins and ends: a chance piece far off does not span what lies between.

    TAIL of its characters are left out at either end; but not where the parts stand in another order, as then the first
    and the last part of the base stand somewhere in the midst, and are no chance.
    """
    spans = [piece.of_base for piece in pieces]
    if any(after.own.start < before.own.start for before, after in pairwise(pieces)):
        return spans[0].start, spans[-1].end
    tail = TAIL * sum(map(len, spans))
    return _first_beyond(spans, tail).start, _first_beyond(spans[::-1], tail).end


def _first_beyond(spans: Sequence[Span], tail: float) -> Span:
    """The first span with which more than `tail` characters are passed."""
    passed = 0
    for span in spans:
        passed += len(span)
        if passed > tail:
            return span
    return spans[-1]
