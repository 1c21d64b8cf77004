"""Align the letters of one witness with the letters of a base.

Takes       two strings of folded letters, and where the pieces of the witness begin.
Gives       for each letter of the witness the base letter it stands beside, or NONE where it was inserted.
Method      Levenshtein (rapidfuzz) where the two are near; otherwise k-grams that are unique on both sides, the
            longest rising chain of them, and Levenshtein between. A match of a few letters amid a large change
            is chance and is dissolved; a gap that may stand in several places stands as far left as it can, and
            within a change letters pair from one side: the same difference lies in the same place for every witness.
Leaves out  transpositions: a moved clause is an omission here and an insertion there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

Places = NDArray[np.int32]
Run = tuple[int, int, int]
"""A stretch that both sides have: where it begins in the witness, in the base, and its length."""

NONE = -1
"""Stands beside no base letter."""

GRAM = 8
"""Letters of an anchor. Set on the five sample statements (2026-11-25): shorter ones repeat within a statement."""

NEAR = 0.2
"""Share of the longer side that may differ before anchors are sought."""

DIRECT = 20_000
"""Letters up to which a whole pair goes to Levenshtein at once; above, its square begins to tell (90 ms at 30,000)."""

HALO = 32
"""Base letters, beyond as many as the witness has, in which an outer end of a witness is sought."""


def beside(letters: str, base: str, heads: Sequence[int] = (0,), lacunae: Sequence[int] = ()) -> Places:
    """For each letter the base letter it stands beside (rising), NONE where inserted; empty for no letters.

    `heads` are the letters at which pieces begin. Within a change letters pair from the left, but those of a piece
    that begins there pair from the right: they belong to what follows. Where one side has fewer, they pair where the
    most marks stand beside marks and letters beside letters. `lacunae` are the letters of the base before which it
    does not say what stands: an insertion that may stand there does.
    """
    places = np.full(len(letters), NONE, dtype=np.int32)
    runs = _settled(letters, base, _without_chance(_runs(letters, base), len(letters), len(base)), heads, lacunae)
    done_letters = done_base = 0
    for start, at, length in [*runs, (len(letters), len(base), 0)]:
        new = [head for head in heads if done_letters <= head < start]
        first, last = (new[0], new[-1]) if new and start < len(letters) else (start, start)
        left = min(first - done_letters, at - done_base)
        right = min(start - last, at - done_base - left)
        own, theirs = (0, 0) if right else _offset(letters[done_letters:first], base[done_base:at])
        places[done_letters + own : done_letters + own + left] = np.arange(done_base, done_base + left) + theirs
        places[start - right : start] = np.arange(at - right, at)
        places[start : start + length] = np.arange(at, at + length)
        done_letters, done_base = start + length, at + length
    return places


def _offset(letters: str, base: str) -> tuple[int, int]:
    """How many letters, and how many base letters, a change passes over before they pair; the fewest of the best."""
    shorter, longer = sorted((letters, base), key=len)
    if not shorter or len(shorter) == len(longer) or (letters + base).isalnum():
        return 0, 0
    kinds, other = [c.isalnum() for c in shorter], [c.isalnum() for c in longer]
    agreed = [
        sum(a == b for a, b in zip(kinds, other[offset:], strict=False))
        for offset in range(len(other) - len(kinds) + 1)
    ]
    best = agreed.index(max(agreed))
    return (0, best) if len(letters) < len(base) else (best, 0)


def _runs(letters: str, base: str) -> list[Run]:
    if letters == base:
        return [(0, 0, len(base))] if base else []
    longer, shorter = max(len(letters), len(base)), min(len(letters), len(base))
    allowed = int(longer * NEAR)
    if longer - shorter <= allowed and longer <= DIRECT:
        edits = Levenshtein.opcodes(letters, base)
        if sum(max(op.src_end - op.src_start, op.dest_end - op.dest_start) for op in edits if op.tag != "equal") <= (
            allowed
        ):
            return [(op.src_start, op.dest_start, op.src_end - op.src_start) for op in edits if op.tag == "equal"]
    anchors = _anchors(letters, base)
    return _joined(_between(letters, base, anchors)) if anchors else _close(letters, base, 0, 0)


def _close(letters: str, base: str, start: int, at: int) -> list[Run]:
    """Runs by Levenshtein, counted from `start` and `at`."""
    if not letters or not base:
        return []
    blocks = Levenshtein.opcodes(letters, base).as_matching_blocks()
    return [(block.a + start, block.b + at, block.size) for block in blocks if block.size]


def _between(letters: str, base: str, anchors: Sequence[Run]) -> Iterator[Run]:
    """The anchors with what Levenshtein finds before, between and behind them."""
    start, at, _ = anchors[0]
    reach = max(0, at - start - HALO)
    yield from _close(letters[:start], base[reach:at], 0, reach)
    for (start, at, length), (later, further, _) in pairwise(anchors):
        yield (start, at, length)
        yield from _close(letters[start + length : later], base[at + length : further], start + length, at + length)
    start, at, length = anchors[-1]
    yield anchors[-1]
    rest = letters[start + length :]
    yield from _close(rest, base[at + length : at + length + len(rest) + HALO], start + length, at + length)


def grams(text: str) -> NDArray[np.uint64]:
    """A number for each k-gram; equal k-grams have equal numbers, unlike ones almost never."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    count = max(0, len(codes) - GRAM + 1)
    sums = np.zeros(count, dtype=np.uint64)
    for step in range(GRAM):
        sums = sums * np.uint64(0x9E3779B97F4A7C15) + codes[step : step + count]
        sums ^= sums >> np.uint64(29)
    return sums


def _anchors(letters: str, base: str) -> list[Run]:
    """The longest rising chain of k-grams unique on both sides, those on one diagonal joined."""
    ours, our_places, our_counts = np.unique(grams(letters), return_index=True, return_counts=True)
    theirs, their_places, their_counts = np.unique(grams(base), return_index=True, return_counts=True)
    _, left, right = np.intersect1d(
        ours[our_counts == 1], theirs[their_counts == 1], assume_unique=True, return_indices=True
    )
    starts, ats = our_places[our_counts == 1][left], their_places[their_counts == 1][right]
    order = np.argsort(starts)
    pairs = [
        (start, at)
        for start, at in zip(starts[order].tolist(), ats[order].tolist(), strict=True)
        if letters[start : start + GRAM] == base[at : at + GRAM]
    ]
    chain = [pairs[place] for place in _rising([at for _, at in pairs])]
    return _joined((start, at, GRAM) for start, at in chain)


def _rising(values: Sequence[int]) -> list[int]:
    """Indices of a longest strictly rising subsequence (patience sorting)."""
    tails: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        height = bisect_left(tops, value)
        before.append(tails[height - 1] if height else NONE)
        tops[height : height + 1] = [value]
        tails[height : height + 1] = [index]
    chain: list[int] = []
    index = tails[-1] if tails else NONE
    while index != NONE:
        chain.append(index)
        index = before[index]
    return chain[::-1]


def _joined(runs: Iterator[Run]) -> list[Run]:
    """Runs in order without overlap: those that touch on one diagonal are one, one that reaches back is cut."""
    joined: list[Run] = []
    for run in runs:
        start, at, length = run
        if joined:
            start0, at0, length0 = joined[-1]
            if start - start0 == at - at0 and start <= start0 + length0:
                joined[-1] = (start0, at0, max(length0, start + length - start0))
                continue
            over = max(start0 + length0 - start, at0 + length0 - at, 0)
            start, at, length = start + over, at + over, length - over
        if length > 0:
            joined.append((start, at, length))
    return joined


def _without_chance(runs: Sequence[Run], letters: int, base: int) -> list[Run]:
    """Runs less those so short beside the changes around them that they meet by chance.

    One or two letters amid eight times as many changed; up to six amid three times as many on either side.
    """
    kept: list[Run] = []
    for place, (start, at, length) in enumerate(runs):
        start0, at0, length0 = kept[-1] if kept else (0, 0, 0)
        later, further = runs[place + 1][:2] if place + 1 < len(runs) else (letters, base)
        ahead = max(start - start0 - length0, at - at0 - length0)
        behind = max(later - start - length, further - at - length)
        small, large = sorted((ahead, behind))
        chance = small >= 1 and (large + small >= 8 * length if length <= 2 else length <= 6 and small >= 3 * length)
        if not chance:
            kept.append((start, at, length))
    return kept


def _settled(
    letters: str, base: str, runs: Sequence[Run], heads: Sequence[int], lacunae: Sequence[int] = ()
) -> list[Run]:
    """The same runs with each pure insertion and omission moved as far left as its letters allow.

    An omission that may stand where a piece begins stands there: it is no omission, the pieces lie apart. So does an
    insertion where the base has a lacuna.
    """
    moved: list[Run] = []
    for run in runs:
        start, at, length = run
        if moved:
            start0, at0, length0 = moved[-1]
            inserted, omitted = start - start0 - length0, at - at0 - length0
            side, end = (letters, start) if inserted else (base, at)
            if bool(inserted) != bool(omitted):
                gap = inserted or omitted
                left = _slide(side, end - gap, end, length0)
                right = _slide(side[::-1], len(side) - end, len(side) - end + gap, length - 1)
                point, points = (at, lacunae) if inserted else (start, heads)
                at_head = [point - one for one in points if point - left <= one <= point + right]
                shift = at_head[0] if at_head else left
                moved[-1] = (start0, at0, length0 - shift)
                start, at, length = start - shift, at - shift, length + shift
                if length0 == shift:
                    moved.pop()
        moved.append((start, at, length))
    return moved


def _slide(side: str, low: int, high: int, most: int) -> int:
    """How many letters the gap from `low` to `high` may move to the left, `most` at the most."""
    shift = 0
    while shift < most and side[low - shift - 1] == side[high - shift - 1]:
        shift += 1
    return shift
