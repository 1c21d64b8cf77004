"""Places of a text read off pages that the text itself speaks against.

Takes       the running text.
Gives       the spans of numbers that stand within a Chinese word or right behind a mark of punctuation, and of letters
            of other scripts that stand amid Chinese.
Method      a dictionary word across the number, were it not there; what is counted or dated behind it clears a number.
Leaves out  what should stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from actum.language.data import table
from actum.language.words import words
from actum.text.span import Span

AROUND = 8
"""Characters on either side of a number in which a word across it is sought, 2026-11-26."""

FEW = 2
"""Letters in a row at the most that are odd amid Chinese: names written in Latin letters have more, 2026-11-26."""

_HAN = "\u3400-\u9fff"
_NUMBER = re.compile(rf"(?<=[{_HAN}。；，！？”》）])[1-9][0-9]?(?=[{_HAN}]|$)", re.MULTILINE)
_ODD = re.compile(
    rf"(?<![^\W\d_{_HAN}])(?=[^\W\d_{_HAN}]*[^\x00-\x7f])[^\W\d_\u2e80-\uffef]{{1,{FEW}}}(?![^\W\d_{_HAN}])"
)
_ENDS = "。；！？”》）"
_MARKS = f"，{_ENDS}"


def stray_numbers(text: str) -> Iterator[Span]:
    """The numbers of one or two digits that stand in or behind a word as the mark of a note would, in order."""
    data = table("zh", "layout")
    for found in _NUMBER.finditer(text):
        before, behind = text[found.start() - 1], text[found.end() : found.end() + 1]
        counts = behind != "" and behind in data["counted"]
        within = before not in _MARKS and behind != "" and not (counts and before in data["before_count"])
        if (before in _ENDS and not counts) or (within and _is_in_word(text, found.span())):
            yield Span(*found.span())


def _is_in_word(text: str, place: tuple[int, int]) -> bool:
    """Whether a dictionary word reaches across a place of the text, were what stands there not there."""
    head = text[max(0, place[0] - AROUND) : place[0]].rpartition("\n")[2]
    tail = text[place[1] : place[1] + AROUND].partition("\n")[0]
    at = 0
    for word in words(head + tail):
        at += len(word)
        if at >= len(head):
            return at > len(head)
    return False


def odd_letters(text: str) -> Iterator[Span]:
    """Letters beyond ASCII of other scripts, few in a row, that touch Chinese characters, in order."""
    for found in _ODD.finditer(text):
        beside = text[max(0, found.start() - 1) : found.start()] + text[found.end() : found.end() + 1]
        if re.search(f"[{_HAN}]", beside):
            yield Span(*found.span())
