"""Pages and containers of them as copies in a workspace: witnesses of one work, its text without an error."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from tests.read.carriers import mail, mhtml, warc, zipped
from tests.read.test_akn import SMALL
from tests.read.test_html import PARAGRAPHS, TITLE
from tests.read.web_pages import LAYOUTS, article, div_soup, ministry, page, table_and_br

from actum.store.files import Row, read_rows
from actum.store.workspace import Workspace
from actum.workflow.add import add
from actum.workflow.build import build

ADDRESS = "https://news.example/a/1.html"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "w")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "copies"
    made.mkdir()
    return made


def rows(workspace: Workspace, name: str) -> list[Row]:
    return list(read_rows(workspace.built() / f"{name}.jsonl"))


def text_of(workspace: Workspace, work: str) -> list[str]:
    return (workspace.built() / "texts" / f"{work}.txt").read_text(encoding="utf8").splitlines()


def test_every_carrier_gives_a_witness_and_the_text_has_no_error(workspace: Workspace, folder: Path) -> None:
    made = {layout.__name__: page(layout, TITLE, PARAGRAPHS) for layout in LAYOUTS}
    for name, source in made.items():
        (folder / f"{name}.html").write_bytes(source.encode("gb18030" if name == "table_and_br" else "utf-8"))
    again = {name: source.encode() + b"\n" for name, source in made.items()}
    (folder / "z.zip").write_bytes(zipped({"in/a.html": again["article"]}))
    (folder / "p.mhtml").write_bytes(mhtml(ADDRESS, again["ministry"]))
    (folder / "c.warc.gz").write_bytes(warc({ADDRESS: again["div_soup"]}))
    (folder / "m.eml").write_bytes(mail("全文", "见附件。", files={"a.html": again["bare"]}))
    report = add(workspace, [folder])
    assert report.unread == []
    build(workspace)
    (work,) = [row for row in rows(workspace, "works") if len(row["witnesses"]) > 1]
    assert len(work["witnesses"]) == len(LAYOUTS) + 4
    assert {witness["agreement"] for witness in work["witnesses"]} == {1.0}
    assert text_of(workspace, work["work"]) == [TITLE, *PARAGRAPHS]
    assert (work["date"], work["complete"]) == ("2025-05-08", True)


def test_a_doubt_counts_in_the_source_of_a_page(workspace: Workspace, folder: Path) -> None:
    source = page(article, TITLE, PARAGRAPHS)
    (folder / "a.html").write_text(source, encoding="utf8")
    add(workspace, [folder])
    build(workspace)
    doubts = rows(workspace, "doubts")
    assert {row["made_by"] for row in doubts} >= {"html:furniture", "frame:credit"}
    assert all(source[row["start"] : row["end"]] == row["quote"] for row in doubts)
    (work,) = rows(workspace, "works")
    witness = work["witnesses"][0]
    span = source[witness["start"] : witness["end"]]
    assert span.startswith(TITLE)
    assert span.endswith(PARAGRAPHS[-1])


def test_readings_count_in_the_source_of_a_page(workspace: Workspace, folder: Path) -> None:
    """Two pages and a text differ in one word; each reading stands where its copy has it."""
    other = [one.replace("双方坚信", "双方相信") for one in PARAGRAPHS]
    sources = {
        "a.html": page(article, TITLE, other),
        "b.html": page(ministry, TITLE, PARAGRAPHS),
        "c.txt": "\n".join([TITLE, *PARAGRAPHS]),
    }
    for name, source in sources.items():
        (folder / name).write_bytes(source.encode())
    add(workspace, [folder])
    build(workspace)
    (work,) = rows(workspace, "works")
    copies = {one["siglum"]: Path(one["copy"]).name for one in work["witnesses"]}
    entries = list(read_rows(workspace.built() / "apparatus" / f"{work['work']}.jsonl"))
    seen = 0
    for entry in entries:
        for reading in entry["readings"]:
            for siglum, place in zip(reading["sigla"], reading["places"], strict=True):
                assert sources[copies[siglum]][place[0] : place[1]] == reading["text"]
                seen += 1
    assert seen >= 6


def test_ten_farm_pages_give_the_text_without_error(workspace: Workspace, folder: Path) -> None:
    """Each page loses, doubles or changes characters of its own; none is whole."""
    for number in range(10):
        rng = random.Random(number)
        lines = []
        for one in PARAGRAPHS:
            line = one
            if rng.random() < 0.3:
                at = rng.randrange(len(line) - 2)
                line = line[:at] + rng.choice(["", line[at] * 2, "的"]) + line[at + 1 :]
            lines.append(line)
        lines.pop(rng.randrange(1, len(lines) - 1))
        layout = (div_soup, table_and_br, article)[number % 3]
        (folder / f"{number}.html").write_text(page(layout, TITLE, lines, seed=number), encoding="utf8")
    add(workspace, [folder])
    build(workspace)
    (work,) = rows(workspace, "works")
    assert len(work["witnesses"]) == 10
    assert text_of(workspace, work["work"]) == [TITLE, *PARAGRAPHS]


def test_where_and_when_it_was_fetched_is_kept(workspace: Workspace, folder: Path) -> None:
    (folder / "c.warc.gz").write_bytes(warc({ADDRESS: page(article, TITLE, PARAGRAPHS).encode()}))
    add(workspace, [folder])
    build(workspace)
    (copy,) = rows(workspace, "copies")
    (found,) = copy["found"]
    assert found["place"].endswith(f"c.warc.gz!/c.warc!/{ADDRESS}")
    assert (found["address"], found["retrieved"]) == (ADDRESS, "2025-05-09T08:12:31Z")
    assert (copy["said"][0]["kind"], copy["said"][0]["value"]) == ("title", TITLE)


def test_the_same_bytes_in_archives_are_one_copy(workspace: Workspace, folder: Path) -> None:
    data = page(article, TITLE, PARAGRAPHS).encode()
    (folder / "a.html").write_bytes(data)
    (folder / "b.zip").write_bytes(zipped({"x/a.html": data, "b.zip": zipped({"c.html": data})}))
    report = add(workspace, [folder])
    assert (report.added, report.known, len(report.same)) == (1, 2, 2)
    assert (add(workspace, [folder]).known, add(workspace, [folder]).added) == (3, 0)
    build(workspace)
    (copy,) = rows(workspace, "copies")
    assert [place.rpartition("copies/")[2] for place in copy["places"]] == [
        "a.html",
        "b.zip!/b.zip!/c.html",
        "b.zip!/x/a.html",
    ]


def test_what_an_archive_held_stays_and_is_said(workspace: Workspace, folder: Path) -> None:
    (folder / "a.zip").write_bytes(zipped({"a.txt": b"one text", "b.txt": b"another text"}))
    add(workspace, [folder])
    (folder / "a.zip").write_bytes(zipped({"b.txt": b"another text"}))
    report = add(workspace, [folder])
    assert "a file that was in it before" in report.changes[0]
    assert len([row for row in workspace.places().values() if "sha256" in row]) == 2


def test_a_bomb_costs_one_line_and_takes_nothing(workspace: Workspace, folder: Path) -> None:
    (folder / "a.zip").write_bytes(zipped({"a.txt": b"a text", "b.txt": b"0" * 40_000_000}))
    (folder / "b.txt").write_bytes(b"a good text")
    report = add(workspace, [folder])
    assert (report.added, len(report.unread)) == (1, 1)
    assert "unpacks to over" in report.unread[0]


def test_what_belongs_to_a_page_is_passed_over(workspace: Workspace, folder: Path) -> None:
    (folder / "page_files").mkdir()
    (folder / "page_files" / "a.css").write_text("p { margin: 0 }")
    (folder / "page_files" / "b.js").write_text("var a = 1")
    report = add(workspace, [folder])
    assert (report.added, report.passed, report.unread) == (0, 2, [])
    (folder / "page.html").write_text(page(article, TITLE, PARAGRAPHS), encoding="utf8")
    (folder / "page_files" / "frame.html").write_text("<p>广告</p>", encoding="utf8")
    report = add(workspace, [folder])
    assert (report.added, report.passed, report.unread) == (1, 3, [])


def test_records_of_a_published_file(workspace: Workspace, folder: Path) -> None:
    (folder / "act.xml").write_text(SMALL, encoding="utf8")
    add(workspace, [folder])
    build(workspace)
    records = rows(workspace, "records")
    assert [list(row) for row in records][:1] == [["work", "kind", "who", "value", "start", "end", "text", "copy"]]
    assert {row["kind"] for row in records} == {"sponsor", "vote", "symbol", "stance", "citation"}
    assert all(SMALL[row["start"] : row["end"]] == row["text"] for row in records)
    assert json.dumps(records[0]["who"]) == '["CHN"]'
