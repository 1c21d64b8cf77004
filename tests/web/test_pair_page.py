"""Two works side by side: what is shown is what `actum compare` prints, and leads to the text."""

from __future__ import annotations

import html
import re

import httpx
import pytest
from playwright.sync_api import Page as BrowserPage

from actum.store.workspace import Workspace
from actum.workflow.compare import compare_rows, silence_rows
from actum.workflow.room import snapshot

EARLIER, LATER = "2019-06-05-加强当代全球战略稳定", "2025-05-08-全球战略稳定"
PAIR = f"/en/compare/{EARLIER}/{LATER}"


def cut_work(built: Workspace) -> str:
    return next(str(row["work"]) for row in snapshot(built).works if not row["complete"])


def test_every_row_is_shown_with_its_relation(client: httpx.Client, built: Workspace) -> None:
    page = client.get(PAIR).text
    rows = compare_rows(built, EARLIER, LATER)
    assert re.findall(r'<tr id="r\d+" class="rel-([a-z]+)"', page) == [row["relation"] for row in rows]
    for part in (part for row in rows for part in (*row["earlier"], *row["later"])):
        assert f"at={part['start']}-{part['end']}#s{part['start']}-{part['end']}" in page


def test_the_words_of_a_row_are_those_of_the_text(client: httpx.Client, built: Workspace) -> None:
    page = client.get(PAIR).text
    plain = re.sub(r"<[^>]+>", "", page)
    for row in compare_rows(built, EARLIER, LATER):
        assert all(part["text"] in plain for part in (*row["earlier"], *row["later"]))


def test_filters_hide_rows_without_script(client: httpx.Client, built: Workspace) -> None:
    page = client.get(PAIR, params={"relation": ["added", "dropped"]}).text
    shown = re.findall(r'<tr id="r\d+" class="rel-([a-z]+)" data', page)
    rows = compare_rows(built, EARLIER, LATER)
    assert shown == [row["relation"] for row in rows if row["relation"] in {"added", "dropped"}]
    assert f"{len(shown)} of {len(rows)} rows" in page


def test_what_cannot_be_known_is_told_as_such(client: httpx.Client, built: Workspace) -> None:
    page = client.get(f"/en/compare/{EARLIER}/{cut_work(built)}").text
    unknown = re.findall(r'<tr id="r\d+" class="rel-unknown".*?</tr>', page, flags=re.DOTALL)
    assert unknown
    assert all("cannot be known: this text is cut" in row for row in unknown)
    assert 'class="caution"' in page
    assert 'class="caution"' not in client.get(PAIR).text


def test_silences_are_those_of_the_verb(client: httpx.Client, built: Workspace) -> None:
    page = client.get(PAIR).text
    for standing in ("silent", "new", "unknown"):
        own = [row for row in silence_rows(built, EARLIER, LATER) if row["standing"] == standing]
        found = re.search(rf'id="silence-{standing}".*?</details>', page, flags=re.DOTALL)
        assert len(re.findall("<tr><td>", found[0] if found else "")) == len(own)


@pytest.mark.parametrize("query", ["", "?work=x", f"?work={EARLIER}"])
def test_fewer_than_two_works_are_asked_for_more(client: httpx.Client, query: str) -> None:
    page = client.get(f"/en/compare{query}").text
    assert page.count('type="checkbox" name="work"') == 3
    assert ("at least one more" in page) == bool(query)


def test_two_chosen_works_are_compared_at_once_in_order_of_time(client: httpx.Client) -> None:
    page = client.get("/en/compare", params={"work": [LATER, EARLIER]}).text
    assert page.index(f'href="/en/read/{EARLIER}"') < page.index(f'href="/en/read/{LATER}"')
    assert 'id="r1"' in page


def test_three_chosen_works_make_a_series(client: httpx.Client, built: Workspace) -> None:
    page = client.get("/zh/compare", params={"work": [row["work"] for row in snapshot(built).works]}).text
    assert 'class="series full"' in page


@pytest.mark.parametrize(
    ("address", "status"),
    [(f"/en/compare/{EARLIER}/{EARLIER}", 400), (f"/en/compare/{EARLIER}/none", 404), ("/en/series?work=none", 404)],
)
def test_what_cannot_be_compared_is_told(client: httpx.Client, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_a_redline_has_both_texts(client: httpx.Client, built: Workspace) -> None:
    page = client.get(f"/en/redline/{EARLIER}/{LATER}").text
    running = page[page.index('class="running"') :]
    build = snapshot(built)
    kept = re.sub(r"<(del)[^>]*>.*?</del>", "", running, flags=re.DOTALL)
    words = re.sub(r"\s", "", re.sub(r'<a class="(?:at|n)[^>]*>.*?</a>|<[^>]+>', "", kept, flags=re.DOTALL))
    assert re.sub(r"\s", "", build.text(LATER)) in words


def test_a_reading_page_leads_to_its_comparisons(client: httpx.Client) -> None:
    assert f'href="{PAIR}"' in client.get(f"/en/read/{LATER}").text


@pytest.mark.slow
def test_a_filter_acts_at_once_and_stays_in_the_address(served: str, browser_page: BrowserPage) -> None:
    browser_page.goto(served + PAIR)
    browser_page.locator("input[value=dropped]").check()
    shown = browser_page.locator("#lines tbody tr:visible")
    assert browser_page.get_by_role("status").inner_text() == f"{shown.count()} of 86 rows"
    assert all("rel-dropped" in (row.get_attribute("class") or "") for row in shown.all())
    assert browser_page.url.endswith("?relation=dropped")
    # a link of the summary shows its row although a filter hides it
    browser_page.locator(".minute a[href^='#r']").first.click()
    number = browser_page.url.rpartition("#")[2]
    assert browser_page.locator(f"#{number}").is_visible()
    # and the quote of a row leads to the marked place in the text
    words = shown.first.locator("p").first.inner_text().split(" ", 1)[1]
    shown.first.locator("a.at").first.click()
    assert "".join(browser_page.locator("mark.asked").all_inner_texts()) == words


def test_an_act_that_the_other_text_has_elsewhere_is_told_of_its_row_alone(
    client: httpx.Client, built: Workspace
) -> None:
    cut = cut_work(built)
    page = client.get(f"/en/compare/{cut}/{LATER}").text
    minute, rows = page.split('<section aria-labelledby="provisions">')
    assert "令人关切" not in minute
    assert re.search(r"谴责</q>.{0,200}令人关切</q>.{0,200}in this provision", rows, flags=re.DOTALL)


def test_rows_and_silences_can_be_taken_away(client: httpx.Client, built: Workspace) -> None:
    page = client.get(PAIR).text
    for kind, rows in (("compare", compare_rows), ("silence", silence_rows)):
        (found,) = re.findall(rf'href="(/download/{kind}\.jsonl\?[^"]+)"', page)
        assert len(client.get(html.unescape(found)).text.splitlines()) == len(rows(built, EARLIER, LATER))


def test_acts_are_no_names(client: httpx.Client) -> None:
    minute = client.get(PAIR).text.split('<section aria-labelledby="provisions">')[0]
    names = re.findall(r'<span class="name">([^<]+)</span>', minute)
    assert names
    assert not {"condemn", "warn", "support"} & set(names)
