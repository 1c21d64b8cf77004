"""What readers left out says nothing in the collation: it votes for nothing, and comes back from another copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.read.test_html import PARAGRAPHS, TITLE

from actum.model.copy import Copy, Found
from actum.read.html import read_html
from actum.store.files import Row, read_rows
from actum.store.workspace import Workspace
from actum.text.span import Span
from actum.workflow.add import add
from actum.workflow.build import build
from actum.workflow.left_out import parted

NUMBER = next(n for n, one in enumerate(PARAGRAPHS) if one.startswith("双方谴责将商业航天系统"))
DENIAL = next(n for n, one in enumerate(PARAGRAPHS) if "不首先" in one)


def html(number: int, written: str, name: str) -> str:
    lines = [f"<p>{one}</p>" for one in PARAGRAPHS]
    lines[number] = written
    return f"<html><body><h1>{TITLE}</h1>{''.join(lines)}<p>{name}网站</p></body></html>"


def built(tmp_path: Path, pages: dict[str, str]) -> tuple[Workspace, Row]:
    workspace = Workspace.create(tmp_path / "w")
    folder = tmp_path / "copies"
    folder.mkdir()
    for name, written in pages.items():
        (folder / name).write_text(written, encoding="utf8")
    add(workspace, [folder])
    build(workspace)
    (work,) = read_rows(workspace.built() / "works.jsonl")
    return workspace, work


def text_of(workspace: Workspace, work: Row) -> list[str]:
    return (workspace.built() / "texts" / f"{work['work']}.txt").read_text(encoding="utf8").splitlines()


@pytest.mark.parametrize(
    "cut",
    [
        "<p hidden>{}</p>",
        "<div class=sidebar><p>{}</p></div>",
        "<p style='font-size:0'>{}</p>",
        "<p><del>{}</del></p>",
        "<svg><text>{}</text></svg>",
    ],
)
def test_a_paragraph_that_two_readers_left_out_comes_back_from_a_third_copy(tmp_path: Path, cut: str) -> None:
    written = cut.format(PARAGRAPHS[NUMBER])
    pages = {f"{name}.html": html(NUMBER, written, name) for name in "ab"}
    workspace, work = built(tmp_path, {**pages, "c.txt": "\n".join([TITLE, *PARAGRAPHS])})
    assert text_of(workspace, work) == [TITLE, *PARAGRAPHS]
    assert work["complete"]


@pytest.mark.parametrize("number", [0, 1, 13, len(PARAGRAPHS) - 2])
def test_it_comes_back_wherever_it_stands_and_however_long_it_is(tmp_path: Path, number: int) -> None:
    """The grouping takes a long stretch that two copies lack for matter that interrupts the third."""
    pages = {f"{name}.html": html(number, f"<p hidden>{PARAGRAPHS[number]}</p>", name) for name in "ab"}
    workspace, work = built(tmp_path, {**pages, "c.txt": "\n".join([TITLE, *PARAGRAPHS])})
    assert text_of(workspace, work) == [TITLE, *PARAGRAPHS]
    assert work["complete"]


def test_other_matter_that_stands_there_does_not_come_in(tmp_path: Path) -> None:
    other = (
        "本报记者从有关部门获悉，今年夏粮收购工作进展顺利，各地仓容充足，农民售粮踊跃，市场价格总体平稳，优质优价特征明显。"
        * 2
    )
    pages = {f"{name}.html": html(NUMBER, f"<p hidden>{PARAGRAPHS[NUMBER]}</p>", name) for name in "ab"}
    lines = [other if n == NUMBER else one for n, one in enumerate(PARAGRAPHS)]
    workspace, work = built(tmp_path, {**pages, "c.txt": "\n".join([TITLE, *lines])})
    assert not any("夏粮" in line for line in text_of(workspace, work))


def test_a_denial_that_two_pages_hide_is_not_voted_away(tmp_path: Path) -> None:
    for how in ("<s>不</s>", "<span style='display:none'>不</span>", "<del>不</del>"):
        written = f"<p>{PARAGRAPHS[DENIAL].replace('不首先', f'{how}首先')}</p>"
        pages = {f"{name}.html": html(DENIAL, written, name) for name in "ab"}
        (case := tmp_path / str(len(how))).mkdir()
        workspace, work = built(case, {**pages, "c.txt": "\n".join([TITLE, *PARAGRAPHS])})
        assert text_of(workspace, work) == [TITLE, *PARAGRAPHS]


def test_one_copy_with_prose_left_out_within_it_is_not_known_to_be_whole(tmp_path: Path) -> None:
    _, work = built(tmp_path, {"a.html": html(NUMBER, f"<p hidden>{PARAGRAPHS[NUMBER]}</p>", "a")})
    assert not work["complete"]
    assert PARAGRAPHS[NUMBER][:10] in work["incomplete_because"]


def test_short_furniture_and_what_lies_beside_the_text_do_not_tell(tmp_path: Path) -> None:
    note = f"<p>{PARAGRAPHS[NUMBER]}</p><div class=sidebar>广告</div>"
    page = html(NUMBER, note, "a").replace("</body>", f"<p hidden>{'本页另有说明，与正文无关。' * 3}</p></body>")
    _, work = built(tmp_path, {"a.html": page})
    assert work["complete"]


def copy_of(inner: str) -> Copy:
    return read_html(f"<html><body>{inner}</body></html>".encode(), Found("a.html"))


@pytest.mark.parametrize(
    ("inner", "pieces"),
    [
        ("<p>一二<i hidden>三</i>四五</p>", ["一二", "四五"]),
        ("<p>一二</p><p hidden>三</p><p>四五</p>", ["一二", "四五"]),
        ("<p>一二</p><p><i hidden>三</i>四五</p>", ["一二", "四五"]),
        ("<p>一二<i hidden>三</i></p><p>四五</p>", ["一二", "四五"]),
        ("<p hidden>三</p><p>一二四五</p>", ["一二四五"]),
        ("<p>一二四五</p><p hidden>三</p>", ["一二四五"]),
        ("<p>一二</p><nav>三</nav><p>四五</p>", ["一二\n四五"]),
        ("<p>一二<ruby>三<rt>san</rt></ruby>四五</p>", ["一二三四五"]),
    ],
)
def test_stretches_are_parted_where_words_were_left_out(inner: str, pieces: list[str]) -> None:
    copy = copy_of(inner)
    assert [one.of(copy.text) for one in parted(copy, [Span(0, len(copy.text))])] == pieces
