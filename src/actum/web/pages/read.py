"""The reading page: one established text with what was read from it, what is doubted, and how its witnesses differ.

Takes       what is asked: a work, and a place in it (`?at=START-END`) to be marked.
Gives       PAGE.
Leaves out  the details of a fact: `facts` has them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from actum.model.apparatus import ENTRY_KINDS
from actum.store.files import Row
from actum.text.span import Span
from actum.web.acts import shape, side
from actum.web.page import Asked, Context, Page, every_work
from actum.web.text_blocks import Block, text_blocks
from actum.web.text_marks import WEIGHTY, doubt_at, doubt_id, entry_id, line_marks

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Shown:
    """A block with its lines as HTML, and its positions and effects as its margin shows them, in order of place."""

    block: Block
    lines: list[Markup]
    margin: list[Row]


def context(asked: Asked) -> Context:
    """The work, its text in blocks, its doubts and apparatus."""
    work = asked.build.work(asked.params["work"])
    name = work["work"]
    place = asked_place(asked.one("at"))
    parties = sorted({code for row in asked.build.of("positions", name) for code in row["holder"]})
    shown = [
        Shown(block, line_marks(block, asked.link, asked.t, asked=place), _margin(block))
        for block in text_blocks(asked.build, name)
    ]
    kinds = Counter(row["kind"] for one in shown for row in one.block.entries)
    return {
        "work": work,
        "title": next((one for one in shown if one.block.level == 1), None),
        "blocks": shown,
        "parties": parties,
        "kinds": [(kind, kinds[kind]) for kind in ENTRY_KINDS if kinds[kind]],
        "weighty": WEIGHTY,
        "counts": {kind: len(asked.build.of(kind, name)) for kind in ("positions", "effects", "mentions")},
        "sections": [one for one in shown if one.block.level > 1],
        "copy_doubts": [row for row in work["doubts"] if "copy" in row],
        "doubt_id": doubt_id,
        "doubt_at": doubt_at,
        "entry_id": entry_id,
        "side": side,
        "shape": shape,
    }


def asked_place(given: str) -> Span | None:
    """The place that an address asks for; None for none, or for one that is no place."""
    found = _PLACE.fullmatch(given)
    if found is None or int(found[1]) >= int(found[2]):
        return None
    return Span(int(found[1]), int(found[2]))


def _margin(block: Block) -> list[Row]:
    return sorted([*block.positions, *block.effects], key=lambda row: (row["cue"]["start"], row["id"]))


PAGE = Page("read", "read/{work}", context, every=every_work, shown=False)
