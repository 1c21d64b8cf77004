"""Which works to compare: two side by side, or more as a series.

Takes       what is asked: works (`work`, twice or more); without any, all works are listed.
Gives       PAGE.
Leaves out  comparing: see `pair` and `series`.
"""

from __future__ import annotations

from collections.abc import Callable

from actum.store.files import Row
from actum.web.filters import short
from actum.web.page import Asked, Context, Page
from actum.web.pages.pair import pair_context, published
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
    """For each work the earlier ones with which it is offered to be compared: of the same name, then the nearest.

    A static site offers those that it compares, and no others.
    """
    found: dict[str, list[str]] = {row["work"]: [] for row in asked.build.works}
    if asked.link.static_site:
        for earlier, later in published(asked.build):
            found[later["work"]].insert(0, earlier["work"])
    else:
        names = dict(_by(asked, lambda row: (row["language"], short(row["work"]))))
        for language, works in _by(asked, lambda row: (row["language"],)):
            for at, row in enumerate(works):
                same = names[*language, short(row["work"])]
                of_name = same[max(same.index(row) - NEAR, 0) : same.index(row)]
                found[row["work"]] = [one["work"] for one in (*works[max(at - NEAR, 0) : at], *of_name)][::-1]
    return {
        work: sorted(dict.fromkeys(own), key=lambda one: short(one) != short(work))[:NEAR]
        for work, own in found.items()
    }


def _by(asked: Asked, key: Callable[[Row], tuple[str, ...]]) -> list[tuple[tuple[str, ...], list[Row]]]:
    """The works by what they have in common, in order of date."""
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in asked.build.works:
        found.setdefault(key(row), []).append(row)
    return sorted(found.items())


def _series(asked: Asked) -> list[tuple[str, list[Row]]]:
    """Works of one language and one name but for the date, where there are three or more, by name."""
    named = _by(asked, lambda row: (short(row["work"]), row["language"]))
    return [(name, own) for (name, _), own in named if len(own) > 2]


PAGE = Page("compare", "compare", context)
