"""All pages of the room, in the order of its navigation, and the JSON behind them.

Takes       nothing.
Gives       PAGES, ROUTERS.
Leaves out  what they do: each is a file of its own.
"""

from __future__ import annotations

from fastapi import APIRouter

from actum.web.api import downloads, forms, reading, writing
from actum.web.page import Page
from actum.web.pages import (
    add,
    claims,
    compare,
    concept,
    difference,
    facts,
    formulations,
    instrument,
    judge,
    ledger,
    map,  # noqa: A004  the page's own name
    matrix,
    pair,
    positions,
    read,
    redline,
    regime,
    search,
    series,
    what_if,
    witnesses,
    works,
)  # fmt: skip

PAGES: tuple[Page, ...] = (
    works.PAGE, search.PAGE, read.PAGE, witnesses.PAGE, facts.PAGE, compare.PAGE, pair.PAGE, redline.PAGE, series.PAGE,
    positions.PAGE, positions.PART_PAGE, ledger.PAGE, ledger.PART_PAGE, formulations.PAGE,
    regime.PAGE, instrument.PAGE, map.PAGE, map.WORK_PAGE,
    claims.PAGE, concept.PAGE, what_if.PAGE, difference.PAGE, difference.PAIR_PAGE, matrix.PAGE, judge.PAGE, add.PAGE,
)  # fmt: skip
ROUTERS: tuple[APIRouter, ...] = (
    reading.router, reading.permanent, downloads.router, writing.router, forms.router,
)  # fmt: skip
