"""Which lines of a page are official texts.

Takes       the lines of a page and what each is by itself (`frame_kinds`).
Gives       ranges of lines, in order, not overlapping, each with the rule by which it ends.
Method      a text runs from its title to its closing line; without one, to the last line before a credit, a news
            item, a letter or page furniture; without a title, from the first line that is none of these.
Leaves out  what stands between the texts: `frame_around` says that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from actum.identify.frame_cues import inside, patterns, whole
from actum.identify.frame_kinds import LineKind
from actum.identify.frame_lines import Line
from actum.identify.frame_titles import Title, titles_of
from actum.identify.frame_voice import goes_on, speaks

CLOSED = "frame:closing"
"""The rule by which a text ends at its closing line, with the signatures and annexes behind it."""
UNTITLED_LINES = 3
"""From how many lines of prose on a stretch before the first title is a text of its own rather than a lead; set by
hand, 2026-11-25."""

_STOPS = frozenset({"credit", "furniture", "news", "salutation", "circular"})
_BESIDE = frozenset({"credit", "furniture", "page", "closing", "cut"})
_ABROAD = frozenset({"news", "salutation", "circular"})


@dataclass(frozen=True, slots=True)
class TextLines:
    """An official text as a range of lines, `last` included; its title where it has one; why it ends there."""

    first: int
    last: int
    title: Title | None
    made_by: str


def texts_of(lines: Sequence[Line], kinds: Sequence[LineKind]) -> tuple[TextLines, ...]:
    """The official texts of a page in order; empty where nothing on it looks like one."""
    titles = _opening(lines, kinds)
    if not titles:
        return _headless(lines, kinds)
    found: list[TextLines] = []
    for title, limit in zip(titles, [*(later.first for later in titles[1:]), len(lines)], strict=True):
        if not found or title.first > found[-1].last:
            body = body_of(kinds, title.last + 1, limit)
            if body < limit:
                found.append(_until(lines, kinds, TextLines(title.first, body, title, ""), limit))
    before = _untitled(lines, kinds, found[0].first if found else len(lines), titled=bool(found))
    return (before, *found) if before else tuple(found)


def _headless(lines: Sequence[Line], kinds: Sequence[LineKind]) -> tuple[TextLines, ...]:
    """The text of a page without any title, as one that lost its head: it ends with a place and a day, and speaks."""
    one = _untitled(lines, kinds, len(lines), titled=False)
    if one is None or one.made_by != CLOSED:
        return ()
    closing = next(at for at in range(one.first, one.last + 1) if kinds[at] == "closing")
    placed = inside("closing.placed", lines[closing].fold)
    return (one,) if placed and speaks(lines, kinds, range(one.first, closing)) else ()


def _opening(lines: Sequence[Line], kinds: Sequence[LineKind]) -> list[Title]:
    """The titles that open a text: one of each run of them, none of a list that a colon announced."""
    runs: list[list[Title]] = []
    for title in titles_of(lines):
        between = range(runs[-1][-1].last + 1, title.first) if runs else range(0)
        if runs and not any(lines[at].long and kinds[at] == "prose" for at in between):
            runs[-1].append(title)
        else:
            runs.append([title])
    opened = [_head(kinds, run) for run in runs if not _listed(lines, run)]
    return [title for title in opened if _fresh(lines, kinds, title)]


def _head(kinds: Sequence[LineKind], run: Sequence[Title]) -> Title:
    """Of titles with no prose between them the one that opens the text.

    The last, for links and headlines may stand before it; but an earlier one where the run says who adopted the
    text, or where the very same title returns behind more than credits.
    """
    adopted = next((title for title in run if title.adopted), None)
    chosen = adopted or run[-1]
    for earlier in run:
        between = [kinds[at] for at in range(earlier.last + 1, chosen.first)]
        if earlier.first < chosen.first and _same(earlier, run[-1]) and (adopted or not set(between) <= _BESIDE):
            return earlier
    return chosen


def _same(one: Title, other: Title) -> bool:
    return one.name == other.name


def _listed(lines: Sequence[Line], run: Sequence[Title]) -> bool:
    """Whether titles stand in a list that the line before them announces."""
    first = run[0].first
    return first > 0 and lines[first - 1].fold.endswith(":") and not inside("title.announces", lines[first - 1].fold)


def _fresh(lines: Sequence[Line], kinds: Sequence[LineKind], title: Title) -> bool:
    """Whether a text may open here: a short title in the midst of prose is a heading."""
    before = title.first - 1
    return (
        before < 0 or title.strong or lines[title.first].heading or kinds[before] != "prose" or not lines[before].ended
    )


def body_of(kinds: Sequence[LineKind], at: int, limit: int) -> int:
    """The first line of prose from `at` on, past credits and a date under the title; `limit` where there is none."""
    while at < limit and kinds[at] in {"credit", "closing", "furniture", "cut", "page"}:
        at += 1
    return at if at < limit and kinds[at] == "prose" else limit


def _until(lines: Sequence[Line], kinds: Sequence[LineKind], text: TextLines, limit: int) -> TextLines:
    """The text with its end; it comes with the first line of its body as `last`."""
    closing = _closing(lines, kinds, text.last, limit)
    if closing is not None:
        last = _signed(lines, kinds, closing, limit)
        return TextLines(text.first, last, text.title, CLOSED)
    last = _stopped(lines, kinds, text.last, limit)
    made_by = "frame:end" if last == len(lines) - 1 else f"frame:before-{kinds[last + 1]}"
    return TextLines(text.first, last, text.title, made_by)


def _closing(lines: Sequence[Line], kinds: Sequence[LineKind], body: int, limit: int) -> int | None:
    """The text's closing line: the last one before anything that is surely abroad; a credit in between ends it too.

    A credit or a piece of furniture does not part a text from its first closing line, but from a second one.
    """
    found: int | None = None
    stopped = False
    for at in range(body, limit):
        if (kinds[at] in _ABROAD and not _amid(lines, kinds, at, limit, closed=found is not None)) or (
            found is not None and stopped
        ):
            break
        stopped = stopped or kinds[at] in _STOPS
        if kinds[at] == "closing":
            found = at
            stopped = False
    return found


def _amid(lines: Sequence[Line], kinds: Sequence[LineKind], at: int, limit: int, *, closed: bool) -> bool:
    """Whether a foreign line stands amid a text: a news item pasted in, or furniture of the page."""
    return not closed and kinds[at] in {"news", "credit", "furniture"} and goes_on(lines, kinds, at, limit)


def _signed(lines: Sequence[Line], kinds: Sequence[LineKind], closing: int, limit: int) -> int:
    """The last line of the signatures and annexes behind a closing line; the closing line where there are none."""
    last = closing
    for at in range(closing + 1, limit):
        if whole("closing.goes_on", lines[at].fold):
            return _stopped(lines, kinds, at, limit)
        if not (whole("closing.sign", lines[at].fold) or (last > closing and _name(lines[at]))):
            break
        last = at
    return last


def _name(line: Line) -> bool:
    """Whether a line under a signature's office is a name."""
    return any(asked.fullmatch(line.raw) for asked in patterns("closing.name"))


def _stopped(lines: Sequence[Line], kinds: Sequence[LineKind], body: int, limit: int) -> int:
    """The last line of a text without a closing line."""
    last = body
    for at in range(body, limit):
        stops = kinds[at] in _STOPS and not _amid(lines, kinds, at, limit, closed=False)
        if stops or (kinds[at] == "cut" and not _resumes(lines, kinds, at, limit)):
            break
        if kinds[at] not in {"cut", "page", *_STOPS}:
            last = at
    return last


def _resumes(lines: Sequence[Line], kinds: Sequence[LineKind], cut: int, limit: int) -> bool:
    """Whether a text that is cut here goes on further down, behind a line that says so."""
    if whole("cut.begins", lines[cut].fold):
        return True
    return any(kinds[at] == "cut" and whole("cut.begins", lines[at].fold) for at in range(cut + 1, limit))


def _untitled(lines: Sequence[Line], kinds: Sequence[LineKind], limit: int, *, titled: bool) -> TextLines | None:
    """The text without a title before `limit`, None where there is none.

    Before a titled text it needs several lines of prose, or a mark that it goes on from elsewhere.
    """
    first = body_of(kinds, 0, limit)
    prose = [at for at in range(first, limit) if kinds[at] == "prose" and lines[at].long]
    if first == limit or not prose or "salutation" in kinds[:limit]:
        return None
    continued = any(whole("cut.begins", lines[at].fold) for at in range(first))
    if titled and not continued and (len(prose) < UNTITLED_LINES or "news" in kinds[:limit]):
        return None
    return _until(lines, kinds, TextLines(first, first, None, ""), limit)


def inner_runs(kinds: Sequence[LineKind], text: TextLines) -> Iterator[range]:
    """Runs of lines within a text that are no part of it: credits, furniture, news, jump lines, page numbers."""
    foreign = [at for at in range(text.first, text.last) if kinds[at] in {"credit", "furniture", "news", "cut", "page"}]
    starts = [at for before, at in pairwise([-2, *foreign]) if at != before + 1 or kinds[at] != kinds[before]]
    for first, following in pairwise([*starts, len(kinds)]):
        yield range(first, max(at for at in foreign if at < following) + 1)
