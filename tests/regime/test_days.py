"""Dates of the ledger: which lies surely before the other, and what words say."""

from __future__ import annotations

import pytest

from actum.regime.days import first_day, has_come, is_after, is_past, last_day
from actum.regime.due_dates import number, within, year_of_work

YEAR, MONTH, DAY = {"months": 12}, {"months": 1}, {"days": 1}
DIGITS = "〇零○一二三四五六七八九"


def test_a_date_without_a_year_has_no_day() -> None:
    assert first_day("") == last_day("") == first_day("XXXX-06-05") == last_day("XXXX-06-05") == ""
    assert [is_after("2020", ""), is_after("", "2020"), has_come("", "2020"), is_past("", "2020")] == [False] * 4


def test_what_is_only_possible_is_not_so() -> None:
    assert is_after("2019-07", "2019-06")
    assert not is_after("2019", "2019-06-05")
    assert not is_after("2025-05-08", "2025-05-07/2025-05-10")
    assert has_come("2022", "2022-12-31")
    assert not has_come("2022", "2022-08-01")
    assert is_past("2025", "2026-01-01")
    assert not is_past("2025", "2025-12-31")
    assert is_past("2025-05-10", "2025-05")
    assert not is_past("2025-05", "2025-05")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("十", 10), ("十二", 12), ("二十", 20), ("八十一", 81), ("两", 2), ("二〇三〇", 2030), ("2030", 2030),
        ("二○二五", 2025), ("零", 0), ("百", 0), ("", 0), ("一十十", 0),
    ],
)  # fmt: skip
def test_numbers(words: str, said: int) -> None:
    assert number(words, DIGITS) == said


def test_a_day_that_hangs_on_the_works_own() -> None:
    assert within("2024-05-06", 5, YEAR) == "2029-05-06"
    assert within("2024-02-29", 1, YEAR) == "2025-02-28"
    assert within("2024-10-31", 4, MONTH) == "2025-02-28"
    assert within("2025-05-07/2025-05-10", 1, YEAR) == "2026-05-10"
    assert within("2024-05", 5, YEAR) == within("", 5, YEAR) == within("2024-05-06", 0, MONTH) == ""
    assert year_of_work("2024-05-06", 1) == "2025"
    assert year_of_work("2024-12-30/2025-01-02", 0) == year_of_work("", 0) == year_of_work("XXXX-05-06", 0) == ""
