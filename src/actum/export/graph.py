"""A graph in the plain terms that graph programs share, of a causal map or of a network.

Takes       a causal map, or a network; names of concepts.
Gives       a Graph: nodes and edges with flat attributes, the same names on each, none missing.
Method      one edge for each pair and sign, never netted: what is said up, down and unclear are three edges. The weight
            of an edge is the number of works, at least 1; signs are words. Of a network the weight is the tie's own,
            and ties of a weight of 0 or less keep it in an attribute, for programs drop or misplace such edges.
Leaves out  lists and empty values: graph programs know neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from actum.export.layout import plan
from actum.export.picture import SIGNS, label_of, works_of
from actum.model.claim import CausalMap, Claim, Edge, Node
from actum.model.network import Network, NetworkTie

Value = str | int | float
PLACED = 200
"""Concepts up to which nodes get places of their own; more are left to the program that opens the file, 2026-11-26."""
BETWEEN = " ¶ "
"""Between quotes in one attribute."""


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node; `place` is None where it has none; y grows upward."""

    id: str
    label: str
    attributes: tuple[tuple[str, Value], ...]
    place: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """An edge; `kind` tells edges of one pair apart; `years` are those of its works, in order."""

    id: str
    source: str
    target: str
    kind: str
    weight: float
    years: tuple[int, ...]
    attributes: tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges in order of id; every node has the same attributes, and so has every edge."""

    title: str
    directed: bool
    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]


def graph_of_map(found: CausalMap, names: Mapping[str, str], kinds: Mapping[str, str], *, title: str) -> Graph:
    """The map as a graph, an edge a pair and sign."""
    places = _places(found, names)
    nodes = tuple(_concept(node, names, kinds, places.get(node.concept)) for node in found.nodes)
    edges = [_claimed(edge, sign, number) for number, (edge, sign) in enumerate(_signed(found), 1)]
    return Graph(title, directed=True, nodes=nodes, edges=tuple(edges))


def graph_of_network(found: Network, names: Mapping[str, str], *, title: str) -> Graph:
    """The network as a graph; windows stand on the edges."""
    one_mode = found.kind in {"congruence", "conflict", "subtract"}
    nodes: dict[str, GraphNode] = {}
    for tie in found.ties:
        split = "+".join(tie.split_from)
        source = "+".join(tie.source)
        nodes[source] = GraphNode(source, source, (("kind", "voice"), ("explicit", ""), ("split_from", split)))
        target = _target(tie)
        label = target if one_mode else _target_label(tie, names)
        kind = tie.target_kind
        nodes.setdefault(
            target, GraphNode(target, label, (("kind", kind), ("explicit", tie.explicit), ("split_from", "")))
        )
    edges = [_tied(tie, number) for number, tie in enumerate(found.ties, 1)]
    return Graph(title, directed=not one_mode, nodes=tuple(nodes[one] for one in sorted(nodes)), edges=tuple(edges))


def years_of(dates: Iterable[str]) -> tuple[int, ...]:
    """The years of dates that have one, in order; of an interval over two years, both."""
    found = {int(part[:4]) for date in dates for part in date.split("/") if part[:4].isdecimal()}
    return tuple(sorted(found))


def quotes_of(claims: Iterable[Claim]) -> str:
    """The sentences of some claims, each once, line ends as blanks."""
    return BETWEEN.join(dict.fromkeys(" ".join(claim.sentence.text.split("\n")) for claim in claims))


def _signed(found: CausalMap) -> list[tuple[Edge, str]]:
    return [(edge, sign) for edge in found.edges for sign in SIGNS if getattr(edge, sign)]


def _places(found: CausalMap, names: Mapping[str, str]) -> dict[str, tuple[float, float]]:
    if len(found.nodes) > PLACED:
        return {}
    labels = {node.concept: label_of(node.concept, names) for node in found.nodes}
    laid = plan(labels, [(edge.cause, edge.effect, sign) for edge, sign in _signed(found)])
    middles = {box.node: (box.x + box.width / 2, -(box.y + box.height / 2)) for box in laid.boxes}
    return {node: (round(x, 1), round(y, 1)) for node, (x, y) in middles.items()}


def _concept(
    node: Node, names: Mapping[str, str], kinds: Mapping[str, str], place: tuple[float, float] | None
) -> GraphNode:
    attributes: tuple[tuple[str, Value], ...] = (
        ("kind", kinds.get(node.concept) or node.kind),
        ("named", "yes" if node.named else "no"),
    )
    return GraphNode(node.concept, names.get(node.concept, node.concept.removeprefix("unknown:")), attributes, place)


def _claimed(edge: Edge, sign: str, number: int) -> GraphEdge:
    claims: tuple[Claim, ...] = getattr(edge, sign)
    works = sorted({claim.work for claim in claims})
    holders = sorted({"+".join(claim.holder) for claim in claims})
    return GraphEdge(
        id=f"e{number}",
        source=edge.cause,
        target=edge.effect,
        kind=sign,
        weight=float(works_of(claims)),
        years=years_of(claim.date for claim in claims),
        attributes=(
            ("sign", sign),
            ("works", len(works)),
            ("claims", len(claims)),
            ("said_of", said_of(claims)),
            ("holders", " ".join(holders)),
            ("work_ids", " ".join(works)),
            ("claim_ids", " ".join(claim.id for claim in claims)),
            ("quotes", quotes_of(claims)),
        ),
    )


def said_of(claims: Iterable[Claim]) -> str:
    """Of which side of the cause it is said: more of it, less of it, or both, claim by claim."""
    sides = {claim.cause.delta for claim in claims}
    return "both" if len(sides) > 1 else "less" if sides == {"-"} else "more"


def _target(tie: NetworkTie) -> str:
    """The id of a target as a node: veiled names stand apart by their words, and nobody is a node too."""
    if tie.explicit == "veiled":
        return f"{tie.target}:{'/'.join(tie.written)}"
    return tie.target or "nobody"


def _target_label(tie: NetworkTie, names: Mapping[str, str]) -> str:
    if tie.explicit in {"veiled", "unresolved", "everybody"} and tie.written:
        return tie.written[0]
    return names.get(tie.target, tie.target.removeprefix("unknown:") or "nobody")


def _tied(tie: NetworkTie, number: int) -> GraphEdge:
    counts: tuple[tuple[str, Value], ...] = tuple(tie.counts)
    return GraphEdge(
        id=f"e{number}",
        source="+".join(tie.source),
        target=_target(tie),
        kind=f"{tie.kind} {tie.window}".strip(),
        weight=tie.weight if tie.weight > 0 else 1.0,
        years=years_of(one.date for one in tie.because),
        attributes=(
            ("tie", tie.kind),
            ("window", tie.window),
            ("value", float(tie.weight)),
            *counts,
            ("shares", " ".join(tie.shares)),
            ("work_ids", " ".join(tie.works)),
        ),
    )
