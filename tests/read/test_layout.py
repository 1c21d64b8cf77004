"""Layout without files: order, heads that were misread, what is told of pages that failed, scores."""

from __future__ import annotations

import pytest

from actum.model.copy import Copy
from actum.read.layout import Glyph, Line, Sheet
from actum.read.layout_copy import copy_of
from actum.read.layout_matter import is_page_number
from actum.read.layout_scores import box_of
from actum.text.span import Span

BODY = "双方重申恪守不扩散核武器条约规定的各项义务并呼吁各方。"


def glyphs(text: str, *, x: float, y: float, size: float = 10.0, scores: dict[int, float] | None = None) -> list[Glyph]:
    known = scores or {}
    return [
        Glyph(character, x + k * size, y, x + (k + 1) * size, y + size, size, known.get(k, 1.0))
        for k, character in enumerate(text)
    ]


def page(number: int, *lines: list[Glyph], says: str = "", turned: float = 0.0) -> Sheet:
    return Sheet(number, 595, 842, tuple(glyph for line in lines for glyph in line), says=says, turned=turned)


def copy(*sheets: Sheet) -> Copy:
    return copy_of(sheets, data=b"", place="a", form="scan", encoding="ocr")


def test_a_head_is_known_though_a_machine_misread_it() -> None:
    heads = ("外交文件汇编二〇二五年第五期", "外文文件汇编二二五年第五期")
    sheets = [
        page(
            n,
            glyphs(head, x=200, y=30, scores={1: 0.9}),
            glyphs(BODY, x=60, y=100),
            glyphs(BODY, x=60, y=120),
            glyphs(BODY, x=60, y=140),
        )
        for n, head in enumerate(heads, 1)
    ]
    found = copy(*sheets)
    assert "汇编" not in found.text
    assert all(head in found.decoded for head in heads)


def test_a_head_is_known_though_white_parts_it_on_one_page() -> None:
    body = [glyphs(BODY, x=60, y=100 + 20 * k) for k in range(3)]
    whole = page(1, glyphs("外交文件汇编二〇二五年第五期", x=200, y=30), *body)
    parted = page(2, glyphs("外交文件汇编", x=180, y=30), glyphs("二〇二五年第五期", x=280, y=30), *body)
    found = copy(whole, parted)
    assert "汇编" not in found.text
    assert "第五期" not in found.text


def test_a_head_of_one_page_stays_in_the_text() -> None:
    found = copy(page(1, glyphs("外交文件汇编", x=200, y=30), glyphs(BODY, x=60, y=100)))
    assert found.text == f"外交文件汇编\n{BODY}"


def test_a_table_is_read_row_by_row() -> None:
    rows = [("国家", "日期"), ("中国", "五月"), ("俄国", "六月"), ("美国", "七月")]
    lines = [glyphs(cell, x=60 + 200 * k, y=100 + 20 * n) for n, row in enumerate(rows) for k, cell in enumerate(row)]
    assert copy(page(1, *lines)).text.split("\n") == [" ".join(row) for row in rows]


def test_a_box_that_the_text_flows_around_stands_behind_it() -> None:
    """Two lines are parted by a box of two lines, which stand between them in height."""
    text = (
        "双方坚信，各国人民命运与共，各国及各组织不能以牺牲他国安全来保障自身安全。双方呼吁各国坚持全球和地区安全平等。"
    )
    cut = [text[:20], text[20:26], text[26:32], text[32:38], text[38:44], text[44:]]
    lines = [
        glyphs(cut[0], x=60, y=100),
        glyphs(cut[1], x=60, y=115),
        glyphs(cut[2], x=200, y=115),
        glyphs("内部资料", x=140, y=122),
        glyphs(cut[3], x=60, y=130),
        glyphs("注意保存", x=140, y=134),
        glyphs(cut[4], x=200, y=130),
        glyphs(cut[5], x=60, y=145),
    ]
    assert copy(page(1, *lines)).text == f"{text}\n内部资料注意保存"


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("双方坚信,各国(包括美国)如下:", "双方坚信，各国（包括美国）如下："),
        ("称“双方”)如下:", "称“双方”）如下："),
        ("共8,000枚,其中", "共8,000枚，其中"),
        ("见A(2)条", "见A(2)条"),
        ("双方坚信.", "双方坚信."),
    ],
)
def test_marks_that_a_machine_read_half_as_wide_are_set_wide_amid_chinese(read: str, text: str) -> None:
    found = copy(page(1, glyphs(read, x=60, y=100, scores=dict.fromkeys(range(len(read)), 0.9))))
    assert found.text == text
    assert found.decoded.strip() == read
    sure = copy(page(1, glyphs(read, x=60, y=100)))
    assert sure.text == read


def test_what_was_read_with_little_confidence_is_a_doubt_and_keeps_its_score() -> None:
    found = copy(page(1, glyphs(BODY, x=60, y=100, scores={2: 0.4, 3: 0.5, 7: 0.9})))
    assert [(doubt.kind, doubt.part.text) for doubt in found.doubts] == [("suspect", "重申")]
    assert [(one.span.of(found.decoded), one.score) for one in found.confidence] == [
        ("重", 0.4),
        ("申", 0.5),
        ("扩", 0.9),
    ]


def test_a_page_that_failed_is_said_where_it_stood() -> None:
    sheets = (page(1, glyphs(BODY, x=60, y=100)), page(2, says="page 2 is broken"), page(3, glyphs("完", x=60, y=100)))
    found = copy(*sheets)
    assert [(doubt.kind, doubt.says) for doubt in found.doubts] == [("unread", "page 2 is broken")]
    assert found.doubts[0].part.start == found.pages[1].span.start


@pytest.mark.parametrize("turned", [90.0, 180.0, 270.0])
def test_a_box_is_turned_back(turned: float) -> None:
    line = Line(tuple(glyphs("双方", x=100, y=50)))
    box = box_of(line, Span(0, 2), page(1, turned=turned))
    width, height = box.right - box.left, box.bottom - box.top
    assert (width, height) == ((20, 10) if turned == 180 else (10, 20))
    # turned clockwise by a quarter, what stands near the top was near the left
    at = {90.0: (50, 842 - 120), 180.0: (595 - 120, 842 - 60), 270.0: (595 - 60, 100)}[turned]
    assert (box.left, box.top) == pytest.approx(at, abs=0.2)


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "— 12 —",
        "- 3 -",
        "第 3 页",
        "第3页 共12页",
        "3/12",
        "xiv",
        "Page 3 of 12",
        "стр. 4",
        "－５－",
        "-2一",
        "一 3-",
    ],
)
def test_page_numbers(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize(
    "text", ["2025年", "12.5", "第三条", "Article 3", "一、", "civil war", "2025年5月8日", "二一", "一一"]
)
def test_no_page_numbers(text: str) -> None:
    assert not is_page_number(text)
