"""Parts of one text: a copy that lost its end, and one that lost its beginning.

Takes       the pieces in which a member bears a base, and what the layout shows of both.
Gives       the pieces carried on to what only the member has; whether two parts of one text overlap.
Method      a base is cut where its page stops and no title or closing line bounds its text. What the member's own text
            has beyond is what the base has lost, if its own title or closing line bounds it, or it speaks as official
            texts do.
Leaves out  parts that share nothing; three parts of which the outer ones do not meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from actum.identify.chains import Piece, borne
from actum.identify.comparable import Comparable
from actum.identify.edges import NEAR, unshut
from actum.identify.frame_voice import text_speaks
from actum.identify.roles import DENSE
from actum.text.span import Span

OVERLAP = 40
"""Characters that two parts of one text must share where one ends and the other begins; 2026-11-26."""
SCRAP = 0.1
"""Share of what a member bears up to which a piece may be a formula met elsewhere, in any order; 2026-11-26."""


def beyond(pieces: Sequence[Piece], own: Comparable, base: Comparable, edges: Span) -> tuple[Piece, ...]:
    """The pieces of a member, carried on to the edges of its own text where the base is cut before them.

    The base is cut where its page stops at an edge that no title or closing line bounds. What a member has beyond is
    what the base has lost, if it goes on to the member's own title or closing line, or speaks as official texts do.
    """
    main = _without_scraps(pieces)
    if not main or any(after.own.start < before.own.start for before, after in pairwise(main)):
        return tuple(pieces)
    first, last = main[0], main[-1]
    start, end = first.own.start, last.own.end
    bound = next((one for one in own.bounds if one.start <= start and end <= one.end), None)
    if bound is None:
        return tuple(pieces)
    rest = Span(edges.end, len(base.folded))
    if edges.end not in base.closed and unshut(rest, base.shut) <= NEAR and edges.end - last.of_base.end <= NEAR:
        end = bound.end if bound.end in own.closed or text_speaks(Span(end, bound.end).of(own.folded)) else end
    rest = Span(0, edges.start)
    if edges.start not in base.titled and unshut(rest, base.shut) <= NEAR and first.of_base.start - edges.start <= NEAR:
        start = bound.start if bound.start in own.titled else start
    if (start, end) == (first.own.start, last.own.end):
        return tuple(pieces)
    changed = list(main)
    changed[-1] = Piece(Span(changed[-1].own.start, end), last.of_base)
    changed[0] = Piece(Span(start, changed[0].own.end), first.of_base)
    return tuple(changed)


def _without_scraps(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that are more than SCRAP of all."""
    least = SCRAP * borne(pieces)
    return [piece for piece in pieces if len(piece.of_base) > least]


def continues(pieces: Sequence[Piece], own: Comparable, base: Comparable) -> bool:
    """Whether two parts of one text overlap: one lost its end, the other its beginning, and they share what is between.

    Each must be the only text of its page, and one have its title, the other its closing line.
    """
    if len(own.bounds) != 1 or len(base.bounds) != 1 or not pieces or borne(pieces) < OVERLAP:
        return False
    main, own_bound = _without_scraps(pieces), own.bounds[0]
    if not main:
        return False
    first, last = main[0], main[-1]
    if borne(main) < DENSE * max(last.own.end - first.own.start, last.of_base.end - first.of_base.start):
        return False
    carried = beyond(pieces, own, base, base.bounds[0])
    if carried == tuple(pieces):
        return False
    lost_head = own_bound.start not in own.titled and first.own.start - own_bound.start <= NEAR
    lost_end = own_bound.end not in own.closed and own_bound.end - last.own.end <= NEAR
    return (lost_head and carried[-1].own.end > last.own.end) or (lost_end and carried[0].own.start < first.own.start)
