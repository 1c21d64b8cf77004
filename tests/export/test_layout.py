"""Where boxes and lines lie: nothing overlaps, no line runs through a box that is not its own."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from tests.export.test_layers import PAIRS

from actum.export.layers import Pair
from actum.export.layout import Box, Label, Plan, plan

LONG = "军备控制、裁军和不扩散领域的国际条约体系"


def laid(pairs: list[Pair]) -> Plan:
    labels = {node: Label((LONG[: 1 + ord(node) % 17], "中"), (node * 9,)) for pair in pairs for node in pair}
    return plan(labels, [(*pair, sign) for pair in pairs for sign in ("up", "down")[: 1 + len(pairs) % 2]])


def apart(one: Box, other: Box) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return beside or one.y + one.height <= other.y or other.y + other.height <= one.y


def through(box: Box, points: tuple[tuple[float, float], ...]) -> bool:
    """Whether a straight piece between the two of a pair (all that may lie beside boxes) enters the box."""
    for (x, y), (to_x, _) in list(pairwise(points))[::2]:
        low, high = sorted((x, to_x))
        if low < box.x + box.width - 0.01 and high > box.x + 0.01 and box.y < y < box.y + box.height:
            return True
    return False


def test_an_empty_map_has_no_size() -> None:
    assert plan({}, []) == Plan(0.0, 0.0, (), ())


def test_causes_stand_left_of_effects() -> None:
    boxes = {box.node: box for box in laid([("a", "b"), ("b", "c"), ("a", "c")]).boxes}
    assert boxes["a"].x + boxes["a"].width < boxes["b"].x
    assert boxes["b"].x + boxes["b"].width < boxes["c"].x


def test_a_line_of_a_loop_begins_at_its_cause() -> None:
    made = laid([("a", "b"), ("b", "a")])
    boxes = {box.node: box for box in made.boxes}
    for line in made.lines:
        cause, effect = boxes[line.key[0]], boxes[line.key[1]]
        assert line.points[0][0] in {cause.x, cause.x + cause.width}
        assert line.points[-1][0] in {effect.x, effect.x + effect.width}


@settings(deadline=None)
@given(PAIRS)
def test_nothing_overlaps(pairs: list[Pair]) -> None:
    made = laid(pairs)
    for one, other in combinations(made.boxes, 2):
        assert apart(one, other)
    for box in made.boxes:
        assert box.x >= 0
        assert box.y >= -0.01
        assert box.x + box.width <= made.width + 0.01
        assert box.y + box.height <= made.height + 0.01
        assert not any(through(box, line.points) for line in made.lines if box.node not in line.key[:2])
    assert laid(pairs) == made


@pytest.mark.parametrize("many", [3, 15])
def test_a_box_has_a_place_for_each_line(many: int) -> None:
    made = laid([("a", other) for other in "bcdefghijklmnop"[:many]])
    heights = sorted(line.points[0][1] for line in made.lines if line.key[2] == "up")
    assert all(below - above > 5 for above, below in pairwise(heights))
