"""How fast a causal map of 10,000 concepts and 50,000 claims is walked, also where its shape is against it.

Run         python -m bench.graph [--shape NAME] [--works 500]
Gives       for each shape: concepts and claims; processor seconds to make the graph, and of each question with how
            much was found, `*` where the search stopped at a bound and said so.
Method      claims are invented: of a work and a polarity drawn with a fixed seed, a fifth said of the negative side.
            Paths lead to the concept with most claims on it, from the first by slug, which is held at less.
            random: any two concepts. hubs: ends drawn by how often they were drawn. complete: every pair of 224
            concepts. layers: eight layers, each concept to all of the next; back: with one edge from the last to the
            first. star: 5,000 concepts to and from two hubs. ring, line: 10,000 in a row. grid: each to five ahead.
Leaves out  reading claims and making the map of them.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from actum.model.claim import CausalMap, Claim, Edge, End, Node
from actum.model.fact import Sign
from actum.model.influence import Clamp
from actum.regime.walks.centrality import centralities
from actum.regime.walks.cognitive import cognitive
from actum.regime.walks.graph import Graph, graph_of
from actum.regime.walks.loops import loops
from actum.regime.walks.paths import Asked, paths, summed
from actum.regime.walks.what_if import Manner, what_if
from actum.text.span import Part

CONCEPTS, CLAIMS = 10_000, 50_000
Pairs = Iterator[tuple[int, int]]
T = TypeVar("T")


def random_pairs(rng: random.Random) -> Pairs:
    while True:
        yield rng.randrange(CONCEPTS), rng.randrange(CONCEPTS)


def hub_pairs(rng: random.Random) -> Pairs:
    """Concepts that were drawn before are drawn again as often as they were."""
    drawn = list(range(CONCEPTS))
    while True:
        pair = rng.choice(drawn), rng.choice(drawn)
        drawn += pair
        yield pair


def complete(_: random.Random) -> Pairs:
    return ((one, other) for one in range(224) for other in range(224))


def layers(_: random.Random) -> Pairs:
    for layer in range(7):
        for one in range(84):
            for other in range(84):
                yield layer * 84 + one, (layer + 1) * 84 + other


def layers_back(rng: random.Random) -> Pairs:
    yield 8 * 84 - 1, 0
    yield from layers(rng)


def star(_: random.Random) -> Pairs:
    for hub in (5_000, 5_001):
        for one in range(5_000):
            yield one, hub
            yield hub, one


def ring(_: random.Random) -> Pairs:
    return ((one, (one + 1) % CONCEPTS) for one in range(CONCEPTS))


def line(_: random.Random) -> Pairs:
    return ((one, one + 1) for one in range(CONCEPTS - 1))


def grid(_: random.Random) -> Pairs:
    for one in range(CONCEPTS):
        for on in (1, 2, 3, 5, 8):
            yield one, (one + on) % CONCEPTS


SHAPES: dict[str, Callable[[random.Random], Pairs]] = {
    "random": random_pairs,
    "hubs": hub_pairs,
    "complete": complete,
    "layers": layers,
    "back": layers_back,
    "star": star,
    "ring": ring,
    "line": line,
    "grid": grid,
}


def claim(at: int, pair: tuple[int, int], *, works: int, rng: random.Random) -> Claim:
    """A claim that nobody made."""
    work = rng.randrange(works)
    cause: Sign = "-" if rng.random() < 0.2 else "+"
    polarity: Sign = "-" if rng.random() < 0.4 else "+"
    text = "甲使乙。"
    return Claim(
        id=f"e{at}",
        work=f"w{work:04d}",
        date=f"{1990 + work % 30}-01-01",
        holder=("CHN",) if work % 2 else ("CHN", "RUS"),
        division="p01.s1",
        sentence=Part(0, 4, text),
        cue=Part(1, 2, "使"),
        sign=polarity,
        cause=End(Part(0, 1, "甲"), f"c{pair[0]:05d}", cause),
        effect=End(Part(2, 3, "乙"), f"c{pair[1]:05d}"),
        polarity=polarity,
    )


def invented(shape: str, works: int) -> CausalMap:
    rng = random.Random(shape)
    pairs = islice((pair for pair in SHAPES[shape](rng) if pair[0] != pair[1]), CLAIMS)
    between: dict[tuple[str, str], list[Claim]] = {}
    for at, pair in enumerate(pairs):
        one = claim(at, pair, works=works, rng=rng)
        between.setdefault((one.cause.concept, one.effect.concept), []).append(one)
    edges = [
        Edge(*ends, *(tuple(one for one in between[ends] if one.polarity == sign) for sign in "+-"))
        for ends in sorted(between)
    ]
    concepts = sorted({end for ends in between for end in ends})
    return CausalMap(tuple(map(Node, concepts)), tuple(edges))


def timed(does: Callable[[], T]) -> tuple[float, T]:
    began = time.process_time()
    made = does()
    return time.process_time() - began, made


def busiest(graph: Graph) -> str:
    return max(graph.concepts, key=lambda one: (len(graph.into.get(one, ())), one))


def questions(graph: Graph) -> Iterator[tuple[str, float, int, bool]]:
    """Each question with its seconds, how much was found, and whether it stopped at a bound."""
    start, end = graph.concepts[0], busiest(graph)
    clamps = [Clamp(start, "-")]
    for stitched in (False, True):
        how = "stitched" if stitched else "threads"
        for name, asked in (
            ("to", Asked(end, stitched=stitched)),
            ("from to", Asked(end, start, stitched=stitched)),
            ("from to, 8", Asked(end, start, 8, stitched)),
        ):
            seconds, found = timed(lambda a=asked: paths(graph, a))  # type: ignore[misc]
            yield f"{name}, {how}", seconds, len(found.paths), bool(found.stopped)
            if name == "to":
                seconds, sums = timed(lambda f=found: summed(graph, f.paths))  # type: ignore[misc]
                yield f"summary, {how}", seconds, len(sums), any(one.disjoint is None for one in sums)
        seconds, rounds = timed(lambda s=stitched: loops(graph, stitched=s))  # type: ignore[misc]
        yield f"loops, {how}", seconds, len(rounds.loops), bool(rounds.stopped)
        yield spread(f"what-if, {how}", graph, clamps, Manner(stitched))
    yield spread("what-if, both sides, 100", graph, clamps, Manner(stitched=True, both_sides=True, most_steps=100))
    seconds, run = timed(lambda: cognitive(graph, clamps))
    yield "cognitive", seconds, run.steps, False
    seconds, stands = timed(lambda: centralities(graph))
    yield "centrality", seconds, len(stands), False


def spread(name: str, graph: Graph, clamps: Sequence[Clamp], manner: Manner) -> tuple[str, float, int, bool]:
    seconds, told = timed(lambda: what_if(graph, clamps, manner))
    return name, seconds, sum(one.outcome != "not reached" for one in told.consequences), bool(told.stopped)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shape", choices=list(SHAPES), action="append")
    parser.add_argument("--works", type=int, default=500)
    asked = parser.parse_args()
    columns: dict[str, list[str]] = {}
    shapes = asked.shape or list(SHAPES)
    for shape in shapes:
        made = invented(shape, asked.works)
        seconds, graph = timed(lambda m=made: graph_of(m))  # type: ignore[misc]
        claims = sum(len(arc.step.claims) for arc in graph.arcs)
        columns.setdefault("concepts / claims", []).append(f"{len(graph.concepts):,} / {claims:,}")
        columns.setdefault("graph", []).append(f"{seconds:.2f}")
        for name, took, count, stopped in questions(graph):
            columns.setdefault(name, []).append(f"{took:.2f} ({count:,}{'*' if stopped else ''})")
    print("| | " + " | ".join(shapes) + " |")
    print("|---" * (len(shapes) + 1) + "|")
    for name, cells in columns.items():
        print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
