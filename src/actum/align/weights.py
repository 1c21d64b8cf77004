"""How much a feature tells: rare ones much, common ones little.

Takes       the units of two texts.
Gives       Weights: of a feature, of a set of them, and the likeness of two sets.
Method      inverse document frequency (Spärck Jones 1972), over the sentences of the text that has the feature oftener:
            what stands once in each text is as rare as can be, and weighs 1. What is common by its words weighs less;
            what is named weighs more. The likeness of two sets is the weight they share over the mean (geometric) of
            their weights: Ochiai's coefficient, weighted; it is 1 for equal sets and falls less than Dice's where one
            is much longer.
Leaves out  frequencies of the language at large: the two texts say what is rare between them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from actum.align.units import COMMON, NAMED, Features, Unit

COMMON_WEIGHT = 0.4
"""Of a gram within words that any provision may have, beside 1 for another as rare. Set by hand, 2026-11-26."""

NAMED_WEIGHT = 2.0
"""Of a thing that is named, beside 1 for a pair of letters as rare: a name has two words or more. 2026-11-26."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the features of two texts; one that neither has weighs nothing."""

    by_feature: Mapping[str, float]

    def rarity(self, feature: str) -> float:
        """1 for what one sentence of both texts has, 0 for what all have or none."""
        return self.by_feature.get(feature, 0.0) / _kind_weight(feature)

    def of(self, features: Features) -> float:
        """The weight of a set; 0 for an empty one."""
        return math.fsum(self.by_feature.get(one, 0.0) for one in features)

    def shared(self, a: Features, b: Features) -> float:
        """The weight that two sets share."""
        return self.of(a & b)

    def likeness(self, a: Features, b: Features) -> float:
        """0 for sets with nothing telling in common, 1 for equal ones."""
        shared = self.shared(a, b)
        return shared / math.sqrt(self.of(a) * self.of(b)) if shared else 0.0


def weigh(earlier: Sequence[Unit], later: Sequence[Unit]) -> Weights:
    """The weights of all features of two texts."""
    ours, theirs = (Counter(feature for unit in units for feature in unit.features) for units in (earlier, later))
    most = 1 + max(len(earlier), len(later))
    rarity = {one: math.log(most / count) / math.log(most) for one, count in sorted((ours | theirs).items())}
    return Weights({one: _kind_weight(one) * rare for one, rare in rarity.items()})


def _kind_weight(feature: str) -> float:
    if feature.startswith(COMMON):
        return COMMON_WEIGHT
    return NAMED_WEIGHT if feature.startswith(NAMED) else 1.0
