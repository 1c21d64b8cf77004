"""What changed in what is read from the two sides of a row: acts, targets, addressees, instruments.

Takes       two texts, and the sentences of a row, earlier and later.
Gives       Changes, acts first, each with the words on both sides and what they are.
Method      positions are paired by the likeness of their matter, the likest first, and by their order where there is
            one on each side; names by their ids. A state or group that is named on one side alone is laid against what
            the other side alone names, those who are veiled first: named, veiled and gone stand side by side.
Leaves out  positions that the other side has no counterpart of: they are gone or new with their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from actum.align.units import Unit
from actum.model.alignment import Change, ChangeKind, Side
from actum.model.fact import Mention, Position
from actum.text.compare import similarity
from actum.text.fold import fold
from actum.text.span import Part

ALIKE = 0.5
"""Share of the shorter matter's pairs of letters that the longer one has, from which two positions are one that
changed. By eye, 2026-11-26."""

SAME = 0.8
"""Likeness of the words of two addressees from which they are one addressee reworded. By eye, 2026-11-26."""

VEILED = "veiled"
_SYMBOL = re.compile(r"\d+[/／]\d+")
_ACTORS = frozenset({"state", "group"})


@dataclass(frozen=True, slots=True)
class Read:
    """What was read from the sentences of one side of a row; `subjects` are all ids that they are about."""

    mentions: tuple[Mention, ...]
    positions: tuple[Position, ...]
    subjects: frozenset[str]


class Facts:
    """What a text says, by sentence, less the names of those who speak."""

    def __init__(self, side: Side, *, speaking: frozenset[str]) -> None:
        self.mentions: dict[Part, list[Mention]] = {}
        self.positions: dict[Part, list[Position]] = {}
        for mention in side.mentions:
            if mention.id not in speaking:
                self.mentions.setdefault(mention.sentence, []).append(mention)
        for position in side.positions:
            self.positions.setdefault(position.sentence, []).append(position)

    def of(self, sentences: Sequence[Unit]) -> Read:
        """What some of its sentences say, in order."""
        return Read(
            tuple(one for unit in sentences for one in self.mentions.get(unit.part, ())),
            tuple(one for unit in sentences for one in self.positions.get(unit.part, ())),
            frozenset(subject for unit in sentences for subject in unit.subjects),
        )


def fact_changes(earlier: Read, later: Read) -> list[Change]:
    """The changes in what is read; none where both sides say the same."""
    pairs = list(_paired(earlier.positions, later.positions))
    return [
        *(change for a, b in pairs for change in _acts(a, b)),
        *(change for a, b in pairs for change in _addressees(a, b)),
        *_targets(earlier.mentions, later.mentions),
        *_instruments(earlier, later),
    ]


def _paired(earlier: Sequence[Position], later: Sequence[Position]) -> Iterator[tuple[Position, Position]]:
    if len(earlier) == len(later) == 1:
        yield earlier[0], later[0]
        return
    alike = sorted(
        (-_alike(a, b), i, j) for i, a in enumerate(earlier) for j, b in enumerate(later) if _alike(a, b) >= ALIKE
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in alike:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield earlier[i], later[j]


def _alike(a: Position, b: Position) -> float:
    if a.matter is None or b.matter is None:
        return 0.0
    ours, theirs = _letters(a.matter), _letters(b.matter)
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _letters(part: Part) -> frozenset[str]:
    text = fold(part.text).text
    return frozenset(text[start : start + 2] for start in range(len(text) - 1))


def _acts(a: Position, b: Position) -> Iterator[Change]:
    if (a.act, a.strength) != (b.act, b.strength):
        yield Change("act", a.cue, b.cue, f"{a.act}/{a.strength}", f"{b.act}/{b.strength}")


def _addressees(a: Position, b: Position) -> Iterator[Change]:
    ours, theirs = ({one.id or fold(one.part.text).text for one in side.addressee} for side in (a, b))
    words = ["".join(fold(one.part.text).text for one in side.addressee) for side in (a, b)]
    if ours != theirs and similarity(*words) < SAME:
        first = [side.addressee[0].part if side.addressee else None for side in (a, b)]
        yield Change("addressee", first[0], first[1], "+".join(sorted(ours)), "+".join(sorted(theirs)))


def _targets(earlier: Sequence[Mention], later: Sequence[Mention]) -> Iterator[Change]:
    """States and groups that one side alone names; two groups that are named changed in words alone."""
    ours, theirs = _apart(earlier, later, kinds=_ACTORS)
    for side in (ours, theirs):
        side.sort(key=lambda one: (one.kind != "state" and not one.veiled, one.part.start))
    for a, b in zip_longest(ours, theirs):
        if any(one and (one.veiled or one.kind == "state") for one in (a, b)):
            yield _change("target", a, b)


def _apart(
    earlier: Sequence[Mention], later: Sequence[Mention], *, kinds: frozenset[str]
) -> tuple[list[Mention], list[Mention]]:
    """What each side alone mentions of some kinds, the first mention of each."""
    ours, theirs = ({_key(one): one for one in reversed(side) if one.kind in kinds} for side in (earlier, later))
    return (
        sorted((one for name, one in ours.items() if name not in theirs), key=lambda one: one.part),
        sorted((one for name, one in theirs.items() if name not in ours), key=lambda one: one.part),
    )


def _instruments(earlier: Read, later: Read) -> Iterator[Change]:
    """Instruments that one side alone is about: who names the parties of a treaty is about the treaty."""
    ours, theirs = _apart(earlier.mentions, later.mentions, kinds=frozenset({"instrument"}))
    ours = [one for one in ours if one.id not in later.subjects]
    theirs = [one for one in theirs if one.id not in earlier.subjects]
    yield from (_change("instrument", a, b) for a, b in zip_longest(ours, theirs))


def _change(kind: ChangeKind, a: Mention | None, b: Mention | None) -> Change:
    return Change(kind, a.part if a else None, b.part if b else None, _is(a), _is(b))


def _key(mention: Mention) -> str:
    """What tells a mention from others: its id; the symbol of a document that the registry lacks."""
    symbol = _SYMBOL.search(mention.id) if mention.id.startswith("unknown:") else None
    return symbol.group().replace("／", "/") if symbol else _is(mention)


def _is(mention: Mention | None) -> str:
    """What a mention is: veiled, or its id; nothing for none."""
    if mention is None:
        return ""
    return VEILED if mention.veiled else mention.id


def covered(change: Change, facts: Sequence[Change]) -> bool:
    """Whether the changed words are wholly those of the facts that changed."""
    return all(
        _inside(part, [fact.earlier if side == 0 else fact.later for fact in facts])
        for side, part in enumerate((change.earlier, change.later))
        if part
    )


def _inside(part: Part, parts: Sequence[Part | None]) -> bool:
    return any(one is not None and part.span in one.span for one in parts)
