"""A series of texts in order of date: what became of each provision, from work to work.

Takes       DatedTexts of one language, in any order, and the registry.
Gives       Provisions: one for each sentence that runs through the series, with a cell for each work.
Method      each work is laid beside the one before it, as in `align`; a linked sentence takes over the provision of
            the earlier one: kept where the folded words are the same, else changed. A sentence without a link takes up
            a provision that ended earlier with the same words, where there is one; else it begins one. A cell says
            `new` or `gone` only where the text that lacks it is complete.
Leaves out  headings; sentences that only have their subject in common; a return in other words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from actum.align.formulation_sentences import in_order
from actum.align.links import Bounds, links
from actum.align.units import Unit, units
from actum.align.weights import weigh
from actum.model.formulation import Cell, CellState, DatedText, Provision
from actum.registry.load import Registry
from actum.text.span import Part

BOUNDS = Bounds()


@dataclass(slots=True)
class _Thread:
    """One provision: its sentences by the number of the work, the works in which it changed, its words at the end."""

    parts: dict[int, list[Part]] = field(default_factory=dict)
    changed: set[int] = field(default_factory=set)
    last_words: str = ""

    def carry(self, work: int, unit: Unit, *, changed: bool) -> None:
        """Go on in a sentence of a work."""
        self.parts.setdefault(work, []).append(unit.part)
        self.last_words = unit.bare
        if changed:
            self.changed.add(work)


def series(texts: Iterable[DatedText], *, registry: Registry, bounds: Bounds = BOUNDS) -> tuple[Provision, ...]:
    """The provisions in order of the work that has them first, then of their place there; none for no texts."""
    ordered = in_order(texts)
    threads: list[_Thread] = []
    before: list[Unit] = []
    held: list[list[int]] = []
    for number, text in enumerate(ordered):
        now = [one for one in units(text.side, registry) if not one.heading]
        held = _hand_on(number, threads, (before, held), now, bounds)
        before = now
    return tuple(Provision(tuple(_cells(thread, ordered))) for thread in threads)


def _hand_on(
    work: int, threads: list[_Thread], earlier: tuple[list[Unit], list[list[int]]], now: list[Unit], bounds: Bounds
) -> list[list[int]]:
    """The numbers of the provisions that each sentence of a work carries, old and new ones."""
    before, held_before = earlier
    held: list[list[int]] = [[] for _ in now]
    changed: dict[tuple[int, int], bool] = {}
    for link in links(before, now, weights=weigh(before, now), bounds=bounds):
        if not link.related:
            for thread in held_before[link.earlier]:
                same = before[link.earlier].bare == now[link.later].bare
                changed[thread, link.later] = changed.get((thread, link.later), True) and not same
    for thread, place in sorted(changed):
        held[place].append(thread)
        threads[thread].carry(work, now[place], changed=changed[thread, place])
    ended = {one.last_words: number for number, one in enumerate(threads) if work not in one.parts}
    for place, unit in enumerate(now):
        if not held[place]:
            number = ended.pop(unit.bare, len(threads))
            if number == len(threads):
                threads.append(_Thread())
            threads[number].carry(work, unit, changed=False)
            held[place] = [number]
    return held


def _cells(thread: _Thread, texts: Sequence[DatedText]) -> Iterator[Cell]:
    """What became of one provision in each work."""
    begun, last = False, "absent"
    for number, text in enumerate(texts):
        parts = tuple(sorted(thread.parts.get(number, ())))
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
        return "kept" if begun else "unknown"  # only the same words are taken up again
    return "back" if begun else "new"
