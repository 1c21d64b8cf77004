"""Where a wording denies.

Takes       folded words and their language.
Gives       the denials in them, as places.
Method      the negations of the language (`negation.toml`), less words that only look like one, and less verbs of
            refusal (反对, oppose): these are stances toward a wording and no part of it.
Leaves out  what is denied.
"""

from __future__ import annotations

import re
from functools import cache

from actum.language.data import table
from actum.text.fold import fold
from actum.text.span import Span

_UNSPACED = frozenset({"zh"})


def denials(text: str, language: str) -> list[Span]:
    """The denials in a folded text, in order; none for a language without a table."""
    pattern = _pattern(language)
    if pattern is None:
        return []
    return [Span(*found.span("deny")) for found in pattern.finditer(text) if found["deny"] is not None]


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    rules = table(language, "negation")
    if not rules.get("words"):
        return None
    deny = {fold(word).text for word in rules["words"]} - _refusals(language)
    neutral = {fold(word).text for word in rules["not_words"]}
    edge = "" if language in _UNSPACED else r"\b"
    parts = ([f"(?:{_any(neutral)})"] if neutral else []) + [f"(?P<deny>{_any(deny)})"]
    return re.compile(edge + f"(?:{'|'.join(parts)})" + edge)


def _any(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _refusals(language: str) -> frozenset[str]:
    return frozenset(fold(word).text for word in table(language, "formulations").get("refusals", "").split())
