"""The days that a date leaves possible."""

from __future__ import annotations

import pytest

from actum.errors import DataFault
from actum.registry.edtf import FIRST, LAST, days


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2019-06-05", "2019-06-05", "2019-06-05"),
        ("2019-06", "2019-06-01", "2019-06-30"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-XX", "2019-01-01", "2019-12-31"),
        ("2019-06-XX", "2019-06-01", "2019-06-30"),
        ("2019-02-01/2019-02-02", "2019-02-01", "2019-02-02"),
        ("2015/2016", "2015-01-01", "2016-12-31"),
        ("../2019-06-05", FIRST, "2019-06-05"),
        ("/2019", FIRST, "2019-12-31"),
        ("1968/..", "1968-01-01", LAST),
        ("XXXX-06-05", FIRST, LAST),
    ],
)
def test_days(written: str, first: str, last: str) -> None:
    assert days(written) == (first, last)


@pytest.mark.parametrize(
    "written",
    ["", "..", "../..", "/", "2019-02-30", "2019-13", "0000", "2020/2019", "19", "2019-6-5", "May 5", "2019-XX-05",
     "2019/2020/2021", "二〇一九"],
)  # fmt: skip
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(DataFault, match="is not an EDTF date"):
        days(written)
