"""Gutters among the boxes of a recogniser: boxes that ran on are cut at white, heads and single columns stay."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("cv2")

from actum.read.ocr_columns import Box, edges, gutters, in_columns, parted
from actum.read.ocr_picture import Grey

HEIGHT = 40
LEFT, RIGHT = (90, 840), (862, 1610)
"""Columns of boxes 40 pixels high, which reach 10 pixels beyond their print."""


def rows(*, first: int = 200, count: int = 8) -> list[Box]:
    tops = [first + 45 * k for k in range(count)]
    return [(left, top, right, top + HEIGHT) for top in tops for left, right in (LEFT, RIGHT)]


def drawn(boxes: list[Box], *, white: tuple[int, int] = (832, 870)) -> Grey:
    picture = np.full((1000, 1700), 255, dtype=np.uint8)
    for left, top, right, bottom in boxes:
        picture[top + 8 : bottom - 8, left + 10 : right - 10 : 3] = 0
    picture[:, white[0] : white[1]] = 255
    return picture


def test_a_box_that_ran_into_the_next_column_is_cut_at_the_white() -> None:
    boxes = rows()
    ran_on = (90, 560, 945, 600)
    found = parted([*boxes, ran_on], drawn([*boxes, ran_on]))
    assert len(gutters(boxes)) == 1
    assert ran_on not in found
    assert [box for box in found if box[1] == 560 and box[2] < 862]
    assert [box for box in found if box[1] == 560 and box[0] > 840]
    assert all(box in found for box in boxes)


def test_a_head_across_the_columns_stays() -> None:
    head = (300, 100, 1300, 140)
    boxes = [head, *rows()]
    assert head in parted(boxes, drawn(boxes, white=(0, 0)))
    assert head in parted(boxes, drawn(boxes))  # white at the gutter by chance: it stands apart


def test_one_column_has_no_gutter() -> None:
    boxes = [(90, 200 + 45 * k, 1600 - 500 * (k % 4 == 3), 240 + 45 * k) for k in range(12)]
    assert gutters(boxes) == []
    assert parted(boxes, drawn(boxes)) == boxes


def test_columns_are_read_one_after_another_and_a_head_before_them() -> None:
    head = (300, 100, 1300, 140)
    placed = [(box, box) for box in (*rows(), head)]
    columns = [[thing for _, thing in column] for column in in_columns(placed)]
    assert columns[0] == [head]
    assert [{box[0] for box in column} for column in columns[1:]] == [{LEFT[0]}, {RIGHT[0]}]


def test_the_edges_of_print() -> None:
    box = (90, 200, 840, 240)
    left, right = edges(box, drawn([box]))
    assert (left, right) == pytest.approx((100, 830), abs=4)
    assert edges(box, np.full((1000, 1700), 255, dtype=np.uint8)) == (90.0, 840.0)
