"""The page for adding files: drop them, see how far the build is, and what could not be read.

Takes       what is asked.
Gives       PAGE.
Leaves out  taking files in: see `uploads` and `jobs`.
"""

from __future__ import annotations

from actum.web.page import Asked, Context, Page
from actum.web.uploads import suffixes


def context(asked: Asked) -> Context:
    """The copies that are there, the files that could not be read, and which endings are taken."""
    borne: dict[str, list[str]] = {}
    for work in asked.build.works:
        for witness in work["witnesses"]:
            borne.setdefault(witness["sha256"], []).append(work["work"])
    return {
        "copies": asked.build.copies,
        "borne": borne,
        "works": {row["work"]: row for row in asked.build.works},
        "unread": [row for row in asked.build.doubts if row["kind"] == "unread"],
        "refused": asked.build.refused,
        "endings": [f".{one}" for one in sorted(suffixes())],
    }


PAGE = Page("add", "add", context, published=False)
