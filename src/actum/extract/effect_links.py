"""Frames of being: X 是 Y 的基石, Y 是 X 的成果, Y 是 X 造成的, Y 源于 X.

Takes       a Reading and the number of a clause.
Gives       Framed claims.
Method      a link and, at the end of its phrase, a noun of the tables; what stands between is the other part.
Leaves out  phrases that reach over a mark of punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from actum.extract.effect_causes import antecedent, span_of
from actum.extract.effect_claim import Claim, Framed, framed
from actum.extract.effect_lexicon import Phrase
from actum.extract.effect_lists import divided
from actum.extract.effect_parts import object_span, trimmed
from actum.extract.effect_setting import Setting, setting
from actum.extract.effect_tokens import Reading, Token
from actum.text.span import Span


def copulas(reading: Reading, n: int) -> Iterator[Framed]:
    """`X 是 Y 的基石`, and several where nouns are listed: `A 的建设者、B 的贡献者`."""
    clause = reading.clauses[n]
    for link in (t for t in reading.within(clause.body, clause.end) if "links" in t.kinds):
        for number, phrase in enumerate(reading.lexicon.copulas):
            if number and link.text in reading.lexicon.sets["weak_links"]:
                break
            made = list(_row(reading, n, phrase, link))
            yield from made
            if made:
                break


def _row(reading: Reading, n: int, phrase: Phrase, link: Token) -> Iterator[Framed]:
    """The claims of one link and one row of nouns."""
    start, end = link.end, reading.clauses[n].end
    for found in phrase.pattern.finditer(reading.plain, link.end, end):
        joined = start == link.end or reading.plain[start] in reading.lexicon.marks
        if not joined or phrase.refuses(found[0]):
            return
        target = _between(reading, start, found.start())
        if target is not None and link.text in reading.lexicon.sets["for"]:
            target = _purpose_alone(reading, target)
        if target is not None:
            yield from _copula(reading, n, phrase, link, found=found, target=target)
        start = found.end()
        if start >= end:
            return


def _copula(
    reading: Reading, n: int, phrase: Phrase, link: Token, *, found: re.Match[str], target: Span
) -> Iterator[Framed]:
    clause = reading.clauses[n]
    here = setting(reading, clause, link.start)
    cue = Span(*found.span("cue" if found["cue"] is not None else "bare"))
    if here.inside or here.kinds & {"negations", "norm", "attempt"} or clause.norm or _removes(reading, cue, target):
        return
    before = reading.within(clause.body, here.left)
    if clause.mode in {"wish", "oppose"} or any(
        t.kinds & {"norm", "wish"} and not t.kinds & {"shed", "verbs"} for t in before
    ):
        return
    cause = stated(reading, n, here, weak=link.text in reading.lexicon.sets["weak_links"])
    if cause is not None:
        taken = Span(link.start, cue.end)
        for made in framed(reading, Claim(cue, phrase.sign, cause, target, "copula/subject"), taken):
            claim = _acted_on(reading, made.claim)
            if claim is not None:
                yield Framed(claim, taken)


def _acted_on(reading: Reading, claim: Claim) -> Claim | None:
    """The claim of what a verb of harm before it touches: 障碍 of 制约|发展, 根源 of 破坏|和平.

    None where the verb says neither good nor bad (影响), or may as well hold back what is bad (限制).
    """
    place, end = claim.effect.start, claim.effect.end
    while "adverbs" in reading.kinds_at(place):
        place = reading.starting[place].end
    token = reading.starting.get(place)
    if token is None or token.end >= end:
        return claim
    if any(reading.plain.startswith(word, token.start) for word in reading.lexicon.sets["neutral_verbs"]):
        return None
    verbs = reading.lexicon.verbs.get(token.text, ())
    harms = [verb for verb in verbs if verb.kind == "harm" and verb.fits("", reading.plain[token.end : end])]
    if not harms:
        return None if claim.sign == "-" and any(verb.kind == "harm" for verb in verbs) else claim
    joint = reading.starting.get(token.end)
    joined = joint is not None and joint.text in reading.lexicon.sets["joints"] and reading.starting.get(joint.end)
    start = joined.end if joined and "harm" in joined.kinds else token.end
    target, sign = object_span(reading, start, end, harm=True), harms[0].sign
    cue = claim.cue if sign == claim.sign else Span(token.start, token.end)
    return replace(claim, cue=cue, sign=sign, effect=target) if target is not None else None


def _purpose_alone(reading: Reading, target: Span) -> Span | None:
    """The purpose without what is done for it: 实现裁军|开展工作."""
    done = [t for t in reading.within(target.start, target.end) if t.text in reading.lexicon.sets["carrying"]]
    end = done[0].start if done and done[0].start > target.start else target.end
    return trimmed(reading, target.start, end)


def _removes(reading: Reading, cue: Span, target: Span) -> bool:
    """Whether the noun is what is to be removed, not what the subject is: `重点是消除…的根源`."""
    bad = reading.plain[cue.start : cue.end].endswith(reading.lexicon.lists["removable"])
    return bad and "avoid" in reading.kinds_at(target.start)


def _between(reading: Reading, start: int, end: int) -> Span | None:
    token = reading.starting.get(start)
    if token is not None and token.text in reading.lexicon.sets["about"] and token.end < end:
        return trimmed(reading, token.end, end)
    if token is not None and token.text in reading.lexicon.sets["bringing"] and token.end < end:
        # 单边制裁是造成粮食危机的原因: what is brought about
        return trimmed(reading, token.end, end)
    if reading.plain[start] == reading.lexicon.done or (token is not None and "conjunctions" in token.kinds):
        start = start + 1 if token is None else token.end
    light = [w for w in reading.lexicon.lists["light_ends"] if reading.plain[start:end].endswith(w)]
    return trimmed(reading, start, end - max(map(len, light), default=0))


def stated(reading: Reading, n: int, here: Setting, *, weak: bool = False) -> Span | None:
    """What a statement is about, as a cause; for 这 the clauses before it; a weak link asks for its own."""
    if here.own is not None and "causatives" in reading.kinds_at(here.own.span.start):
        here = setting(reading, here.clause, here.own.span.start)
    if here.own is not None:
        return span_of(reading, n, here.own)
    if weak:
        return None
    carried = here.clause.subject
    return carried.span if carried is not None and carried.kind != "pronoun" else antecedent(reading, n)


def reversed_links(reading: Reading, n: int) -> Iterator[Framed]:
    """`Y 是 X 的成果`, `Y 是 X 造成的`: the cause stands behind the link."""
    clause, sets = reading.clauses[n], reading.lexicon.sets
    for link in (t for t in reading.within(clause.body, clause.end) if t.text in sets["is"]):
        here = setting(reading, clause, link.start)
        if here.own is None or here.kinds & {"negations", "norm"}:
            continue
        for name in ("reverse", "made"):
            found = reading.lexicon.patterns[name].search(reading.plain, link.end, clause.end)
            if found is None:
                continue
            cause = trimmed(reading, link.end + (reading.plain[link.end] in sets["by"]), found.start())
            cue = Span(*found.span("cue"))
            if cause is not None:
                claim = Claim(cue, "+", cause, here.own.span, f"copula-{name}/behind")
                yield Framed(claim, Span(link.start, cue.end))


def sources(reading: Reading, n: int) -> Iterator[Framed]:
    """`Y 源于 X`: several causes where they are listed."""
    clause = reading.clauses[n]
    for found in reading.lexicon.patterns["from"].finditer(reading.plain, clause.body, clause.end):
        here = setting(reading, clause, found.start())
        cause = object_span(reading, found.end(), clause.end)
        if cause is None or here.own is None or here.kinds & {"negations", "norm"} or clause.mode in {"wish", "oppose"}:
            continue
        for part in divided(reading, cause):
            claim = Claim(Span(*found.span()), "+", part, here.own.span, "source/behind")
            yield Framed(claim, Span(found.start(), cause.end))
