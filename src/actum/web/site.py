"""All pages of the room, in the order of its navigation, and the JSON behind them.

Takes       nothing.
Gives       PAGES, ROUTERS.
Leaves out  what they do: each is a file of its own.
"""

from __future__ import annotations

from fastapi import APIRouter

from actum.web.page import Page
from actum.web.pages import facts, judge, read, witnesses, works

PAGES: tuple[Page, ...] = (works.PAGE, read.PAGE, witnesses.PAGE, facts.PAGE, judge.PAGE)
ROUTERS: tuple[APIRouter, ...] = ()
