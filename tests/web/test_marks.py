"""Marks nest, split, and never change or trust a character."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from actum.text.span import Span
from actum.web.marks import Mark, marked

TEXTS = st.text(alphabet="中国<>&\"'a\n", max_size=30)


class _Read(HTMLParser):
    """The text, and that elements close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links_within = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links_within += tag == "a" and "a" in self.open
        self.open.append(tag)
        self.ids += [str(value) for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def mark(start: int, end: int, rank: int = 1, link: str = "", name: str = "span") -> Mark:
    return Mark(Span(start, end), rank, (("class", f"c{rank}"),), (("id", f"i{start}-{end}-{rank}"),), link, name)


def test_nested_marks_nest_and_crossing_ones_split() -> None:
    assert str(marked("abcd", 0, [mark(0, 4), mark(1, 3, 2)])) == (
        '<span class="c1" id="i0-4-1">a<span class="c2" id="i1-3-2">bc</span>d</span>'
    )
    assert str(marked("abcd", 10, [mark(10, 13), mark(12, 14, 2)])) == (
        '<span class="c1" id="i10-13-1">ab<span class="c2" id="i12-14-2">c</span></span><span class="c2">d</span>'
    )


def test_marks_outside_are_left_out_and_those_that_reach_in_are_cut() -> None:
    assert (
        str(marked("ab", 10, [mark(0, 10), mark(12, 13), mark(11, 20)])) == 'a<span class="c1" id="i11-20-1">b</span>'
    )


@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 5), st.booleans()), max_size=8))
def test_every_character_stays(text: str, places: list[tuple[int, int, int, bool]]) -> None:
    marks = {(min(a, b), max(a, b), rank): link for a, b, rank, link in places}
    made = [mark(a, b, rank, '"><script>' if link else "") for (a, b, rank), link in marks.items()]
    read = _Read()
    read.feed(str(marked(text, 5, made)))
    read.close()
    assert read.text == text
    assert read.open == []
    assert read.links_within == 0
    assert len(read.ids) == len(set(read.ids))
