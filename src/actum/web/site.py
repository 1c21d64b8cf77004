"""All pages of the room, in the order of its navigation, and the JSON behind them.

Takes       nothing.
Gives       PAGES, ROUTERS.
Leaves out  what they do: each is a file of its own.
"""

from __future__ import annotations

from fastapi import APIRouter

from actum.web.api import forms, reading, writing
from actum.web.page import Page
from actum.web.pages import add, compare, facts, judge, pair, read, redline, search, series, witnesses, works

PAGES: tuple[Page, ...] = (
    works.PAGE, search.PAGE, read.PAGE, witnesses.PAGE, facts.PAGE, compare.PAGE, pair.PAGE, redline.PAGE, series.PAGE,
    judge.PAGE, add.PAGE,
)  # fmt: skip
ROUTERS: tuple[APIRouter, ...] = (reading.router, reading.permanent, writing.router, forms.router)
