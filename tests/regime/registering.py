"""Short hands for tests of the register: events and statuses in few words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from actum.model.register import EventType, RegisterEvent, Status
from actum.regime.register.register import Register, Subject, in_order, register_of
from actum.regime.register.status import ANYBODY, fold, status_of
from actum.registry.load import Registry, load

TWO = Subject("a-treaty", "treaty", ("RUS", "USA"), heirs=(("SUN", "RUS"),))
MANY = Subject("a-treaty", "treaty", many=True)
LATER = "2030-01-01"


def event(kind: str, date: str, **more: Any) -> RegisterEvent:
    """An event of `a-treaty`, checked in a source unless said otherwise."""
    types: tuple[EventType, ...] = get_args(EventType)
    name = next(one for one in types if one == kind)
    parties = "-".join(more.get("parties", ()))
    who = "-".join(more.get("according_to", ()))
    values = {"source": "a book", "sure": "A", "id": f"a-treaty/{kind}/{date}/{parties}/{who}", **more}
    return RegisterEvent(of="a-treaty", type=name, date=date, **values)


def status(
    events: Sequence[RegisterEvent],
    as_of: str,
    *,
    subject: Subject = TWO,
    known_on: str = "",
    according_to: Sequence[str] = ANYBODY,
) -> Status:
    return fold(events, subject=subject, as_of=as_of, known_on=known_on or as_of, according_to=according_to)


def state(events: Sequence[RegisterEvent], as_of: str, **more: Any) -> str:
    return status(events, as_of, **more).answer.state


def shipped(slug: str, as_of: str, **more: Any) -> Status:
    """The status by the registry that ships, all three clocks at `as_of` unless said otherwise."""
    return status_of(_REGISTER, slug, as_of=as_of, known_on=more.pop("known_on", as_of), **more)


def register(registry: Registry) -> Register:
    return register_of(registry)


def ids(events: Sequence[RegisterEvent]) -> list[str]:
    return [one.id for one in in_order(events)]


_REGISTER = register_of(load())
