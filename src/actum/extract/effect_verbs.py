"""Frames that hang on a verb of harm, and the order in which all verbs are read.

Takes       a Reading, the places that other frames have taken already, and their claims.
Gives       Claims.
Method      harm is claimed wherever a doer is named, in a modifier too (破坏…的政策), unless it is negated, forbidden
            or prevented. What helps (有助于) is read first, so that no verb inside what it helps is read again.
Leaves out  harm without a doer (反对干涉内政); subjects further back than the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actum.extract.effect_causes import antecedent, nearest_noun, span_of, supposed_before
from actum.extract.effect_claim import Claim, VerbCase
from actum.extract.effect_further import further, helps
from actum.extract.effect_heads import modifier_head
from actum.extract.effect_lists import divided
from actum.extract.effect_parts import object_span, trimmed
from actum.extract.effect_setting import BEFORE_MODIFIER, Setting, setting
from actum.extract.effect_tokens import Clause, Reading, Subject, Token
from actum.text.span import Span

_Found = tuple[Subject | None, str]
_NONE: _Found = (None, "")
# What begins so is a predicate, and the verb before it has no object: 局势恶化|将外溢.
_PREDICATES = frozenset({"future", "negations", "norm", "passives", "causatives"})


def verb_claims(reading: Reading, taken: Sequence[Span], framed: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of every verb outside the places taken: first what helps (有助于), then all others by place."""
    held = list(taken)
    for kinds in ({"helps"}, {"harm", "further"}):
        for claims in list(_pass(reading, held, kinds, framed)):
            yield from claims
            if kinds == {"helps"}:
                held.append(Span(claims[0].cue.start, max(claim.effect.end for claim in claims)))


def _pass(reading: Reading, held: list[Span], kinds: set[str], framed: Sequence[Claim]) -> Iterator[list[Claim]]:
    made: dict[int, Subject] = {}
    read_to = 0
    for token in (t for t in reading.tokens if t.kinds & kinds):
        n = reading.clause_at(token.start)
        clause = reading.clauses[n]
        inside = any(span.start <= token.start < span.end for span in held)
        if token.start < max(read_to, clause.body) or inside:
            continue
        if n not in made:
            before = [c for c in framed if clause.start <= c.cue.start and c.cue.end <= token.start]
            if before:
                made[n] = Subject(before[-1].cause, "thing")
        claims = _claims(reading, n, token, kinds, made)
        if claims:
            read_to = claims[0].cue.end
            yield claims


def _claims(reading: Reading, n: int, token: Token, kinds: set[str], made: dict[int, Subject]) -> list[Claim]:
    """The claims of the first reading of a verb that fits its place and makes any."""
    clause = reading.clauses[n]
    cue, object_start = _whole_cue(reading, token, clause)
    before, after = reading.plain[clause.start : token.start], reading.plain[token.end : clause.end]
    frames = {"harm": _harm, "further": further, "helps": helps}
    for verb in reading.lexicon.verbs[token.text]:
        if verb.kind in kinds and verb.fits(before, after):
            case = VerbCase(reading, n, setting(reading, clause, cue.start), cue, object_start, verb, made)
            claims = list(frames[verb.kind](case))
            if claims:
                return claims
    return []


def _whole_cue(reading: Reading, token: Token, clause: Clause) -> tuple[Span, int]:
    """The cue with a like verb joined to it (贬低和抹杀), and where the common object begins."""
    end = token.end
    joint = reading.starting.get(end)
    joins = reading.lexicon.sets["joints"] | reading.lexicon.sets["joining"]
    joined = joint is not None and joint.text in joins
    if joint is not None and joined:
        end = joint.end
        while "adverbs" in reading.kinds_at(end):
            end = reading.starting[end].end
    second = reading.starting.get(end)
    stop = reading.lexicon.marks + reading.lexicon.of + ","
    if second is None or second.end >= clause.end or reading.plain[second.end] in stop:
        return Span(token.start, token.end), token.end
    if _like(reading, token, second):
        return Span(token.start, second.end), second.end
    shared = joined and second.kinds & {"verbs", "avoid", "shed"}
    return Span(token.start, token.end), second.end if shared else token.end


def _like(reading: Reading, one: Token, other: Token) -> bool:
    first, second = reading.lexicon.verbs.get(one.text), reading.lexicon.verbs.get(other.text)
    return bool(first and second and first[0].sign == second[0].sign and first[0].kind == second[0].kind)


def _harm(case: VerbCase) -> Iterator[Claim]:
    reading, here, verb = case.reading, case.here, case.verb
    if reading.plain[case.object_start : case.object_start + 1] == reading.lexicon.of:
        if verb.sign == "+" and reading.plain[case.cue.start : case.cue.end] in reading.lexicon.sets["bringing"]:
            yield from _brought_about(case)
        return
    if here.own is None and here.inside and _as_price(case):
        return
    if "conjunctions" in reading.kinds_at(case.object_start):
        return
    found = modifier_head(reading, case.object_start, _modifier_reach(reading, case.n))
    if (
        found is not None
        and _brings(case)
        and not reading.lexicon.patterns["conduct"].search(reading.plain, *_of(found))
    ):
        found = None
    if found is not None and not verb.needs_thing and _describes(case, found):
        yield from _modifier(case, found)
    else:
        yield from _main(case)


def _of(found: tuple[int, Span]) -> tuple[int, int]:
    return found[1].start, found[1].end


def _brings(case: VerbCase) -> bool:
    """Whether the verb brings something about, so that 后果 behind it is brought about and no cause."""
    return case.reading.plain[case.cue.start : case.cue.end] in case.reading.lexicon.sets["bringing"]


def _modifier(case: VerbCase, found: tuple[int, Span]) -> Iterator[Claim]:
    """`破坏战略稳定的政策`: the head noun does it, or the doer that the modifier names."""
    place, head = found
    target = object_span(case.reading, case.object_start, min(place, case.here.clause.end), harm=True)
    if target is not None and len(target) > 1 and "negations" not in case.here.kinds:
        cause, rule = _doer(case, head)
        case.made[case.n] = Subject(cause, "thing")
        yield from _each(case, cause, target, f"modifier/{rule}")


def _main(case: VerbCase) -> Iterator[Claim]:
    """`X破坏Y`: a main verb with its subject, named in the clause or carried from before."""
    subject, rule = _doer_of_main(case)
    if subject is None or _barred(case) or _heads_subject(case):
        return
    verb, reading = case.verb, case.reading
    if verb.needs_actor and subject.kind not in {"actor", "pronoun"}:
        return
    if verb.needs_thing and subject.kind not in {"thing", "deed", "pronoun"}:
        return
    end = case.here.clause.end
    target = object_span(reading, case.object_start, end, harm=True)
    if target is not None and "links" in reading.kinds_before(case.here.left):
        # X是阻碍Y的问题: what stands behind 的 is X again
        cut = reading.plain.rfind(reading.lexicon.of, target.start, target.end)
        target = trimmed(reading, target.start, cut) if cut > target.start else target
    if verb.needs_thing:
        target = trimmed(reading, case.object_start + (reading.plain[case.object_start] == reading.lexicon.done), end)
    told = target is not None and (reading.kinds_at(target.start) & _PREDICATES or _goes_on(case, target))
    if target is not None and not told and not _neutral(case, target):
        case.made[case.n] = subject
        yield from _each(case, span_of(reading, case.n, subject), target, f"harm/{rule}")


def _heads_subject(case: VerbCase) -> bool:
    """Whether the verb and its object are what a later predicate of the clause is said of: 削弱该条约|将加剧对抗."""
    reading, end = case.reading, case.here.clause.end
    for token in reading.within(case.object_start + 1, end):
        place = token.end if "future" in token.kinds else token.start
        if not token.kinds & {"future", "helps"} or "conjunctions" in reading.kinds_before(token.start):
            continue
        while reading.kinds_at(place) & {"adverbs", "future"}:
            place = reading.starting[place].end
        if reading.kinds_at(place) & {"harm", "further", "helps", "causatives"} or (
            "future" in token.kinds and reading.plain[place : place + 1] in reading.lexicon.sets["opens_frame"]
        ):
            return reading.lexicon.of not in reading.plain[place:end]
    return False


def _goes_on(case: VerbCase, target: Span) -> bool:
    """Whether what stands behind the verb is what its subject, grown by itself, does: 局势加剧|威胁和平."""
    token = case.reading.starting.get(target.start)
    if token is None or case.verb.sign == "-" or "harm" not in token.kinds or token.end >= target.end:
        return False
    return case.reading.acts(token, case.here.clause)


def _each(case: VerbCase, cause: Span, target: Span, rule: str) -> Iterator[Claim]:
    for part in (target,) if case.verb.needs_thing else divided(case.reading, target):
        yield Claim(case.cue, case.verb.sign, cause, part, rule)


def _barred(case: VerbCase) -> bool:
    """Whether what follows is negated, forbidden or prevented."""
    if case.here.kinds & {"negations", "norm"}:
        return True
    return bool(case.reading.kinds_before(case.here.left) & {"avoid", "oppose", "negations"})


def _as_price(case: VerbCase) -> bool:
    """Whether the cue stands in `以…为代价`, a manner and no claim."""
    token = case.reading.ending.get(case.here.left)
    words = case.reading.plain[case.here.left : case.here.clause.end]
    return (
        token is not None
        and token.text in case.reading.lexicon.sets["price"]
        and any(word in words for word in case.reading.lexicon.sets["as"])
    )


def _modifier_reach(reading: Reading, n: int) -> int:
    """How far behind a cue the head of its modifier may stand: the clause, and those that go on with another cue."""
    end = reading.clauses[n].end
    for clause in reading.clauses[n + 1 :]:
        place = clause.start
        while reading.kinds_at(place) & {"adverbs", "openings"}:
            place = reading.starting[place].end
        if "harm" not in reading.kinds_at(place):
            break
        end = clause.end
    return end


def _describes(case: VerbCase, found: tuple[int, Span]) -> bool:
    """Whether `V…的 N` is a modifier with its head rather than a verb with an object that holds 的."""
    place, head = found
    reading, here, sets = case.reading, case.here, case.reading.lexicon.sets
    if place <= case.object_start or reading.plain[case.object_start] in sets["aspects_plain"]:
        return False
    between = reading.within(case.object_start, place)
    if any(t.text in sets["is"] or ("say" in t.kinds and not t.kinds & {"verbs", "stops"}) for t in between):
        return False
    if here.own is None or reading.kinds_before(here.left) & BEFORE_MODIFIER or _plotted(reading, head):
        return True
    if "future" in here.kinds:
        return False
    rest = reading.plain[head.end : reading.clauses[reading.clause_at(head.start)].end].strip()
    return here.clause.mode == "oppose" or bool(rest)


def _plotted(reading: Reading, head: Span) -> bool:
    """Whether the head is an attempt: 双方削弱Y的企图 is none that anybody harms."""
    return reading.plain[head.start : head.end].endswith(reading.lexicon.lists["plot"])


def _doer(case: VerbCase, head: Span) -> tuple[Span, str]:
    """The cause of a modifier: the doer that the modifier itself names, else the head noun."""
    here = case.here
    governed = case.reading.kinds_before(here.left) & BEFORE_MODIFIER
    joined = here.own is not None and any(
        t.text in case.reading.lexicon.sets["gathers"]
        for t in case.reading.within(here.own.span.start, here.own.span.end)
    )
    if (
        here.own is not None
        and here.own.kind == "actor"
        and not governed
        and not (joined and _plotted(case.reading, head))
    ):
        return here.own.span, "doer"
    carried = here.clause.subject
    if here.own is None and carried is not None and carried.kind == "actor" and here.adjunct is not None:
        return carried.span, "carried"
    return trimmed(case.reading, head.start, head.end) or head, "head"


def _doer_of_main(case: VerbCase) -> _Found:
    """The subject of a main verb, and how it was found."""
    here, clause = case.here, case.here.clause
    if case.n in case.made and (here.own is None or set(here.words) & case.reading.lexicon.sets["joining"]):
        return case.made[case.n], "joined"
    if here.inside or clause.avoid:
        return _NONE
    if here.own is not None:
        return _NONE if here.own.kind == "holder" else (here.own, "own")
    means = _means(case.reading, here)
    if means is not None and clause.subject is None:
        return means, "means"
    if here.joined and clause.lead is not None and clause.lead.span.end <= here.left:
        return _NONE if clause.lead.kind == "holder" else (clause.lead, "own")
    return _NONE if clause.norm or here.joined else _carried(case)


def _carried(case: VerbCase) -> _Found:
    """The subject that a clause inherits; where none, or behind 从而, what the clauses before it tell."""
    clause = case.here.clause
    supposed = supposed_before(case.reading, case.n) if clause.mode == "claim" else None
    if supposed is not None:
        return Subject(supposed, "deed"), "supposed"
    if _thereby(case) and case.reading.clauses[case.n - 1].operator in {None, "say"}:
        before = antecedent(case.reading, case.n)
        return (Subject(before, "deed"), "deed") if before is not None and clause.mode == "claim" else _NONE
    if clause.subject is None:
        return _from_before(case)
    wanted = clause.mode == "wish" and "attempt" not in case.here.kinds
    return _NONE if clause.subject.kind == "holder" or wanted else (clause.subject, "carried")


def _thereby(case: VerbCase) -> bool:
    """Whether a word says that the clause is the outcome of the one before (从而)."""
    opening = case.reading.within(case.here.clause.start, case.cue.start)
    return case.n > 0 and any(t.text in case.reading.lexicon.sets["thereby"] for t in opening)


def _means(reading: Reading, here: Setting) -> Subject | None:
    """The deed by which something is done: `通过输出错误观念、动摇…`."""
    if here.adjunct is None:
        return None
    token = reading.starting.get(here.adjunct.start)
    if token is None or token.text not in reading.lexicon.sets["means"]:
        return None
    span = trimmed(reading, token.end, here.adjunct.end)
    return Subject(span, "deed") if span is not None else None


def _from_before(case: VerbCase) -> _Found:
    """The subject of a clause that begins with its predicate, where no clause before it brought one."""
    clause, clauses, n = case.here.clause, case.reading.clauses, case.n
    if clause.mode != "claim" or clause.operator is not None or case.here.left > clause.body:
        return _NONE
    for m in range(n - 1, -1, -1):
        if m in case.made:
            return case.made[m], "carried"
        if clauses[m].operator is not None:
            break
    before = antecedent(case.reading, n)
    if before is None or clauses[n - 1].norm or clauses[n - 1].avoid:
        return _NONE
    return Subject(before, "deed"), "deed"


def _brought_about(case: VerbCase) -> Iterator[Claim]:
    """`X造成的Y`: what the verb brings about stands behind it."""
    reading, end = case.reading, case.here.clause.end
    cause = nearest_noun(reading, case.here)
    target = object_span(reading, case.cue.end + 1, _next_predicate(reading, case.cue.end, end))
    if cause is None or target is None or "negations" in case.here.kinds:
        return
    if not _neutral(case, target):
        yield from _each(case, cause, target, "brought-about/noun")


def _neutral(case: VerbCase, target: Span) -> bool:
    """Whether what a verb of bringing about brings says neither good nor bad: 造成影响."""
    lexicon = case.reading.lexicon
    if case.reading.plain[case.cue.start : case.cue.end] not in lexicon.sets["bringing"]:
        return False
    words = case.reading.plain[target.start : target.end]
    first = next((words[: words.index(joint)] for joint in lexicon.lists["adds"] if joint in words), words)
    bad = lexicon.patterns["bad_tones"].search(first) is not None
    return not bad and lexicon.patterns["neutral"].match(first) is not None


def _next_predicate(reading: Reading, start: int, end: int) -> int:
    """Where the predicate begins of which a noun phrase is the subject; `end` where none follows."""
    for token in reading.within(start, end):
        verbs = reading.lexicon.verbs.get(token.text, ()) if "harm" in token.kinds else ()
        acts = any(verb.fits("", reading.plain[token.end : end]) for verb in verbs)
        goes_on = acts or token.kinds & {"future", "helps", "links"} or token.text in reading.lexicon.sets["reopens"]
        if token.start > start + 1 and goes_on:
            return reading.back(token.start, start)[0]
    return end
