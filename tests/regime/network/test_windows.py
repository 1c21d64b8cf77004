"""What lies within bounds of time."""

from __future__ import annotations

import pytest
from tests.regime.making_networks import leaning

from actum.regime.network.windows import bounds, within


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2019-06-05", ("2019-06-05", "2019-06-05")),
        ("2019", ("2019", "2019-99-99")),
        ("2019-06", ("2019-06", "2019-06-99")),
        ("2025-05-07/2025-05-10", ("2025-05-07", "2025-05-10")),
        ("XXXX-06-05", None),
        ("", None),
        ("May", None),
    ],
)
def test_bounds(date: str, found: tuple[str, str] | None) -> None:
    assert bounds(date) == found


@pytest.mark.parametrize(
    ("start", "end", "inside"),
    [
        ("", "", True),
        ("2019", "2019", True),
        ("2019-06-05", "", True),
        ("2019-06-06", "", False),
        ("", "2019-05", False),
    ],
)
def test_within(start: str, end: str, *, inside: bool) -> None:
    assert bool(within([leaning("CHN", "npt", "for", date="2019-06-05")], start=start, end=end)) is inside


def test_a_date_that_only_may_lie_within_does_not() -> None:
    assert within([leaning("CHN", "npt", "for", date="2018-12-30/2019-01-02")], start="2019") == []
    assert within([leaning("CHN", "npt", "for", date="XXXX-06-05")], start="2019") == []
