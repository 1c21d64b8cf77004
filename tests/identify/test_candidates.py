"""Candidates: what texts share, and whom they meet."""

from __future__ import annotations

from tests.identify.marked import paragraphs

from actum.identify.candidates import CROWD, Leaders, shared
from actum.identify.shingles import fingerprints
from actum.text.span import Span


def text(first: int, last: int) -> str:
    return "".join(paragraphs("002")[first - 1 : last])


def test_only_what_stands_in_several_texts_is_shared() -> None:
    one, other, third = shared(fingerprints([text(2, 4), text(4, 6), text(10, 12)]))
    assert set(one.numbers.tolist()) == set(other.numbers.tolist())
    assert len(one.numbers) > 0
    assert len(third.numbers) == 0
    assert one.places.min() >= len(text(2, 3)) - 13


def test_what_stands_twice_in_one_text_is_not_shared() -> None:
    (one,) = shared(fingerprints([text(2, 3) * 2]))
    assert len(one.numbers) == 0


def test_outside_leaves_out_what_is_taken() -> None:
    one, _ = shared(fingerprints([text(2, 4), text(2, 4)]))
    assert one.outside([Span(0, len(text(2, 4)))]).tolist() == []
    assert one.outside([]).tolist() == one.numbers.tolist()
    assert 0 < len(one.outside([Span(0, len(text(2, 2)))])) < len(one.numbers)


def test_leaders_come_by_how_much_they_share() -> None:
    asking, little, much, none = shared(fingerprints([text(2, 8), text(7, 8), text(2, 6), text(12, 14)]))
    leaders = Leaders()
    for number, one in enumerate((little, much, none)):
        leaders.add(number, one.numbers)
    assert leaders.votes(asking.numbers) == [1, 0]
    leaders.drop(1, much.numbers)
    assert leaders.votes(asking.numbers) == [0]
    assert leaders.votes(asking.numbers, least=10_000) == []


def test_a_set_phrase_of_too_many_leaders_tells_nothing() -> None:
    many = shared(fingerprints([text(2, 3)] * (CROWD + 2)))
    leaders = Leaders()
    for number, one in enumerate(many[1:]):
        leaders.add(number, one.numbers)
    assert leaders.votes(many[0].numbers) == []
