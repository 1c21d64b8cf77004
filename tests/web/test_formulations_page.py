"""Formulations: the verbs' rows, drawn and told in words."""

from __future__ import annotations

import re

import httpx
import pytest
from playwright.sync_api import Page as BrowserPage

from actum.store.workspace import Workspace
from actum.workflow.formulations import formulation_rows, track_rows

WORDING = "绝对安全"


def test_every_formulation_has_its_line_and_places(client: httpx.Client, built: Workspace) -> None:
    rows = formulation_rows(built, limit=0)
    pages = [client.get("/zh/formulations", params={"from": str(first)}).text for first in range(0, len(rows), 60)]
    shown = [wording for page in pages for wording in re.findall(r'<h3 id="h\d+"[^>]*><a[^>]*>([^<]+)', page)]
    assert shown == [row["wording"].replace("\n", "") for row in rows]
    articles = [
        one for page in pages for one in re.findall(r'<article class="wording".*?</article>', page, flags=re.DOTALL)
    ]
    for row, shown_as in zip(rows, articles, strict=True):
        trail = [*row["trail"], *(place for variant in row["variants"] for place in variant["trail"])]
        counted = re.findall(r"<title>[^<]*?(?: × (\d+))? · [^<]*</title>", shown_as)
        assert sum(int(count or 1) for count in counted) == len(trail)
        assert all(f"#s{place['part']['start']}-{place['part']['end']}" in shown_as for place in trail)


def test_any_wording_can_be_tracked_in_either_script(client: httpx.Client, built: Workspace) -> None:
    rows = track_rows(built, WORDING)
    for asked in (WORDING, "絕對安全"):
        page = client.get("/en/formulations", params={"wording": asked}).text
        shown = re.findall(r'<tr class="st-([a-z]+)">', page)
        assert shown == [row["standing"] for row in rows]
    assert all(f"<mark>{row['part']['text']}</mark>" in page for row in rows if row["part"])


@pytest.mark.parametrize("wording", ["<script>alert(1)</script>", "不存在的说法甲乙丙丁", "?", "a" * 300])
def test_what_stands_nowhere_is_told(client: httpx.Client, wording: str) -> None:
    answer = client.get("/en/formulations", params={"wording": wording})
    assert answer.status_code == 200
    assert "No work has it" in answer.text
    assert "<script>alert" not in answer.text


@pytest.mark.slow
def test_the_list_is_narrowed_in_either_script(served: str, browser_page: BrowserPage) -> None:
    browser_page.goto(f"{served}/en/formulations")
    browser_page.locator(".choose input[name=text]").fill("冷戰")
    shown = browser_page.locator(".wording:visible")
    assert 0 < shown.count() < 60
    assert all("冷战" in words for words in shown.evaluate_all("found => found.map((one) => one.textContent)"))
