"""By when a thing is to be done: words, a date, a meeting, soon.

Takes       the scope of a position, the readable text of its work, the registry.
Gives       Dues in order of place; none for a position that looks back, or that says no time.
Method      forms of `language/LANG/due.toml`, each with its rule; what stands in a longer form is part of it. A
            meeting that is named is an event of the registry: by its own name, or by the treaty and the year or number
            in its name (`due:meeting-of-treaty`); its treaty must be named there or in the paragraph. What was past
            when the text was written is never due.
Leaves out  which meeting the next one is: only a full list of them would tell. Dates inside titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from actum.language.data import table
from actum.model.entry import Due, DueReading
from actum.model.fact import Mention, Position
from actum.model.read_work import ReadWork
from actum.regime.days import is_after
from actum.regime.due_dates import in_time_until, number, within, written_date, year_of_work
from actum.regime.ledger.text import LedgerText, Scope
from actum.regime.subjects import UNKNOWN, subjects
from actum.registry.load import Registry
from actum.registry.row import Row
from actum.text.span import Span

LOOKS_FORWARD = frozenset({"undertake", "decide", "call-on", "advocate", "support", "reaffirm"})
"""Acts whose matter is still to come; what is stated, welcomed, regretted or condemned falls due for nobody."""

ANCHOR = 30
"""Characters in which stands what a span of time runs from (在条约生效后90日内), by eye, 2026-11-26."""
Read = tuple[Span, Due]


def dues(position: Position, scope: Scope, text: LedgerText, registry: Registry) -> tuple[Due, ...]:
    """By when the position's matter is to be done, in order of place."""
    rules = table(text.work.language, "due")
    if position.act not in LOOKS_FORWARD or not rules:
        return ()
    found = [*_dates(scope, text, rules), *_vague(scope, text, rules), *_meetings(scope, text, rules, registry)]
    longest = sorted(found, key=lambda one: (one[0].start, -one[0].end, one[1].reads))
    kept: list[Read] = []
    names = [span for span, due in found if due.reads == "event"]
    for span, due in longest:
        # 于|2026年第七次审议大会|前: a date that is the head of a meeting's name
        cut = due.reads == "date" and any(span.start < one.start < span.end < one.end for one in names)
        if not cut and not any(span in other for other, _ in kept):
            kept.append((span, due))
    return tuple(due for _, due in kept if not _was_past(due, text.work))


def _due(span: Span, text: LedgerText, reads: DueReading, rule: str, *, edtf: str = "", event: str = "") -> Read:
    until = ""
    if reads == "date":
        until = in_time_until(span.of(text.text), edtf, table(text.work.language, "due")["in_time"])
    return span, Due(text.back(span), reads, edtf, event, rule, until)


def _was_past(due: Due, work: ReadWork) -> bool:
    return due.reads == "date" and bool(due.edtf) and is_after(work.date, due.edtf)


def _dates(scope: Scope, text: LedgerText, rules: dict[str, Any]) -> Iterator[Read]:
    for rule, pattern in _forms(text.work.language):
        for match in text.found(pattern, scope):
            edtf = written_date(match, rules["digits"], rules["months"])
            yield _due(Span(*match.span()), text, "date" if edtf else "written", rule, edtf=edtf)
    for form in rules["relative"]:
        for match in text.found(_pattern(form["find"]), scope):
            edtf = year_of_work(text.work.date, int(form["years"]))
            yield _due(Span(*match.span()), text, "date" if edtf else "written", form["rule"], edtf=edtf)
    yield from _spans_of_time(scope, text, rules)
    yield from _sessions(scope, text, rules)


def _spans_of_time(scope: Scope, text: LedgerText, rules: dict[str, Any]) -> Iterator[Read]:
    form = rules["within"]
    for match in text.found(_pattern(form["find"]), scope):
        count = number(match["count"] or match["count2"], rules["digits"])
        unit = form["units"][match["unit"] or match["unit2"]]
        begun = max(scope.lead.start, match.start() - ANCHOR)
        before = text.untitled[begun : match.start()]
        elsewhere = _pattern(form["from_elsewhere"]).search(before)
        edtf = "" if elsewhere or not unit else within(text.work.date, count, unit)
        anchored = elsewhere is not None and elsewhere["anchor"]
        span = Span(begun + elsewhere.start() if elsewhere and anchored else match.start(), match.end())
        yield _due(span, text, "date" if edtf else "written", form["rule"], edtf=edtf)


def _sessions(scope: Scope, text: LedgerText, rules: dict[str, Any]) -> Iterator[Read]:
    form = rules["session"]
    for match in text.found(_pattern(form["find"]), scope):
        said = number(match["number"] or match["number2"], rules["digits"])
        if said < form["least"]:
            continue
        year, month = form["opened"] + said, form["month"]
        edtf = f"{year:04d}-{month:02d}/{year + 1:04d}-{month:02d}"
        yield _due(Span(*match.span()), text, "date", form["rule"], edtf=edtf)


def _vague(scope: Scope, text: LedgerText, rules: dict[str, Any]) -> Iterator[Read]:
    readings: tuple[tuple[str, DueReading], ...] = (("soon", "soon"), ("at_once", "at-once"), ("written", "written"))
    for key, reads in readings:
        for match in text.found(_words(text.work.language, key), scope):
            yield _due(Span(*match.span()), text, reads, f"due:{reads}")
    for match in text.found(_pattern(rules["next"]["find"]), scope, titles=True):
        yield _due(Span(*match.span()), text, "next", rules["next"]["rule"])


def _meetings(scope: Scope, text: LedgerText, rules: dict[str, Any], registry: Registry) -> Iterator[Read]:
    spans = [scope.lead, *([scope.matter] if scope.matter else [])]
    for place, mention in (pair for span in spans for pair in text.named_in(span)):
        if mention.kind == "event":
            yield from _meeting(place, mention, text, rules, registry)


def _meeting(
    place: Span, mention: Mention, text: LedgerText, rules: dict[str, Any], registry: Registry
) -> Iterator[Read]:
    row, rule = registry.row(mention.id), "due:meeting-by-name"
    words = place.of(text.text)
    if row is None and mention.id.startswith(UNKNOWN):
        row, rule = _of_treaty(words, mention.id, rules, registry), "due:meeting-of-treaty"
    year, count = _which(words, rules)
    edtf = f"{year:04d}" if year else ""
    if _pattern(rules["meeting"]["not_behind"]).match(text.text, place.end):
        return
    if row is not None and _is_meeting(row) and not _fits(row, words, mention, text, registry):
        yield _due(place, text, "event", "due:meeting-of-unnamed-treaty", edtf=edtf, event=f"{UNKNOWN}{words}")
    elif row is not None and _is_meeting(row):
        if not any(is_after(text.work.date, event.date) for event in row.events):
            yield _due(place, text, "event", rule, edtf=edtf, event=row.slug)
    elif row is None and _pattern(rules["meeting"]["find"]).search(words) and (year or count):
        yield _due(place, text, "event", "due:meeting-unknown", edtf=edtf, event=mention.id)


def _fits(row: Row, words: str, mention: Mention, text: LedgerText, registry: Registry) -> bool:
    """Whether a meeting's treaty is named in its own words or in its paragraph: a year's review may be any treaty's."""
    treaties = {slug for _, of in row.relates for slug in of}
    if treaties & set(subjects(f"{UNKNOWN}{words}", registry)):
        return True
    paragraph = mention.division.rpartition(".")[0]
    beside = (one for one in text.work.mentions if one.division.rpartition(".")[0] == paragraph)
    return any(treaties & set(subjects(one.id, registry)) for one in beside if one.id != mention.id)


def _is_meeting(row: Row) -> bool:
    return any(event.type == "review-conference" for event in row.events)


def _of_treaty(words: str, slug: str, rules: dict[str, Any], registry: Registry) -> Row | None:
    """The one meeting of the treaty named in the words whose own names have the same year or number."""
    year, count = _which(words, rules)
    treaties = set(subjects(slug, registry)) - {slug}
    rows = [
        row
        for row in registry.rows
        if _is_meeting(row) and any(treaties & set(of) for _, of in row.relates) and (year or count)
        if all(
            asked in {0, *(_which(name.text, rules)[at] for name in row.names)}
            for at, asked in enumerate((year, count))
        )
    ]
    return rows[0] if len(rows) == 1 else None


def _which(words: str, rules: dict[str, Any]) -> tuple[int, int]:
    """The year and the number in a meeting's name; 0 for one that is not there."""
    year = _pattern(rules["meeting"]["year"]).search(words)
    count = _pattern(rules["meeting"]["number"]).search(words)
    said = (count["number"] or count["number2"]) if count else ""
    return int(year["year"]) if year else 0, number(said, rules["digits"])


@cache
def _forms(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules = table(language, "due")
    return tuple(
        (one["rule"], re.compile(one["find"].replace("{date}", rules["date"]).replace("{part}", rules["part"])))
        for one in rules["form"]
    )


@cache
def _words(language: str, key: str) -> re.Pattern[str]:
    rules = table(language, "due")
    words = "|".join(re.escape(word) for word in sorted(rules[key].split(), key=lambda word: (-len(word), word)))
    never = rules.get(f"no_{key}")
    return re.compile((f"(?!{never})" if never else "") + f"(?:{words})")


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)
