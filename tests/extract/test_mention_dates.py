"""Dates as a computer sorts them."""

from __future__ import annotations

import pytest

from actum.extract.mention_dates import edtf


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2016年6月25日", "2016-06-25"),
        ("2021年2月", "2021-02"),
        ("2001年", "2001"),
        ("5月9日", "XXXX-05-09"),
        ("2025年5月7日至10日", "2025-05-07/2025-05-10"),
        ("2025年5月28日至6月2日", "2025-05-28/2025-06-02"),
        ("2024—2025年", "2024/2025"),
        ("去年", ""),
        ("", ""),
    ],
)
def test_edtf(words: str, date: str) -> None:
    assert edtf(words, "zh") == date


def test_a_language_without_a_pattern() -> None:
    assert edtf("8 May 2025", "en") == ""
