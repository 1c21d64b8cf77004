"""The first page: the works by date, with their witnesses and doubts.

Takes       what is asked.
Gives       PAGE.
Leaves out  the texts.
"""

from __future__ import annotations

from actum.web.page import Asked, Context, Page


def context(asked: Asked) -> Context:
    """The works in order of date."""
    return {"works": asked.build.works, "built": bool(asked.build.name)}


PAGE = Page("works", "", context)
