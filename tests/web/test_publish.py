"""The room as a site of plain files: whole, without paths of the machine, the same for the same build, searchable."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from itertools import islice
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as BrowserPage
from typer.testing import CliRunner

from actum.cli.main import command_line
from actum.errors import DataFault, OutputRefused
from actum.store.search import has_letter
from actum.store.workspace import Workspace
from actum.web import publish as site_of_files
from actum.web.page import Page, Params
from actum.web.pages import formulations, pair, positions, search, works
from actum.web.publish import MARK, publish
from actum.web.site import PAGES
from actum.workflow.room import Snapshot, snapshot
from actum.workflow.search import search_build

SIZE = 300_000
"""Bytes that a page of the site may have."""
SOME = 2
"""Addresses of each page that are written."""


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        named = dict(attrs)
        self.ids |= {str(named["id"])} if named.get("id") else set()
        self.links += [str(named[key]) for key in ("href", "src", "action") if named.get(key)]


@pytest.fixture(scope="session")
def site(built: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with some addresses of each page: there are as many pages of facts as paragraphs."""
    folder = tmp_path_factory.mktemp("published") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site_of_files, "PAGES", tuple(replace(page, every=partial(some, page)) for page in PAGES))
        publish(built, folder, force=False)
    return folder


def some(page: Page, build: Snapshot) -> list[Params]:
    return list(islice(page.every(build), SOME))


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some pages alone, where it is the folder that matters."""
    monkeypatch.setattr(site_of_files, "PAGES", (works.PAGE, search.PAGE, positions.PAGE, formulations.PAGE, pair.PAGE))


def files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def test_every_link_leads_to_a_file_of_the_site(site: Path, built: Workspace) -> None:
    names = {name for name, _ in site_of_files.planned(built, snapshot(built), "2026-11-26")}
    seen: dict[str, _Seen] = {}
    for path in site.rglob("*.html"):
        seen[str(path.relative_to(site))] = _Seen()
        seen[str(path.relative_to(site))].feed(path.read_text(encoding="utf8"))
    assert len(seen) > 60
    for name, page in seen.items():
        for link in set(page.links):
            target, at = (unquote(part) for part in urldefrag(link))
            assert not re.match(r"/|[a-z]+:", target), f"{name}: {link}"
            there = normpath(f"./{name.rpartition('/')[0]}/{target.partition('?')[0]}") if target else name
            assert there in names, f"{name}: {link}"
            if at and there in seen and not re.fullmatch(r"s\d+-\d+", at):
                assert at in seen[there].ids, f"{name}: {link}"


def test_no_path_of_the_machine_is_told(site: Path, built: Workspace) -> None:
    told = {str(built.root), str(Path(__file__).parents[2]), str(Path.home()), "file:///"}
    for path in files(site):
        text = path.read_bytes().decode("utf8")
        assert not [one for one in told if len(one) > 4 and one in text], path


def test_pages_are_small_and_what_writes_is_left_out(site: Path) -> None:
    assert all(path.stat().st_size < SIZE for path in site.rglob("*.html"))
    for page in PAGES:
        assert page.published or not list(site.rglob(f"{page.path}.html"))
    assert not any('method="post"' in path.read_text(encoding="utf8") for path in site.rglob("*.html"))


def test_the_same_build_gives_the_same_bytes(site: Path, built: Workspace) -> None:
    planned = site_of_files.planned(built, site_of_files.nameless(snapshot(built)), "2026-11-26")
    again = [
        (name, make) for name, make in planned if (site / name).exists() and re.search("facts|concept|claims", name)
    ]
    assert len(again) > 3
    assert all((site / name).read_bytes() == make() for name, make in again)


@pytest.mark.usefixtures("few")
def test_a_site_is_brought_up_to_date_and_keeps_what_others_put_there(built: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    old = ["en/old.html", "../outside.txt", "index.html"]
    (folder / MARK).write_text(json.dumps({"files": old}))
    for name in ("en/old.html", "note.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x")
    (tmp_path / "outside.txt").write_text("x")
    made = publish(built, folder, force=False)
    assert (made.removed, (folder / "en/old.html").exists()) == (1, False)
    assert (folder / "note.txt").exists()
    assert (tmp_path / "outside.txt").exists()
    listed = json.loads((folder / MARK).read_text(encoding="utf8"))["files"]
    assert {str(path.relative_to(folder)) for path in files(folder)} == {*listed, MARK, "note.txt"}


@pytest.mark.parametrize("mark", [None, "{", "[]", '{"files": 3}'])
def test_a_folder_of_others_is_refused(built: Workspace, tmp_path: Path, mark: str | None) -> None:
    (tmp_path / "letter.txt").write_text("x")
    if mark is not None:
        (tmp_path / MARK).write_text(mark)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(OutputRefused, match="no site of ours"):
        publish(built, tmp_path, force=False)
    assert sorted(tmp_path.iterdir()) == before


def test_the_workspace_is_never_written_over(built: Workspace) -> None:
    for folder in (built.root, built.root / "site", built.root.parent):
        with pytest.raises(OutputRefused):
            publish(built, folder, force=True)


@pytest.mark.usefixtures("few")
def test_the_verb_says_what_it_wrote(built: Workspace, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    done = CliRunner().invoke(command_line(), ["publish", str(tmp_path), "--workspace", str(built.root), "--force"])
    assert done.exit_code == 0
    assert "files," in done.stderr
    assert (tmp_path / "letter.txt").read_text() == "x"


QUERIES = (
    "戰略穩定",
    "战略 稳定",
    "核武器国家",
    "aukus",
    "1978年",
    "。",
    "没有这句",
    "维护，",
    "，双方",
    "。双方",
    "。 双方强调",
    "双方",
    "“绝对安全”",
    '"绝对安全"',
    "《不扩散核武器条约》",
    "重申,",
    "?!",
)


@pytest.mark.slow
def test_search_from_a_disk_finds_what_the_server_finds(
    site: Path, built: Workspace, browser_page: BrowserPage
) -> None:
    browser_page.goto((site / "zh" / "search.html").as_uri())
    for query in QUERIES:
        browser_page.fill("#q", query)
        browser_page.keyboard.press("Enter")
        found = search_build(snapshot(built), query, limit=200)
        told = browser_page.locator("#told").inner_text()
        assert told.startswith(f"{found.total} 句" if found.total else "没有" if has_letter(query) else "未作检索"), (
            query
        )
        spans = [hit.spans[0].of(hit.text) for hit in found.hits]
        for _ in range(len(spans) // 50):
            if browser_page.locator("#more").is_visible():
                browser_page.locator("#more").click()
        marks = browser_page.locator("#hits mark").all_inner_texts()
        assert marks == [words.replace("\n", " ") for words in spans], query
    browser_page.fill("#q", "戰略穩定")
    browser_page.keyboard.press("Enter")
    browser_page.select_option("select[name=holder]", "RUS")
    shown = browser_page.locator("#hits tr")
    assert 0 < shown.count() < 24
    words = shown.first.locator("mark").inner_text()
    shown.first.locator("th a").click()
    assert "".join(browser_page.locator("mark.asked").all_inner_texts()) == words == "战略稳定"


@pytest.mark.slow
def test_tables_from_a_disk_are_filtered_sorted_and_grouped(site: Path, browser_page: BrowserPage) -> None:
    address = (site / "en" / "positions.html").as_uri()
    browser_page.goto(f"{address}?act=oppose")
    rows = browser_page.locator("#table tbody tr:not(.group):visible")
    assert browser_page.locator("#count").inner_text() == f"{rows.count()} of 288"
    assert rows.evaluate_all("rows => rows.every((row) => row.dataset.act === 'oppose')")
    browser_page.select_option("select[name=group]", "about")
    assert browser_page.locator("#table tr.group").count() > 1
    browser_page.fill("input[name=text]", "單邊")
    assert 0 < rows.count() < 40


@pytest.mark.slow
@pytest.mark.parametrize("name", ["search", "compare"])
def test_axe_finds_nothing_serious_on_the_site(site: Path, name: str, browser_page: BrowserPage) -> None:
    browser_page.goto((site / "zh" / f"{name}.html").as_uri())
    found = Axe().run(browser_page, options={"preload": False}).response["violations"]
    assert not [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}]


def test_a_site_says_as_of_which_day_it_is(built: Workspace) -> None:
    build = site_of_files.nameless(snapshot(built))
    made = {day: dict(site_of_files.planned(built, build, day)) for day in ("2024-01-01", "2026-11-26")}
    for day, files in made.items():
        page = files["en/ledger.html"]().decode()
        assert f"As of {day}." in page
        assert "as of which this site was published" in page
        assert files["data/ledger.jsonl"]() == dict(site_of_files.planned(built, build, day))["data/ledger.jsonl"]()
        assert f'"as_of":"{day}"' in files["data/ledger.jsonl"]().decode().replace(" ", "")
    assert sorted(made["2024-01-01"]) == sorted(made["2026-11-26"])


def test_a_site_as_of_no_day_is_refused(built: Workspace, tmp_path: Path) -> None:
    with pytest.raises(DataFault):
        site_of_files.publish(built, tmp_path / "site", force=False, as_of="soon")
    assert not (tmp_path / "site").exists()
