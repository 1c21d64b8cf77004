"""Lines: letters, and what they stand for in the copy."""

from __future__ import annotations

from actum.collate.bearers import Bearer, Line, lined
from actum.text.span import Span


def line_of(text: str, *pieces: tuple[int, int]) -> Line:
    return lined(Bearer("A", text, tuple(Span(*piece) for piece in pieces) or (Span(0, len(text)),)))


def written(line: Line) -> list[str]:
    return [line.form(letter) for letter in range(len(line.letters))]


def test_residue_stays_with_its_letter_and_layout_apart() -> None:
    line = line_of("俄羅斯聯(lián)邦 80\n\n　　年")
    assert line.letters == "俄罗斯联邦80年"
    assert written(line) == ["俄", "羅", "斯", "聯(lián)", "邦", "8", "0", "年"]
    assert line.bare(3) == "聯"
    assert [line.layout(letter) for letter in range(8)] == ["", "", "", "", " ", "", "\n", ""]


def test_markup_and_the_unseen_are_gone_but_places_are_of_the_copy() -> None:
    text = "头## 双**方**\u200b反对"
    line = line_of(text, (1, len(text)))
    assert line.letters == "双方反对"
    places = [text[start:end] for start, end in zip(line.copy_starts, line.copy_ends, strict=True)]
    assert places == ["双", "方", "反", "对"]


def test_a_squared_word_is_written_once() -> None:
    line = line_of("5㎞处")
    assert line.letters == "5KM处"
    assert written(line) == ["5", "㎞", "", "处"]


def test_a_dash_is_one_letter() -> None:
    line = line_of("风险 —— 这些")
    assert line.letters == "风险—这些"
    assert written(line)[2] == "——"
    assert line.layout(1) == line.layout(2) == " "


def test_words_are_parted_by_a_letter() -> None:
    line = line_of("do\nnot. So")
    assert line.letters == "DO NOT。SO"
    assert line.layout(2) == "\n"
    assert line.layout(6) == " "


def test_pieces_in_the_order_of_the_work() -> None:
    text = "乙段。\n广告\n甲段。"
    line = line_of(text, (7, 10), (0, 3))
    assert line.letters == "甲段。乙段。"
    assert line.heads == (0, 3)
    assert line.joins == {2: None}
    assert line.copy_starts.tolist() == [7, 8, 9, 0, 1, 2]


def test_pieces_with_only_white_space_between_say_what_it_is() -> None:
    assert line_of("甲段。\n\n乙段。", (0, 3), (5, 8)).joins == {2: "\n"}
    assert line_of("甲段乙段", (0, 2), (2, 4)).joins == {1: ""}


def test_foreign_lines_between_two_lines_part_them_but_not_a_sentence() -> None:
    assert line_of("甲段。\n广告\n乙段。", (0, 3), (7, 10)).joins == {2: "\n"}
    assert line_of("甲乙\n第3版\n丙段。", (0, 2), (7, 10)).joins == {1: None}
    assert line_of("甲段。广告乙段。", (0, 3), (5, 8)).joins == {2: None}


def test_a_credit_under_a_title_parts_it_from_the_body() -> None:
    for head, foreign in (
        ("联合声明", "\n来源：某报\n"),
        ("联合声明", "\n2020-06-07 10:20\n"),
        ("联合声明", "（全文）\n"),
    ):
        text = f"{head}{foreign}双方重申。"
        body = text.index("双方")
        pieces = (Span(0, len(head)), Span(body, len(text)))
        assert lined(Bearer("A", text, pieces, body=body)).joins == {3: "\n"}
        assert lined(Bearer("A", text, pieces)).joins == {3: None}
