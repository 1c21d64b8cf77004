"""Line ends that only wrap."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from actum.collate.bearers import Bearer
from actum.collate.establish import establish
from actum.collate.wraps import soft_ends
from actum.text.span import Span

FIRST = (
    "The Parties reaffirm their commitment to the full implementation of the Treaty and to the principles on which it "
    "rests, and recall the understandings reached at earlier conferences."
)
SECOND = (
    "They express their concern at any step that would lower the threshold for the use of such weapons, and call on "
    "all States to refrain from it, whatever the circumstances and whatever the pretext may be."
)
THIRD = (
    "They decide to continue their consultations and to inform the other States of the results in due course, at the "
    "latest before the next conference is convened."
)
ENGLISH = (FIRST, SECOND, THIRD)
CHINESE = (
    "双方强调维护和巩固全球战略稳定极其重要，各国人民命运与共，各国及各组织不能以牺牲他国安全来保障自身安全。",
    "双方呼吁各国坚持全球和地区安全平等且不可分割原则，全力消弭国家间的冲突，共同在全球构建全面、综合、可持续安全。",
    "双方反对个别国家将外空用于武装对抗的企图，反对开展旨在取得军事优势和将外空界定并用于作战疆域的安全政策和活动。",
)
SAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strategic-stability"


def established(text: str, language: str) -> str:
    return establish([Bearer("A", text, (Span(0, len(text)),))], language=language).text


@pytest.mark.parametrize("between", ["\n\n", "\n    "])
def test_english_at_72_columns(between: str) -> None:
    wrapped = between.join(textwrap.fill(paragraph, 72) for paragraph in ENGLISH)
    assert established(wrapped, "en") == "\n".join(ENGLISH)


@pytest.mark.parametrize("between", ["\n\n", "\n　　"])
def test_chinese_at_20_characters(between: str) -> None:
    wrapped = between.join("\n".join(textwrap.wrap(paragraph, 20)) for paragraph in CHINESE)
    assert established(wrapped, "zh") == "\n".join(CHINESE)


def test_paragraphs_that_stand_close_are_wrapped_where_their_lines_end_in_mid_sentence() -> None:
    wrapped = "\n".join("\n".join(textwrap.wrap(paragraph, 40)) for paragraph in CHINESE * 3)
    assert established(wrapped, "zh") == "\n".join(CHINESE * 3)


def test_sentences_of_one_length_a_line_each_are_not_wrapped() -> None:
    lines = "\n".join(
        f"Стороны подтверждают приверженность положениям договора номер {at} от 2020 года." for at in range(9)
    )
    assert soft_ends(lines) == frozenset()


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_sample_is_not_wrapped(number: str) -> None:
    assert soft_ends(next(SAMPLE.glob(f"{number}*")).read_text(encoding="utf-8-sig")) == frozenset()


def test_a_list_of_short_lines_is_not_wrapped() -> None:
    names = (
        "中国",
        "俄罗斯联邦",
        "大不列颠及北爱尔兰联合王国",
        "法国",
        "美利坚合众国",
        "印度",
        "巴西",
        "南非",
        "埃及",
        "智利",
    )
    assert soft_ends("\n".join(names)) == frozenset()


def test_no_text() -> None:
    assert soft_ends("") == soft_ends("\n\n") == frozenset()
