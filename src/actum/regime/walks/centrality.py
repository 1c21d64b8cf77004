"""Where each concept stands in a causal map.

Takes       a Graph, or a CausalMap for its size.
Gives       Centralities, those that most claims touch first; the Size that numbers must be read beside.
Method      edges in and out, claims that touch a concept (saliency), (in - out) / (in + out) for how far it is a goal;
            Axelrod (1976), Özesmi and Özesmi (2004). An edge counts once, whatever its polarities and claims; a claim
            counts once for a work.
Leaves out  density and hierarchy, which do not compare between maps of different size; steps that the registry lends.
"""

from __future__ import annotations

from collections.abc import Sequence

from actum.model.influence import Centrality, Role, Size
from actum.regime.walks.graph import Arc, Graph


def size(graph: Graph) -> Size:
    """How many concepts, edges, claims and works the graph has."""
    said = [arc for arc in graph.arcs if arc.step.claims]
    return Size(
        concepts=len(graph.concepts),
        edges=len({(arc.cause, arc.effect) for arc in said}),
        claims=sum(len(arc.step.claims) for arc in said),
        works=len(graph.dates),
    )


def centralities(graph: Graph) -> list[Centrality]:
    """Every concept's centrality, by number of claims, then slug."""
    made = [_centrality(one, graph.into.get(one, ()), graph.out_of.get(one, ())) for one in graph.concepts]
    return sorted(made, key=lambda one: (-one.claims, one.concept))


def _centrality(concept: str, into: Sequence[Arc], out_of: Sequence[Arc]) -> Centrality:
    causes = {arc.cause for arc in into if arc.step.claims}
    effects = {arc.effect for arc in out_of if arc.step.claims}
    claims = [claim for arc in (*into, *out_of) for claim in arc.step.claims]
    degree = len(causes) + len(effects)
    return Centrality(
        concept=concept,
        role=_role(len(causes), len(effects)),
        edges_in=len(causes),
        edges_out=len(effects),
        claims=len(claims),
        works=len({claim.work for claim in claims}),
        goal=round((len(causes) - len(effects)) / degree, 2) if degree else 0.0,
    )


def _role(edges_in: int, edges_out: int) -> Role:
    if edges_in and edges_out:
        return "both"
    return "receiver" if edges_in else "sender" if edges_out else "apart"
