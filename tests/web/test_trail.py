"""Lines of time."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from actum.web.trail import APART, WIDTH, timeline

DATES = ("1999-12-31", "2001-03", "2001", "2019-06-05/2019-06-07", "20XX", "")
WORKS = {f"w{n}": {"work": f"w{n}", "date": date} for n, date in enumerate(DATES)}


def test_works_stand_in_order_of_time_and_those_without_a_day_last() -> None:
    line = timeline([("same", work, {}) for work in WORKS], WORKS)
    assert [dot.work for dot in line.dots] == ["w0", "w2", "w1", "w3", "w4", "w5"]
    assert next(year for _, year in line.years) == 1999


def test_a_line_without_any_day_can_be_drawn() -> None:
    line = timeline([("same", "w5", {})], {"w5": WORKS["w5"]})
    assert (len(line.dots), line.years) == (1, ())
    assert timeline([], {}).dots == ()


@given(st.lists(st.tuples(st.sampled_from(["same", "variant", "silent"]), st.sampled_from(sorted(WORKS))), max_size=12))
def test_dots_stay_on_the_line_and_apart(places: list[tuple[str, str]]) -> None:
    line = timeline([(kind, work, {}) for kind, work in places], WORKS)
    assert len(line.dots) == len(places)
    assert all(0 <= dot.x <= WIDTH for dot in line.dots)
    for lane in range(line.lanes):
        own = [dot.x for dot in line.dots if dot.lane == lane]
        assert own == sorted(own)
        inside = [x for x in own if x < WIDTH - APART]
        assert all(b - a > APART - 0.2 for a, b in pairwise(inside))
