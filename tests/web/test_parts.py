"""A long list in parts: every row is in one part, and no part is too large."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from actum.web.parts import part_at, part_number

SIZES = st.lists(st.integers(min_value=0, max_value=400), max_size=60)


@given(SIZES, st.integers(min_value=1, max_value=20))
def test_every_row_is_in_one_part_in_order(sizes: list[int], most: int) -> None:
    of = part_at(sizes, 0, most=most, room=500).of
    parts = [part_number(sizes, number, most=most, room=500) for number in range(1, of + 1)]
    assert [row for part in parts for row in range(part.first, part.last)] == list(range(len(sizes)))
    assert [part.number for part in parts] == list(range(1, of + 1))
    for part in parts:
        assert part.last - part.first <= most
        assert part.last - part.first == 1 or sum(sizes[part.first : part.last]) <= 500
    for part, later in itertools.pairwise(parts):
        assert (part.after, later.before) == (later.first, part.first)
    assert (parts[0].before, parts[-1].after) == (None, None)


@given(SIZES, st.integers(min_value=-3, max_value=70))
def test_the_part_of_a_row_has_it_and_else_it_is_the_first(sizes: list[int], row: int) -> None:
    part = part_at(sizes, row, most=7, room=500)
    assert part.first <= row < part.last if 0 <= row < len(sizes) else part.number == 1
    assert part_number(sizes, part.number, most=7, room=500) == part


def test_what_is_no_number_of_a_part_is_the_first() -> None:
    assert part_number([1] * 9, 99, most=4).number == part_number([1] * 9, 0, most=4).number == 1
