"""PDF: reading order, what is no text, lines joined, pages and boxes, what is refused."""

from __future__ import annotations

import sys

import pytest
from tests.read.pages import Put, block, pdf

from actum.errors import CopyUnread
from actum.model.copy import Copy, Found
from actum.read.pdf import read_pdf
from actum.text.span import Span

pytest.importorskip("pypdfium2")

FIRST = (
    "双方坚信，各国人民命运与共，各国及各组织不能以牺牲他国安全来保障自身安全。双方呼吁各国坚持全球和地区安全平等"
    "且不可分割原则。"
)
SECOND = "双方强调维持建设性大国关系对解决全球战略性问题的重要性。"
TEXT = f"{FIRST}\n{SECOND}"


def read(*pages: list[Put], rotate: int = 0) -> Copy:
    return read_pdf(pdf(*pages, rotate=rotate), Found("a.pdf"))


def test_columns_in_order_heads_apart_and_a_sentence_joined_over_the_page() -> None:
    half = FIRST.index("双方呼吁")
    edge = [[Put("外交公报", 250, 800, 9), Put(f"- {n} -", 280, 40)] for n in (1, 2)]
    one = (
        edge[0]
        + block(FIRST[:half], x=60, y=700, width=12)[::-1]
        + block(FIRST[half : half + 22], x=320, y=700, width=12)
    )
    rest = block(FIRST[half + 22 :], x=60, y=700, width=12, indent=False) + block(SECOND, x=60, y=600, width=12)
    right = block(TEXT, x=320, y=700, width=12)
    copy = read(one, edge[1] + rest + right)
    assert copy.text == f"{FIRST[:half]}\n{FIRST[half:]}\n{SECOND}\n{TEXT}"
    assert [doubt.part.text for doubt in copy.doubts] == ["外交公报", "- 1 -\n\n外交公报", "- 2 -"]
    assert {doubt.kind for doubt in copy.doubts} == {"foreign"}
    assert all(text in copy.decoded for text in ("外交公报", "- 1 -"))


def test_every_line_has_its_page_and_box() -> None:
    copy = read(block(SECOND, x=60, y=700, width=20), block(SECOND, x=100, y=500, width=20))
    first, second = copy.pages
    assert (first.number, second.number, first.width, first.height) == (1, 2, 595, 842)
    box = second.boxes[0]
    assert box.span.of(copy.decoded) == SECOND[:18]
    assert box.left == pytest.approx(120, abs=1)  # indented by two characters
    assert box.top == pytest.approx(842 - 500 - 8.8, abs=1)
    assert box.right == pytest.approx(120 + 18 * 10, abs=1)


def test_a_note_stands_apart_and_its_mark_goes() -> None:
    body = block(TEXT, x=60, y=700, width=40)
    mark = Put("1", body[1].x + 10 * len(body[1].text), body[1].y + 5, 5)
    copy = read([*body, mark, Put("1 见2019年联合声明。", 60, 60, 8)])
    assert copy.text == TEXT
    assert [(doubt.part.text, doubt.made_by) for doubt in copy.doubts] == [
        ("1", "layout:note-mark"),
        ("1 见2019年联合声明。", "layout:note"),
    ]


def test_a_note_nearly_as_large_as_the_text_is_told_by_its_raised_mark() -> None:
    body = block(TEXT, x=60, y=700, width=40, size=10.5)
    line = body[1]
    cut = len(line.text) - 3  # within a word
    mark = Put("1", line.x + 10.5 * cut, line.y + 4, 6)
    split = [Put(line.text[:cut], line.x, line.y, 10.5), mark, Put(line.text[cut:], mark.x + 4, line.y, 10.5)]
    notes = [Put("1", 60, 60, 10), Put("脚注：参见二〇一九年联合声明。", 78, 60, 10)]
    copy = read([body[0], *split, *body[2:], *notes])
    assert copy.text == TEXT
    assert [(doubt.part.text, doubt.made_by) for doubt in copy.doubts] == [
        ("1", "layout:note-mark"),
        ("1 脚注：参见二〇一九年联合声明。", "layout:note"),
    ]


def test_a_raised_number_behind_a_word_is_a_mark_and_an_exponent_is_none() -> None:
    words = [
        Put("双方重申立场", 60, 700),
        Put("1", 120, 704, 6),
        Put("面积", 60, 650),
        Put("5 km", 84, 650),
        Put("2", 108, 654, 6),
    ]
    copy = read(words)
    assert copy.text.split() == ["双方重申立场", "面积5", "km2"]
    assert {(doubt.part.text, doubt.kind, doubt.made_by) for doubt in copy.doubts} == {
        ("1", "foreign", "layout:note-mark"),
        ("2", "suspect", "layout:raised"),
    }


def test_a_reading_above_characters_is_no_text() -> None:
    body = block(TEXT, x=60, y=700, width=40)
    copy = read([*body, Put("jianxin", body[0].x + 20, body[0].y + 9.5, 5)])
    assert copy.text == TEXT
    assert [(doubt.part.text, doubt.kind) for doubt in copy.doubts] == [("jianxin", "residue")]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (
            ("The Parties welcome reaf-", "firmed commitments to the"),
            "The Parties welcome reaffirmed commitments to the",
        ),
        (
            ("The parties to the non-", "proliferation treaty agree"),
            "The parties to the non-proliferation treaty agree",
        ),
        (("Стороны не примут какое-", "либо решение об этом"), "Стороны не примут какое-либо решение об этом"),
        (("Стороны приняли кое-", "какие решения об этом"), "Стороны приняли кое-какие решения об этом"),
        (("Стороны подтвер-", "ждают свои решения об"), "Стороны подтверждают свои решения об"),
        (
            ("every kind of weapon test", "and every other explosion"),
            "every kind of weapon test and every other explosion",
        ),
    ],
)
def test_words_over_lines_in_a_spaced_script(lines: tuple[str, ...], text: str) -> None:
    assert read([Put(line, 60, 700 - 14 * k) for k, line in enumerate(lines)]).text == text


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_shown(rotate: int) -> None:
    copy = read(block(TEXT, x=60, y=700, width=40), rotate=rotate)
    assert copy.text == TEXT
    assert copy.pages[0].width == (842 if rotate % 180 else 595)


def test_a_page_set_sideways_is_turned() -> None:
    puts = [Put(line.text, 842 - line.y, line.x, line.size, "0 1 -1 0") for line in block(TEXT, x=60, y=700, width=40)]
    copy = read(puts)
    assert copy.text == TEXT
    box = copy.pages[0].boxes[0]
    assert box.bottom - box.top > box.right - box.left  # the line runs upward on the page as it is


def test_words_set_aslant_are_foreign() -> None:
    copy = read([Put("DRAFT", 100, 300, 40, "0.7 0.7 -0.7 0.7"), *block(TEXT, x=60, y=700, width=40)])
    assert copy.text == TEXT
    assert [(doubt.part.text, doubt.kind) for doubt in copy.doubts] == [("DRAFT", "foreign")]


def test_radicals_and_ligatures_are_written_out_and_tied_to_their_place() -> None:
    copy = read([Put("⼈⺠和平", 60, 700), Put("核武器ﬁ", 60, 650)])
    assert copy.text == "人民和平\n核武器fi"
    assert copy.decoded.startswith("⼈⺠和平")
    assert copy.offsets.back(Span(0, 2)) == Span(0, 2)


def test_characters_printed_twice_for_boldness_stand_once() -> None:
    assert read([Put("双方重申", 60, 700), Put("双方重申", 60, 700)]).text == "双方重申"


LOCKED = (
    "/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44"
    "/O<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>"
    "/U<00112233445566778899AABBCCDDEEFF00000000000000000000000000000000>>>/ID[<00><00>]"
)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"%PDF-1.7", "not a sound PDF"),
        (pdf([Put("x", 60, 60)])[:200], "not a sound PDF"),
        (pdf([]), "no text in this PDF"),
        (pdf([Put("x", 60, 60)], trailer=LOCKED), "locked with a password"),
    ],
)
def test_refused_in_one_line(data: bytes, rule: str) -> None:
    with pytest.raises(CopyUnread, match=rule) as caught:
        read_pdf(data, Found("a.pdf"))
    assert str(caught.value).startswith("a.pdf: ")
    assert "\n" not in str(caught.value)


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["actum.read.pdf"].importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(CopyUnread, match=r"pip install \"actum\[pdf\]\""):
        read_pdf(pdf([Put("x", 60, 60)]), Found("a.pdf"))
