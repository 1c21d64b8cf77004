"""Which sentences of a text come near to a concept that they do not name.

Takes       the sentences of a text, and the names of a concept.
Gives       the sentences that have most of what one of the names is made of.
Method      pairs of letters of an unspaced script, heads of words of a spaced one, all in one sentence; a name of the
            contrary counts without its denial (信任 for 不信任).
Leaves out  names made of one pair or one word, unless they stand as they are: half of them is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from actum.align.units import STEM
from actum.language.data import table
from actum.model.alignment import Side
from actum.text.fold import fold
from actum.text.span import Part

MOST = 0.5
"""Share of what a name is made of, from which a sentence comes near to it. By eye, 2026-11-26: 化学恐怖主义 has half of
化学和生物恐怖主义."""

FEW = 2
"""Pairs or words up to which a name must stand whole: half of a short name is any word. By eye, 2026-11-26."""

_UNSPACED = frozenset({"zh"})
_WORD = re.compile(r"[^\W\d_]{3,}")


class Sentences:
    """The sentences of a text with what they are made of."""

    def __init__(self, side: Side) -> None:
        self.language = side.language
        self.made = [
            (one.part, grams(one.part.text, side.language)) for one in side.divisions if one.kind == "sentence"
        ]

    def near(self, names: Iterable[str]) -> tuple[Part, ...]:
        """The sentences near to one of the names, in order; none for no names."""
        sought = [made for made in (grams(name, self.language) for name in sorted(set(names))) if made]
        return tuple(part for part, here in self.made if any(_is_near(name, here) for name in sought))


def affirmed(name: str, language: str) -> str:
    """A name that denies, without its first denial; itself where it denies nothing."""
    words: Sequence[str] = table(language, "negation").get("words", ())
    first = next((word for word in sorted(words, key=len, reverse=True) if name.startswith(word)), "")
    return name[len(first) :].strip()


@cache
def grams(text: str, language: str) -> frozenset[str]:
    """What words are made of, to be laid side by side."""
    folded = fold(text).text
    if language not in _UNSPACED:
        return frozenset(word[:STEM] for word in _WORD.findall(folded))
    return frozenset(
        folded[start : start + 2] for start in range(len(folded) - 1) if folded[start : start + 2].isalpha()
    )


def _is_near(name: frozenset[str], here: frozenset[str]) -> bool:
    common = len(name & here)
    return common == len(name) if len(name) <= FEW else common >= MOST * len(name)
