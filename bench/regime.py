"""Measure the causal map: against the map made by hand, from gold effects and from effects as read, and its speed.

Takes       the sample of `examples/strategic-stability`; with `ACTUM_SHARED` (or `../shared`) there, also the gold.
Gives       for each text and source of effects: claims, concepts, edges, what is not yet named, chains, loops; for 2019
            what agrees with `bench/map_2019.txt`, and with `--edges` each edge that differs. `--speed` times a map of
            10,000 concepts and 50,000 claims, and the reading of ends. `--marked` lists how each end of the effects
            marked in `tests/cases/effects.txt` is read, to be checked by eye: texts of many kinds, most unlike the
            sample.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.effects import CASES, MARKED

from actum.divide import divide
from actum.extract.mentions import mentions
from actum.model.claim import CausalMap, Claim, End, Polarity, Step
from actum.model.fact import Effect, Named
from actum.model.read_work import ReadWork, Told
from actum.regime.influence.claims import claims_of
from actum.regime.influence.map import map_of, signs_of
from actum.regime.walks.bridges import bridges
from actum.regime.walks.graph import Graph, graph_of
from actum.regime.walks.loops import loops
from actum.regime.walks.paths import Asked, paths, sides
from actum.registry.load import load
from actum.store.workspace import Workspace
from actum.text.fold import fold
from actum.text.span import Part, Span
from actum.workflow.add import add
from actum.workflow.build import build
from actum.workflow.read_works import read_works

HERE = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("ACTUM_SHARED", HERE.parent / "shared"))
SAMPLES = HERE / "examples" / "strategic-stability"
BY_HAND = HERE / "bench" / "map_2019.txt"
GOLD = {"2019-06-05": "2019-06-05", "2025-05-08-partnership-5-6": "2025-05-07"}
"""Gold files, and how the id of their work begins in a workspace of the sample."""
DECLARED = ("new-start has part mutual-monitoring-and-transparency", "nuclear-test-ban embodied in ctbt")
"""The two bridges that the map made by hand declares."""
CONCEPTS, CLAIMS, SEED = 10_000, 50_000, 20261126
Edges = dict[tuple[str, str], tuple[str, ...]]


def sample_works() -> list[ReadWork]:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.create(Path(folder) / "ws")
        add(workspace, [SAMPLES])
        build(workspace)
        return read_works(workspace)


def with_gold(work: ReadWork, file: Path) -> ReadWork:
    """The work with the effects of a gold file in the place of its own; each sentence is sought once, in order."""
    folded, effects, at = fold(work.text), [], 0
    for line in file.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        place = folded.text.find(fold(row["text"]).text, at)
        if place < 0 or not row["effects"]:
            continue
        at = place + len(fold(row["text"]).text)
        span = Span(place, at)
        effects += list(_gold(row, span, work))
    return replace(work, effects=tuple(effects))


def _gold(row: dict[str, Any], span: Span, work: ReadWork) -> Iterator[tuple[Effect, Told]]:
    folded = fold(work.text)

    def part(words: str, nth: int = 1) -> Part:
        at = span.start - 1
        for _ in range(nth):
            at = folded.text.index(fold(words).text, at + 1, span.end)
        return Part.cut(work.text, folded.offsets.back(Span(at, at + len(fold(words).text))))

    sentence = Part.cut(work.text, folded.offsets.back(span))
    for number, one in enumerate(row["effects"]):
        cue = part(one["cue"], one.get("nth", 1))
        made = Effect(
            str(row["id"]), sentence, cue, one["sign"], Named(part(one["cause"])), Named(part(one["effect"])), "gold"
        )
        yield made, Told(f"{row['id']}/{number + 1}")


def edges_of(made: CausalMap) -> Edges:
    return {(edge.cause, edge.effect): signs_of(edge) for edge in made.edges}


def by_hand() -> Edges:
    lines = (line.split() for line in BY_HAND.read_text(encoding="utf8").splitlines() if line[:1] not in {"#", ""})
    return {(cause, effect): (sign,) for cause, sign, effect, *_ in lines}


def chains(graph: Graph, made: CausalMap, lent: Iterable[Step] = (), *, joined: bool = False) -> int:
    """Threads of two steps or more, from every concept; of all, or of those whose sides join."""
    starts = {node.concept for node in made.nodes} | {step.cause for step in lent}
    found = (path for start in sorted(starts) for path in paths(graph, Asked(cause=start)).paths)
    return sum(len(path.steps) > 1 and (not joined or bool(sides(path))) for path in found)


def line(name: str, claims: Sequence[Claim]) -> str:
    made = map_of(claims, load())
    graph = graph_of(made)
    lent = [step for step in bridges(load(), {node.concept for node in made.nodes}) if step.uses in DECLARED]
    unnamed = sum(not node.named for node in made.nodes)
    ends = [end for claim in claims for end in (claim.cause, claim.effect)]
    grey = sum(end.concept.startswith("unknown:") for end in ends)
    unclear = sum(claim.polarity == "?" for claim in claims)
    return (
        f"{name:34} {len({claim.id for claim in claims}):7} {len(claims):6} {len(made.nodes):8} {len(made.edges):5} "
        f"{len(made.self_claims):4} {unnamed:7} {f'{grey}/{len(ends)}':>8} {unclear:4} {chains(graph, made):6} "
        f"{chains(graph, made, joined=True):6} "
        f"{chains(graph_of(made, lent), made, lent):9} {len(loops(graph).loops):5}"
    )


def table(works: Sequence[ReadWork], *, edges: bool) -> None:
    print(f"{'text':34} effects claims concepts edges self unnamed  of ends open chains joined +bridges loops")
    maps: dict[str, CausalMap] = {}
    for work in works:
        read = claims_of(work, load())
        print(line(f"{work.work[:10]} read", read))
        maps[f"{work.work[:10]} read"] = map_of(read, load())
        for file, begins in GOLD.items():
            path = SHARED / "gold" / f"{file}.jsonl"
            if work.work.startswith(begins) and path.exists():
                told = claims_of(with_gold(work, path), load())
                print(line(f"{file} gold", told))
                maps[f"{work.work[:10]} gold"] = map_of(told, load())
    print(line("all read", [claim for work in works for claim in claims_of(work, load())]))
    for source in ("gold", "read"):
        if made := maps.get(f"2019-06-05 {source}"):
            against_hand(source, edges_of(made), edges=edges)


def against_hand(source: str, found: Edges, *, edges: bool) -> None:
    hand = by_hand()
    same = [pair for pair in hand if found.get(pair) == hand[pair]]
    turned = [pair for pair in hand if pair in found and found[pair] != hand[pair]]
    print(
        f"2019 from {source} effects: {len(same)} of the {len(hand)} edges made by hand, {len(turned)} with another "
        f"sign, {len(hand) - len(same) - len(turned)} missing, {len(set(found) - set(hand))} more"
    )
    if edges:
        for pair in sorted({*hand, *found}):
            if found.get(pair) != hand.get(pair):
                signs = ["/".join(one.get(pair, ())) or "no edge" for one in (hand, found)]
                print(f"    {pair[0]} → {pair[1]}: by hand {signs[0]}, {source} {signs[1]}")


def invented(number: int, concepts: int) -> list[Claim]:
    """Claims between invented concepts, in no order: a few are ends of many, as in real texts."""
    dice = random.Random(SEED)
    part = Part(0, 1, "甲")
    found = []
    for n in range(number):
        ends = [f"concept-{int(concepts * dice.random() ** 2):05}" for _ in range(2)]
        year, polarity = 1949 + dice.randrange(77), dice.choice(list[Polarity](["+", "-", "?"]))
        work = f"{year}-01-01-work-{dice.randrange(40):02}"
        cause, effect = (End(part, concept) for concept in ends)
        found.append(Claim(f"e{n:08x}", work, work[:10], ("CHN",), "p01.s1", part, part, "+", cause, effect, polarity))
    return found


def speed(works: Sequence[ReadWork]) -> None:
    claims = invented(CLAIMS, CONCEPTS)
    begin = time.perf_counter()
    made = map_of(claims, load())
    took = time.perf_counter() - begin
    print(f"{len(claims):,} claims, {len(made.nodes):,} concepts, {len(made.edges):,} edges: map in {took:.2f} s")
    for work in works:
        claims_of(work, load())
    begin = time.perf_counter()
    number = sum(len(claims_of(work, load())) for work in works)
    took = time.perf_counter() - begin
    print(f"{number} claims of the sample read from their effects in {took:.3f} s ({number / took:,.0f} a second)")


def marked() -> None:
    counts: Counter[str] = Counter()
    lines = set()
    for number, case in enumerate(CASES.cases(MARKED.read_text(encoding="utf8"))):
        for claim in claims_of(_marked_work(number, case), load()):
            counts["claims"] += 1
            counts["open"] += claim.polarity == "?"
            for end in (claim.cause, claim.effect):
                kind = "unnamed" if end.concept.startswith("unknown:") else "moved" if end.via else "bare"
                counts[kind] += 1
                lines.add(f"{kind:8} {end.delta} {end.concept} | {end.part.text} | {end.via} | {', '.join(end.rules)}")
    print(*sorted(lines), sep="\n")
    print(", ".join(f"{name} {count}" for name, count in sorted(counts.items())))


def _marked_work(number: int, case: Any) -> ReadWork:
    text = case.sentence
    divisions = divide(text, language="zh")
    found = mentions(text, divisions, registry=load(), language="zh", parties=("CHN", "RUS"))

    def part(words: str) -> Part:
        return Part.cut(text, CASES.places(text, words)[0])

    sentence = Part(0, len(text), text)
    effects = tuple(
        (
            Effect("s1", sentence, part(one.cue), one.sign, Named(part(one.cause)), Named(part(one.effect)), "marked"),
            Told(f"e{at}"),
        )
        for at, one in enumerate(case.marked)
    )
    return ReadWork(
        work=f"work-{number:04}",
        title="",
        date="2020-01-01",
        language="zh",
        complete=True,
        text=text,
        divisions=divisions,
        mentions=found,
        effects=effects,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edges", action="store_true", help="each edge that differs from the map made by hand")
    parser.add_argument("--speed", action="store_true", help="how long it takes")
    parser.add_argument("--marked", action="store_true", help="how the ends of marked effects are read")
    given = parser.parse_args()
    if given.marked:
        marked()
        return 0
    works = sample_works()
    if given.speed:
        speed(works)
    else:
        table(works, edges=given.edges)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
