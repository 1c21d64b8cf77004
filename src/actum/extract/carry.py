"""Carry facts read on one form of a text back to the text itself.

Takes       facts, or divisions, read on a changed text, and the map that leads to it from the text.
Gives       the same facts, every part cut from the text itself.
Method      every part goes back through the OffsetMap; its quote is what the text has there.
Leaves out  facts whose parts are quotes of nothing: there are none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from actum.model.division import Division
from actum.model.fact import Effect, Mention, Named, Position
from actum.text.offsets import OffsetMap
from actum.text.span import Part

Read = TypeVar("Read", Division, Mention, Position, Effect)


def carried(found: Iterable[Read], offsets: OffsetMap, text: str) -> tuple[Read, ...]:
    """The facts with their parts in `text`, in the same order."""
    way = _Way(offsets, text)
    return tuple(_carry(one, way) for one in found)


@dataclass(frozen=True, slots=True)
class _Way:
    """The way back to the text."""

    offsets: OffsetMap
    text: str

    def part(self, part: Part) -> Part:
        """The part as the text has it."""
        return Part.cut(self.text, self.offsets.back(part.span))

    def named(self, named: Named) -> Named:
        """The same for a part that is named."""
        return Named(self.part(named.part), named.id)


def _carry(one: Read, way: _Way) -> Read:
    if isinstance(one, Division):
        return replace(one, part=way.part(one.part))
    if isinstance(one, Mention):
        return replace(one, sentence=way.part(one.sentence), part=way.part(one.part))
    sentence, cue = way.part(one.sentence), way.part(one.cue)
    if isinstance(one, Effect):
        return replace(one, sentence=sentence, cue=cue, cause=way.named(one.cause), effect=way.named(one.effect))
    matter = way.part(one.matter) if one.matter is not None else None
    return replace(one, sentence=sentence, cue=cue, addressee=tuple(map(way.named, one.addressee)), matter=matter)
