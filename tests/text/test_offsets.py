"""Offset maps in plain cases; their laws stand in tests/laws."""

from __future__ import annotations

import pytest

from actum.errors import SpanOutside
from actum.text.offsets import OffsetMap, edited
from actum.text.span import Span

SOURCE = "聯(lián)合 ㎞"


def kilometres() -> tuple[str, OffsetMap]:
    return edited(SOURCE, [(Span(1, 7), ""), (Span(8, 9), ""), (Span(9, 10), "km")])


def test_edits_give_the_new_text() -> None:
    assert kilometres()[0] == "聯合km"


def test_removed_characters_inside_a_span_come_back_with_it() -> None:
    assert kilometres()[1].back(Span(0, 2)).of(SOURCE) == "聯(lián)合"


def test_a_removed_span_maps_to_nothing() -> None:
    offsets = kilometres()[1]
    assert offsets.forward(Span(1, 7)) is None
    assert not offsets.survives(Span(1, 7))


def test_removed_edges_fall_away() -> None:
    offsets = kilometres()[1]
    assert offsets.forward(Span(0, 7)) == Span(0, 1)
    assert not offsets.survives(Span(0, 7))
    assert offsets.survives(Span(0, 8))


def test_half_of_an_expansion_stands_for_the_whole() -> None:
    offsets = kilometres()[1]
    assert offsets.back(Span(3, 4)) == offsets.back(Span(2, 4)) == Span(9, 10)
    assert offsets.forward(Span(9, 10)) == Span(2, 4)


def test_empty_spans() -> None:
    offsets = kilometres()[1]
    assert offsets.back(Span(0, 0)) == Span(0, 0)
    assert offsets.back(Span(2, 2)) == Span(8, 8)
    assert offsets.forward(Span(3, 3)) is None


def test_spans_past_either_text_are_refused() -> None:
    offsets = kilometres()[1]
    with pytest.raises(SpanOutside):
        offsets.back(Span(0, 5))
    with pytest.raises(SpanOutside):
        offsets.forward(Span(0, 11))


def test_everything_removed() -> None:
    text, offsets = edited("双方", [(Span(0, 2), "")])
    assert text == ""
    assert offsets.forward(Span(0, 2)) is None
    assert offsets.back(Span(0, 0)) == Span(0, 0)
    assert len(offsets.then(OffsetMap.identity(0))) == 0


@pytest.mark.parametrize(
    "edits",
    [
        [(Span(0, 2), "a"), (Span(1, 3), "b")],
        [(Span(2, 3), "a"), (Span(0, 1), "b")],
        [(Span(3, 5), "a")],
        [(Span(1, 1), "a")],
    ],
)
def test_edits_that_overlap_go_back_reach_out_or_insert_are_refused(edits: list[tuple[Span, str]]) -> None:
    with pytest.raises(SpanOutside):
        edited("双方重申", edits)


def test_a_map_follows_only_a_text_of_its_length() -> None:
    with pytest.raises(SpanOutside):
        OffsetMap.identity(3).then(OffsetMap.identity(2))


def test_equality_is_by_content() -> None:
    assert OffsetMap.kept([0, 2], 3) == OffsetMap.kept([0, 2], 3)
    assert OffsetMap.kept([0, 2], 3) != OffsetMap.kept([0, 2], 4)
    assert OffsetMap.identity(2) != "no map"
