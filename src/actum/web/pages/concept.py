"""One concept: what is said to further or harm it, what it is said to do, what if there were less or more of it.

Takes       what is asked: a concept.
Gives       PAGE.
Method      what-if and paths within single works (threads): nobody's words are joined to another's here.
Leaves out  chains that only several works together make: the page of what-if has them where they are asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from actum.model.claim import CausalMap
from actum.model.fact import Sign
from actum.model.influence import OUTCOMES
from actum.model.network import Aim, Leaning, NetworkTie
from actum.registry.row import INSTRUMENTS
from actum.store.files import Row
from actum.web.acts import shape, side
from actum.web.concepts import (
    Concepts,
    concept_of,
    concepts_in,
    every_concept,
    judged,
    key_of,
    leaning_network,
    map_of,
)
from actum.web.kept import kept
from actum.web.map_drawing import Drawing, fitting
from actum.web.page import Asked, Context, Page, Params
from actum.web.pages.claims import claim_words
from actum.web.pages.map import drawn, signed, words_of
from actum.workflow.concept_answers import ConceptAnswers, concept_answers
from actum.workflow.room import Snapshot

PATHS = 40
"""Chains that the page lists, the shortest first, 2026-11-26."""
QUOTES, IN_ALL = 30, 100
"""Quotes of one voice, and of all voices together, that the page shows, 2026-11-26; more are counted."""
ROWS = 100
"""Links of the map on either side, and concepts reached, that the page lists, 2026-11-26; more are counted."""
BRIEF = 400
"""Voices beyond those with quotes that are named with their counts alone, 2026-11-26; more are counted."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of other concepts where this one is held; `rows` those that are reached, up before down."""

    direction: Sign
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def context(asked: Asked) -> Context:
    """All that the map and the networks have of the concept. Raises NoSuchConcept, NotBuilt."""
    concept = concept_of(asked.params["concept"], every_concept(asked))
    concepts, found = Concepts.of(asked), map_of(asked)
    into = [edge for edge in found.edges if edge.effect == concept]
    out_of = [edge for edge in found.edges if edge.cause == concept]
    own = [claim for claim in found.self_claims if claim.cause.concept == concept]
    row = concepts.registry.row(concept)
    return {
        "concept": concept,
        "key": key_of(concept),
        "concepts": concepts,
        "row": row,
        "instrument": row is not None and row.kind in INSTRUMENTS,
        "drawing": _drawing(concepts, found, concept) if into or out_of else None,
        "into": into,
        "out_of": out_of,
        "most": ROWS,
        "own": own,
        "answers": [answer(asked, concept, direction) for direction in _SIDES] if out_of else [],
        "paths": _paths(asked, concept) if into else [],
        **_voices([tie for tie in leaning_network(asked).ties if tie.target == concept]),
        "mentions": _mentions(asked, concept),
        "signed": signed,
        "words_of": words_of,
        "key_of": key_of,
        "side": side,
        "shape": shape,
        **claim_words(asked),
    }


_SIDES: tuple[Sign, Sign] = ("-", "+")


def _drawing(concepts: Concepts, found: CausalMap, concept: str) -> Drawing:
    return drawn(concepts, fitting(found, concept)[0])


def answer(asked: Asked, concept: str, direction: Sign) -> Answer:
    """What if there were less or more of it: what is reached, in the order of outcomes, then by name."""
    rows, stopped = _answers(asked).what_if(concept, direction)
    return Answer(direction, tuple(reached(rows)), (f"Stopped: {stopped}.",) if stopped else ())


def _answers(asked: Asked) -> ConceptAnswers:
    return kept(asked, ("answers", judged(asked.workspace)), lambda: concept_answers(asked.workspace))


def reached(rows: Iterable[Row]) -> list[Row]:
    """The answers that say anything, in the order of outcomes, then of concepts."""
    some = [row for row in rows if row["reaches"]]
    return sorted(some, key=lambda row: (OUTCOMES.index(row["outcome"]), row["concept"]))


def _paths(asked: Asked, concept: str) -> list[Row]:
    """Chains of two steps and more that end in the concept: single steps stand above them."""
    rows, _ = _answers(asked).paths_to(concept)
    return [row for row in rows if len(row["steps"]) > 1]


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice on the concept: its id on the page, works by side, and the words."""

    id: str
    source: str
    codes: tuple[str, ...]
    split_from: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    leanings: tuple[Leaning, ...]
    more: int


def _voices(ties: Sequence[NetworkTie]) -> Context:
    """The voices with quotes, those first that say anything in their own words; behind them the others, in brief."""
    told = sorted(ties, key=lambda tie: not any(_written(one) for one in tie.because))
    full: list[Voice] = []
    room = IN_ALL
    for tie in told:
        if room <= 0:
            break
        full.append(_voice(tie, min(room, QUOTES)))
        room -= len(full[-1].leanings)
    brief = [_voice(tie, 0) for tie in told[len(full) :]]
    return {"voices": full, "brief": brief[:BRIEF], "more_voices": max(len(brief) - BRIEF, 0)}


def _written(one: Leaning | Aim) -> bool:
    return isinstance(one, Leaning) and one.basis == "position"


def _voice(tie: NetworkTie, most: int) -> Voice:
    leanings = [one for one in tie.because if isinstance(one, Leaning)]
    return Voice(
        id=voice_id(tie.source),
        source="+".join(tie.source),
        codes=tie.source,
        split_from=tie.split_from,
        counts=tuple((name, int(count)) for name, count in tie.counts if count),
        leanings=tuple(leanings[:most]),
        more=max(len(leanings) - most, 0),
    )


def voice_id(source: Sequence[str]) -> str:
    """The id of a voice on the page of a concept."""
    return "v-" + "-".join(source).lower().replace(" ", "-")


def _mentions(asked: Asked, concept: str) -> list[tuple[Row, int]]:
    """How often each work mentions it."""
    counts = Counter(
        row["work"] for work in asked.build.works for row in asked.build.of("mentions", work["work"])
        if row["id"] == concept
    )  # fmt: skip
    return [(work, counts[work["work"]]) for work in asked.build.works if counts[work["work"]]]


def every(build: Snapshot) -> Iterable[Params]:
    """One address for each concept of the map, and for each of which somebody speaks."""
    return ({"concept": key_of(one)} for one in concepts_in(build))


PAGE = Page("concept", "concept/{concept}", context, every=every, shown=False)
