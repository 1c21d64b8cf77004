"""Families and roots, on sites made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from actum.collate.families import JOINED, UNHEARD, Sites, Tree, judge, weigh


def sites(rows: list[str], merits: list[tuple[float, float]] | None = None, length: int = 1000) -> Sites:
    """One row a witness, one character a site: `0`, `1`, or `.` for silence."""
    states = np.array([[UNHEARD if c == "." else int(c) for c in row] for row in rows], dtype=np.int32)
    count = states.shape[1]
    merit = np.array(merits or [(0.0, 0.0)] * count, dtype=np.float64)
    return Sites(states, merit, np.full(merit.shape, 1 / 60), length, np.ones(len(rows)))


SPLIT = ["1111100000"] * 6 + ["0000010000", "0000001000", "0000000100"]
"""Six share readings 1 at five sites; the three others each have one of their own."""


def test_language_tells_which_side_of_a_split_is_faulty() -> None:
    bad_one = judge(sites(SPLIT, [(0.0, -2.0)] * 5 + [(0.0, 0.0)] * 5))
    assert (bad_one.chance[:5, 0] > 0.95).all()
    bad_nought = judge(sites(SPLIT, [(-2.0, 0.0)] * 5 + [(0.0, 0.0)] * 5))
    assert (bad_nought.chance[:5, 1] > 0.95).all()


def test_a_site_that_language_cannot_tell_goes_with_its_family() -> None:
    verdict = judge(sites(SPLIT, [(0.0, -2.0)] * 4 + [(0.0, 0.0)] * 6))
    assert verdict.chance[4, 0] > 0.95


def test_without_evidence_the_many_have_it() -> None:
    verdict = judge(sites(["1"] * 6 + ["0"] * 3))
    assert verdict.chance[0, 1] > 0.5


def test_two_of_three_have_it_though_language_is_against_them() -> None:
    verdict = judge(sites(["1", "1", "0"], [(0.0, -1.0)]))
    assert verdict.chance[0, 1] > 0.75


def test_one_against_one_is_even() -> None:
    verdict = judge(sites(["1", "0"]))
    assert verdict.chance[0].tolist() == pytest.approx([0.5, 0.5])


def test_a_family_within_a_family() -> None:
    """Two families below one faulty copy, which reads badly; what it has is not trusted for all its five heirs."""
    inner = ["111110000" + "0"] * 2 + ["111000110" + "0"] * 3
    outer = ["000000000" + "0", "000000001" + "0", "000000000" + "1"]
    verdict = judge(sites(inner + outer, [(0.0, -2.0)] * 2 + [(0.0, 0.0)] * 8))
    assert (verdict.chance[:3, 0] > 0.9).all()


def test_excerpts_hang_where_they_agree() -> None:
    rows = [*SPLIT, "11........", "00........"]
    verdict = judge(sites(rows, [(0.0, -2.0)] * 5 + [(0.0, 0.0)] * 5))
    faulty, sound = verdict.tree.parent[9], verdict.tree.parent[10]
    assert faulty != sound
    assert (verdict.chance[:5, 0] > 0.95).all()


def test_more_witnesses_than_are_joined() -> None:
    rows = ["1111100000"] * JOINED + ["0000000000"] * (JOINED // 2)
    verdict = judge(sites(rows, [(0.0, -2.0)] * 5 + [(0.0, 0.0)] * 5))
    assert len(rows) == verdict.tree.witnesses
    assert (verdict.chance[:5, 0] > 0.95).all()


def test_further_sites_are_weighed_by_the_same_roots() -> None:
    verdict = judge(sites(SPLIT, [(0.0, -2.0)] * 5 + [(0.0, 0.0)] * 5))
    later = sites(["1"] * 6 + ["0"] * 3)
    assert weigh(verdict, later)[0, 0] > 0.9


def test_below_a_branch() -> None:
    tree = Tree(3, (3, 3, 4, 4, 4), (0.0,) * 5)
    assert tree.below(3) == {0, 1}
    assert tree.below(2) == {2}
    assert tree.below(4) == {0, 1, 2}
