"""Where official texts begin and end on a page."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actum.identify.frame import SEGMENT_KINDS, Segment, frame

HERE = Path(__file__).parent
SAMPLE = HERE.parent.parent / "examples" / "strategic-stability"
Line = tuple[str, str]


def pages() -> list[tuple[str, list[Line]]]:
    found: list[tuple[str, list[Line]]] = []
    for line in (HERE.parent / "cases" / "frame.txt").read_text(encoding="utf8").splitlines():
        if line.startswith("## "):
            found.append((line[3:], []))
        elif line == "--":
            found[-1][1].append(("--", ""))
        elif "| " in line and found:
            kind, _, words = line.partition("| ")
            found[-1][1].append((kind, words))
    return found


PAGES = pages()


def flat(segments: tuple[Segment, ...]) -> list[Segment]:
    return [one for segment in segments for one in (segment, *segment.inside)]


def kind_at(segments: tuple[Segment, ...], place: int) -> str:
    for segment in segments:
        for inner in segment.inside:
            if inner.span.start <= place < inner.span.end:
                return f"in {inner.kind}"
        if segment.span.start <= place < segment.span.end:
            return segment.kind
    return ""


@pytest.mark.parametrize(("name", "lines"), PAGES, ids=[name for name, _ in PAGES])
@pytest.mark.parametrize("end", ["\n", "\r\n\r\n"])
def test_pages(name: str, lines: list[Line], end: str) -> None:
    page = end.join(words for kind, words in lines if kind != "--")
    segments = frame(page)
    at = 0
    found = []
    for kind, words in lines:
        if kind != "--":
            place = page.index(words.lstrip("# "), at)
            found.append((kind_at(segments, place), words))
            assert kind_at(segments, place) == kind_at(segments, place + len(words.strip(" #-")) - 1), name
            at = place + len(words.lstrip("# "))
    assert found == [(kind, words) for kind, words in lines if kind != "--"]


@pytest.mark.parametrize(("name", "lines"), PAGES, ids=[name for name, _ in PAGES])
def test_segments_of_pages(name: str, lines: list[Line]) -> None:
    own = [kind for kind, _ in lines if not kind.startswith("in ")]
    wanted = [kind for at, kind in enumerate(own) if kind != "--" and (at == 0 or own[at - 1] != kind)]
    page = "\n".join(words for kind, words in lines if kind != "--")
    assert [one.kind for one in frame(page)] == wanted, name


@pytest.mark.parametrize(
    ("copy", "first", "last", "kinds"),
    [
        ("000", "中華人民共和國", "2025年5月8日于莫斯科", ["text", "credit", "furniture"]),
        ("001", "中华人民共和国", "2025年5月8日于莫斯科", ["text", "credit"]),
        ("002", "中华人民共和国", "进行妥善评估。", ["text", "credit"]),
        ("003", "中华人民共和国", "2025年5月8日于莫斯科", ["circular", "letter", "text"]),
        ("004", "中华人民共和国", "发挥中心作用。", ["text", "cut"]),
    ],
)
def test_sample(copy: str, first: str, last: str, kinds: list[str]) -> None:
    page = next(SAMPLE.glob(f"{copy}_*.txt")).read_text(encoding="utf8")
    segments = frame(page)
    assert [one.kind for one in segments][: len(kinds)] == kinds
    text = next(one for one in segments if one.kind == "text").span.of(page)
    assert text.startswith(first)
    assert text.endswith(last)
    if copy == "001":
        assert [one.kind for one in segments].count("news") == 8


def test_what_stands_behind_a_title_in_its_line_is_no_part_of_it() -> None:
    title = "甲国和乙国关于加强战略互信的联合声明"
    body = "甲国和乙国决心深化战略互信，加强战略协作，坚定维护全球和地区的安全。"
    page = f"{title}（全文）_某某网\n{body}\n2020年6月7日于海牙"
    (segment,) = frame(page)
    assert [one.span.of(page) for one in segment.inside] == ["（全文）_某某网"]


def test_blanks_have_no_segments() -> None:
    assert frame("") == frame(" \n\t\r\n\u3000") == ()


LINES = st.sampled_from([words for _, lines in PAGES for kind, words in lines if kind != "--"] + ["", "  ", "\x0b"])


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_segments_are_in_order_and_lose_nothing(lines: list[str], end: str) -> None:
    page = end.join(lines)
    segments = frame(page)
    assert all(one.kind in SEGMENT_KINDS for one in flat(segments))
    for before, behind in pairwise(segments):
        assert before.span.end <= behind.span.start
    left = list(page)
    for segment in segments:
        assert segment.span
        for inner in segment.inside:
            assert inner.span in segment.span
        for place in range(segment.span.start, segment.span.end):
            left[place] = " "
    assert not any(one.isalpha() for one in "".join(left).replace("全文", "")), "".join(left)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_framed(page: str) -> None:
    assert frame(page) == frame(page)


def test_news_behind_a_dateline_in_its_line_is_no_part_of_the_text_around() -> None:
    before = "甲国和乙国关于加强战略互信的联合声明\n甲国和乙国决心深化战略互信，坚定维护全球和地区战略稳定与安全。\n"
    item = "新华社海牙6月7日电（记者张三）国家统计局7日发布的数据显示，五月份居民消费价格有所上涨。"
    after = "\n双方强调，各国应尊重彼此主权和领土完整，以和平方式解决相互之间的争端。\n2020年6月7日于海牙"
    (text,) = frame(before + item + after)
    assert "".join(one.span.of(before + item + after) for one in text.inside) == item
