"""Claims and edges of the causal map as rows, as `actum map` prints them.

Takes       Claims, Edges, a comparison of two maps.
Gives       rows with keys in the promised order; every claim with its quotes and their places.
Leaves out  making the map.
"""

from __future__ import annotations

from collections.abc import Mapping

from actum.model.claim import CausalMap, Claim, Edge, EdgeFate, End, MapComparison, Node
from actum.store.files import Row
from actum.store.rows import part_row


def claim_row(claim: Claim) -> Row:
    """A claim: who says it where, in which words, and its two ends as they were read."""
    return {
        "id": claim.id,
        "work": claim.work,
        "date": claim.date,
        "holder": list(claim.holder),
        "division": claim.division,
        "sentence": part_row(claim.sentence),
        "cue": part_row(claim.cue),
        "sign": claim.sign,
        "cause": end_row(claim.cause),
        "effect": end_row(claim.effect),
        "polarity": claim.polarity,
        "modality": claim.modality,
        "witnesses": list(claim.witnesses),
        "made_by": claim.made_by,
    }


def end_row(end: End) -> Row:
    """One end of a claim with its quote."""
    return {
        **(part_row(end.part) or {}),
        "concept": end.concept,
        "delta": end.delta,
        "via": end.via,
        "agents": [{**(part_row(one.part) or {}), "id": one.id} for one in end.agents],
        "veiled": end.veiled,
        "pole": end.pole,
        "shells": list(end.shells),
        "scope": end.scope,
        "rules": list(end.rules),
        "words": end.words,
    }


def map_rows(made: CausalMap) -> list[Row]:
    """A row for each edge, by cause and effect; then one for each concept of which something is claimed of itself."""
    nodes = {node.concept: node for node in made.nodes}
    rows = [_edge_row(edge, nodes) for edge in made.edges]
    for concept in sorted({claim.cause.concept for claim in made.self_claims}):
        claims = [claim for claim in made.self_claims if claim.cause.concept == concept]
        up, down, unknown = (tuple(one for one in claims if one.polarity == sign) for sign in "+-?")
        rows.append({**_edge_row(Edge(concept, concept, up, down, unknown), nodes), "self_claim": True})
    return rows


def fate_rows(found: MapComparison) -> list[Row]:
    """A row for each edge of either map, by cause and effect."""
    return [_fate_row(one) for one in found.edges]


def _edge_row(edge: Edge, nodes: Mapping[str, Node]) -> Row:
    ends = [nodes.get(concept, Node(concept)) for concept in (edge.cause, edge.effect)]
    claims = sorted((*edge.up, *edge.down, *edge.unknown), key=lambda one: (one.date, one.work, one.sentence, one.cue))
    return {
        "cause": edge.cause,
        "effect": edge.effect,
        "signs": _signs(edge),
        "up": _count(edge.up),
        "down": _count(edge.down),
        "unknown": _count(edge.unknown),
        "works": list(dict.fromkeys(claim.work for claim in claims)),
        "said_of": sorted({claim.cause.delta for claim in claims}),
        "kinds": [node.kind for node in ends],
        "unnamed": [node.concept for node in ends if not node.named],
        "unverified": [node.concept for node in ends if not node.verified],
        "self_claim": False,
        "claims": [claim_row(claim) for claim in claims],
    }


def _fate_row(one: EdgeFate) -> Row:
    claims = [
        [claim_row(claim) for claim in (*edge.up, *edge.down, *edge.unknown)] if edge else []
        for edge in (one.earlier, one.later)
    ]
    return {
        "fate": one.fate,
        "cause": one.cause,
        "effect": one.effect,
        "signs_earlier": _signs(one.earlier) if one.earlier else [],
        "signs_later": _signs(one.later) if one.later else [],
        "unspoken": list(one.unspoken),
        "earlier": claims[0],
        "later": claims[1],
    }


def _signs(edge: Edge) -> list[str]:
    return [sign for sign, claims in (("+", edge.up), ("-", edge.down), ("?", edge.unknown)) if claims]


def _count(claims: tuple[Claim, ...]) -> int:
    """Works that say so, each once."""
    return len({claim.work for claim in claims})
