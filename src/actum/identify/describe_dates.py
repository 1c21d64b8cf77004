"""The day and the place of a text, from its own words.

Takes       the lines of a text, and the credit lines that stand beside it in its copies.
Gives       When: the day in EDTF and the place, each with its part where the text itself has it.
Method      four looks, the surest first: the closing line, the line under the title, the words of the opening that
            issue the text, the dateline of an agency.
Leaves out  days of publication on a page, and any guess at the year of a dateline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from actum.identify.describe_cues import asked, found, part_of, spoken
from actum.identify.frame_cues import whole
from actum.identify.frame_lines import Line, lines_of
from actum.language.data import table
from actum.text.span import Part, Span

OPENING_LINES = 6
"""Lines of a text that may say on what occasion it was issued, its title not counted; the sample needs two,
2026-11-25."""
HEAD_LINES = 8
"""Short lines at the head of a text that may bear its day; a resolution has five, 2026-11-25."""
_DIGITS = {
    char: value
    for value, chars in enumerate(("〇○零0Oo", "一", "二", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
_SENTENCE = re.compile(r"[^.!?;]+[.!?;]?")


@dataclass(frozen=True, slots=True)
class When:
    """Empty strings and None where the text does not say; `agency` is the agency line where it lies in the text."""

    date: str = ""
    date_part: Part | None = None
    place: str = ""
    place_part: Part | None = None
    agency: Part | None = None


def when(text: str, lines: Sequence[Line], *, language: str, title_end: int, beside: str) -> When:
    """The day and place; `title_end` is the first line behind the title."""
    agency = next(_datelines(text, lines, language), When())
    looks = (
        _closing(text, lines[title_end:], language),
        _head(text, lines[:HEAD_LINES], language),
        _opening(text, lines[title_end : title_end + OPENING_LINES], language),
        agency,
        _beside(beside, language),
    )
    best = next((look for look in looks if look.date), When())
    place = best if best.place else next((look for look in looks if look.place and _agree(look, best)), When())
    return When(best.date, best.date_part, place.place, place.place_part, agency.agency or _bare(text, lines, language))


def _agree(one: When, best: When) -> bool:
    """Whether a place found with another date may go with this one: the days must not contradict each other."""
    return not best.date or not one.date or one.date.removeprefix("XXXX") in best.date


def _closing(text: str, lines: Sequence[Line], language: str) -> When:
    for line in reversed(lines[1:]):
        if whole("closing.line", line.fold) and (day := next(days(text, line, language), None)):
            return _placed(text, line, language, "closing.place", day)
    return When()


def _head(text: str, lines: Sequence[Line], language: str) -> When:
    """A day in the short lines of the head: where it says who adopted the text, else alone or with a place."""
    short = list(takewhile(lambda line: not line.long, lines))
    for cue, place in (("title.adopted", ""), ("closing.line", "closing.place")):
        for line in short:
            if whole(cue, line.fold) and (day := next(days(text, line, language), None)):
                return _placed(text, line, language, place, day)
    return When()


def _opening(text: str, lines: Sequence[Line], language: str) -> When:
    """The day of the occasion, where the opening says that this text was issued on it."""
    sentences = [(line, Span(*one.span())) for line in lines if line.long for one in _SENTENCE.finditer(line.fold)]
    issued = [place for place in sentences if _has(language, "occasion.issued", *place)]
    if not issued:
        return When()
    dated = [(place, day) for place in sentences for day in _own_days(text, *place, language)]
    there = [day for place, day in dated if place in issued]
    held = [day for place, day in dated if _has(language, "occasion.held", *place)]
    day = next(iter(there or held), None)
    if day is None:
        return When()
    places = (
        _place(text, line, match)
        for line, span in issued
        for pattern in asked(language, "occasion.place")
        for match in pattern.finditer(line.fold, span.start, span.end)
    )
    place, part = next(places, ("", None))
    return When(day[0], day[1], place, part)


def _has(language: str, cue: str, line: Line, span: Span) -> bool:
    return any(pattern.search(line.fold, span.start, span.end) for pattern in asked(language, cue))


def _own_days(text: str, line: Line, span: Span, language: str) -> Iterator[tuple[str, Part]]:
    """The days and intervals of a sentence that are not those of another text it names."""
    taken: list[Span] = []
    for cue in ("date.interval", "date.day"):
        for pattern in asked(language, cue):
            for match in pattern.finditer(line.fold, span.start, span.end):
                here = Span(*match.span())
                other = any(one.match(line.fold, match.end()) for one in asked(language, "date.other"))
                day = _edtf(match, language)
                if day and not other and not any(here.overlaps(before) for before in taken):
                    taken.append(here)
                    yield day, part_of(text, line, match)


def days(text: str, line: Line, language: str) -> Iterator[tuple[str, Part]]:
    """The days that a line writes out, in EDTF, with their parts."""
    for match in found(language, "date.day", line):
        if day := _edtf(match, language):
            yield day, part_of(text, line, match)


def days_in(folded: str, language: str) -> Iterator[str]:
    """The days with their year that a folded text with ASCII marks writes out, in EDTF."""
    for pattern in asked(language, "date.day"):
        for match in pattern.finditer(folded):
            day = _edtf(match, language)
            if day and not day.startswith("X"):
                yield day


def _placed(text: str, line: Line, language: str, cue: str, day: tuple[str, Part]) -> When:
    place, part = next((_place(text, line, match) for match in found(language, cue, line)), ("", None))
    return When(day[0], day[1], place, part)


def _place(text: str, line: Line, match: re.Match[str]) -> tuple[str, Part | None]:
    part = part_of(text, line, match, "p")
    return (spoken(text, line, Span(*match.span("p"))).strip(), part) if part.text.strip() else ("", None)


def _datelines(text: str, lines: Sequence[Line], language: str) -> Iterator[When]:
    """The agency datelines that lie in the text; credit lines only, a dateline quoted in prose says nothing."""
    for line in lines:
        if whole("credit.line", line.fold):
            for match in found(language, "agency.line", line):
                day = _edtf(match, language)
                place, part = _place(text, line, match)
                yield When(day, part_of(text, line, match), place, part, Part.cut(text, line.span))


def _bare(text: str, lines: Sequence[Line], language: str) -> Part | None:
    """An agency named alone in a line of its own."""
    named = (line for line in lines for _ in found(language, "agency.bare", line))
    return next((Part.cut(text, line.span) for line in named), None)


def _beside(beside: str, language: str) -> When:
    """What the credit lines beside the text agree on; their places are in no text of ours, so they give no part."""
    looks = list(_datelines(beside, lines_of(beside), language))
    if len({(look.date, look.place) for look in looks}) != 1:
        return When()
    return When(looks[0].date, None, looks[0].place, None)


def _edtf(match: re.Match[str], language: str) -> str:
    """A match as EDTF; empty where it is no day of the calendar."""
    groups = match.groupdict()
    months = table(language, "describe").get("months", {})
    year = _number(groups.get("y") or "")
    month = months.get((groups["m"] or "").lower()) or _number(groups["m"] or "")
    start = _day(year, month, _number(groups["d"] or ""))
    if "d2" not in groups:
        return start
    month2 = groups.get("m2") or ""
    later = months.get(month2.lower()) or _number(month2) or month
    end = _day(_number(groups.get("y2") or "") or year, later, _number(groups["d2"] or ""))
    return f"{start}/{end}" if start and start < end else ""


def _day(year: int, month: int, day: int) -> str:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ""
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"XXXX-{month:02d}-{day:02d}"


def _number(written: str) -> int:
    """A number in digits, in Chinese digits (二〇二五) or counted (二十五); 0 where it is none."""
    if written.isascii() and written.isdigit():
        return int(written)
    if "十" in written:
        tens, _, ones = written.partition("十")
        return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
    if not written or any(char not in _DIGITS for char in written):
        return 0
    return int("".join(str(_DIGITS[char]) for char in written))
