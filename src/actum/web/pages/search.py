"""The search page: words in all texts, in context.

Takes       what is asked: `q`, facets (`work`, `holder`, `act`, `instrument`), and `from`, the number of the first hit.
Gives       PAGE.
Leaves out  finding: see `workflow.search`.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from actum.store.search import Found, Hit, has_letter
from actum.text.span import Span
from actum.web.marks import Mark, marked
from actum.web.page import Asked, Context, Page
from actum.workflow.search import FACETS, search_build

HITS = 50
"""Hits on one page, 2026-11-26."""
AROUND = 28
"""Characters on each side of a hit; a line of the page holds about as many, 2026-11-26."""
VALUES = 12
"""Values of a facet that are shown, the most frequent ones, 2026-11-26."""


@dataclass(frozen=True, slots=True)
class Line:
    """A hit as a line of a concordance: what stands before, the words themselves, what stands behind."""

    hit: Hit
    before: str
    words: str
    behind: Markup
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: its name, how many hits have it, and the address that asks for it, or no longer does."""

    value: str
    count: int
    chosen: bool
    address: str


def context(asked: Asked) -> Context:
    """The hits, one page of them, and the facets to choose by."""
    query = asked.one("q").strip()
    chosen = [(kind, value) for kind in FACETS for value in asked.every(kind)]
    first = int(asked.one("from", "0")) if asked.one("from", "0").isdecimal() else 0
    first = min(first, 10**6)
    found = search_build(asked.build, query, facets=chosen, first=first, limit=HITS)
    works = {row["work"]: row for row in asked.build.works}
    return {
        "q": query,
        "askable": has_letter(query),
        "chosen": chosen,
        "found": found,
        "first": first,
        "lines": [_line(hit) for hit in found.hits],
        "works": works,
        "facets": [(kind, _choices(asked, query, kind, found, chosen)) for kind in FACETS],
        "earlier": _page(asked, max(first - HITS, 0)) if first else "",
        "later": _page(asked, first + HITS) if first + HITS < found.total else "",
    }


def _line(hit: Hit) -> Line:
    words = hit.spans[0] if hit.spans else Span(0, 0)
    before = (hit.before + hit.text[: words.start])[-AROUND:].replace("\n", " ")
    behind = hit.text[words.end :] + hit.behind
    others = [Mark(span, 0, name="mark") for span in hit.spans[1:]]
    shown = marked(behind[:AROUND].replace("\n", " "), words.end, others)
    return Line(hit, before, words.of(hit.text), shown, hit.start + words.start, hit.start + words.end)


def _choices(asked: Asked, query: str, kind: str, found: Found, chosen: list[tuple[str, str]]) -> list[Choice]:
    mine = [value for one, value in chosen if one == kind]
    counted = dict(found.facets.get(kind, ()))
    values = dict.fromkeys([*mine, *list(counted)[:VALUES]])
    return [
        Choice(value, counted.get(value, 0), value in mine, _asking(asked, query, chosen, (kind, value)))
        for value in values
    ]


def _asking(asked: Asked, query: str, chosen: list[tuple[str, str]], one: tuple[str, str]) -> str:
    now = [each for each in chosen if each != one] if one in chosen else [*chosen, one]
    values = {kind: [value for each, value in now if each == kind] for kind in FACETS}
    return asked.link.same({"q": query, **{kind: own for kind, own in values.items() if own}})


def _page(asked: Asked, first: int) -> str:
    kept = {name: values for name, values in asked.query.items() if name in {"q", *FACETS}}
    return asked.link.same({**kept, "from": str(first)})


PAGE = Page("search", "search", context)
