"""How wide words are, in em, and where a label breaks.

Takes       words; a width in em.
Gives       a width that fonts of the usual make do not exceed; lines.
Method      a wide or full-width character (Unicode East Asian Width W, F, A) is one em; Latin, Cyrillic and digits by
            classes of width. A label breaks between wide characters, at spaces and behind hyphens; marks that may not
            begin or end a line stay with what is before or behind them.
Leaves out  kerning, ligatures, right-to-left scripts.
"""

from __future__ import annotations

import re
import unicodedata

NARROW, LOWER, UPPER = 0.34, 0.58, 0.74
"""Em of a narrow letter, another lower-case letter or digit, an upper-case one; Noto Sans CJK SC, 2026-11-26."""
_NARROW = frozenset("iljtfr1.,:;'|!()[] -·")
_BROAD = frozenset("mwMWшщмюжфыШЩМЮЖФЫ@%&")
_NO_START = frozenset("，。、；：！？）》」』”’】〉,.;:!?)]}-")
_OPENS = "《〈（「『【“‘(\\["
_PIECE = re.compile(rf"\s+|[{_OPENS}]*(?:[^\s\-\u2e80-\uffef{_OPENS}]+-?|-|[\u2e80-\uffef])|[{_OPENS}]+")


def em(text: str) -> float:
    """The width of `text` in em."""
    return sum(map(_em, text))


def lines_of(text: str, width: float) -> tuple[str, ...]:
    """The lines of a label that is at most so many em wide, as even as they can be; one line for an empty label.

    A piece that is wider by itself stands on a line of its own and is not cut.
    """
    lines = _filled(text, width)
    if len(lines) > 1:  # as even as that many lines can be: no single character is left for the last
        even = em(text) / len(lines)
        while even < width and len(_filled(text, even)) > len(lines):
            even += 0.5
        lines = _filled(text, min(even, width))
    return lines


def _filled(text: str, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for piece in _PIECE.findall(text):
        if line and em(line + piece.rstrip()) > width and piece[0] not in _NO_START:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return (*lines, line.rstrip()) if line.strip() or not lines else tuple(lines)


def _em(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WFA":
        return 0.62 if "\u0370" <= character <= "\u052f" else 1.0  # Greek and Cyrillic are ambiguous, and drawn narrow
    if character in _NARROW:
        return NARROW
    return 0.92 if character in _BROAD else UPPER if character.isupper() else LOWER
