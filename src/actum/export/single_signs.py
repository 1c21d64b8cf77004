"""The edges of a map that formats with one number for each pair can hold, and those that they cannot.

Takes       a causal map.
Gives       pairs with their one sign; lines on the pairs that are left out.
Method      a pair is held where all claims that say a sign say the same. Claims that leave it open stand beside.
Leaves out  netting: a pair said up and down is no pair of 0.
"""

from __future__ import annotations

from dataclasses import dataclass

from actum.export.picture import works_of
from actum.model.claim import CausalMap, Claim


@dataclass(frozen=True, slots=True)
class SingleSign:
    """A pair all of whose signed claims agree: `sign` is 1 or -1; `open` are claims beside them that say no sign."""

    cause: str
    effect: str
    sign: int
    claims: tuple[Claim, ...]
    open: tuple[Claim, ...] = ()


def single_signs(found: CausalMap) -> tuple[list[SingleSign], list[str]]:
    """The pairs of one sign in order, and a line for each pair that is left out, with what is said of it."""
    kept, left_out = [], []
    for edge in found.edges:
        if bool(edge.up) != bool(edge.down):
            kept.append(SingleSign(edge.cause, edge.effect, 1 if edge.up else -1, edge.up or edge.down, edge.unknown))
        else:
            counts = ((edge.up, "up"), (edge.down, "down"), (edge.unknown, "not said which way"))
            told = ", ".join(f"{word} in {_works(claims)}" for claims, word in counts if claims)
            left_out.append(f"{edge.cause} → {edge.effect}: {told}")
    return kept, left_out


def _works(claims: tuple[Claim, ...]) -> str:
    count = works_of(claims)
    return f"{count} work{'' if count == 1 else 's'}"
