"""Folded texts: chaining, code points, single removals."""

from __future__ import annotations

import numpy as np

from actum.text.folded import Folded, codes_of, text_of, without
from actum.text.offsets import OffsetMap
from actum.text.span import Span


def test_code_points_lead_back_to_the_text() -> None:
    text = "a战𠀀\ud800"
    assert text_of(codes_of(text)) == text
    assert codes_of(text).tolist() == [ord(character) for character in text]


def test_removal() -> None:
    folded = without("abcd", codes_of("abcd"), np.array([True, False, False, True]))
    assert folded == Folded("bc", OffsetMap.kept([1, 2], 4))


def test_removal_of_nothing_gives_the_same_text() -> None:
    text = "abcd"
    assert without(text, codes_of(text), np.zeros(4, dtype=np.bool_)).text is text


def test_edits_follow_one_another() -> None:
    folded = Folded.unchanged("abcd").edited_by(lambda _: [(Span(0, 1), "")]).edited_by(lambda _: [(Span(0, 2), "x")])
    assert folded.text == "xd"
    assert folded.offsets.back(Span(0, 1)) == Span(1, 3)


def test_a_rule_that_finds_nothing_changes_nothing() -> None:
    folded = Folded.unchanged("abcd")
    assert folded.edited_by(lambda _: []) is folded
    assert folded.then(Folded.unchanged) is folded
