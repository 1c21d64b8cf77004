"""Small words of the templates.

Takes       values of rows.
Gives       text.
Leaves out  markup: see `marks`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from actum.text.script import script_of

_DATE = re.compile(r"^[\dX]{4}(?:-[\dX]{2}){0,2}-")
_TAGS = {"zh": "zh-Hans", "en": "en", "ru": "ru"}


def lang(language: str, text: str = "") -> str:
    """The `lang` of an element that holds words of a text; Chinese with traditional characters is zh-Hant."""
    if language == "zh" and script_of(text) == "traditional":
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


def place(division: str) -> str:
    """The number of a paragraph as a margin shows it: `s5.p03.i2` is 5.3.2; other ids stay."""
    parts = [part[1:].lstrip("0") for part in division.split(".") if part[1:].replace("-", "").isdigit()]
    return ".".join(parts) if parts and not division.startswith("l") else division


def short(work: str) -> str:
    """A work's id without its date: what tells it from others of the same parties."""
    return _DATE.sub("", work) or work


FILTERS: dict[str, Callable[..., str]] = {
    "lang": lang,
    "number": number,
    "percent": percent,
    "file_name": file_name,
    "place": place,
    "short": short,
}
