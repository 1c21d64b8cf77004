"""Units of columns."""

from __future__ import annotations

from actum.collate.units import Unit, free_units, gap_units, letter_units

WORDS = [0, 0, 1, 1, -1, 1, 2, 3, 3]
"""Two letters, a word of three with a column left out in it, a word of one, a word of two."""
SHOWN = [number >= 0 for number in WORDS]
A, B = frozenset({1}), frozenset({2})


def letters(*runs: tuple[int, int, frozenset[int]]) -> list[tuple[int, int]]:
    return [(unit.start, unit.end) for unit in letter_units(runs, WORDS, SHOWN, [False] * len(WORDS))]


def test_a_change_is_widened_to_its_word() -> None:
    assert letters((1, 2, A)) == [(0, 2)]
    assert letters((4, 5, A)) == [(2, 6)]
    assert letters((6, 7, A)) == [(6, 7)]


def test_changes_in_one_word_are_one() -> None:
    assert letters((2, 3, A), (5, 6, B)) == [(2, 6)]


def test_changes_of_one_witness_close_together_are_one() -> None:
    assert letters((6, 7, A), (8, 9, A)) == [(6, 9)]
    assert letters((0, 1, A), (6, 7, A)) == [(0, 2), (6, 7)]


def test_changes_of_several_side_by_side_stay_apart() -> None:
    assert letters((0, 2, A), (2, 6, B)) == [(0, 2), (2, 6)]


def test_spaces_at_the_edge_are_left_out() -> None:
    blank = [False] * len(WORDS)
    blank[6] = True
    runs = [(6, 9, A)]
    assert letter_units(runs, WORDS, SHOWN, blank) == [Unit(7, 9, "letters")]


def test_forms_go_by_word_and_keep_clear() -> None:
    taken = [Unit(2, 3, "letters")]
    assert free_units([0, 1, 3, 7], WORDS, taken) == [Unit(0, 2, "form"), Unit(3, 6, "form"), Unit(7, 9, "form")]


def test_gaps_take_the_words_beside_them() -> None:
    assert gap_units([(1, 2)], WORDS, []) == [Unit(0, 6, "layout")]
    assert gap_units([(6, 7)], WORDS, [Unit(7, 9, "form")]) == [Unit(6, 7, "layout", trail=True)]
    assert gap_units([(6, 7)], WORDS, [Unit(6, 7, "form")]) == [Unit(7, 9, "layout", lead=True)]
    assert gap_units([(6, 7)], WORDS, [Unit(6, 7, "form"), Unit(7, 9, "form")]) == [Unit(7, 7, "layout", lead=True)]


def test_gaps_beside_differing_letters_are_told_by_them() -> None:
    assert gap_units([(6, 7)], WORDS, [Unit(7, 9, "letters")]) == []
