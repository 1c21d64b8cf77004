"""Frames of turning: 使 Y 上升, 将 Y 武器化, Y 受到破坏, 只有 X 才能 Y; and the order of all frames of several words.

Takes       a Reading.
Gives       Framed claims, clause by clause: each with the stretch that its frame takes, so that no verb inside it is
            read again.
Method      the tables give the words that open and end a frame.
Leaves out  what a thing suffers where the sentence names no cause.
"""

from __future__ import annotations

from collections.abc import Iterator

from actum.extract.effect_causes import prevented
from actum.extract.effect_claim import Claim, Framed, framed
from actum.extract.effect_heads import modifier_head
from actum.extract.effect_light import lights
from actum.extract.effect_links import copulas, reversed_links, sources, stated
from actum.extract.effect_parts import object_span, trimmed
from actum.extract.effect_setting import BEFORE_MODIFIER, Setting, setting
from actum.extract.effect_tokens import Clause, Reading
from actum.text.span import Span

# Longest stretch that a causative takes along (characters); set on the sample statements, 2026-11-25.
_LONGEST = 40


def phrase_claims(reading: Reading) -> tuple[Framed, ...]:
    """The claims of all phrase frames, clause by clause, in the order of the frames; a cue is read once."""
    made: list[Framed] = []
    for n in range(len(reading.clauses)):
        for frame in (lights, copulas, reversed_links, sources, causatives, turnings, passives, conditions):
            known = list(made)
            made += (f for f in frame(reading, n) if not any(f.claim.cue.overlaps(k.claim.cue) for k in known))
    return tuple(made)


def causatives(reading: Reading, n: int) -> Iterator[Framed]:
    """`使 Y 上升`: the end says what happens to Y; `导致 Y 上升`: the whole event is brought about."""
    clause = reading.clauses[n]
    for token in (t for t in reading.within(clause.body, clause.end) if "causatives" in t.kinds):
        here = setting(reading, clause, token.start)
        reach = min(clause.end, token.end + _LONGEST)
        for phrase in reading.lexicon.causative_ends:
            found = phrase.pattern.search(reading.plain, token.end + 1, reach)
            if found is None:
                continue
            end, between = reading.back(found.start(), token.end)
            target = trimmed(reading, token.end + (reading.plain[token.end] == reading.lexicon.done), end)
            kinds = here.kinds.union(*(t.kinds for t in between))
            cause = None if kinds & {"negations", "norm"} else _causing(reading, n, here, found.end())
            if cause is not None and target is not None and len(target) > 1:
                cue, taken = Span(*found.span("cue")), Span(token.start, found.end())
                if phrase.sign == "+" and token.text in reading.lexicon.sets["events"]:
                    event = Span(target.start, cue.end)
                    yield Framed(Claim(Span(token.start, token.end), "+", cause, event, "causative/subject"), taken)
                else:
                    yield from framed(reading, Claim(cue, phrase.sign, cause, target, "causative/subject"), taken)
                break


def _causing(reading: Reading, n: int, here: Setting, end: int) -> Span | None:
    clause = here.clause
    modifier = here.own is None or reading.kinds_before(here.left) & BEFORE_MODIFIER
    if reading.plain[end : end + 1] == reading.lexicon.of and modifier:
        head = modifier_head(reading, end, clause.end)
        return head[1] if head is not None else None
    if clause.avoid or clause.norm or prevented(reading, here):
        return None
    subject = here.own or clause.subject
    if (here.own is None and clause.mode != "claim") or (subject is not None and subject.kind == "holder"):
        return None
    return stated(reading, n, here)


def turnings(reading: Reading, n: int) -> Iterator[Framed]:
    """`将 Y 武器化`: what is made of Y, `Y 武器化`, is brought about."""
    clause = reading.clauses[n]
    for token in (t for t in reading.within(clause.body, clause.end) if "turning" in t.kinds):
        found = reading.lexicon.patterns["turned"].search(reading.plain, token.end + 1, clause.end)
        here = setting(reading, clause, token.start)
        if found is None or here.kinds & {"negations", "norm"} or clause.norm or clause.avoid:
            continue
        target = trimmed(reading, token.end, reading.back(found.start(), token.end)[0])
        subject = here.own or (clause.subject if clause.mode == "claim" else None)
        if target is not None and subject is not None and subject.kind != "holder":
            cue, taken = Span(*found.span("cue")), Span(token.start, found.end())
            turned = Span(target.start, cue.end)
            yield Framed(Claim(cue, "+", subject.span, turned, "turned/subject"), taken)


def passives(reading: Reading, n: int) -> Iterator[Framed]:
    """`Y 受到破坏`, where the sentence says before what it suffers from."""
    clause = reading.clauses[n]
    for found in reading.lexicon.patterns["passive"].finditer(reading.plain, clause.body, clause.end):
        here = setting(reading, clause, found.start())
        cause, target = _suffered_from(reading, n), _sufferer(reading, here)
        barred = here.kinds & {"negations", "norm"} or prevented(reading, here)
        if cause is not None and target is not None and not barred:
            cue = Span(*found.span("cue"))
            taken = Span(target.start, cue.end)
            yield from framed(reading, Claim(cue, "-", cause, target, "passive/before"), taken)


def _sufferer(reading: Reading, here: Setting) -> Span | None:
    """The subject of a passive; of `各国面临Y受到破坏` only Y."""
    if here.own is None:
        return None
    span = here.own.span
    faced = [t for t in reading.within(span.start, span.end) if t.text in reading.lexicon.sets["faced"]]
    return trimmed(reading, faced[-1].end, span.end) if faced else span


def _suffered_from(reading: Reading, n: int) -> Span | None:
    """What the sentence names as the cause of what a thing suffers; None where it names none."""
    sets, patterns = reading.lexicon.sets, reading.lexicon.patterns
    for clause in reversed(reading.clauses[:n]):
        start = _first_place(reading, clause)
        token = reading.starting.get(start)
        if token is not None and token.text in sets["since"]:
            return trimmed(reading, token.end, clause.end)
        if reading.plain[start] in sets["other"] and patterns["results"].match(reading.plain, start, clause.end):
            return Span(start, start + 1)
        faced = patterns["faced"].search(reading.plain, clause.start, clause.end)
        if clause.lead is not None and faced is not None:
            return clause.lead.span
    return None


def _first_place(reading: Reading, clause: Clause) -> int:
    words = reading.plain[clause.start : clause.end]
    return clause.start + len(words) - len(words.lstrip())


def conditions(reading: Reading, n: int) -> Iterator[Framed]:
    """`只有 X, 才能 Y`: X is said to bring Y about."""
    clause = reading.clauses[n]
    start = _first_place(reading, clause)
    only = next((w for w in reading.lexicon.lists["only"] if reading.plain.startswith(w, start)), None)
    if only is None or n + 1 >= len(reading.clauses):
        return
    later = reading.clauses[n + 1]
    found = reading.lexicon.patterns["then"].search(reading.plain, later.start, later.end)
    cause = trimmed(reading, start + len(only), clause.end)
    if found is None or cause is None:
        return
    cue = Span(*found.span())
    target, before = object_span(reading, cue.end, later.end), trimmed(reading, later.start, cue.start)
    if target is not None and _acts(reading, target):
        taken = Span(cue.start, target.end)
        yield from framed(reading, Claim(cue, "+", cause, target, "condition/before"), taken)
    elif before is not None:
        yield Framed(Claim(cue, "+", cause, before, "condition/before"), Span(before.start, later.end))


def _acts(reading: Reading, target: Span) -> bool:
    """Whether what stands behind 才能 is a verb with its object; adverbs before it aside."""
    place = target.start
    while "adverbs" in reading.kinds_at(place):
        place = reading.starting[place].end
    token = reading.starting.get(place)
    return token is not None and bool(token.kinds & {"shed", "verbs", "avoid", "creating"}) and token.end < target.end
