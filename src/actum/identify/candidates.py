"""Which texts are worth comparing, and in what order.

Takes       fingerprints of all texts.
Gives       how much of each text is shared with any other; and, for a text, the leaders it shares fingerprints with.
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

from actum.identify.shingles import Prints

Numbers = NDArray[np.int32]

MIN_VOTES = 2
"""Shared fingerprints from which a leader is looked at; one shared n-gram is chance, 2026-11-25."""
FEW = 160
"""Fingerprints up to which a text asks with all of them, 2026-11-25."""
CROWD = 24
"""Leaders that may share a fingerprint before it says nothing about which of them a text belongs to, 2026-11-25."""
SPREAD = 60
"""Characters for which one shared fingerprint vouches; noise leaves fewer of them, foreign matter none, 2026-11-25."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What texts share with others: for each text the numbers of such fingerprints, rising, and about how much it is.

    A number stands for the same fingerprint in every text. `lengths` count characters.
    """

    prints: tuple[Numbers, ...]
    lengths: tuple[int, ...]


def shared(prints: Sequence[Prints]) -> Shared:
    """The fingerprints that stand in several texts, in the order of the texts."""
    hashes = np.concatenate([*(one.hashes for one in prints), np.empty(0, dtype=np.uint64)])
    sizes = [len(one.hashes) for one in prints]
    texts = np.repeat(np.arange(len(prints), dtype=np.int64), sizes)
    places = np.concatenate([*(one.places for one in prints), np.empty(0, dtype=np.int32)])
    numbers, several = _numbered(hashes, texts)
    numbers, texts, places = numbers[several], texts[several], places[several]
    steps = np.full(len(places), SPREAD, dtype=np.int64)
    same = texts[1:] == texts[:-1]
    steps[1:][same] = np.minimum(places[1:] - places[:-1], SPREAD)[same]
    lengths = np.bincount(texts, weights=steps, minlength=len(prints)).astype(np.int64)
    edges = np.searchsorted(texts, np.arange(len(prints) + 1))
    own = tuple(np.unique(numbers[low:high]).astype(np.int32) for low, high in pairwise(edges.tolist()))
    return Shared(own, tuple(lengths.tolist()))


def _numbered(hashes: NDArray[np.uint64], texts: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """A number for each fingerprint, the same for equal ones; and whether it stands in more than one text."""
    order = np.argsort(hashes, kind="stable")  # stable, so texts rise within equal hashes
    ordered, owners = hashes[order], texts[order]
    new = np.ones(len(ordered), dtype=np.bool_)
    new[1:] = ordered[1:] != ordered[:-1]
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], len(ordered)) - 1
    runs = np.cumsum(new) - 1
    numbers = np.empty(len(hashes), dtype=np.int64)
    numbers[order] = runs
    several = np.zeros(len(hashes), dtype=np.bool_)
    if len(starts):
        several[order] = (owners[starts] != owners[ends])[runs]
    return numbers, several


@dataclass(slots=True)
class Leaders:
    """The inverted index of the texts that lead; grows and shrinks as leaders come and go."""

    posting: dict[int, list[int]] = field(default_factory=dict)

    def add(self, leader: int, prints: Numbers) -> None:
        """Let a text lead."""
        for one in prints.tolist():
            self.posting.setdefault(one, []).append(leader)

    def drop(self, leader: int, prints: Numbers) -> None:
        """Let it lead no more."""
        for one in prints.tolist():
            self.posting[one].remove(leader)

    def votes(self, prints: Numbers) -> list[int]:
        """The leaders that share fingerprints, most shared first, ties by number."""
        asking = (prints if len(prints) <= FEW else prints[prints % 4 == 0]).tolist()
        found = [leaders for one in asking if (leaders := self.posting.get(one)) and len(leaders) <= CROWD]
        counts = Counter(chain.from_iterable(found))
        return sorted((one for one, votes in counts.items() if votes >= MIN_VOTES), key=lambda one: (-counts[one], one))
