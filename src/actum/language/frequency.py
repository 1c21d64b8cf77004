"""How common a Chinese word is, as a weak helper beside `words`.

Takes       a word of simplified Chinese.
Gives       its count in the dictionary's own corpus, and how much likelier one string of words is than another.
Method      the counts that rjieba's dictionary is weighted with.
Leaves out  what is common in official texts: the dictionary was counted on general prose.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import rjieba

TOTAL = 60_101_967
"""Words counted for the dictionary (jieba's dict.txt, the sum of its counts), 2026-11-25."""


def count(word: str) -> int:
    """How often the dictionary's corpus has the word; 1 for a word it lacks."""
    return max(1, int(rjieba.suggest_freq(word)) - 1)


def gain(words: Iterable[str], others: Iterable[str]) -> float:
    """By how many powers of ten one string of words is likelier than another, by their counts alone."""
    return _likelihood(words) - _likelihood(others)


def _likelihood(words: Iterable[str]) -> float:
    return sum(math.log10(count(word) / TOTAL) for word in words)
