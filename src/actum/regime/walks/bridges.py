"""Steps that the registry lends to a map: bridges, and from a narrower concept to a broader one.

Takes       a registry and the concepts of a map.
Gives       Steps without claims, each with `uses` saying what it crosses, in order of cause and effect.
Method      a bridge goes from a whole to its part (the treaty that ends takes its mechanisms along) and from a concept
            to the instrument that embodies it; a broader term is reached from its narrower one. The way back is no
            step: what befalls a part need not befall the whole.
Leaves out  relations between two concepts of which the map has neither; relations of relations.
"""

from __future__ import annotations

from collections.abc import Collection

from actum.model.claim import Step
from actum.registry.load import Registry


def bridges(registry: Registry, concepts: Collection[str]) -> tuple[Step, ...]:
    """Steps over `part_of` and `embodied_in`, where the map has one of the ends."""
    pairs = {(whole, row.slug, "has part") for row in registry.rows for whole in row.part_of}
    pairs |= {(row.slug, instrument, "embodied in") for row in registry.rows for instrument in row.embodied_in}
    return _steps(pairs, concepts)


def broader_terms(registry: Registry, concepts: Collection[str]) -> tuple[Step, ...]:
    """Steps from a concept to the broader ones of its row, where the map has one of the ends."""
    return _steps({(row.slug, wide, "a kind of") for row in registry.rows for wide in row.broader}, concepts)


def _steps(pairs: Collection[tuple[str, str, str]], concepts: Collection[str]) -> tuple[Step, ...]:
    return tuple(
        Step(cause, effect, "+", (), f"{cause} {how} {effect}")
        for cause, effect, how in sorted(pairs)
        if cause in concepts or effect in concepts
    )
