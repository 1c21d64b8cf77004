"""Two causal maps side by side: edges kept, new, gone, silent, of another sign.

Takes       two maps, each with what its texts speak of and whether they are whole.
Gives       a MapComparison: edges first, shares last and always with their counts.
Method      an edge is gone where a whole later text still speaks of both concepts, silent where it does not; of a text
            that is cut neither is said.
Leaves out  one figure for the distance of two maps: nearly every pair of concepts is joined in neither.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from actum.model.claim import CausalMap, Edge, EdgeFate, Fate, MapComparison, Overlap
from actum.model.read_work import ReadWork
from actum.regime.concepts import concepts_of
from actum.regime.map import signs_of
from actum.registry.load import Registry


@dataclass(frozen=True, slots=True)
class MapSide:
    """One map; `whole` where every text it was made of is known to be; `speaks` of all concepts these texts name."""

    map: CausalMap
    whole: bool
    speaks: frozenset[str]


def side_of(made: CausalMap, works: Collection[ReadWork], registry: Registry) -> MapSide:
    """A map as one side: what its works mention, in the concepts of the map, beside what it joins."""
    named = {
        concepts_of(registry, work.language).of_id(mention.id).concept for work in works for mention in work.mentions
    }
    joined = {node.concept for node in made.nodes} | {claim.cause.concept for claim in made.self_claims}
    return MapSide(made, all(work.complete for work in works), frozenset(named | joined))


def compared(earlier: MapSide, later: MapSide) -> MapComparison:
    """What became of each edge of either map."""
    before = {(edge.cause, edge.effect): edge for edge in earlier.map.edges}
    after = {(edge.cause, edge.effect): edge for edge in later.map.edges}
    fates = tuple(_fate(pair, before.get(pair), after.get(pair), earlier, later) for pair in sorted({*before, *after}))
    shared = [pair for pair in before if pair in after]
    return MapComparison(
        edges=fates,
        concepts=_overlap({node.concept for node in earlier.map.nodes}, {node.concept for node in later.map.nodes}),
        pairs=_overlap(set(before), set(after)),
        agreeing=sum(signs_of(before[pair]) == signs_of(after[pair]) for pair in shared),
    )


def _overlap(one: AbstractSet[object], other: AbstractSet[object]) -> Overlap:
    every, both = len(one | other), len(one & other)
    return Overlap(both, len(one - other), len(other - one), both / every if every else None)


def _fate(pair: tuple[str, str], before: Edge | None, after: Edge | None, earlier: MapSide, later: MapSide) -> EdgeFate:
    unspoken: tuple[str, ...] = ()
    fate: Fate
    if before is not None and after is not None:
        fate = "kept" if set(signs_of(before)) & set(signs_of(after)) else "sign-changed"
    elif before is None:
        fate = "new" if earlier.whole else "unknown"
    else:
        unspoken = tuple(concept for concept in pair if concept not in later.speaks)
        fate = "unknown" if not later.whole else "silent" if unspoken else "gone"
        unspoken = unspoken if fate == "silent" else ()
    return EdgeFate(*pair, fate, before, after, unspoken)
