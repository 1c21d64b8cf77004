"""What stands beside an entry since it was said: events, later works, silence; and what closes it.

Takes       a position of a work with its dues and sayings; the events, the later works and the day asked for.
Gives       dated lines in order, the events that answer or overtake the entry, and why it is not open.
Method      events of the things the entry is about, is due at, or rests on, and of what these are part of. Of later
            works of one language in which all its holders speak: the provision said again, its things named without
            it, silence that is earned, or unknown. Nothing closes a stance; a meeting or a date closes no matter of
            several clauses, of which it may be due for one.
Leaves out  lines for works without a day, and for works whose day may be the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from actum.model.entry import BesideLine, Due, LedgerKind, Saying
from actum.model.fact import Position
from actum.model.read_work import ReadWork
from actum.model.register import RegisterEvent
from actum.regime.days import first_day, is_after, is_past
from actum.regime.ledger.later import LaterWork, is_nameable
from actum.regime.ledger.overtaken import Said, overtaking, parts, since
from actum.regime.subjects import subjects
from actum.registry.load import Registry

POSTPONED = "postponed"
"""The outcome of a meeting that was not held; nothing is answered by it."""

Ruled = tuple[RegisterEvent, str]


@dataclass(frozen=True, slots=True)
class Since:
    """What may stand beside any entry: events by what they are of, and for each work the later ones of its language."""

    events: Mapping[str, Sequence[RegisterEvent]]
    registry: Registry
    as_of: str
    later: Mapping[str, Sequence[LaterWork]]


@dataclass(frozen=True, slots=True)
class Words:
    """How an entry says it: its kind, its matter simplified with titles hidden, its forum and basis, its dues.

    `things` are the instruments, bodies and meetings that it is itself about, `others` the states and groups that its
    matter names besides its holders.
    """

    kind: LedgerKind
    matter: str
    things: tuple[str, ...]
    others: tuple[str, ...]
    resting: tuple[str, ...]
    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What stands beside one entry."""

    lines: tuple[BesideLine, ...]
    answers: tuple[Ruled, ...]
    overtakes: tuple[Ruled, ...]


def later_works(works: Sequence[ReadWork], registry: Registry) -> dict[str, list[LaterWork]]:
    """For each work those of its language that are surely later, in the order given."""
    every = [LaterWork(one, registry) for one in works]
    return {
        work.work: [one for one in every if one.work.language == work.language and is_after(one.work.date, work.date)]
        for work in works
    }


def since_lines(work: ReadWork, position: Position, sayings: Sequence[Saying], beside: Since, *, words: Words) -> Found:
    """What stands beside a position of a work that says it in such words."""
    meetings = [one.event for one in words.due if one.event]
    own = [one for one in position.about if one not in words.resting]
    things = {slug for one in (*position.about, *words.resting, *meetings) for slug in subjects(one, beside.registry)}
    happened = since((one for thing in sorted(things) for one in beside.events.get(thing, ())), work.date, beside.as_of)
    said = Said(
        words.kind,
        words.things,
        position.holder,
        tuple(one.id.upper() for one in position.addressee),
        words.others,
        words.matter,
        work.language,
    )
    overtakes = tuple(overtaking(happened, said))
    answers = tuple(
        (one, "answered:meeting-held")
        for one in (happened if _due_as_a_whole(words, work.language) else ())
        if one.of in meetings and one.outcome != POSTPONED
    )
    by = {one.id: rule for one, rule in (*overtakes, *answers)}
    events = [
        BesideLine("event", one.date, one.of, event_words(one), event=one, made_by=by.get(one.id, "since:its-things"))
        for one in happened
    ]
    works = list(_works(work, position, sayings, beside, own=own))
    lines = sorted(
        (*events, *works), key=lambda one: (first_day(one.date), one.date, one.kind != "event", one.work, one.of)
    )
    return Found(tuple(lines), answers, tuple(one for one in overtakes if one[0].of not in meetings))


def _due_as_a_whole(words: Words, language: str) -> bool:
    """Whether what falls due is the whole matter of something to be done: no stance, and no clause beside another."""
    opening = next((one.part.text for one in words.due if words.matter.startswith(one.part.text)), "")
    rest = words.matter.removeprefix(opening).lstrip("，,")
    return words.kind != "stance" and not parts(rest, language)


def _works(
    work: ReadWork,
    position: Position,
    sayings: Sequence[Saying],
    beside: Since,
    *,
    own: Sequence[str],
) -> Iterator[BesideLine]:
    """A line for each later work: that it says it again; else for each thing with a name what it has of that."""
    things = sorted({one for one in own if is_nameable(one, beside.registry)})
    holders = set(position.holder)
    for later in beside.later[work.work]:
        other = later.work
        if not holders <= later.parties:
            continue
        again = [one for one in sayings if one.work == other.work]
        for one in again:
            yield BesideLine(
                "said-again", other.date, "", "says it again", other.work, one.sentence, made_by=one.made_by
            )
        for thing in things if not again else ():
            kind, part = later.has(thing)
            words = {"named": "names it, but does not say this", "silent": "is silent", "unknown": "cut: not known"}[
                kind
            ]
            yield BesideLine(kind, other.date, thing, words, other.work, part, made_by=f"later:{kind}")


def event_words(event: RegisterEvent) -> str:
    """An event in words: what happened, for whom, with what outcome, who tells it, and whether it was checked."""
    words: list[str] = [event.type]
    if event.parties:
        words.append(f"by {' '.join(event.parties)}")
    if event.outcome:
        words.append(f"(outcome: {event.outcome})")
    if event.according_to:
        words.append(f"according to {' '.join(event.according_to)}")
    return " ".join(words) + ("" if event.sure == "A" else ", unverified")


def closed_because(found: Found, words: Words, *, language: str, as_of: str) -> tuple[str, ...]:
    """Why an entry is not open, one line a reason; nothing where it is.

    With several dues it is closed by a date only where all of them that are dates are past.
    """
    lines = [f"answered: {one.of} {event_words(one)}, {one.date}" for one, _ in found.answers]
    lines += [f"overtaken: {one.of} {event_words(one)}, {one.date}" for one, _ in found.overtakes]
    dated = [one for one in words.due if one.reads == "date" and one.edtf]
    whole = bool(dated) and _due_as_a_whole(words, language)
    if whole and all(is_past(one.edtf, as_of) for one in dated):
        lines += [f"date past: {one.part.text} ({one.edtf})" for one in dated]
    return tuple(lines)
