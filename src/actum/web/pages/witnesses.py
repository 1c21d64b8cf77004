"""The witnesses of a work side by side, each with its own characters.

Takes       what is asked: a work, and which witnesses (`?w=A&w=C`; all without).
Gives       PAGE.
Leaves out  what differs in weight: the apparatus on the reading page says that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from actum.store.files import Row
from actum.text.span import Span
from actum.web.marks import Mark, marked
from actum.web.page import Asked, Context, Page, every_work
from actum.web.text_blocks import Block, blocks_of
from actum.workflow.witnesses import Laid, laid_witnesses


@dataclass(frozen=True, slots=True)
class Line:
    """One block: what stands in each witness, None where it lacks the block; `plain` are the texts without marks."""

    block: Block
    cells: tuple[Markup | None, ...]
    plain: tuple[str, ...]


def context(asked: Asked) -> Context:
    """The blocks of the work, a column for each witness."""
    work = asked.build.work(asked.params["work"])
    laid = laid_witnesses(asked.workspace, asked.build, work["work"])
    wanted = asked.every("w")
    chosen = [one for one in laid if one.siglum in wanted] or list(laid)
    entries = asked.build.apparatus(work["work"])
    text = asked.build.text(work["work"])
    blocks = blocks_of(text, asked.build.divisions(work["work"]))
    return {
        "work": work,
        "chosen": chosen,
        "rows": {row["siglum"]: row for row in work["witnesses"]},
        "lines": [_line(block, chosen, entries) for block in blocks],
    }


def _line(block: Block, witnesses: Sequence[Laid], entries: Sequence[Row]) -> Line:
    own = [row for row in entries if block.span.start <= row["start"] <= block.span.end]
    cells = [_cell(block.span, witness, own) for witness in witnesses]
    return Line(block, tuple(cell for cell, _ in cells), tuple(text for _, text in cells))


def _cell(span: Span, witness: Laid, entries: Sequence[Row]) -> tuple[Markup | None, str]:
    place = witness.at(span)
    if place is None:
        return None, ""
    marks = [
        Mark(witness.running(Span(*where)), 1, (("class", _class(entry)),))
        for entry in entries
        for reading in entry["readings"][1:]
        for siglum, where in zip(reading["sigla"], reading["places"], strict=False)
        if siglum == witness.siglum
    ]
    text = place.of(witness.text)
    return marked(text, place.start, marks), text


def _class(entry: Row) -> str:
    return f"diff {entry['kind']}{' alarm' if entry['alarms'] else ''}"


PAGE = Page("witnesses", "witnesses/{work}", context, every=every_work, shown=False)
