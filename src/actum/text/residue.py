"""Pinyin residue: brackets that a converter left behind a character to say how it is read.

Takes       a text in either script.
Gives       each bracket that is residue, with its syllable and the rule that knew it; the text without them.
Method      a bracket is residue only where its letters are a reading of the character before it, or of the last
            characters together (战略(zhàn lüè)), or such a reading with the toned letter lost (zhn, zh?n).
Leaves out  brackets in capitals, 美(US), and capitalised words of several syllables without tones, 北京(Beijing):
            people write these. They stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from actum.text.folded import Folded, codes_of, without
from actum.text.readings import is_toned, letters, reads, reads_damaged
from actum.text.span import Span

_HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BRACKET = re.compile(r"[ \t\u3000\xa0]*[(（]([^()（）\n\r%s]{1,48})[)）]" % _HAN)
_UNCLOSED = re.compile(r"[(（]([^\W\d_]{2,6}[1-5]?)(?=[%s，。；、：])" % _HAN)
_LATIN = re.compile(r"[(（][^()（）]{0,3}?[A-Za-zÀ-ɏɑɡḀ-ỿａ-ｚＡ-Ｚ]")
_IS_HAN = re.compile(f"[{_HAN}]")
_NAMED_ITEM = re.compile(r"[项項款段目节節条條]")


@dataclass(frozen=True, slots=True)
class Residue:
    """One bracket; `span` covers the brackets and the space before them, `syllable` is what stands between."""

    span: Span
    syllable: str
    made_by: str


def _rule(text: str, inside: str, start: int, end: int) -> str | None:
    """The rule by which a bracket behind the characters up to `start` is residue; None where it is not."""
    written = inside.strip()
    if not any(c.islower() for c in written):
        return None
    plain = re.sub(r"[\s'’\-·0-9]", "", letters(written))
    count = reads(plain, _han_before(text, start))
    if count > 1 and written[0].isupper() and not is_toned(written):
        return None
    if count == 1 and len(plain) == 1 and not is_toned(written) and _NAMED_ITEM.match(text, end):
        return None
    if count:
        return "residue:toned" if is_toned(written) else "residue:untoned"
    if start and reads_damaged(written, text[start - 1]):
        return "residue:damaged"
    return None


def _han_before(text: str, end: int) -> str:
    start = end
    while start and end - start < 8 and _IS_HAN.match(text, start - 1):
        start -= 1
    return text[start:end]


def _brackets(text: str) -> Iterator[Residue]:
    done, anchor = -1, 0
    for found in _BRACKET.finditer(text):
        start = anchor if found.start() == done else found.start()
        rule = _rule(text, found[1], start, found.end())
        if rule:
            yield Residue(Span(*found.span()), found[1].strip(), rule)
            done, anchor = found.end(), start


def find_residue(text: str) -> tuple[Residue, ...]:
    """All residue in order of place; empty for a text without it."""
    if not _LATIN.search(text):
        return ()
    return tuple(_brackets(text))


def residue(text: str) -> Folded:
    """The text without residue; the very same text where it has none."""
    found = find_residue(text)
    if not found:
        return Folded.unchanged(text)
    gone = np.zeros(len(text), dtype=np.bool_)
    for each in found:
        gone[each.span.start : each.span.end] = True
    return without(text, codes_of(text), gone)
