"""Tables of facts that a reader filters, sorts and groups: what can be chosen, and the rows in their groups.

Takes       rows, and for each key the values that a row has under it.
Gives       Choices with their counts; groups of rows.
Method      a row that has several values under the key it is grouped by stands in each of their groups, and is counted
            once in all. Sorting is stable: what is equal stays in the order of works and places.
Leaves out  what the values are called: the page knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from actum.store.files import Row

CHOICES = 150
"""Values of one key that can be chosen from a list, the most frequent ones, 2026-11-26."""
Values = Callable[[Row], Sequence[str]]
Named = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a key, what it is called, and how many rows have it."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that share a value; its name is empty where nothing groups them."""

    name: str
    rows: tuple[Row, ...]


def choices(rows: Iterable[Row], keys: Mapping[str, Values], named: Named) -> dict[str, list[Choice]]:
    """For each key its values by name; of very many the most frequent."""
    counts: dict[str, Counter[str]] = {key: Counter() for key in keys}
    for row in rows:
        for key, values in keys.items():
            counts[key].update(set(values(row)))
    return {key: _listed(key, counted, named) for key, counted in counts.items()}


def _listed(key: str, counted: Counter[str], named: Named) -> list[Choice]:
    most = sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:CHOICES]
    return sorted((Choice(value, named(key, value), n) for value, n in most), key=lambda one: (one.name, one.value))


def numbers(listed: Mapping[str, Sequence[Choice]]) -> dict[str, dict[str, int]]:
    """For each key the number of each value in its list, counted from 1: in the form, `all` comes first."""
    return {key: {one.value: number for number, one in enumerate(own, 1)} for key, own in listed.items()}


def grouped(rows: Sequence[Row], values: Values | None, named: Callable[[str], str]) -> list[Group]:
    """The rows in groups, by name; those that have no value last. One group without a name where nothing groups."""
    if values is None:
        return [Group("", tuple(rows))]
    found: dict[str, list[Row]] = {}
    for row in rows:
        for value in dict.fromkeys(values(row)) or ("",):
            found.setdefault(value, []).append(row)
    order = sorted(found, key=lambda value: (not value, named(value), value))
    return [Group(named(value), tuple(found[value])) for value in order]


def ordered(rows: Sequence[Row], values: Values | None, named: Callable[[str], str]) -> list[Row]:
    """The rows by what they have under a key, as it is called; those that have nothing last."""
    if values is None:
        return list(rows)
    return sorted(rows, key=lambda row: (not values(row), [named(value) for value in values(row)]))
