"""Frames of several words: 对 Y 造成 …, X 是 Y 的基石, 使 Y 上升, 将 Y 武器化, Y 受到破坏, 只有 X 才能 Y.

Takes       a Reading.
Gives       Claims, each with the stretch that its frame takes, so that no verb inside it is read again.
Method      the tables give what ends a frame; what it touches stands between its preposition or link and that end.
            Good outcomes count under a wish too where the sentence says what would bring them about
            (`…, 为Y提供保障`), not where somebody is only called on to bring them about.
Leaves out  frames that reach over a mark of punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from actum.extract.effect_claim import Claim
from actum.extract.effect_lexicon import Phrase
from actum.extract.effect_parts import divided, modifier_head, object_span, shed, trimmed
from actum.extract.effect_reading import Setting, setting
from actum.extract.effect_tokens import Clause, Reading, Token
from actum.extract.effect_verbs import BEFORE_MODIFIER, antecedent, nearest_noun, outcome
from actum.model.fact import Sign
from actum.text.span import Span

# Longest stretch that a causative takes along (characters); set on the sample statements, 2026-11-25.
_LONGEST = 40
_FURTHERING = frozenset({"shed", "further"})
# What one makes oneself: its doer is the cause, not the deed before.
_MERITS = ("贡献", "功勋", "功绩", "力量", "努力", "牺牲")


@dataclass(frozen=True, slots=True)
class Framed:
    """A claim with the stretch of the sentence that its frame takes."""

    claim: Claim
    taken: Span


def phrase_claims(reading: Reading) -> tuple[Framed, ...]:
    """The claims of all phrase frames, clause by clause, in the order of the frames."""
    made: list[Framed] = []
    for n in range(len(reading.clauses)):
        for frame in (_lights, _copulas, _reversed, _sources, _causatives, _turnings, _passives, _conditions):
            known = list(made)
            made += (f for f in frame(reading, n) if not any(f.claim.cue.overlaps(k.claim.cue) for k in known))
    return tuple(made)


def _framed(
    reading: Reading, cue: Span, sign: Sign, cause: Span, target: Span, rule: str, *, taken: Span
) -> Iterator[Framed]:
    for part in divided(reading, target):
        yield Framed(Claim(cue, sign, cause, shed(reading, part), rule), taken)


# ---- 对 Y 造成 … ---------------------------------------------------------------------------------------------------


def _lights(reading: Reading, n: int) -> Iterator[Framed]:
    clause = reading.clauses[n]
    used: list[Span] = []
    for phrase in reading.lexicon.phrases:
        for found in phrase.pattern.finditer(reading.plain, clause.body, clause.end):
            if phrase.never is not None and phrase.never.search(found[0]):
                continue
            opener = _opener(reading, clause, phrase, found.start())
            if opener is None or any(opener.start < span.end and found.end() > span.start for span in used):
                continue
            made = list(_light(reading, n, phrase, found, opener))
            used += [framed.taken for framed in made[:1]]
            yield from made


def _opener(reading: Reading, clause: Clause, phrase: Phrase, end: int) -> Token | None:
    """The preposition nearest before a frame's end that is not governed by a verb right before it."""
    for token in reversed(reading.within(clause.body, end)):
        if token.text in phrase.open and token.end < end:
            if not reading.governed(token.start, _FURTHERING):
                return token
    return None


def _light(reading: Reading, n: int, phrase: Phrase, found: re.Match[str], opener: Token) -> Iterator[Framed]:
    clause = reading.clauses[n]
    here = setting(reading, clause, opener.start)
    end, between = reading.back(found.start(), opener.end)
    target = trimmed(reading, opener.end, end)
    kinds = here.kinds | {kind for token in between for kind in token.kinds}
    if target is None or "negations" in kinds:
        return
    if phrase.verb_first and not _verb_first(reading, target):
        return
    cue = Span(*found.span("cue"))
    head = modifier_head(reading, cue.end, clause.end) if reading.plain[cue.end : cue.end + 1] == "的" else None
    cause, rule = _light_cause(reading, n, here, phrase, cue, kinds, head)
    if cause is not None:
        yield from _framed(
            reading, cue, phrase.sign, cause, target, f"{phrase.name}.{rule}", taken=Span(opener.start, cue.end)
        )


def _verb_first(reading: Reading, target: Span) -> bool:
    token = reading.starting.get(target.start)
    return token is not None and "shed" in token.kinds and token.end < target.end


def _light_cause(
    reading: Reading,
    n: int,
    here: Setting,
    phrase: Phrase,
    cue: Span,
    kinds: frozenset[str],
    head: tuple[int, Span] | None,
) -> tuple[Span | None, str]:
    if phrase.sign == "-":
        return _harming(reading, n, here, phrase, kinds, head)
    if phrase.name.startswith("tail:importance"):
        return _important(reading, n, here, kinds)
    if reading.plain[cue.end : cue.end + 1] == "的" and not reading.plain[cue.start : cue.end].startswith("所"):
        return None, ""
    return _bringing(reading, n, here, phrase, cue, kinds)


def _harming(
    reading: Reading, n: int, here: Setting, phrase: Phrase, kinds: frozenset[str], head: tuple[int, Span] | None
) -> tuple[Span | None, str]:
    modifier = here.own is None or here.clause.mode == "oppose" or reading.kinds_before(here.left) & BEFORE_MODIFIER
    if head is not None and modifier:
        return head[1], "modifier"
    if phrase.written:
        return _named_doer(reading, n, here), "own"
    if "norm" in kinds or here.clause.avoid or _prevented(reading, here):
        return None, ""
    if here.own is not None:
        if here.own.kind == "holder":
            return None, ""
        return (antecedent(reading, n) if here.own.kind == "pronoun" else None) or here.own.span, "own"
    carried = here.clause.subject
    if here.clause.mode == "wish" or here.clause.norm:
        return None, ""
    if carried is None and here.clause.mode == "claim" and here.clause.operator is None:
        return antecedent(reading, n), "deed"
    if carried is None or carried.kind == "holder":
        return None, ""
    return (antecedent(reading, n) if carried.kind == "pronoun" else None) or carried.span, "carried"


def _named_doer(reading: Reading, n: int, here: Setting) -> Span | None:
    """The doer in `X对Y的侵害`, the nearest noun before the preposition."""
    if here.own is None or here.own.kind == "holder":
        return None
    if here.own.kind == "pronoun":
        return antecedent(reading, n) or here.own.span
    noun = nearest_noun(reading, here)
    return None if noun is None else Span(noun.start, min(noun.end, here.own.span.end))


def _prevented(reading: Reading, here: Setting) -> bool:
    return any("avoid" in t.kinds for t in reading.within(here.clause.body, here.left)[:1])


def _important(reading: Reading, n: int, here: Setting, kinds: frozenset[str]) -> tuple[Span | None, str]:
    if "norm" in kinds:
        return None, ""
    if here.own is not None:
        if here.own.kind == "holder":
            return None, ""
        return (antecedent(reading, n) if here.own.kind == "pronoun" else None) or here.own.span, "own"
    carried = here.clause.subject
    if carried is None or carried.kind == "holder":
        return None, ""
    return carried.span, "carried"


def _bringing(
    reading: Reading, n: int, here: Setting, phrase: Phrase, cue: Span, kinds: frozenset[str]
) -> tuple[Span | None, str]:
    """The cause of a good outcome: who is told to have brought it about, or the deed before that would."""
    words = reading.plain[cue.start : cue.end]
    told = "了" in words or "所" in words or "着" in words
    clause = here.clause
    if here.own is not None:
        wanted = clause.mode in {"wish", "oppose"} or clause.norm or "norm" in kinds
        if wanted and not told:
            return None, ""
        if here.own.kind == "holder" and not told:
            return None, ""
        if here.own.kind == "pronoun":
            return antecedent(reading, n) or here.own.span, "own"
        return here.own.span, "own"
    if phrase.verb_first:
        return None, ""
    if "norm" in kinds and not told:
        return None, ""
    carried = clause.subject
    if told and words.endswith(_MERITS) and carried is not None and not clause.operator:
        return carried.span, "carried"
    if clause.operator is not None or (clause.holder and not told):
        return None, ""
    if clause.holder:
        return Span(clause.start, clause.body), "holder"
    if carried is not None and carried.kind in {"thing", "deed"} and clause.mode == "claim":
        return carried.span, "carried"
    return outcome(reading, n), "outcome"


# ---- X 是 Y 的基石 --------------------------------------------------------------------------------------------------


def _copulas(reading: Reading, n: int) -> Iterator[Framed]:
    clause = reading.clauses[n]
    for link in (t for t in reading.within(clause.body, clause.end) if "links" in t.kinds):
        for number, phrase in enumerate(reading.lexicon.copulas):
            if number and link.text in reading.lexicon.sets["weak_links"]:
                break
            made = list(_copula_row(reading, n, phrase, link))
            yield from made
            if made:
                break


def _copula_row(reading: Reading, n: int, phrase: Phrase, link: Token) -> Iterator[Framed]:
    """The claims of one link and one row of nouns, several where nouns are listed: `A的建设者、B的贡献者`."""
    start = link.end
    for found in phrase.pattern.finditer(reading.plain, link.end, reading.clauses[n].end):
        joined = start == link.end or reading.plain[start] in "、和与及"
        if not joined or (phrase.never is not None and phrase.never.search(found[0])):
            return
        target = _between(reading, start, found.start())
        if target is not None:
            yield from _copula(reading, n, phrase, link, found, target)
        start = found.end()
        if start >= reading.clauses[n].end:
            return


def _copula(
    reading: Reading, n: int, phrase: Phrase, link: Token, found: re.Match[str], target: Span
) -> Iterator[Framed]:
    clause = reading.clauses[n]
    here = setting(reading, clause, link.start)
    group = "cue" if found["cue"] is not None else "bare"
    cue = Span(*found.span(group))
    if here.inside or here.kinds & {"negations", "norm", "attempt"} or clause.norm:
        return
    if clause.mode in {"wish", "oppose"} or any(
        t.kinds & {"norm", "wish"} and not t.kinds & {"shed", "verbs"} for t in reading.within(clause.body, here.left)
    ):
        return
    cause = _stated(reading, n, here, weak=link.text in reading.lexicon.sets["weak_links"])
    if cause is not None:
        yield from _framed(reading, cue, phrase.sign, cause, target, "copula", taken=Span(link.start, cue.end))


def _between(reading: Reading, start: int, end: int) -> Span | None:
    token = reading.starting.get(start)
    if reading.plain[start] == "了" or (token is not None and "conjunctions" in token.kinds):
        start = start + 1 if token is None else token.end
    return trimmed(reading, start, end)


def _stated(reading: Reading, n: int, here: Setting, *, weak: bool = False) -> Span | None:
    """What a statement is about, as a cause; for 这 the clauses before it."""
    if here.own is not None and "causatives" in reading.kinds_at(here.own.span.start):
        here = setting(reading, here.clause, here.own.span.start)
    if here.own is not None:
        return (antecedent(reading, n) if here.own.kind == "pronoun" else None) or here.own.span
    if weak:
        return None
    carried = here.clause.subject
    if carried is not None and carried.kind != "pronoun":
        return carried.span
    return antecedent(reading, n)


def _reversed(reading: Reading, n: int) -> Iterator[Framed]:
    """`Y 是 X 的成果`, `Y 是 X 造成的`: the cause stands behind the link."""
    clause = reading.clauses[n]
    for link in (t for t in reading.within(clause.body, clause.end) if t.text in {"是", "正是", "系", "都是"}):
        for name in ("reverse", "made"):
            found = reading.lexicon.patterns[name].search(reading.plain, link.end, clause.end)
            here = setting(reading, clause, link.start)
            if found is None or here.own is None or here.kinds & {"negations", "norm"}:
                continue
            cause = trimmed(reading, link.end + (reading.plain[link.end] == "由"), found.start())
            cue = Span(*found.span("cue"))
            if cause is not None:
                claim = Claim(cue, "+", cause, here.own.span, f"copula.{name}")
                yield Framed(claim, Span(link.start, cue.end))


def _sources(reading: Reading, n: int) -> Iterator[Framed]:
    """`Y 源于 X`."""
    clause = reading.clauses[n]
    for found in reading.lexicon.patterns["from"].finditer(reading.plain, clause.body, clause.end):
        here = setting(reading, clause, found.start())
        cause = object_span(reading, found.end(), clause.end)
        if cause is None or here.own is None or here.kinds & {"negations", "norm"} or clause.mode in {"wish", "oppose"}:
            continue
        for part in divided(reading, cause):
            yield Framed(Claim(Span(*found.span()), "+", part, here.own.span, "source"), Span(found.start(), cause.end))


# ---- 使 Y 上升, 将 Y 武器化, Y 受到破坏, 只有 X 才能 Y -----------------------------------------------------------------------


def _causatives(reading: Reading, n: int) -> Iterator[Framed]:
    clause = reading.clauses[n]
    for token in (t for t in reading.within(clause.body, clause.end) if "causatives" in t.kinds):
        for phrase in reading.lexicon.causative_ends:
            found = phrase.pattern.search(reading.plain, token.end + 1, min(clause.end, token.end + _LONGEST))
            if found is None:
                continue
            end, between = reading.back(found.start(), token.end)
            target = trimmed(reading, token.end + (reading.plain[token.end] == "了"), end)
            here = setting(reading, clause, token.start)
            negated = here.kinds & {"negations", "norm"} or any("negations" in t.kinds for t in between)
            if target is None or negated or len(target) < 2:
                continue
            cause = _causing(reading, n, here, found.end())
            if cause is not None:
                taken = Span(token.start, found.end())
                cue = Span(*found.span("cue"))
                yield from _framed(reading, cue, phrase.sign, cause, target, "causative", taken=taken)
                break


def _causing(reading: Reading, n: int, here: Setting, end: int) -> Span | None:
    clause = here.clause
    modifier = here.own is None or reading.kinds_before(here.left) & BEFORE_MODIFIER
    if reading.plain[end : end + 1] == "的" and modifier:
        head = modifier_head(reading, end, clause.end)
        return head[1] if head is not None else None
    if clause.avoid or _prevented(reading, here) or clause.norm:
        return None
    if here.own is not None and here.own.kind == "holder":
        return None
    if here.own is None:
        carried = clause.subject
        if clause.mode != "claim" or (carried is not None and carried.kind == "holder"):
            return None
    return _stated(reading, n, here)


def _turnings(reading: Reading, n: int) -> Iterator[Framed]:
    clause = reading.clauses[n]
    for token in (t for t in reading.within(clause.body, clause.end) if "turning" in t.kinds):
        found = reading.lexicon.patterns["turned"].search(reading.plain, token.end + 1, clause.end)
        here = setting(reading, clause, token.start)
        if found is None or here.kinds & {"negations", "norm"} or clause.norm or clause.avoid:
            continue
        end, _ = reading.back(found.start(), token.end)
        target = trimmed(reading, token.end, end)
        subject = here.own or (clause.subject if clause.mode == "claim" else None)
        if target is not None and subject is not None and subject.kind != "holder":
            cue = Span(*found.span("cue"))
            taken = Span(token.start, found.end())
            yield from _framed(reading, cue, "-", subject.span, target, "turned", taken=taken)


def _passives(reading: Reading, n: int) -> Iterator[Framed]:
    clause = reading.clauses[n]
    for found in reading.lexicon.patterns["passive"].finditer(reading.plain, clause.body, clause.end):
        here = setting(reading, clause, found.start())
        if here.kinds & {"negations", "norm"} or _prevented(reading, here):
            continue
        cause = _suffered_from(reading, n)
        target = _sufferer(reading, here)
        if cause is None or target is None:
            continue
        cue = Span(*found.span("cue"))
        yield from _framed(reading, cue, "-", cause, target, "passive", taken=Span(target.start, cue.end))


def _sufferer(reading: Reading, here: Setting) -> Span | None:
    if here.own is None:
        return None
    faced = [
        t for t in reading.within(here.own.span.start, here.own.span.end) if t.text in reading.lexicon.sets["faced"]
    ]
    return trimmed(reading, faced[-1].end, here.own.span.end) if faced else here.own.span


def _suffered_from(reading: Reading, n: int) -> Span | None:
    """What the sentence names as the cause of what a thing suffers; None where it names none."""
    for clause in reversed(reading.clauses[:n]):
        words = reading.plain[clause.start : clause.end]
        start = clause.start + len(words) - len(words.lstrip())
        token = reading.starting.get(start)
        if token is not None and token.text in {"由于", "因", "因为"}:
            return trimmed(reading, token.end, clause.end)
        if words.strip().startswith("其") and reading.lexicon.patterns["results"].match(words.strip()):
            return Span(start, start + 1)
        if clause.lead is not None and reading.lexicon.patterns["faced"].search(words):
            return clause.lead.span
    return None


def _acts(reading: Reading, target: Span) -> bool:
    """Whether what stands behind 才能 is a verb with its object; adverbs before it aside."""
    place = target.start
    while "adverbs" in reading.kinds_at(place):
        place = reading.starting[place].end
    token = reading.starting.get(place)
    return token is not None and bool(token.kinds & {"shed", "verbs", "avoid", "creating"}) and token.end < target.end


def _conditions(reading: Reading, n: int) -> Iterator[Framed]:
    """`只有 X, 才能 Y`: X is said to bring Y about."""
    clause = reading.clauses[n]
    words = reading.plain[clause.start : clause.end]
    only = next((w for w in reading.lexicon.lists["only"] if words.startswith(w)), None)
    if only is None or n + 1 >= len(reading.clauses):
        return
    later = reading.clauses[n + 1]
    found = reading.lexicon.patterns["then"].search(reading.plain, later.start, later.end)
    cause = trimmed(reading, clause.start + len(only), clause.end)
    if found is None or cause is None:
        return
    cue = Span(*found.span())
    target = object_span(reading, cue.end, later.end)
    before = trimmed(reading, later.start, cue.start)
    if target is not None and _acts(reading, target):
        yield from _framed(reading, cue, "+", cause, target, "condition", taken=Span(cue.start, target.end))
    elif before is not None:
        yield Framed(Claim(cue, "+", cause, before, "condition"), Span(before.start, later.end))
