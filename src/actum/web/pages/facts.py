"""All that was read from one paragraph: each fact with its quote, its rule, its witnesses.

Takes       what is asked: a work and a division.
Gives       PAGE.
Leaves out  the text around it: the reading page has it.
"""

from __future__ import annotations

from collections.abc import Iterable

from actum.web.links import top
from actum.web.page import Asked, Context, Page, Params
from actum.workflow.room import FACTS, Snapshot


def context(asked: Asked) -> Context:
    """The facts of the paragraph, in order of kind, then place."""
    work = asked.build.work(asked.params["work"])
    division = asked.params["division"]
    facts = [row for kind in FACTS for row in asked.build.of(kind, work["work"]) if top(row["division"]) == division]
    return {"work": work, "division": division, "facts": facts}


def every(build: Snapshot) -> Iterable[Params]:
    """One address for each paragraph from which anything was read."""
    for row in build.works:
        own = {top(fact["division"]) for kind in FACTS for fact in build.of(kind, row["work"])}
        yield from ({"work": row["work"], "division": division} for division in sorted(own))


PAGE = Page("facts", "facts/{work}/{division}", context, every=every, shown=False)
