"""The words of a part of a text, as they are laid side by side.

Takes       a text and its language.
Gives       Tokens in order: each a place in the text and the key that it is compared by.
Method      the folded text is cut into dictionary words (an unspaced script) or at white space and punctuation; a date
            or an ordinal is one token (the patterns are data), and so is a number.
Leaves out  inflection: two forms of a Russian word are two words here.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from actum.language.data import table
from actum.language.words import words
from actum.model.alignment import Side
from actum.text.fold import fold
from actum.text.span import Part, Span

NOTHING = r"(?!)"
_UNSPACED_LANGUAGES = frozenset({"zh"})
# A number, letters of one script or another, or a mark; white space parts them.
_PIECE = re.compile(r"\d+(?:[.,/．，／。]\d+)*|[A-Za-z]+|(?:(?![A-Za-z])[^\W\d_])+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: its place in the established text, and its key."""

    span: Span
    key: str
    is_date: bool = False

    @property
    def is_mark(self) -> bool:
        """Whether it only punctuates."""
        return all(unicodedata.category(char)[0] in "PSZ" for char in self.key)


class Words:
    """The tokens of any part of one text."""

    def __init__(self, side: Side) -> None:
        self.text, self.language = side.text, side.language
        self.folded = fold(side.text)
        self.wholes = [
            Token(Span(*found.span()), found.group(), is_date=found["date"] is not None)
            for found in _wholes(side.language).finditer(self.folded.text)
        ]
        self.starts = [one.span.start for one in self.wholes]

    def of(self, part: Part) -> tuple[Token, ...]:
        """The tokens of a part in order; none for one that folds away."""
        place = self.folded.offsets.forward(part.span)
        return tuple(self._tokens(place)) if place else ()

    def quote(self, tokens: tuple[Token, ...]) -> Part | None:
        """The part from the first token to the last; None for none."""
        return Part.cut(self.text, Span(tokens[0].span.start, tokens[-1].span.end)) if tokens else None

    def _tokens(self, place: Span) -> Iterator[Token]:
        at = place.start
        for one in self.wholes[bisect_left(self.starts, place.start) : bisect_left(self.starts, place.end)]:
            if one.span.end <= place.end:
                yield from self._between(at, one.span.start)
                yield replace(one, span=self.folded.offsets.back(one.span))
                at = one.span.end
        yield from self._between(at, place.end)

    def _between(self, start: int, end: int) -> Iterator[Token]:
        for found in _PIECE.finditer(self.folded.text, start, end):
            at = found.start()
            for word in self._words(found.group()):
                yield Token(self.folded.offsets.back(Span(at, at + len(word))), word)
                at += len(word)

    def _words(self, piece: str) -> tuple[str, ...]:
        whole = self.language not in _UNSPACED_LANGUAGES or piece.isascii() or piece[0].isdigit()
        return (piece,) if whole else words(piece)


@cache
def _wholes(language: str) -> re.Pattern[str]:
    """Dates and ordinals, which are never cut."""
    found = table(language, "align")
    return re.compile(f"(?P<date>{found.get('dates') or NOTHING})|(?:{found.get('ordinals') or NOTHING})")
