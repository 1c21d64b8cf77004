"""The words of a part of a text, as they are laid side by side.

Takes       a text and its language.
Gives       Tokens in order: each a place in the text and the key that it is compared by.
Method      the folded text is cut into dictionary words (an unspaced script) or at white space and punctuation; numbers
            are words of their own.
Leaves out  inflection: two forms of a Russian word are two words here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from actum.language.words import words
from actum.model.alignment import Side
from actum.text.fold import fold
from actum.text.span import Part, Span

_UNSPACED_LANGUAGES = frozenset({"zh"})
_WORD = re.compile(r"\d+(?:[.,/．，／。]\d+)*|[^\W\d_]+|\s+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: its place in the established text, and its key."""

    span: Span
    key: str

    @property
    def is_mark(self) -> bool:
        """Whether it only punctuates."""
        return all(unicodedata.category(char)[0] in "PSZ" for char in self.key)


class Words:
    """The tokens of any part of one text."""

    def __init__(self, side: Side) -> None:
        self.text, self.language = side.text, side.language
        self.folded = fold(side.text)

    def of(self, part: Part) -> tuple[Token, ...]:
        """The tokens of a part in order; none for one that folds away."""
        place = self.folded.offsets.forward(part.span)
        return tuple(self._tokens(place)) if place else ()

    def quote(self, tokens: tuple[Token, ...]) -> Part | None:
        """The part from the first token to the last; None for none."""
        return Part.cut(self.text, Span(tokens[0].span.start, tokens[-1].span.end)) if tokens else None

    def _tokens(self, place: Span) -> Iterator[Token]:
        start = place.start
        for word in self._words(place.of(self.folded.text)):
            span = Span(start, start + len(word))
            start = span.end
            if not word.isspace():
                yield Token(self.folded.offsets.back(span), word)

    def _words(self, text: str) -> Iterator[str]:
        """Words, marks and white space; joined they are `text` again."""
        if self.language not in _UNSPACED_LANGUAGES:
            yield from _WORD.findall(text)
            return
        for word in words(text):
            yield from _WORD.findall(word) if word.isascii() else (word,)
