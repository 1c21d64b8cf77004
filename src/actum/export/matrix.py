"""A causal map as an adjacency matrix in CSV, for FCMapper, Mental Modeler and spreadsheets.

Takes       a causal map.
Gives       the bytes of a CSV file, and lines on the pairs that it cannot hold.
Method      causes in rows, effects in columns, the same concepts in the same order in both, by their slugs, which are
            unique. 1 where more of the cause leads to more of the effect, -1 where to less, 0 where nobody says either.
Leaves out  pairs said both up and down or without a sign: they are 0 here, and listed.
"""

from __future__ import annotations

from actum.export.separated import separated
from actum.export.single_signs import single_signs
from actum.model.claim import CausalMap


def matrix(found: CausalMap) -> tuple[bytes, list[str]]:
    """The matrix, and a line for each pair that is left out."""
    pairs, left_out = single_signs(found)
    signs = {(pair.cause, pair.effect): pair.sign for pair in pairs}
    concepts = [node.concept for node in found.nodes]
    rows = [[cause, *(signs.get((cause, effect), 0) for effect in concepts)] for cause in concepts]
    return separated(["", *concepts], rows), left_out
