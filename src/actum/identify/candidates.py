"""Which texts are worth comparing, and in what order.

Takes       fingerprints of all texts.
Gives       what of each text stands in others too; and, for a text, the leaders it shares fingerprints with.
Method      one sort of all fingerprints shows which stand in several texts; only these can lead from text to text.
            Leaders are kept in an inverted index; a text asks it with its own fingerprints, so a text in a family of
            thousands meets its leader and never the thousands. Long texts ask with every fourth fingerprint.
Leaves out  texts that share less than MIN_VOTES fingerprints.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from actum.identify.shingles import Hashes, Places, Prints
from actum.text.span import Span

Numbers = NDArray[np.int32]

MIN_VOTES = 2
"""Shared fingerprints from which a leader is looked at; one shared n-gram is chance, 2026-11-25."""
FEW = 160
"""Fingerprints up to which a text asks with all of them, 2026-11-25."""
CROWD = 24
"""Leaders that may share a fingerprint before it says nothing about which of them a text belongs to, 2026-11-25."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The fingerprints of one text that stand in other texts too, in order of place.

    A number stands for the same fingerprint in every text.
    """

    numbers: Numbers
    places: Places

    def outside(self, taken: Sequence[Span]) -> Numbers:
        """The numbers of those that begin in none of the spans."""
        free = np.ones(len(self.places), dtype=np.bool_)
        for span in taken:
            free &= (self.places < span.start) | (self.places >= span.end)
        return self.numbers[free]


def shared(prints: Sequence[Prints]) -> tuple[Shared, ...]:
    """For each text the fingerprints that it shares with any other, in the order of the texts."""
    hashes = np.concatenate([*(one.hashes for one in prints), np.empty(0, dtype=np.uint64)])
    sizes = [len(one.hashes) for one in prints]
    texts = np.repeat(np.arange(len(prints), dtype=np.int32), sizes)
    numbers, several = _numbered(hashes, texts)
    edges = np.cumsum([0, *sizes]).tolist()
    return tuple(
        Shared(numbers[low:high][several[low:high]], one.places[several[low:high]])
        for one, (low, high) in zip(prints, pairwise(edges), strict=True)
    )


def _numbered(hashes: Hashes, texts: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
    """A number for each fingerprint, the same for equal ones; and whether it stands in more than one text."""
    order = np.argsort(hashes, kind="stable")  # stable, so texts rise within equal hashes
    ordered, owners = hashes[order], texts[order]
    new = np.ones(len(ordered), dtype=np.bool_)
    new[1:] = ordered[1:] != ordered[:-1]
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], len(ordered)) - 1
    runs = np.cumsum(new, dtype=np.int32) - np.int32(1)
    numbers = np.empty(len(hashes), dtype=np.int32)
    numbers[order] = runs
    several = np.zeros(len(hashes), dtype=np.bool_)
    if len(starts):
        several[order] = (owners[starts] != owners[ends])[runs]
    return numbers, several


@dataclass(slots=True)
class Leaders:
    """The inverted index of the texts that lead; grows and shrinks as leaders come and go."""

    posting: dict[int, list[int]] = field(default_factory=dict)

    def add(self, leader: int, numbers: Numbers) -> None:
        """Let a text with these fingerprints lead."""
        for one in np.unique(numbers).tolist():
            self.posting.setdefault(one, []).append(leader)

    def drop(self, leader: int, numbers: Numbers) -> None:
        """Let it lead no more."""
        for one in np.unique(numbers).tolist():
            self.posting[one].remove(leader)

    def votes(self, numbers: Numbers, *, least: int = MIN_VOTES) -> list[int]:
        """The leaders that share at least so many of these fingerprints, most shared first, ties by number."""
        asking = np.unique(numbers)
        if len(asking) > FEW:
            asking = asking[asking % 4 == 0]
        found = [some for one in asking.tolist() if (some := self.posting.get(one)) and len(some) <= CROWD]
        counts = Counter(chain.from_iterable(found))
        return sorted((one for one, votes in counts.items() if votes >= least), key=lambda one: (-counts[one], one))
