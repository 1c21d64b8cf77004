"""A list behind a colon: each of its items is a matter of its own (双方商定：——加强教育合作;——…).

Takes       a position, what stands beside it, and its work.
Gives       the position with each item as its matter, in order; the position itself before them where it governs words
            of its own, and alone where no list follows.
Method      the sentence that holds the cue ends with a colon, and items of the same paragraph follow. An item's id is
            the position's with the number of the item behind a point; an item that its text repeats stands once.
Leaves out  lists behind what is stated or judged: only what is still to come is taken apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from actum.model.division import Division
from actum.model.fact import Position
from actum.model.read_work import ReadWork, Told
from actum.regime.ledger.due import LOOKS_FORWARD
from actum.text.span import Part, Span

_BEFORE = " \t\r\n\u3000—–-•·●"
_BEHIND = " \t\r\n\u3000;；。"
"""What stands before and behind the words of an item."""
_COLONS = ("：", ":")


def itemised(position: Position, told: Told, work: ReadWork) -> Iterator[tuple[Position, Told]]:
    """The position, or one for each item of the list that it opens, with what stands beside it."""
    items = _items(position, work) if position.act in LOOKS_FORWARD else []
    if position.matter is not None or not items:
        yield position, told
    for number, item in enumerate(items, 1):
        if item.repeats is None and item.part.text.strip(_BEFORE + _BEHIND):
            repeated = tuple(one.id for one in items if one.repeats == item.id)
            yield _item(position, item, work), Told(f"{told.id}.{number}", told.witnesses, repeated)


def _items(position: Position, work: ReadWork) -> list[Division]:
    if not position.sentence.text.rstrip().endswith(_COLONS):
        return []
    sentence = next((one for one in work.divisions if one.id == position.division), None)
    if sentence is None:
        return []
    return [
        one
        for one in work.divisions
        if one.kind == "item" and one.parent == sentence.parent and one.part.start >= position.sentence.end
    ]


def _item(position: Position, item: Division, work: ReadWork) -> Position:
    words = item.part.text
    start = item.part.start + len(words) - len(words.lstrip(_BEFORE))
    matter = Part.cut(work.text, Span(start, max(start, item.part.start + len(words.rstrip(_BEHIND)))))
    about = dict.fromkeys(one.id for one in work.mentions if one.part.span in matter.span)
    return replace(
        position, division=item.id, matter=matter, about=tuple(about), made_by=f"{position.made_by}/item-of-list"
    )
