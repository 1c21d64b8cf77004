"""Every page is usable without eyes or mouse, as far as axe can tell, in light and dark, and on a narrow screen."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as BrowserPage

from actum.store.workspace import Workspace
from actum.web.links import Links
from actum.web.page import Page
from actum.web.site import PAGES
from actum.workflow.room import snapshot

AXE = Axe()
NARROW = {"width": 360, "height": 800}
COLOURS = ["color-contrast", "link-in-text-block"]
"""What a scheme changes are colours alone."""
FEWER = {"positions": {"act": "condemn"}, "ledger": {"act": "condemn"}}
"""What is asked of tables, so that they have few rows: all rows are drawn alike."""


def serious(page: BrowserPage, **options: Any) -> list[tuple[str, str, str]]:
    found = AXE.run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [
        (each["id"], each["nodes"][0]["html"][:200], each["nodes"][0].get("failureSummary", "")[:300])
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in PAGES if not page.template], ids=lambda page: page.name)
def test_axe_finds_nothing_serious_and_nothing_is_too_wide(
    page: Page, built: Workspace, served: str, browser_page: BrowserPage
) -> None:
    link = Links({one.name: one.path for one in PAGES}, "en")
    for params in islice(page.every(snapshot(built)), 1):
        browser_page.emulate_media(color_scheme="light")
        browser_page.goto(served + link(page.name, query=FEWER.get(page.name), **params))
        assert not serious(browser_page)
        browser_page.emulate_media(color_scheme="dark")
        assert not serious(browser_page, runOnly=COLOURS)
        browser_page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
        browser_page.goto(served + link.of("zh")(page.name, query=FEWER.get(page.name), **params))
        assert browser_page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
