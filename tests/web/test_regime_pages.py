"""The regime in the room: what the register tells, each state with its proof, each word with its quote."""

from __future__ import annotations

import re

import httpx
import pytest

from actum.store.workspace import Workspace
from actum.web.called import called_in
from actum.web.told import with_names
from actum.workflow.regime import Asked, register_rows
from actum.workflow.room import snapshot

AS_OF = "2025-05-08"


def plain(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_list_tells_what_the_verb_tells(client: httpx.Client, built: Workspace) -> None:
    page = client.get("/en/regime", params={"date": AS_OF}).text
    rows = register_rows(built, (), Asked("2026-11-26", (AS_OF,)))
    lines = re.findall(r"<tr><th scope=\"row\">.*?</tr>", page, re.DOTALL)
    assert len(lines) == len(rows)
    called = called_in(built, "en")
    for line, row in zip(lines, rows, strict=True):
        assert with_names(row["state"], called) in plain(line)
        assert ("contested" in plain(line)) == bool(row["contested"])
        assert ("unverified" in plain(line)) == row["unverified"]


def test_what_is_contested_or_unverified_can_be_asked_for_alone(client: httpx.Client) -> None:
    contested = client.get("/en/regime", params={"date": AS_OF, "only": "contested"}).text
    assert "New START" in contested
    assert "Intermediate-Range" not in contested
    assert "unverified" in plain(client.get("/en/regime", params={"date": AS_OF, "only": "unverified"}).text)


@pytest.mark.parametrize("written", ["yesterday", "2025-13-01", "<script>"])
def test_what_is_no_date_is_told_and_today_taken(client: httpx.Client, written: str) -> None:
    answer = client.get("/en/regime", params={"date": written})
    assert answer.status_code == 200
    assert "is no date" in answer.text
    assert "<script>”" not in answer.text


def test_a_contested_state_stands_with_each_side_and_its_proof(client: httpx.Client) -> None:
    page = client.get("/en/instrument/new-start", params={"date": AS_OF}).text
    now = page[page.index('id="now"') : page.index('class="wide timeline-box"')]
    sides = re.findall(r'<ul class="sidesays">(.*)', now, re.DOTALL)[0]
    assert ("Russia" in sides, "United States" in sides) == (True, True)
    for event in re.findall(r'href="#(ev\d+)"', now):
        assert f'<tr id="{event}">' in page
    assert "#ev0" not in page


def test_every_event_of_the_register_stands_with_source_and_sureness(client: httpx.Client, built: Workspace) -> None:
    (row,) = register_rows(built, ("inf-treaty",), Asked("2026-11-26", ("2026-11-26",)))
    table = plain(client.get("/en/instrument/inf-treaty").text.split('<table class="events">')[1].split("</table>")[0])
    assert table.count("unverified") == sum(event["unverified"] for event in row["events"])
    for event in (*row["events"], *row["said"]):
        assert (event["quote"]["text"] if event["quote"] else event["source"]) in table


def test_what_works_say_leads_back_to_the_text(client: httpx.Client, built: Workspace) -> None:
    page = client.get("/zh/instrument/ctbt").text
    build = snapshot(built)
    rows = [row for work in build.works for row in build.of("positions", work["work"]) if "ctbt" in row["about"]]
    assert rows
    for row in rows:
        at = f"{row['sentence']['start']}-{row['sentence']['end']}"
        assert f"?at={at}#s{at}" in page
        assert f"#{row['id']}" in page
    assert "未生效，俄罗斯撤销批准" in page


def test_every_period_of_the_slider_stands_on_the_page(client: httpx.Client) -> None:
    page = client.get("/en/instrument/inf-treaty", params={"date": "2000"}).text
    through = page[page.index('<ol class="through">') :].split("</ol></section>")[0]
    assert re.findall(r'data-from="([\d-]+)"', through)[0] == "1987-12-08"
    current = re.search(r'aria-current="date">(.*?)</li><li id="p|aria-current="date">(.*)', through, re.DOTALL)
    assert current
    assert "in force" in plain(current[0])


@pytest.mark.parametrize("day", ["9999", "0001-01-01", "XXXX", "../2019", "2019/..", "XXXX-05-09", " 2019 "])
def test_any_date_can_be_asked_for(client: httpx.Client, day: str) -> None:
    for address in ("regime", "instrument/inf-treaty", "instrument/film-action-plan"):
        assert client.get(f"/zh/{address}", params={"date": day}).status_code == 200


@pytest.mark.parametrize("slug", ["no-such-treaty", "usa", "unnamed-0000000000"])
def test_what_no_work_names_is_not_there(client: httpx.Client, slug: str) -> None:
    assert client.get(f"/en/instrument/{slug}").status_code == 404
