"""Hostile files: cut, flipped, swapped. Each gives a copy that is whole in itself, or one clear line; none crashes."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.read.office import deleted, docx, ins, odt, p
from tests.read.pages import Put, block, pdf

from actum.errors import CopyUnread
from actum.model.copy import Copy
from actum.read.read import read_copy

TEXT = "双方坚信，各国人民命运与共。双方呼吁各国坚持全球和地区安全平等且不可分割原则。"
RTF = (
    rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}\f0 \'cb\'ab\'b7\'bd\u37325 ?"
    rb"{\footnote x}{\deleted y}\trowd a\cell b\cell\row {\pict\bin4 abcd}\par}"
)
SOURCES = {
    "docx": docx(
        p("双方", ins("不"), deleted("坚决"), "支持。") + f"<w:tbl><w:tr><w:tc>{p('甲')}</w:tc></w:tr></w:tbl>"
    ),
    "odt": odt(f"<text:p>{TEXT}<text:s text:c='3'/></text:p><text:list><text:list-item/></text:list>"),
    "rtf": RTF,
}
Spoil = Callable[[bytes], bytes]


@st.composite
def spoils(draw: st.DrawFn) -> Spoil:
    """A way to spoil a file: some bytes changed, then perhaps cut, or a piece of it said twice."""
    places = draw(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=12))
    cut = draw(st.one_of(st.none(), st.floats(0, 1)))
    again = draw(st.booleans())

    def spoil(data: bytes) -> bytes:
        out = bytearray(data)
        for share, byte in places:
            out[int(share * len(out))] = byte
        spoilt = bytes(out) if cut is None else bytes(out[: int(cut * len(out))])
        return spoilt + spoilt[len(spoilt) // 2 :] if again else spoilt

    return spoil


def holds(data: bytes, name: str) -> None:
    """Reads a file: what comes of it fits together, or the one line names the file."""
    try:
        copy = read_copy(data, place=name)
    except CopyUnread as error:
        line = str(error)
    else:
        line = f"{name}: "
        fits(copy)
    assert line.startswith(f"{name}: ")
    assert "\n" not in line


def fits(copy: Copy) -> None:
    """Quotes stand where they say, the map is of its two texts, pages and scores lie within."""
    assert copy.offsets.source_length == len(copy.decoded)
    assert len(copy.offsets) == len(copy.text)
    for doubt in copy.doubts:
        doubt.part.check(copy.decoded)
    for page in copy.pages:
        assert page.span.end <= len(copy.decoded)
        assert all(box.span in page.span for box in page.boxes)
    assert all(0 <= one.score <= 1 and one.span.end <= len(copy.decoded) for one in copy.confidence)


@pytest.mark.parametrize("name", sorted(SOURCES))
@settings(max_examples=150, deadline=10_000)
@given(spoil=spoils())
def test_a_spoilt_document_gives_a_copy_or_a_line(name: str, spoil: Spoil) -> None:
    holds(spoil(SOURCES[name]), f"a.{name}")


@settings(max_examples=150, deadline=10_000)
@given(body=st.text(alphabet="{}\\uf'*0189abc-\n ", max_size=400))
def test_rtf_of_any_words(body: str) -> None:
    holds(b"{\\rtf1 " + body.encode(), "a.rtf")


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("pypdfium2") is None, reason="needs pypdfium2")
@settings(max_examples=25, deadline=10_000, suppress_health_check=[HealthCheck.too_slow])
@given(spoil=spoils())
def test_a_spoilt_pdf_gives_a_copy_or_a_line(spoil: Spoil) -> None:
    pages = pdf(block(TEXT, x=60, y=700, width=20), [Put("Gazette", 60, 800), *block(TEXT, x=60, y=700, width=40)])
    holds(spoil(pages), "a.pdf")
