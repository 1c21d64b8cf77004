"""Positions and the ledger as tables: the verbs' own rows, filtered, grouped, taken away, each back to its quote."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape

import httpx
import pytest
from playwright.sync_api import Page as BrowserPage

from actum.regime.ledger.filter import LedgerAsked
from actum.store.csv_rows import csv_text
from actum.store.fact_filter import Asked
from actum.store.row_keys import ROW_KEYS
from actum.store.workspace import Workspace
from actum.workflow.ledger import ledger_rows
from actum.workflow.show import fact_rows


def counted(page: str) -> tuple[int, int]:
    found = re.search(r'role="status"[^>]*>([\d,]+) of ([\d,]+)', page)
    assert found
    return int(found[1].replace(",", "")), int(found[2].replace(",", ""))


def ids(page: str) -> list[str]:
    return re.findall(r'class="where"><a href="[^"]*#(p[0-9a-f]{8})"', page)


@pytest.mark.parametrize(
    "asked",
    [{}, {"act": "oppose"}, {"holder": "RUS", "act": "support"}, {"about": "npt"}, {"text": "戰略穩定"}, {"act": "no"}],
)
def test_the_table_has_what_the_verb_has(client: httpx.Client, built: Workspace, asked: dict[str, str]) -> None:
    rows = fact_rows(built, "positions", Asked(**asked))  # type: ignore[arg-type]
    page = client.get("/en/positions", params=asked).text
    assert ids(page) == [row["id"] for row in rows]
    assert counted(page) == (len(rows), len(fact_rows(built, "positions", Asked())))


def test_a_veil_and_a_doubt_can_be_asked_for(client: httpx.Client, built: Workspace) -> None:
    veiled = ids(client.get("/en/positions", params={"veiled": "1"}).text)
    assert veiled == [row["id"] for row in fact_rows(built, "positions", Asked(veiled=True))]
    doubted = ids(client.get("/en/positions", params={"doubt": "1"}).text)
    assert doubted == [row["id"] for row in fact_rows(built, "positions", Asked()) if row["doubts"]]
    assert doubted


def test_groups_hold_every_row(client: httpx.Client) -> None:
    plain, grouped = (ids(client.get("/en/positions", params={"group": key}).text) for key in ("", "about"))
    assert len(grouped) > len(plain)
    assert set(grouped) == set(plain)


@pytest.mark.parametrize("query", ["from=99999", "from=-1", "from=x", "sort=none", "group=<b>", "strength=9"])
def test_what_is_no_question_is_no_fault(client: httpx.Client, query: str) -> None:
    for page in ("positions", "ledger", "formulations"):
        assert client.get(f"/en/{page}?{query}").status_code == 200


@pytest.mark.parametrize("asked", [{}, {"kind": "demand"}, {"about": "ctbt"}, {"holder": "CHN", "addressee": "usa"}])
def test_the_ledger_has_what_the_verb_has(client: httpx.Client, built: Workspace, asked: dict[str, str]) -> None:
    rows = ledger_rows(built, LedgerAsked(**asked)).rows  # type: ignore[arg-type]
    page = client.get("/en/ledger", params=asked).text
    assert counted(page)[0] == len(rows)
    shown = ids(page)
    while (after := re.search(r'href="([^"]+)" rel="next"', page)) is not None:
        page = client.get(unescape(after[1])).text
        shown += ids(page)
    assert shown == [row["position"] for row in rows]


def test_the_ledger_of_a_day_and_of_no_day(client: httpx.Client, built: Workspace) -> None:
    page = client.get("/en/ledger", params={"as-of": "2019-12-31"}).text
    assert counted(page)[0] == len(ledger_rows(built, LedgerAsked(), as_of="2019-12-31").rows)
    wrong = client.get("/en/ledger", params={"as-of": "yesterday"})
    assert (wrong.status_code, 'role="alert"' in wrong.text) == (200, True)


def test_what_is_taken_away_are_the_rows_of_the_verb(client: httpx.Client, built: Workspace) -> None:
    rows = fact_rows(built, "positions", Asked(act="oppose"))
    lines = client.get("/download/positions.jsonl", params={"act": "oppose", "group": "work"})
    assert [json.loads(line) for line in lines.text.splitlines()] == rows
    assert lines.headers["content-disposition"] == 'attachment; filename="positions.jsonl"'
    table = client.get("/download/positions.csv", params={"act": "oppose"}).text
    assert table == csv_text(rows, ROW_KEYS["positions"])
    assert [row["id"] for row in csv.DictReader(io.StringIO(table))] == [row["id"] for row in rows]


@pytest.mark.parametrize("name", ["ledger", "formulations", "track?wording=绝对安全", "positions"])
def test_everything_can_be_taken_away(client: httpx.Client, name: str) -> None:
    kind, _, query = name.partition("?")
    for ending in ("csv", "jsonl"):
        answer = client.get(f"/download/{kind}.{ending}?{query}")
        assert answer.status_code == 200
        assert answer.text.count("\n") > 2


@pytest.mark.parametrize(
    ("name", "status"),
    [("positions.xml", 404), ("secrets.csv", 404), ("../current.csv", 404), ("compare.csv?earlier=a&later=b", 404)],
)
def test_nothing_else_can_be_taken_away(client: httpx.Client, name: str, status: int) -> None:
    assert client.get(f"/download/{name}").status_code == status


@pytest.mark.slow
def test_a_filter_swaps_the_rows_and_a_row_leads_to_its_quote(served: str, browser_page: BrowserPage) -> None:
    browser_page.goto(f"{served}/en/positions")
    browser_page.select_option("select[name=act]", "condemn")
    browser_page.wait_for_url("**/positions?act=condemn")
    rows = browser_page.locator("#table tbody tr")
    assert browser_page.get_by_role("status").inner_text().startswith(f"{rows.count()} of ")
    assert 0 < rows.count() < 20
    cue = rows.first.locator(".cue").inner_text()
    rows.first.locator(".where a").click()
    browser_page.wait_for_url("**/read/**")
    fact = browser_page.url.rpartition("#")[2]
    assert cue in browser_page.locator(f"#{fact}").inner_text()
