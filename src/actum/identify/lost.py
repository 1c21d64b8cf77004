"""What a base has lost within its text, and most of its members have.

Takes       the bearings of a group, and the texts of its copies.
Gives       the bearings, those joined over a stretch that more members have, alike, than lack it.
Method      where two pieces of a member follow one another in the base and leave a stretch between them in the member,
            the stretch is foreign to it, or the base has lost it. Foreign matter is each page's own: a stretch that
            most pages have at the same place in the same words is the text's.
Leaves out  what a single member has more: nothing tells it from foreign matter. What the base lost at its edges
            (`parts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from actum.identify.bearings import Bearing
from actum.identify.chains import Piece
from actum.identify.comparable import Comparable
from actum.identify.edges import FRAY, unshut
from actum.text.compare import similarity
from actum.text.span import Span

SAME = 0.8
"""Similarity, 0 to 1, from which two stretches are the same words with noise; ten made pages whose characters are noisy
to one in a hundred have over 0.95, unlike prose has 0.1 to 0.2; 2026-11-26."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """A stretch of a member between two of its pieces, and the place in the base where it would stand."""

    place: int
    number: int
    first: int
    text: str


def with_lost(bearings: Sequence[Bearing], texts: Mapping[str, Comparable]) -> list[Bearing]:
    """The bearings in their order, joined over what the base has lost."""
    gaps = sorted(
        (gap for number, one in enumerate(bearings) for gap in _gaps(number, one, texts[one.key])),
        key=lambda gap: (gap.place, gap.number),
    )
    joined: dict[int, list[int]] = {}
    for near in _by_place(gaps):
        for alike in _alike(near):
            if len(alike) > sum(_runs_over(one, alike[0].place) for one in bearings):
                for gap in alike:
                    joined.setdefault(gap.number, []).append(gap.first)
    return [_joined(one, joined.get(number, ())) for number, one in enumerate(bearings)]


def _gaps(number: int, bearing: Bearing, text: Comparable) -> Iterator[_Gap]:
    for first, (one, other) in enumerate(pairwise(bearing.pieces)):
        between = Span(one.own.end, max(one.own.end, other.own.start))
        follows = one.own.end < other.own.start and abs(other.of_base.start - one.of_base.end) <= FRAY
        if follows and unshut(between, text.shut) == len(between):
            yield _Gap(one.of_base.end, number, first, between.of(text.folded))


def _by_place(gaps: Sequence[_Gap]) -> Iterator[list[_Gap]]:
    near: list[_Gap] = []
    for gap in gaps:
        if near and gap.place - near[0].place > FRAY:
            yield near
            near = []
        near.append(gap)
    if near:
        yield near


def _alike(gaps: Sequence[_Gap]) -> Iterator[list[_Gap]]:
    """Gaps at one place by their words, each with the first that it is like."""
    sorts: list[list[_Gap]] = []
    for gap in gaps:
        like = next((some for some in sorts if similarity(some[0].text, gap.text) >= SAME), None)
        if like is None:
            sorts.append([gap])
        else:
            like.append(gap)
    yield from sorts


def _runs_over(bearing: Bearing, place: int) -> bool:
    """Whether one piece of a bearing runs over a place of the base: it lacks what others have there."""
    return any(one.of_base.start + FRAY < place < one.of_base.end - FRAY for one in bearing.pieces)


def _joined(bearing: Bearing, firsts: Sequence[int]) -> Bearing:
    pieces: list[Piece] = []
    for number, piece in enumerate(bearing.pieces):
        if pieces and number - 1 in firsts:
            before = pieces[-1]
            own = Span(before.own.start, piece.own.end)
            pieces[-1] = Piece(own, Span(before.of_base.start, max(before.of_base.end, piece.of_base.end)))
        else:
            pieces.append(piece)
    return replace(bearing, pieces=tuple(pieces)) if firsts else bearing
