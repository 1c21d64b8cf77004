"""Instruments of the sample through time: each period tells what the register tells on each of its days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from actum.store.workspace import Workspace
from actum.workflow.instruments import Instruments, instruments, inverse
from actum.workflow.regime import Asked, register_rows

TODAY = "2026-11-26"


@pytest.fixture(scope="module")
def found(sample: Workspace) -> Instruments:
    return instruments(sample)


def test_a_status_is_what_the_verb_prints(found: Instruments, sample: Workspace) -> None:
    for day in ("2019-06-05", "2025-05-08", "2026"):
        rows = register_rows(sample, (), Asked(TODAY, (day,)))
        assert [found.status(slug, as_of=day, today=TODAY) for slug in found.named] == rows


def test_periods_follow_one_another_without_gap(found: Instruments) -> None:
    for slug in found.named:
        for one, other in pairwise(found.periods(slug, today=TODAY)):
            assert date.fromisoformat(one.end) + timedelta(days=1) == date.fromisoformat(other.start)


def test_a_period_has_one_status_on_all_its_days(found: Instruments) -> None:
    for slug in ("inf-treaty", "new-start", "ctbt", "jcpoa"):
        for one in found.periods(slug, today=TODAY):
            start = date.fromisoformat(one.start)
            end = date.fromisoformat(one.end) if one.end else start + timedelta(days=400)
            for day in {start, start + (end - start) // 3, start + (end - start) // 2, end}:
                state = found.status(slug, as_of=day.isoformat(), today=TODAY)["state"]
                assert state == one.status["state"], (slug, day)


def test_the_last_period_is_open_and_the_first_begins_with_what_is_known(found: Instruments) -> None:
    periods = found.periods("inf-treaty", today=TODAY)
    assert periods[0].start == "1987-12-08"
    assert periods[-1].end == ""
    assert periods[-1].status["state"] == "terminated"
    assert found.periods("film-action-plan", today=TODAY) == []


def test_relations_are_known_from_both_ends(found: Instruments) -> None:
    assert ("protocol-to", "bwc-verification-protocol") in inverse(found.registry, "bwc")
    assert ("part-of", "un-charter-article-25") in inverse(found.registry, "un-charter")
