"""Whether one wording says the contrary of another.

Takes       two short wordings as their words, folded, and their language.
Gives       whether they differ by a negation, or are opposites.
Method      words, not characters: 不断 and 未来 deny nothing. What only tells of time, means or manner (已, 能够, 坚决;
            will, can) falls away, and an odd number of denials on one side against an even one on the other is a
            reversal; or the two are a pair such as 禁止 and 允许, equally often denied. The lists are data
            (`language/LANG/negation.toml`, `fillers` and `opposites` in `align.toml`).
Leaves out  opposites that the data lack, and reversals told by the order of words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from actum.language.data import table

_UNSPACED = frozenset({"zh"})


def denied(earlier: Sequence[str], later: Sequence[str], language: str) -> bool:
    """Whether the two say the contrary: the same but for words that deny, or opposites."""
    odd = [_denials(words, language) % 2 for words in (earlier, later)]
    if odd[0] == odd[1]:
        return _are_opposite(earlier, later, language)
    fillers = _list(language, "fillers")
    a, b = (_less([word for word in words if word not in fillers], language) for words in (earlier, later))
    return _same(a, b, fillers)


def _same(a: str, b: str, fillers: frozenset[str]) -> bool:
    """Whether what is left is the same, but for a word that falls away and was taken as part of another (有必要)."""
    a, b = ("" if text in fillers else text for text in (a, b))
    short, long = sorted((a, b), key=len)
    return a == b or (short != "" and long.endswith(short) and long.removesuffix(short) in fillers)


def _are_opposite(earlier: Sequence[str], later: Sequence[str], language: str) -> bool:
    pairs = _opposites(language)
    fillers = _list(language, "fillers") - {word for pair in pairs for word in pair}
    a, b = (_less([word for word in words if word not in fillers], language) for words in (earlier, later))
    return (a, b) in pairs or (b, a) in pairs


def _denials(words: Sequence[str], language: str) -> int:
    pattern = _pattern(language)
    return sum(found["deny"] is not None for found in pattern.finditer(_text(words, language))) if pattern else 0


def _less(words: Sequence[str], language: str) -> str:
    """The words less those that deny."""
    pattern, text = _pattern(language), _text(words, language)
    if pattern is None:
        return text
    return " ".join(pattern.sub(lambda found: "" if found["deny"] else found.group(), text).split())


def _text(words: Sequence[str], language: str) -> str:
    return ("" if language in _UNSPACED else " ").join(words).upper()


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """What only looks like a denial, or denies; longer words first."""
    words = table(language, "negation")
    if not words.get("words"):
        return None
    edge = "" if language in _UNSPACED else r"\b"
    neutral, deny = (
        "|".join(re.escape(word.upper()) for word in sorted(words[key], key=lambda word: (-len(word), word)))
        for key in ("not_words", "words")
    )
    parts = ([f"(?:{neutral})"] if neutral else []) + [f"(?P<deny>{deny})"]
    return re.compile(edge + f"(?:{'|'.join(parts)})" + edge)


@cache
def _list(language: str, name: str) -> frozenset[str]:
    return frozenset(table(language, "align").get(name, "").upper().split())


@cache
def _opposites(language: str) -> frozenset[tuple[str, str]]:
    pairs = (pair.partition("/") for pair in sorted(_list(language, "opposites")))
    return frozenset((one, other) for one, _, other in pairs)
