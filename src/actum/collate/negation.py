"""Count what denies, so that a reading that has lost a negation is not overlooked.

Takes       readings, with or without their neighbourhood, and their language.
Gives       the number of negations; whether one reading is another less a negation.
Method      words, not characters: 不断 and 未来 deny nothing. The lists are data (`language/LANG/negation.toml`).
Leaves out  double negation, and what a verb of refusing denies.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from actum.language.data import table as language_table
from actum.language.words import words


@lru_cache(maxsize=65_536)
def denials(text: str, language: str) -> int:
    """Negations in a text, counted in words."""
    denying, neutral, prefixes = _negation(language)
    if language == "zh":
        return sum(word in denying or any(c in denying for c in neutral.sub("", word)) for word in words(text))
    found = re.findall(r"[\w’'-]+", text.lower())
    known = set(found)
    return sum(
        word in denying or word.endswith("n't") or any(word[len(p) :] in known for p in prefixes if word.startswith(p))
        for word in found
    )


@cache
def _negation(language: str) -> tuple[frozenset[str], re.Pattern[str], tuple[str, ...]]:
    """What denies, what only looks so, and the beginnings that deny a word."""
    table = language_table(language, "negation")
    neutral = sorted(table.get("not_words", ()), key=lambda word: (-len(word), word))
    pattern = re.compile("|".join(map(re.escape, neutral)) or r"(?!)")
    return frozenset(table.get("words", ())), pattern, tuple(table.get("prefixes", ()))


def denial_lost(established: str, other: str, language: str) -> bool:
    """Whether one reading is the other less a negation, or its opposite by a prefix."""
    longer, shorter = sorted((established, other), key=len, reverse=True)
    denying, _, prefixes = _negation(language)
    if language == "zh":
        return any(longer[:i] + longer[i + 1 :] == shorter for i, c in enumerate(longer) if c in denying)
    more, less = longer.lower().split(), shorter.lower().split()
    return any(more[:i] + more[i + 1 :] == less for i, word in enumerate(more) if word in denying) or any(
        a == prefix + b for a, b in zip(more, less, strict=False) for prefix in prefixes
    )
