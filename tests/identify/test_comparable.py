"""Copies as the grouping sees them."""

from __future__ import annotations

from actum.identify.comparable import comparable, disorder
from actum.identify.frame import frame
from actum.text.fold import fold
from actum.text.span import Span

TITLE = "甲国和乙国关于加强战略互信的联合声明"
BODY = "甲国和乙国决心深化战略互信，加强战略协作，坚定维护全球和地区战略稳定与安全。"


def test_title_and_closing_line_bound_a_text() -> None:
    page = f"{TITLE}\n{BODY}\n2020年6月7日于海牙"
    folded = fold(page)
    made = comparable("one", page, folded, frame(page))
    assert made.bounds == (Span(0, len(folded.text)),)
    assert made.titled == {0}
    assert made.closed == {len(folded.text)}
    assert ("day", "2020-06-07") in made.signs


def test_a_page_without_layout_has_no_bounds() -> None:
    made = comparable("one", BODY, fold(BODY), frame(BODY))
    assert (made.bounds, made.shut, made.titled, made.closed) == ((), (), frozenset(), frozenset())


def test_numbers_that_fall_back_show_a_shuffle() -> None:
    assert disorder("一、甲\n二、乙\n三、丙") == 0
    assert disorder("二、乙\n一、甲\n三、丙") == 0  # what begins anew with 1 is no proof
    assert disorder("一、甲\n三、丙\n二、乙") == 1
    assert disorder("1. a\n2. b\n1. c\n2. d") == 0
