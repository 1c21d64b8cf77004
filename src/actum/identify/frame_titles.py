"""Where official texts may begin: their titles, over one line or several.

Takes       the lines of a page.
Gives       title blocks, as ranges of lines with the title they make, in order, not overlapping.
Method      a line, or up to four that run on, is a title where it has the shape of one (`frame.toml`, `title`).
Leaves out  whether a text follows: `frame_texts` asks that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from actum.identify.frame_cues import inside, patterns, start, title_span, whole
from actum.identify.frame_lines import Line
from actum.text.span import Span

MOST_LINES = 4
"""Lines that one title may run over; the sample has two, title pages of conventions up to four; 2026-11-25."""
LONGEST = 400
"""Folded characters of the longest title line; `frame.toml` allows no more, 2026-11-25."""
_NUMBER = re.compile(r"\d{2,3}/\d{1,3}\.")
STRONG = 12
"""From how many folded characters on a title is one in the midst of a page too, where a short one (`联合声明`) may be a
heading; set by hand, 2026-11-25."""


@dataclass(frozen=True, slots=True)
class Title:
    """Lines `first` to `last` (both belong to it), the title they make, folded, and where it stands in the page.

    `adopted` where the lines say who adopted a resolution: they head the text, but are not what it is called.
    """

    first: int
    last: int
    name: str
    span: Span
    adopted: bool = False

    @property
    def strong(self) -> bool:
        """Whether it is long enough to be one wherever it stands."""
        return len(self.name) >= STRONG


def titles_of(lines: Sequence[Line]) -> tuple[Title, ...]:
    """Every title block, in order; the longest block that starts at a line wins."""
    found: list[Title] = []
    at = 0
    while at < len(lines):
        title = _title_at(lines, at)
        if title:
            found.append(title)
        at = title.last + 1 if title else at + 1
    return tuple(found)


def _title_at(lines: Sequence[Line], at: int) -> Title | None:
    number = _NUMBER.fullmatch(lines[at].fold) is not None
    if len(lines[at].fold) > LONGEST or (lines[at].ended and not number):
        return None
    for count in range(min(MOST_LINES, len(lines) - at), 1, -1):
        block = lines[at : at + count]
        if _runs_on(block, number=number) and (inner := title_span(joined := _joined(block))):
            first = _first(block, inner)
            return Title(at + first, at + count - 1, inner.of(joined), _place(block, joined, inner))
    line = lines[at]
    if whole("title.adopted", line.fold):
        return Title(at, at, line.fold, line.span, adopted=True)
    if alone := title_span(line.fold):
        return Title(at, at, alone.of(line.fold), line.place(alone))
    return Title(at, at, line.fold, line.span) if _heads_a_resolution(lines, at) else None


def _heads_a_resolution(lines: Sequence[Line], at: int) -> bool:
    """Whether the next line is the body that adopts a text (大会，): whatever stands right before it is the title."""
    adopts = at + 1 < len(lines) and inside("text.adopts", lines[at + 1].fold)
    beside = any(whole(cue, lines[at].fold) for cue in ("credit.line", "furniture.line", "closing.line"))
    return adopts and not beside and not lines[at].fold.startswith(("[", "("))


def _place(block: Sequence[Line], joined: str, inner: Span) -> Span:
    """Where the title of a block stands in the page; what is beside it stands in the first or the last line."""
    first = _first(block, inner)
    before = len(_joined(block[: first + 1])) - len(block[first].fold)
    start = min(inner.start - before, len(block[first].fold) - 1)
    last = block[-1]
    end = max(1, len(last.fold) - (len(joined) - inner.end))
    return Span(block[first].place(Span(start, start + 1)).start, last.place(Span(end - 1, end)).end)


def _first(block: Sequence[Line], inner: Span) -> int:
    """The line of a block in which the title begins: the second where a number alone fills the first."""
    starts = [len(_joined(block[: at + 1])) - len(line.fold) for at, line in enumerate(block)]
    return max(at for at, start in enumerate(starts) if start <= inner.start)


def _runs_on(block: Sequence[Line], *, number: bool) -> bool:
    """Whether each line goes on in the next as titles do, and none is a credit or the like by itself.

    A resolution's number (`76/66.`) may stand in a line before its title.
    """
    if number and len(block) == 2:
        return not block[1].ended
    if number or any(
        line.ended or whole("credit.line", line.fold) or whole("furniture.line", line.fold) for line in block
    ):
        return False
    pairs = pairwise(block)
    return all(_open(here.fold, there.fold) and not _both(here.fold, there.fold) for here, there in pairs)


def _open(here: str, there: str) -> bool:
    """Whether the first line hangs, or ends as names do while the second begins as titles go on."""
    if any(asked.search(here) for asked in patterns("title.hangs")):
        return True
    return any(asked.search(here) for asked in patterns("title.first_ends")) and start("title.next_begins", there)


def _both(here: str, there: str) -> bool:
    """Whether two lines are a title each, so that the second opens a text of its own."""
    return bool(title_span(here)) and bool(title_span(there)) and not start("title.next_begins", there)


def _joined(block: Sequence[Line]) -> str:
    """The lines as one: Chinese without a space between, other scripts with one."""
    text = block[0].fold
    for line in block[1:]:
        wide = ord(text[-1:] or " ") >= 0x2E80 and ord(line.fold[:1] or " ") >= 0x2E80
        text += line.fold if wide else f" {line.fold}"
    return text
