"""A chain of claims in words: more of this, less of that, on the side on which each was said.

Takes       a path, or steps, and the side from which they start.
Gives       a line to read aloud, `less inf-treaty → more arms-race`; a line of signs, `inf-treaty −→ arms-race`.
Method      → was said so; ⤳ was said of the other side and is turned round; ⇒ the registry lends; ¦ stands where the
            sides on which two steps were said do not join.
Leaves out  who says it.
"""

from __future__ import annotations

from collections.abc import Sequence

from actum.model.claim import Path, Step
from actum.model.fact import Sign
from actum.regime.paths import opposite, sides

_AMOUNT = {"+": "more", "-": "less"}
_ARROW = {"+": "+→", "-": "−→", "?": "?→"}


def signed(steps: Sequence[Step]) -> str:
    """Concepts with the polarity of each step between them."""
    arrows = ("⇒" if step.uses else _ARROW[step.polarity] for step in steps)
    return steps[0].cause + "".join(f" {arrow} {step.effect}" for arrow, step in zip(arrows, steps, strict=True))


def aloud(path: Path) -> str:
    """A path as it was said: once for each side on which it holds; step by step where the sides do not join."""
    if ways := sides(path):
        return "; ".join(from_side(path.steps, one) for one in ways)
    return " ¦ ".join("/".join(from_side([step], way) for way in _said_of(step)) for step in path.steps)


def _said_of(step: Step) -> list[Sign]:
    return sorted({claim.cause.delta for claim in step.claims}) or ["+"]


def from_side(steps: Sequence[Step], start: Sign) -> str:
    """Steps from more (`+`) or less (`-`) of the first concept on."""
    way: Sign | None = start
    words = [f"{_AMOUNT[start]} {steps[0].cause}"]
    for step in steps:
        arrow = "⇒" if step.uses else "→" if way in {claim.cause.delta for claim in step.claims} else "⤳"
        way = None if way is None or step.polarity == "?" else way if step.polarity == "+" else opposite(way)
        words.append(f"{arrow} {_AMOUNT[way] if way else 'more or less'} {step.effect}")
    return " ".join(words)
