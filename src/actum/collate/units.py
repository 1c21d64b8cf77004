"""Gather differing columns into units that a person can read: one unit, one entry.

Takes       which columns differ in letters, in form and in layout, and the words of the established text.
Gives       units in order, none overlapping another: stretches of columns, each of one sort.
Method      differing letters are widened to the word they cut; changes by the same witnesses with at most two agreed
            letters between are one. Differences in form alone go by word, in layout by the gap and the words beside it.
Leaves out  what kind of difference a unit is (`kinds`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Sort = Literal["letters", "form", "layout", "ruling"]

BRIDGE = 2
"""Agreed letters over which one and the same witnesses' changes are still one unit."""


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """Columns `start` to `end`, none where they are equal.

    `lead` and `trail` say that the layout before the first and behind the last letter belongs to it.
    """

    start: int
    end: int
    sort: Sort
    lead: bool = False
    trail: bool = False


def letter_units(
    runs: Sequence[tuple[int, int, frozenset[int]]], words: Sequence[int], shown: Sequence[bool], blank: Sequence[bool]
) -> list[Unit]:
    """Units for runs of differing columns, each with the witnesses that dissent there.

    `words[c]` numbers the word that established column c belongs to, -1 for a column that was left out; `blank[c]`
    says that a column holds a space between words, which no unit begins or ends with if it has more.
    """
    grown: list[tuple[int, int, frozenset[int]]] = []
    for start, end, who in runs:
        left, right = _to_word(start, end, words)
        if grown:
            start0, end0, who0 = grown[-1]
            bridge = sum(shown[end0:left])
            if left < end0 or (bridge == 0 and left == end0 and who & who0) or (bridge <= BRIDGE and who == who0):
                grown[-1] = (min(start0, left), max(end0, right), who0 | who)
                continue
        grown.append((left, right, who))
    return [Unit(*_trimmed(start, end, blank), "letters") for start, end, _ in grown]


def _trimmed(start: int, end: int, blank: Sequence[bool]) -> tuple[int, int]:
    while end - start > 1 and blank[start]:
        start += 1
    while end - start > 1 and blank[end - 1]:
        end -= 1
    return start, end


def _to_word(start: int, end: int, words: Sequence[int]) -> tuple[int, int]:
    """The run widened to the whole of the word it cuts at either end; as it is where it cuts none."""
    inside = [words[column] for column in range(start, end) if words[column] >= 0]
    before = next((words[c] for c in range(start - 1, -1, -1) if words[c] >= 0), -1)
    after = next((words[c] for c in range(end, len(words)) if words[c] >= 0), -1)
    first, last = (inside[0], inside[-1]) if inside else (after, before)
    nothing: dict[int, Unit] = {}
    if before >= 0 and before == first:
        start = _word_start(start, first, words, nothing)
    if after >= 0 and after == last:
        end = _word_end(end, last, words, nothing)
    return start, end


def _word_start(start: int, word: int, words: Sequence[int], blocked: Mapping[int, Unit]) -> int:
    """Where a word begins that reaches back over `start`, or the nearest blocked column before it ends."""
    column = first = start
    while column > 0 and words[column - 1] in {word, -1} and column - 1 not in blocked:
        column -= 1
        first = column if words[column] == word else first
    return first


def _word_end(end: int, word: int, words: Sequence[int], blocked: Mapping[int, Unit]) -> int:
    """Where a word ends that reaches on over `end`, or the nearest blocked column behind it begins."""
    column = last = end
    while column < len(words) and words[column] in {word, -1} and column not in blocked:
        column += 1
        last = column if words[column - 1] == word else last
    return last


def free_units(columns: Sequence[int], words: Sequence[int], taken: Sequence[Unit]) -> list[Unit]:
    """Units for columns that differ in form alone: one for each word, clear of the units taken."""
    blocked = _blocked(taken)
    units: list[Unit] = []
    for column in columns:
        if column in blocked or (units and column < units[-1].end):
            continue
        word = words[column]
        start, end = _word_start(column, word, words, blocked), _word_end(column + 1, word, words, blocked)
        units.append(Unit(start, end, "form"))
    return units


def gap_units(gaps: Sequence[tuple[int, int]], words: Sequence[int], taken: Sequence[Unit]) -> list[Unit]:
    """Units for differing layout between the established columns of each gap, clear of the units taken.

    A gap inside a unit or at the edge of one that differs in letters is told by that unit already.
    """
    blocked = _blocked(taken)
    edges = {edge for unit in taken if unit.sort != "form" for edge in (unit.start, unit.end)}
    units: list[Unit] = []
    for left, right in gaps:
        if (left in blocked and blocked[left] == blocked.get(right)) or edges & {left + 1, right}:
            continue
        start, end = right, left + 1
        if left not in blocked:
            start = _word_start(left, words[left], words, blocked)
        if right not in blocked:
            end = _word_end(right + 1, words[right], words, blocked)
        unit = Unit(
            start, max(start, end), "layout", lead=left in blocked, trail=left not in blocked and right in blocked
        )
        if units and unit.start < units[-1].end:
            unit = Unit(units[-1].start, max(unit.end, units[-1].end), "layout", units[-1].lead, unit.trail)
            units.pop()
        units.append(unit)
    return units


def _blocked(units: Sequence[Unit]) -> dict[int, Unit]:
    return {column: unit for unit in units for column in range(unit.start, unit.end)}
