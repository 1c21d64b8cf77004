"""Tell what each line of a text is: title, heading, paragraph, list item, or half of a broken sentence.

Takes       an established text, one paragraph a line; blank lines are passed over.
Gives       blocks in order of the text; a paragraph that a page split broke over lines is one block.
Method      a line without an end mark is a heading or broken. It is a heading where it is numbered, stands at the
            head, or is short and opens nothing; it is broken where a line that ends a sentence follows and the
            line has clauses, a speaker at its head, more than a heading's length or a word over the seam.
Leaves out  tables, running heads and page numbers: establishing the text has taken them away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from actum.divide.layout import Layout
from actum.language.tell import told_language
from actum.language.words import is_word
from actum.text.span import Span

BlockKind = Literal["title", "heading", "paragraph", "item"]
_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Block:
    """One or more lines that belong together; `level` is the depth of a heading, 0 elsewhere."""

    span: Span
    kind: BlockKind
    level: int = 0


def blocks(text: str, layout: Layout) -> Iterator[Block]:
    """The blocks of a text in order."""
    lines = list(_lines(text))
    ended = [_ended(text, line, layout) for line in lines]
    last_ended = max((i for i, done in enumerate(ended) if done), default=-1)
    i = 0
    previous: Block | None = None
    while i < len(lines):
        level = _heading_level(text, lines, i, layout, ended)
        if previous is None and not level and i < last_ended and _title(text, lines[i], layout):
            end = _title_end(text, lines, i, ended)
            previous = Block(Span(lines[i].start, lines[end].end), "title")
        elif level and i < last_ended:
            end, previous = i, Block(lines[i], "heading", level)
        else:
            end = _broken_until(text, lines, i, layout)
            item = _item(text, lines[i], previous, layout)
            previous = Block(Span(lines[i].start, lines[end].end), "item" if item else "paragraph")
        yield previous
        i = end + 1


# The depth of a heading that has no number: under every numbered kind but the bracketed one.
BARE_LEVEL = 3
_INTRODUCES = "：:；;，,"


def _heading_level(text: str, lines: list[Span], i: int, layout: Layout, ended: list[bool]) -> int:
    """The level of a heading line, 0 for any other."""
    if ended[i]:
        return 0
    bare = i > 0 and i + 1 < len(lines) and ended[i + 1] and _bare_heading(text, lines, i, layout)
    return _level(text, lines[i], layout) or (BARE_LEVEL if bare else 0)


def _title(text: str, line: Span, layout: Layout) -> bool:
    whole = text[line.end - 1] in layout.line_ends + layout.soft_line_ends
    return not whole and not _has_clauses(text, line, layout)


def _item(text: str, line: Span, previous: Block | None, layout: Layout) -> bool:
    """A line with an item's mark, behind another item or words that lead to a list."""
    if previous is None or layout.item.match(text, line.start) is None:
        return False
    return previous.kind == "item" or text[previous.span.end - 1] in _INTRODUCES


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        yield Span(start, start + len(line.strip()))


def _ended(text: str, line: Span, layout: Layout) -> bool:
    last = text[line.end - 1]
    return last in layout.line_ends or last in layout.soft_line_ends


def _has_clauses(text: str, line: Span, layout: Layout) -> bool:
    return any(mark in layout.clause_ends for mark in text[line.start : line.end])


def _level(text: str, line: Span, layout: Layout) -> int:
    if len(line) > layout.longest_heading:
        return 0
    found = (level for level, pattern in layout.headings if pattern.match(text, line.start, line.end))
    return next(found, 0)


def _title_end(text: str, lines: list[Span], first: int, ended: list[bool]) -> int:
    """A title may run over two lines: the first breaks off before the words that say what the text is about."""
    second = first + 1
    joins = second < len(lines) and not ended[second] and text.startswith(_TITLE_GOES_ON, lines[second].start)
    return second if joins else first


_TITLE_GOES_ON = ("关于", "在", "联合", "就")


def _bare_heading(text: str, lines: list[Span], i: int, layout: Layout) -> bool:
    line = lines[i]
    if len(line) > layout.longest_bare_heading or _has_clauses(text, line, layout):
        return False
    words = text[line.start : line.end]
    if words[-1] in layout.broken_line_ends or layout.alone.match(words):
        return False
    if words.startswith(layout.opens_sentence) or layout.item.match(words):
        return False
    return not (layout.seam_words and _word_over_seam(text, line, lines[i + 1]))


def _word_over_seam(text: str, before: Span, after: Span) -> bool:
    left, right = text[before.end - 2 : before.end], text[after.start : after.start + 2]
    return any(is_word(a + b) for a in (left, left[-1:]) for b in (right, right[:1]))


def _broken_until(text: str, lines: list[Span], first: int, layout: Layout) -> int:
    """The index of the line with which the sentence that line `first` breaks off comes to its end; else `first`."""
    i = first
    while i + 1 < len(lines) and _breaks_off(text, lines, i, layout):
        i += 1
    return i if i == first or text[lines[i].end - 1] in layout.line_ends else first


def _breaks_off(text: str, lines: list[Span], i: int, layout: Layout) -> bool:
    line, after = lines[i], lines[i + 1]
    last = text[line.end - 1]
    if last in layout.line_ends or layout.alone.match(text, line.start, line.end):
        return False
    told = {told_language(line.of(text)), told_language(after.of(text))}
    if len(told) == 2 and "" not in told:  # no sentence goes on in another language
        return False
    if _level(text, after, layout) or layout.item.match(text, after.start):
        return False
    if layout.alone.match(text, after.start, after.end):
        return False
    if last in layout.soft_line_ends:
        return not _soft_neighbour(text, lines, i, layout)
    return True


def _soft_neighbour(text: str, lines: list[Span], i: int, layout: Layout) -> bool:
    """A comma ends each paragraph of a preamble, but one alone shows a broken line."""
    beside = (lines[j] for j in (i - 1, i + 1) if 0 <= j < len(lines))
    return any(text[line.end - 1] in layout.soft_line_ends for line in beside)
