"""Rows in order and in groups."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from actum.web.tables import choices, grouped, ordered

Rows = list[dict[str, list[str]]]
rows_made = st.lists(st.fixed_dictionaries({"of": st.lists(st.sampled_from(["b", "a", "c"]), max_size=3)}), max_size=8)


@given(rows_made)
def test_nothing_is_lost_or_made_by_grouping(rows: Rows) -> None:
    groups = grouped(rows, lambda row: row["of"], str.upper)
    assert {id(row) for group in groups for row in group.rows} == {id(row) for row in rows}
    assert sum(len(group.rows) for group in groups) == sum(max(1, len(set(row["of"]))) for row in rows)
    names = [group.name for group in groups]
    assert names == sorted(names, key=lambda name: (not name, name))


@given(rows_made)
def test_sorting_keeps_all_and_puts_what_has_nothing_last(rows: Rows) -> None:
    found = ordered(rows, lambda row: row["of"], str)
    assert sorted(map(id, found)) == sorted(map(id, rows))
    has = [bool(row["of"]) for row in found]
    assert has == sorted(has, reverse=True)


def test_equal_rows_keep_their_order() -> None:
    rows = [{"of": ["a"], "n": ["1"]}, {"of": [], "n": ["2"]}, {"of": ["a"], "n": ["3"]}]
    assert [row["n"] for row in ordered(rows, lambda row: row["of"], str)] == [["1"], ["3"], ["2"]]


def test_a_value_is_counted_once_a_row() -> None:
    made = choices([{"of": ["a", "a", "b"]}, {"of": ["a"]}], {"of": lambda row: row["of"]}, lambda _, value: value)
    assert [(one.value, one.count) for one in made["of"]] == [("a", 2), ("b", 1)]
