"""Frames that hang on a verb: what a subject does to an object, and what `破坏…的政策` says of its head.

Takes       a Reading, and the places that other frames have taken already.
Gives       Claims.
Method      harm is claimed wherever a doer is named, in a modifier too, unless it is negated, forbidden or
            prevented; furthering is claimed only of a thing or a deed, outside every wish, for the same verb
            with a speaker as its subject is a promise or a report.
Leaves out  harm without a doer (反对干涉内政); subjects further back than the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actum.extract.effect_claim import Claim
from actum.extract.effect_lexicon import Verb
from actum.extract.effect_parts import divided, modifier_head, object_span, shed, trimmed, within_noun
from actum.extract.effect_reading import Setting, setting
from actum.extract.effect_tokens import Clause, Reading, Subject, Token
from actum.text.span import Span

_JOINING = frozenset({"并", "并且", "且", "而且", "进而", "从而"})
# A verb right behind one of these belongs to its object.
_GOVERNING = frozenset({"verbs", "harm", "predicates", "avoid", "oppose", "say", "further"})
# What stands right before a modifier rather than before a main verb.
BEFORE_MODIFIER = frozenset(
    {"determiners", "oppose", "avoid", "verbs", "prepositions", "conjunctions", "say", "wish", "creating", "shed"}
)


def verb_claims(reading: Reading, taken: list[Span], framed: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of every verb outside the places taken: first what helps (有助于), then all others by place."""
    taken = list(taken)
    for kinds in ({"helps"}, {"harm", "further"}):
        for claim, reach in list(_pass(reading, taken, kinds, framed)):
            yield claim
            if kinds == {"helps"}:
                taken.append(reach)


def _pass(
    reading: Reading, taken: list[Span], kinds: set[str], framed: Sequence[Claim]
) -> Iterator[tuple[Claim, Span]]:
    made: dict[int, tuple[Subject, str]] = {}
    skip_to = 0
    nominal = reading.lexicon.patterns["nominal"]
    for token in (t for t in reading.tokens if t.kinds & kinds):
        n = reading.clause_at(token.start)
        clause = reading.clauses[n]
        held = any(span.start <= token.start < span.end for span in taken)
        if token.start < max(skip_to, clause.body) or held:
            continue
        cue, object_start = _whole_cue(reading, token, clause)
        if n not in made:
            before = [c for c in framed if clause.start <= c.cue.start and c.cue.end <= cue.start]
            made |= {n: (Subject(c.cause, "thing"), "joined") for c in before[-1:]}
        for verb in reading.lexicon.verbs[token.text]:
            before, after = reading.plain[clause.start : token.start], reading.plain[token.end : clause.end]
            if verb.kind not in kinds or not verb.fits(before, after) or nominal.match(after):
                continue
            claims = list(_claims(reading, n, cue, object_start, verb, made))
            if claims:
                skip_to = cue.end
                yield from ((claim, Span(cue.start, max(c.effect.end for c in claims))) for claim in claims)
                break


def _whole_cue(reading: Reading, token: Token, clause: Clause) -> tuple[Span, int]:
    """The cue with a like verb joined to it (贬低和抹杀), and where the common object begins."""
    end = token.end
    joint = reading.starting.get(end)
    joined = joint is not None and joint.text in {"和", "与", "或", "及", "、", "并", "或者"}
    if joint is not None and joined:
        end = joint.end
        while "adverbs" in reading.kinds_at(end):
            end = reading.starting[end].end
    second = reading.starting.get(end)
    if second is None or second.end >= clause.end or reading.plain[second.end] in "的、和与及,":
        return Span(token.start, token.end), token.end
    if _like(reading, token, second):
        return Span(token.start, second.end), second.end
    if joined and second.kinds & {"verbs", "avoid", "shed"}:
        return Span(token.start, token.end), second.end
    return Span(token.start, token.end), token.end


def _like(reading: Reading, one: Token, other: Token) -> bool:
    first, second = reading.lexicon.verbs.get(one.text), reading.lexicon.verbs.get(other.text)
    return bool(first and second and first[0].sign == second[0].sign and first[0].kind == second[0].kind)


def _claims(
    reading: Reading, n: int, cue: Span, object_start: int, verb: Verb, made: dict[int, tuple[Subject, str]]
) -> Iterator[Claim]:
    clause = reading.clauses[n]
    here = setting(reading, clause, cue.start)
    if verb.kind == "harm":
        yield from _harm(reading, n, here, cue, object_start, verb, made)
    elif verb.kind == "further":
        yield from _further(reading, n, here, cue, object_start, verb, made)
    else:
        yield from _helps(reading, n, here, cue, object_start, verb)


def _barred(reading: Reading, here: Setting) -> bool:
    """Whether what follows is negated, forbidden or prevented."""
    if here.kinds & {"negations", "norm"}:
        return True
    return bool(reading.kinds_before(here.left) & {"avoid", "oppose", "negations"})


def _harm(
    reading: Reading,
    n: int,
    here: Setting,
    cue: Span,
    object_start: int,
    verb: Verb,
    made: dict[int, tuple[Subject, str]],
) -> Iterator[Claim]:
    clause = here.clause
    if reading.plain[object_start : object_start + 1] == "的":
        if verb.sign == "+" and reading.plain[cue.start : cue.end] in reading.lexicon.sets["bringing"]:
            yield from _gap(reading, here, cue, verb)
        return
    if (
        not here.own
        and here.inside
        and reading.kinds_before(here.left) & {"adverbs", "prepositions"}
        and _price(reading, here, clause)
    ):
        return
    found = modifier_head(reading, object_start, _modifier_reach(reading, n))
    if found is not None and not verb.needs_thing and _describes(reading, here, found, object_start):
        place, head = found
        target = object_span(reading, object_start, min(place, clause.end), harm=True)
        if target is not None and len(target) > 1 and not here.kinds & {"negations"}:
            cause, rule = _doer(reading, n, here, head)
            yield from _each(reading, cue, verb, cause, target, rule)
            made[n] = (Subject(cause, "thing"), "modifier")
        return
    subject, rule = _doer_of_main(reading, n, here, made)
    if subject is None or _barred(reading, here) or (verb.needs_actor and subject.kind not in {"actor", "pronoun"}):
        return
    if verb.needs_thing and subject.kind not in {"thing", "deed", "pronoun"}:
        return
    target = object_span(reading, object_start, clause.end, harm=True)
    if verb.needs_thing:
        target = trimmed(reading, object_start + (reading.plain[object_start] == "了"), clause.end)
    if target is None:
        return
    made[n] = (subject, rule)
    yield from _each(reading, cue, verb, _cause(reading, n, subject), target, f"main.{rule}")


def _price(reading: Reading, here: Setting, clause: Clause) -> bool:
    """Whether the cue stands in `以…为代价`, a manner and no claim."""
    token = reading.ending.get(here.left)
    return token is not None and token.text == "以" and "为" in reading.plain[here.left : clause.end]


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


def _describes(reading: Reading, here: Setting, found: tuple[int, Span], object_start: int) -> bool:
    """Whether `V…的 N` is a modifier with its head rather than a verb with an object that holds 的."""
    place, head = found
    if place <= object_start:
        return False
    between = reading.within(object_start, place)
    if any(t.text == "是" or ("say" in t.kinds and "verbs" not in t.kinds and t.text != "表示") for t in between):
        return False
    if reading.plain[object_start : object_start + 1] in "了着":
        return False
    if here.own is None or reading.kinds_before(here.left) & BEFORE_MODIFIER:
        return True
    if here.kinds & {"future"}:
        return False
    rest = reading.plain[head.end : reading.clauses[reading.clause_at(head.start)].end].strip()
    return here.clause.mode == "oppose" or bool(rest)


def _doer(reading: Reading, n: int, here: Setting, head: Span) -> tuple[Span, str]:
    """The cause of a modifier: the doer that the modifier itself names, else the head noun."""
    governed = reading.kinds_before(here.left) & BEFORE_MODIFIER
    if here.own is not None and here.own.kind == "actor" and not governed:
        return here.own.span, "modifier.doer"
    carried = reading.clauses[n].subject
    if here.own is None and carried is not None and carried.kind == "actor" and here.adjunct is not None:
        return carried.span, "modifier.carried"
    whole = trimmed(reading, head.start, head.end) or head
    return whole, "modifier.head"


def _doer_of_main(
    reading: Reading, n: int, here: Setting, made: dict[int, tuple[Subject, str]]
) -> tuple[Subject | None, str]:
    """The subject of a main verb, and how it was found."""
    clause = here.clause
    if n in made and (here.own is None or set(here.words) & _JOINING):
        return made[n][0], "joined"
    if here.inside or clause.avoid:
        return None, ""
    if here.own is not None:
        return (None, "") if here.own.kind == "holder" else (here.own, "own")
    if here.adjunct is not None:
        token = reading.starting.get(here.adjunct.start)
        if token is not None and token.text in reading.lexicon.sets["means"] and clause.subject is None:
            means = trimmed(reading, token.end, here.adjunct.end)
            if means is not None:
                return Subject(means, "deed"), "means"
    carried = clause.subject
    if carried is None and not clause.norm and not here.joined:
        return _from_before(reading, n, here, made)
    if carried is None or carried.kind == "holder" or clause.norm or here.joined:
        return None, ""
    if clause.mode == "wish" and "attempt" not in here.kinds:
        return None, ""
    return carried, "carried"


def _from_before(
    reading: Reading, n: int, here: Setting, made: dict[int, tuple[Subject, str]]
) -> tuple[Subject | None, str]:
    """The subject of a clause that begins with its predicate, where no clause before it brought one."""
    clause = here.clause
    if clause.mode != "claim" or clause.operator is not None or here.left > clause.body:
        return None, ""
    for m in range(n - 1, -1, -1):
        if m in made:
            return made[m][0], "carried"
        if reading.clauses[m].operator is not None:
            break
    before = antecedent(reading, n)
    deed = before is not None and not reading.clauses[n - 1].norm and not reading.clauses[n - 1].avoid
    return (Subject(before, "deed"), "deed") if deed and before is not None else (None, "")


def _cause(reading: Reading, n: int, subject: Subject) -> Span:
    """What the gold marks as cause: for 这 what the sentence says before it, else the subject itself."""
    if subject.kind != "pronoun":
        return subject.span
    return antecedent(reading, n) or subject.span


def antecedent(reading: Reading, n: int) -> Span | None:
    """The clauses before clause `n` that say what it goes on about, from behind the last speaker; None without any."""
    first = n
    while first > 0:
        previous = reading.clauses[first - 1]
        if previous.body < previous.end:
            first -= 1
        if previous.operator is not None or previous.holder or previous.body >= previous.end:
            break
    if first == n:
        return None
    end = reading.clauses[n - 1].end
    if reading.clauses[n - 1].stance:
        stops = (t.start for t in reading.within(reading.clauses[first].body, end) if "stops" in t.kinds)
        end = next(stops, end)
    return trimmed(reading, reading.clauses[first].body, end)


def _each(reading: Reading, cue: Span, verb: Verb, cause: Span, target: Span, rule: str) -> Iterator[Claim]:
    for part in divided(reading, target):
        yield Claim(cue, verb.sign, cause, part, f"verb.{verb.kind}.{rule}")


def _gap(reading: Reading, here: Setting, cue: Span, verb: Verb) -> Iterator[Claim]:
    """`X造成的Y`: what the verb brings about stands behind it."""
    cause = nearest_noun(reading, here)
    end = here.clause.end
    target = object_span(reading, cue.end + 1, _next_predicate(reading, cue.end, end))
    if cause is None or target is None or here.kinds & {"negations"}:
        return
    if reading.lexicon.patterns["neutral"].match(reading.plain[target.start : target.end].split("及")[0]):
        return
    for part in divided(reading, target):
        yield Claim(cue, verb.sign, cause, part, "verb.harm.brought-about")


def _next_predicate(reading: Reading, start: int, end: int) -> int:
    """Where the predicate begins of which a noun phrase is the subject; `end` where none follows."""
    for token in reading.within(start, end):
        acts = "harm" in token.kinds and any(
            verb.fits("", reading.plain[token.end : end]) for verb in reading.lexicon.verbs[token.text]
        )
        goes_on = acts or token.kinds & {"future", "helps", "links"} or token.text in {"对", "给", "为"}
        if token.start > start + 1 and goes_on:
            return reading.back(token.start, start)[0]
    return end


def nearest_noun(reading: Reading, here: Setting) -> Span | None:
    """The noun phrase right before a place: behind the last verb, preposition or operator."""
    start = here.clause.body
    for token in reading.within(here.clause.body, here.left):
        if token.kinds & {"verbs", "prepositions", "avoid", "oppose", "say", "wish", "shed"}:
            start = token.end + (reading.plain[token.end] == "了")
    return trimmed(reading, start, here.left) if start < here.left else None


def _further(
    reading: Reading,
    n: int,
    here: Setting,
    cue: Span,
    object_start: int,
    verb: Verb,
    made: dict[int, tuple[Subject, str]],
) -> Iterator[Claim]:
    clause = here.clause
    if (
        here.inside
        or clause.norm
        or clause.avoid
        or _helped(reading, cue, clause)
        or here.kinds & {"norm", "negations", "attempt"}
    ):
        return
    if clause.mode in {"wish", "oppose"} or (clause.purpose and here.own is None):
        return
    if reading.governed(here.left, _GOVERNING):
        return
    before = reading.within(clause.body, here.left)
    if any(t.kinds & {"norm"} or (t.kinds & {"wish", "attempt"} and "shed" not in t.kinds) for t in before):
        return
    told = reading.plain[object_start : object_start + 1] == "了" or reading.plain[cue.end - 1] == "了"
    words = reading.lexicon.sets
    ahead = bool(here.kinds & {"future"}) and not set(here.words) & words["ability"]
    able = bool(set(here.words) & (words["ability"] | words["strong"]))
    able = able or reading.plain[cue.start : cue.end] in words["plain_claims"]
    subject, rule = _claimed_of(n, here, made, sure=told or ahead, able=able, told=told)
    if subject is None:
        return
    target = object_span(reading, object_start, clause.end)
    if target is None or (within_noun(reading, object_start, clause.end) and not told):
        return
    made[n] = (subject, rule)
    yield from _each(reading, cue, verb, _cause(reading, n, subject), shed(reading, target), rule)


def _helped(reading: Reading, cue: Span, clause: Clause) -> bool:
    """Whether the cue stands within the subject of a later predicate that says what it leads to."""
    return any(t.kinds & {"helps"} for t in reading.within(cue.end, clause.end))


def _claimed_of(
    n: int, here: Setting, made: dict[int, tuple[Subject, str]], *, sure: bool, able: bool, told: bool
) -> tuple[Subject | None, str]:
    """The thing of which furthering is claimed, None where the words report or promise what somebody does.

    `sure`: told as done or foretold; `able`: said to be possible, or stressed. A plain verb claims nothing.
    """
    own = here.own
    if own is not None:
        claimed = sure or (able and own.kind in {"thing", "pronoun"})
        return (own, "own") if claimed and own.kind != "holder" else (None, "")
    if here.joined and n not in made:
        return None, ""
    if n in made:
        return made[n][0], "joined"
    carried = here.clause.subject
    if carried is not None and carried.kind == "actor" and told:
        return carried, "carried"
    if carried is None or carried.kind not in {"thing", "deed", "pronoun"}:
        return None, ""
    claimed = sure or able or any(subject.span == carried.span for subject, _ in made.values())
    return (carried, "carried") if claimed else (None, "")


def _helps(reading: Reading, n: int, here: Setting, cue: Span, object_start: int, verb: Verb) -> Iterator[Claim]:
    clause = here.clause
    if here.kinds & {"norm", "negations"} or (clause.norm and here.own is None and _coordinate(here)):
        return
    found = reading.plain.rfind("的", object_start, clause.end)
    if here.own is None and found > 0 and (here.left > clause.body or here.inside):
        return
    own = here.own
    if own is not None and own.kind not in {"pronoun", "holder"}:
        cause: Span | None = own.span
    else:
        cause = outcome(reading, n)
    target = object_span(reading, object_start, clause.end)
    if cause is None or target is None:
        return
    for part in divided(reading, shed(reading, target)):
        yield Claim(cue, verb.sign, cause, part, "verb.helps.own" if own else "verb.helps.outcome")


def _coordinate(here: Setting) -> bool:
    return bool({"且", "并", "并且", "而且"} & set(here.words)) or bool(here.clause.norm and not here.clause.operator)


def outcome(reading: Reading, n: int) -> Span | None:
    """What the clause before says is done or is so: the cause of a clause that tells its outcome."""
    if n == 0:
        return None
    previous = reading.clauses[n - 1]
    first = reading.starting.get(previous.body)
    if first is not None and first.text in {"为", "给"}:
        return outcome(reading, n - 1)
    if previous.purpose:
        return None
    if previous.body >= previous.end or _adjunct_only(reading, previous):
        return antecedent(reading, n - 1)
    token = reading.starting.get(previous.body)
    if token is not None and "creating" in token.kinds and previous.mode == "wish":
        return trimmed(reading, token.end, previous.end)
    return trimmed(reading, previous.body if previous.deed is None else previous.deed, previous.end)


def _adjunct_only(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is no more than a prepositional phrase: `同各方一道`, `在此基础上`."""
    if "prepositions" not in reading.kinds_at(clause.body):
        return False
    words = reading.plain[clause.body : clause.end].rstrip()
    closed = any(words.endswith(closer) for closer in reading.lexicon.lists["closers"])
    verbs = any(t.kinds & {"verbs", "shed", "further"} for t in reading.within(clause.body, clause.end))
    return closed or not verbs
