"""The ends of an influence as the map has them, each with its quote and the rules that made it.

Takes       a part of a work's text, the work's line, what the claim does, and names that a person gave.
Gives       Ends: one for each concept; exactly one, unnamed, where the words are not understood.
Method      whole words first, then segment by segment (commas), then actors and conduct; each step leaves its name.
Leaves out  the claim itself: `claims` joins two ends.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from actum.language.words import words as split_words
from actum.model.claim import End
from actum.model.fact import Sign
from actum.regime.influence.concept_ends import Head, Reading, readings, times
from actum.regime.influence.concepts import UNKNOWN, Concepts
from actum.regime.influence.conduct import GENERIC, by_actor, by_conduct
from actum.regime.influence.coreference import RULE as COREFERENCE
from actum.regime.influence.coreference import UNRESOLVED, met, pointers, unresolved, widened
from actum.regime.influence.deltas import VERBS, Hit, Line, Step, step_behind, steps_before
from actum.regime.influence.end_words import EndWords
from actum.regime.influence.work_line import WorkLine
from actum.text.fold import fold
from actum.text.span import Part, Span

_COMMA = re.compile("[，,；;]")
LONGEST = 300
"""Characters of an end that is read; a longer one is a node of its own. The sample's longest has 175, 2026-11-26."""
SURE = VERBS - {"open"}
"""Rules of verbs that say which way."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading an end needs besides its words; `names` are what a person named, `told` where conduct was blamed."""

    line: WorkLine
    concepts: Concepts
    words: EndWords
    names: Mapping[str, str]
    told: Sequence[Span] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """An end with its delta as read: `?` where the words leave it open."""

    end: End
    delta: str


def ends_of(part: Part, setting: Setting, *, cause: bool, harms: bool) -> tuple[Read, ...]:
    """The ends that a part of the text is, at least one, in order of place."""
    span = setting.line.place(part)
    if span is None or len(span) > LONGEST:
        return (_bare(part, setting),)
    cut = _trimmed(setting.line.folded.text, span)
    span = widened(setting.line, cut, setting.words)
    part = part if span == cut else setting.line.quote(span)
    back = pointers(setting.line, span, setting.words, told=setting.told)
    line = setting.line.line(span, back)
    found = _read(line, span, setting, cause=cause, harms=harms)
    reads = [_end(part, one, setting, line, cause=cause) for one in found or (_unmapped(line, span, setting),)]
    once: dict[tuple[str, str], Read] = {}
    for one in reads:
        once.setdefault((one.end.concept, one.delta), one)
    return tuple(once.values())


def _read(line: Line, span: Span, setting: Setting, *, cause: bool, harms: bool) -> tuple[Reading, ...]:
    whole = by_actor(line, span, setting.concepts, setting.words, harms=cause and harms)
    whole = whole or _clause_before(line, span, setting) or readings(line, span, setting.concepts, setting.words)
    whole = whole or _subject(line, span, setting)
    if whole:
        return whole
    parts = _by_segment(line, span, setting, harms=harms) if cause else ()
    if any(one.head.rule != GENERIC for one in parts):
        return tuple(one for one in parts if one.head.rule != GENERIC)
    conduct = by_conduct(line, span, setting.concepts, setting.words, harms=harms)
    # conduct that is affected is that of one place: as one node it would join what nobody joined
    return tuple(one for one in conduct if cause or one.head.rule != GENERIC) or parts


def _subject(line: Line, span: Span, setting: Setting) -> tuple[Reading, ...]:
    """S旨在V: the subject, where it is a concept."""
    aim = setting.words.aims.search(line.text, span.start, span.end)
    if aim is None or aim.start() == span.start or line.cut(aim.start()):
        return ()
    subject = Span(span.start, aim.start())
    found = readings(setting.line.line(subject), subject, setting.concepts, setting.words)
    return tuple(replace(one, rules=(*one.rules, "subject-of-aim")) for one in found)


def _by_segment(line: Line, span: Span, setting: Setting, *, harms: bool) -> tuple[Reading, ...]:
    """The readings of each segment between commas that is understood; the first one's agents do the later deeds too."""
    found: list[Reading] = []
    agents: tuple[Step, ...] = ()
    for segment in _segments(line, span):
        notable = setting.words.notably.match(line.text, segment.start, segment.end)
        part = Span(notable.end(), segment.end) if notable and notable.end() < segment.end else segment
        stated = readings(line, part, setting.concepts, setting.words)
        some = stated or by_conduct(line, part, setting.concepts, setting.words, harms=harms)
        led = next((hit for hit in line.hits if hit.span.start == part.start and hit.acts), None)
        if led is not None:
            agents = (Step("agent", led.span, hit=led),)
        found += [one if any(step.hit for step in one.before) else _with(one, agents) for one in some]
    return tuple(found)


def _with(reading: Reading, agents: tuple[Step, ...]) -> Reading:
    return replace(reading, before=(*agents, *reading.before), rules=(*reading.rules, "segment"))


def _segments(line: Line, span: Span) -> list[Span]:
    """The parts between commas; a comma inside a named thing parts nothing."""
    cuts = [m.start() for m in _COMMA.finditer(line.text, span.start, span.end) if not line.cut(m.start())]
    if not cuts:
        return []
    edges = [span.start - 1, *cuts, span.end]
    return [Span(a + 1, b) for a, b in pairwise(edges) if b > a + 1]


def _clause_before(line: Line, span: Span, setting: Setting) -> tuple[Reading, ...]:
    """此举, 这: what the clause right before says, where that is wholly understood."""
    work = setting.line
    if not _is_deed(line.text, span, setting.words):
        return ()
    number = work.sentence_at(span.start)
    if not work.sentences:
        return ()
    start = work.sentences[number].start
    before = _trimmed(line.text, Span(min(start, span.start), span.start))
    cuts = [m.end() for m in _COMMA.finditer(line.text, before.start, before.end)]
    if not before and number:
        before = _trimmed(line.text, work.sentences[number - 1])
    deed = met(work, before, setting.words) if before else None
    tried = [Span(at, max(at, before.end)) for at in (before.start, *cuts[-1:])]
    for clause in (*tried, *((deed,) if deed else ())):
        named_again = not _is_verb(line.text, span, setting.words) or span.of(line.text) in clause.of(line.text)
        found = readings(work.line(clause), clause, setting.concepts, setting.words) if clause and named_again else ()
        if found:
            return tuple(replace(one, rules=(*one.rules, COREFERENCE)) for one in found)
    return ()


def _is_deed(text: str, span: Span, words: EndWords) -> bool:
    """Whether the words point to a deed and are nothing else: 此举, 这一做法, 退出."""
    if _is_verb(text, span, words) or words.pronoun.fullmatch(text, span.start, span.end):
        return True
    pointer = words.pointer.match(text, span.start, span.end)
    return pointer is not None and bool(words.conduct.fullmatch(text, pointer.end(), span.end))


def _is_verb(text: str, span: Span, words: EndWords) -> bool:
    """Whether the words are no more than a verb that says less of a thing left unsaid."""
    return any(rule == "less" and verb.fullmatch(text, span.start, span.end) for rule, verb in words.verbs)


def _unmapped(line: Line, span: Span, setting: Setting) -> Reading:
    """The words as a node of their own, less agents and verbs that are surely so."""
    text = span.of(line.text)
    if _points(text, setting) or _is_bare(text, setting) or _is_verb(line.text, span, setting.words):
        return Reading(Head(span, unresolved(setting.line, span), "+", "unresolved"))
    behind: tuple[Step, ...] = ()
    end = span.end
    step = step_behind(line, span.start, end, setting.words)
    if step is not None and step.rule in {"passive", "loss"}:
        inner = Span(span.start, step.span.start)
        if not any(_goes_on(line, word, setting.words) for word in _words(line, inner)):
            behind, end = (step,), step.span.start
    before, start = _verbs(line, Span(span.start, end), setting.words)
    core = Span(start, end)
    if _points(core.of(line.text), setting):
        return Reading(Head(core, unresolved(setting.line, core), "+", "unresolved"), before, behind)
    return Reading(Head(core, _unnamed(line, core, setting), "+", "unmapped"), before, behind)


def _unnamed(line: Line, core: Span, setting: Setting) -> str:
    """The id of words that nobody has named: the words, and what a short name or a pointer in them means (《公约》).

    Words with a pointer whose meaning is not plain are those of one place.
    """
    inside = line.within(core.start, core.end)
    if any(hit.rule == UNRESOLVED for hit in inside):
        return unresolved(setting.line, core)
    found = [hit for hit in inside if not hit.id.startswith(UNKNOWN) or hit.rule]
    found = [hit for hit in found if hit.kind not in {"date", "group"} and not hit.veiled]
    short = [
        hit.id.removeprefix(UNKNOWN)
        for hit in found
        if hit.rule or setting.concepts.of_name(hit.span.of(line.text)) is None
    ]
    meant = f" ({', '.join(dict.fromkeys(short))})" if short else ""
    return f"{UNKNOWN}{core.of(line.text)}{meant}"


def _points(text: str, setting: Setting) -> bool:
    """Whether the words point back: 其, 其宗旨, 上述工作. Their meaning is that of one place."""
    first = next(iter(split_words(text)), "")
    return bool(setting.words.pronoun.fullmatch(first) or setting.words.pointer.match(text))


def _is_bare(text: str, setting: Setting) -> bool:
    """A noun of conduct that nothing but a colour stands before: it means another thing each time."""
    noun = setting.words.conduct.search(text)
    return noun is not None and setting.words.colours.sub("", text[: noun.start()]) == ""


def _verbs(line: Line, span: Span, words: EndWords) -> tuple[tuple[Step, ...], int]:
    """The agents and verbs that surely begin the words, and where the rest begins, in which no further verb stands."""
    every = _words(line, span)
    edges = [span.start, *(word.end for word in every)]
    for n in range(len(every) - 1, 0, -1):
        stop = edges[n]
        if line.cut(stop) or line.text[stop] in words.particles or _is_shell(line, Span(stop, span.end), words):
            continue
        steps = steps_before(line, span.start, stop, words)
        # the last word may be a noun that looks like a verb: X的侵害
        if steps and _is_sure(steps, edges) and not any(_moves(line, word, words) for word in every[n:-1]):
            return steps, stop
    return (), span.start


def _words(line: Line, span: Span) -> list[Span]:
    """The places of the words in order."""
    found, at = [], span.start
    for word in split_words(span.of(line.text)):
        found.append(Span(at, at + len(word)))
        at += len(word)
    return found


def _is_shell(line: Line, span: Span, words: EndWords) -> bool:
    """Whether nothing but a shell is left: 销毁(进程) is no less of 进程."""
    return any(pattern.fullmatch(line.text, span.start, span.end) for _rule, pattern in words.behind)


def _goes_on(line: Line, word: Span, words: EndWords) -> bool:
    """Whether a word joins clauses, denies, or is a verb: what it stands in is more than a name."""
    text = word.of(line.text)
    return text in words.clauses or text[-1] in words.denials or _moves(line, word, words)


def _is_sure(steps: Sequence[Step], edges: Sequence[int]) -> bool:
    """Whether the steps end in a verb that says more or less, and none of them narrows what may be a noun."""
    plain = {"agent", "date", "adverb", "intents", "mark", *SURE}
    return steps[-1].rule in SURE and all(step.rule in plain and step.span.end in edges for step in steps)


def _moves(line: Line, span: Span, words: EndWords) -> bool:
    if any(hit.span.overlaps(span) for hit in line.hits):
        return False
    return any(pattern.fullmatch(line.text, span.start, span.end) for rule, pattern in words.verbs if rule in VERBS)


def _bare(part: Part, setting: Setting) -> Read:
    words = UNKNOWN + fold(part.text).text
    return Read(End(part, setting.names.get(words, words), rules=("unmapped",), words=part.text), "+")


def _end(part: Part, reading: Reading, setting: Setting, line: Line, *, cause: bool) -> Read:
    meaning = setting.concepts.of_id(setting.names.get(reading.head.concept, reading.head.concept))
    steps = (*reading.before, *reading.behind)
    moving = [step for step in steps if step.rule in VERBS or step.sign != "+"]
    doing = _doing(steps, cause=cause)
    delta = times(reading.delta, meaning.pole)
    pole: Sign = "-" if times(reading.head.pole, meaning.pole) == "-" else "+"
    end = End(
        part=part,
        concept=meaning.concept,
        delta="-" if delta == "-" else "+",
        via="…".join(setting.line.quote(step.span).text for step in moving),
        agents=tuple(setting.line.named(hit) for hit in doing),
        veiled=any(hit.veiled for hit in (*doing, *line.within(reading.head.span.start, reading.head.span.end))),
        pole=pole,
        shells=tuple(
            setting.line.quote(step.span).text for step in steps if step.rule in {"shell", "peril", "creating"}
        ),
        scope="".join(setting.line.quote(step.span).text for step in steps if _narrows(step, doing)),
        rules=_rules(reading, line, named=reading.head.concept in setting.names),
        words=setting.line.quote(reading.head.span).text,
    )
    return Read(end, delta)


def _rules(reading: Reading, line: Line, *, named: bool) -> tuple[str, ...]:
    """The rules that made an end: its steps in order of place, then how its head was found."""
    steps = [step.rule for step in (*reading.before, *reading.behind)]
    pointed = [hit.rule for hit in line.within(reading.head.span.start, reading.head.span.end) if hit.rule]
    found = dict.fromkeys((*reading.rules, *pointed, reading.head.rule, *(("named-by-judgement",) if named else ())))
    return (*steps, *found)


def _doing(steps: Sequence[Step], *, cause: bool) -> list[Hit]:
    """Those who do what the end says: at an effect only those before a verb, for others own what is affected."""
    last = max((n for n, step in enumerate(steps) if step.rule in VERBS), default=-1)
    return [step.hit for n, step in enumerate(steps) if step.hit is not None and (cause or n < last)]


def _narrows(step: Step, doing: Sequence[Hit]) -> bool:
    return step.rule in {"scope", "relative"} or (step.hit is not None and step.hit not in doing)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in " ，,；;。、：:":
        start += 1
    while start < end and text[end - 1] in " ，,；;。、：:":
        end -= 1
    return Span(start, end)
