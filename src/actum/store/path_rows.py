"""Paths, loops, consequences and centralities as rows, as the verbs that ask the map print them.

Takes       the nouns of `model/claim` and `model/influence`, and what a path says in words.
Gives       rows with keys in the promised order; every claim with its sentence, its cue, and the quote from the first
            of cause, cue and effect to the last.
Leaves out  finding paths; words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from actum.model.claim import Claim, Path, Step
from actum.model.fact import Sign
from actum.model.influence import Between, Centrality, Consequence, Loop, Ranked, Reach, Size
from actum.store.claim_rows import claim_row
from actum.store.files import Row
from actum.store.rows import part_row
from actum.text.span import Part, Span


@dataclass(frozen=True, slots=True)
class Said:
    """A chain in signs and in words, and the sides on which it was said."""

    chain: str
    aloud: str
    sides: tuple[Sign, ...]


def path_row(path: Path, said: Said) -> Row:
    """A path as `actum paths` prints it."""
    return {"cause": path.steps[0].cause, "effect": path.steps[-1].effect, **_chain_row(path, said)}


def loop_row(loop: Loop, said: Said) -> Row:
    """A loop as `actum loops` prints it."""
    return {
        "sign": loop.sign,
        "tie": loop.tie,
        "chain": said.chain,
        "aloud": said.aloud,
        "sides": list(said.sides),
        "works": list(loop.works),
        "holders": _holders(loop.steps),
        "steps": [_step_row(step) for step in loop.steps],
    }


def between_row(one: Between) -> Row:
    """Two ends as `actum paths --summary` prints them."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(one).items()}


def consequence_row(one: Consequence, said: Sequence[Said]) -> Row:
    """A consequence as `actum what-if` prints it; `said` of each reach, in order."""
    return {
        "concept": one.concept,
        "outcome": one.outcome,
        "reaches": [_reach_row(reach, words) for reach, words in zip(one.reaches, said, strict=True)],
    }


def ranked_row(one: Ranked) -> Row:
    """A concept of a run as `actum what-if --cognitive` prints it."""
    return asdict(one)


def centrality_row(one: Centrality, size: Size) -> Row:
    """A concept's centrality as `actum centrality` prints it, beside the size of its map."""
    return {**asdict(one), "map": asdict(size)}


def _reach_row(reach: Reach, said: Said) -> Row:
    return {
        "direction": reach.direction,
        "clamp": {"concept": reach.clamp.concept, "direction": reach.clamp.direction},
        **_chain_row(reach.chain, said),
        "works": list(reach.works or reach.chain.works),
    }


def _chain_row(path: Path, said: Said) -> Row:
    return {
        "sign": path.sign,
        "tie": path.tie,
        "chain": said.chain,
        "aloud": said.aloud,
        "sides": list(said.sides),
        "works": list(path.works),
        "holders": _holders(path.steps),
        "uses": list(path.uses),
        "steps": [_step_row(step) for step in path.steps],
    }


def _holders(steps: Sequence[Step]) -> list[str]:
    """All who hold a claim of these steps; who held each stands at the claim."""
    return sorted({holder for step in steps for claim in step.claims for holder in claim.holder})


def _step_row(step: Step) -> Row:
    return {
        "cause": step.cause,
        "effect": step.effect,
        "polarity": step.polarity,
        "uses": step.uses,
        "claims": [_claim_row(claim) for claim in step.claims],
    }


def _claim_row(claim: Claim) -> Row:
    """A claim as `actum map` prints it, with its quote."""
    return {**claim_row(claim), "quote": part_row(quote_of(claim))}


def quote_of(claim: Claim) -> Part:
    """The claim's words: from the first of cause, cue and effect to the last; its sentence where one lies outside."""
    parts = [claim.cause.part, claim.cue, claim.effect.part]
    start, end = min(one.start for one in parts), max(one.end for one in parts)
    sentence = claim.sentence
    if Span(start, end) not in sentence.span:
        return sentence
    return Part(start, end, sentence.text[start - sentence.start : end - sentence.start])
