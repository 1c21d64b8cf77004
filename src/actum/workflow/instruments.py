"""Instruments as a workspace knows them: which its works name, what each is as of a date, and through time.

Takes       a workspace with a build.
Gives       Instruments, with statuses and Periods as rows.
Method      the register is made once; the state is told anew on every day on which an event begins or ceases to
            matter, and days between which nothing changes are one period.
Leaves out  the clock: today is what the caller says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from actum.model.register import RegisterEvent
from actum.regime.register.register import Register
from actum.regime.register.status import status_of
from actum.registry.edtf import FIRST, LAST, days
from actum.registry.load import Registry
from actum.store.files import Row
from actum.store.register_rows import status_row
from actum.store.workspace import Workspace
from actum.workflow.read_works import read_works
from actum.workflow.regime import instruments_named, name_of, register_with
from actum.workflow.registers import registry_of


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to another, both within, an instrument has one status, as of its first day; `end` is empty for open.

    What was not known then is not told: the status of a past day is by what could be known on it.
    """

    start: str
    end: str
    status: Row


@dataclass(frozen=True, slots=True, eq=False)
class Instruments:
    """The register of a workspace; `named` are the slugs of all instruments that its works name, in its order."""

    registry: Registry
    register: Register
    named: tuple[str, ...]

    def status(self, slug: str, *, as_of: str, today: str) -> Row:
        """The status as of a date, by what could be known by its end, and never later than today."""
        known_on = min(as_of, today, key=lambda one: days(one)[1])
        found = status_of(self.register, slug, as_of=as_of, known_on=known_on)
        return status_row(found, name=name_of(self.registry, slug))

    def periods(self, slug: str, *, today: str) -> list[Period]:
        """The statuses through time, from the first day of which anything is known; none where nothing is."""
        starts = sorted({day for event in self.register.events.get(slug, ()) for day in _moving(event)})
        found: list[Period] = []
        for start in starts:
            row = self.status(slug, as_of=start, today=today)
            if found and _same(found[-1].status, row):
                continue
            if not found and not row["events"] and not row["said"]:
                continue
            if found:
                found[-1] = Period(found[-1].start, _before(start), found[-1].status)
            found.append(Period(start, "", row))
        return found


def instruments(workspace: Workspace) -> Instruments:
    """The instruments that the works name, and the register they are looked up in. Raises NotBuilt."""
    registry, works = registry_of(workspace), read_works(workspace)
    return Instruments(registry, register_with(registry, works), instruments_named(registry, works))


def _moving(event: RegisterEvent) -> Iterator[str]:
    """The days on which an event may begin to count, surely counts, or has passed its end."""
    for written in (event.date, event.effective, event.known_on, event.until):
        if written in ("", ".."):
            continue
        first, last = days(written)
        if first != FIRST:
            yield first
        if last != LAST:
            yield last
            yield _after(last)


def _same(one: Row, other: Row) -> bool:
    """Whether two statuses tell a reader the same; the day as of which each is told counts for nothing."""
    told = [_undated(row) for row in (one, other)]
    return told[0] == told[1] and all(one[key] == other[key] for key in ("state", "since", "until", "contested"))


def _undated(row: Row) -> list[str]:
    return [line.replace(row["as_of"], "").replace(row["known_on"], "") for line in row["caveats"]]


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def inverse(registry: Registry, slug: str) -> list[tuple[str, str]]:
    """The relations of other rows to this one: relation and slug of the other, in the order of the registry."""
    found = [(name, row.slug) for row in registry.rows for name, slugs in row.relates if slug in slugs]
    return [*found, *(("part-of", row.slug) for row in registry.rows if slug in row.part_of)]
