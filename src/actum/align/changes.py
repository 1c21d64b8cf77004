"""What changed between the two sides of each row.

Takes       the two texts with their units, and rows as numbers of units.
Gives       for a row its Changes: what was read first, then the words; and the ids that both sides mention.
Method      facts → wording, each one call; a changed act or name is marked where the other text has it elsewhere;
            words that are wholly those of a changed fact are not told twice, but for a reversal.
Leaves out  a sum of changes: each stands for itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actum.align.elsewhere import Elsewhere
from actum.align.facts import covered, fact_changes
from actum.align.read import VEILED, Facts
from actum.align.units import Unit
from actum.align.weights import Weights
from actum.align.wording import Wording
from actum.align.words import Words
from actum.model.alignment import Change, Side
from actum.text.span import Part


class Changes:
    """Tells the changes of any row of two texts."""

    def __init__(self, earlier: Side, later: Side, weights: Weights) -> None:
        speaking = frozenset(code.lower() for side in (earlier, later) for one in side.positions for code in one.holder)
        self.earlier, self.later = Facts(earlier, speaking=speaking), Facts(later, speaking=speaking)
        self.beside = Elsewhere(earlier), Elsewhere(later)
        self.cues = tuple({one.cue: one for one in side.positions} for side in (earlier, later))
        self.wording = Wording(Words(earlier), Words(later), weights)

    def of(self, earlier: Sequence[Unit], later: Sequence[Unit]) -> tuple[Change, ...]:
        """The changes of a row; none where a side is empty, or the words are the same."""
        worded = self.wording.changes(earlier, later) if earlier and later else []
        if not worded:
            return ()
        facts = fact_changes(self.earlier.of(earlier), self.later.of(later), worded)
        rows = frozenset(one.part for one in earlier), frozenset(one.part for one in later)
        facts = [replace(one, elsewhere=True) if self._stays(one, rows) else one for one in facts]
        return (*facts, *(change for change in worded if change.kind == "negation" or not covered(change, facts)))

    def _stays(self, change: Change, rows: tuple[frozenset[Part], frozenset[Part]]) -> bool:
        """Whether what one side of a change has stands elsewhere in the other text."""
        if change.kind == "act":
            return self._act_stays(change, rows)
        gone = _stay(change.earlier_is, change.earlier, self.beside[1], rows[1])
        return gone or _stay(change.later_is, change.later, self.beside[0], rows[0])

    def _act_stays(self, change: Change, rows: tuple[frozenset[Part], frozenset[Part]]) -> bool:
        ours, theirs = (cues.get(cue) if cue else None for cues, cue in zip(self.cues, _sides(change), strict=True))
        if ours is None or theirs is None:
            return False
        matters = ours.matter, theirs.matter
        return self.beside[1].holds(ours, matters, rows[1]) or self.beside[0].holds(theirs, matters, rows[0])

    def shared(self, earlier: Sequence[Unit], later: Sequence[Unit]) -> tuple[str, ...]:
        """The ids that both sides mention, sorted; dates and those who speak left out."""
        ours, theirs = (
            {one.id for one in read.mentions if one.kind != "date"}
            for read in (self.earlier.of(earlier), self.later.of(later))
        )
        return tuple(sorted(ours & theirs))


def _sides(change: Change) -> tuple[Part | None, Part | None]:
    return change.earlier, change.later


def _stay(names: str, words: Part | None, text: Elsewhere, row: frozenset[Part]) -> bool:
    """Whether all of one or several names, or the words of the only one, stand elsewhere in a text; a veil is none."""
    several = [one for one in names.split("+") if one and one != VEILED]
    if len(several) == 1 and words is not None and text.names(words.text, row):
        return True
    return bool(several) and all(text.names(one, row) for one in several)
