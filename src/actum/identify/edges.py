"""Where a copy's pieces begin and end, to the character.

Takes       pieces, and the stretches that the layout shows as official texts or as something else.
Gives       pieces that keep out of what is shut, with edges to the character.
Method      a piece that stops a few characters short of the base's edge is carried on to it: noise at the edge is no
            other edge; a bound of the copy's own layout near it is its edge.
Leaves out  where the base's own edges are: `reaches`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from actum.identify.chains import Piece
from actum.text.span import Span

NEAR = 60
"""Characters between what copies share and a bound of the layout up to which the bound is the edge; a credit line or a
date that two copies share by chance is shorter; 2026-11-25."""
FRAY = 12
"""Characters at an edge that noise may have made unlike; 2026-11-25."""
LEAST = 8
"""Characters of a piece under which it says nothing; 2026-11-25."""

CHANCE = 0.3
"""Share of what is shut in one text, 0 to 1, under which the other has nothing at its place: unlike Chinese prose of
one length shares 0.1 to 0.2 of its letters; 2026-11-26."""


def usable(folded: str, shut: Sequence[Span]) -> int:
    """Characters of a text outside what is shut; at least 1."""
    return max(1, len(folded) - sum(map(len, shut)))


def unshut(span: Span, shut: Sequence[Span]) -> int:
    """Characters of a stretch that are not shut."""
    return len(span) - sum(min(span.end, one.end) - max(span.start, one.start) for one in shut if one.overlaps(span))


@dataclass(frozen=True, slots=True)
class Texts:
    """The folded text of a copy and that of the base, along which places are carried from one to the other."""

    own: str
    base: str


def clipped(
    pieces: Sequence[Piece], own_shut: Sequence[Span], base_shut: Sequence[Span], texts: Texts | None = None
) -> tuple[Piece, ...]:
    """The pieces without what is shut in either text, in the same order; remains under LEAST are left out.

    What is shut in one text alone is not taken from the other: the matching place is found along an edit script of the
    two. Without `texts` it lies as far from the nearer edge of the piece.
    """
    found: Sequence[Piece] = pieces
    for shut in own_shut:
        found = [part for piece in found for part in _outside(piece, shut, texts, of_base=False)]
    for shut in base_shut:
        found = [part for piece in found for part in _outside(piece, shut, texts, of_base=True)]
    return tuple(found)


def _outside(piece: Piece, shut: Span, texts: Texts | None, *, of_base: bool) -> Iterator[Piece]:
    span, other = (piece.of_base, piece.own) if of_base else (piece.own, piece.of_base)
    if not span.overlaps(shut):
        yield piece
        return
    gap = _gap(shut, span, other, texts, of_base=of_base)
    for kept, matching in (
        (Span(span.start, max(span.start, shut.start)), Span(other.start, gap.start)),
        (Span(min(span.end, shut.end), span.end), Span(gap.end, other.end)),
    ):
        if len(kept) >= LEAST and len(matching) >= LEAST:
            yield Piece(matching, kept) if of_base else Piece(kept, matching)


def _gap(shut: Span, span: Span, other: Span, texts: Texts | None, *, of_base: bool) -> Span:
    """What stands in `other` where `span` has what is shut; empty where that is a few letters met by chance.

    Such letters go to the side on which they stand in `span` too.
    """
    low, high = (_carried(place, span, other, texts, of_base=of_base) for place in (shut.start, shut.end))
    gap = Span(low, max(low, high))
    if texts is None or not gap or len(gap) >= CHANCE * len(shut):
        return gap
    here, there = (texts.base, texts.own) if of_base else (texts.own, texts.base)
    before = here[max(span.start, shut.start - len(gap)) : shut.start]
    return Span(gap.end, gap.end) if before == gap.of(there) else Span(gap.start, gap.start)


def _carried(place: int, span: Span, other: Span, texts: Texts | None, *, of_base: bool) -> int:
    """The place in `other` that matches `place` in `span`."""
    if place <= span.start or place >= span.end:
        return other.start if place <= span.start else other.end
    if texts is None:
        return _scaled(place, span, other)
    here, there = (texts.base, texts.own) if of_base else (texts.own, texts.base)
    within = place - span.start
    for code in Levenshtein.opcodes(span.of(here), other.of(there)):
        if code.src_start <= within < code.src_end:
            return other.start + min(code.dest_end, code.dest_start + within - code.src_start)
    return other.end


def _scaled(place: int, span: Span, other: Span) -> int:
    """The place in `other` that lies as far from the nearer edge as `place` lies in `span`."""
    if place - span.start <= span.end - place:
        return min(other.end, other.start + place - span.start)
    return max(other.start, other.end - (span.end - place))


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
