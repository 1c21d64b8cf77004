"""The ledger: every position as an undertaking, demand, norm or stance, with what stands beside it since.

Takes       ReadWorks, the register's events, the registry, and the day as of which the ledger is drawn up.
Gives       LedgerEntries in order of date, work and place; undated works last.
Method      one entry a position; repeats within a work are listed and count once. Kind, due, forum and basis are read
            from the text by named rules (`ledger_kinds`, `due`, `ledger_places`); what was said again is found by
            `repeats`, what happened since by `overtaken`, what fell silent by `ledger_later`. An entry is open as
            long as nothing of these closes it: its meeting was held, the thing it is about ended or came about, or
            its date is past.
Leaves out  whether a promise was kept. A language without tables for reading positions has no entries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actum.model.entry import LedgerEntry, Saying
from actum.model.fact import Position
from actum.model.read_work import ReadWork, Told
from actum.model.register import RegisterEvent
from actum.regime.assertion_rules import assertion_rules
from actum.regime.days import first_day, has_come, is_after
from actum.regime.ledger.conditions import on_condition
from actum.regime.ledger.due import dues
from actum.regime.ledger.items import itemised
from actum.regime.ledger.kinds import addressed, explicitness, kind_of
from actum.regime.ledger.places import basis_of, forum_of
from actum.regime.ledger.repeats import names_of, provision, said_again
from actum.regime.ledger.since import Since, Words, closed_because, later_works, since_lines
from actum.regime.ledger.text import LedgerText, Scope
from actum.regime.subjects import subjects
from actum.registry.load import Registry
from actum.text.span import Part, Span

THINGS = frozenset({"instrument", "body", "event"})
"""Kinds of mention to which something happens that may overtake what is said about them."""
ACTORS = frozenset({"state", "group"})


@dataclass(frozen=True, slots=True)
class _Held:
    """A position of a work, before anything is laid beside it."""

    work: ReadWork
    position: Position
    told: Told

    def saying(self, rule: str = "") -> Saying:
        """Where it is said, and by which rule it is the same as another."""
        at = self.position
        return Saying(self.work.work, self.work.date, self.told.id, at.division, at.sentence, rule)


def ledger(
    works: Sequence[ReadWork], events: Sequence[RegisterEvent], *, registry: Registry, as_of: str, undated: bool = True
) -> tuple[LedgerEntry, ...]:
    """The entries of all works dated by `as_of`; with `undated`, also of works without a day.

    `as_of` is EDTF, its last day counting. Nothing is told to have happened after the text of a work without a day.
    """
    known = sorted(
        (one for one in works if has_come(one.date, as_of) or (undated and not first_day(one.date))), key=_order
    )
    held = [
        _Held(work, one, told)
        for work in known
        for position, beside in _in_place(work)
        for one, told in itemised(position, beside, work)
    ]
    names = {one.work: names_of(one) for one in known}
    again = said_again([provision(one.position, one.work, names[one.work.work], order=n) for n, one in enumerate(held)])
    texts = {one.work: LedgerText(one) for one in known}
    by_thing: dict[str, list[RegisterEvent]] = {}
    for event in events:
        by_thing.setdefault(event.of, []).append(event)
    beside = Since(by_thing, registry, as_of, later_works(known, registry))
    return tuple(
        _entry(one, [(held[n], rule) for n, rule in again.get(at, ())], texts[one.work.work], beside)
        for at, one in enumerate(held)
    )


def latest_day(works: Sequence[ReadWork], events: Sequence[RegisterEvent]) -> str:
    """The latest day on which something was said or happened; empty where nothing has a day."""
    dates = [one.date for one in works] + [one.date for one in events if not one.work]
    return max((first_day(date.rpartition("/")[2]) for date in dates), default="")


def _order(work: ReadWork) -> tuple[bool, str, str]:
    return not first_day(work.date), work.date, work.work


def _in_place(work: ReadWork) -> Iterator[tuple[Position, Told]]:
    yield from sorted(work.positions, key=lambda pair: (pair[0].cue, pair[0].act, pair[1].id))


def _entry(held: _Held, others: Sequence[tuple[_Held, str]], text: LedgerText, beside: Since) -> LedgerEntry:
    position, work = held.position, held.work
    scope = text.scope(position)
    forum = forum_of(scope, text) if scope else ()
    basis = basis_of(scope, text) if scope else ()
    due = dues(position, scope, text, beside.registry) if scope else ()
    kind, kind_by = kind_of(position, text)
    condition = on_condition(scope, text) if scope else None
    to = addressed(position, text)
    sayings = tuple(one.saying(rule) for one, rule in others)
    matter = scope.matter.of(text.untitled) if scope and scope.matter else ""
    resting = tuple(one.id for one in (*forum, *basis))
    apart = _parts_of_things(scope, text)
    things = (one for one in position.about if one not in (*resting, *apart) and text.kinds.get(one) in THINGS)
    actors = (one for one in position.about if text.kinds.get(one) in ACTORS and one.upper() not in position.holder)
    words = Words(kind, matter, tuple(things), tuple(actors), resting, due)
    found = since_lines(held.work, position, sayings, beside, words=words)
    closed = closed_because(found, words, language=work.language, as_of=beside.as_of)
    first, last = _ends(held.saying(), sayings)
    named = (*position.about, *(one.id for one in to if one.id), *(one.event for one in due if one.event))
    return LedgerEntry(
        id=held.told.id,
        position=held.told.id.partition(".")[0],
        work=work.work,
        date=work.date,
        division=position.division,
        sentence=position.sentence,
        kind=kind,
        kind_by=f"{kind_by}, on-condition" if condition else kind_by,
        holder=position.holder,
        holder_written=position.holder_written,
        addressee=to,
        act=position.act,
        cue=position.cue,
        strength=position.strength,
        explicit=explicitness(to),
        matter=_with_condition(position, condition, text),
        about=position.about,
        subjects=tuple(sorted({slug for one in named for slug in subjects(one, beside.registry)})),
        forum=forum,
        basis=basis,
        due=due,
        first=first,
        last=last,
        repeated_in=held.told.repeated_in,
        said_in=sayings,
        beside=found.lines,
        answered_by=tuple(one for one, _ in found.answers),
        overtaken_by=tuple(one for one, _ in found.overtakes),
        open=not closed,
        closed_because=closed,
        witnesses=held.told.witnesses,
        made_by=position.made_by,
    )


def _with_condition(position: Position, condition: Span | None, text: LedgerText) -> Part | None:
    """The matter; where a condition stands before it, from there on: what is bound to an if is never shown without."""
    if condition is None or position.matter is None:
        return position.matter
    opened = text.back(condition)
    return Part.cut(text.work.text, Span(min(opened.start, position.matter.start), position.matter.end))


def _parts_of_things(scope: Scope | None, text: LedgerText) -> set[str]:
    """The ids of instruments of which the matter names an amendment, a protocol, an annex: things of their own."""
    apart = assertion_rules(text.work.language).apart
    named = text.named_in(scope.matter) if scope and scope.matter else ()
    return {
        one.id
        for place, one in named
        if one.kind == "instrument"
        if apart.match(text.text, place.end) or apart.fullmatch(place.of(text.text).rpartition("》")[2])
    }


def _ends(own: Saying, others: Sequence[Saying]) -> tuple[Saying, Saying]:
    """The first and the last work that say it, of those with a day; its own where it has none."""
    if not first_day(own.date):
        return own, own
    first = last = own
    for one in others:
        if is_after(first.date, one.date):
            first = one
        if is_after(one.date, last.date):
            last = one
    return first, last
