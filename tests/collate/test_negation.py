"""Negations, counted in words."""

from __future__ import annotations

import pytest

from actum.collate.negation import denial_lost, denials


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("zh", "双方不支持", 1),
        ("zh", "双方不断支持未来合作", 0),
        ("zh", "并非所有国家都没有履行", 2),
        ("zh", "非洲国家、个别国家、莫斯科", 0),
        ("en", "They do not and cannot support it", 2),
        ("en", "in the notable case", 0),
        ("ru", "Стороны не поддерживают и никогда не поддерживали", 3),
        ("xx", "not 不", 0),
    ],
)
def test_denials(language: str, text: str, count: int) -> None:
    assert denials(text, language) == count


@pytest.mark.parametrize(
    ("language", "one", "other", "lost"),
    [
        ("zh", "不支持", "支持", True),
        ("zh", "支持", "不支持", True),
        ("zh", "不断", "断", True),
        ("zh", "都支持", "支持", False),
        ("en", "do not", "do", True),
        ("en", "unlawful", "lawful", True),
        ("en", "do so", "do", False),
        ("ru", "недопустимо", "допустимо", True),
    ],
)
def test_denial_lost(language: str, one: str, other: str, lost: bool) -> None:  # noqa: FBT001 -- a column of the table
    assert denial_lost(one, other, language) is lost
