"""All that is claimed of one concept on another: more, less, or not said which, side by side, never netted.

Takes       what is asked: cause and effect.
Gives       PAGE, and the quote of a claim.
Leaves out  chains of several claims: the page of a concept has them.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from actum.errors import NoSuchConcept
from actum.model.claim import Claim, Edge
from actum.store.rows import part_row
from actum.web.concepts import Concepts, concept_of, every_concept, key_of, map_in, map_of
from actum.web.links import top
from actum.web.map_drawing import SIGNS
from actum.web.page import Asked, Context, Page, Params
from actum.web.text_marks import quoted
from actum.workflow.room import Snapshot


def context(asked: Asked) -> Context:
    """The claims by sign. Raises NoSuchConcept where nothing is claimed of the one on the other."""
    every = every_concept(asked)
    cause, effect = (concept_of(asked.params[side], every) for side in ("cause", "effect"))
    edge = edge_of(asked, cause, effect)
    if edge is None:
        raise NoSuchConcept(f"nothing is claimed of {cause} on {effect}. The map lists what is.")
    return {
        "concepts": Concepts.of(asked),
        "cause": cause,
        "effect": effect,
        "signs": [(sign, getattr(edge, sign)) for sign in SIGNS],
        **claim_words(asked),
    }


def claim_words(asked: Asked) -> Context:
    """What the template of a claim needs."""
    return {"works_by_id": {row["work"]: row for row in asked.build.works}, "quote": quote_of, "top": top}


def edge_of(asked: Asked, cause: str, effect: str) -> Edge | None:
    """What is claimed of the one on the other; of one concept on itself, too."""
    found = map_of(asked)
    if cause == effect:
        own = [claim for claim in found.self_claims if claim.cause.concept == cause]
        by_sign = (tuple(one for one in own if one.polarity == sign) for sign in "+-?")
        return Edge(cause, effect, *by_sign) if own else None
    return next((edge for edge in found.edges if (edge.cause, edge.effect) == (cause, effect)), None)


def quote_of(claim: Claim) -> Markup:
    """The sentence with cause, cue and effect marked."""
    marks = [(name, part_row(part)) for name, part in (
        ("cause", claim.cause.part), ("effect", claim.effect.part), ("cue", claim.cue),
    )]  # fmt: skip
    return quoted(claim.sentence.text, claim.sentence.start, marks)


def every(build: Snapshot) -> Iterable[Params]:
    """One address for each pair of which anything is claimed."""
    found = map_in(build)
    pairs = {(edge.cause, edge.effect) for edge in found.edges}
    pairs |= {(claim.cause.concept, claim.effect.concept) for claim in found.self_claims}
    for cause, effect in sorted(pairs):
        yield {"cause": key_of(cause), "effect": key_of(effect)}


PAGE = Page("claims", "claims/{cause}/{effect}", context, every=every, shown=False)
