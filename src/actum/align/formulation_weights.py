"""How much a word tells, and a wording, and how far a wording went.

Takes       the different sentences of all texts; wordings with their places.
Gives       the weight of a word, 0 to 1; the Telling of a wording, its parts side by side.
Method      a word's weight is how rare it is among these sentences (inverse document frequency, Spärck Jones 1972)
            times how rare it is in the language at large, each as a share of the rarest possible; where no count of
            the language is known, the first alone. A wording's words count by their weights in falling order, the
            n-th by an n-th of it, up to a number: so a long wording tells more than a short one, but not as many times
            more as it is longer. That sum, times the binary logarithm of one plus works and years, times one plus half
            of three shares of appearances, is the score; it orders and says nothing else. The shares: toward which
            somebody takes a stance; which stand in quotation marks; which stand in a sentence of their own, for a
            paragraph copied whole each year is used once, a set phrase anew each time.
Leaves out  joining words, names, numbers and dates: a title that recurs is a mention and no formulation.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from actum.align.formulation_sentences import UNSPACED, Kind, Sentences, Word, year_of
from actum.language.frequency import TOTAL, count
from actum.model.fact import ACTS
from actum.model.formulation import Appearance, Telling

_STANCES = frozenset(ACTS) - {"recall", "decide"}  # what only recalls a text or orders the agenda is no stance
LONGEST = 6
"""Words up to which a longer wording tells more: beyond, it is a sentence that recurs. Set by hand, 2026-11-26."""
LEAST = 0.3
"""Weight that every word has at least when two wordings are laid side by side, beside 1 for the rarest: a common word
lost is still a word lost. Set by hand, 2026-11-26."""
UNREAD = 50
"""Sentences without a word that are taken as read beside those of the texts: a few texts tell little of how rare it
is. Set by hand, 2026-11-26."""


class Weights:
    """The weights of the words of all texts of one language."""

    def __init__(self, every: Sentences, language: str) -> None:
        self.total = UNREAD + len(every.every)
        self.held = Counter(key for one in every.every for key in {word.key for word in one.words})
        self.counted = language in UNSPACED

    def here(self, key: str) -> float:
        """How rare a word is among the sentences, in bits."""
        return math.log2(self.total / max(1, self.held[key]))

    def everyday(self, key: str) -> float:
        """How rare a word is in the language at large, in bits; 0 where nobody counted."""
        return _everyday(key) if self.counted else 0.0

    def of(self, key: str) -> float:
        """0 for a word that all have, 1 for the rarest."""
        here = self.here(key) / math.log2(self.total)
        return here * _everyday(key) / math.log2(TOTAL) if self.counted else here

    def beside(self, key: str, kind: Kind) -> float:
        """The weight of a word where two wordings are laid side by side; only words that tell and names have one."""
        return LEAST + (1 - LEAST) * self.of(key) if kind in {Kind.tells, Kind.names} else 0.0

    def sum(self, words: Iterable[Word]) -> float:
        """The weights of a wording's different words in falling order, the n-th by an n-th, up to LONGEST."""
        keys = {word.key for word in words if word.kind is Kind.tells}
        weights = sorted((self.of(key) for key in keys), reverse=True)[:LONGEST]
        return math.fsum(weight / place for place, weight in enumerate(weights, 1))

    def telling(self, words: Sequence[Word], appearances: Sequence[Appearance], *, sentences: int) -> Telling:
        """What makes a wording telling that appears so, in so many different sentences."""
        keys = sorted({word.key for word in words if word.kind is Kind.tells})
        works = len({one.work for one in appearances})
        years = len({year_of(one.date) for one in appearances} - {""})
        total = max(1, len(appearances))
        held = sum(bool(_STANCES.intersection(one.act)) for one in appearances) / total
        quoted = sum(one.quoted for one in appearances) / total
        anew = (sentences - 1) / (total - 1) if total > 1 else 0.0
        return Telling(
            score=round(self.sum(words) * spread(works, years) * (1 + (held + quoted + anew) / 2), 4),
            words=len(keys),
            here=round(math.fsum(map(self.here, keys)) / len(keys), 2) if keys else 0.0,
            everyday=round(math.fsum(map(self.everyday, keys)) / len(keys), 2) if keys else 0.0,
            works=works,
            years=years,
            held=round(held, 2),
            quoted=round(quoted, 2),
            anew=round(anew, 2),
        )


def spread(works: int, years: int) -> float:
    """How far a wording went, by works and years."""
    return math.log2(1 + works + years)


@cache
def _everyday(key: str) -> float:
    return math.log2(TOTAL / count(key))
