"""Pinyin residue: brackets that a converter left behind a character to say how it is read.

Takes       a text in either script.
Gives       each bracket that is residue, with its syllable and the rule that knew it; the text without them.
Method      a bracket is residue only where its letters are a reading of the character before it, or of the last
            characters together, 战略(zhàn lüè), or such a reading that lost a letter (zh?n, zhn), a bracket (lián).
Leaves out  brackets in capitals, 美(US), and capitalised words of several syllables without tones, 北京(Beijing):
            people write these. They stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from actum.text.folded import CODE_POINTS, Folded, Mask, codes_of, without
from actum.text.readings import LONGEST, has_tone_mark, is_toned, reads, reads_damaged, spelled
from actum.text.span import Span

_HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u2e80-\u2fdf\U00020000-\U0003ffff"
_LETTER = (
    r"A-Za-z\u00c0-\u024f\u0131\u0251\u0261\u0300-\u036f\u03b1\u0430\u0435\u043e\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a"
)
_INSIDE = rf"[{_LETTER}0-5\u00b2\u00b3\u00b9\uff11-\uff15\s'’‘`·:\-‐‑?？\ufffd□*＊_\u0080-\u00bf]"
_BRACKET = re.compile(rf"[(（\[［〔【]({_INSIDE}{{1,64}})[)）\]］〕】]")
# The closing bracket is lost: letters run into Chinese, and no bracket closes on the same line before another opens.
_UNCLOSED = re.compile(rf"[(（]([{_LETTER}]{{2,7}}[1-5]?)(?=[{_HAN}，。；、：]|$)(?![^()（）\n]*[)）])", re.MULTILINE)
_UNOPENED = re.compile(rf"([{_LETTER}]{{2,7}})[)）]")
_BLANK = " \t\xa0\u3000"
_OPENING, _CLOSING = "(（[［〔【", ")）]］〕】"
_HAN_END = re.compile(rf"[{_HAN}]+\Z")
# How far back an opening bracket may stand that a closing one belongs to, in characters; 2026-11-25, by thought.
_REACH = 200
_NAMED_ITEM = re.compile(r"[项項款段目节節条條]")


@dataclass(frozen=True, slots=True)
class Residue:
    """One bracket; `span` covers the brackets, `syllable` is what stands between them."""

    span: Span
    syllable: str
    made_by: str


@lru_cache(maxsize=1 << 14)
def _behind_one(character: str, inside: str) -> str:
    """The rule by which a bracket behind one character is residue; empty where none says so."""
    if not any(c.islower() for c in inside):
        return ""
    if reads(spelled(inside), character):
        return "residue:toned" if is_toned(inside) else "residue:untoned"
    return "residue:damaged" if reads_damaged(inside, character) else ""


def _behind_several(characters: str, inside: str) -> str:
    """The same for the last characters together."""
    if not any(c.islower() for c in inside) or not reads(spelled(inside), characters):
        return ""
    if is_toned(inside):
        return "residue:toned"
    return "" if inside[0].isupper() else "residue:untoned"


def _rule(text: str, inside: str, at: int) -> str:
    """The rule by which a bracket behind the character that ends at `at` is residue; empty where none says so."""
    inside = inside.strip()
    if not at or not inside:
        return ""
    if rule := _behind_one(text[at - 1], inside):
        return rule
    before = _HAN_END.search(text, max(0, at - LONGEST), at)
    return _behind_several(before[0], inside) if before else ""


def _behind(text: str, bracket: int) -> int:
    """Where the characters end that a bracket stands behind, white space between them left out."""
    while bracket and text[bracket - 1] in _BLANK:
        bracket -= 1
    return bracket


def _is_item(text: str, found: re.Match[str]) -> bool:
    """Whether the bracket is one letter that names a part of a law, as in 第三条(a)款."""
    return len(found[1].strip()) == 1 and found[1].isascii() and bool(_NAMED_ITEM.match(text, found.end()))


def _closed(text: str) -> Iterator[Residue]:
    done, anchor = -1, 0
    for found in _BRACKET.finditer(text):
        at = _behind(text, found.start())
        at = anchor if at == done else at
        rule = _rule(text, found[1], at)
        if rule and not _is_item(text, found):
            yield Residue(Span(*found.span()), found[1].strip(), rule)
            done, anchor = found.end(), at


def _unclosed(text: str) -> Iterator[Residue]:
    for found in _UNCLOSED.finditer(text):
        if _rule(text, found[1], found.start()):
            yield Residue(Span(*found.span()), found[1], "residue:unclosed")


def _unopened(text: str) -> Iterator[Residue]:
    for found in _UNOPENED.finditer(text):
        start = found.start()
        if not start or text[start - 1] in _OPENING or not has_tone_mark(found[1]) or not _rule(text, found[1], start):
            continue
        line = text[text.rfind("\n", max(0, start - _REACH), start) + 1 or max(0, start - _REACH) : start]
        if max(map(line.rfind, _OPENING)) <= max(map(line.rfind, _CLOSING)):
            yield Residue(Span(*found.span()), found[1], "residue:unopened")


@cache
def _small() -> Mask:
    """Small letters, of which residue has at least one."""
    small = np.zeros(CODE_POINTS, dtype=np.bool_)
    small[:0x10000] = [chr(code).islower() for code in range(0x10000)]
    return small


def find_residue(text: str) -> tuple[Residue, ...]:
    """All residue in order of place; empty for a text without it."""
    if not _small()[codes_of(text)].any():
        return ()
    found = [*_closed(text), *_unclosed(text), *_unopened(text)]
    return tuple(sorted(found, key=lambda residue: residue.span))


def residue(text: str) -> Folded:
    """The text without residue; the very same text where it has none."""
    found = find_residue(text)
    if not found:
        return Folded.unchanged(text)
    gone = np.zeros(len(text), dtype=np.bool_)
    for each in found:
        gone[each.span.start : each.span.end] = True
    return without(text, codes_of(text), gone)
