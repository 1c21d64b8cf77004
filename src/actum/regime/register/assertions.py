"""What a text itself says became of an instrument, as events according to its holders.

Takes       a work with its mentions and positions, and the registry.
Gives       events with work, division and quote, in order of place; each once, however often the text repeats it.
Method      around each name of an instrument the language's rules are tried in order; a state, and a date, count only
            where they were read as such in just that place. Exact or nothing: conditions, wishes, hearsay and
            negations before the wording, in its clause, forbid it.
Leaves out  works without a date or holders; what a text says across sentences, but for 该决议 and the like right behind
            the sentence that names the only such thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from actum.model.fact import Mention
from actum.model.read_work import ReadWork
from actum.model.register import RegisterEvent
from actum.regime.assertion_rules import AssertionRule, AssertionRules, assertion_rules
from actum.regime.dates import past
from actum.regime.due_dates import number
from actum.regime.register.register import slugs_named
from actum.regime.subjects import UNKNOWN
from actum.registry.edtf import days
from actum.registry.load import Registry
from actum.text.fold import fold
from actum.text.folded import Folded
from actum.text.span import Part, Span

_CLAUSE = re.compile(r"[，。；：！？,;:!?]")
_TITLE = re.compile(r"《[^《》]+》")
_FIRST_YEAR = 1600
"""The earliest year that an anniversary of a treaty in force can lead back to, 2026-11-26."""


@dataclass(frozen=True, slots=True)
class _Named:
    """Something named in the folded sentence: its place, what it means."""

    span: Span
    id: str


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence in the form for comparing, with what is named in it, in order of place."""

    work: ReadWork
    rules: AssertionRules
    division: str
    part: Part
    folded: Folded
    instruments: tuple[_Named, ...]
    states: tuple[_Named, ...]
    dates: tuple[_Named, ...]
    masked: str


@dataclass(frozen=True, slots=True)
class _Hit:
    """A rule that holds at a name: the whole wording, what it quotes, whose act it is."""

    rule: AssertionRule
    of: str
    span: Span
    party: str = ""
    date: str = ""
    years: str = ""


def assertions(work: ReadWork, registry: Registry) -> tuple[RegisterEvent, ...]:
    """The events that a work asserts of instruments, in order of place."""
    rules = assertion_rules(work.language)
    if not rules.rules or not _dated(work.date):
        return ()
    repeated = {division.id for division in work.divisions if division.repeats}
    found: dict[str, RegisterEvent] = {}
    for sentence in _sentences(work, rules, registry):
        if sentence.division in repeated:
            continue
        for hit in _hits(sentence):
            event = _event(hit, sentence)
            if event is not None:
                found.setdefault(event.id, event)
    return tuple(found.values())


def _dated(date: str) -> bool:
    return bool(date) and not date.startswith("XXXX")


def _sentences(work: ReadWork, rules: AssertionRules, registry: Registry) -> Iterator[_Sentence]:
    by_sentence: dict[Part, list[Mention]] = {}
    for mention in work.mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    before: _Sentence | None = None
    for part, mentions in sorted(by_sentence.items()):
        folded = fold(part.text)
        instruments = [one for one in mentions if one.kind == "instrument"]
        placed = [_apart(one, folded.text, rules, registry) for one in _placed(instruments, part, folded)]
        named = [*placed, *_titles(mentions, part, folded, registry), *_itself(work, rules, folded.text, registry)]
        named.sort(key=lambda one: one.span)
        told = before if before is not None and _follows(part, mentions[0].division, before) else None
        again = _again(rules, folded.text, named, () if told is None else _kept(told))
        before = _Sentence(
            work=work,
            rules=rules,
            division=mentions[0].division,
            part=part,
            folded=folded,
            instruments=(*named, *again),
            states=tuple(_placed((one for one in mentions if one.kind == "state"), part, folded)),
            dates=tuple(_placed((one for one in mentions if one.kind == "date"), part, folded)),
            masked=_masked(folded.text, named),
        )
        if before.instruments:
            yield before


def _follows(part: Part, division: str, before: _Sentence) -> bool:
    """Whether a sentence is the next of the same paragraph."""
    between = before.work.text[before.part.end : part.start]
    same = division.rpartition(".")[0] == before.division.rpartition(".")[0]
    return same and not between.strip() and "\n" not in between


def _kept(before: _Sentence) -> tuple[tuple[str, str], ...]:
    """What the sentence before has named: its words and what they mean."""
    return tuple((one.span.of(before.folded.text).rstrip("》"), one.id) for one in before.instruments)


def _placed(mentions: Iterable[Mention], part: Part, folded: Folded) -> list[_Named]:
    """Mentions at their places in the folded sentence; one that did not come through whole is left out."""
    placed = []
    for mention in mentions:
        if mention.veiled or mention.part.span not in part.span:
            continue
        span = folded.offsets.forward(mention.part.span.shifted(-part.start))
        if span is not None:
            placed.append(_Named(span, mention.id))
    return placed


def _apart(one: _Named, text: str, rules: AssertionRules, registry: Registry) -> _Named:
    """What a title names, or the thing of its own that the title and the words behind it name (《…》修正案).

    The registry has no row of such a thing, unless it bears just that name.
    """
    title = one.span.of(text)
    behind = rules.apart.match(text, one.span.end)
    within = title.rpartition("》")[2]
    if one.id.startswith(UNKNOWN) and within and one.id.endswith(within):
        return one
    span = Span(one.span.start, behind.end()) if behind else one.span
    if not behind and not (within and rules.apart.fullmatch(within)):
        return one
    words = span.of(text)
    return _Named(span, next(iter(slugs_named(registry, words, whole=True)), f"{UNKNOWN}{words}"))


def _titles(mentions: Sequence[Mention], part: Part, folded: Folded, registry: Registry) -> list[_Named]:
    """The instrument whose title opens the name of an anniversary (《…》生效50周年): the name hides its mention."""
    found = []
    for mention in (one for one in mentions if one.kind == "event"):
        title = _TITLE.match(mention.part.text)
        slugs = slugs_named(registry, title[0], whole=True) if title else ()
        start = mention.part.start - part.start
        span = folded.offsets.forward(Span(start, start + title.end())) if title else None
        if len(slugs) == 1 and span is not None:
            found.append(_Named(span, slugs[0]))
    return found


def _itself(work: ReadWork, rules: AssertionRules, text: str, registry: Registry) -> list[_Named]:
    """The work itself, where its text calls itself by the kind that its title ends in (本条约)."""
    title = fold(work.title).text.strip("《》")
    found = [one for one in rules.itself.finditer(text) if title.endswith(one[0][1:])]
    slug = next(iter(slugs_named(registry, title, whole=True)), f"{UNKNOWN}{title}") if found else ""
    return [_Named(Span(*one.span()), slug) for one in found]


def _again(rules: AssertionRules, text: str, named: Sequence[_Named], kept: Sequence[tuple[str, str]]) -> list[_Named]:
    """该条约 and the like, where the sentence has named one instrument before and no other.

    Of several, and of those of the sentence before (`kept`), it is the only one whose name ends in that kind.
    """
    found = []
    for match in rules.again.finditer(text):
        if any(one.span.overlaps(Span(*match.span())) for one in named):
            continue
        told = [(one.span.of(text).rstrip("》"), one.id) for one in named if one.span.end <= match.start()]
        meant = {slug for _, slug in told}
        kind = next((one for one in rules.again_kinds if match[0].endswith(one)), "")
        if len(meant) != 1 and kind:
            meant = {slug for words, slug in told or kept if words.endswith(kind)}
        if len(meant) == 1:
            found.append(_Named(Span(*match.span()), next(iter(meant))))
    return found


def _masked(text: str, named: Sequence[_Named]) -> str:
    """The text with every name of an instrument blank: what stands in a title guards nothing."""
    for one in named:
        text = text[: one.span.start] + " " * len(one.span) + text[one.span.end :]
    return text


def _hits(sentence: _Sentence) -> Iterator[_Hit]:
    """The first rule that holds at each name, if one does."""
    for one in sentence.instruments:
        found = (hit for rule in sentence.rules.rules for hit in _tried(rule, one, sentence))
        hit = next(found, None)
        if hit is not None and not _guarded(hit, sentence):
            yield hit


def _tried(rule: AssertionRule, one: _Named, sentence: _Sentence) -> Iterator[_Hit]:
    """The rule at a name: all that it asks for must stand around it."""
    text = sentence.folded.text
    short = sentence.rules.short_name.match(text, one.span.end)
    after = rule.after.match(text, short.end() if short else one.span.end) if rule.after else None
    before = rule.before.search(text, 0, one.span.start) if rule.before else None
    if (rule.after and not after) or (rule.before and not before):
        return
    matches = [match for match in (before, after) if match]
    starts = [(one.span.start, "")] if rule.between is None else []
    if rule.between is not None:
        for state in sentence.states:
            between = rule.between.fullmatch(text, state.span.end, one.span.start)
            if between is None or state.span.end >= one.span.start or not _own(between, state, sentence):
                continue
            if not _joined(state, sentence):
                starts.append((state.span.start, state.id))
                matches.append(between)
    for start, party in starts[-1:]:
        date = _date(rule, matches, sentence)
        if date is None:
            continue
        span = Span(min([start, *(m.start() for m in matches)]), max([one.span.end, *(m.end() for m in matches)]))
        years = next((m["years"] for m in matches if "years" in m.groupdict() and m["years"]), "")
        yield _Hit(rule, one.id, span, party, date, years)


def _own(between: re.Match[str], state: _Named, sentence: _Sentence) -> bool:
    """Whether what is announced is the state's own act, where the words say again whose it is."""
    if not between.groupdict().get("own"):
        return True
    span = Span(*between.span("own"))
    same = any(one.span == span and one.id == state.id for one in sentence.states)
    return same or span.of(sentence.folded.text) in sentence.rules.own_words


def _joined(state: _Named, sentence: _Sentence) -> bool:
    """Whether the state is the last of several: who else acts is not read, so nothing is."""
    before = sentence.folded.text[: state.span.start][-1:]
    return bool(before) and before in sentence.rules.joined


def _date(rule: AssertionRule, matches: Sequence[re.Match[str]], sentence: _Sentence) -> str | None:
    """The date in the wording, empty where it has none; None where it was not read as a date, or the rule needs one."""
    spans = [Span(*match.span("date")) for match in matches if match.groupdict().get("date")]
    if not spans:
        return None if rule.needs_date else ""
    return next((one.id for one in sentence.dates if one.span == spans[0] and _dated(one.id)), None)


def _guarded(hit: _Hit, sentence: _Sentence) -> bool:
    """Whether something before the wording, in its clause, or right behind it forbids reading it as a fact."""
    text = sentence.masked
    begun = max([0, *(match.end() for match in _CLAUSE.finditer(text, 0, hit.span.start))])
    guards = [hit.rule.guards, *(() if hit.rule.wish else (sentence.rules.guards,))]
    if any(guard.search(text, begun, hit.span.start) for guard in guards):
        return True
    return bool(sentence.rules.behind.match(text, hit.span.end))


def _event(hit: _Hit, sentence: _Sentence) -> RegisterEvent | None:
    """The event, where its dates can be and its holders are known."""
    work, rule = sentence.work, hit.rule
    source = sentence.folded.offsets.back(hit.span).shifted(sentence.part.start)
    who = _holders(sentence, source)
    date, note = _reckoned(hit, sentence) if hit.years else (_when(hit, work.date), "")
    if not who or not date or (rule.date == "until" and hit.date and past(hit.date, work.date)):
        return None
    return RegisterEvent(
        id=f"{hit.of}/{rule.type}/{work.work}/{sentence.division}",
        of=hit.of,
        type=rule.type,
        date=date,
        source=f"work {work.work}, {sentence.division}",
        sure="A",
        until=hit.date if rule.date == "until" else "",
        parties=(hit.party.upper(),) if hit.party else (),
        according_to=who,
        known_on=work.date,
        note=note,
        work=work.work,
        division=sentence.division,
        quote=Part.cut(work.text, source),
        made_by=f"status:{rule.rule}/{work.language}",
    )


def _when(hit: _Hit, said: str) -> str:
    """When it happened, empty where it cannot be.

    What stands so on the day of the text (an end set, not in force) has its date; what has happened, the date in the
    wording, else any day until then.
    """
    if hit.rule.date == "date" and hit.date:
        return "" if past(said, hit.date) else hit.date
    return said if hit.rule.type in ("not-in-force", "expiry-due") else f"../{days(said)[1]}"


def _reckoned(hit: _Hit, sentence: _Sentence) -> tuple[str, str]:
    """The year that an anniversary leads back to, with a note; empty where the year it is kept in is not one.

    That year is the one the sentence names, else the text's own.
    """
    named = {one.id for one in sentence.dates}
    year = _year(named.pop() if len(named) == 1 else "" if named else sentence.work.date)
    years = number(hit.years, sentence.rules.digits)
    began = year - years if years else 0
    return (f"{began:04d}", f"reckoned: {years} years before {year}") if began >= _FIRST_YEAR else ("", "")


def _year(date: str) -> int:
    """The one year in which a date lies; 0 where it may be several, or there is none."""
    first, last = days(date) if _dated(date) else ("", "0000")
    return int(first[:4]) if first[:4] == last[:4] else 0


def _holders(sentence: _Sentence, span: Span) -> tuple[str, ...]:
    """Who says it: the holders of the position whose matter has it, else of the sentence, else of the work."""
    told = [position for position, _ in sentence.work.positions if position.sentence == sentence.part]
    within = [one for one in told if one.matter is not None and span in one.matter.span]
    for some in (within, told):
        held = {one.holder for one in some}
        if len(held) == 1:
            return tuple(sorted(held.pop()))
    return () if told and len({one.holder for one in told}) > 1 else tuple(sorted(sentence.work.parties))
