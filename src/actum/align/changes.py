"""What changed between the two sides of each row.

Takes       the two texts with their units, and rows as numbers of units.
Gives       for a row its Changes: what was read first, then the words; and the ids that both sides mention.
Method      facts → wording, each one call; words that are wholly those of a changed fact are not told twice,
            but for a reversal.
Leaves out  a sum of changes: each stands for itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from actum.align.facts import covered, fact_changes
from actum.align.read import Facts
from actum.align.units import Unit
from actum.align.weights import Weights
from actum.align.wording import Wording
from actum.align.words import Words
from actum.model.alignment import Change, Side


class Changes:
    """Tells the changes of any row of two texts."""

    def __init__(self, earlier: Side, later: Side, weights: Weights) -> None:
        speaking = frozenset(code.lower() for side in (earlier, later) for one in side.positions for code in one.holder)
        self.earlier, self.later = Facts(earlier, speaking=speaking), Facts(later, speaking=speaking)
        self.wording = Wording(Words(earlier), Words(later), weights)

    def of(self, earlier: Sequence[Unit], later: Sequence[Unit]) -> tuple[Change, ...]:
        """The changes of a row; none where a side is empty, or the words are the same."""
        worded = self.wording.changes(earlier, later) if earlier and later else []
        if not worded:
            return ()
        facts = fact_changes(self.earlier.of(earlier), self.later.of(later), worded)
        return (*facts, *(change for change in worded if change.kind == "negation" or not covered(change, facts)))

    def shared(self, earlier: Sequence[Unit], later: Sequence[Unit]) -> tuple[str, ...]:
        """The ids that both sides mention, sorted; dates and those who speak left out."""
        ours, theirs = (
            {one.id for one in read.mentions if one.kind != "date"}
            for read in (self.earlier.of(earlier), self.later.of(later))
        )
        return tuple(sorted(ours & theirs))
