"""Fingerprints of texts: winnowed character n-grams.

Takes       folded texts.
Gives       for each the chosen n-gram hashes with their places, in order of place.
Method      Schleimer, Wilkerson, Aiken, "Winnowing" (SIGMOD 2003): of every WINDOW consecutive n-grams the least hash
            is chosen, so any stretch of GRAM + WINDOW - 1 equal characters shares a fingerprint. Rolling hashes and
            sliding minima are computed on whole batches of texts at once; texts are parted by gaps as wide as a
            window, so what is chosen in one text never depends on its neighbours.
Leaves out  texts shorter than GRAM: they have no fingerprint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Places = NDArray[np.int32]

GRAM = 6
"""Characters of an n-gram. Six Chinese characters are two or three words: rare enough by chance, short enough to
outlive noise of one character in seventeen; `bench/identify.py`, 2026-11-25."""
WINDOW = 8
"""N-grams of a window: every shared stretch of 13 characters is seen; `bench/identify.py`, 2026-11-25."""
BATCH = 2_000_000
"""Characters hashed at once; bounds memory at some 100 MB, 2026-11-25."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_NONE = np.uint64(0xFFFFFFFFFFFFFFFF)


@dataclass(frozen=True, slots=True)
class Prints:
    """The fingerprints of one text: `hashes[i]` is chosen at `places[i]`; places rise strictly."""

    hashes: Hashes
    places: Places


def fingerprints(texts: Sequence[str]) -> tuple[Prints, ...]:
    """The fingerprints of each text, in the order of the texts."""
    made: list[Prints] = []
    for batch in _batches(texts):
        made += _of_batch(batch)
    return tuple(made)


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _of_batch(texts: Sequence[str]) -> list[Prints]:
    gap = "\0" * (GRAM + WINDOW)
    joined = np.frombuffer((gap + gap.join(texts) + gap).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    hashes = _grams(joined)
    chosen = np.flatnonzero(_least_of_a_window(hashes) & (hashes != _NONE)).astype(np.int64)
    made, start = [], len(gap)  # a gap in front too: the first text has neighbours like the others
    for text in texts:
        low, high = np.searchsorted(chosen, (start, start + len(text)))
        made.append(Prints(hashes[chosen[low:high]], (chosen[low:high] - start).astype(np.int32)))
        start += len(text) + len(gap)
    return made


def _grams(codes: NDArray[np.uint32]) -> Hashes:
    """The hash of the n-gram that begins at each place; _NONE where it touches a gap."""
    count = max(0, len(codes) - GRAM + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    gaps = np.zeros(count, dtype=np.bool_)
    for offset in range(GRAM):
        part = codes[offset : offset + count]
        hashes *= _BASE
        hashes += part
        gaps |= part == 0
    hashes ^= hashes >> np.uint64(31)
    hashes *= _MIX
    hashes ^= hashes >> np.uint64(29)
    hashes[gaps] = _NONE
    return hashes


def _least_of_a_window(hashes: Hashes) -> NDArray[np.bool_]:
    """Whether each hash is the least of at least one window that holds it; equal ones are all chosen."""
    if len(hashes) < WINDOW:
        return np.zeros(len(hashes), dtype=np.bool_)
    least = _sliding(hashes, np.minimum)
    # a hash is some window's least where the greatest of the windows' minima around it is the hash itself
    edge = np.zeros(WINDOW - 1, dtype=np.uint64)
    greatest = _sliding(np.concatenate((edge, least, edge)), np.maximum)
    return np.asarray(greatest == hashes, dtype=np.bool_)


def _sliding(values: Hashes, least: np.ufunc) -> Hashes:
    """The least (or greatest) of every WINDOW consecutive values, by doubling."""
    width, result = 1, values
    while width * 2 <= WINDOW:
        result = least(result[:-width], result[width:])
        width *= 2
    rest = WINDOW - width
    return np.asarray(least(result[:-rest], result[rest:]) if rest else result)
