"""A chain of claims in words: more of this, less of that, on the side on which each was said.

Takes       a path, or steps, and the side from which they start.
Gives       a line to read aloud, `less inf-treaty → more arms-race`; a line of signs, `inf-treaty −→ arms-race`.
Method      → was said so; ⤳ was said of the other side and is turned round; ⇒ the registry lends; ¦ stands where the
            sides on which two steps were said do not join.
Leaves out  who says it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from actum.model.claim import Path, Step
from actum.model.fact import Sign
from actum.regime.walks.paths import opposite, sides


@dataclass(frozen=True, slots=True)
class Naming:
    """How concepts are told: of `actors` there is no more, they act; `labels` are words for what nobody has named."""

    actors: Collection[str] = ()
    labels: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, concept: str) -> str:
        """The slug, or the words in ‹ ›."""
        return f"‹{self.labels[concept]}›" if concept in self.labels else concept


PLAIN = Naming()
"""Ids as they are, and nobody who acts."""
_AMOUNT = {"+": "more", "-": "less"}
_ARROW = {"+": "+→", "-": "−→", "?": "?→"}


def signed(steps: Sequence[Step], naming: Naming = PLAIN) -> str:
    """Concepts with the polarity of each step between them."""
    arrows = ("⇒" if step.uses else _ARROW[step.polarity] for step in steps)
    return naming(steps[0].cause) + "".join(
        f" {arrow} {naming(step.effect)}" for arrow, step in zip(arrows, steps, strict=True)
    )


def aloud(path: Path, naming: Naming = PLAIN) -> str:
    """A path as it was said: once for each side on which it holds; step by step where the sides do not join."""
    if ways := sides(path):
        return "; ".join(from_side(path.steps, one, naming) for one in ways)
    apart = ("/".join(from_side([step], way, naming) for way in _said_of(step)) for step in path.steps)
    return " ¦ ".join(apart) + " (sides do not join)"


def _said_of(step: Step) -> list[Sign]:
    return sorted({claim.cause.delta for claim in step.claims}) or ["+"]


def from_side(steps: Sequence[Step], start: Sign, naming: Naming = PLAIN) -> str:
    """Steps from more (`+`) or less (`-`) of the first concept on."""
    way: Sign | None = start
    words = [_amount(start, steps[0].cause, naming)]
    for step in steps:
        arrow = "⇒" if step.uses else "→" if way in {claim.cause.delta for claim in step.claims} else "⤳"
        way = None if way is None or step.polarity == "?" else way if step.polarity == "+" else opposite(way)
        words.append(f"{arrow} {_amount(way, step.effect, naming)}")
    return " ".join(words)


def _amount(way: Sign | None, concept: str, naming: Naming) -> str:
    if way is None:
        return f"{naming(concept)} (which way is not said)"
    return naming(concept) if way == "+" and concept in naming.actors else f"{_AMOUNT[way]} {naming(concept)}"
