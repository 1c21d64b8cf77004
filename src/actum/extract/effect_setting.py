"""What stands before a place in its clause: adverbs, subject, adjuncts, a preposition that is still open.

Takes       a Reading, a clause of it and a place in that clause.
Gives       a Setting; the Subject that a stretch names.
Method      backwards over adverbs and auxiliaries, forwards over an adjunct at the head of the clause (`在…下`); what
            is left between is the subject.
Leaves out  subjects that stand in an earlier clause; see `effect_reading`.
"""

from __future__ import annotations

from dataclasses import dataclass

from actum.extract.effect_tokens import Clause, Reading, Subject, SubjectKind, Token
from actum.text.span import Span

# A clause's own predicate, as far as the tables know it.
STRONG = frozenset({"future", "links", "helps", "causatives", "passives", "harm", "predicates"})
WEAK = frozenset(
    {"verbs", "adverbs", "norm", "negations", "attempt", "further", "avoid", "prepositions", "say", "wish"}
)
VERBAL = frozenset({"verbs", "further", "harm", "shed", "avoid", "creating", "wish"})
# What stands right before a modifier rather than before a main verb.
BEFORE_MODIFIER = frozenset(
    {"determiners", "oppose", "avoid", "verbs", "prepositions", "conjunctions", "say", "wish", "creating", "shed"}
)
# A single word of these kinds names nobody.
_NO_SUBJECT = frozenset(
    {"verbs", "future", "links", "negations", "adverbs", "say", "wish", "avoid", "openings", "determiners"}
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands before a place: its adverbs and what they can be, the stretch before them, and what that is.

    `left` is where the adverbs begin, `own` the subject before them, `joined` says that a conjunction ends the
    stretch, `inside` that a preposition is open, `adjunct` is the phrase that takes up the whole stretch.
    """

    clause: Clause
    left: int
    kinds: frozenset[str]
    words: tuple[str, ...]
    own: Subject | None
    joined: bool
    inside: bool
    adjunct: Span | None


def setting(reading: Reading, clause: Clause, start: int) -> Setting:
    """What stands before a place in its clause."""
    left, passed = reading.back(start, clause.body)
    kinds = frozenset(kind for token in passed for kind in token.kinds)
    kinds |= clause.opening if left <= clause.body else frozenset()
    floor, adjunct = _past_adjunct(reading, clause.body, left, subjectless=clause.subject is None)
    inside = _inside(reading, clause, floor, left)
    joined = left > clause.body and "conjunctions" in reading.kinds_before(left)
    own = None
    if not inside and not joined and floor < left:
        own = subject_of(reading, floor, _before_adjunct(reading, floor, left))
    return Setting(clause, left, kinds, tuple(token.text for token in passed), own, joined, inside, adjunct)


def subject_of(reading: Reading, start: int, end: int) -> Subject | None:
    """The subject that a stretch before a predicate names; None where it names none."""
    start, end = _bare(reading, start, end)
    words, sets = reading.plain[start:end], reading.lexicon.sets
    if not words or words[-1] == reading.lexicon.of:
        return None
    first = reading.starting.get(start)
    alone = first is not None and first.end >= end
    deed = alone and words in sets["bare_deeds"] and "future" in reading.kinds_at(end)
    known = sets["other"] | sets["pronouns"]
    if alone and not deed and words not in known and reading.kinds_at(start) & _NO_SUBJECT:
        return None
    return Subject(Span(start, end), _kind(reading, first, start, end))


def _kind(reading: Reading, first: Token | None, start: int, end: int) -> SubjectKind:
    """What a subject is, told by its first word and its last."""
    words, sets = reading.plain[start:end], reading.lexicon.sets
    if words in sets["pronouns"]:
        return "pronoun"
    if first is not None:
        alone = first.end >= end
        acts = reading.kinds_at(first.end) & (STRONG | WEAK | {"wish", "say", "shed"})
        if "holders" in first.kinds and (alone or acts):
            return "holder"
        placed = first.text in sets["within_place"] and _holds_deed(reading, first.end, end)
        if (first.kinds & VERBAL and not alone) or placed:
            return "deed"
    inner = frozenset(kind for token in reading.within(start, end) for kind in token.kinds)
    named = reading.lexicon.patterns["actors"].search(words) is not None
    return "actor" if named and not inner & {"verbs", "harm", "prepositions"} else "thing"


def _bare(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """A stretch without blanks and marks at its edges, and without adverbs and links at its end."""
    words = reading.plain[start:end]
    start += len(words) - len(words.lstrip(" 、\n"))
    end, _ = reading.back(start + len(reading.plain[start:end].rstrip(" 、\n")), start)
    while "links" in reading.kinds_before(end) and reading.ending[end].start > start:
        end, _ = reading.back(reading.ending[end].start, start)
    return _undated(reading, start, end)


def _undated(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """A stretch without the date that ends it (甲国|2019年), or that stands before somebody who acts (2019年|甲国)."""
    behind = reading.lexicon.patterns["dated_end"].search(reading.plain, start, end)
    if behind is not None:
        end, _ = reading.back(behind.start(), start)
    before = reading.lexicon.patterns["dated"].match(reading.plain, start, end)
    acting = reading.lexicon.sets["actors"] | reading.lexicon.sets["parties"]
    if before is not None and reading.plain[before.end() : end] in acting:
        start = before.end()
    return start, end


def _past_adjunct(reading: Reading, start: int, end: int, *, subjectless: bool) -> tuple[int, Span | None]:
    """Where a stretch goes on behind an adjunct at its head (`在…下`), and that adjunct."""
    token, sets = reading.starting.get(start), reading.lexicon.sets
    if token is None or "prepositions" not in token.kinds or token.end >= end:
        return start, None
    closers = list(reading.lexicon.patterns["closers"].finditer(reading.plain, token.end, end))
    if closers and not _modifies(reading, closers[-1].end(), end):
        return closers[-1].end(), Span(start, closers[-1].end())
    noun = token.text in sets["of_nominal"] and _ends_in_noun(reading, token.end, end)
    deed = token.text in sets["within_place"] and subjectless and _holds_deed(reading, token.end, end)
    if noun or deed or _ends_in_conduct(reading, token.end, end):
        return start, None
    return end, Span(start, end)


def _ends_in_conduct(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch ends in a noun of conduct that it describes: `以牺牲他国…的做法`."""
    cut = reading.plain.rfind(reading.lexicon.of, start, end)
    return cut > 0 and reading.lexicon.patterns["conduct"].fullmatch(reading.plain, cut + 1, end) is not None


def _modifies(reading: Reading, place: int, end: int) -> bool:
    """Whether a phrase that ends at a place is part of a noun: `在…方面的合作`, `在…方面进行的合作`."""
    token = reading.starting.get(place)
    behind = token.end if token is not None and "verbs" in token.kinds else place
    return behind < end and reading.plain[behind] == reading.lexicon.of


def _holds_deed(reading: Reading, start: int, end: int) -> bool:
    """Whether a verb with its object stands behind the phrase: `在境外|部署导弹`."""
    return any("verbs" in t.kinds and t.start > start + 1 and t.end < end for t in reading.within(start, end))


def _ends_in_noun(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch ends in a noun that it describes: `对Y的投入`."""
    cut = reading.plain.rfind(reading.lexicon.of, start, end)
    return start < cut < end - 1 and not any("verbs" in t.kinds for t in reading.within(cut, end)[:-1])


def _inside(reading: Reading, clause: Clause, start: int, end: int) -> bool:
    """Whether the place `end` lies within a prepositional phrase: `在促进…方面`, `为维护…`."""
    token = reading.ending.get(end)
    if token is not None and token.start >= start and "prepositions" in token.kinds:
        return True
    if reading.plain[start:end].endswith(reading.lexicon.of):
        return True
    places = reading.lexicon.sets["within_place"]
    opened = [t for t in reading.within(clause.body, end) if t.text in places]
    closers = reading.lexicon.patterns["closers"]
    if not opened or closers.search(reading.plain, opened[-1].end, end) is not None:
        return False
    return closers.search(reading.plain, end, clause.end) is not None


def _before_adjunct(reading: Reading, start: int, end: int) -> int:
    """Where a subject ends that an adjunct follows: `该计划|在地区层面`."""
    for token in reading.within(start, end):
        if "prepositions" in token.kinds and token.start > start:
            verbs = any(t.kinds & VERBAL for t in reading.within(start, token.start))
            verbs = verbs or (token.text in reading.lexicon.sets["at"] and _holds_deed(reading, token.end, end))
            return end if reading.lexicon.of in reading.plain[token.start : end] or verbs else token.start
    return end
