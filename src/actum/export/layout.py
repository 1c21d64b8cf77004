"""Where each concept and each edge of a causal map lies: layered, left to right, the same for the same map.

Takes       nodes with their label lines and kinds, lines from one to another.
Gives       a Plan in points of the page: boxes, lines with their bends, width and height.
Method      `layers` gives layers and order. A layer is a column as wide as its widest box. Each box is drawn toward
            the mean height of its neighbours, those of a layer held apart (isotonic regression by pooling adjacent
            violators), swept to and fro. A line runs straight through the layers it passes, in a lane of its own, and
            bends between layers alone: it crosses no box. Parts stand in
            columns, the largest first.
Leaves out  colours, words around the map: `picture` has them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from actum.export.layers import Layered, Pair, layered, parts
from actum.export.text_width import em

Point = tuple[float, float]
SIZE, SMALL = 14.0, 9.5
"""Points of a label's letters and of the slug below it; read at arm's length on A4 landscape, 2026-11-26."""
LEADING, PAD_X, PAD_Y, PORT = 1.3, 9.0, 6.0, 13.0
GAP_X, WIDER, STUB, GAP_Y, LANE = 52.0, 90.0, 17.0, 12.0, 12.0
"""Points in which lines bend between layers, that full layers add at most, of straight line on either side (room for a
head and a number), between boxes, and the height of the lane of a passing line, 2026-11-26."""
BETWEEN_PARTS, SIDE_BY_SIDE = 34.0, 52.0
BREADTH, COLUMNS_TRIED = 1.4, 40
"""How much wider than high the page is to be (A4 on its side); heights of columns tried, in tenths of the highest part
more each, 2026-11-26."""
SWEEPS = 12
"""Sweeps of the heights; later ones moved no box by a tenth of a point on the sample's maps, 2026-11-26."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a box shows: lines of its name, lines of its slug below (none where the name is the slug)."""

    name: tuple[str, ...]
    slug: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A concept on the page; `x` and `y` are its upper left corner."""

    node: str
    label: Label
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `points` from cause to effect, straight between the two of a pair, bent from pair to pair.

    `points` are the box's edge and the column's edge, then the edges of each column passed, then those at the effect.
    """

    key: tuple[str, str, str]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Boxes and lines in order of name; everything lies within width and height."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def plan(labels: Mapping[str, Label], ties: Sequence[tuple[str, str, str]]) -> Plan:
    """The plan of a map; `ties` are cause, effect and a word that tells lines of one pair apart (its sign).

    An empty map has no boxes and no size.
    """
    pairs = {(cause, effect) for cause, effect, _ in ties}
    plans = []
    for nodes, edges in parts(labels, pairs):
        inside = set(edges)
        plans.append(_part({node: labels[node] for node in nodes}, edges, [tie for tie in ties if tie[:2] in inside]))
    return _stacked(plans)


def _part(labels: Mapping[str, Label], edges: Sequence[Pair], ties: Sequence[tuple[str, str, str]]) -> Plan:
    found = layered(sorted(labels), edges)
    sizes = {node: _size(label, _busiest(node, ties)) for node, label in labels.items()}
    middles = _heights(found, {node: size[1] for node, size in sizes.items()})
    columns = _columns(found, sizes)
    boxes = []
    for layer, (left, right) in zip(found.layers, columns, strict=True):
        for node in layer:
            if node in sizes:
                width, height = sizes[node]
                x = (left + right - width) / 2
                boxes.append(Box(node, labels[node], x, middles[node] - height / 2, width, height))
    lines = _lines(found, ties, {box.node: box for box in boxes}, middles=middles, columns=columns)
    return _at_origin(boxes, lines)


def _busiest(node: str, ties: Sequence[tuple[str, str, str]]) -> int:
    """The lines on the side of a node that has more of them."""
    return max(sum(tie[0] == node for tie in ties), sum(tie[1] == node for tie in ties))


def _size(label: Label, lines: int) -> tuple[float, float]:
    """Room for the words, and for each line to end in a place of its own."""
    width = max([em(line) * SIZE for line in label.name] + [em(line) * SMALL for line in label.slug])
    height = (len(label.name) * SIZE + len(label.slug) * SMALL) * LEADING
    return width + 2 * PAD_X, max(height, PORT * (lines - 1)) + 2 * PAD_Y


def _columns(found: Layered, sizes: Mapping[str, tuple[float, float]]) -> list[tuple[float, float]]:
    """Where lines end and begin to bend, left and right of each layer; a gap that many lines cross is wider."""
    columns: list[tuple[float, float]] = []
    x = -STUB
    for layer, following in zip_longest(found.layers, found.layers[1:], fillvalue=()):
        width = max((sizes[node][0] for node in layer if node in sizes), default=0.0) + 2 * STUB
        columns.append((x, x + width))
        x += width + GAP_X + min(1.6 * max(len(layer), len(following)), WIDER)
    return columns


def _heights(found: Layered, heights: Mapping[str, float]) -> dict[str, float]:
    """The middle of each node and dummy: near its neighbours, apart from those of its layer."""
    tall = {node: heights.get(node, LANE) for layer in found.layers for node in layer}
    middles: dict[str, float] = {}
    for layer in found.layers:
        y = 0.0
        for node in layer:
            middles[node] = y + tall[node] / 2
            y += tall[node] + GAP_Y
    steps = {step for route in found.routes.values() for step in pairwise(route)}
    left: dict[str, list[str]] = {}
    right: dict[str, list[str]] = {}
    for one, other in sorted(steps):
        left.setdefault(other, []).append(one)
        right.setdefault(one, []).append(other)
    for sweep in range(SWEEPS):
        last = sweep >= SWEEPS - 4
        for layer in found.layers if sweep % 2 == 0 else reversed(found.layers):
            near = {
                node: (left.get(node, []) if last or sweep % 2 == 0 else [])
                + (right.get(node, []) if last or sweep % 2 else [])
                for node in layer
            }
            wished = [
                sum(middles[one] for one in some) / len(some) if (some := near[node]) else middles[node]
                for node in layer
            ]
            weights = [4.0 if node not in heights else 1.0 for node in layer]  # lines straight before boxes centred
            middles.update(zip(layer, _apart(wished, weights, [tall[node] for node in layer]), strict=True))
    return middles


def _apart(wished: Sequence[float], weights: Sequence[float], tall: Sequence[float]) -> list[float]:
    """The heights nearest to those wished, in the same order and apart by their sizes and the gap."""
    offsets, offset = [0.0], 0.0
    for above, below in pairwise(tall):
        offset += (above + below) / 2 + GAP_Y
        offsets.append(offset)
    blocks: list[list[float]] = []  # mean, weight, how many
    for wish, weight, shift in zip(wished, weights, offsets, strict=True):
        blocks.append([wish - shift, weight, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            mean, more, many = blocks.pop()
            before = blocks[-1]
            before[0] = (before[0] * before[1] + mean * more) / (before[1] + more)
            before[1] += more
            before[2] += many
    means = [mean for mean, _, many in blocks for _ in range(int(many))]
    return [mean + shift for mean, shift in zip(means, offsets, strict=True)]


def _lines(
    found: Layered,
    ties: Sequence[tuple[str, str, str]],
    boxes: Mapping[str, Box],
    *,
    middles: Mapping[str, float],
    columns: Sequence[tuple[float, float]],
) -> list[Line]:
    column_of = {node: at for at, layer in enumerate(found.layers) for node in layer}
    ports = _ports(found, ties, boxes, middles)
    lines = []
    for tie in ties:
        route = found.routes[tie[:2]]
        first, last = boxes[route[0]], boxes[route[-1]]
        spread = _spread(tie, ties)
        points: list[Point] = [
            (first.x + first.width, ports[tie, "out"]),
            (columns[column_of[route[0]]][1], ports[tie, "out"]),
        ]
        for dummy in route[1:-1]:
            low, high = columns[column_of[dummy]]
            points += [(low, middles[dummy] + spread), (high, middles[dummy] + spread)]
        points += [(columns[column_of[route[-1]]][0], ports[tie, "in"]), (last.x, ports[tie, "in"])]
        lines.append(Line(tie, tuple(reversed(points)) if tie[:2] in found.turned else tuple(points)))
    return lines


def _spread(tie: tuple[str, str, str], ties: Sequence[tuple[str, str, str]]) -> float:
    """How far a line stands from the middle of its lane, where several of one pair share it."""
    beside = sorted(one for one in ties if one[:2] == tie[:2])
    return (beside.index(tie) - (len(beside) - 1) / 2) * 7.0


def _ports(
    found: Layered, ties: Sequence[tuple[str, str, str]], boxes: Mapping[str, Box], middles: Mapping[str, float]
) -> dict[tuple[tuple[str, str, str], str], float]:
    """The height at which each line leaves and meets its boxes, in the order of where it comes from or goes to."""
    at: dict[tuple[str, str], list[tuple[float, tuple[str, str, str]]]] = {}
    for tie in ties:
        route = found.routes[tie[:2]]
        spread = _spread(tie, ties)
        at.setdefault((route[0], "out"), []).append((middles[route[1]] + spread, tie))
        at.setdefault((route[-1], "in"), []).append((middles[route[-2]] + spread, tie))
    ports: dict[tuple[tuple[str, str, str], str], float] = {}
    for (node, side), some in at.items():
        box = boxes[node]
        room = min(box.height - 2 * PAD_Y, PORT * (len(some) - 1))
        step = room / (len(some) - 1) if len(some) > 1 else 0.0
        for n, (_, tie) in enumerate(sorted(some)):
            ports[tie, side] = box.y + box.height / 2 - room / 2 + n * step
    return ports


def _at_origin(boxes: Sequence[Box], lines: Sequence[Line]) -> Plan:
    """The part with its upper left corner at 0, 0."""
    ys = [box.y for box in boxes] + [y for line in lines for _, y in line.points]
    xs = [box.x for box in boxes]
    left, top = min(xs), min(ys)
    moved = _moved(Plan(0, 0, tuple(boxes), tuple(lines)), -left, -top)
    width = max(box.x + box.width for box in moved.boxes)
    low = [box.y + box.height for box in moved.boxes] + [y for line in moved.lines for _, y in line.points]
    return replace(moved, width=width, height=max(low))


def _moved(one: Plan, dx: float, dy: float) -> Plan:
    boxes = tuple(replace(box, x=box.x + dx, y=box.y + dy) for box in one.boxes)
    lines = tuple(replace(line, points=tuple((x + dx, y + dy) for x, y in line.points)) for line in one.lines)
    return replace(one, boxes=boxes, lines=lines)


def _stacked(plans: Sequence[Plan]) -> Plan:
    """The parts in columns from left to right, so high that the whole fits a page in the largest print."""
    if not plans:
        return Plan(0.0, 0.0, (), ())
    highest = max(one.height for one in plans)
    tried = [_in_columns(plans, highest * (1 + n / 10)) for n in range(COLUMNS_TRIED)]
    return min(tried, key=lambda one: max(one.width / BREADTH, one.height))


def _in_columns(plans: Sequence[Plan], room: float) -> Plan:
    boxes: list[Box] = []
    lines: list[Line] = []
    x = y = column = height = 0.0
    for one in plans:
        if y and y + one.height > room:
            x, y, column = x + column + SIDE_BY_SIDE, 0.0, 0.0
        placed = _moved(one, x, y)
        boxes += placed.boxes
        lines += placed.lines
        y += one.height + BETWEEN_PARTS
        column = max(column, one.width)
        height = max(height, y - BETWEEN_PARTS)
    boxes.sort(key=lambda box: box.node)
    lines.sort(key=lambda line: line.key)
    return Plan(x + column, height, tuple(boxes), tuple(lines))
