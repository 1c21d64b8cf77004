"""Small words of the templates.

Takes       values of rows.
Gives       text.
Leaves out  markup: see `marks`.
"""

from __future__ import annotations

from collections.abc import Callable

_TAGS = {"zh": "zh-Hans", "en": "en", "ru": "ru"}
_HANT = frozenset("國際聯戰穩對與為關會議題說這個應當發開無軍經濟條約")
"""Characters that simplified Chinese does not have, of the most common in official texts; to choose a font, no more."""


def lang(language: str, text: str = "") -> str:
    """The `lang` of an element that holds words of a text; Chinese with traditional characters is zh-Hant."""
    if language == "zh" and not _HANT.isdisjoint(text):
        return "zh-Hant"
    return _TAGS.get(language, language or "und")


def number(value: int) -> str:
    """A number with its thousands set off."""
    return f"{value:,}"


def percent(share: float) -> str:
    """A share, 0 to 1, in per cent; 100 only where it is whole."""
    return f"{share:.0%}" if share in {0, 1} else f"{min(share, 0.9999) * 100:.4g} %"


def file_name(path: str) -> str:
    """The last part of a path."""
    return path.rsplit("/", 1)[-1]


FILTERS: dict[str, Callable[..., str]] = {
    "lang": lang,
    "number": number,
    "percent": percent,
    "file_name": file_name,
}
