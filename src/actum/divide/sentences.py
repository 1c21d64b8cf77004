"""Cut a block into sentences, and a sentence into clauses.

Takes       a text and the span of a block or sentence in it.
Gives       spans in order, without the white space around them; together they hold every other character.
Method      a sentence ends at an end mark and the closing marks behind it, or at the end of its block; a clause at
            a comma, semicolon or colon outside brackets, quotes and titles.
Leaves out  clauses that no mark parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from actum.divide.layout import Layout
from actum.text.span import Span


def sentences(text: str, block: Span, layout: Layout) -> Iterator[Span]:
    """The sentences of a block in order; at least one where the block is not blank."""
    start = block.start
    for end in layout.sentence_end.finditer(text, block.start, block.end):
        yield _bare(text, start, end.end())
        start = end.end()
    rest = _bare(text, start, block.end)
    if rest:
        yield rest


def clauses(text: str, sentence: Span, layout: Layout) -> Iterator[Span]:
    """The clauses of a sentence in order, each with the mark that ends it."""
    start, depth = sentence.start, 0
    for mark in layout.clause_mark.finditer(text, sentence.start, sentence.end):
        if mark.group() in layout.openers:
            depth += 1
        elif mark.group() in layout.closers:
            depth = max(depth - 1, 0)
        elif not depth:
            yield _bare(text, start, mark.end())
            start = mark.end()
    rest = _bare(text, start, sentence.end)
    if rest:
        yield rest


def _bare(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return Span(first, first + len(words.strip()))
