"""What is marked in the lines of a block: mentions, cues, variants, doubts, and the place that was asked for.

Takes       a block and the links.
Gives       its lines as HTML, and what stands beside and beneath it.
Method      see `marks`. From outside to inside: the place asked for, doubts, variants, cues of effects and positions,
            mentions.
Leaves out  which layers a reader shows or hides: the style does that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from actum.store.files import Row
from actum.text.span import Span
from actum.web.acts import side
from actum.web.links import Links
from actum.web.marks import Mark, marked
from actum.web.text_blocks import Block
from actum.web.words import Words

WEIGHTY = frozenset({"substantive", "damage"})
"""Kinds of entries that are marked in the text; the others stand in the apparatus alone, unless something alarms."""


def line_marks(block: Block, link: Links, t: Words, *, asked: Span | None = None) -> list[Markup]:
    """Each line of the block as HTML."""
    marks = list(_marks(block, link, t))
    if asked is not None:
        once = (("id", f"s{asked.start}-{asked.end}"),)
        marks.append(Mark(asked, 0, (("class", "asked"),), once, name="mark"))
    # what runs over from the line before has had its id there
    return [
        marked(line.text, line.start, [replace(one, once=()) if one.span.start < line.start else one for one in marks])
        if number
        else marked(line.text, line.start, marks)
        for number, line in enumerate(block.lines)
    ]


def _marks(block: Block, link: Links, t: Words) -> Iterator[Mark]:
    for row in block.doubts:
        if row["kind"] != "repetition":
            yield _mark(
                row, 1, f"doubt {row['kind']}", f"#{doubt_id(row)}", t("read.doubt-" + row["kind"]), doubt_at(row)
            )
    for number, row in enumerate(block.entries):
        if row["kind"] in WEIGHTY or row["alarms"]:
            yield _mark(row, 2, f"variant {row['kind']}", f"#{entry_id(block, number)}")
    for row in block.effects:
        yield _mark(row["cue"], 4, f"effect {'plus' if row['sign'] == '+' else 'minus'}", f"#{row['id']}")
    for row in block.positions:
        yield _mark(row["cue"], 4, f"cue {side(row['act'])} f{row['strength']}", f"#{row['id']}")
    for row in block.mentions:
        kind = f"mention {row['kind']}{' veiled' if row['veiled'] else ''}"
        yield Mark(_span(row), 5, (("class", kind),), (("id", row["fact"]),), link.fact(row))


def _mark(row: Row, rank: int, kind: str, to: str, title: str = "", own: str = "") -> Mark:
    told = (("class", kind), ("title", title)) if title else (("class", kind),)
    return Mark(_seen(row), rank, told, (("id", own),) if own else (), to)


def _seen(row: Row) -> Span:
    """The place, or, where nothing stands there (an omission), the characters on its two sides."""
    span = _span(row)
    return span or Span(max(span.start - 1, 0), span.end + 1)


def _span(row: Row) -> Span:
    return Span(row["start"], row["end"])


def doubt_id(row: Row) -> str:
    """The id of a doubt on its page."""
    return f"d{row['start']}-{row['end']}-{row['kind']}"


def doubt_at(row: Row) -> str:
    """The id of the doubtful place in the text."""
    return f"at-{doubt_id(row)}"


def entry_id(block: Block, number: int) -> str:
    """The id of an apparatus entry on its page."""
    return f"a-{block.id}-{number}"


def quoted(text: str, at: int, parts: Sequence[tuple[str, Row | None]]) -> Markup:
    """A sentence with parts of it marked, each by the class of its name."""
    marks = [Mark(_span(part), 1, (("class", name),)) for name, part in parts if part is not None]
    return marked(text, at, marks)
