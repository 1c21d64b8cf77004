"""What a clause goes on about: its cause, where its own words do not name it.

Takes       a Reading, the number of a clause, and the Setting of a cue in it.
Gives       the span of a cause, None where the sentence names none.
Method      a pronoun (这) means the clauses before it, from behind the last speaker; an outcome (`…, 为Y提供保障`) is
            that of what the clause before does; a noun before a preposition reaches back to the last verb.
Leaves out  causes in an earlier sentence.
"""

from __future__ import annotations

from actum.extract.effect_parts import trimmed
from actum.extract.effect_setting import Setting
from actum.extract.effect_tokens import Clause, Reading, Subject
from actum.text.span import Span

_DEEDS = frozenset({"verbs", "shed", "further", "creating", "harm", "avoid", "oppose"})
_LEFT_BEHIND = frozenset({"verbs", "prepositions", "avoid", "oppose", "say", "wish", "shed"})


def span_of(reading: Reading, n: int, subject: Subject) -> Span:
    """The subject as a cause: for a pronoun what the sentence says before it, where it says something."""
    stands = reading.clause_at(subject.span.start) if subject.kind == "pronoun" else n
    return (antecedent(reading, min(n, stands)) if subject.kind == "pronoun" else None) or subject.span


def antecedent(reading: Reading, n: int) -> Span | None:
    """The clauses before clause `n`, from behind the last speaker; None without any.

    Of a stance (`对X表示关切`) only what it is about.
    """
    first = n
    while first > 0:
        previous = reading.clauses[first - 1]
        empty = previous.body >= previous.end
        first -= not empty
        if previous.operator is not None or previous.holder or empty:
            break
    if first == n:
        return None
    start, end = reading.clauses[first].body, reading.clauses[n - 1].end
    if reading.clauses[n - 1].stance:
        end = next((t.start for t in reading.within(start, end) if "stops" in t.kinds), end)
    return trimmed(reading, start, end)


def outcome(reading: Reading, n: int) -> Span | None:
    """What the clause before says is done or is so: the cause of a clause that tells its outcome."""
    if n == 0:
        return None
    previous = reading.clauses[n - 1]
    first = reading.starting.get(previous.body)
    if _example(reading, previous) or (first is not None and first.text in reading.lexicon.sets["gives"]):
        return outcome(reading, n - 1)
    if previous.purpose or _addressed_alone(reading, previous):
        return None
    if previous.body >= previous.end or _adjunct_only(reading, previous):
        return antecedent(reading, n - 1)
    if first is not None and "creating" in first.kinds and previous.mode == "wish":
        return trimmed(reading, first.end, previous.end)
    return trimmed(reading, previous.body if previous.deed is None else previous.deed, previous.end)


def supposed_before(reading: Reading, n: int) -> Span | None:
    """What a clause before supposes, where clause `n` goes on with what then comes: 如甲国试验, |将威胁乙国.

    None where a clause between brings a subject of its own.
    """
    while n > 0:
        clause = reading.clauses[n]
        if clause.lead is not None or clause.operator is not None or clause.holder:
            return None
        n -= 1
        before = reading.clauses[n]
        found = reading.lexicon.patterns["conditional"].search(reading.plain, before.start, before.end)
        if found is not None:
            start = found.end() if found.start() <= before.body < found.end() else before.body
            return trimmed(reading, start, before.end)
    return None


def _example(reading: Reading, clause: Clause) -> bool:
    """Whether a clause only names an example of what the one before names: 特别是…国家."""
    opening = reading.within(clause.start, clause.end)[:1]
    return bool(opening) and opening[0].text.startswith(reading.lexicon.lists["examples"])


def _addressed_alone(reading: Reading, clause: Clause) -> bool:
    """Whether a clause of a call says no more than who is called on: 促请|所有国家."""
    deeds = any(t.kinds & _DEEDS for t in reading.within(clause.body, clause.end))
    return clause.mode == "wish" and not deeds


def _adjunct_only(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is no more than a prepositional phrase: `同各方一道`, `在此基础上`."""
    if "prepositions" not in reading.kinds_at(clause.body):
        return False
    closed = reading.plain[clause.body : clause.end].rstrip().endswith(reading.lexicon.lists["closers"])
    return closed or not any(t.kinds & {"verbs", "shed", "further"} for t in reading.within(clause.body, clause.end))


def nearest_noun(reading: Reading, here: Setting) -> Span | None:
    """The noun phrase right before a place: behind the last verb, preposition or operator."""
    start, end = here.clause.body, here.left
    touched = reading.lexicon.sets["gives"] | reading.lexicon.sets["about"]
    left = [t for t in reading.within(start, end) if t.kinds & _LEFT_BEHIND]
    # 乌克兰危机给平民造成的苦难: what stands behind the preposition is touched, what stands before it does it
    if left and left[-1].text in touched and left[-1].start > start:
        end = left.pop().start
    if left:
        start = left[-1].end + (reading.plain[left[-1].end] == reading.lexicon.done)
    return trimmed(reading, _taking_in(reading, here.clause.start, start, end), end) if start < end else None


def _taking_in(reading: Reading, floor: int, start: int, end: int) -> int:
    """Where a noun phrase begins that says what it takes in, which holds verbs: 包括制裁在内的措施."""
    sets = reading.lexicon.sets
    closed = any(word in reading.plain[start:end] for word in reading.lexicon.lists["included"])
    opened = [t.start for t in reading.within(floor, end) if t.text in sets["taking_in"]]
    return min(start, opened[-1]) if closed and opened else start


def prevented(reading: Reading, here: Setting) -> bool:
    """Whether what is said of a place is said to be prevented."""
    return any("avoid" in t.kinds for t in reading.within(here.clause.body, here.left)[:1])
