"""Claims → the causal map.

Takes       claims of any number of works, and the registry.
Gives       a CausalMap: nodes by slug, edges by cause and effect, claims by date, work and place.
Method      a claim lies on the edge between its two concepts, under its polarity; nothing is summed or netted.
Leaves out  a claim whose two ends are one concept: it is listed as a self-claim and drawn nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from actum.model.claim import CausalMap, Claim, Edge, Node, Polarity
from actum.regime.influence.concept_labels import labels_of
from actum.regime.influence.concepts import UNKNOWN
from actum.registry.load import Registry

POLARITIES: tuple[Polarity, ...] = ("+", "-", "?")
"""In the order in which an edge has its claims."""


def map_of(claims: Iterable[Claim], registry: Registry) -> CausalMap:
    """The map that the claims make; the same for the same claims in any order."""
    between: dict[tuple[str, str], list[Claim]] = {}
    selves: list[Claim] = []
    for claim in claims:
        pair = (claim.cause.concept, claim.effect.concept)
        if pair[0] == pair[1]:
            selves.append(claim)
        elif (found := between.get(pair)) is None:
            between[pair] = [claim]
        else:
            found.append(claim)
    edges = tuple(_edge(pair, between[pair]) for pair in sorted(between))
    concepts = sorted({concept for pair in between for concept in pair})
    labels = labels_of(claim for edge in edges for claim in claims_along(edge))
    nodes = tuple(node_of(concept, registry, labels.get(concept, "")) for concept in concepts)
    return CausalMap(nodes, edges, _ordered(selves))


def claim_order(claim: Claim) -> tuple[object, ...]:
    """Date, work, place: the order of claims everywhere."""
    return (
        claim.date, claim.work, claim.sentence.start, claim.cue.start, claim.cause.part.start, claim.effect.part.start,
        claim.id, claim.cause.concept, claim.effect.concept, claim.polarity,
    )  # fmt: skip


def node_of(concept: str, registry: Registry, label: str = "") -> Node:
    """A concept as a node; unnamed where neither the registry nor a person has a name for it, then with its label."""
    row = registry.row(concept)
    if row is None:
        return Node(concept, named=not concept.startswith(UNKNOWN), label=label)
    return Node(concept, row.kind, verified=row.verified)


def works_of(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The works that make these claims, each once, in order: what is counted is works, never claims."""
    return tuple(dict.fromkeys(claim.work for claim in claims))


def signs_of(edge: Edge) -> tuple[Polarity, ...]:
    """The polarities that an edge has claims of, up first; never one sign made of several."""
    sides: tuple[tuple[Polarity, Sequence[Claim]], ...] = (("+", edge.up), ("-", edge.down), ("?", edge.unknown))
    return tuple(sign for sign, claims in sides if claims)


def claims_along(edge: Edge) -> tuple[Claim, ...]:
    """All claims of an edge in their order."""
    return tuple(sorted((*edge.up, *edge.down, *edge.unknown), key=claim_order))


def _edge(pair: tuple[str, str], claims: list[Claim]) -> Edge:
    sides: dict[Polarity, list[Claim]] = {}
    for claim in claims:
        sides.setdefault(claim.polarity, []).append(claim)
    return Edge(*pair, *(_ordered(sides.get(sign, ())) for sign in POLARITIES))


def _ordered(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    # most edges have one claim, and need no key
    return tuple(sorted(claims, key=claim_order)) if len(claims) > 1 else tuple(claims)
