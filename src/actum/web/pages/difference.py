"""The causal map of two works, or of two years, as one drawing: what is kept, new, gone, silent, of another sign.

Takes       what is asked: `earlier` and `later`, each the id of a work or a year, in the path or in the query.
Gives       PAGE, which lets choose; PAIR_PAGE.
Method      `workflow.map_difference`; one drawing of all edges of both, each with its fate by stroke and mark.
Leaves out  a figure for how alike two maps are: shares stand with their counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from actum.model.claim import FATES, CausalMap, Edge, EdgeFate, MapComparison, Node
from actum.store.files import Row
from actum.web.concepts import Concepts, judged, key_of, map_of
from actum.web.kept import kept
from actum.web.map_drawing import drawing_of, fitting
from actum.web.page import Asked, Context, Page, Params
from actum.web.pages.map import CATCH_ALL, ROWS, every_map, signed, words_of, works_with_claims
from actum.workflow.map_difference import compared_sides, works_of_side
from actum.workflow.room import Snapshot


def context(asked: Asked) -> Context:
    """The sides to choose from, and two of them compared where they are named. Raises NoSuchWork, NotComparable."""
    works = works_with_claims(asked) if asked.build.name else []
    years = sorted({row["date"][:4] for row in works if row["date"]})
    made = {"works": works, "years": years, "near": _near(works, years), "pair": None}
    earlier, later = asked.one("earlier"), asked.one("later")
    if not earlier or not later:
        return made
    return {**made, **pair_context(asked, earlier, later)}


def named_context(asked: Asked) -> Context:
    """Two sides named in the path. Raises NoSuchWork, NotComparable."""
    return {"works": [], "years": [], "near": [], **pair_context(asked, asked.params["earlier"], asked.params["later"])}


def pair_context(asked: Asked, earlier: str, later: str) -> Context:
    """The comparison and its drawing. Raises NoSuchWork, NotComparable."""
    found = kept(
        asked,
        ("difference", earlier, later, judged(asked.workspace)),
        lambda: compared_sides(asked.workspace, earlier, later),
    )
    concepts = Concepts.of(asked)
    union = _union(asked, found)
    shown, middle = fitting(union, passing=CATCH_ALL)
    names = {node.concept: concepts.name(node.concept) for node in shown.nodes}
    fates = {(one.cause, one.effect): one.fate for one in found.edges}
    counts = Counter(one.fate for one in found.edges)
    by_id = {row["work"]: row for row in asked.build.works}
    return {
        "pair": (earlier, later),
        "sides": [[by_id[one] for one in works_of_side(asked.workspace, side)] for side in (earlier, later)],
        "found": found,
        "concepts": concepts,
        "middle": middle,
        "drawing": drawing_of(shown, names, whole=len(union.nodes), fates=fates),
        "rows": sorted(found.edges, key=lambda one: (FATES.index(one.fate), one.cause, one.effect))[:ROWS],
        "more": max(len(found.edges) - ROWS, 0),
        "counts": [(fate, counts[fate]) for fate in FATES if counts[fate]],
        "key_of": key_of,
        "signed": signed,
        "words_of": words_of,
    }


def _union(asked: Asked, found: MapComparison) -> CausalMap:
    """One map of both sides: of an edge that both have, the claims of both."""
    nodes = {node.concept: node for node in map_of(asked).nodes}
    used = sorted({end for one in found.edges for end in (one.cause, one.effect)})
    return CausalMap(
        tuple(nodes.get(concept, Node(concept)) for concept in used), tuple(_edge(one) for one in found.edges)
    )


def _edge(one: EdgeFate) -> Edge:
    sides = [side for side in (one.earlier, one.later) if side is not None]
    up, down, unknown = (
        tuple(claim for side in sides for claim in getattr(side, sign)) for sign in ("up", "down", "unknown")
    )
    return Edge(one.cause, one.effect, up, down, unknown)


def _near(works: list[Row], years: list[str]) -> list[tuple[str, str]]:
    """Pairs that lie beside one another in time: years, then works."""
    return [*pairwise(years), *pairwise(row["work"] for row in works)]


def every(build: Snapshot) -> Iterable[Params]:
    """One address for each two works, and each two years, that follow one another."""
    ids = {params["work"] for params in every_map(build)}
    works = [row for row in build.works if row["work"] in ids]
    years = sorted({row["date"][:4] for row in works if row["date"]})
    return ({"earlier": earlier, "later": later} for earlier, later in _near(works, years))


PAGE = Page("difference", "difference", context, shown=False)
PAIR_PAGE = Page("map-pair", "difference/{earlier}/{later}", named_context, every=every, shown=False)
