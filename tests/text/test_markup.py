"""Markdown and HTML signs in plain text."""

from __future__ import annotations

import time

import pytest

from actum.text.markup import markup
from actum.text.span import Span


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("## 联合声明", "联合声明"),
        ("> 引文", "引文"),
        (">引文", "引文"),
        ("- 一\n* 二\n+ 三", "一\n二\n三"),
        ("> - **一**", "一"),
        ("1. 总则", "1. 总则"),
        ("——加强合作", "——加强合作"),
        ("—— 加强合作", "—— 加强合作"),
        ("-5 度", "-5 度"),
        ("**重**点__强__调", "重点强调"),
        ("***重点***", "重点"),
        ("*重点*和_强调_", "重点和强调"),
        ("`代码`", "代码"),
        ("[声明](https://un.org/a 'x')", "[声明](https://un.org/a 'x')"),
        ('[声明](https://un.org/a "题")', "声明"),
        ("![图](/a.png)", "图"),
        ("第[3](a)款", "第[3](a)款"),
        ("甲\n---\n乙\n***\n丙\n===", "甲\n\n乙\n\n丙\n"),
        ("甲\\\n乙<br/>丙", "甲\n乙丙"),
        ("甲&nbsp;乙&amp;丙&#8212;&#x2014;&lt;", "甲\xa0乙&丙——<"),
        ("A&B; C&D", "A&B; C&D"),
        (r"\*不是\* 2025\.", "*不是* 2025."),
        ("5*3*2 a_b_c * 注 _", "5*3*2 a_b_c * 注 _"),
        ("张*、李*说", "张*、李*说"),
        ("签字：____ 日期：____", "签字：____ 日期：____"),
        ("__init__文件", "init文件"),
        ("a**", "a**"),
        ("&amp;amp;", "&amp;"),
        ("#标签", "#标签"),
    ],
)
def test_markup(text: str, folded: str) -> None:
    assert markup(text).text == folded


def test_a_reference_stands_for_its_whole() -> None:
    assert markup("甲&amp;乙").offsets.back(Span(1, 2)) == Span(1, 6)


def test_nothing_to_fold_gives_the_same_text() -> None:
    text = "战略稳定 5*3"
    assert markup(text).text is text


@pytest.mark.parametrize("unit", ["**a ", "-  ", "> ", "[a", "`", "_a", "\\", "&", "*a ", "# - "])
def test_one_long_line_takes_no_longer_than_its_length_asks(unit: str) -> None:
    started = time.perf_counter()
    markup(unit * 20_000)
    assert time.perf_counter() - started < 2
