"""A series of texts: what became of each provision, from work to work.

Takes       DatedTexts of one language, and the registry. They are taken in order of date, whatever order they are given
            in; where one has no day, in the order given.
Gives       Provisions: one for each sentence that runs through the series, with a cell for each work.
Method      each work is laid beside the one before it, as in `align`; a linked sentence takes over the provision of
            the earlier one: kept where the folded words are the same, else changed. Sentences without a link are laid
            beside the last sentences of the provisions that ended shortly before, in the same way; what is left begins
            one. A cell says `new` or `gone` only where the text that lacks it is complete.
Leaves out  headings; sentences that only have their subject in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from actum.align.formulation_sentences import has_day, in_order
from actum.align.links import Bounds, links
from actum.align.units import Unit, units
from actum.align.weights import weigh
from actum.model.formulation import Cell, CellState, DatedText, Provision
from actum.registry.load import Registry

BOUNDS = Bounds()
REACH = 6
"""Works back to which a provision that ended is still looked for; what comes after longer counts as new. Set by hand,
2026-11-26."""


@dataclass(slots=True)
class _Thread:
    """One provision: its sentences by the number of the work, and the works in which it changed."""

    units: dict[int, list[Unit]] = field(default_factory=dict)
    changed: set[int] = field(default_factory=set)

    @property
    def last(self) -> int:
        """The number of the last work that has it."""
        return max(self.units)


@dataclass(frozen=True, slots=True)
class _Held:
    """A sentence of an earlier work, and the numbers of the provisions that it carries."""

    unit: Unit
    threads: tuple[int, ...]


def series(texts: Iterable[DatedText], *, registry: Registry, bounds: Bounds = BOUNDS) -> tuple[Provision, ...]:
    """The provisions in order of the work that has them first, then of their place there; none for no texts."""
    given = tuple(texts)
    ordered = in_order(given) if all(has_day(one.date) for one in given) else given
    threads: list[_Thread] = []
    for number, text in enumerate(ordered):
        now = [one for one in units(text.side, registry) if not one.heading]
        left = _hand_on(number, threads, _held_in(threads, number - 1), now, bounds)
        left = _hand_on(number, threads, _ended(threads, number), left, bounds)
        threads += [_Thread({number: [unit]}) for unit in left]
    return tuple(Provision(tuple(_cells(thread, ordered))) for thread in threads)


def _held_in(threads: Sequence[_Thread], work: int) -> list[_Held]:
    """The sentences of a work with their provisions, in order."""
    held: dict[Unit, list[int]] = {}
    for number, thread in enumerate(threads):
        for unit in thread.units.get(work, ()):
            held.setdefault(unit, []).append(number)
    return [_Held(unit, tuple(numbers)) for unit, numbers in sorted(held.items(), key=lambda one: one[0].part)]


def _ended(threads: Sequence[_Thread], work: int) -> list[_Held]:
    """The last sentences of the provisions that ended not long before a work, the latest first."""
    ended = sorted(
        (-thread.last, number) for number, thread in enumerate(threads) if work - REACH <= thread.last < work - 1
    )
    return [_Held(threads[number].units[-minus][-1], (number,)) for minus, number in ended]


def _hand_on(
    work: int, threads: Sequence[_Thread], before: Sequence[_Held], now: Sequence[Unit], bounds: Bounds
) -> list[Unit]:
    """Let the sentences of a work take over the provisions of earlier ones; those left that take over none."""
    earlier = [one.unit for one in before]
    changed: dict[tuple[int, int], bool] = {}
    for link in links(earlier, now, weights=weigh(earlier, now), bounds=bounds):
        same = earlier[link.earlier].bare == now[link.later].bare
        for thread in before[link.earlier].threads if not link.related else ():
            changed[thread, link.later] = changed.get((thread, link.later), True) and not same
    for thread, place in sorted(changed):
        threads[thread].units.setdefault(work, []).append(now[place])
        if changed[thread, place]:
            threads[thread].changed.add(work)
    taken = {place for _, place in changed}
    return [unit for place, unit in enumerate(now) if place not in taken]


def _cells(thread: _Thread, texts: Sequence[DatedText]) -> Iterator[Cell]:
    """What became of one provision in each work."""
    begun, last = False, "absent"
    for number, text in enumerate(texts):
        parts = tuple(sorted(unit.part for unit in thread.units.get(number, ())))
        if parts:
            changed = number in thread.changed
            state = _present(last, first=not number, begun=begun, changed=changed)
            begun, last = True, "here"
        elif text.side.complete:
            state = "gone" if begun and last != "absent" else "absent"
            last = "absent"
        else:
            state = last = "unknown"
        yield Cell(text.work, text.date, state, parts)


def _present(last: str, *, first: bool, begun: bool, changed: bool) -> CellState:
    """The state of a provision that is there; `last` says whether it was, in the work before."""
    if first:
        return "first"
    if last == "here":
        return "changed" if changed else "kept"
    if last == "unknown":
        return ("changed" if changed else "kept") if begun else "unknown"
    return "back" if begun else "new"
