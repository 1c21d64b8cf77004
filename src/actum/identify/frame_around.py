"""What stands around the official texts of a page.

Takes       the lines of a page, what each is by itself, and a range of them that holds no official text.
Gives       runs of lines, each with its kind: the letter and the circular that carry a text, credits, news items,
            furniture, marks of a cut.
Method      a letter runs from the address before its salutation to the names under its farewell; what precedes it
            is the circular; news items begin at datelines, behind unfinished lines and behind signed ends.
Leaves out  whether a news item reports on the text beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from actum.identify.frame_cues import inside, start
from actum.identify.frame_kinds import LineKind, SegmentKind
from actum.identify.frame_lines import Line

ADDRESS_LINES = 8
"""How many short lines before a salutation belong to a letter's head; the sample has five, 2026-11-25."""
NAME_LINES = 12
"""How many short lines under a farewell belong to a letter; six for each of two signatories, 2026-11-25."""

_NUMBERED = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、)]")

Run = tuple[range, SegmentKind]


def runs_around(lines: Sequence[Line], kinds: Sequence[LineKind], where: range, *, after_text: bool) -> Iterator[Run]:
    """The runs of `where` in order, covering every line of it."""
    letter = _letter(lines, kinds, where)
    if letter is None:
        yield from _plain(lines, kinds, where, after_text=after_text)
        return
    yield from _before_letter(lines, kinds, range(where.start, letter.start), after_text=after_text)
    yield letter, "letter"
    yield from runs_around(lines, kinds, range(letter.stop, where.stop), after_text=after_text)


def _letter(lines: Sequence[Line], kinds: Sequence[LineKind], where: range) -> range | None:
    """The first letter of a range: head, salutation, farewell, names."""
    hail = next((at for at in where if kinds[at] == "salutation"), None)
    if hail is None:
        return None
    first = hail
    while first > where.start and hail - first < ADDRESS_LINES and _short(lines[first - 1], kinds[first - 1]):
        first -= 1
    last = next((at for at in range(hail + 1, where.stop) if kinds[at] == "farewell"), None)
    if last is None:
        last = next((at - 1 for at in range(hail + 1, where.stop) if kinds[at] in {"credit", "news"}), where.stop - 1)
        return range(first, last + 1)
    end = last + 1
    while end < where.stop and end - last <= NAME_LINES and _short(lines[end], kinds[end]):
        end += 1
    return range(first, end)


def _short(line: Line, kind: LineKind) -> bool:
    """Whether a line may stand in a letter's head or under its farewell."""
    plain = kind in {"prose", "closing", "salutation"} and not line.heading
    return plain and not line.long and not line.ended and not _NUMBERED.match(line.fold)


def _before_letter(
    lines: Sequence[Line], kinds: Sequence[LineKind], where: range, *, after_text: bool
) -> Iterator[Run]:
    """A circular where its heading or its words say so, else what the lines are."""
    if any(kinds[at] == "circular" or inside("circular.body", lines[at].fold) for at in where):
        yield where, "circular"
    else:
        yield from _plain(lines, kinds, where, after_text=after_text)


def _plain(lines: Sequence[Line], kinds: Sequence[LineKind], where: range, *, after_text: bool) -> Iterator[Run]:
    """Line by line, neighbours of a kind together, news items apart."""
    first = where.start
    news = False
    kind: SegmentKind = "furniture"
    for at in where:
        opens_news = at + 1 in where and lines[at + 1].parted and kinds[at] == "credit" and kinds[at + 1] != "credit"
        here = "news" if opens_news else _one(lines[at], kinds[at], news=news, after_text=after_text)
        if at > first and (here != kind or (here == "news" and _new_item(lines, at))):
            yield range(first, at), kind
            first = at
        kind = here
        news = news or here == "news"
    if first < where.stop:
        yield range(first, where.stop), kind


def _one(line: Line, kind: LineKind, *, news: bool, after_text: bool) -> SegmentKind:
    """What a line outside texts and letters is; once news has begun, what no cue answers is news."""
    if kind in {"cut", "credit", "furniture", "news", "circular"}:
        return kind
    if kind == "page" or (not line.long and not news):
        return "furniture"
    if inside("circular.body", line.fold) and not after_text:
        return "circular"
    return "news"


def _new_item(lines: Sequence[Line], at: int) -> bool:
    """Whether a news item begins: at a dateline or mark, behind an unfinished teaser or a signed end."""
    before = lines[at - 1]
    if lines[at].parted:
        return False
    signed = inside("news.end", before.fold)
    opens = start("news.start", lines[at].fold) or start("news.item", lines[at].fold)
    return opens or signed or (before.long and not before.ended)
