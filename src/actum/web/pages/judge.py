"""The page of judgements: who may write, what was judged, what names are unknown.

Takes       what is asked.
Gives       PAGE.
Leaves out  judging: see `api/judging.py`.
"""

from __future__ import annotations

from actum.store.judgements import listed, read_judgements
from actum.web.page import Asked, Context, Page


def context(asked: Asked) -> Context:
    """Every judgement, the latest first; names that the registry lacks; judgements that no longer apply."""
    log = listed(read_judgements(asked.workspace.judgement_log))
    return {
        "judgements": log[::-1],
        "works": {row["work"] for row in asked.build.works},
        "candidates": asked.build.candidates,
        "refused": asked.build.refused,
    }


PAGE = Page("judge", "judge", context, published=False)
