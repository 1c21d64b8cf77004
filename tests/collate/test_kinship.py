"""Families in words."""

from __future__ import annotations

import numpy as np

from actum.collate.families import Sites, judge
from actum.collate.kinship import Kinship

ROWS = ["1111100000"] * 6 + ["0000010000", "0000001000", "0000000100"]


def kinship() -> Kinship:
    states = np.array([[int(c) for c in row] for row in ROWS], dtype=np.int32)
    merit = np.array([(0.0, -2.0)] * 5 + [(0.0, 0.0)] * 5)
    return Kinship(judge(Sites(states, merit, np.full(merit.shape, 1 / 60), 1000, np.ones(9))), list("ABCDEFGHI"))


def test_a_family_is_named_with_its_slips() -> None:
    assert kinship().says(set(range(6))) == "A, B, C, D, E, F share 5 slips of one copy and count as one here"


def test_most_of_a_family_is_told_by_the_family() -> None:
    assert kinship().says({0, 1, 2, 3, 4}).startswith("A, B, C, D, E, F share 5")


def test_no_family_fits() -> None:
    assert kinship().says({6}) == "the readings were weighed by the families of the copies"
