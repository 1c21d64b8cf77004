"""Which texts are worth comparing, and in what order.

Takes       fingerprints of all texts.
Gives       how much of each text is shared with any other; and, for a text, the leaders it shares fingerprints with.
Method      one sort of all fingerprints shows which stand in several texts. Leaders are kept in an inverted index; a
            text asks it with its own fingerprints, so a text in a family of thousands meets its leader and never the
            thousands. Long texts ask with every fourth fingerprint.
Leaves out  texts that share less than MIN_VOTES fingerprints.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from actum.identify.shingles import Prints

MIN_VOTES = 2
"""Shared fingerprints from which a leader is looked at; one shared n-gram is chance, 2026-11-25."""
FEW = 160
"""Fingerprints up to which a text asks with all of them, 2026-11-25."""
CROWD = 24
"""Leaders that may share a fingerprint before it says nothing about which of them a text belongs to, 2026-11-25."""
SPREAD = 60
"""Characters for which one shared fingerprint vouches; noise leaves fewer of them, foreign matter none, 2026-11-25."""


def shared_lengths(prints: Sequence[Prints]) -> NDArray[np.int64]:
    """For each text about how many of its characters stand in some other text too."""
    hashes = np.concatenate([*(one.hashes for one in prints), np.empty(0, dtype=np.uint64)])
    sizes = [len(one.hashes) for one in prints]
    texts = np.repeat(np.arange(len(prints), dtype=np.int64), sizes)
    places = np.concatenate([*(one.places for one in prints), np.empty(0, dtype=np.int32)])
    several = _in_several(hashes, texts)
    texts, places = texts[several], places[several]
    steps = np.full(len(places), SPREAD, dtype=np.int64)
    same = texts[1:] == texts[:-1]
    steps[1:][same] = np.minimum(places[1:] - places[:-1], SPREAD)[same]
    return np.bincount(texts, weights=steps, minlength=len(prints)).astype(np.int64)


def _in_several(hashes: NDArray[np.uint64], texts: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether each fingerprint stands in more than one text."""
    order = np.argsort(hashes, kind="stable")  # stable, so texts rise within equal hashes
    ordered, owners = hashes[order], texts[order]
    new = np.ones(len(ordered), dtype=np.bool_)
    new[1:] = ordered[1:] != ordered[:-1]
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], len(ordered)) - 1
    runs = np.cumsum(new) - 1
    found = np.zeros(len(hashes), dtype=np.bool_)
    if len(starts):
        found[order] = (owners[starts] != owners[ends])[runs]
    return found


@dataclass(slots=True)
class Leaders:
    """The inverted index of the texts that lead; grows and shrinks as leaders come and go."""

    posting: dict[int, list[int]] = field(default_factory=dict)

    def add(self, leader: int, prints: Prints) -> None:
        """Let a text lead."""
        for one in set(prints.hashes.tolist()):
            self.posting.setdefault(one, []).append(leader)

    def drop(self, leader: int, prints: Prints) -> None:
        """Let it lead no more."""
        for one in set(prints.hashes.tolist()):
            self.posting[one].remove(leader)

    def votes(self, prints: Prints) -> list[int]:
        """The leaders that share fingerprints, most shared first, ties by number."""
        counts: Counter[int] = Counter()
        for one in _asking(prints):
            found = self.posting.get(one)
            if found is not None and len(found) <= CROWD:
                counts.update(found)
        return sorted((one for one, votes in counts.items() if votes >= MIN_VOTES), key=lambda one: (-counts[one], one))


def _asking(prints: Prints) -> list[int]:
    """The fingerprints with which a text asks: every fourth of many, chosen by value, not by place."""
    hashes = np.unique(prints.hashes)
    chosen = hashes if len(hashes) <= FEW else hashes[hashes % np.uint64(4) == 0]
    found: list[int] = chosen.tolist()
    return found
