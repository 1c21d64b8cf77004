"""What a pointer in an end points back to: 该条约, 上述计划, 其, 此举.

Takes       a work's line, the place of an end, and the conduct that earlier claims of the text have told.
Gives       named things for the pointers in the end: what they mean, or an unknown of this one place.
Method      the nearest sentence before that has anything of the kind, at most `BACK` sentences away; where it has two
            different ones, neither is taken. A noun of the name (条约) goes before the kind of its row.
Leaves out  guessing: what is unresolved stays unknown and is shared with no other place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actum.language.words import is_word
from actum.regime.concepts import CONDUCT, UNKNOWN
from actum.regime.deltas import QUOTES, Hit
from actum.regime.end_words import EndWords
from actum.regime.work_line import WorkLine
from actum.text.span import Span

BACK = 3
"""Sentences before its own in which a pointer's meaning is sought; set on the sample, 2026-11-26."""
NOUN_REACH = 6
"""Characters between a pointer and its noun at most (该多边条约), 2026-11-26."""
RULE = "coreference"


def pointers(line: WorkLine, span: Span, words: EndWords, *, told: Sequence[Span] = ()) -> tuple[Hit, ...]:
    """A named thing for each pointer with a noun under `span`, in order.

    `told` are the places of conduct that earlier claims blame, in order.
    """
    found = list(_possessor(line, span, words))
    at = span.start
    while pointer := words.pointer.search(line.folded.text, at, span.end):
        at = pointer.end()
        if any(hit.span.overlaps(Span(*pointer.span())) for hit in line.line(span).hits):
            continue
        hit = _thing(line, pointer.start(), pointer.end(), span, words) or _conduct(
            line, pointer.start(), pointer.end(), span, words, told=told
        )
        if hit is not None:
            found.append(hit)
            at = hit.span.end
    return tuple(found)


def _possessor(line: WorkLine, span: Span, words: EndWords) -> tuple[Hit, ...]:
    """其X: the actor that alone is named before it in the sentence."""
    pronoun = words.pronoun.match(line.folded.text, span.start, span.end)
    if pronoun is None or pronoun.end() == span.end or not line.sentences:
        return ()
    whole = Span(*pronoun.span())
    if line.line(span).at(span.start, span.end):
        return ()
    since = min(line.sentences[line.sentence_at(span.start)].start, span.start)
    some = [hit for hit in line.before(span.start, since) if hit.kind != "date"]
    one = len({hit.id for hit in some}) == 1 and some[0].acts
    return (replace(some[0], span=whole, rule=RULE),) if one else ()


def _thing(line: WorkLine, start: int, end: int, span: Span, words: EndWords) -> Hit | None:
    """A pointer with a noun that names a kind of thing."""
    text = line.folded.text
    for noun, kinds in words.nouns:
        place = text.find(noun, end, min(span.end, end + NOUN_REACH + len(noun)))
        if place < 0 or line.before(place, end) or (len(noun) == 1 and is_word(text[place : place + 2])):
            # 国 in 该国际组织 is none
            continue
        whole = Span(start, place + len(noun))
        meant = _antecedent(line, start, noun, kinds)
        return (
            replace(meant, span=whole, rule=RULE)
            if meant
            else Hit(whole, unresolved(line, whole), "", rule="unresolved")
        )
    return None


def _antecedent(line: WorkLine, at: int, noun: str, kinds: frozenset[str]) -> Hit | None:
    number = line.sentence_at(at)
    for back in range(BACK + 1):
        if number - back < 0 or number >= len(line.sentences):
            return None
        since = line.sentences[number - back].start
        until = at if back == 0 else line.sentences[number - back].end
        some = [hit for hit in line.before(until, since) if not hit.id.startswith(UNKNOWN) and hit.kind != "date"]
        named = [hit for hit in some if _has_noun(line, hit, noun)]
        fit = named or [hit for hit in some if hit.kind in kinds]
        if fit:
            return fit[-1] if len({hit.id for hit in fit}) == 1 else None
    return None


def _has_noun(line: WorkLine, hit: Hit, noun: str) -> bool:
    """Whether a name ends in the noun, or has it right behind: “美国金穹”计划."""
    text = line.folded.text
    if hit.span.of(text).rstrip(QUOTES + "》）").endswith(noun):
        return True
    closed = text[hit.span.end : hit.span.end + 1] in set(QUOTES + "》")
    return text.startswith(noun, hit.span.end + closed)


def _conduct(line: WorkLine, start: int, end: int, span: Span, words: EndWords, *, told: Sequence[Span]) -> Hit | None:
    """A pointer with a noun of conduct: that which the nearest claim before blames."""
    text = line.folded.text
    stops = range(min(span.end, end + NOUN_REACH), end, -1)
    stop = next((one for one in stops if words.conduct.fullmatch(text, end, one)), None)
    if stop is None:
        return None
    whole, number = Span(start, stop), line.sentence_at(start)
    near = [one for one in told if one.end <= start and number - line.sentence_at(one.start) <= BACK]
    if not near:
        return Hit(whole, unresolved(line, whole), "", rule="unresolved")
    return Hit(whole, CONDUCT, "practice", rule=RULE)


def unresolved(line: WorkLine, span: Span) -> str:
    """The id of a pointer that nothing answers: its words and its one place, so that two never count as one."""
    number = line.sentence_at(span.start)
    return f"{UNKNOWN}{span.of(line.folded.text)} ({line.work.work}, sentence {number + 1})"
