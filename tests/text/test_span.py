"""Spans and parts: half-open, ordered, never past their text."""

from __future__ import annotations

import pytest

from actum.errors import QuoteMismatch, SpanOutside
from actum.text.span import Part, Span


def test_a_span_is_half_open() -> None:
    span = Span(1, 3)
    assert span.of("双方重申") == "方重"
    assert len(span) == 2
    assert span
    assert not Span(1, 1)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_runs_forward_from_zero(start: int, end: int) -> None:
    with pytest.raises(SpanOutside):
        Span(start, end)


def test_a_span_past_its_text_is_refused() -> None:
    with pytest.raises(SpanOutside, match="4 characters"):
        Span(2, 5).of("双方重申")


def test_spans_are_ordered_by_start_then_end() -> None:
    assert sorted([Span(2, 3), Span(1, 4), Span(1, 2)]) == [Span(1, 2), Span(1, 4), Span(2, 3)]


def test_overlap_needs_a_shared_character() -> None:
    assert Span(0, 2).overlaps(Span(1, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))


def test_containing_includes_the_edges() -> None:
    assert Span(1, 3) in Span(1, 3)
    assert Span(1, 4) not in Span(1, 3)


def test_shifting_keeps_the_length() -> None:
    assert Span(1, 3).shifted(4) == Span(5, 7)
    with pytest.raises(SpanOutside):
        Span(1, 3).shifted(-2)


def test_a_part_carries_its_quote() -> None:
    part = Part.cut("双方重申", Span(2, 4))
    assert part == Part(2, 4, "重申")
    assert part.span == Span(2, 4)
    part.check("双方重申")


def test_code_points_count_not_units() -> None:
    assert Part.cut("𠀀方", Span(1, 2)).text == "方"


def test_a_quote_of_another_length_is_refused() -> None:
    with pytest.raises(QuoteMismatch):
        Part(2, 4, "重")
    with pytest.raises(QuoteMismatch):
        Part(-1, 0, "重")


def test_a_quote_that_its_text_lacks_is_refused() -> None:
    with pytest.raises(QuoteMismatch, match="重申"):
        Part(2, 4, "重申").check("双方强调")
