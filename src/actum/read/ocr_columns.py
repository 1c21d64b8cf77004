"""Boxes of lines on a picture: the gutters between columns, boxes that reach over one, the order by column.

Takes       the boxes that a recogniser found, in pixels, and the picture.
Gives       gutters; the boxes, those that lie over a gutter cut in two where the picture is white; lines by column.
Method      a recogniser's boxes reach beyond their print, and some run on into the next column. A gutter is a stripe
            that next to no box covers and at which several boxes end, and several begin; a box over it is cut only
            where the picture itself is white between.
Leaves out  columns that are not separated by white from top to bottom of where they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TypeVar

import numpy as np

from actum.read.layout import middle
from actum.read.ocr_picture import Grey

Box = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels."""

Stripe = tuple[int, int]
"""Left and right edge of a gutter, in pixels."""

REACH = 0.25
"""How far a box reaches beyond its print on either side, in times its height, 2026-11-26."""

WIDE = 0.6
"""Least width of a gutter, in times the height of the middling box, 2026-11-26."""

WHITE = 0.5
"""Least width of the white at which a box is cut, in times its height, 2026-11-26."""

NEAR = 0.8
"""White above or below a box within which those of its columns stand, in times its height: running heads stand 1.5 and
more apart, 2026-11-26."""

SEVERAL = 3
"""Boxes that must end at a gutter, and begin at it."""

CROSSING = 0.2
"""Boxes over a gutter at the most, as a share of those on its poorer side, beside one: heads and boxes that ran on."""

T = TypeVar("T")


def gutters(boxes: Sequence[Box]) -> list[Stripe]:
    """The gutters of a page from left to right; none where all stands in one column."""
    if len(boxes) < 2 * SEVERAL:
        return []
    height = round(middle([box[3] - box[1] for box in boxes]))
    reach = round(REACH * height)
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    cover = np.zeros(right + 2, dtype=np.int32)
    for box in boxes:
        if box[2] - reach > box[0] + reach:
            cover[box[0] + reach] += 1
            cover[box[2] - reach] -= 1
    free = np.cumsum(cover)[: right + 1] <= 1 + CROSSING * len(boxes) / 2
    found, at = [], 0
    for is_free, run in groupby(free.tolist()):
        end = at + sum(1 for _ in run)
        if is_free and end - at >= WIDE * height and left + 2 * height < at and end < right - 2 * height:
            found += [stripe for stripe in [_narrowed((at, end), boxes, height)] if stripe]
        at = end
    return found


def _narrowed(stripe: Stripe, boxes: Sequence[Box], height: int) -> Stripe | None:
    """A stripe between what ends and what begins at it; None where it is no gutter."""
    centre = (stripe[0] + stripe[1]) // 2
    lefts = [box for box in boxes if box[2] <= centre + height // 2]
    rights = [box for box in boxes if box[0] >= centre - height // 2]
    crossing = len(boxes) - len(lefts) - len(rights)
    ending = sum(box[2] >= stripe[0] - 2 * height for box in lefts)
    beginning = sum(box[0] <= stripe[1] + 2 * height for box in rights)
    if min(ending, beginning) < SEVERAL or crossing > 1 + CROSSING * min(len(lefts), len(rights)):
        return None
    return stripe


def parted(boxes: Sequence[Box], picture: Grey) -> list[Box]:
    """The boxes from the top down, those that lie over a gutter cut at the white there."""
    done = list(boxes)
    for stripe in gutters(boxes):
        cut: list[Box] = []
        for box in done:
            cut += _cut(box, stripe, picture) if _is_among(box, boxes, stripe) else [box]
        done = [box for box in cut if box in boxes or not _lies_in_another(box, cut)]
    return sorted(done, key=lambda box: (box[1], box[0], box))


def _is_among(box: Box, boxes: Sequence[Box], stripe: Stripe) -> bool:
    """Whether boxes of the columns on both sides stand close by: a running head stands apart."""
    near = [other for other in boxes if max(other[1] - box[3], box[1] - other[3]) <= NEAR * (box[3] - box[1])]
    sides = (any(one[2] <= stripe[1] for one in near), any(one[0] >= stripe[0] for one in near))
    return all(sides)


def _cut(box: Box, stripe: Stripe, picture: Grey) -> list[Box]:
    left, top, right, bottom = box
    height = bottom - top
    if left >= stripe[0] or right <= stripe[1]:
        return [box]
    low, high = max(left, stripe[0] - height), min(right, stripe[1] + height)
    inked = inked_columns(picture[top:bottom, low:high])
    at, whites = low, []
    for ink, run in groupby(inked.tolist()):
        end = at + sum(1 for _ in run)
        if not ink and end > stripe[0] and at < stripe[1]:
            whites.append((end - at, at, end))
        at = end
    if not whites or max(whites)[0] < WHITE * height:
        return [box]
    _, start, end = max(whites)
    margin = min((end - start) // 3, height // 4)
    return [
        one for one in ((left, top, start + margin, bottom), (end - margin, top, right, bottom)) if one[2] - one[0] > 3
    ]


def _lies_in_another(box: Box, boxes: Sequence[Box]) -> bool:
    """Whether most of a box lies within another, which holds its print already."""
    area = (box[2] - box[0]) * (box[3] - box[1])
    for other in boxes:
        across = min(box[2], other[2]) - max(box[0], other[0])
        down = min(box[3], other[3]) - max(box[1], other[1])
        if other != box and across > 0 and down > 0 and across * down > 0.55 * area:
            return True
    return False


def inked_columns(crop: Grey) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """For each column of pixels whether print stands in it: two pixels at least, much darker than the paper."""
    if not crop.size:
        return np.zeros(crop.shape[1], dtype=np.bool_)
    paper, ink = float(np.median(crop)), float(np.percentile(crop, 1))
    return np.asarray((crop < paper - 0.4 * (paper - ink)).sum(axis=0) >= 2, dtype=np.bool_)


def edges(box: Box, picture: Grey) -> tuple[float, float]:
    """Where the print of a box begins and ends; the box's own edges where none is found."""
    inked = np.flatnonzero(inked_columns(picture[box[1] : box[3], box[0] : box[2]]))
    if not len(inked):
        return float(box[0]), float(box[2])
    return float(box[0] + inked[0]), float(box[0] + inked[-1] + 1)


def in_columns(placed: Sequence[tuple[Box, T]]) -> list[list[tuple[Box, T]]]:
    """Things with their boxes by column, from the top down; what lies across the columns parts them."""
    found = gutters([box for box, _ in placed])
    sections: list[dict[int, list[tuple[Box, T]]]] = [{}]
    for box, thing in sorted(placed, key=lambda one: (one[0][1], one[0][0])):
        before = sum(box[0] >= stripe[0] - (box[3] - box[1]) // 2 for stripe in found)
        behind = sum(box[2] > stripe[1] for stripe in found)
        if behind > before:
            sections += [{0: [(box, thing)]}, {}]
        else:
            sections[-1].setdefault(before, []).append((box, thing))
    return [section[column] for section in sections for column in sorted(section)]
