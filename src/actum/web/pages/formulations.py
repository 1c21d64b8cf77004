"""How wordings travelled: the most telling ones, each on a line of time with its variants; and any wording asked for.

Takes       what is asked: `wording`, one to be tracked; `language`; `from`.
Gives       PAGE; `rows` and `tracked`, as `actum formulations` and `actum track` print them.
Leaves out  ranking anew: the order is the verb's.
"""

from __future__ import annotations

from collections.abc import Sequence

from actum.store.files import Row
from actum.web.kept import kept
from actum.web.page import Asked, Context, Page
from actum.web.pages.positions import part_asked
from actum.web.trail import timeline
from actum.workflow.formulations import formulation_rows, track_rows

SIZE = 60
"""Formulations on one page, 2026-11-26."""
STATIC_SIZE = 120
"""Formulations on the page of a static site, whose files have all, 2026-11-26."""
WORDING, PLACE = 900, 330
"""Bytes of a formulation without its places, and of one place without the id of its work, 2026-11-26."""
LONGEST = 200
"""Characters of a wording to be tracked, 2026-11-26."""


def every_row(asked: Asked) -> list[Row]:
    """All formulations, the most telling of each language first; none where nothing is built."""
    if not asked.build.name:
        return []
    return kept(asked, "formulations", lambda: formulation_rows(asked.workspace, limit=0))


def rows(asked: Asked) -> list[Row]:
    """The formulations of the language asked for, or all."""
    language = asked.one("language")
    return [row for row in every_row(asked) if not language or row["language"] == language]


def tracked(asked: Asked) -> list[Row]:
    """Where the wording asked for stands, by date; nothing where none is asked for."""
    wording = asked.one("wording").strip()[:LONGEST]
    if not wording or not asked.build.name:
        return []
    return kept(asked, ("track", wording), lambda: track_rows(asked.workspace, wording))


def context(asked: Asked) -> Context:
    """One page of formulations with their lines of time, and the trail of the wording asked for."""
    every, found = every_row(asked), rows(asked)
    most = STATIC_SIZE if asked.link.static_site else SIZE
    part = part_asked(asked, [_size(row) for row in found], most)
    trail = tracked(asked)
    works = {row["work"]: row for row in asked.build.works}
    return {
        "wording": asked.one("wording").strip()[:LONGEST],
        "trail": trail,
        "trail_line": timeline(_sightings(trail), works),
        "rows": [(row, timeline(_places(row), works)) for row in found[part.first : part.last]],
        "languages": sorted({row["language"] for row in every}),
        "language": asked.one("language"),
        "found": len(found),
        "part": part,
        "works": works,
    }


def _size(row: Row) -> int:
    """Bytes, about, of a formulation with its line and its places."""
    own = [place["work"] for place in row["trail"]]
    others = [place["work"] for one in row["variants"] for place in one["trail"]]
    ids = 2 * sum(len(work.encode()) for work in (*own, *others))
    return WORDING + PLACE * (2 * len(own) + len(others)) + ids


def _places(row: Row) -> list[tuple[str, str, Row]]:
    """The places of a formulation: how it stands there, the work, and the place."""
    own = [("same", place["work"], place) for place in row["trail"]]
    for variant in row["variants"]:
        kind = "negated" if variant["negated"] else "variant"
        own += [(kind, place["work"], {**place, "differences": variant["differences"]}) for place in variant["trail"]]
    return own


def _sightings(rows: Sequence[Row]) -> list[tuple[str, str, Row]]:
    return [(row["standing"], row["work"], row) for row in rows]


PAGE = Page("formulations", "formulations", context)
