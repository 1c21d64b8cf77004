"""What a copy holds beside its works: foreign matter, truncation, residue, and what stands near a text."""

from __future__ import annotations

from dataclasses import replace

from actum.identify.frame import Segment
from actum.identify.matter import beside, doubts_of_copy, is_followed, shows_edges, uncovered
from actum.text.span import Span


def segment(text: str, quote: str, kind: str, inside: tuple[Segment, ...] = ()) -> Segment:
    start = text.index(quote)
    return Segment(Span(start, start + len(quote)), kind, f"says {kind}", f"frame:{kind}", inside)  # type: ignore[arg-type]


PAGE = "记者报道。\n联合声明正文。\n（来源：新华社）\n（下转第6版）\n另一条新闻。"
NEWS, CREDIT, CUT = (
    segment(PAGE, "记者报道。", "news"),
    segment(PAGE, "（来源：新华社）", "credit"),
    segment(PAGE, "（下转第6版）", "cut"),
)
BODY = segment(PAGE, "联合声明正文。", "text")
LATER = segment(PAGE, "另一条新闻。", "news")
ALL = (NEWS, BODY, CREDIT, CUT, LATER)


def test_what_no_work_covers_is_foreign_and_a_jump_line_is_a_truncation() -> None:
    found = doubts_of_copy(PAGE, ALL, [BODY.span])
    assert [(one.kind, one.part.text, one.made_by) for one in found] == [
        ("foreign", "记者报道。", "frame:news"),
        ("foreign", "（来源：新华社）", "frame:credit"),
        ("truncation", "（下转第6版）", "frame:cut"),
        ("foreign", "另一条新闻。", "frame:news"),
    ]
    for one in found:
        one.part.check(PAGE)


def test_the_part_of_a_text_that_no_work_covers() -> None:
    (one,) = doubts_of_copy(PAGE, [BODY], [Span(BODY.span.start, BODY.span.end - 3)])
    assert (one.part.text, one.made_by) == ("正文。", "beside-every-work")


def test_nothing_is_said_of_a_copy_that_is_all_work() -> None:
    assert doubts_of_copy(PAGE, [BODY], [Span(0, len(PAGE))]) == ()


def test_residue_is_one_doubt_with_its_first_place() -> None:
    text = "战(zhàn)略(lüè)稳定"
    (one,) = doubts_of_copy(text, [], [Span(0, len(text))])
    assert (one.kind, one.part.text) == ("residue", "(zhàn)")
    assert "2 pinyin syllables" in one.says
    assert doubts_of_copy(text, [], []) == ()


def test_marks_and_blanks_alone_are_not_uncovered() -> None:
    text = "甲乙 ——\n 丙丁 。"
    assert [span.of(text) for span in uncovered(text, Span(0, len(text)), [Span(0, 2)])] == ["——\n 丙丁 。"]
    assert list(uncovered(text, Span(0, len(text)), [Span(0, 2), Span(7, 9)])) == []
    assert list(uncovered(text, Span(2, 2), [])) == []


def test_credits_near_a_text_up_to_other_prose() -> None:
    assert beside(PAGE, ALL, BODY.span) == "（来源：新华社）\n（下转第6版）"
    assert beside(PAGE, (NEWS, LATER), BODY.span) == ""


def test_a_credit_right_behind_a_text_shows_that_it_ended() -> None:
    text = Segment(Span(0, 4), "text", "", "frame:before-credit")
    credit, news = Segment(Span(5, 9), "credit", "", ""), Segment(Span(5, 9), "news", "", "")
    assert is_followed([text, credit], text.span)
    assert not is_followed([text, news, replace(credit, span=Span(10, 14))], text.span)
    assert not is_followed([credit], Span(10, 14))


def test_a_copy_shows_its_edges_by_title_and_closing_line_or_by_what_stands_beside() -> None:
    page = "声明正文，双方重申。"
    whole = Segment(Span(0, len(page)), "text", "", "frame:closing", titled=True, closed=True)
    assert shows_edges(page, [whole], [whole.span]) == (True, True)
    assert shows_edges(page, [replace(whole, titled=False, closed=False)], [whole.span]) == (False, False)
    assert shows_edges(page, [], [Span(2, 6)]) == (True, True)
    jump = Segment(Span(5, len(page)), "cut", "", "frame:cut")
    assert shows_edges(page, [jump], [Span(0, 5)]) == (False, False)
