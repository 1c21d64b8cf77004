"""Which language a text is in, of those that Actum reads.

Takes       a text, or a stretch of one.
Gives       `zh`, `ru` or `en`; for a stretch, also that it does not tell.
Method      the script most of the letters are of.
Leaves out  languages that share a script: French reads as `en`, Ukrainian as `ru`.
"""

from __future__ import annotations

_SCRIPTS = (("zh", "\u3400", "\u9fff", 2.0), ("ru", "\u0400", "\u04ff", 1.0), ("en", "A", "z", 1.0))
LETTERS = 20
"""Letters, a Chinese character counting as two, from which a stretch tells its language; a name or a symbol in another
script has fewer, 2026-11-26."""
CLEAR = 0.8
"""Share of them, 0 to 1, that must be of one script; Chinese paragraphs of the sample have over 0.9, 2026-11-26."""


def _weights(text: str) -> list[tuple[float, str]]:
    return [(sum(low <= char <= high for char in text) * weight, name) for name, low, high, weight in _SCRIPTS]


def language_of(text: str) -> str:
    """`zh`, `ru` or `en`: by the script most of the letters are of, a Chinese character counting as two letters."""
    weights = _weights(text)
    return max(weights, key=lambda one: one[0])[1] if any(weight for weight, _ in weights) else "en"


def told_language(text: str) -> str:
    """The language that a stretch is clearly in; empty where it is too short, or mixed."""
    weights = _weights(text)
    most, language = max(weights, key=lambda one: one[0])
    whole = sum(weight for weight, _ in weights)
    return language if whole >= LETTERS and most >= CLEAR * whole else ""
