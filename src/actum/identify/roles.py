"""Which part a copy plays for a text: copy, excerpt, stitched, quotation, or none.

Takes       the pieces in which a copy bears a base text, and how long both are.
Gives       the role, and the share of the base that is borne.
Method      shares of characters: of the base that the copy has, of the copy that is the base's; order and density of
            the pieces. Two statements that share formulas have middling shares of both in scattered pieces: none.
Leaves out  identity beyond shared wording: a person's judgement decides there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from actum.identify.chains import Piece, borne
from actum.model.witness import WitnessKind

WHOLE = 0.85
"""Share of the base, 0 to 1, from which a copy has it whole; noise of 6 % in each of two copies and an omitted
paragraph leave more; 2026-11-25."""
OWN = 0.85
"""Share of a copy, 0 to 1, from which it holds little beside the text; then less of the base is an excerpt;
2026-11-25."""
SHUFFLED = 0.75
"""Share of the base and of the copy that shuffled parts must cover: at each cut some characters cannot be matched;
2026-11-25."""
DENSE = 0.9
"""Share of the stretch between first and last piece that the pieces cover, from which it is one stretch; 2026-11-25."""
HALF = 0.5
"""Share of the base that one dense stretch amid foreign matter must bear to count as an excerpt; 2026-11-25."""
QUOTED = 40
"""Characters in one piece from which a page quotes rather than speaks in the same set phrases; 2026-11-25."""
IN_ORDER = 0.9
"""Share of the borne characters that must stand in the order of the base; 2026-11-25."""


def role(pieces: Sequence[Piece], *, own_length: int, base_length: int, official: bool) -> WitnessKind | None:
    """The role of a copy with these pieces; None where it bears nothing, or only shares formulas.

    `own_length` counts the copy without what surely is something else; `official`: the layout shows the copy as an
    official text of its own, which is then no page that quotes.
    """
    kind: WitnessKind | None = None
    have = borne(pieces)
    of_base, of_own = have / max(1, base_length), have / max(1, own_length)
    straight = _in_order(pieces) >= IN_ORDER * have
    if not have:
        return None
    if not straight and (max(of_base, of_own) >= WHOLE or min(of_base, of_own) >= SHUFFLED):
        kind = "stitched"
    elif of_base >= WHOLE:
        kind = "copy"
    elif of_own >= OWN or (not official and straight and of_base >= HALF and _dense(pieces, have)):
        kind = "excerpt"
    elif not official and max(len(piece.own) for piece in pieces) >= QUOTED:
        kind = "quotation"
    return kind


def _in_order(pieces: Sequence[Piece]) -> int:
    """Most characters in pieces whose order is that of the base: the heaviest rising run, by weight."""
    ends: list[int] = []
    weights: list[int] = []
    for piece in pieces:  # in the order of the base
        place = bisect_left(ends, piece.own.start)
        weight = (weights[place - 1] if place else 0) + min(len(piece.own), len(piece.of_base))
        while place < len(ends) and weights[place] <= weight:
            del ends[place], weights[place]
        if place == len(ends) or ends[place] > piece.own.start:
            ends.insert(place, piece.own.start)
            weights.insert(place, weight)
    return max(weights, default=0)


def _dense(pieces: Sequence[Piece], have: int) -> bool:
    base = max(piece.of_base.end for piece in pieces) - min(piece.of_base.start for piece in pieces)
    own = max(piece.own.end for piece in pieces) - min(piece.own.start for piece in pieces)
    return have >= DENSE * max(base, own)
