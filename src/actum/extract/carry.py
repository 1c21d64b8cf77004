"""Carry facts read on one form of a text back to the text itself.

Takes       facts, or divisions, read on a changed text, and the map that leads to it from the text.
Gives       the same facts, every part cut from the text itself.
Method      every part goes back through the OffsetMap; its quote is what the text has there.
Leaves out  facts whose parts are quotes of nothing: there are none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import TypeVar

from actum.model.division import Division
from actum.model.fact import Effect, Mention, Named, Position
from actum.text.offsets import OffsetMap
from actum.text.span import Part

Read = TypeVar("Read", Division, Mention, Position, Effect)


def carried(found: Iterable[Read], offsets: OffsetMap, text: str) -> tuple[Read, ...]:
    """The facts with their parts in `text`, in the same order."""
    return tuple(replace(one, **_changed(one, offsets, text)) for one in found)


def _changed(one: object, offsets: OffsetMap, text: str) -> dict[str, object]:
    changed: dict[str, object] = {}
    for field in fields(one):  # type: ignore[arg-type]  # every fact is a dataclass
        value = getattr(one, field.name)
        if isinstance(value, Part | Named):
            changed[field.name] = _back(value, offsets, text)
        elif isinstance(value, tuple) and value and isinstance(value[0], Named):
            changed[field.name] = tuple(_back(each, offsets, text) for each in value)
    return changed


def _back(value: Part | Named, offsets: OffsetMap, text: str) -> Part | Named:
    if isinstance(value, Named):
        return Named(Part.cut(text, offsets.back(value.part.span)), value.id)
    return Part.cut(text, offsets.back(value.span))
