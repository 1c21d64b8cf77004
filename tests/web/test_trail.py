"""Lines of time."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from actum.web.trail import APART, EDGE, WIDTH, timeline

DATES = ("1999-12-31", "2001-03", "2001", "2019-06-05/2019-06-07", "20XX", "")
WORKS = {f"w{n}": {"work": f"w{n}", "date": date} for n, date in enumerate(DATES)}


def test_works_stand_in_order_of_time_and_those_without_a_day_behind_the_end() -> None:
    line = timeline([("same", work, {}) for work in WORKS], WORKS)
    assert [dot.work for dot in line.dots] == ["w0", "w2", "w1", "w3", "w4", "w5"]
    assert next(year for _, year in line.years) == 1999
    assert all((dot.x > line.end) == (dot.work in {"w4", "w5"}) for dot in line.dots)


def test_a_line_without_any_day_can_be_drawn() -> None:
    line = timeline([("same", "w5", {})], {"w5": WORKS["w5"]})
    assert (len(line.dots), line.years) == (1, ())
    assert timeline([], {}).dots == ()


def test_many_places_in_one_work_are_one_dot_with_their_number() -> None:
    line = timeline([("same", "w3", {})] * 7 + [("variant", "w3", {})], WORKS)
    assert [(dot.kind, dot.count) for dot in line.dots] == [("same", 7), ("variant", 1)]


def test_works_of_one_day_stand_above_one_another() -> None:
    works = {f"d{n}": {"work": f"d{n}", "date": "2025-05-08"} for n in range(3)} | WORKS
    line = timeline([("same", f"d{n}", {}) for n in range(3)], works)
    assert len({dot.x for dot in line.dots}) == 1
    assert [line.lanes[0] - dot.y for dot in line.dots] == [0, APART, 2 * APART]


@given(st.lists(st.tuples(st.sampled_from(["same", "variant", "silent"]), st.sampled_from(sorted(WORKS))), max_size=12))
def test_a_dot_stands_at_the_day_of_its_work_alone_and_covers_none(places: list[tuple[str, str]]) -> None:
    line = timeline([(kind, work, {}) for kind, work in places], WORKS)
    assert Counter({(dot.kind, dot.work): dot.count for dot in line.dots}) == Counter(places)
    for dot in line.dots:
        (alone,) = timeline([(dot.kind, dot.work, {})], WORKS).dots
        assert alone.x == dot.x
        assert EDGE <= dot.x <= WIDTH - EDGE
        assert 0 < dot.y <= line.lanes[dot.lane]
    for one, other in combinations(line.dots, 2):
        assert abs(one.x - other.x) >= APART - 0.2 or abs(one.y - other.y) >= APART
