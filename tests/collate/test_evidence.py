"""What reads better, with the rest of a text for a measure."""

from __future__ import annotations

import pytest

from actum.collate.evidence import BOUND, Usage, repeats

TEXT = "双方强调维护和巩固全球战略稳定极其重要。双方反对使用武力或以武力相威胁，支持和平解决争端。人人享有和平。"
ENGLISH = "the parties reaffirm their commitment to the treaty. the parties support the treaty."


@pytest.mark.parametrize(
    ("before", "better", "worse", "after"),
    [
        ("双方反对使用", "武力", "武刀", "或以"),
        ("维护和", "巩固", "巩因", "全球战略"),
        ("双方", "", "方", "强调维护"),
        ("双方强调", "", "强调", "维护和巩固"),
        ("维护", "和", "AND", "巩固全球"),
        ("维护和巩固", "全球", "", "战略稳定"),
        ("双方", "不", "", "支持和平"),
    ],
)
def test_chinese(before: str, better: str, worse: str, after: str) -> None:
    usage = Usage(TEXT, language="zh")
    good, bad = usage.scores(before, (better, worse), after, here=better)
    assert -BOUND <= bad < good <= 0
    good, bad = usage.scores(before, (better, worse), after, here=worse)
    assert bad < good


def test_a_pair_that_is_a_word_is_not_doubled() -> None:
    usage = Usage(TEXT, language="zh")
    both, one = usage.scores("", ("人人", "人"), "享有和平", here="人人")
    assert both > one


@pytest.mark.parametrize(
    ("before", "better", "worse", "after"),
    [
        ("reaffirm their ", "commitment", "comitment", " to the"),
        ("the parties ", "", "parties ", "support the"),
        ("the parties do ", "not ", "", "support"),
    ],
)
def test_english(before: str, better: str, worse: str, after: str) -> None:
    good, bad = Usage(ENGLISH, language="en").scores(before, (better, worse), after, here=better)
    assert bad < good


def test_repeats() -> None:
    assert repeats("双方强调", "强调", "维护")
    assert repeats("双方", "强调", "强调维护")
    assert not repeats("双方", "强调", "维护")
    assert not repeats("双方", "", "维护")
