"""What holds of every page, without naming one."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import islice
from urllib.parse import urldefrag, urljoin

import httpx
import pytest

from actum.store.workspace import Workspace
from actum.web.links import Links
from actum.web.site import PAGES
from actum.web.words import UIS
from actum.workflow.room import snapshot

SIZE = 300_000
"""Bytes that a page of the sample may have."""
FOLLOWED = 8
"""Links to pages of one kind that are followed."""
SOME = 2
"""Addresses of each page that are looked at."""


class _Seen(HTMLParser):
    """What a page has: links, ids, headings, and what the policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.h1 = 0
        self.refused: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.h1 += tag == "h1"
        if named.get("id"):
            self.ids.append(str(named["id"]))
        if tag != "form" or named.get("method") != "post":
            self.links += [str(named[key]) for key in ("href", "src", "action") if named.get(key)]
        self.refused += [f"{tag} {key}" for key in named if key == "style" or key.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in named):
            self.refused.append(tag)


def addresses(built: Workspace) -> list[str]:
    """Some addresses of every page, in every language of the interface."""
    build = snapshot(built)
    paths = {page.name: page.path for page in PAGES}
    return [
        Links(paths, ui).to(page.name, params)
        for page in PAGES
        for params in islice(page.every(build), SOME)
        for ui in UIS
    ]


def test_every_page_is_whole(client: httpx.Client, built: Workspace) -> None:
    for address in addresses(built):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert len(answer.content) < SIZE, address
        seen = _Seen()
        seen.feed(answer.text)
        assert seen.h1 == 1, address
        assert not seen.refused, address
        assert len(seen.ids) == len(set(seen.ids)), address


def test_every_link_leads_somewhere(client: httpx.Client, built: Workspace) -> None:
    known: dict[str, tuple[int, frozenset[str]]] = {}
    followed: Counter[str] = Counter()
    for address in addresses(built):
        seen = _Seen()
        seen.feed(client.get(address).text)
        for link in sorted(set(seen.links)):
            target, at = urldefrag(urljoin(address, link))
            assert target.startswith("/"), f"{address} leads outside: {link}"
            if "?" in target or "/api/" in target:
                continue
            kind = target.rstrip("/").split("/")[2:3]
            if target not in known:
                followed.update(kind)
                if any(followed[one] > FOLLOWED for one in kind):
                    continue
                answer = client.get(target)
                there = _Seen()
                there.feed(answer.text)
                known[target] = (answer.status_code, frozenset(there.ids))
            status, ids = known[target]
            assert status in {200, 303}, f"{address} → {link}"
            assert not at or at in ids or re.fullmatch(r"s\d+-\d+", at), f"{address} → {link}"


@pytest.mark.parametrize("ui", UIS)
def test_what_is_not_there_is_told(client: httpx.Client, ui: str) -> None:
    answer = client.get(f"/{ui}/read/no-such-work")
    assert answer.status_code == 404
    assert "no-such-work" in answer.text
