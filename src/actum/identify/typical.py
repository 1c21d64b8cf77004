"""How typical each text is of the texts that share its wording: the most typical of a family leads it.

Takes       fingerprints of all texts.
Gives       a figure for each text, 0 where it shares nothing; comparable among texts that bear one another.
Method      the sum, over texts that share fingerprints, of a power of Tversky's index ("Features of similarity",
            Psychological Review 84, 1977): what a text lacks of the other counts whole, what it has beside it half. A
            whole copy with little beside it comes before excerpts, contaminated copies and pages of two texts, and what
            pages have in common besides (furniture, set phrases) hardly counts, as it makes no two of them alike. Seen
            on pairs of fingerprints, as single ones stand in too many texts of one field, on every RATE-th of them,
            and against CAP texts of a family, the same for all of it.
Leaves out  the order of the parts: a shuffled copy is as typical as a straight one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actum.identify.shingles import Hashes, Prints

APART = 4
"""Fingerprints from one of a pair to the other, some 18 characters: two phrases of a text rather than one;
2026-11-25."""
RATE = 8
"""One pair in so many is looked at: some 45 of a text of 1,700 characters; 2026-11-25."""
CAP = 16
"""Texts of a family against which all of it is held: bounds the work at RATE-th × CAP steps a fingerprint;
2026-11-25."""
BESIDE = 0.5
"""Weight, 0 to 1, of what a text has beside the other; 2026-11-25."""
ROWS = 2_000
"""Texts looked at together; bounds memory at some 60 MB; 2026-11-25."""
POWER = 4
"""Power of the index: so a page of two texts, half like the copies of either, comes behind these; 2026-11-25."""
_ODD = np.uint64(0x9E3779B97F4A7C15)
_LOTTERY = 2654435761  # odd, so a permutation of 32 bits: which texts of a family are held against is no matter of key

Numbers = NDArray[np.int64]


def typicality(prints: Sequence[Prints], weights: Sequence[int]) -> tuple[float, ...]:
    """The figure of each text, in the order of the texts; rounded, so that nothing hangs on the last bit.

    `weights` say how many copies, letter for letter alike, each text stands for.
    """
    count = len(prints)
    kept = [_joined(one) for one in prints]
    sizes = np.array([len(one) for one in kept], dtype=np.int64)
    stands_for = np.minimum(np.array(weights, dtype=np.float64), CAP)
    figures = stands_for - 1
    if sizes.sum():
        seen = _families(np.concatenate(kept), np.repeat(np.arange(count, dtype=np.int64), sizes))
        for first in range(0, count, ROWS):
            one, other, common = _pairs(seen, first, count)
            index = common / (common + (sizes[other] - common) + BESIDE * (sizes[one] - common))
            alike = np.where(common > 1, index**POWER, 0.0) * stands_for[other]
            figures += np.bincount(one, weights=alike, minlength=count)
    return tuple(np.round(figures * _once(prints), 3).tolist())


def _once(prints: Sequence[Prints]) -> NDArray[np.float64]:
    """What speaks against texts that were pasted twice: a power of the share of their fingerprints that is distinct."""
    distinct = [len(np.unique(one.hashes)) / max(1, len(one.hashes)) for one in prints]
    return np.array(distinct, dtype=np.float64) ** POWER


def _joined(prints: Prints) -> Hashes:
    """Every RATE-th pair of fingerprints that stand APART one behind the other, by value, each once."""
    joined = prints.hashes[:-APART] * _ODD + prints.hashes[APART:]
    joined ^= joined >> np.uint64(32)
    return np.unique(joined[joined % np.uint64(RATE) == 0])


@dataclass(frozen=True, slots=True)
class _Families:
    """Fingerprints in order of value: the text of each, where the run of equal ones begins, and how long it is."""

    texts: Numbers
    starts: Numbers
    lengths: Numbers


def _families(hashes: Hashes, texts: Numbers) -> _Families:
    order = np.lexsort(((texts * _LOTTERY) % (1 << 32), hashes))
    hashes, texts = hashes[order], texts[order]
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    lengths = np.diff(np.append(starts, len(hashes)))
    several = np.repeat(lengths > 1, lengths)
    return _Families(texts, np.repeat(starts, lengths), np.where(several, np.repeat(lengths, lengths), 0))


def _pairs(seen: _Families, first: int, count: int) -> tuple[Numbers, Numbers, Numbers]:
    """The ROWS texts from `first` on with the texts they share fingerprints with, and how many."""
    rows = np.flatnonzero((seen.texts >= first) & (seen.texts < first + ROWS) & (seen.lengths > 0))
    keys: list[Numbers] = []
    for step in range(CAP):
        rows = rows[seen.lengths[rows] > step]
        partners = seen.texts[seen.starts[rows] + step]
        keys.append((seen.texts[rows] * count + partners)[partners != seen.texts[rows]])
    pairs, common = np.unique(np.concatenate(keys), return_counts=True)
    return pairs // count, pairs % count, common
