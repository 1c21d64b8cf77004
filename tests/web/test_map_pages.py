"""The causal map in the room: every edge drawn and listed, every claim with its quote, every answer as the verbs'."""

from __future__ import annotations

import re
from html import unescape

import httpx
import pytest

from actum.model.influence import Clamp
from actum.regime.walks.what_if import Manner
from actum.store.workspace import Workspace
from actum.web.concepts import concept_of, key_of
from actum.workflow.causal_map import causal_map
from actum.workflow.map_difference import compared_sides
from actum.workflow.networks import NetworkAsked, network_of
from actum.workflow.paths import Chosen, what_if_rows

WORK = "2019-06-05-加强当代全球战略稳定"


def drawing(page: str) -> str:
    return page[page.index('<svg class="map" ') :].split("</svg>", maxsplit=1)[0]


def lines(page: str) -> list[tuple[str, str, str]]:
    found = re.findall(r'<a class="arrow [^"]*" href="/\w\w/claims/([^/]+)/([^#]+)#(\w+)"', drawing(page))
    return [(unescape(cause), unescape(effect), sign) for cause, effect, sign in found]


def test_every_edge_of_a_work_is_a_line_and_a_row(client: httpx.Client, built: Workspace) -> None:
    page = client.get(f"/en/map/{WORK}").text
    found = causal_map(built, works=(WORK,))
    signs = ("up", "down", "unknown")
    edges = {(key_of(e.cause), key_of(e.effect), sign) for e in found.edges for sign in signs if getattr(e, sign)}
    assert set(lines(page)) == edges
    table = page[page.index('<table class="edges">') :]
    assert {f"{cause}/{effect}#{sign}" for cause, effect, sign in edges} <= set(
        re.findall(r'href="/en/claims/([^"]+)"', table)
    )


def test_a_box_leads_to_its_page_and_is_named_in_the_language_of_the_interface(client: httpx.Client) -> None:
    assert 'href="/zh/concept/inf-treaty" aria-label="中导条约"' in drawing(client.get(f"/zh/map/{WORK}").text)
    english = drawing(client.get(f"/en/map/{WORK}").text)
    assert 'aria-label="Intermediate-Range Nuclear Forces Treaty"' in english


def test_the_map_is_cut_to_what_is_asked_for(client: httpx.Client) -> None:
    page = client.get("/en/map", params={"year": "2019", "holder": "CHN"}).text
    assert set(lines(page)) == set(lines(client.get(f"/en/map/{WORK}").text))
    around = client.get("/en/map", params={"around": "inf-treaty"}).text
    assert {cause for cause, _, _ in lines(around)} == {"inf-treaty"}
    assert "Nothing is said there" in client.get("/en/map", params={"holder": "FRA"}).text
    assert client.get("/en/map", params={"work": "nowhere"}).status_code == 404
    assert client.get("/en/map", params={"around": "nothing"}).status_code == 404


def test_a_map_too_great_for_a_page_says_what_is_not_drawn(client: httpx.Client, built: Workspace) -> None:
    page = client.get("/en/map").text
    every = causal_map(built)
    boxes = len(re.findall(r'<a class="node ', drawing(page)))
    assert boxes <= 60
    assert f"{boxes} concepts drawn, {len(every.nodes) - boxes} are in the table alone" in page


def test_claims_stand_side_by_side_with_their_quotes(client: httpx.Client, built: Workspace) -> None:
    found = causal_map(built)
    for edge in (edge for edge in found.edges if (edge.down and edge.up) or edge.unknown or len(edge.down) > 1):
        page = client.get(f"/en/claims/{key_of(edge.cause)}/{key_of(edge.effect)}").text
        for sign in ("up", "down", "unknown"):
            part = page[page.index(f'<section id="{sign}"') :].split("</section>")[0]
            claims = getattr(edge, sign)
            assert part.count('<li class="claim">') == len(claims)
            for claim in claims:
                at = f"{claim.sentence.start}-{claim.sentence.end}"
                assert f"?at={at}#s{at}" in part
    assert client.get("/en/claims/inf-treaty/npt").status_code == 404


def test_the_quotes_of_a_claim_are_the_characters_of_its_text(client: httpx.Client, built: Workspace) -> None:
    page = client.get("/zh/claims/inf-treaty/strategic-stability").text
    (quote,) = re.findall(r'<blockquote class="effect".*?</a> (.*?)</blockquote>', page, re.DOTALL)
    (edge,) = (e for e in causal_map(built).edges if (e.cause, e.effect) == ("inf-treaty", "strategic-stability"))
    assert unescape(re.sub(r"<[^>]+>", "", quote)) == edge.up[0].sentence.text


def test_what_if_answers_as_the_verb_does_and_marks_the_drawing(client: httpx.Client, built: Workspace) -> None:
    page = client.get("/en/what-if", params={"set": "inf-treaty:-"}).text
    told = what_if_rows(built, [Clamp("inf-treaty", "-")], Manner(), Chosen())
    for row in told.rows:
        mark = re.search(
            rf'<a class="node [^"]*m-([a-z-]+)" href="/en/concept/{re.escape(key_of(row["concept"]))}"', page
        )
        if row["reaches"]:
            assert mark
            assert mark[1] == row["outcome"]
    assert 'm-held-down" href="/en/concept/inf-treaty"' in page
    assert '<table class="reaches">' in page


def test_a_button_holds_more_and_lets_go_of_what_it_holds(client: httpx.Client) -> None:
    page = client.get("/en/what-if", params={"work": WORK, "set": "inf-treaty:-"}).text
    buttons = dict(re.findall(r'<a class="button-(\w+)" href="([^"]+)" aria-label="\w+ of Intermediate', page))
    assert "set=" not in buttons["down"].replace("set=inf-treaty%3A%2B", "")
    assert "set=inf-treaty%3A%2B" in buttons["up"]
    assert all("work=" in unescape(address) for address in buttons.values())
    both = client.get("/en/what-if?set=inf-treaty:-&set=inf-treaty:%2B").text
    assert both.count('class="tag held"') == 1


def test_of_what_no_claim_speaks_it_is_said_so(client: httpx.Client, built: Workspace) -> None:
    claims = [one for edge in causal_map(built).edges if edge.cause == "inf-treaty" for one in (*edge.up, *edge.down)]
    assert {one.cause.delta for one in claims} == {"-"}
    page = client.get("/en/what-if", params={"set": "inf-treaty:+"}).text
    assert "No claim says what more of Intermediate-Range Nuclear Forces Treaty does." in page
    assert f"{len(claims)} claims speak of the other side." in page
    assert "No claim says what more of it does." in client.get("/en/concept/inf-treaty").text
    assert client.get("/en/what-if", params={"set": "nothing:-"}).status_code == 404


def test_two_maps_show_the_fate_of_every_edge(client: httpx.Client, built: Workspace) -> None:
    page = client.get("/en/difference/2019/2025").text
    found = compared_sides(built, "2019", "2025")
    assert len(re.findall(r'<td class="fate">', page)) == len(found.edges)
    drawn = re.findall(r'<a class="arrow \w+ f-([a-z-]+)"', page)
    assert set(drawn) <= {one.fate for one in found.edges}
    assert client.get("/en/difference", params={"earlier": "2019", "later": "2025"}).status_code == 200
    assert client.get("/en/difference/2019/2019").status_code == 400
    assert client.get("/en/difference/2019/1999").status_code == 404


def test_the_matrix_has_every_tie_and_leads_to_its_quotes(client: httpx.Client, built: Workspace) -> None:
    page = client.get("/en/matrix").text
    ties = network_of(built, NetworkAsked("holder-concept")).ties
    listed = page[page.index('<table class="by-concept">') :].split("</table>")[0]
    for tie in ties:
        at = f"/en/concept/{key_of(tie.target)}#v-{'-'.join(tie.source).lower()}"
        assert at in listed
    (sample,) = (tie for tie in ties if tie.target == "inf-treaty")
    concept = client.get("/en/concept/inf-treaty").text
    voice = concept[concept.index(f'id="v-{"-".join(sample.source).lower()}"') :]
    assert all((one.sentence or one.part).text.replace("\n", "") in unescape(voice) for one in sample.because)


def test_targets_are_told_with_their_veil(client: httpx.Client, built: Workspace) -> None:
    page = client.get("/en/matrix").text
    table = page[page.index('<table class="toward">') :].split("</table>")[0]
    ties = network_of(built, NetworkAsked("target")).ties
    assert [tie.explicit for tie in ties] == re.findall(r"tag veil-(\w+)", table)
    assert client.get("/en/matrix", params={"from": "rubbish", "kind": "nothing"}).status_code == 200


def test_keys_stand_for_concepts_in_addresses() -> None:
    unnamed = "unknown:无名/之物?#"
    key = key_of(unnamed)
    assert re.fullmatch(r"unnamed-[0-9a-f]{10}", key)
    assert concept_of(key, ["npt", unnamed]) == unnamed
    assert key_of("npt") == "npt"


@pytest.mark.parametrize("ui", ["en", "zh"])
def test_a_concept_tells_both_sides_of_it(client: httpx.Client, built: Workspace, ui: str) -> None:
    found = causal_map(built)
    between = {edge.cause for edge in found.edges} & {edge.effect for edge in found.edges}
    concept = min(one for one in between if ":" not in one)
    page = client.get(f"/{ui}/concept/{concept}").text
    for edge in found.edges:
        if concept in {edge.cause, edge.effect}:
            assert f"/{ui}/claims/{key_of(edge.cause)}/{key_of(edge.effect)}" in page
