"""Pages that take long to make for the first time, made before anybody asks.

Takes       a workspace.
Gives       nothing: what the pages compute is kept (`kept`), so that the first reader finds it.
Method      each page that computes anew what all readers share is drawn once, the first that readers turn to first.
Leaves out  pages of one work or one pair, which are quick, or are too many.
"""

from __future__ import annotations

from itertools import islice

from actum.errors import ActumError
from actum.store.workspace import Workspace
from actum.web.links import Links
from actum.web.page import Asked
from actum.web.pages import concept, formulations, instrument, ledger, matrix, series
from actum.web.render import draw
from actum.web.site import PAGES
from actum.web.words import UIS
from actum.workflow.room import snapshot

_HEAVY = (ledger.PAGE, instrument.PAGE, matrix.PAGE, series.PAGE, formulations.PAGE, concept.PAGE)


def warm(workspace: Workspace) -> None:
    """Draw the heavy pages of the build that holds; nothing where there is none."""
    paths = {page.name: page.path for page in PAGES}
    build = snapshot(workspace)
    if not build.name:
        return
    try:
        for page in _HEAVY:
            for params in islice(page.every(build), 1):
                here = page.path.format(**params)
                draw(page, Asked.of(workspace, Links(paths, UIS[0], here), params), PAGES)
    except (ActumError, OSError):
        return  # a later build took the place of this one, or the workspace is gone: who asks will be told
