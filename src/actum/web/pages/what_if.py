"""What if there were less or more of something: what the claims say becomes of the rest, drawn and as a table.

Takes       what is asked: what is held (`set=KEY:-`, several), which part of the map (`work`, `holder`, `year`), chains
            through several works (`through`), claims turned round (`both`).
Gives       PAGE.
Method      the boxes of the map have two buttons each, less and more; every answer stands with its chain and quotes.
Leaves out  numbers: see `workflow.paths`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from actum.model.claim import CausalMap
from actum.model.fact import Sign
from actum.model.influence import OUTCOMES, Clamp
from actum.regime.walks.what_if import Manner
from actum.store.files import Row
from actum.web.concepts import Concepts, concept_of, every_concept, judged, key_of, map_of, scope_of, scope_query
from actum.web.kept import kept
from actum.web.links import top
from actum.web.map_drawing import fitting, part_of
from actum.web.page import Asked, Context, Page
from actum.web.pages.concept import reached
from actum.web.pages.map import CATCH_ALL, drawn
from actum.workflow.paths import Chosen, Told, what_if_rows

HELD = 12
"""Concepts that can be held at a time, 2026-11-26."""
Held = dict[str, Sign]
_SIGNS: dict[str, Sign] = {"+": "+", "-": "-", " ": "+"}
"""A plus that an address does not encode arrives as a blank."""


def context(asked: Asked) -> Context:
    """The answers to what is held; without anything held, the map to choose from. Raises NoSuchConcept, NoSuchWork."""
    concepts, chosen = Concepts.of(asked), scope_of(asked)
    if not asked.build.name:
        return {"empty": True, "concepts": concepts}
    found = map_of(asked, chosen)
    held = _held(asked)
    manner = Manner(stitched=asked.one("through") == "1", both_sides=asked.one("both") == "1")
    told = _told(asked, held, manner, chosen)
    rows = reached(told.rows)
    causes = frozenset(edge.cause for edge in found.edges)
    shown = _shown(found, held, rows)
    return {
        "empty": False,
        "concepts": concepts,
        "held": held,
        "rows": rows,
        "unsaid": _unsaid(found, held) if not manner.both_sides else [],
        "stopped": [line for line in told.words if line.startswith("Stopped")],
        "counts": [(one, n) for one in OUTCOMES if (n := Counter(row["outcome"] for row in told.rows)[one])],
        "drawing": drawn(concepts, shown, whole=len(found.nodes), buttons=causes),
        "marks": _marks(held, rows, told.rows) if held else {},
        "buttons": lambda concept, sign: _button(asked, concepts, held, concept, sign),
        "without": lambda concept: asked.link.same(_query(asked, {k: v for k, v in held.items() if k != concept})),
        "causes": sorted(causes, key=concepts.name),
        "key_of": key_of,
        "top": top,
        "manner": manner,
        "scope": scope_query(chosen),
        "chosen": chosen,
    }


def _held(asked: Asked) -> Held:
    """What the query holds, the first twelve; the last word on one concept counts. Raises NoSuchConcept."""
    every = every_concept(asked)
    held: Held = {}
    wanted = [*asked.every("set"), *(f"{asked.one('add')}:{asked.one('way', '-')}" for _ in asked.every("add")[:1])]
    for one in wanted[:HELD]:
        key, _, way = one.rpartition(":")
        if key and way in _SIGNS:
            held[concept_of(key, every)] = _SIGNS[way]
    return held


def _told(asked: Asked, held: Held, manner: Manner, chosen: Chosen) -> Told:
    key = (
        "what-if",
        judged(asked.workspace),
        tuple(sorted(held.items())),
        manner,
        tuple(chosen.works),
        chosen.holder,
        chosen.year,
    )
    clamps = [Clamp(concept, sign) for concept, sign in held.items()]
    return kept(asked, key, lambda: what_if_rows(asked.workspace, clamps, manner, chosen))


def _shown(found: CausalMap, held: Held, rows: list[Row]) -> CausalMap:
    """The whole map where it can be drawn, else what is held and reached, or what a page can hold."""
    shown, _ = fitting(found, passing=CATCH_ALL)
    if not held or len(shown.nodes) == len(found.nodes):
        return shown
    on_chains = {step[end] for row in rows for reach in row["reaches"] for step in reach["steps"] for end in _ENDS}
    return fitting(part_of(found, on_chains | set(held)))[0]


_ENDS = ("cause", "effect")


def _unsaid(found: CausalMap, held: Held) -> list[tuple[str, Sign, int]]:
    """What is held of which no claim speaks on that side, with how many claims speak of the other."""
    said: list[tuple[str, Sign, int]] = []
    for concept, sign in held.items():
        own = [
            claim.cause.delta
            for edge in found.edges
            if edge.cause == concept
            for claim in (*edge.up, *edge.down, *edge.unknown)
        ]
        if sign not in own:
            said.append((concept, sign, len(own)))
    return said


def _marks(held: Held, rows: list[Row], every: list[Row]) -> Mapping[object, str]:
    """What each box and each line is marked with: held, its outcome, on a chain."""
    marks: dict[object, str] = {row["concept"]: row["outcome"] for row in every}
    marks |= {concept: "held-up" if sign == "+" else "held-down" for concept, sign in held.items()}
    for row in rows:
        for reach in row["reaches"]:
            marks |= {(step["cause"], step["effect"]): "chain" for step in reach["steps"]}
    return marks


def _button(asked: Asked, concepts: Concepts, held: Held, concept: str, sign: Sign) -> str:
    """The address that holds one more; that lets go of it where it is held so already."""
    if asked.link.static_site:
        return concepts.link(concept, at="less" if sign == "-" else "more")
    now = {one: way for one, way in held.items() if one != concept}
    if held.get(concept) != sign:
        now[concept] = sign
    return asked.link.same(_query(asked, now))


def _query(asked: Asked, held: Held) -> dict[str, str | tuple[str, ...]]:
    kept_names = ("work", "holder", "year", "through", "both")
    made: dict[str, str | tuple[str, ...]] = {name: asked.every(name) for name in kept_names if asked.every(name)}
    made["set"] = tuple(f"{key_of(concept)}:{sign}" for concept, sign in held.items())
    return made


PAGE = Page("what-if", "what-if", context, shown=False)
