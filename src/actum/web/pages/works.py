"""The first page: the works by date, with their witnesses and doubts, what came last, and a picture of the copies.

Takes       what is asked: from which work on (`?from=N`).
Gives       PAGE.
Leaves out  the texts.
"""

from __future__ import annotations

from collections import Counter

from actum.language.data import table
from actum.model.doubt import DOUBT_KINDS
from actum.store.files import Row
from actum.store.judgements import listed, read_judgements
from actum.web.copy_picture import BARS, WIDTH, bars
from actum.web.page import Asked, Context, Page
from actum.workflow.room import FACTS, latest_places

WORKS = 200
"""Works on one page, 2026-11-26."""
LATEST = 5
"""Files and judgements that are shown as the latest, 2026-11-26."""


def context(asked: Asked) -> Context:
    """The works in order of date, one page of them, and what is around them."""
    build = asked.build
    first = int(asked.one("from", "0")) if asked.one("from", "0").isdecimal() else 0
    shown = build.works[first : first + WORKS]
    log = listed(read_judgements(asked.workspace.judgement_log))
    return {
        "works": shown,
        "first": first,
        "size": WORKS,
        "counts": {row["work"]: {kind: len(build.of(kind, row["work"])) for kind in FACTS} for row in shown},
        "doubts": {row["work"]: _doubts(row, asked) for row in shown},
        "bars": bars(build),
        "more_bars": max(len(build.copies) - BARS, 0),
        "width": WIDTH,
        "latest": latest_places(asked.workspace)[:LATEST],
        "judged": [row for row in log[::-1] if row["holds"]][:LATEST],
        "unread": [row for row in build.doubts if row["kind"] == "unread"],
        "read": {row["language"] for row in build.works if table(row["language"], "cues")},
        "by_id": {row["work"]: row for row in build.works},
    }


def _doubts(work: Row, asked: Asked) -> list[tuple[str, int]]:
    """How many doubts of each kind a work and its copies have, suspected lost negations first."""
    kinds = Counter(row["kind"] for row in work["doubts"])
    alarms = sum("polarity" in row["alarms"] for row in asked.build.apparatus(work["work"]))
    kinds["negation"] += alarms
    order = ("negation", *(kind for kind in DOUBT_KINDS if kind != "negation"))
    return [(kind, kinds[kind]) for kind in order if kinds[kind]]


PAGE = Page("works", "", context)
