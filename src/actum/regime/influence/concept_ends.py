"""One end of an influence, read as concepts: which concept, and which way the words move it.

Takes       folded words with the named things in them, and the concepts of the registry.
Gives       readings of the end: one for each concept under the same verb; none where the words are not understood.
Method      the head of a Chinese phrase stands last. What is behind it is taken off step by step (shells, 被破坏);
            the longest name that then ends the words is the concept; all that stands before it must be understood.
Leaves out  what points back: `coreference` reads that; conduct without a name: `conduct`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from actum.regime.influence.concepts import UNKNOWN, Concepts
from actum.regime.influence.deltas import SIGNS, Line, Step, sign_of, step_behind, steps_before
from actum.regime.influence.end_words import EndWords
from actum.text.span import Span

PART_WORDS = 8
"""Characters that the name of a part may have behind that of its whole (宗旨和目标), 2026-11-26."""
UNSAID = frozenset({"condition", "goal", "principle"})
"""Kinds of which 加剧 and 激化 do not say which way they go: 激化局势."""


@dataclass(frozen=True, slots=True)
class Head:
    """A concept that ends some words: its place, the pole that is written, None where the name does not tell."""

    span: Span
    concept: str
    pole: str
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One concept of an end: its head, and the steps before and behind it, each in order of place."""

    head: Head
    before: tuple[Step, ...] = ()
    behind: tuple[Step, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def delta(self) -> str:
        """Which way the words move the concept, its written pole included; `?` where they leave it open."""
        return times(sign_of((*self.before, *self.behind)), self.head.pole)


def times(one: str, other: str) -> str:
    """The product of two signs, `?` where one is open."""
    if "?" in (one, other):
        return "?"
    return "+" if one == other else "-"


def readings(line: Line, span: Span, concepts: Concepts, words: EndWords) -> tuple[Reading, ...]:
    """The concepts of the words under `span`; none where they are not wholly understood."""
    behind: tuple[Step, ...] = ()
    end = span.end
    while end > span.start:
        if found := _framed(line, Span(span.start, end), behind, concepts, words):
            return found
        for head in heads(line, span.start, end, concepts):
            if found := _joined(line, span.start, head, concepts, words):
                return tuple(_settled(replace(one, behind=behind), concepts) for one in found)
        step = step_behind(line, span.start, end, words)
        if step is None:
            return ()
        behind, end = (step, *behind), step.span.start
        while end > span.start and line.text[end - 1] == "的":
            end -= 1
    return ()


def heads(line: Line, start: int, end: int, concepts: Concepts) -> Iterator[Head]:
    """Each concept whose name ends at `end`, the longest name first."""
    found = [*_mentioned(line, start, end, concepts), *_named(line, start, end, concepts)]
    yield from sorted(found, key=lambda head: (head.span.start, head.rule != "mention"))


def _mentioned(line: Line, start: int, end: int, concepts: Concepts) -> Iterator[Head]:
    for hit in line.within(start, end):
        if hit.kind == "date" or hit.acts:
            # actors do, they do not come and go: `conduct` reads them
            continue
        if hit.span.end == end:
            meaning = concepts.of_id(hit.id)
            pole = concepts.pole(hit.id, hit.span.of(line.text)) or "?"
            yield Head(hit.span, meaning.concept, times(meaning.pole, pole), "mention")
        elif end - hit.span.end <= PART_WORDS:
            part = concepts.part(hit.id, line.text[hit.span.end : end].removeprefix("的"))
            if part:
                yield Head(Span(hit.span.start, end), part, "+", "part-name")


def _named(line: Line, start: int, end: int, concepts: Concepts) -> Iterator[Head]:
    for at in range(max(start, end - concepts.longest), end):
        meaning = concepts.of_name(line.text[at:end])
        # a name must not begin inside a longer one: 军备竞赛 in 外空军备竞赛
        if meaning and not line.cut(at) and concepts.kind(meaning.concept) not in {"state", "group"}:
            yield Head(Span(at, end), meaning.concept, meaning.pole, "name")
            return


def _joined(line: Line, start: int, head: Head, concepts: Concepts, words: EndWords) -> tuple[Reading, ...]:
    """The head with all that stands before it, and the names joined to it; none where that is not understood."""
    at, others = head.span.start, list[Head]()
    while join := next((one for one in words.joins if line.text.endswith(one, start, at)), None):
        other = next(heads(line, start, at - len(join), concepts), None)
        if other is None:
            # 缓和X ends in no join
            break
        others.insert(0, other)
        at = other.span.start
    if others and any(one.concept.startswith(UNKNOWN) for one in (*others, head)):
        # 可持续发展和环境协定: with a name that nobody knows, who can tell what is joined to what
        return ()
    rules = ("conjunction",) if others else ()
    if line.text.endswith(words.family, start, at) and (found := _family(line, start, at, head, words)):
        return (found,)
    before = steps_before(line, start, at, words)
    if before is None or _is_another(head, before, concepts):
        return ()
    return tuple(Reading(one, before, rules=rules) for one in (*others, head))


def _is_another(head: Head, before: tuple[Step, ...], concepts: Concepts) -> bool:
    """Whether what narrows a bare condition makes it another thing: 中东局势 is not the 局势 of the world."""
    bare = head.rule == "name" and concepts.kind(head.concept) == "condition"
    return bare and any(step.rule in {"agent", "scope", "relative"} for step in before)


def _family(line: Line, start: int, at: int, head: Head, words: EndWords) -> Reading | None:
    """The family term of a list (A、B等X): the verb before the list moves it."""
    for stop in range(start, at - len(words.family)):
        if line.cut(stop):
            continue
        before = steps_before(line, start, stop, words)
        # the list begins where no further word is understood
        if before is not None and (line.at(stop, at) or not _goes_on(line, stop, at, words)):
            return Reading(head, before, rules=("family-term",))
    return None


def _goes_on(line: Line, stop: int, at: int, words: EndWords) -> bool:
    return any(steps_before(line, stop, one, words) for one in range(stop + 1, at))


def _framed(
    line: Line, span: Span, behind: tuple[Step, ...], concepts: Concepts, words: EndWords
) -> tuple[Reading, ...]:
    """为X创造前提(的努力), 对X的破坏: X, with the words around it as one step behind it."""
    for rule, opening, closing in words.frames:
        opens, closes = opening.match(line.text, span.start, span.end), closing.search(line.text, span.start, span.end)
        if (
            not opens
            or not closes
            or closes.start() <= opens.end()
            or line.cut(opens.end())
            or line.cut(closes.start())
        ):
            continue
        frame = Step(rule, Span(closes.start(), span.end), SIGNS.get(rule, "+"))
        found = readings(line, Span(opens.end(), closes.start()), concepts, words)
        if found:
            return tuple(replace(one, behind=(*one.behind, frame, *behind)) for one in found)
    return ()


def _settled(reading: Reading, concepts: Concepts) -> Reading:
    """What is behind a concept may mean one thing of a risk and another of a goal: 恶化, 风险."""
    risk = (concepts.kind(reading.head.concept) == "risk") == (reading.head.pole != "-")
    kind = concepts.kind(reading.head.concept)
    goal = kind in {"goal", "principle"}
    before = [replace(one, sign="?" if one.rule == "fuels" and kind in UNSAID else one.sign) for one in reading.before]
    steps = []
    for n, step in enumerate(reading.behind):
        turned = [one for one in (*reading.before, *reading.behind[:n]) if one.sign == "-"]
        steps.append(replace(step, sign=_sign(step, risk=risk, goal=goal, moved=bool(turned))))
    return replace(reading, before=tuple(before), behind=tuple(steps))


def _sign(step: Step, *, risk: bool, goal: bool, moved: bool) -> str:
    if step.rule == "rise":
        return "+" if risk else "?"
    if step.rule == "worse":
        return "+" if risk else "-" if goal else "?"
    if step.rule == "peril":
        # 退出X的风险: the risk is that of leaving, and what leaves has turned the sign already
        return "+" if risk or moved else "?"
    return step.sign
