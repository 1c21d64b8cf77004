"""A causal map as it is drawn on a page: boxes and lines with their places, for a template to make SVG of.

Takes       a causal map, names of its concepts, what is to be marked.
Gives       a Drawing; and `fitting`, the part of a map that a page can hold.
Method      `export.layout` places boxes and lines of each part that hangs together, causes left; the parts are packed
            into the width of a page. The head of a line tells its sign (arrow, bar, ring), so that it is legible in
            grey; a ring at the tail, that it is said only of less of the cause; a figure, how many works say so. What
            became of a line between two maps is told by its stroke.
Leaves out  colours: they are the style's; what is not drawn: the table beside a drawing has all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from actum.export.layers import parts
from actum.export.layout import LEADING, SIZE, Box, Label, Line, Plan, Point, plan
from actum.export.pen import line_through, number
from actum.export.picture import (
    MOST,
    UNNAMED_LINES,
    UNNAMED_WIDTH,
    WIDE_LETTERS,
    around,
    works_of,
)
from actum.export.text_width import em, lines_of
from actum.model.claim import CausalMap, Claim, Edge, Fate

MARGIN = 10.0
"""Points around the drawing, 2026-11-26."""
LETTERS = 13.0
"""Points of the letters on the page; smaller than those that boxes are measured for, as browsers' faces differ,
2026-11-26."""
PAGE, BESIDE, BELOW = 1240.0, 40.0, 30.0
"""Points up to which parts stand side by side, and between parts beside and below one another, 2026-11-26."""
SHOWN = 1186.0
"""Points of the breadth of a page; what is a little wider is drawn a little smaller, 2026-11-26."""
SIGNS = ("up", "down", "unknown")
LABEL_WIDTH, LABEL_WIDTH_LETTERS = 9.5, 12.5
"""Em of a label's line in Chinese and in letters, at most; a page is narrower than a picture, 2026-11-26."""
_PAD = "　"
_PADS = 4
"""Wide blanks that the two buttons of a box take, 2026-11-26."""
BUTTON = 24.0
"""Points of the side of a button: what a finger needs at least (WCAG 2.2, 2.5.8)."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """A box; `lines` have their base lines; `buttons` is the left end of its two buttons, None where it has none."""

    concept: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[tuple[str, float], ...]
    middle: float
    named: bool
    buttons: float | None = None


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line of one sign; `head` are the points of an arrow or a bar, `ring` the middle of one that is open.

    `tail` is the middle of the ring at its tail where it is said only of less of the cause; `count` where its number of
    works stands, `middle` where a word on it can stand. `fate` is what became of it between two maps, else empty.
    """

    cause: str
    effect: str
    sign: str
    path: str
    head: str
    ring: Point | None
    tail: Point | None
    count: Point | None
    works: int
    middle: Point
    fate: Fate | str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes and lines in order of name; `left_out` is how many concepts of the map are not drawn.

    `shown` is the breadth and height at which a page shows it.
    """

    width: float
    height: float
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    shown: Point
    left_out: int = 0


def fitting(found: CausalMap, concept: str = "", *, passing: frozenset[str] = frozenset()) -> tuple[CausalMap, str]:
    """What a page can hold of a map: all of it, or its largest parts, or what is around its most claimed concept.

    Of a concept that is given, what is around it. With it the concept around which it is, empty for none; none of
    `passing` unless there is no other.
    """
    if concept:
        return around(found, concept), concept
    if len(found.nodes) <= MOST:
        return found, ""
    names = [node.concept for node in found.nodes]
    kept: set[str] = set()
    for nodes, _ in parts(names, [(edge.cause, edge.effect) for edge in found.edges]):
        if len(kept) + len(nodes) <= MOST:
            kept.update(nodes)
    middle = _weightiest(found, passing)
    return (part_of(found, kept), "") if middle in kept else (around(found, middle), middle)


def part_of(found: CausalMap, kept: set[str]) -> CausalMap:
    """The concepts kept, and the edges between them."""
    return CausalMap(
        tuple(node for node in found.nodes if node.concept in kept),
        tuple(edge for edge in found.edges if edge.cause in kept and edge.effect in kept),
        tuple(claim for claim in found.self_claims if claim.cause.concept in kept),
    )


def _weightiest(found: CausalMap, passing: frozenset[str]) -> str:
    """The concept of which most is claimed, then the first by slug; one of `passing` only where there is no other."""
    touched: dict[str, int] = {}
    for edge in found.edges:
        for one in (edge.cause, edge.effect):
            touched[one] = touched.get(one, 0) + len(edge.up) + len(edge.down) + len(edge.unknown)
    return min(touched, key=lambda one: (one in passing, -touched[one], one), default="")


def drawing_of(
    found: CausalMap,
    names: Mapping[str, str],
    *,
    whole: int = 0,
    buttons: frozenset[str] = frozenset(),
    fates: Mapping[Pair, Fate] | None = None,
) -> Drawing:
    """The map drawn; `names` are the labels by concept, `whole` how many concepts the map had before it was cut."""
    labels = {node.concept: _label(node.concept, names, named=node.named) for node in found.nodes}
    measured = {one: _padded(label) if one in buttons else label for one, label in labels.items()}
    edges = {(edge.cause, edge.effect): edge for edge in found.edges}
    laid = _packed(
        measured, [(edge.cause, edge.effect, sign) for edge in found.edges for sign in SIGNS if _of(edge, sign)]
    )
    named = {node.concept for node in found.nodes if node.named}
    nodes = [_node(box, labels[box.node], named=box.node in named, buttons=box.node in buttons) for box in laid.boxes]
    arrows = [_arrow(line, edges[line.key[:2]], (fates or {}).get(line.key[:2], "")) for line in laid.lines]
    return Drawing(
        round(laid.width + 2 * MARGIN, 1),
        round(laid.height + 2 * MARGIN, 1),
        tuple(nodes),
        tuple(arrows),
        _shown(laid.width + 2 * MARGIN, laid.height + 2 * MARGIN),
        max(whole - len(found.nodes), 0),
    )


def _shown(width: float, height: float) -> Point:
    """As wide as it is; a little smaller where it fits a page then. Wider ones scroll."""
    scale = SHOWN / width if SHOWN < width <= PAGE + 2 * MARGIN else 1.0
    return round(width * scale, 1), round(height * scale, 1)


def _packed(labels: Mapping[str, Label], ties: Sequence[tuple[str, str, str]]) -> Plan:
    """The parts, each planned by itself, where they fit: the largest first, as high up as can be, then as far left."""
    boxes: list[Box] = []
    lines: list[Line] = []
    taken: list[tuple[float, float, float, float]] = []  # left, top, right, bottom, with the room around
    for nodes, edges in parts(labels, {tie[:2] for tie in ties}):
        inside = set(edges)
        one = plan({node: labels[node] for node in nodes}, [tie for tie in ties if tie[:2] in inside])
        y, x = _free(taken, one.width)
        taken.append((x, y, x + one.width + BESIDE, y + one.height + BELOW))
        boxes += [replace(box, x=box.x + x, y=box.y + y) for box in one.boxes]
        lines += [replace(line, points=tuple((left + x, high + y) for left, high in line.points)) for line in one.lines]
    boxes.sort(key=lambda box: box.node)
    lines.sort(key=lambda line: line.key)
    width = max((right - BESIDE for _, _, right, _ in taken), default=0.0)
    height = max((bottom - BELOW for _, _, _, bottom in taken), default=0.0)
    return Plan(width, height, tuple(boxes), tuple(lines))


def _free(taken: Sequence[tuple[float, float, float, float]], width: float) -> tuple[float, float]:
    """Height and left end of the first free place of that width on the page; wider ones stand at its left end."""
    lefts = sorted({0.0, *(right for _, _, right, _ in taken if right + width <= PAGE)})
    return min(
        (max((bottom for one, _, right, bottom in taken if one < left + width and left < right), default=0.0), left)
        for left in lefts
    )


def _of(edge: Edge, sign: str) -> tuple[Claim, ...]:
    return {"up": edge.up, "down": edge.down, "unknown": edge.unknown}[sign]


def _label(concept: str, names: Mapping[str, str], *, named: bool) -> Label:
    name = names[concept]
    if not named:
        lines = lines_of(name, UNNAMED_WIDTH)
        cut = len(lines) > UNNAMED_LINES
        return Label((*lines[: UNNAMED_LINES - 1], lines[UNNAMED_LINES - 1][:-1] + "…") if cut else lines)
    return Label(lines_of(name, LABEL_WIDTH if em(name) > WIDE_LETTERS * len(name) else LABEL_WIDTH_LETTERS))


def _padded(label: Label) -> Label:
    """The label with room for two buttons at its right."""
    widest = max(label.name, key=em, default="")
    at = label.name.index(widest)
    return Label((*label.name[:at], widest + _PAD * _PADS, *label.name[at + 1 :]))


def _node(box: Box, label: Label, *, named: bool, buttons: bool) -> Node:
    x, y = box.x + MARGIN, box.y + MARGIN
    room = _PADS * SIZE if buttons else 0.0
    first = y + (box.height - len(label.name) * SIZE * LEADING) / 2
    lines = tuple((text, round(first + (n + 1) * SIZE * LEADING - SIZE * 0.42, 1)) for n, text in enumerate(label.name))
    return Node(
        concept=box.node,
        x=round(x, 1),
        y=round(y, 1),
        width=round(box.width, 1),
        height=round(box.height, 1),
        lines=lines,
        middle=round(x + (box.width - room) / 2, 1),
        named=named,
        buttons=round(x + box.width - 2 * BUTTON - 3, 1) if buttons else None,
    )


def _arrow(line: Line, edge: Edge, fate: Fate | str) -> Arrow:
    cause, effect, sign = line.key
    points = tuple((x + MARGIN, y + MARGIN) for x, y in line.points)
    (x, y), (start, level) = points[-1], points[0]
    forward = 1.0 if x > start else -1.0
    head, ring, short = _head(sign, x, y, forward)
    claims = _of(edge, sign)
    works = works_of(claims)
    less = all(claim.cause.delta == "-" for claim in claims)
    middle = _between(points[-2], points[-3], 0.5) if len(points) > 2 else _between(points[0], points[1], 0.5)
    return Arrow(
        cause=cause,
        effect=effect,
        sign=sign,
        path=line_through((*points[:-1], (x - short * forward, y)), 1),
        head=head,
        ring=ring,
        tail=(round(start + 4.0 * forward, 1), round(level, 1)) if less else None,
        count=_quarter(points) if works > 1 else None,
        works=works,
        middle=middle,
        fate=fate,
        claims=claims,
    )


def _head(sign: str, x: float, y: float, forward: float) -> tuple[str, Point | None, float]:
    """The head at the end of a line, a ring for one that is open, and how much shorter the line is for it."""
    if sign == "up":
        return _points((x, y), (x - 9 * forward, y - 4.2), (x - 9 * forward, y + 4.2)), None, 8.0
    if sign == "down":
        left, right = x - 4 * forward, x - 1.2 * forward
        return _points((left, y - 6.5), (right, y - 6.5), (right, y + 6.5), (left, y + 6.5)), None, 3.0
    return "", (round(x - 4.5 * forward, 1), round(y, 1)), 8.0


def _quarter(points: tuple[Point, ...]) -> Point:
    """Where a figure stands: a quarter into the last bend, seen from the effect."""
    (x, y), (to_x, to_y) = points[-2], points[-3]
    return round(x + 0.297 * (to_x - x), 1), round(y + 0.156 * (to_y - y), 1)


def _between(one: Point, other: Point, share: float) -> Point:
    return round(one[0] + share * (other[0] - one[0]), 1), round(one[1] + share * (other[1] - one[1]), 1)


def _points(*points: Point) -> str:
    return " ".join(f"{number(x, 1)},{number(y, 1)}" for x, y in points)
