"""The picture of a causal map as shapes on a page: what SVG and PNG both draw.

Takes       a causal map, names for its concepts, a title and a source line.
Gives       a Picture: rectangles, words, curves, heads, in the order in which they are drawn.
Method      `layout` places boxes and lines. A line is green, whole, with an arrow where more of the cause is said to
            bring more of the effect; red, dashed, with a bar where less; grey, dotted, with a ring where it is not said
            which: each sign has three marks, so that it is legible in grey. A ring at the tail marks what is said only
            of less of the cause. Widths and numbers count works.
Leaves out  maps of more than `MOST` concepts: `around` cuts the neighbourhood of one out of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from actum.export.layout import LEADING, SIZE, SMALL, Box, Label, Line, Point, plan
from actum.export.text_width import em, lines_of
from actum.model.claim import CausalMap, Claim, Edge

MOST = 60
"""Concepts that a picture holds; more cannot be read on a page, 2026-11-26."""
LABEL_WIDTH, LABEL_WIDTH_LETTERS, SLUG_WIDTH = 10.5, 14.0, 17.0
"""Em of a label's line in Chinese and in letters, and of a slug's in its smaller letters, at most, 2026-11-26."""
WIDE_LETTERS = 0.8
"""Em of a name's mean character from which it counts as Chinese."""
UNNAMED_WIDTH, UNNAMED_LINES = 13.0, 4
"""Em and lines of words that nobody has named yet; more is cut with … and whole in other exports, 2026-11-26."""
AS_CONDUCT = "actor-as-conduct"
"""The rule of a cause that is an actor, read as the actor's conduct: the box tells who."""
MOST_DOERS = 3
"""Doers told in a box, the most told first; the rest are counted, 2026-11-26."""
MARGIN = 28.0
UNKNOWN = "unknown:"
INK, FAINT, PAPER, UNNAMED = "#1f2328", "#57606a", "#ffffff", "#eceef0"
SIGNS = {"up": ("#116329", ""), "down": ("#a40e26", "7 4"), "unknown": ("#6e7781", "1.5 3.5")}
"""Colour and dashes of each sign; dashes and heads differ without the colours."""
MEANS = {"up": "more leads to more", "down": "more leads to less", "unknown": "not said which way"}
FILLS = {
    "risk": "#ffe3e0", "goal": "#e3f0ff", "principle": "#e3f0ff", "instrument": "#fff3cd", "body": "#f0e9ff",
    "practice": "#f3f4f6", "capability": "#f3f4f6",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A box; `dash` is empty for a whole outline."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    stroke: str
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words; `x` is its left end or its middle, `y` its base line."""

    x: float
    y: float
    text: str
    size: float
    fill: str = INK
    bold: bool = False
    middle: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through `points`: straight between the two of a pair, a cubic with level ends from pair to pair.

    `tip` is what a reader sees who points at it: what leads to what, who says so, in which words.
    """

    points: tuple[Point, ...]
    stroke: str
    width: float
    dash: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """A filled polygon: an arrow's head, a bar."""

    points: tuple[Point, ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle filled with paper."""

    x: float
    y: float
    radius: float
    stroke: str


Shape = Rectangle | Words | Curve | Head | Ring


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes in order of drawing, on a page of this size in points; `title` names it for readers that cannot see."""

    width: float
    height: float
    title: str
    shapes: tuple[Shape, ...]


def picture(
    found: CausalMap, names: Mapping[str, str], kinds: Mapping[str, str], *, title: str, source: str
) -> Picture:
    """The map as a picture. `names` are by concept, missing where the registry has none; `kinds` those of mentions."""
    labels = {node.concept: label_of(node.concept, names) for node in found.nodes}
    labels |= {one: _with_doers(labels[one], who) for one, who in _doers(found).items()}
    edges = {(edge.cause, edge.effect): edge for edge in found.edges}
    ties = [(edge.cause, edge.effect, sign) for edge in found.edges for sign in SIGNS if getattr(edge, sign)]
    laid = plan(labels, ties)
    heading = _heading(title, source, max(laid.width, 640.0))
    top = MARGIN + heading[1] + 14.0
    shapes: list[Shape] = [*heading[0]]
    named = {node.concept for node in found.nodes if node.named}
    out, into = Counter(tie[0] for tie in ties), Counter(tie[1] for tie in ties)
    for line in laid.lines:
        cause, effect, _ = line.key
        at_effect = out[cause] > into[effect]
        shapes += _line_shapes(_shift(line, MARGIN, top), edges[cause, effect], names, at_effect=at_effect)
    for box in laid.boxes:
        shapes += _box_shapes(box, MARGIN, top, FILLS.get(kinds.get(box.node, ""), PAPER), named=box.node in named)
    width = max(laid.width, 640.0) + 2 * MARGIN
    bottom = top + laid.height + 34.0
    legend, height = _legend(bottom, width)
    return Picture(round(width, 2), round(bottom + height + MARGIN, 2), title, (*shapes, *legend))


def around(found: CausalMap, concept: str) -> CausalMap:
    """What leads to a concept and what it leads to, as many steps away as `MOST` concepts leave room for.

    Only its nearest neighbours, by the works that say so and then by name, where even one step is too many.
    """
    kept = {concept}
    causes = {concept}
    effects = {concept}
    while True:
        causes = causes | {edge.cause for edge in found.edges if edge.effect in causes}
        effects = effects | {edge.effect for edge in found.edges if edge.cause in effects}
        wider = causes | effects
        if len(wider) > MOST:
            if kept == {concept}:
                kept = _nearest(found, concept)
            break
        if wider == kept:
            break
        kept = wider
    return CausalMap(
        tuple(node for node in found.nodes if node.concept in kept),
        tuple(edge for edge in found.edges if edge.cause in kept and edge.effect in kept),
        tuple(claim for claim in found.self_claims if claim.cause.concept in kept),
    )


def works_of(claims: tuple[Claim, ...]) -> int:
    """How many works make these claims."""
    return len({claim.work for claim in claims})


def label_of(concept: str, names: Mapping[str, str]) -> Label:
    """The label of a concept: its name with the slug below, or the slug, or the words that nobody has named yet."""
    name = names.get(concept)
    if name is None or concept.startswith(UNKNOWN):
        lines = lines_of(name or concept.removeprefix(UNKNOWN), UNNAMED_WIDTH)
        cut = len(lines) > UNNAMED_LINES
        return Label((*lines[: UNNAMED_LINES - 1], lines[UNNAMED_LINES - 1][:-1] + "…") if cut else lines)
    width = LABEL_WIDTH if em(name) > WIDE_LETTERS * len(name) else LABEL_WIDTH_LETTERS
    slug = () if name.lower().replace(" ", "-") == concept else lines_of(concept, SLUG_WIDTH)
    return Label(lines_of(name, width), slug)


def _doers(found: CausalMap) -> dict[str, list[str]]:
    """Who stands, in the words of the texts, for a concept that is nothing but what somebody does; most told first."""
    told: dict[str, Counter[str]] = {}
    for edge in found.edges:
        for claim in (*edge.up, *edge.down, *edge.unknown):
            if AS_CONDUCT in claim.cause.rules:
                words = ("".join(one.part.text.split("\n")) for one in claim.cause.agents)
                told.setdefault(edge.cause, Counter()).update(dict.fromkeys(words, 1))
    return {one: sorted(some, key=lambda words: (-some[words], words)) for one, some in sorted(told.items())}


def _with_doers(label: Label, who: Sequence[str]) -> Label:
    more = f" +{len(who) - MOST_DOERS}" if len(who) > MOST_DOERS else ""
    lines = [line for words in who[:MOST_DOERS] for line in lines_of(words, SLUG_WIDTH)]
    return Label(label.name, (*label.slug, *lines[:-1], lines[-1] + more)) if lines else label


def _nearest(found: CausalMap, concept: str) -> set[str]:
    weights: dict[str, int] = {}
    for edge in found.edges:
        if concept in {edge.cause, edge.effect}:
            other = edge.effect if edge.cause == concept else edge.cause
            weights[other] = weights.get(other, 0) + works_of((*edge.up, *edge.down, *edge.unknown))
    return {concept, *sorted(weights, key=lambda one: (-weights[one], one))[: MOST - 1]}


def _shift(line: Line, dx: float, dy: float) -> Line:
    return Line(line.key, tuple((x + dx, y + dy) for x, y in line.points))


def _line_shapes(line: Line, edge: Edge, names: Mapping[str, str], *, at_effect: bool) -> list[Shape]:
    """A line with its head; its number of works stands at the end that has fewer other lines."""
    sign = line.key[2]
    claims: tuple[Claim, ...] = getattr(edge, sign)
    colour, dash = SIGNS[sign]
    works = works_of(claims)
    width = min(1.3 + 0.7 * (works - 1), 4.0)
    x, y = line.points[-1]
    forward = 1.0 if x > line.points[0][0] else -1.0
    head, short = _head(sign, x, y, forward)
    points = (*line.points[:-1], (x - short * forward, y))
    shapes: list[Shape] = [Curve(points, colour, width, dash, _tip(edge, sign, claims, names)), *head]
    if all(claim.cause.delta == "-" for claim in claims):
        at, below = line.points[0]
        shapes.append(Ring(at + 4.0 * forward, below, 3.4, colour))
    if works > 1:
        shapes += _count(line, works, colour, at_effect=at_effect)
    return shapes


def _tip(edge: Edge, sign: str, claims: tuple[Claim, ...], names: Mapping[str, str]) -> str:
    quotes = (f"{claim.work}, {'+'.join(claim.holder)}{_agents(claim)}: {claim.sentence.text}" for claim in claims)
    ends = " → ".join(names.get(one, one.removeprefix(UNKNOWN)) for one in (edge.cause, edge.effect))
    return "\n".join((f"{ends}: {MEANS[sign]}", *dict.fromkeys(quotes)))


def _agents(claim: Claim) -> str:
    """Who is said to act, in the words of the text, and whether these name nobody; empty where nobody is told."""
    who = ", ".join(dict.fromkeys("".join(one.part.text.split("\n")) for one in claim.cause.agents))
    veil = "nobody by name" if claim.cause.veiled else ""
    told = f"{who} ({veil})" if who and veil else who or veil
    return f" (who acts: {told})" if told else ""


def _head(sign: str, x: float, y: float, forward: float) -> tuple[list[Shape], float]:
    """The head at the end of a line, and how much shorter the line is for it."""
    colour = SIGNS[sign][0]
    if sign == "up":
        return [Head(((x, y), (x - 9 * forward, y - 4.2), (x - 9 * forward, y + 4.2)), colour)], 8.0
    if sign == "down":
        left, right = x - 4 * forward, x - 1.4 * forward
        return [Head(((left, y - 6), (right, y - 6), (right, y + 6), (left, y + 6)), colour)], 3.0
    return [Ring(x - 4.5 * forward, y, 3.6, colour)], 8.0


def _count(line: Line, works: int, colour: str, *, at_effect: bool) -> list[Shape]:
    """The number of works, where the line has ceased to bend before the effect, or not yet begun behind the cause."""
    x, y = line.points[-2] if at_effect else line.points[1]
    return [Ring(x, y, 7.0, colour), Words(x, y + 3.4, str(works), SMALL, colour, bold=True, middle=True)]


def _box_shapes(box: Box, dx: float, dy: float, fill: str, *, named: bool) -> list[Shape]:
    x, y = box.x + dx, box.y + dy
    ink, dash = (INK, "") if named else (FAINT, "3 3")
    shapes: list[Shape] = [Rectangle(x, y, box.width, box.height, fill if named else UNNAMED, ink, dash)]
    middle = x + box.width / 2
    words = (len(box.label.name) * SIZE + len(box.label.slug) * SMALL) * LEADING
    line = y + (box.height - words) / 2
    for text in box.label.name:
        line += SIZE * LEADING
        shapes.append(Words(middle, line - SIZE * 0.42, text, SIZE, ink, middle=True))
    for text in box.label.slug:
        line += SMALL * LEADING
        shapes.append(Words(middle, line - SMALL * 0.42, text, SMALL, FAINT, middle=True))
    return shapes


def _heading(title: str, source: str, width: float) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    y = MARGIN
    for text, size, fill in ((title, 18.0, INK), (source, 11.0, FAINT)):
        for line in lines_of(text, width / size):
            y += size * LEADING
            shapes.append(Words(MARGIN, y - size * 0.35, line, size, fill, bold=fill == INK))
    return shapes, y - MARGIN


def _legend(y: float, width: float) -> tuple[list[Shape], float]:
    """What the marks mean, in as many rows as the width asks for, and the height of the rows."""
    shapes: list[Shape] = []
    x, top = MARGIN, y
    for mark, room, words in _marks():
        wide = room + em(words) * 11.0
        if x > MARGIN and x + wide > width - MARGIN:
            x, y = MARGIN, y + 22.0
        shapes += [_placed(shape, x, y) for shape in mark]
        shapes.append(Words(x + room, y + 4, words, 11.0))
        x += wide + 20.0
    return shapes, y - top


def _marks() -> list[tuple[list[Shape], float, str]]:
    """Each mark at 0, 0, the room it takes, what it means."""
    marks: list[tuple[list[Shape], float, str]] = []
    for sign, words in MEANS.items():
        colour, dash = SIGNS[sign]
        head, short = _head(sign, 40, 0, 1.0)
        marks.append(([Curve(((0, 0), (40 - short, 0)), colour, 1.6, dash), *head], 48.0, words))
    marks.append(([Curve(((0, 0), (26, 0)), INK, 1.6), Ring(4, 0, 3.4, INK)], 34.0, "said only of less of the cause"))
    two: list[Shape] = [Ring(7, 0, 7.0, INK), Words(7, 3.4, "2", SMALL, INK, bold=True, middle=True)]
    marks.append((two, 20.0, "works that say so, where more than one"))
    for kind, words in (
        ("risk", "risk"),
        ("goal", "goal, principle"),
        ("instrument", "instrument"),
        ("body", "body"),
        ("practice", "practice, capability"),
        ("", "other"),
    ):
        marks.append(([Rectangle(0, -6, 18, 12, FILLS.get(kind, PAPER), INK)], 24.0, words))
    marks.append(([Rectangle(0, -6, 18, 12, UNNAMED, FAINT, "3 3")], 24.0, "not yet named"))
    return marks


def _placed(shape: Shape, x: float, y: float) -> Shape:
    """A mark of the legend, moved to its place."""
    if isinstance(shape, Curve | Head):
        return replace(shape, points=tuple((left + x, high + y) for left, high in shape.points))
    return replace(shape, x=shape.x + x, y=shape.y + y)
