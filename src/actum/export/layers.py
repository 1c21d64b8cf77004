"""Nodes of a directed graph in layers, causes left, and their order in each.

Takes       nodes and edges, no node to itself.
Gives       the parts that hang together, largest first; for each the layers, edges broken into steps of one layer.
Method      Sugiyama's frame: parts of the graph; edges against a depth-first walk turned (they lie in strongly
            connected parts alone); longest path from the causes, causes drawn up to their first effect; a dummy
            where an edge passes a layer; order by the mean place of neighbours, swept to and fro, neighbours swapped
            where that saves crossings, the order with the fewest crossings kept. Ties go by name: the same graph,
            the same layers.
Leaves out  widths and heights: `layout` has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Pair = tuple[str, str]
SWEEPS = 24
"""Sweeps to and fro over the layers; on maps of 20 to 60 nodes none of the later ones saved a crossing, 2026-11-26."""


@dataclass(frozen=True, slots=True)
class Layered:
    """One part of a graph.

    `layers` hold the nodes from left to right, each in order from the top; a dummy is a name that is no node's.
    `routes` give for each edge the nodes it runs through from left to right; `turned` are the edges that run right to
    left.
    """

    layers: tuple[tuple[str, ...], ...]
    routes: dict[Pair, tuple[str, ...]]
    turned: frozenset[Pair] = field(default_factory=frozenset)


def parts(nodes: Iterable[str], edges: Iterable[Pair]) -> list[tuple[list[str], list[Pair]]]:
    """The parts that hang together, with their edges: more nodes first, then by the first name."""
    of = {node: node for node in sorted(nodes)}

    def root(node: str) -> str:
        while of[node] != node:
            of[node] = of[of[node]]
            node = of[node]
        return node

    listed = sorted(set(edges))
    for one, other in listed:
        low, high = sorted((root(one), root(other)))
        of[high] = low
    groups: dict[str, list[str]] = {}
    for node in of:
        groups.setdefault(root(node), []).append(node)
    found = [(group, [edge for edge in listed if root(edge[0]) == name]) for name, group in groups.items()]
    return sorted(found, key=lambda one: (-len(one[0]), one[0][0]))


def layered(nodes: Sequence[str], edges: Sequence[Pair]) -> Layered:
    """One part in layers."""
    turned = _turned(nodes, edges)
    forward = {edge: (edge[1], edge[0]) if edge in turned else edge for edge in edges}
    depth = _depths(nodes, set(forward.values()))
    layers: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for node in sorted(nodes):
        layers[depth[node]].append(node)
    routes: dict[Pair, tuple[str, ...]] = {}
    for edge, (left, right) in sorted(forward.items()):
        between = [f"\0{left}\0{right}\0{n}" for n in range(depth[left] + 1, depth[right])]
        for offset, dummy in enumerate(between, depth[left] + 1):
            if dummy not in layers[offset]:
                layers[offset].append(dummy)
        routes[edge] = (left, *between, right)
    return Layered(_ordered(layers, routes.values()), routes, turned)


def _turned(nodes: Sequence[str], edges: Sequence[Pair]) -> frozenset[Pair]:
    """Edges that lead back to where a depth-first walk came from; walks begin at nodes without causes, then by name."""
    after = {node: sorted(right for left, right in edges if left == node) for node in nodes}
    caused = {right for _, right in edges}
    done: set[str] = set()
    back: set[Pair] = set()
    for start in sorted(nodes, key=lambda node: (node in caused, node)):
        if start in done:
            continue
        walk, stack = [start], [iter(after[start])]
        open_ = {start}
        while walk:
            following = next(stack[-1], None)
            if following is None:
                open_.discard(walk[-1])
                done.add(walk.pop())
                stack.pop()
            elif following in open_:
                back.add((walk[-1], following))
            elif following not in done:
                walk.append(following)
                open_.add(following)
                stack.append(iter(after[following]))
    return frozenset(back)


def _depths(nodes: Sequence[str], edges: set[Pair]) -> dict[str, int]:
    """The layer of each node: the longest way from a cause; a node without causes stands right before its effects."""
    before: dict[str, list[str]] = {node: [] for node in nodes}
    after: dict[str, list[str]] = {node: [] for node in nodes}
    for left, right in sorted(edges):
        before[right].append(left)
        after[left].append(right)
    waiting = {node: len(some) for node, some in before.items()}
    ready = sorted(node for node, count in waiting.items() if not count)
    depth = dict.fromkeys(nodes, 0)
    while ready:
        node = ready.pop(0)
        for following in after[node]:
            depth[following] = max(depth[following], depth[node] + 1)
            waiting[following] -= 1
            if not waiting[following]:
                ready.append(following)
    for node in sorted(nodes):
        if not before[node] and after[node]:
            depth[node] = min(depth[one] for one in after[node]) - 1
    return depth


def _ordered(layers: list[list[str]], routes: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    steps = sorted({(left, right) for route in routes for left, right in pairwise(route)})
    left_of: dict[str, list[str]] = {}
    right_of: dict[str, list[str]] = {}
    for left, right in steps:
        left_of.setdefault(right, []).append(left)
        right_of.setdefault(left, []).append(right)
    best, fewest = [list(layer) for layer in layers], _crossings(layers, right_of)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        spread = range(1, len(layers)) if forward else range(len(layers) - 2, -1, -1)
        for at in spread:
            beside = layers[at - 1] if forward else layers[at + 1]
            _by_mean(layers[at], beside, left_of if forward else right_of)
        _swap(layers, left_of, right_of)
        if (now := _crossings(layers, right_of)) < fewest:
            best, fewest = [list(layer) for layer in layers], now
    return tuple(tuple(layer) for layer in best)


def _by_mean(layer: list[str], beside: Sequence[str], neighbours: Mapping[str, Sequence[str]]) -> None:
    """Order a layer by the mean place of its neighbours in the one beside it; who has none keeps its place."""
    place = {node: n for n, node in enumerate(beside)}
    scale = len(beside) / max(1, len(layer))
    mean: dict[str, float] = {}
    for n, node in enumerate(layer):
        places = [place[one] for one in neighbours.get(node, ())]
        mean[node] = sum(places) / len(places) if places else n * scale
    layer.sort(key=lambda node: (mean[node], node))


def _swap(layers: list[list[str]], left_of: Mapping[str, Sequence[str]], right_of: Mapping[str, Sequence[str]]) -> None:
    """Swap neighbours in a layer wherever that leaves fewer crossings on both sides."""
    for at, layer in enumerate(layers):
        sides = [(layers[at - 1], left_of)] if at else []
        sides += [(layers[at + 1], right_of)] if at + 1 < len(layers) else []
        places = [({node: n for n, node in enumerate(beside)}, of) for beside, of in sides]
        for n in range(len(layer) - 1):
            one, other = layer[n], layer[n + 1]
            kept = sum(_pair(one, other, place, of) for place, of in places)
            swapped = sum(_pair(other, one, place, of) for place, of in places)
            if swapped < kept:
                layer[n], layer[n + 1] = other, one


def _pair(above: str, below: str, place: Mapping[str, int], of: Mapping[str, Sequence[str]]) -> int:
    """Crossings of the edges of two nodes of a layer, one above the other."""
    return sum(place[one] > place[other] for one in of.get(above, ()) for other in of.get(below, ()))


def _crossings(layers: Sequence[Sequence[str]], right_of: Mapping[str, Sequence[str]]) -> int:
    total = 0
    for layer, following in pairwise(layers):
        place = {node: n for n, node in enumerate(following)}
        ends = [sorted(place[one] for one in right_of.get(node, ())) for node in layer]
        for n, some in enumerate(ends):
            total += sum(one > other for later in ends[n + 1 :] for one in some for other in later)
    return total
