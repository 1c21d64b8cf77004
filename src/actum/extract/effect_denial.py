"""Tell what a sentence claims from what it denies, forbids or keeps from happening.

Takes       a Reading and the claims that the frames made of it.
Gives       the claims that stand: some with the negation that belongs to their cause (不遵守条约), the others as they
            were.
Method      a negation or a word of forbidding before a cause, inside it, or between it and its cue. A plain negation of
            a verb is part of the deed (`effect_whole`); one that governs all that follows (决不允许, 没有, 不得) leaves
            no claim; nor does hearsay.
Leaves out  claims made in a modifier (破坏和平的行径): what the noun is called stands, whatever is done about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actum.extract.effect_claim import Claim
from actum.extract.effect_tokens import Clause, Reading
from actum.extract.effect_whole import GOOD, SKIPPED, allows, leading, whole
from actum.text.span import Span

_APART = ("modifier", "brought-about", "toward-harm/modifier")
_PREDICATES = frozenset({"harm", "further", "causatives", "passives"})


def asserted(reading: Reading, made: Iterable[Claim]) -> Iterator[Claim]:
    """The claims that the sentence neither denies nor forbids, in their order."""
    for claim in made:
        if any(unsaid(reading, claim) for unsaid in (_hearsay, _asked, _disputed, _disbelieved, _supposed)):
            continue
        if claim.rule.startswith(_APART):
            yield claim
            continue
        mended = whole(reading, claim)
        if mended is not None and not _denied(reading, mended):
            yield mended


def _hearsay(reading: Reading, claim: Claim) -> bool:
    """Whether a claim is told as what others say (有观点认为…), up to the clause in which a speaker is named."""
    said = reading.lexicon.patterns["hearsay"].search(reading.plain, 0, claim.cue.start)
    if said is None:
        return False
    between = reading.clauses[reading.clause_at(said.end()) + 1 : reading.clause_at(claim.cue.start) + 1]
    return not any(clause.holder and clause.operator == "say" for clause in between)


def _asked(reading: Reading, claim: Claim) -> bool:
    """Whether a claim stands behind a word that asks, in its clause: 制裁是否有助于…."""
    clause = reading.clauses[reading.clause_at(claim.cue.start)]
    return reading.lexicon.patterns["asked"].search(reading.plain, clause.start, claim.cue.start) is not None


def _disputed(reading: Reading, claim: Claim) -> bool:
    """Whether a claim stands behind a word of dispute (否认X损害Y), or is called a saying (X损害Y的说法)."""
    clause = reading.clauses[reading.clause_at(claim.cue.start)]
    before, words = reading.plain[clause.start : claim.cue.start], reading.plain[claim.cue.end : clause.end]
    disputes = any(word in before for word in reading.lexicon.lists["disputed"])
    return disputes or any(word in words for word in reading.lexicon.lists["sayings"])


def _disbelieved(reading: Reading, claim: Claim) -> bool:
    """Whether a claim stands behind a denied verb of saying, in its clause or one that it goes on with (也不认为…)."""
    n = reading.clause_at(claim.cue.start)
    end = claim.cue.start
    while True:
        clause = reading.clauses[n]
        if reading.lexicon.patterns["denied_saying"].search(reading.plain, clause.start, end) is not None:
            return True
        if n == 0 or clause.operator is not None or clause.holder or clause.lead is not None:
            return False
        n, end = n - 1, reading.clauses[n - 1].end


def _supposed(reading: Reading, claim: Claim) -> bool:
    """Whether a claim is only supposed (如其危及…), not what would then come (若继续部署, 将加剧…)."""
    clause = reading.clauses[reading.clause_at(claim.cue.start)]
    stands = reading.clauses[reading.clause_at(claim.cause.start)]
    first = clause if claim.rule.startswith(GOOD) or stands.start > clause.start else stands
    found = reading.lexicon.patterns["conditional"].search(reading.plain, first.start, claim.cue.start)
    if found is None or (first is not clause and found.end() > first.end):
        return False
    if first is clause and claim.cause.start < found.start():
        return True
    then = reading.lexicon.sets["supposed_then"]
    start = clause.start if first is clause else first.end
    return not any(t.text in then for t in reading.within(max(found.end(), start), claim.cue.end))


def _denied(reading: Reading, claim: Claim) -> bool:
    clause = reading.clauses[reading.clause_at(claim.cue.start)]
    if claim.cause.end > claim.cue.start:
        return False
    here = claim.cause.start >= clause.start
    if _no_cause(reading, claim.cause) or (here and _denied_here(reading, clause, claim)):
        return True
    if claim.rule.startswith(GOOD):
        return False
    words = reading.plain[claim.cause.start : claim.cause.end]
    if clause.mode == "oppose" and words.startswith(reading.lexicon.lists["anyone"]):
        return True
    own = here or claim.rule.endswith("carried")
    return own and (_broken_off(reading, claim.cause) or _forbidden(reading, clause, claim, here=here))


def _denied_here(reading: Reading, clause: Clause, claim: Claim) -> bool:
    """Whether the clause of a cause denies its predicate, or only goes on with the object of the one before."""
    denied = _negated_between(reading, claim.cause.end, claim.cue.start)
    denied = denied or reading.plain[claim.cause.start : claim.cause.end] in reading.lexicon.sets["otherwise"]
    return denied or _goes_on_with_object(reading, clause)


def _no_cause(reading: Reading, cause: Span) -> bool:
    """Whether a cause is a stray character, ends in a negation, or holds a speaker with what he says."""
    words, hanging = reading.plain[cause.start : cause.end], reading.lexicon.lists["hanging"]
    if reading.lexicon.patterns["unfinished"].search(words) is not None or _awaits_noun(reading, cause):
        return True
    if _cut_off(reading, cause) or _circumstance(reading, cause):
        return True
    if "conjunctions" in reading.kinds_at(cause.start) or words.startswith(hanging) or words.endswith(hanging):
        return True
    stray = len(cause) == 1 and not reading.kinds_at(cause.start) and not _is_actor(reading, cause)
    last = reading.ending.get(cause.end)
    hangs = last is not None and last.start > cause.start and bool(last.kinds & {"negations", "avoid", "norm"})
    tells = any(t.text in reading.lexicon.sets["telling"] for t in leading(reading, cause))
    tells = tells or any(_told_within(reading, words, word) for word in reading.lexicon.lists["telling"])
    return stray or hangs or tells or _stance_told(reading, cause)


def _awaits_noun(reading: Reading, cause: Span) -> bool:
    """Whether a cause ends in a word that a noun must follow: 不参加任何|损害…的联盟."""
    last = reading.ending.get(cause.end)
    if last is None or last.start <= cause.start or last.text in reading.lexicon.sets["so_on"]:
        return False
    return "determiners" in last.kinds


def _circumstance(reading: Reading, cause: Span) -> bool:
    """Whether a cause is only where or when something holds: 在当前形势下."""
    opens = "prepositions" in reading.kinds_at(cause.start)
    return opens and reading.plain[cause.start : cause.end].endswith(reading.lexicon.lists["closers"])


def _cut_off(reading: Reading, cause: Span) -> bool:
    """Whether a cause is only a part of what stands there: 欧洲安全|与合作组织, 包括|制裁在内的措施."""
    behind, joints = reading.starting.get(cause.end), reading.lexicon.sets["joints"] - reading.lexicon.sets["listing"]
    joints |= reading.lexicon.sets["weak_links"]
    joined = behind is not None and behind.text in joints and behind.end < reading.clauses[-1].end
    words = reading.plain[cause.start : cause.end]
    stray = words[-2:-1] in set(reading.lexicon.marks) and not _is_actor(reading, Span(cause.end - 1, cause.end))
    taken = any(word in words for word in reading.lexicon.lists["included"])
    return joined or stray or (taken and not any(word in words for word in reading.lexicon.lists["taking_in"]))


def _told_within(reading: Reading, words: str, word: str) -> bool:
    """Whether a word of telling stands within a cause, with what is told behind it and no noun that it describes."""
    place = words.find(word, 1) if len(word) > 1 else -1
    rest = words[place + len(word) :]
    return place > 0 and bool(rest) and reading.lexicon.of not in rest


def _is_actor(reading: Reading, cause: Span) -> bool:
    return reading.plain[cause.start : cause.end] in reading.lexicon.sets["actors"]


def _goes_on_with_object(reading: Reading, clause: Clause) -> bool:
    """Whether a clause goes on with what the one before touches: 对民众,特别是妇女|造成不利影响."""
    n = reading.clause_at(clause.start)
    first = next(iter(reading.within(clause.start, clause.end)), None)
    if n == 0 or first is None or not first.text.startswith(reading.lexicon.lists["examples"]):
        return False
    before = reading.within(reading.clauses[n - 1].start, reading.clauses[n - 1].end)
    opened = next(
        (t for t in reversed(before) if t.text in reading.lexicon.sets["about"] | reading.lexicon.sets["gives"]), None
    )
    return opened is not None and not any(t.kinds & _PREDICATES for t in before if t.start > opened.start)


def _negated_between(reading: Reading, start: int, end: int) -> bool:
    """Whether the predicate right behind a cause is negated or what ought to be, up to the cue that goes on with it."""
    between = reading.within(start, end)
    if any(t.text in reading.lexicon.sets["joining"] for t in between):
        return False
    first = next((t for t in between if not t.kinds & (SKIPPED - {"norm"})), None)
    return first is not None and bool(first.kinds & {"negations", "norm"})


def _stance_told(reading: Reading, cause: Span) -> bool:
    """Whether a cause begins with a speaker who says or denies something: 双方不同意制裁."""
    token = reading.starting.get(cause.start)
    if token is None or not token.kinds & {"holders", "parties"}:
        return False
    while token is not None and token.kinds & ({"holders", "parties"} | SKIPPED):
        token = reading.starting.get(token.end)
    return token is not None and bool(token.kinds & {"negations", "say", "oppose", "forbids"})


def _broken_off(reading: Reading, cause: Span) -> bool:
    """Whether a cause holds the beginning of a predicate of its own: 该合作不会对第三方, 各国不得研发."""
    sets = reading.lexicon.sets
    for token in leading(reading, cause):
        opens = bool(token.kinds & {"negations", "avoid"}) and (
            token.text.endswith(reading.lexicon.lists["reopens"])
            or bool(reading.kinds_at(token.end) & {"prepositions", "determiners"})
        )
        if opens or "links" in token.kinds or token.text in sets["ought"] | sets["rejects"]:
            return True
    return False


def _forbidden(reading: Reading, clause: Clause, claim: Claim, *, here: bool) -> bool:
    """Whether what a cause does is said to be forbidden or kept from happening, before it or within it."""
    first = clause if here else reading.clauses[reading.clause_at(claim.cause.start)]
    of, joining = reading.lexicon.of, reading.lexicon.sets["joining"]
    for token in reading.within(first.start, claim.cue.start if here else claim.cause.end):
        if "forbids" not in token.kinds and not ("negations" in token.kinds and allows(reading, token.end)):
            continue
        within = token.start >= claim.cause.start
        modifies = within and of in reading.plain[token.end : claim.cause.end]
        apart = within and any(t.text in joining for t in reading.within(token.end, claim.cue.start))
        if not (modifies or apart):
            return True
    return False
