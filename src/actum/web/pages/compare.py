"""Which works to compare: two side by side, or more as a series.

Takes       what is asked: works (`work`, twice or more); without any, all works are listed.
Gives       PAGE.
Leaves out  comparing: see `pair` and `series`.
"""

from __future__ import annotations

from actum.store.files import Row
from actum.web.filters import short
from actum.web.page import Asked, Context, Page
from actum.web.pages.pair import neighbours, pair_context
from actum.web.pages.series import series_context

LISTED = 300
"""Works that are listed to choose from, 2026-11-26."""
NEAR = 5
"""Earlier works with which one is offered to be compared at once, 2026-11-26."""


def context(asked: Asked) -> Context:
    """The works to choose from, and what two or more chosen ones have. Raises NoSuchWork, NotComparable."""
    chosen = tuple(dict.fromkeys(asked.every("work")))
    works = asked.build.works
    ids = {row["work"]: place for place, row in enumerate(works)}
    chosen = tuple(sorted(chosen, key=lambda one: ids.get(one, len(ids))))
    made = {
        "works": works[:LISTED],
        "more": max(len(works) - LISTED, 0),
        "chosen": chosen,
        "near": _near(asked),
        "series": _series(asked),
    }
    if len(chosen) == 2:
        return {**made, **pair_context(asked, *chosen), "what": "pair"}
    if len(chosen) > 2:
        return {**made, **series_context(asked, chosen), "what": "series"}
    return {**made, "what": "choose"}


def _near(asked: Asked) -> dict[str, list[str]]:
    """For each work the earlier ones with which it is offered to be compared: of the same name, then the nearest."""
    found: dict[str, list[str]] = {row["work"]: [] for row in asked.build.works}
    for earlier, later in neighbours(asked.build):
        found[later["work"]].insert(0, earlier["work"])
    return {work: sorted(own, key=lambda one: short(one) != short(work))[:NEAR] for work, own in found.items()}


def _series(asked: Asked) -> list[tuple[str, list[Row]]]:
    """Works of one language and one name but for the date, where there are three or more, by name."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in asked.build.works:
        found.setdefault((row["language"], short(row["work"])), []).append(row)
    return [(name, own) for (_, name), own in sorted(found.items()) if len(own) > 2]


PAGE = Page("compare", "compare", context)
