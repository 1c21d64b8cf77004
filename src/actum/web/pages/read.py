"""The reading page: one established text with what was read from it, what is doubted, and how its witnesses differ.

Takes       what is asked: a work, and a place in it (`?at=START-END`) to be marked.
Gives       PAGE.
Leaves out  the details of a fact: `facts` has them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from actum.model.apparatus import ENTRY_KINDS
from actum.store.files import Row
from actum.text.span import Span
from actum.web.acts import shape, side
from actum.web.kept import kept
from actum.web.page import Asked, Context, Page, every_work
from actum.web.pages.pair import published
from actum.web.text_blocks import Block, text_blocks
from actum.web.text_marks import WEIGHTY, doubt_at, doubt_id, entry_id, line_marks

PART = 12_000
"""Characters of a text that are shown on one page, unless all are asked for: what is drawn in a moment, 2026-11-26."""
NEAR = 3
"""Works on either side in time with which a text is offered to be compared, 2026-11-26."""
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
    blocks = text_blocks(asked.build, name)
    parts = [blocks] if asked.link.static_site or asked.one("whole") else parts_of(blocks)
    part = asked_part(parts, asked)
    parties = sorted({code for row in asked.build.of("positions", name) for code in row["holder"]})
    shown = [Shown(block, line_marks(block, asked.link, asked.t, asked=place), _margin(block)) for block in parts[part]]
    kinds = Counter(row["kind"] for block in blocks for row in block.entries)
    return {
        "work": work,
        "title": next((one for one in shown if _is_title(one.block, work["title"])), None),
        "part": part,
        "parts": len(parts),
        "here": {one.block.id for one in shown},
        "own_doubts": [(block, row) for block in blocks for row in block.doubts if row["kind"] != "repetition"],
        "blocks": shown,
        "parties": parties,
        "kinds": [(kind, kinds[kind]) for kind in ENTRY_KINDS if kinds[kind]],
        "weighty": WEIGHTY,
        "counts": {kind: len(asked.build.of(kind, name)) for kind in ("positions", "effects", "mentions")},
        "sections": [block for block in blocks if block.level > 1],
        "copy_doubts": [row for row in work["doubts"] if "copy" in row],
        "doubt_id": doubt_id,
        "doubt_at": doubt_at,
        "entry_id": entry_id,
        "versus": _versus(asked, name),
        "around": partial(around, asked.build.text(name)),
        "side": side,
        "shape": shape,
    }


def _versus(asked: Asked, work: str) -> list[tuple[Row, Row, Row]]:
    """Other works with which this one can be compared, the nearest on either side, each with the earlier and later.

    On a static site those with which it is.
    """
    if asked.link.static_site:
        pairs = kept(asked, "published", lambda: published(asked.build))
    else:
        language = asked.build.work(work)["language"]
        own = [row for row in asked.build.works if row["language"] == language]
        at = next(n for n, row in enumerate(own) if row["work"] == work)
        pairs = [(row, own[at]) for row in own[max(at - NEAR, 0) : at]]
        pairs += [(own[at], row) for row in own[at + 1 : at + 1 + NEAR]]
    named = [(earlier, later) for earlier, later in pairs if work in (earlier["work"], later["work"])]
    return [(later if earlier["work"] == work else earlier, earlier, later) for earlier, later in named]


def around(text: str, row: Row) -> tuple[str, str, str]:
    """A place for a judgement: its characters, and as few on each side as make it the only such place in the text.

    Where nothing stands there, the character before it does, so that there is something to quote.
    """
    start, end = row["start"], row["end"]
    for width in range(len(text)):
        before, after = text[max(start - width, 0) : start], text[end : end + width]
        whole = before + text[start:end] + after
        if whole and text.count(whole) == 1:
            break
    return text[start:end], before, after


def parts_of(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks in parts of at most `PART` characters, or of one block that is longer."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if parts[-1] and block.span.end - parts[-1][0].span.start > PART:
            parts.append([])
        parts[-1].append(block)
    return parts


def asked_part(parts: Sequence[Sequence[Block]], asked: Asked) -> int:
    """The number of the part that is asked for: by its number, or a place or a division in it; else the first."""
    number, at = asked.one("part"), asked.one("at")
    if number.isdecimal():
        return min(max(int(number), 1), len(parts)) - 1
    place = asked_place(at)
    for part, blocks in enumerate(parts):
        if any(block.id == at or (place and place.start < block.span.end) for block in blocks):
            return part
    return 0


def asked_place(given: str) -> Span | None:
    """The place that an address asks for; None for none, or for one that is no place."""
    found = _PLACE.fullmatch(given)
    if found is None or int(found[1]) >= int(found[2]):
        return None
    return Span(int(found[1]), int(found[2]))


def _is_title(block: Block, title: str) -> bool:
    """Whether a heading of the text is the work's title, so that it need not stand twice."""
    words = "".join("".join(line.text for line in block.lines).split())
    return block.level == 1 and "".join(title.split()) in words


def _margin(block: Block) -> list[Row]:
    return sorted([*block.positions, *block.effects], key=lambda row: (row["cue"]["start"], row["id"]))


PAGE = Page("read", "read/{work}", context, every=every_work, shown=False)
