"""Two causal maps side by side: edges kept, new, gone, silent, of another sign.

Takes       two maps, each with what its texts speak of and whether they are whole; how the later texts stand to what
            they do not name.
Gives       a MapComparison: edges first, shares last and always with their counts.
Method      an edge is gone where a whole later text still speaks of both concepts, silent where it surely does not; of
            a text that is cut, or has words near the concept, neither is said.
Leaves out  one figure for the distance of two maps: nearly every pair of concepts is joined in neither.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from actum.model.alignment import Standing
from actum.model.claim import CausalMap, Edge, EdgeFate, Fate, MapComparison, Overlap
from actum.model.read_work import ReadWork
from actum.regime.influence.concepts import concepts_of
from actum.regime.influence.map import signs_of
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


def unspoken(earlier: MapSide, later: MapSide) -> frozenset[str]:
    """The concepts of the earlier map that no mention of the later side names: its standing to them is to be asked."""
    return frozenset(node.concept for node in earlier.map.nodes) - later.speaks


def compared(earlier: MapSide, later: MapSide, standings: Mapping[str, Standing]) -> MapComparison:
    """What became of each edge of either map; `standings` are of what the later side does not name, else unknown."""
    before = {(edge.cause, edge.effect): edge for edge in earlier.map.edges}
    after = {(edge.cause, edge.effect): edge for edge in later.map.edges}
    told = {one: standings.get(one, "unknown") for one in unspoken(earlier, later)}
    pairs = sorted({*before, *after})
    fates = tuple(
        _fate((before.get(pair), after.get(pair)), pair, (earlier.whole, later.whole), told) for pair in pairs
    )
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


def _fate(
    sides: tuple[Edge | None, Edge | None],
    pair: tuple[str, str],
    whole: tuple[bool, bool],
    told: Mapping[str, Standing],
) -> EdgeFate:
    before, after = sides
    silent: tuple[str, ...] = ()
    fate: Fate
    if before is not None and after is not None:
        fate = "kept" if set(signs_of(before)) & set(signs_of(after)) else "sign-changed"
    elif before is None:
        fate = "new" if whole[0] else "unknown"
    else:
        stands = {concept: told.get(concept, "both") for concept in pair}
        silent = tuple(one for one in pair if stands[one] == "silent") if whole[1] else ()
        fate = "silent" if silent else "unknown" if not whole[1] or "unknown" in stands.values() else "gone"
    return EdgeFate(*pair, fate, before, after, silent)
