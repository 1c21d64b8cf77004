"""White space, and what cannot be seen."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actum.text.space import seen, space
from actum.text.span import Span


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("战略 稳定", "战略稳定"),
        ("2025 年", "2025年"),
        ("同 NPT 缔约国", "同NPT缔约国"),
        ("the \n Treaty", "the Treaty"),
        ("Договор  о", "Договор о"),
        ("80 000", "80 000"),
        ("the Treaty, the Parties .", "the Treaty,the Parties."),
        (" \u3000\n", ""),
        (" a ", "a"),
        ("한국 정부", "한국 정부"),
        ("あ い", "あい"),
        ("a \u0301b", "a \u0301b"),
        ("", ""),
    ],
)
def test_space(text: str, folded: str) -> None:
    assert space(text).text == folded


def test_a_space_stands_for_its_whole_run() -> None:
    assert space("a \n b").offsets.back(Span(1, 2)) == Span(1, 4)


def test_nothing_to_fold_gives_the_same_text() -> None:
    text = "战略稳定"
    assert space(text).text is text
    assert seen(text).text is text


def test_what_cannot_be_seen_goes() -> None:
    assert seen("战\u200b略\ufeff稳\u00ad定\ufe0f\u202e\x00\n").text == "战略稳定\n"


def spaced_plainly(text: str) -> str:
    """The plain twin: one expression, for texts of Latin, Cyrillic, Han and white space."""
    return re.sub(r"\s+", "", re.sub(r"(?<=[A-Za-zа-я0-9])\s+(?=[A-Za-zа-я0-9])", "\x01", text)).replace("\x01", " ")


@given(st.text("aZ7яд 　\n\t,，—战略"))
def test_plain_twin(text: str) -> None:
    assert space(text).text == spaced_plainly(text)
