"""Whether one wording denies what another says.

Takes       two short wordings, folded, and their language.
Gives       whether they differ by a negation.
Method      words, not characters: 不断 and 未来 deny nothing. The lists are data (`language/LANG/negation.toml`).
Leaves out  double negation.
"""

from __future__ import annotations

import re
from functools import cache

from actum.language.data import table


def denied(earlier: str, later: str, language: str) -> bool:
    """Whether the two are the same but for words that deny."""
    a, b = _less(earlier, language), _less(later, language)
    return a[0] == b[0] and a[1] != b[1]


def _less(text: str, language: str) -> tuple[str, int]:
    """The wording less what denies, and how often it denies."""
    count = 0

    def cut(found: re.Match[str]) -> str:
        nonlocal count
        if found["deny"] is None:
            return found.group()
        count += 1
        return ""

    pattern = _pattern(language)
    return (" ".join(pattern.sub(cut, text.lower()).split()), count) if pattern else (text, 0)


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """What only looks like a denial, or denies; longer words first."""
    words = table(language, "negation")
    if not words.get("words"):
        return None
    edge = "" if language == "zh" else r"\b"
    neutral, deny = (
        "|".join(re.escape(word) for word in sorted(words[key], key=lambda word: (-len(word), word)))
        for key in ("not_words", "words")
    )
    parts = ([f"(?:{neutral})"] if neutral else []) + [f"(?P<deny>{deny})"]
    return re.compile(edge + f"(?:{'|'.join(parts)})" + edge)
