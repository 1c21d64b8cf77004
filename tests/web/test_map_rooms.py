"""The regime and the map in a real browser, as a reader uses them."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow
WORK = "2019-06-05-加强当代全球战略稳定"


def test_the_slider_shows_the_status_of_its_day_without_the_server(served: str, browser_page: Page) -> None:
    browser_page.goto(f"{served}/en/instrument/inf-treaty?date=2025-05-08")
    expect(browser_page.locator("#now .state")).to_contain_text("terminated")
    slide = browser_page.locator("#slide")
    expect(slide).to_be_visible()
    asked: list[str] = []
    browser_page.on("request", lambda request: asked.append(request.url) if "/static/" not in request.url else None)
    slide.focus()
    slide.evaluate("one => { one.value = 726833; one.dispatchEvent(new Event('input')); }")  # 1991-01-01
    expect(browser_page.locator("#day")).to_have_text("1991-01-01")
    expect(browser_page.locator("#now .state")).to_contain_text("in force")
    browser_page.keyboard.press("ArrowRight")
    expect(browser_page.locator("#day")).to_have_text("1991-01-02")
    assert "1991-01-02: in force" in str(slide.get_attribute("aria-valuetext"))
    assert "date=1991-01-02" in browser_page.url
    slide.press("Home")
    expect(browser_page.locator("#before")).to_be_visible()
    assert asked == []


def test_a_line_leads_to_its_quotes_and_a_box_to_its_page(served: str, browser_page: Page) -> None:
    browser_page.goto(f"{served}/zh/map/{WORK}")
    line = browser_page.get_by_role("link", name="中导条约 → 军备竞赛", exact=False).first
    line.focus()
    browser_page.keyboard.press("Enter")
    expect(browser_page.locator("#down blockquote")).to_contain_text("引发军备竞赛")
    browser_page.go_back()
    browser_page.locator(".drawing").get_by_role("link", name="中导条约", exact=True).click()
    expect(browser_page.locator("h1")).to_have_text("中导条约")
    expect(browser_page.locator("#less")).to_be_visible()


def test_what_if_is_asked_by_clicking_a_box_less(served: str, browser_page: Page) -> None:
    browser_page.goto(f"{served}/en/what-if?work={WORK}")
    less = "less of Intermediate-Range Nuclear Forces Treaty"
    browser_page.get_by_role("link", name=less).click()
    expect(browser_page.locator(".node.m-down", has_text="strategic stability")).to_be_visible()
    expect(browser_page.locator(".node.m-up", has_text="arms race").first).to_be_visible()
    expect(browser_page.locator(".node.m-not-reached").first).to_be_visible()
    browser_page.get_by_role("link", name=less).click()
    expect(browser_page.locator(".node.m-down")).to_have_count(0)


def test_no_words_of_the_drawings_stick_out_of_their_boxes(served: str, browser_page: Page) -> None:
    for address in (f"en/map/{WORK}", "zh/map", "en/difference/2019/2025", "en/what-if"):
        browser_page.goto(f"{served}/{address}")
        out = browser_page.evaluate(
            """() => [...document.querySelectorAll('.drawing .node')].filter((one) => {
                const box = one.querySelector('rect').getBBox(), words = one.querySelector('text').getBBox();
                return words.x < box.x || words.x + words.width > box.x + box.width
                    || words.y < box.y - 1 || words.y + words.height > box.y + box.height + 1;
            }).map((one) => one.textContent)"""
        )
        assert out == [], address


def test_no_labels_of_a_line_of_time_lie_on_one_another(served: str, browser_page: Page) -> None:
    for address in ("en/instrument/new-start", "zh/instrument/npt", "en/instrument/ctbt"):
        browser_page.goto(f"{served}/{address}")
        boxes = browser_page.evaluate(
            """() => [...document.querySelectorAll('.timeline .label')].map((one) => one.getBBox())
                .map(({ x, y, width, height }) => [x, y, width, height])"""
        )
        assert boxes
        for n, (x, y, width, height) in enumerate(boxes):
            for left, top, wide, high in boxes[n + 1 :]:
                apart = x + width <= left or left + wide <= x
                assert apart or y + height <= top + 4 or top + high <= y + 4, address


def test_all_of_it_needs_no_script(served: str, browser_page: Page) -> None:
    assert browser_page.context.browser is not None
    context = browser_page.context.browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{served}/en/regime")
    plain.locator("input[name=date]").fill("2019-06-05")
    plain.get_by_role("button", name="Show").click()
    plain.get_by_role("link", name="Intermediate-Range Nuclear Forces Treaty").click()
    assert "date=2019-06-05" in plain.url
    assert "notice of withdrawal given" in plain.locator("#now").inner_text()
    plain.locator("#now .proof a").first.click()
    assert "#ev" in plain.url
    plain.goto(f"{served}/en/matrix")
    plain.locator(".matrix td a").first.click()
    assert plain.locator(".voice:target .claim").count()
    context.close()


@pytest.mark.parametrize(
    "address", ["instrument/new-start?date=2025-05-08", "what-if?set=inf-treaty:-", "concept/inf-treaty", "difference"]
)
def test_axe_finds_nothing_serious_in_what_is_asked(served: str, browser_page: Page, address: str) -> None:
    browser_page.goto(f"{served}/zh/{address}")
    found = Axe().run(browser_page).response["violations"]
    assert [
        (one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in {"serious", "critical"}
    ] == []
