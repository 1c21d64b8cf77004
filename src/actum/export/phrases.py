"""Which words of two sentences are the same, so that what changed reads as phrases.

Takes       two stretches of text.
Gives       Pieces in order, kept and changed by turns; joined, their sides are the two stretches.
Method      among all ways to lay the words of both beside one another in order, the one that keeps most, where each
            deletion and each insertion has its price (Gotoh 1982: gaps cost when they are opened). So a short word that
            stayed between two changed ones by chance belongs to the change. Where little stays, nothing does.
Leaves out  moved words: they read as gone here and new there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from actum.language.data import table
from actum.language.words import words
from actum.text.compare import opcodes
from actum.text.fold import fold
from actum.text.span import Span

CHARACTER, WORD, SHORT_WORD, JOIN, SPACE = 8, 16, 8, 4, 1
"""What keeping is worth: a Chinese character, a word of a spaced script, one of up to `SHORT` letters, a mark or a word
that only joins, white space. Chosen by hand, 2026-11-26."""

SHORT = 3
"""Letters up to which a word of a spaced script is short: most of them only join."""

PRICE = 8
"""What one more deletion, or one more insertion, costs: the worth of one Chinese character. So a word of two characters
between two replaced ones is not worth keeping, one of three is. By eye, 2026-11-26."""

LITTLE = 0.35
"""Share of the lighter side that must stay; below it the one side is said to replace the other. By eye, 2026-11-26."""

CELLS = 4_000_000
"""Pairs of words up to which all ways are weighed (about 40 MB); beyond, a cheapest edit script must do."""

END = "\n"
_UNSPACED_LANGUAGES = frozenset({"zh"})
_WORD = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+|\s+|[^\w\s]|_")
_SENTENCE_ENDS = frozenset("。！？.!?")
_CLAUSE_ENDS = frozenset("，；：、,;: ")
_FAR = -1_000_000_000
_FIRST_SIGN = 0xF0000  # private use, plane 15: a sign of its own for each different word
Table = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Word:
    """One word, mark or paragraph end with all its characters; words of one key are the same word."""

    span: Span
    key: str
    weight: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of both sides that are the same, or that changed into one another; a side may be empty."""

    earlier: tuple[Word, ...]
    later: tuple[Word, ...]
    kept: bool


class Wordings:
    """The words of any stretch of one text."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.folded = fold(text)

    def of(self, span: Span) -> list[Word]:
        """The words of a stretch in order; joined they are its characters, each exactly once."""
        found: list[Word] = []
        start = span.start
        for line in span.of(self.text).split(END):
            if start > span.start:
                found.append(Word(Span(start - 1, start), END, JOIN))
            found += self._line(Span(start, start + len(line)))
            start += len(line) + 1
        return found

    def key(self, span: Span) -> str:
        """A stretch as comparing sees it."""
        return self._seen(span)[0]

    def _line(self, line: Span) -> list[Word]:
        cuts: list[int] = []
        keys: list[str] = []
        for start, key in self._keys(line):
            if cuts and start <= cuts[-1]:  # both stand for one character (㎞): one word
                keys[-1] += key
            else:
                cuts.append(start)
                keys.append(key)
        if not line:
            return []
        cuts[:1] = [line.start]
        keys = keys or [""]
        spans = (Span(a, b) for a, b in zip(cuts, [*cuts[1:], line.end], strict=True))
        return [Word(span, key, _weight(key, self.language)) for span, key in zip(spans, keys, strict=True)]

    def _keys(self, line: Span) -> Iterator[tuple[int, str]]:
        """The words of a line as comparing sees them, each with the place where it starts."""
        text, starts = self._seen(line)
        at = 0
        for key in self._words(text):
            yield starts[at], key
            at += len(key)

    def _seen(self, span: Span) -> tuple[str, list[int]]:
        """A stretch as comparing sees it, and where each of its characters starts.

        Where an edge cuts through what is seen as one character (the dots of an ellipsis), it is seen by itself.
        """
        offsets = self.folded.offsets
        place = offsets.forward(span)
        if place is None:
            return "", []
        if offsets.back(place) in span:
            return place.of(self.folded.text), offsets.starts[place.start : place.end].tolist()
        alone = fold(span.of(self.text))
        return alone.text, (alone.offsets.starts + span.start).tolist()

    def _words(self, text: str) -> list[str]:
        if self.language not in _UNSPACED_LANGUAGES:
            return _WORD.findall(text)
        return [piece for word in words(text) for piece in (_WORD.findall(word) if word.isascii() else [word])]


def pieces(earlier: Sequence[Word], later: Sequence[Word]) -> list[Piece]:
    """Kept and changed pieces by turns, covering both sides; none for two empty ones."""
    kept = _kept(earlier, later)
    stays = sum(earlier[i].weight for i, _ in kept)
    lighter = min(sum(word.weight for word in side) for side in (earlier, later))
    if stays < LITTLE * lighter:
        kept = []
    return list(_pieces(earlier, later, _slid(kept, earlier, later)))


def _pieces(a: Sequence[Word], b: Sequence[Word], kept: list[tuple[int, int]]) -> Iterator[Piece]:
    """The pieces that pairs of kept words leave."""
    i = j = start = 0  # the words behind the last pair, and the first of the pairs that stand together before them
    for x, y in [*kept, (len(a), len(b))]:
        if (x, y) == (i, j) and x < len(a):
            i, j = x + 1, y + 1
            continue
        if i > start:
            yield Piece(tuple(a[start:i]), tuple(b[j - i + start : j]), kept=True)
        if (x, y) != (i, j):
            yield Piece(tuple(a[i:x]), tuple(b[j:y]), kept=False)
        start, i, j = x, x + 1, y + 1


def _slid(kept: list[tuple[int, int]], a: Sequence[Word], b: Sequence[Word]) -> list[tuple[int, int]]:
    """The same pairs, with words only new (or only gone) slid to where they end with a mark, where they can be.

    `他们应通过` → `应摒弃…。应通过`: what is new is `应摒弃…。`, not `摒弃…。应`.
    """
    pairs = [*kept, (len(a), len(b))]
    for at in range(len(kept), 0, -1):
        (i, j), (x, y) = pairs[at - 1], pairs[at]
        if (x == i + 1) == (y == j + 1):
            continue
        side, end = (b, y) if x == i + 1 else (a, x)
        most = _slides(pairs, at, side, end)
        best = max(range(most + 1), key=lambda n: (_closes(side[end - 1 - n].key), -n))
        for n in range(1, best + 1):
            i, j = pairs[at - n]
            pairs[at - n] = (i, end - n) if side is b else (end - n, j)
    return pairs[:-1]


def _slides(pairs: Sequence[tuple[int, int]], at: int, side: Sequence[Word], end: int) -> int:
    """By how many words a one-sided change before a pair can slide to the front."""
    which = 1 if (pairs[at][0] == pairs[at - 1][0] + 1) else 0
    n = 0
    while n < at and side[pairs[at - 1 - n][which]].key == side[end - 1 - n].key:
        if n and (pairs[at - n][0] - pairs[at - 1 - n][0], pairs[at - n][1] - pairs[at - 1 - n][1]) != (1, 1):
            break
        n += 1
    return n


def _closes(key: str) -> int:
    """How well words end with this one: a sentence, a clause, neither."""
    return 2 if key in _SENTENCE_ENDS else 1 if key in _CLAUSE_ENDS else 0


def _kept(a: Sequence[Word], b: Sequence[Word]) -> list[tuple[int, int]]:
    """The pairs of words that stay, in order."""
    signs: dict[str, int] = {}
    for word in (*a, *b):
        signs.setdefault(word.key, len(signs))
    ours, theirs = ([signs[word.key] for word in side] for side in (a, b))
    if len(a) * len(b) > CELLS:
        runs = opcodes(*("".join(chr(_FIRST_SIGN + sign) for sign in side) for side in (ours, theirs)))
        return [
            pair
            for run in runs if run.tag == "equal"
            for pair in zip(range(run.a.start, run.a.end), range(run.b.start, run.b.end), strict=True)
        ]  # fmt: skip
    return _best(np.array(ours, dtype=np.int32), np.array(theirs, dtype=np.int32), [word.weight for word in a])


def _best(a: Table, b: Table, weights: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs of the heaviest way; of equally heavy ones the way that changes last."""
    kept, gone, new = _filled(a, b, weights)
    found: list[tuple[int, int]] = []
    i, j = len(a), len(b)
    state = _last(kept[i, j], gone[i, j], new[i, j])
    while i or j:
        if state == "kept":
            i, j = i - 1, j - 1
            found.append((i, j))
            state = _last(kept[i, j], gone[i, j], new[i, j])
        elif state == "gone":
            i -= 1
            state = _last(kept[i, j] - PRICE, gone[i, j], _FAR)
        else:
            j -= 1
            state = _last(kept[i, j] - PRICE, gone[i, j] - PRICE, new[i, j])
    return found[::-1]


def _last(kept: int, gone: int, new: int) -> Literal["kept", "gone", "new"]:
    """What the heaviest way ends with."""
    if new >= max(kept, gone):
        return "new"
    return "gone" if gone >= kept else "kept"


def _filled(a: Table, b: Table, weights: Sequence[int]) -> tuple[Table, Table, Table]:
    """For each two beginnings the weight of the best way that ends in a kept pair, in gone words, in new words."""
    kept, gone, new = (np.full((len(a) + 1, len(b) + 1), _FAR, dtype=np.int32) for _ in range(3))
    kept[0, 0] = 0
    for i in range(len(a) + 1):
        if i:
            before = np.maximum(np.maximum(kept[i - 1], gone[i - 1]), new[i - 1])[:-1]
            kept[i, 1:] = np.where(b == a[i - 1], before + weights[i - 1], _FAR)
            gone[i] = np.maximum(gone[i - 1], kept[i - 1] - PRICE)
        opened = np.maximum(kept[i], gone[i])[:-1] - PRICE
        new[i, 1:] = np.maximum.accumulate(opened)
    return kept, gone, new


@cache
def _joins(language: str) -> frozenset[str]:
    return frozenset(table(language, "align").get("joins", "").upper().split())


@cache
def _weight(key: str, language: str) -> int:
    """What keeping a word is worth."""
    if not key or key.isspace():
        return SPACE
    if key in _joins(language) or all(unicodedata.category(char)[0] in "PS" for char in key):
        return JOIN
    if language in _UNSPACED_LANGUAGES and not key.isascii():
        return CHARACTER * len(key)
    return SHORT_WORD if len(key) <= SHORT else WORD
