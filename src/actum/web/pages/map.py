"""The causal map drawn: what the works are said to further or to harm what, with the same as a table.

Takes       what is asked: which part (`work`, `holder`, `year`), and around which concept (`around`).
Gives       PAGE, WORK_PAGE, and what other pages of the map draw with.
Method      of a map of more concepts than a page can hold, the latest whole work's is drawn, its largest parts, or what
            is around one concept; the page says which, and the table has all.
Leaves out  the quotes: each line leads to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from actum.export.picture import MOST
from actum.model.claim import CausalMap, Claim, Edge
from actum.regime.influence.concepts import CONDUCT
from actum.store.files import Row
from actum.web.concepts import Concepts, concept_of, key_of, map_in, map_of, scope_of, scope_query
from actum.web.map_drawing import SIGNS, Drawing, drawing_of, fitting
from actum.web.page import Asked, Context, Page, Params
from actum.workflow.paths import Chosen
from actum.workflow.room import Snapshot

LISTED = 12
"""Works up to which each has its link; more are chosen from a list, 2026-11-26."""
EASY = 8
"""Concepts that a work's map must have to be drawn for a map of all works that is too large, 2026-11-26."""
CATCH_ALL = frozenset({CONDUCT})
"""Concepts under which much is gathered that has little in common: no picture is drawn around them unasked."""
ROWS = 300
"""Edges that a table lists, 2026-11-26; a page of more would be slow."""


def context(asked: Asked) -> Context:
    """The part of the map that is asked for. Raises NoSuchWork, NoSuchConcept, NotBuilt."""
    return map_context(asked, scope_of(asked))


def work_context(asked: Asked) -> Context:
    """The map of one work. Raises NoSuchWork, NotBuilt."""
    scope = scope_of(asked)
    return map_context(asked, replace(scope, works=(asked.build.work(asked.params["work"])["work"],)))


def map_context(asked: Asked, chosen: Chosen) -> Context:
    """What the template of the map needs. Raises NoSuchWork, NoSuchConcept, NotBuilt."""
    concepts = Concepts.of(asked)
    if not asked.build.name:
        return {
            "empty": True,
            "concepts": concepts,
            "chosen": chosen,
            "works": [],
            "around": "",
            "middle": "",
            "shown_work": None,
        }
    found = map_of(asked, chosen)
    names = [node.concept for node in found.nodes]
    around = concept_of(asked.one("around"), names) if asked.one("around") else ""
    shown, middle, work = _first_look(asked, found, chosen, around)
    edges = found.edges if not around else shown.edges
    return {
        "empty": False,
        "concepts": concepts,
        "chosen": chosen,
        "scope": scope_query(chosen),
        "around": around,
        "middle": middle,
        "shown_work": work,
        "found": found,
        "drawing": drawn(concepts, shown, whole=len(found.nodes)),
        "edges": edges[:ROWS],
        "more": max(len(edges) - ROWS, 0),
        "works": (works := works_with_claims(asked)),
        "linked": works if asked.link.static_site else works[-LISTED:],
        "holders": _holders(asked),
        "years": sorted({row["date"][:4] for row in works if row["date"]}),
        "listed": sorted(names, key=concepts.name),
        "key": key_of,
        "signed": signed,
        "words_of": words_of,
    }


def _first_look(asked: Asked, found: CausalMap, chosen: Chosen, around: str) -> tuple[CausalMap, str, Row | None]:
    """What is drawn of the map, the concept around which, and the work whose map it is, where it is of one alone.

    Where the map of all works is too large for a page, that of the latest work known to be whole is drawn.
    """
    if len(found.nodes) > MOST and not around and chosen == Chosen():
        for row in reversed(works_with_claims(asked)):
            own = map_of(asked, Chosen((row["work"],))) if row["complete"] and row["date"] else None
            if own is not None and EASY <= len(own.nodes) <= MOST:
                return own, "", row
    shown, middle = fitting(found, around, passing=CATCH_ALL)
    return shown, middle, None


def drawn(concepts: Concepts, shown: CausalMap, *, whole: int = 0, buttons: frozenset[str] = frozenset()) -> Drawing:
    """A map with the names of the interface's language."""
    names = {node.concept: concepts.name(node.concept) for node in shown.nodes}
    return drawing_of(shown, names, whole=whole, buttons=buttons)


def works_with_claims(asked: Asked) -> list[Row]:
    """The works that claim anything to further or harm anything, by date."""
    works = {claim.work for claim in _claims(map_of(asked))}
    return [row for row in asked.build.works if row["work"] in works]


def _holders(asked: Asked) -> list[str]:
    """The codes of those who claim anything, sorted."""
    return sorted({code for claim in _claims(map_of(asked)) for code in claim.holder})


def _claims(found: CausalMap) -> Iterator[Claim]:
    """Every claim of a map."""
    for edge in found.edges:
        for _, some in signed(edge):
            yield from some
    yield from found.self_claims


def signed(edge: Edge) -> list[tuple[str, tuple[Claim, ...]]]:
    """The claims of an edge by sign, those that it has."""
    return [(sign, claims) for sign in SIGNS if (claims := getattr(edge, sign))]


def words_of(claim: Claim) -> tuple[str, str, str]:
    """Cause, cue and effect in the words of the text."""
    cause, cue, effect = (part.text.replace("\n", "") for part in (claim.cause.part, claim.cue, claim.effect.part))
    return cause, cue, effect


def every_map(build: Snapshot) -> Iterable[Params]:
    """One address for each work that claims anything."""
    works = {claim.work for claim in _claims(map_in(build))}
    return ({"work": row["work"]} for row in build.works if row["work"] in works)


PAGE = Page("map", "map", context)
WORK_PAGE = Page("work-map", "map/{work}", work_context, every=every_map, shown=False)
