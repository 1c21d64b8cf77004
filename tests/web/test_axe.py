"""Every page is usable without eyes or mouse, as far as axe can tell."""

from __future__ import annotations

from itertools import islice

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as BrowserPage

from actum.store.workspace import Workspace
from actum.web.links import Links
from actum.web.site import PAGES
from actum.workflow.room import snapshot

AXE = Axe()
NARROW = {"width": 360, "height": 800}


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_axe_finds_nothing_serious(
    page: object, scheme: str, built: Workspace, served: str, browser_page: BrowserPage
) -> None:
    assert page in PAGES
    paths = {one.name: one.path for one in PAGES}
    (one,) = (one for one in PAGES if one is page)
    browser_page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for params in islice(one.every(snapshot(built)), 1):
        browser_page.goto(served + Links(paths, "en").to(one.name, params))
        # what a scheme changes are colours alone
        asked = {"runOnly": ["color-contrast", "link-in-text-block"]} if scheme == "dark" else None
        found = AXE.run(browser_page, options=asked).response["violations"]
        serious = [
            (each["id"], each["nodes"][0]["html"][:200], each["nodes"][0].get("failureSummary", "")[:300])
            for each in found
            if each["impact"] in {"serious", "critical"}
        ]
        assert not serious


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_nothing_is_wider_than_a_narrow_screen(
    page: object, built: Workspace, served: str, browser_page: BrowserPage
) -> None:
    paths = {one.name: one.path for one in PAGES}
    (one,) = (one for one in PAGES if one is page)
    browser_page.set_viewport_size({"width": 360, "height": 800})
    for params in islice(one.every(snapshot(built)), 1):
        browser_page.goto(served + Links(paths, "zh").to(one.name, params))
        assert browser_page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
