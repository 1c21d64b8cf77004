"""Frames of a preposition and a noun: 对 Y 造成严重影响, 对 Y 具有重要意义, 为 Y 提供保障, 在 Y 方面发挥作用.

Takes       a Reading and the number of a clause.
Gives       Framed claims.
Method      the tables give what ends a frame; what it touches stands between its preposition and that end. A good
            outcome counts under a wish too where the sentence says what would bring it about (`…, 为Y提供保障`), not
            where somebody is only called on to bring it about.
Leaves out  frames that reach over a mark of punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from actum.extract.effect_causes import antecedent, nearest_noun, outcome, prevented, span_of, supposed_before
from actum.extract.effect_claim import Claim, Framed, framed
from actum.extract.effect_heads import modifier_head
from actum.extract.effect_lexicon import Phrase
from actum.extract.effect_parts import trimmed
from actum.extract.effect_setting import BEFORE_MODIFIER, Setting, setting
from actum.extract.effect_tokens import Clause, Reading, Token
from actum.text.span import Span

_ACTS = frozenset({"shed", "avoid", "verbs", "oppose"})
_FURTHERING = frozenset({"shed", "further"})
_Cause = tuple[Span | None, str]
_NONE: _Cause = (None, "")


@dataclass(frozen=True, slots=True)
class _Light:
    """A frame at its place: clause `n`, what stands before its preposition, its cue, and what its words can be."""

    reading: Reading
    n: int
    phrase: Phrase
    here: Setting
    cue: Span
    kinds: frozenset[str]


def lights(reading: Reading, n: int) -> Iterator[Framed]:
    """The claims of these frames in one clause; no two of them share words."""
    clause = reading.clauses[n]
    used: list[Span] = []
    for phrase in reading.lexicon.phrases:
        for found in phrase.pattern.finditer(reading.plain, clause.body, clause.end):
            opener = _opener(reading, clause, phrase, found.start())
            if opener is None or phrase.refuses(found[0]):
                continue
            if any(opener.start < span.end and found.end() > span.start for span in used):
                continue
            made = list(_light(reading, n, phrase, found, opener))
            used += [claim.taken for claim in made[:1]]
            yield from made


def _opener(reading: Reading, clause: Clause, phrase: Phrase, end: int) -> Token | None:
    """The preposition nearest before a frame's end that is not governed by a verb right before it."""
    for token in reversed(reading.within(clause.body, end)):
        if token.text in phrase.open and token.end < end and not reading.governed(token.start, _FURTHERING):
            return token
    return None


def _light(reading: Reading, n: int, phrase: Phrase, found: re.Match[str], opener: Token) -> Iterator[Framed]:
    here = setting(reading, reading.clauses[n], opener.start)
    end, between = reading.back(found.start(), opener.end)
    if phrase.written:
        called = reading.lexicon.patterns["qualities"].search(reading.plain, opener.end, found.start())
        end = min(end, called.start()) if called is not None and called.start() > opener.end else end
    target = trimmed(reading, opener.end, end)
    light = _Light(
        reading, n, phrase, here, Span(*found.span("cue")), here.kinds.union(*(token.kinds for token in between))
    )
    if target is None or "negations" in light.kinds or (phrase.verb_first and not _verb_first(reading, target)):
        return
    cause, rule = _cause(light)
    if cause is not None:
        taken = Span(opener.start, light.cue.end)
        yield from framed(reading, Claim(light.cue, phrase.sign, cause, target, f"{phrase.name}/{rule}"), taken)


def _verb_first(reading: Reading, target: Span) -> bool:
    token = reading.starting.get(target.start)
    return token is not None and bool(token.kinds & _ACTS) and token.end < target.end


def _cause(light: _Light) -> _Cause:
    if light.phrase.sign == "-":
        return _harming(light)
    if light.phrase.name.startswith("importance"):
        return _important(light)
    words = light.reading.plain[light.cue.start : light.cue.end]
    modifies = light.reading.plain[light.cue.end : light.cue.end + 1] == light.reading.lexicon.of
    if modifies and not words.startswith(light.reading.lexicon.lists["relative"]):
        return _NONE
    return _bringing(light, words)


def _harming(light: _Light) -> _Cause:
    reading, here, clause = light.reading, light.here, light.here.clause
    head = None
    if reading.plain[light.cue.end : light.cue.end + 1] == reading.lexicon.of:
        head = modifier_head(reading, light.cue.end, clause.end)
    modifier = here.own is None or clause.mode == "oppose" or reading.kinds_before(here.left) & BEFORE_MODIFIER
    if head is not None and modifier:
        return head[1], "modifier"
    if light.phrase.written:
        return _named_doer(light), "own"
    if "norm" in light.kinds or clause.avoid or prevented(reading, here):
        return _NONE
    if here.own is not None:
        return _NONE if here.own.kind == "holder" else (span_of(reading, light.n, here.own), "own")
    return _harming_from_before(light)


def _harming_from_before(light: _Light) -> _Cause:
    """The cause of a harm whose clause begins with its preposition."""
    clause = light.here.clause
    if clause.mode == "wish" or clause.norm:
        return _NONE
    supposed = supposed_before(light.reading, light.n) if clause.mode == "claim" else None
    if supposed is not None:
        return supposed, "supposed"
    if clause.subject is None and clause.mode == "claim" and clause.operator is None:
        return antecedent(light.reading, light.n), "deed"
    if clause.subject is None or clause.subject.kind == "holder":
        return _NONE
    return span_of(light.reading, light.n, clause.subject), "carried"


def _named_doer(light: _Light) -> Span | None:
    """The doer in `X对Y的侵害`, the nearest noun before the preposition."""
    own = light.here.own
    if own is None or own.kind == "holder":
        return None
    if own.kind == "pronoun":
        return span_of(light.reading, light.n, own)
    noun = nearest_noun(light.reading, light.here)
    if noun is None or noun.start >= own.span.end:
        return None
    return Span(noun.start, min(noun.end, own.span.end))


def _important(light: _Light) -> _Cause:
    own, carried = light.here.own, light.here.clause.subject
    if "norm" in light.kinds:
        return _NONE
    if own is not None:
        return _NONE if own.kind == "holder" else (span_of(light.reading, light.n, own), "own")
    return _NONE if carried is None or carried.kind == "holder" else (carried.span, "carried")


def _bringing(light: _Light, words: str) -> _Cause:
    """The cause of a good outcome: who is told to have brought it about, or the deed before that would."""
    told = any(word in words for word in light.reading.lexicon.lists["told"])
    clause, own = light.here.clause, light.here.own
    if own is None:
        return _NONE if light.phrase.verb_first else _outcome(light, words, told=told)
    wanted = clause.mode in {"wish", "oppose"} or clause.norm or "norm" in light.kinds or own.kind == "holder"
    return _NONE if wanted and not told else (span_of(light.reading, light.n, own), "own")


def _outcome(light: _Light, words: str, *, told: bool) -> _Cause:
    clause, carried = light.here.clause, light.here.clause.subject
    if "norm" in light.kinds and not told:
        return _NONE
    merit = told and words.endswith(light.reading.lexicon.lists["merits"])
    if merit and carried is not None and clause.operator is None:
        return carried.span, "carried"
    if clause.operator is not None or (clause.holder and not told):
        return _NONE
    if clause.holder:
        return Span(clause.start, clause.body), "holder"
    if carried is not None and carried.kind in {"thing", "deed"} and clause.mode == "claim":
        return carried.span, "carried"
    return outcome(light.reading, light.n), "outcome"
