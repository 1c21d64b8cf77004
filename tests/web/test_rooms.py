"""The room in a real browser, page by page, as a reader uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.web.conftest import TOKEN

pytestmark = pytest.mark.slow
STABILITY = "2025-05-08-全球战略稳定"
PARTNERSHIP = "2025-05-07-进一步深化中俄新时代全面战略协作伙伴关系"


def test_the_workspace_shows_works_and_copies(served: str, browser_page: Page) -> None:
    browser_page.goto(served)
    expect(browser_page.locator(".work")).to_have_count(3)
    expect(browser_page.locator(".work .tag.bad")).to_have_text("¬? negation lost? 1")
    assert browser_page.locator("svg .piece").count() >= 5
    assert browser_page.locator("svg .foreign").count() >= 4
    browser_page.get_by_role("link", name="中文").click()
    expect(browser_page.locator("h1")).to_contain_text("文库")


def test_a_fact_opens_beside_the_text(served: str, browser_page: Page) -> None:
    browser_page.goto(f"{served}/en/read/{STABILITY}")
    browser_page.locator(".margin .pos a").nth(1).click()
    panel = browser_page.locator("#panel")
    expect(panel).to_be_visible()
    expect(panel.locator("blockquote .cue")).to_be_visible()
    expect(panel.locator("dl")).to_contain_text("rule")
    panel.locator("summary", has_text="copies").click()
    expect(panel.locator(".copies li")).to_have_count(3)
    expect(panel.locator(".copies")).to_contain_text("(")
    browser_page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    browser_page.locator(".words a.mention").first.click()
    expect(panel.locator("blockquote .mention")).to_be_visible()


def test_kinds_of_the_apparatus_are_shown_and_hidden(served: str, browser_page: Page) -> None:
    browser_page.goto(f"{served}/en/read/{STABILITY}")
    residue, substantive = browser_page.locator(".app .residue").first, browser_page.locator(".app .substantive").first
    expect(residue).to_be_hidden()
    expect(substantive).to_be_visible()
    browser_page.locator("#show-residue").check()
    browser_page.locator("#show-substantive").uncheck()
    expect(residue).to_be_visible()
    expect(substantive).to_be_hidden()


def test_doubts_are_marked_where_they_are_polarity_first(served: str, browser_page: Page) -> None:
    browser_page.goto(f"{served}/en/read/{PARTNERSHIP}")
    expect(browser_page.locator(".doubt-list li").first).to_contain_text("针对第三方")
    browser_page.locator(".doubt-list a").first.click()
    expect(browser_page.locator(".words .doubt.negation")).to_be_in_viewport()
    expect(browser_page.locator(".doubts .negation")).to_contain_text("不针对第三方")
    expect(browser_page.locator(".margin .tag.warn").first).to_have_text("? rests on words that are in doubt")


def test_reading_needs_no_script(browser_page: Page, served: str) -> None:
    assert browser_page.context.browser is not None
    plain = browser_page.context.browser.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{served}/en/read/{STABILITY}?at=103-107#s103-107")
    assert plain.locator("mark.asked").inner_text()
    plain.locator(".margin .pos a").first.click()
    assert "/facts/" in plain.url
    assert plain.locator("article.sheet dl").first.is_visible()
    plain.locator(".back").first.click()
    assert plain.locator("mark.asked").first.is_visible()
    plain.goto(f"{served}/en/search?q=穩定")
    assert plain.locator(".kwic mark").count() > 5
    plain.context.close()


def test_witnesses_stand_side_by_side(served: str, browser_page: Page) -> None:
    browser_page.goto(f"{served}/en/witnesses/{STABILITY}")
    row = browser_page.locator("tr#p01 td")
    expect(row).to_have_count(3)
    expect(row.nth(0)).to_contain_text("戰(zhàn)")
    expect(row.nth(2).locator(".substantive")).to_have_text("and")


def test_words_are_found_in_either_script(served: str, browser_page: Page) -> None:
    browser_page.goto(f"{served}/en/search")
    counts = []
    for words in ("战略稳定", "戰略穩定"):
        browser_page.get_by_role("searchbox").fill(words)
        browser_page.get_by_role("button", name="Search").click()
        expect(browser_page.locator(".kwic mark").first).to_have_text("战略稳定")
        counts.append(browser_page.locator(".count").inner_text())
    assert counts[0] == counts[1]
    browser_page.locator(".facets section").nth(2).locator("a").first.click()
    assert browser_page.locator(".count").inner_text() != counts[0]
    browser_page.locator(".kwic th a").first.click()
    expect(browser_page.locator("mark.asked").first).to_be_in_viewport()


def test_judging_in_the_browser(served_own: str, browser_page: Page) -> None:
    browser_page.goto(f"{served_own}/#token={TOKEN}")
    expect(browser_page.locator("footer")).to_contain_text("writing as")
    assert TOKEN not in browser_page.url
    browser_page.goto(f"{served_own}/en/read/{STABILITY}")
    browser_page.locator(".margin .pos a").first.click()
    browser_page.locator("#panel .judge input[name=note]").fill("seen in print")
    browser_page.locator("#panel button", has_text="Confirm").click()
    expect(browser_page.locator(".log").first).to_contain_text("seen in print")
    browser_page.goto(f"{served_own}/en/judge")
    browser_page.get_by_role("button", name="Undo judgement 1").click()
    expect(browser_page.locator("#j1")).to_contain_text("holds no more")


def test_files_are_dropped_and_built(served_own: str, browser_page: Page, tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text(
        "中华人民共和国和法兰西共和国联合声明\n双方强调，维护多边主义。\n双方反对霸权主义，支持联合国发挥核心作用。\n",
        encoding="utf8",
    )
    browser_page.goto(f"{served_own}/en/#token={TOKEN}")
    expect(browser_page.locator("footer")).to_contain_text("writing as")
    browser_page.goto(f"{served_own}/en/add")
    browser_page.locator("#files").set_input_files(new)
    browser_page.get_by_role("button", name="Add and build").click()
    expect(browser_page.locator("#progress .step")).to_contain_text("Done", timeout=60_000)
    browser_page.locator("#progress a").click()
    expect(browser_page.locator(".work")).to_have_count(4)


def test_everything_is_reached_by_keyboard(served: str, browser_page: Page) -> None:
    browser_page.goto(f"{served}/en/read/{STABILITY}")
    browser_page.keyboard.press("Tab")
    expect(browser_page.locator(".skip")).to_be_focused()
    expect(browser_page.locator(".skip")).to_be_in_viewport()
    browser_page.keyboard.press("Enter")
    expect(browser_page.locator("main")).to_be_focused()
    link = browser_page.locator(".margin .pos a").first
    link.focus()
    browser_page.keyboard.press("Enter")
    expect(browser_page.locator("#panel .inside")).to_be_focused()
    browser_page.keyboard.press("Escape")
    expect(link).to_be_focused()
