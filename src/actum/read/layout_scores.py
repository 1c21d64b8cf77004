"""Where characters stand on their page, and how sure a machine is of them.

Takes       lines with their spans in the decoded characters.
Gives       boxes on the page as the file has it, confidences, and a doubt for each stretch read with little of it.
Leaves out  what a doubt weighs: the collation does that.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby

from actum.model.copy import Box, Confidence
from actum.model.doubt import Doubt
from actum.read.layout import Glyph, Line, Sheet
from actum.text.span import Part, Span

LOW = 0.75
"""Score of a letter, 0 to 1, below which it is a doubt. Of six bad scans (`bench/scans.py --scores`) 131 of the 200
letters read wrong lay below 0.7, of 17,823 read right 178; a score is near the share that is right, 2026-11-26."""

LOW_MARK = 0.6
"""The same for marks, once those read half-width amid Chinese are set full-width: of the same scans 31 of the 66 marks
read wrong lay below 0.6, of 1,558 read right 39; from 0.6 to 0.7 most are commas unsure of their width, 2026-11-26."""

Placed = tuple[Line, Span]


def box_of(line: Line, span: Span, sheet: Sheet) -> Box:
    """The box around a line, turned back to the page as the file has it."""
    left, right = min(g.left for g in line.glyphs), max(g.right for g in line.glyphs)
    top, bottom = min(g.top for g in line.glyphs), max(g.bottom for g in line.glyphs)
    if not sheet.turned:
        return Box(span, round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
    corners = [_back(x, y, sheet) for x in (left, right) for y in (top, bottom)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return Box(span, round(min(across), 1), round(min(down), 1), round(max(across), 1), round(max(down), 1))


def _back(x: float, y: float, sheet: Sheet) -> tuple[float, float]:
    """A point of the turned page on the page as it was, turned about the middle."""
    angle = math.radians(-sheet.turned)
    x, y = x - sheet.width_upright / 2, y - sheet.height_upright / 2
    turned_x, turned_y = x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)
    return turned_x + sheet.width / 2, turned_y + sheet.height / 2


def confidences(lines: Sequence[Placed]) -> Iterator[Confidence]:
    """The stretches read with one confidence, two places behind the point, in order; none for what is sure."""
    for score, run in groupby(_scored(lines), key=lambda one: round(one[0].score, 2)):
        if score < 1:
            yield Confidence(_over(run), score)


def unsure(lines: Sequence[Placed], decoded: str) -> Iterator[Doubt]:
    """A doubt for each stretch of one line of the text that was read with low confidence, in order."""
    for line in (one for one in lines if one[0].matter == "body"):
        for low, run in groupby(_scored([line]), key=lambda one: _is_low(one[0])):
            if low:
                found = list(run)
                score = min(glyph.score for glyph, _ in found)
                says = f"read by machine, which is sure of it to {score:.2f} only; compare the page"
                yield Doubt("suspect", Part.cut(decoded, _over(found)), says, "ocr:confidence")


def _is_low(glyph: Glyph) -> bool:
    return glyph.score < (LOW if glyph.text.isalnum() else LOW_MARK)


def _scored(lines: Sequence[Placed]) -> Iterator[tuple[Glyph, Span]]:
    for line, span in lines:
        start = span.start
        for glyph in line.glyphs:
            end = start + len(glyph.text)
            if not glyph.text.isspace():
                yield glyph, Span(start, end)
            start = end


def _over(run: Iterator[tuple[Glyph, Span]] | list[tuple[Glyph, Span]]) -> Span:
    spans = [span for _, span in run]
    return Span(spans[0].start, spans[-1].end)
