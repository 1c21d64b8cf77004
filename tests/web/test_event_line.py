"""Events on a line of time: labels never overlap, nor does a leader run through one."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from actum.export.text_width import em
from actum.store.files import Row
from actum.web.event_line import LETTERS, Timeline, timeline_of
from actum.workflow.instruments import Period


def event(day: str, sure: str = "A", work: str = "") -> Row:
    return {"date": day, "sure": sure, "work": work}


def line_of(*days: str, now: str = "2025-01-01") -> Timeline:
    made = timeline_of(
        [event(day) for day in days], [], [], now=now, words=lambda row: f"{row['date']} signed", state=lambda _: "x"
    )
    assert made is not None
    return made


def test_nothing_dated_has_no_line() -> None:
    assert timeline_of([], [], [], now="2025", words=str, state=str) is None
    assert timeline_of([event("XXXX-05-09")], [], [], now="2025", words=str, state=str) is None


def test_a_date_known_to_a_year_is_as_long_as_the_year() -> None:
    year, day = line_of("2010", "2020-01-01").marks
    assert day.x == day.to
    assert (day.x - year.x) / 10 * 0.9 < year.to - year.x < (day.x - year.x) / 10 * 1.1


def test_an_open_date_stands_at_the_end_that_is_known() -> None:
    (mark,) = line_of("../2019-06-05").marks
    assert mark.x == mark.to


def test_periods_follow_one_another_and_the_day_asked_for_is_within() -> None:
    periods = [Period("2010-01-01", "2014-12-31", {}), Period("2015-01-01", "", {})]
    made = timeline_of(
        [event("2010-01-01")], periods, ["2012"], now="2020", words=lambda _: "", state=lambda _: "in force"
    )
    assert made is not None
    first, second = made.bands
    assert abs(first.x + first.width - second.x) < 0.2
    assert second.x < made.now < second.x + second.width
    assert made.works[0][1] == 1


DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@given(st.lists(DAYS, min_size=1, max_size=12), st.integers(0, 40))
def test_labels_and_leaders_keep_apart(days: list[date], more: int) -> None:
    near = [*days, *(days[0] + timedelta(days=n) for n in range(more % 5))]
    made = line_of(*(day.isoformat() for day in near))
    for one in made.marks:
        end = one.x + em(one.label) * LETTERS
        assert end < made.width
        for other in made.marks:
            if other is not one and one.x <= other.x <= end:
                # the other's leader runs from its label down to the axis: this label must stand above all of it
                assert one.y < other.y or (one.x == other.x and one.y != other.y)
