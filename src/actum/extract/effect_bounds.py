"""Where the phrase of a cause begins and ends.

Takes       a Reading and a claim.
Gives       the claim with a cause that begins and ends with its phrase.
Method      to the left over an adverb that belongs to a deed (单边|加征关税). To the right over the deeds that a list
            goes on with, a verb that ends a noun (集团扩张、前沿|部署), and what a clause without another predicate
            says (延长|对俄制裁). Without the words that trail a list (等) and what makes no difference (无论动机如何).
Leaves out  words that the tables do not know.
"""

from __future__ import annotations

from dataclasses import replace

from actum.extract.effect_claim import Claim
from actum.extract.effect_parts import trimmed
from actum.extract.effect_tokens import Clause, Reading
from actum.text.span import Span

_DEED = frozenset({"verbs", "further", "harm", "shed", "creating", "wish", "predicates", "avoid"})
_BREAK = "\n"
_PREDICATE = _DEED | {"helps", "links", "causatives", "passives", "future", "say", "norm", "stops", "oppose"}


def bounded(reading: Reading, claim: Claim) -> Claim:
    """The claim with the bounds of its cause's phrase."""
    clause = reading.clauses[reading.clause_at(claim.cause.start)]
    end = _without_regardless(reading, claim.cause)
    if end == claim.cause.end and clause.end < claim.cue.start:
        end = _end_of_deeds(reading, claim.cause, clause)
    cause = trimmed(reading, _with_manner(reading, claim.cause, clause), end)
    return replace(claim, cause=cause) if cause is not None else claim


def on_one_line(reading: Reading, claim: Claim) -> Claim | None:
    """The claim with a cause and an effect that no line break parts; None where a part goes across one.

    Of a cause behind a masthead the doer on its last line; what else a break cuts would be half a phrase.
    """
    cause = claim.cause
    if _BREAK in reading.text[claim.effect.start : claim.effect.end]:
        return None
    place = reading.text.rfind(_BREAK, cause.start, cause.end) + 1
    if not place:
        return claim
    named = reading.lexicon.sets["actors"] | reading.lexicon.sets["parties"]
    doer = trimmed(reading, place, cause.end)
    known = doer is not None and reading.plain[doer.start : doer.end] in named
    return replace(claim, cause=doer) if doer is not None and known else None


def _end_of_deeds(reading: Reading, cause: Span, clause: Clause) -> int:
    """Where a cause in a clause before ends: with the clause, where that goes on with the same noun or its deeds."""
    words, end = reading.plain[cause.start : cause.end], cause.end
    behind = reading.starting.get(end)
    if end >= clause.end:
        return end
    if behind is not None and behind.kinds & {"causatives", "harm", "verbs", "creating"} and behind.end < clause.end:
        return _before_touched(reading, cause)
    if reading.plain[end] in reading.lexicon.sets["listing"]:
        deeds = any(t.kinds & _DEED and t.start > cause.start for t in reading.within(cause.start, end))
        return clause.end if deeds and reading.kinds_at(end + 1) & _DEED else end
    if behind is None:
        return end
    noun = behind.end == clause.end and "verbs" in behind.kinds
    adjunct = behind.text in reading.lexicon.sets["about"] and not any(
        t.kinds & _PREDICATE for t in reading.within(behind.end, clause.end)
    )
    named = reading.lexicon.patterns["actors"].search(words) is not None
    return clause.end if adjunct or (noun and not named) else end


def _before_touched(reading: Reading, cause: Span) -> int:
    """Where a cause ends before what its own clause touches: 技术滥用|给安全(带来风险)."""
    opens, of = reading.lexicon.sets["about"] | reading.lexicon.sets["gives"], reading.lexicon.of
    for token in reading.within(cause.start + 1, cause.end):
        if token.text in opens and of not in reading.plain[token.end : cause.end]:
            return token.start
    return cause.end


def _without_regardless(reading: Reading, cause: Span) -> int:
    """Where a cause ends before what makes no difference to what is said of it: 恐怖主义|无论动机如何."""
    for word in reading.lexicon.lists["regardless"]:
        place = reading.plain.find(word, cause.start + 1, cause.end)
        if place > 0 and reading.lexicon.of not in reading.plain[place : cause.end]:
            return place
    return cause.end


def _with_manner(reading: Reading, cause: Span, clause: Clause) -> int:
    """Where a deed begins with the adverb that says how it is done: 单边|加征关税."""
    token, first = reading.ending.get(cause.start), reading.starting.get(cause.start)
    if token is None or first is None or token.start < clause.start or first.end >= cause.end:
        return cause.start
    manner = token.text in reading.lexicon.sets["manners"] and "verbs" in first.kinds
    return token.start if manner else cause.start
