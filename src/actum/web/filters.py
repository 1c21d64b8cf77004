"""Small words of the templates.

Takes       values of rows.
Gives       text; of sentences that the build says, an element where they are not in the language of the interface.
Leaves out  marks in texts: see `marks`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from actum.text.script import script_of
from actum.web.page import Asked
from actum.web.told import told

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


@pass_context
def told_words(context: Context, says: str) -> Markup:
    """A sentence of the build in the language of the interface; in an element that names its language if it is not."""
    asked: Asked = context["asked"]
    words, language = told(says, asked.ui, asked.called)
    if language.partition("-")[0] == asked.ui:
        return escape(words)
    return Markup('<span class="says" lang="{}">{}</span>').format(language, words)


@pass_context
def told_plain(context: Context, says: str) -> str:
    """The same without an element, for what may hold none: titles."""
    asked: Asked = context["asked"]
    return told(says, asked.ui, asked.called)[0]


def moment(when: str) -> str:
    """An instant of a log, to the minute, with its zone: `2026-11-26 05:28 UTC`; without one where it has none."""
    zone = when[19:].lstrip("0123456789.")
    return when[:16].replace("T", " ") + (" UTC" if zone in {"Z", "+00:00"} else f" {zone}" if zone else "")


FILTERS: dict[str, Callable[..., str]] = {
    "lang": lang,
    "number": number,
    "percent": percent,
    "file_name": file_name,
    "place": place,
    "short": short,
    "told": told_words,
    "told_plain": told_plain,
    "moment": moment,
}
