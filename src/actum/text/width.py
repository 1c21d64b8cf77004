"""Width, case and punctuation: every character by the usual one for it.

Takes       a text.
Gives       full-width letters and digits as half-width, capitals for small letters, one mark for each class of
            punctuation marks, one dash for a run of dashes, one ellipsis for a run of dots, squared words spelled
            out (`㎞`), radicals and compatibility characters as the characters they stand for, accents composed.
Method      Unicode's decompositions of the kinds named in `TAKEN`, then `data/punctuation.txt`, then upper case.
            Upper and not lower case, so that no folded bracket can look like residue; for the same reason signs of
            Markdown fold to their full-width forms. What is folded once is not changed by folding again.
Leaves out  superscripts, circled numbers and fractions: `5²` is not `52`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import numpy as np

from actum.text.folded import CODE_POINTS, Codes, Folded, Mask, codes_of, text_of
from actum.text.offsets import OffsetMap
from actum.text.span import Span
from actum.text.tables import entries

# Kinds of compatibility decomposition that only say how a character is set.
TAKEN = frozenset({"<wide>", "<narrow>", "<small>", "<vertical>", "<square>", "<compat>", "<noBreak>"})
# Ranges with characters that fold; no other code point has a decomposition of these kinds, or two cases, that
# official texts would use (Unicode 15).
RANGES = ((0x21, 0x3400), (0xA640, 0xA7FF), (0xF900, 0x10000), (0x1F100, 0x1F200), (0x2F800, 0x2FA20))
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_DASHES = re.compile(r"—(?:\s*—)+")
_POINTS = r"·(?:\s*·){2,}"
_DOTS = re.compile(rf"(?:{_POINTS}|[。…])(?:\s*(?:{_POINTS}|[。…]))+|{_POINTS}")
# One of these stands in every run of dots. Each begins with one plain character, which makes the search quick.
_SOME_DOTS = tuple(map(re.compile, (r"。\s*[。…·]", r"…\s*[。…·]", r"·\s*·")))


@cache
def _classes() -> dict[str, str]:
    """Each mark and radical with the one it folds to."""
    marks = {member: members[0] for members in map(str.split, entries("punctuation")) for member in members}
    return marks | {pair[1]: pair[0] for pair in entries("radicals")}


def _settled(character: str) -> str:
    if character in _classes():
        return _classes()[character]
    if character.isspace():
        return character if character in _LINE_ENDS else " "
    if unicodedata.decomposition(character).partition(" ")[0] in TAKEN:
        spelled = unicodedata.normalize("NFKC", character)
        return character if spelled[:1].isspace() else spelled
    apart = unicodedata.normalize("NFD", character)
    return unicodedata.normalize("NFC", "".join(map(_settled, apart)) if apart != character else character.upper())


def plain(character: str) -> str:
    """What one character folds to by itself, usually one character; the plain twin of the table."""
    while (settled := "".join(map(_settled, character))) != character:
        character = settled
    return character


@cache
def _table() -> tuple[Codes, Mask, dict[int, str]]:
    """The representative of each code point; which of them fold to several characters; to which."""
    single = np.arange(CODE_POINTS, dtype=np.uint32)
    several: dict[int, str] = {}
    for code in (code for low, high in RANGES for code in range(low, high)):
        folded = plain(chr(code))
        if len(folded) == 1:
            single[code] = ord(folded)
        else:
            several[code] = folded
    spelled = np.zeros(CODE_POINTS, dtype=np.bool_)
    spelled[list(several)] = True
    return single, spelled, several


def _spelled_out(text: str) -> Iterator[tuple[Span, str]]:
    several = _table()[2]
    return ((Span(at, at + 1), several[ord(c)]) for at, c in enumerate(text) if ord(c) in several)


def _single(text: str) -> Folded:
    single, spelled, _ = _table()
    codes = codes_of(text)
    if spelled[codes].any():
        return Folded.unchanged(text).edited_by(_spelled_out).then(_single)
    new = single[codes]
    if np.array_equal(new, codes):
        return Folded.unchanged(text)
    return Folded(text_of(new), OffsetMap.identity(len(text)))


def _is_joined(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"


def _clusters(text: str) -> Iterator[tuple[Span, str]]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not _is_joined(text[at]):
            cluster = text[start:at]
            joined = unicodedata.normalize("NFC", cluster)
            if joined != cluster:
                yield Span(start, at), joined
            start = at


def composed(text: str) -> Folded:
    """Letters and their accents as one character where Unicode has one (NFC), each standing for its whole cluster."""
    if unicodedata.is_normalized("NFC", text):
        return Folded.unchanged(text)
    return Folded.unchanged(text).edited_by(_clusters)


def _dashes(text: str) -> Iterator[tuple[Span, str]]:
    return ((Span(*found.span()), "—") for found in _DASHES.finditer(text))


def _dots(text: str) -> Iterator[tuple[Span, str]]:
    return ((Span(*found.span()), "…") for found in _DOTS.finditer(text))


def runs(text: str) -> Folded:
    """One dash for a run of dashes, one ellipsis for a run of dots (white space between them included)."""
    folded = Folded.unchanged(text)
    if _DASHES.search(text):
        folded = folded.edited_by(_dashes)
    if any(some.search(text) for some in _SOME_DOTS):
        folded = folded.edited_by(_dots)
    return folded


def width(text: str) -> Folded:
    """The text with width, case and punctuation folded; the very same text where nothing folds."""
    return _single(text).then(composed).then(runs)
