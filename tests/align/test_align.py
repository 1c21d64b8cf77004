"""Marked cases: what becomes of each sentence, and what changed in it."""

from __future__ import annotations

import pytest
from tests.align.marked import Case, cases, numbers, side, told

from actum.align import align
from actum.registry.load import load

ALL = list(cases("align.txt"))


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"line {case.line}")
def test_case(case: Case) -> None:
    found = align(*case.sides(), registry=load()).rows
    rows = {
        (str(row.relation), numbers(row.earlier, case.earlier), numbers(row.later, case.later)): row for row in found
    }
    assert sorted(rows) == sorted(case.rows)
    for number, changes in case.changes.items():
        changed = [told(change) for change in rows[case.rows[number]].changes]
        assert set(changes) <= set(changed), changed


def test_there_are_cases() -> None:
    assert len(ALL) > 15
    assert {relation for case in ALL for relation, _, _ in case.rows} >= {"kept", "split", "merged", "moved", "unknown"}


def test_the_same_words_have_no_changes() -> None:
    text = "双方强调维护全球战略稳定具有重要意义。\n双方将就此保持密切对话，协调立场。"
    found = align(side(text), side(text), registry=load()).rows
    assert [(row.relation, row.score, row.changes) for row in found] == [("kept", 1.0, ()), ("kept", 1.0, ())]


def test_empty_texts_have_no_rows() -> None:
    assert align(side(""), side(""), registry=load()).rows == ()


def test_a_text_against_nothing_is_dropped() -> None:
    found = align(side("双方将就此保持密切对话。"), side(""), registry=load()).rows
    assert [row.relation for row in found] == ["dropped"]


def test_shared_ids_leave_out_those_who_speak() -> None:
    text = "中俄重申遵守《不扩散核武器条约》。"
    row = align(side(text), side(text), registry=load()).rows[0]
    assert row.shared == ("npt",)
