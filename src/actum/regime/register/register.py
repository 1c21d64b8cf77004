"""The register: what instruments and bodies there are, and what happened to each.

Takes       the registry, and events that texts assert.
Gives       a Register: subjects by slug, and the events of each in order of time.
Method      an event's id is made of what it says, so that the order of a file does not matter; two that say the same
            are one. The states of a treaty are its parties, a state that is no more and its successor counted once
            (relation `succeeded-by`).
Leaves out  what is in force when: `status` tells that from the events.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from actum.model.register import RegisterEvent
from actum.regime.dates import order
from actum.registry.load import Registry
from actum.registry.row import BODIES, INSTRUMENTS, Event, Row
from actum.text.fold import fold

MULTILATERAL = "multilateral"
REGISTERED = frozenset({*INSTRUMENTS, *BODIES, "event"})
"""Kinds of rows that have a status."""
_AROUND = re.compile(r"[《》〈〉“”\"«»]")


@dataclass(frozen=True, slots=True)
class Subject:
    """What events are of.

    `parties` are those it is between, each once, sorted; empty where they are not known. `many`: it is known to be
    multilateral, its parties not listed. `part_of` are slugs of what it is a part of. `heirs` are pairs of a state that
    is no more and the one that took its place.
    """

    slug: str
    kind: str = ""
    parties: tuple[str, ...] = ()
    many: bool = False
    part_of: tuple[str, ...] = ()
    heirs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """Subjects and their events by slug; one that the registry lacks is a subject once a text says something of it."""

    subjects: dict[str, Subject]
    events: dict[str, tuple[RegisterEvent, ...]]


def register_of(registry: Registry, asserted: Iterable[RegisterEvent] = ()) -> Register:
    """The register of a registry, with what texts assert beside it."""
    heirs = _heirs(registry)
    rows = [row for row in registry.rows if row.kind in REGISTERED]
    subjects = {row.slug: _subject(row, heirs) for row in rows}
    events = {row.slug: [registered(row.slug, event) for event in row.events] for row in rows}
    for event in asserted:
        subjects.setdefault(event.of, Subject(event.of, heirs=heirs))
        events.setdefault(event.of, []).append(event)
    return Register(subjects, {slug: in_order(some) for slug, some in events.items()})


def registered(slug: str, event: Event) -> RegisterEvent:
    """An event of a registry row as the register has it."""
    according_to = tuple(sorted(set(event.according_to) - {"*"}))
    told = [event.type, event.date, *sorted(event.parties)]
    told += ["by", *according_to] if according_to else []
    return RegisterEvent(
        id=f"{slug}/{'/'.join(told)}",
        of=slug,
        type=event.type,
        date=event.date,
        source=event.source,
        sure=event.sure,
        effective=event.effective,
        until=event.until,
        parties=tuple(sorted(event.parties)),
        according_to=according_to,
        purported=event.purported,
        known_on=event.known_on,
        outcome=event.outcome,
        note=event.note,
    )


def in_order(events: Iterable[RegisterEvent]) -> tuple[RegisterEvent, ...]:
    """Events in order of time, then id, the same one once; of several with one id, the later ones have a number."""
    told: dict[str, int] = {}
    some = []
    for one in sorted(dict.fromkeys(events), key=lambda one: (*order(one.date), one.id, repr(one))):
        told[one.id] = told.get(one.id, 0) + 1
        some.append(one if told[one.id] == 1 else replace(one, id=f"{one.id}/{told[one.id]}"))
    return tuple(some)


def slugs_named(registry: Registry, words: str, *, whole: bool = False) -> tuple[str, ...]:
    """Slugs of the registered rows called so: by slug, else by a whole name in any language, else by a part of one.

    `whole` leaves the last out. One that was replaced under the same title has no name of its own: it answers to its
    successor's. In order of the registry; title marks and spelling do not count. Empty where none is.
    """
    slug = words.strip().lower()
    if slug in registry.by_slug and registry.by_slug[slug].kind in REGISTERED:
        return (slug,)
    sought = _plain(words)
    if not sought:
        return ()
    names = _names(registry)
    found = [slug for slug, some in names if sought in some]
    found += [slug for one in found for slug in _under_its_title(registry, one)]
    if found or whole:
        return tuple(found)
    return tuple(slug for slug, some in names if any(sought in name for name in some))


@cache
def _names(registry: Registry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The slugs of what has a status, each with its names as they are compared."""
    rows = (row for row in registry.rows if row.kind in REGISTERED)
    return tuple((row.slug, tuple(_plain(name.text) for name in row.names)) for row in rows)


def _under_its_title(registry: Registry, slug: str) -> list[str]:
    """Slugs of what an instrument replaced under the same title."""
    replaced = [one for relation, slugs in registry.by_slug[slug].relates if relation == "replaces" for one in slugs]
    return [one for one in replaced if one in registry.by_slug and not registry.by_slug[one].names]


def _plain(words: str) -> str:
    return fold(_AROUND.sub("", words)).text.strip()


def _heirs(registry: Registry) -> tuple[tuple[str, str], ...]:
    return tuple(
        (row.slug.upper(), slug.upper())
        for row in registry.rows
        for relation, slugs in row.relates
        if relation == "succeeded-by"
        for slug in slugs
    )


def _subject(row: Row, heirs: tuple[tuple[str, str], ...]) -> Subject:
    now = dict(heirs)
    many = MULTILATERAL in row.parties
    parties = () if many else tuple(sorted({now.get(code, code) for code in row.parties}))
    return Subject(row.slug, row.kind, parties, many=many, part_of=row.part_of, heirs=heirs)
