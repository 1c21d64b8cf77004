"""Laws of reading: whatever the bytes, a text with its doubts or one clear line; every character in its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.read.carriers import mail, mhtml, warc, zipped
from tests.read.exact import check_exact
from tests.read.test_akn import SMALL
from tests.read.web_pages import LAYOUTS, page

from actum.errors import CopyUnread
from actum.model.copy import Found
from actum.read.html import read_html
from actum.read.member import Member
from actum.read.members import members
from actum.read.read import read_copy

PARAGRAPHS = ["双方重申军备控制是加强国际安全与稳定的重要手段。", "双方反对任何破坏战略稳定的行为，呼吁各国保持克制。"]
PAGE = page(LAYOUTS[0], "关于全球战略稳定的联合声明", PARAGRAPHS).encode()
SOURCES = {
    "page.html": PAGE,
    "old.html": page(LAYOUTS[1], "联合声明", PARAGRAPHS).encode("gb18030"),
    "soup.html": page(LAYOUTS[2], "联合声明", PARAGRAPHS).encode("utf-16"),
    "act.xml": SMALL.encode(),
    "a.zip": zipped({"a.html": PAGE, "b.txt": PARAGRAPHS[0].encode(), "c.zip": zipped({"d.txt": b"x" * 99})}),
    "m.eml": mail("联合声明", PARAGRAPHS[0], page=PAGE.decode(), files={"声明.html": PAGE}),
    "p.mhtml": mhtml("https://news.example/a", PAGE),
    "c.warc.gz": warc({"https://news.example/a": PAGE}),
}
FUZZ = settings(max_examples=60, deadline=10_000, suppress_health_check=[HealthCheck.too_slow])
Damage = Callable[[bytes], bytes]


@st.composite
def damages(draw: st.DrawFn) -> Damage:
    """Cut the end off, turn some bits, take a stretch out or double it."""
    kind = draw(st.sampled_from(["cut", "flip", "drop", "double"]))
    places = draw(st.lists(st.floats(0, 1, exclude_max=True), min_size=2, max_size=8))
    bit = draw(st.integers(0, 7))

    def damage(data: bytes) -> bytes:
        low, *more = sorted(int(place * len(data)) for place in places)
        if kind == "cut":
            return data[:low]
        if kind == "drop":
            return data[:low] + data[more[0] :]
        if kind == "double":
            return data[: more[0]] + data[low:]
        made = bytearray(data)
        for place in (low, *more):
            made[place] ^= 1 << bit
        return bytes(made)

    return damage


def one_line(error: CopyUnread, place: str) -> None:
    assert str(error).startswith(place)
    assert "\n" not in str(error)


def read_all(data: bytes, name: str) -> int:
    """How many texts the bytes give; every failure is one line that names its file."""
    try:
        found = list(members(data, Found(name))) or [Member(Found(name), data)]
    except CopyUnread as error:
        one_line(error, name)
        return 0
    for one in found:
        assert not one.refusal or (one.refusal.startswith(name) and "\n" not in one.refusal)
    return sum(read_one(one) for one in found if not one.refusal and not one.passed)


def read_one(member: Member) -> bool:
    try:
        copy = read_copy(member.data, place=member.found.place, found=member.found)
    except CopyUnread as error:
        one_line(error, member.found.place)
        return False
    if copy.format in {"html", "akn"}:
        check_exact(copy)
    return True


@pytest.mark.parametrize("name", SOURCES)
def test_sound_files_give_their_texts(name: str) -> None:
    assert read_all(SOURCES[name], name) == {"a.zip": 3, "m.eml": 2}.get(name, 1)


@pytest.mark.parametrize("name", SOURCES)
@FUZZ
@given(damage=damages())
def test_damaged_files_give_texts_or_lines(name: str, damage: Damage) -> None:
    read_all(damage(SOURCES[name]), name)


@FUZZ
@given(data=st.binary(max_size=300), name=st.sampled_from([*SOURCES, "a.txt", "x.docx", "x.mbox", ""]))
def test_any_bytes_give_texts_or_lines(data: bytes, name: str) -> None:
    read_all(data, name or "x")


PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<td>",
            "</td>",
            "<table>",
            "</table>",
            "<a href=x>",
            "</a>",
            "<br>",
            "<b>",
        ),
        *(
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "</b>",
            "<li>",
            "<ruby>",
            "<rt>",
            "</rt>",
            "<pre>",
            "</pre>",
            "</span>",
        ),
        *(
            "<span style='display:none'>",
            "\n",
            " ",
            "\u3000",
            "&nbsp;",
            "&#20013;",
            "&amp",
            "&",
            "<",
            ">",
            '"',
            "'",
            "=",
        ),
        *("中国", "双方重申。", "text ", "1."),
    ]
)


@FUZZ
@given(pieces=st.lists(PIECES, max_size=60))
def test_every_character_of_a_page_is_in_its_place(pieces: list[str]) -> None:
    """Whatever the tags; and what a page shows is never gone without a doubt that covers it."""
    source = "".join(pieces)
    try:
        copy = read_html(source.encode(), Found("x.html"))
    except CopyUnread:
        return
    check_exact(copy)
    columns = zip(copy.offsets.starts, copy.offsets.ends, strict=True)
    kept = {place for start, end in columns for place in range(start, end)}
    told = {place for doubt in copy.doubts for place in range(doubt.part.start, doubt.part.end)}
    at = source.find("双方重申")
    shown = not any(mark in source for mark in ("<script>", "<!--", '"', "'"))
    while shown and at >= 0:
        assert set(range(at, at + 4)) <= kept | told
        at = source.find("双方重申", at + 1)
