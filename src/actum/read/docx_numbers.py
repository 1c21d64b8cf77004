"""The numbers that a word processor puts before the paragraphs of lists, which stand in no text of the file.

Takes       the numbering and style parts of a DOCX, then its paragraphs in order.
Gives       for each paragraph the number before it, with a blank behind where letters follow; empty where it has none.
Method      each list counts its levels; a level that is counted starts the deeper ones anew (ECMA-376, 17.9).
Leaves out  forms of numbers other than decimal, letters, Roman, Chinese and circled: they are written decimal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from actum.read.docx_zip import Element, local

_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_CHINESE = frozenset(
    {"chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCountingThousand"}
)
LEVELS = 9
"""Levels that a list may have (ECMA-376, 17.9.6)."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is counted: its form, its text with %1 … %9 for numbers, its first number."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "tab"


@dataclass(slots=True)
class Numbers:
    """Counts as paragraphs are asked for, each once and in order."""

    numbering: Element | None
    styles: Element | None
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    of_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.numbering is not None:
            levels = {_val(one, "abstractNumId"): _levels(one) for one in self.numbering.iterchildren("{*}abstractNum")}
            for num in self.numbering.iterchildren("{*}num"):
                key = _child(num, "abstractNumId")
                self.lists[_val(num, "numId")] = _overridden(levels.get(key, {}), num)
                self.abstract[_val(num, "numId")] = key
        if self.styles is not None:
            for style in self.styles.iterchildren("{*}style"):
                found = _listed(style.find("{*}pPr/{*}numPr"))
                if found:
                    self.of_style[_val(style, "styleId")] = found

    def next(self, paragraph: Element) -> str:
        """The number before this paragraph; counts it."""
        found = _listed(paragraph.find("{*}pPr/{*}numPr"))
        if found is None:
            style = paragraph.find("{*}pPr/{*}pStyle")
            found = self.of_style.get(_val(style, "val")) if style is not None else None
        if found is None or found[0] == "0" or not self._has_text(paragraph):
            return ""
        number, depth = found
        level = self.lists.get(number, {}).get(depth)
        if level is None or level.form in {"none", "bullet"}:
            return ""
        counts = self.counts.setdefault(self.abstract[number], [0] * LEVELS)
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (LEVELS - depth - 1)
        written = re.sub(r"%([1-9])", lambda found: self._written(number, counts, int(found[1]) - 1), level.text)
        return written + ("" if level.suffix == "nothing" or not written or written[-1] >= "\u2e80" else " ")

    def _written(self, number: str, counts: list[int], depth: int) -> str:
        level = self.lists[number].get(depth, Level())
        return spelled(counts[depth] or level.start, level.form)

    def _has_text(self, paragraph: Element) -> bool:
        return any(child.text for child in paragraph.iter("{*}t", "{*}delText"))


def spelled(number: int, form: str) -> str:
    """A number from 1 in one of the forms of lists; decimal where the form is not known or does not reach so far."""
    if form in _CHINESE and number < 100:
        return _chinese(number)
    if form in {"lowerRoman", "upperRoman"} and number < 4000:
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "decimalEnclosedCircle" and number <= 20:
        return chr(0x2460 + number - 1)
    return f"{number:02}" if form == "decimalZero" else str(number)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _val(element: Element, name: str) -> str:
    return element.get(f"{str(element.tag).rpartition('}')[0]}}}{name}", "")


def _child(element: Element, name: str) -> str:
    child = element.find(f"{{*}}{name}")
    return _val(child, "val") if child is not None else ""


def _number(written: str, default: int) -> int:
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 7 else default


def _listed(mark: Element | None) -> tuple[str, int] | None:
    """The list and the level that a paragraph or style names; None where it names none."""
    if mark is None or not _child(mark, "numId"):
        return None
    return _child(mark, "numId"), min(LEVELS - 1, _number(_child(mark, "ilvl"), 0))


def _levels(holder: Element) -> dict[int, Level]:
    found = {}
    for level in holder.iterchildren("{*}lvl"):
        suffix = _child(level, "suff") or "tab"
        start = _number(_child(level, "start"), 1)
        depth = min(LEVELS - 1, _number(_val(level, "ilvl"), 0))
        found[depth] = Level(_child(level, "numFmt") or "decimal", _child(level, "lvlText"), start, suffix)
    return found


def _overridden(levels: dict[int, Level], num: Element) -> dict[int, Level]:
    """The levels of a list, with what the list itself says otherwise."""
    own = dict(levels)
    for override in num.iterchildren("{*}lvlOverride"):
        own |= _levels(override)
    return {depth: level for depth, level in own.items() if local(num)}
