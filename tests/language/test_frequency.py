"""How common words are."""

from __future__ import annotations

from actum.language.frequency import count, gain


def test_a_word_the_dictionary_lacks_counts_one() -> None:
    assert count("挑畔") == 1
    assert count("挑衅") > 100


def test_one_known_word_is_likelier_than_two_characters() -> None:
    assert gain(["挑衅"], ["挑", "畔"]) > 3
    assert gain(["的"], ["的"]) == 0
