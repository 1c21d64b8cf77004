"""Shared stretches of two texts, chained and extended to their exact edges.

Takes       two folded texts with their fingerprints.
Gives       pieces: a stretch of the one and the stretch of the other that it bears, in the order of the other.
Method      fingerprints that stand once in each text are anchors; anchors whose distance is about the same in both
            texts form a block; blocks grow at both ends as long as the texts go on agreeing (an X-drop extension over
            a bit-parallel edit script); blocks that follow one another in both texts become one piece.
Leaves out  stretches that share no fingerprint (under 13 equal characters in a row).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Levenshtein

from actum.identify.shingles import Places, Prints
from actum.text.compare import similarity
from actum.text.span import Span

SLACK = 12
"""Characters by which the distances of neighbouring anchors may differ within a block, beside a tenth of the distance:
noise of six characters in a hundred moves them less; 2026-11-25."""
REACH = 160
"""Farthest distance, in characters, of neighbouring anchors within a block; 2026-11-25."""
STEP = 96
"""Characters compared at once when a block grows; 2026-11-25."""
DROP = 12.0
"""How far the score of a growing block may fall below its best before it stops; matches count 1, differences -1.6:
a stretch must agree in more than six characters of ten; 2026-11-25."""
LOSS = 1.6
FOREIGN = 40
"""Characters of a copy between two blocks, beyond what the other text has there, that make it foreign matter rather
than a longer reading; 2026-11-25."""
ALIKE = 0.5
"""Similarity, 0 to 1, from which what stands between two blocks counts as the same stretch, differently read; unlike
Chinese prose of some length has 0.1 to 0.2; 2026-11-25."""
SCRAP = 16
"""Characters under which a piece beside longer ones is chance; 2026-11-25."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a copy, and the stretch of the base text that it bears."""

    own: Span
    of_base: Span


@dataclass(slots=True, eq=False)
class _Block:
    own_start: int
    own_end: int
    base_start: int
    base_end: int
    anchors: int = 1


def chain(own: str, base: str, own_single: Prints, base_single: Prints) -> tuple[Piece, ...]:
    """The pieces of `own` that bear `base`, in the order of `base`, disjoint in both texts; empty where none does.

    The fingerprints are those that `single` chose of each text.
    """
    kept = _disjoint(_blocks(*_anchors(own_single, base_single)))
    _grow(kept, own, base)
    pieces = _pieces(kept, own, base)
    all_borne = sum(len(piece.own) for piece in pieces)
    return tuple(piece for piece in pieces if len(piece.own) >= min(SCRAP, all_borne // 8))


def single(prints: Prints) -> Prints:
    """The fingerprints that stand once, sorted by hash; of a text pasted twice, where hardly any does, each first."""
    values, first, counts = np.unique(prints.hashes, return_index=True, return_counts=True)
    once = counts == 1
    if 4 * once.sum() < len(values):
        once = counts > 0
    return Prints(values[once], prints.places[first[once]])


def borne(pieces: Sequence[Piece]) -> int:
    """Characters of the base that the pieces bear; an omission within a piece is not borne."""
    return sum(min(len(piece.own), len(piece.of_base)) for piece in pieces)


def _anchors(own: Prints, base: Prints) -> tuple[Places, Places]:
    """Places in base and in own of the fingerprints that both have, in the order of base."""
    at = np.searchsorted(base.hashes, own.hashes)
    at[at == len(base.hashes)] = 0
    both = base.hashes[at] == own.hashes if len(base.hashes) else np.zeros(len(at), dtype=np.bool_)
    in_base, in_own = base.places[at[both]], own.places[both]
    order = np.argsort(in_base)
    return in_base[order], in_own[order]


def _blocks(in_base: Places, in_own: Places) -> list[_Block]:
    """Runs of anchors at about the same distance, in the order of their first anchor in base."""
    if not len(in_base):
        return []
    by_base, by_own = np.diff(in_base), np.diff(in_own)
    slack = SLACK + np.minimum(by_base, by_own) // 10
    runs_on = (by_own > 0) & (by_own <= REACH) & (by_base <= REACH) & (np.abs(by_base - by_own) <= slack)
    firsts = np.concatenate(([0], np.flatnonzero(~runs_on) + 1))
    lasts = np.append(firsts[1:], len(in_base)) - 1
    columns = (in_own[firsts], in_own[lasts], in_base[firsts], in_base[lasts], lasts - firsts + 1)
    blocks: list[_Block] = []
    for own_start, own_end, base_start, base_end, anchors in zip(*(one.tolist() for one in columns), strict=True):
        near = next((block for block in blocks[:-5:-1] if _continues(block, base_start, own_start)), None)
        if near is None:
            blocks.append(_Block(own_start, own_end, base_start, base_end, anchors))
        else:  # a chance anchor stood between
            near.own_end, near.base_end, near.anchors = own_end, base_end, near.anchors + anchors
    return blocks


def _continues(block: _Block, base: int, own: int) -> bool:
    by_base, by_own = base - block.base_end, own - block.own_end
    return 0 < by_own <= REACH and by_base <= REACH and abs(by_base - by_own) <= SLACK + min(by_base, by_own) // 10


def _disjoint(blocks: Sequence[_Block]) -> list[_Block]:
    """Blocks that overlap no stronger one in either text, in the order of base; ties: the earlier in base."""
    kept: list[_Block] = []
    for block in sorted(blocks, key=lambda one: (-one.anchors, one.base_start, one.own_start)):
        if not any(_overlap(block, other) for other in kept):
            kept.append(block)
    return sorted(kept, key=lambda one: one.base_start)


def _overlap(one: _Block, other: _Block) -> bool:
    own = one.own_start <= other.own_end and other.own_start <= one.own_end
    base = one.base_start <= other.base_end and other.base_start <= one.base_end
    return own or base


def _grow(blocks: list[_Block], own: str, base: str) -> None:
    """Extend each block to where its texts stop agreeing, never into its neighbours."""
    for block in blocks:  # an anchor's place is its first character; its n-gram may reach past a neighbour
        block.own_end += 1
        block.base_end += 1
    by_own = sorted(blocks, key=lambda one: one.own_start)
    for place, block in enumerate(blocks):
        rank = by_own.index(block)
        own_low = by_own[rank - 1].own_end if rank else 0
        base_low = blocks[place - 1].base_end if place else 0
        back_own, back_base = _agree(own[own_low : block.own_start][::-1], base[base_low : block.base_start][::-1])
        block.own_start -= back_own
        block.base_start -= back_base
        own_high = by_own[rank + 1].own_start if rank + 1 < len(by_own) else len(own)
        base_high = blocks[place + 1].base_start if place + 1 < len(blocks) else len(base)
        on_own, on_base = _agree(own[block.own_end : own_high], base[block.base_end : base_high])
        block.own_end += on_own
        block.base_end += on_base


def _agree(own: str, base: str) -> tuple[int, int]:
    """How many characters of each text, from their beginnings, agree by the best-scoring prefix."""
    done_own = done_base = 0
    while True:
        left, right = own[done_own : done_own + STEP], base[done_base : done_base + STEP]
        if not left or not right:
            return done_own, done_base
        by_own, by_base, to_the_end = _best_prefix(left, right)
        done_own, done_base = done_own + by_own, done_base + by_base
        if not to_the_end:
            return done_own, done_base


def _best_prefix(own: str, base: str) -> tuple[int, int, bool]:
    """The best prefix of one step; True where it reaches the end of the step, so that the next may be tried."""
    if own == base:
        return len(own), len(base), True
    score = best = 0.0
    best_own = best_base = 0
    for run in Levenshtein.opcodes(own, base):
        own_size, base_size = run.src_end - run.src_start, run.dest_end - run.dest_start
        if run.tag == "equal":
            score += own_size
            if score > best:
                best, best_own, best_base = score, run.src_end, run.dest_end
        else:
            score -= LOSS * max(own_size, base_size)
            if score < best - DROP:
                break
    near_end = len(own) - best_own <= STEP // 6 or len(base) - best_base <= STEP // 6
    return best_own, best_base, best_own > 0 and near_end


def _pieces(blocks: Sequence[_Block], own: str, base: str) -> list[Piece]:
    """Blocks that follow one another in both texts, without foreign matter between, as one piece."""
    starts = sorted(block.own_start for block in blocks)
    joined: list[_Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if before is not None and _next(before, block, starts) and _follows(before, block, own, base):
            before.own_end, before.base_end = block.own_end, block.base_end
        else:
            joined.append(block)
    return [Piece(Span(one.own_start, one.own_end), Span(one.base_start, one.base_end)) for one in joined]


def _next(before: _Block, block: _Block, starts: Sequence[int]) -> bool:
    """Whether no other block stands between the two in the copy: it would be borne twice."""
    return bisect_left(starts, before.own_end) == bisect_left(starts, block.own_start)


def _follows(before: _Block, block: _Block, own: str, base: str) -> bool:
    """Whether what stands between two blocks is little, or another reading of what the base has there."""
    gap_own, gap_base = block.own_start - before.own_end, block.base_start - before.base_end
    weaker = min(before.base_end - before.base_start, block.base_end - block.base_start)
    if gap_own < 0 or gap_base > 2 * weaker + REACH:  # a few words far off are chance, not the end of an omission
        return False
    if gap_own <= FOREIGN:
        return True
    if gap_own > 2 * gap_base + FOREIGN:
        return False
    return similarity(own[before.own_end : block.own_start], base[before.base_end : block.base_start]) >= ALIKE
