"""Whether what a provision no longer says, or newly says, is said elsewhere in the other text.

Takes       a text with all that was read from it; a changed act or name, and the sentences of its row.
Gives       whether another sentence has the same act, as hard, on the same matter; whether another names the thing.
Method      one matter is: matters alike in letters; a subject that both are about; a matter that points back (此种行为)
            to a sentence of its paragraph that the row has, or that has the matter. Held wide on purpose: that a text
            as a whole became softer is worse said falsely than not said.
Leaves out  acts that stand in the sentences of the row itself: these were compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from actum.align.matters import ALIKE, within
from actum.align.read import compared, key, stands
from actum.language.data import table
from actum.model.alignment import Side
from actum.model.fact import Position
from actum.text.fold import fold
from actum.text.span import Part

_SUBJECTS = frozenset({"instrument", "event", "principle", "capability", "practice"})
_AGAINST = (frozenset({"concern", "regret", "warn"}), frozenset({"oppose"}), frozenset({"condemn"}))
_FOR = (frozenset({"welcome"}), frozenset({"support"}))


class Elsewhere:
    """Looks into one text beside the sentences of a row."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self.kinds = {one.id: one.kind for one in side.mentions}
        self.back = tuple(table(side.language, "align").get("points_back", "").split())
        self.sentences = [one for one in side.divisions if one.kind == "sentence"]
        self.numbers = {one.part: number for number, one in enumerate(self.sentences)}
        self._words: list[str] | None = None

    def holds(self, act: Position, matters: Collection[Part | None], row: Collection[Part]) -> bool:
        """Whether another sentence has the act, as hard or harder, on one of the matters or on what the row says."""
        return any(
            other.sentence not in row and _as_hard(other, act) and self._one_matter(other, act, matters, row)
            for other in self.side.positions
        )

    def names(self, name: str, row: Collection[Part]) -> bool:
        """Whether another sentence mentions an id, or has a name in so many words."""
        if any(key(one) == name and one.sentence not in row for one in self.side.mentions):
            return True
        return any(
            stands(name, words, self.side.language)
            for one, words in zip(self.sentences, self._compared(), strict=True)
            if one.part not in row
        )

    def _compared(self) -> list[str]:
        if self._words is None:
            self._words = [compared(one.part.text, self.side.language) for one in self.sentences]
        return self._words

    def _one_matter(
        self, other: Position, act: Position, matters: Collection[Part | None], row: Collection[Part]
    ) -> bool:
        if any(within(other.matter, one) >= ALIKE for one in matters):
            return True
        subjects = {one for one in act.about if self.kinds.get(one) in _SUBJECTS}
        if subjects & set(other.about):
            return True
        return any(
            before in row or any(within(one, before) >= ALIKE for one in matters) for before in self._pointed_at(other)
        )

    def _pointed_at(self, position: Position) -> Iterator[Part]:
        """The sentences of its paragraph before it, for a matter that points back; the one before, for the first."""
        number = self.numbers.get(position.sentence)
        matter = fold(position.matter.text).text if position.matter else ""
        if number is None or not number or (matter and not matter.startswith(self.back or ("\0",))):
            return
        own = self.sentences[number]
        yield self.sentences[number - 1].part
        for before in reversed(self.sentences[: number - 1]):
            if before.parent != own.parent:
                return
            yield before.part


def _as_hard(other: Position, act: Position) -> bool:
    """Whether an act is the same as another with at least its strength, or stands above it on its scale."""
    if other.act == act.act:
        return other.strength >= act.strength
    for scale in (_AGAINST, _FOR):
        ranks = {name: rank for rank, names in enumerate(scale) for name in names}
        if act.act in ranks and other.act in ranks:
            return ranks[other.act] > ranks[act.act]
    return False
