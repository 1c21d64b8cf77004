"""The reading page: one established text with what was read from it.

Takes       what is asked: a work.
Gives       PAGE.
Leaves out  comparing with other works.
"""

from __future__ import annotations

from actum.web.page import Asked, Context, Page, every_work


def context(asked: Asked) -> Context:
    """The work and its text."""
    work = asked.build.work(asked.params["work"])
    return {"work": work, "text": asked.build.text(work["work"])}


PAGE = Page("read", "read/{work}", context, every=every_work, shown=False)
