"""Laws of offset maps: what survives comes back, order is kept, changes chain in any grouping."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from actum.text.offsets import OffsetMap, edited
from actum.text.span import Span

Edits = list[tuple[Span, str]]
TEXTS = st.text("abcdefg战略", max_size=24)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> Edits:
    """Edits in order that do not overlap."""
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [(Span(low, high), draw(st.text("xyz", max_size=3)) if high > low else "") for low, high in pairs]


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, Edits]:
    text = draw(TEXTS)
    return text, draw(edits_of(text))


@st.composite
def spans_of(draw: st.DrawFn, length: int) -> Span:
    low, high = sorted((draw(st.integers(0, length)), draw(st.integers(0, length))))
    return Span(low, high)


def edited_plainly(text: str, edits: Edits) -> str:
    for span, new in reversed(edits):
        text = text[: span.start] + new + text[span.end :]
    return text


@given(changes())
def test_edited_gives_the_text_with_its_edits(change: tuple[str, Edits]) -> None:
    text, edits = change
    assert edited(text, edits)[0] == edited_plainly(text, edits)


@given(changes())
def test_each_new_character_stands_for_itself_or_for_what_it_replaced(change: tuple[str, Edits]) -> None:
    text, edits = change
    new, offsets = edited(text, edits)
    assert len(offsets) == len(new)
    assert offsets.source_length == len(text)
    replaced = {span: put for span, put in edits if span}
    for at, character in enumerate(new):
        span = offsets.back(Span(at, at + 1))
        assert character in replaced[span] if span in replaced else character == span.of(text)


@given(changes())
def test_columns_never_fall_and_every_character_stands_for_some(change: tuple[str, Edits]) -> None:
    offsets = edited(*change)[1]
    assert np.all(np.diff(offsets.starts) >= 0)
    assert np.all(np.diff(offsets.ends) >= 0)
    assert np.all(offsets.starts < offsets.ends)


@given(st.data(), changes())
def test_untouched_spans_survive(data: st.DataObject, change: tuple[str, Edits]) -> None:
    text, edits = change
    new, offsets = edited(text, edits)
    span = data.draw(spans_of(len(text)))
    if span and not any(span.overlaps(each) for each, _ in edits):
        forward = offsets.forward(span)
        assert forward is not None
        assert forward.of(new) == span.of(text)
        assert offsets.back(forward) == span
        assert offsets.survives(span)


@given(st.data(), changes())
def test_forward_gives_none_exactly_where_all_is_removed(data: st.DataObject, change: tuple[str, Edits]) -> None:
    text, edits = change
    offsets = edited(text, edits)[1]
    span = data.draw(spans_of(len(text)))
    removed = {at for each, put in edits if not put for at in range(each.start, each.end)}
    assert (offsets.forward(span) is None) == (set(range(span.start, span.end)) <= removed)


@given(st.data(), changes())
def test_forward_keeps_order(data: st.DataObject, change: tuple[str, Edits]) -> None:
    text, edits = change
    offsets = edited(text, edits)[1]
    one, two = sorted((data.draw(spans_of(len(text))), data.draw(spans_of(len(text)))))
    first, second = offsets.forward(one), offsets.forward(two)
    if first and second and one.end <= two.end:
        assert (first.start, first.end) <= (second.start, second.end)


@given(st.data(), changes())
def test_back_then_forward_covers(data: st.DataObject, change: tuple[str, Edits]) -> None:
    offsets = edited(*change)[1]
    span = data.draw(spans_of(len(offsets)))
    if span:
        forward = offsets.forward(offsets.back(span))
        assert forward is not None
        assert span in forward
        assert offsets.back(forward) == offsets.back(span)


@given(st.data(), changes())
def test_changes_chain_in_any_grouping(data: st.DataObject, change: tuple[str, Edits]) -> None:
    text, one = edited(*change)
    text, two = edited(text, data.draw(edits_of(text)))
    _, three = edited(text, data.draw(edits_of(text)))
    assert one.then(two).then(three) == one.then(two.then(three))


@given(st.data(), changes())
def test_a_chain_goes_back_as_its_links_do(data: st.DataObject, change: tuple[str, Edits]) -> None:
    text, one = edited(*change)
    text, two = edited(text, data.draw(edits_of(text)))
    span = data.draw(spans_of(len(text)))
    if span:
        assert one.then(two).back(span) == one.back(two.back(span))


@given(changes())
def test_the_identity_changes_nothing(change: tuple[str, Edits]) -> None:
    text, edits = change
    new, offsets = edited(text, edits)
    assert OffsetMap.identity(len(text)).then(offsets) == offsets
    assert offsets.then(OffsetMap.identity(len(new))) == offsets


@given(st.sets(st.integers(0, 30)))
def test_kept_characters_survive(places: set[int]) -> None:
    offsets = OffsetMap.kept(sorted(places), 31)
    for at in range(31):
        assert (offsets.forward(Span(at, at + 1)) is not None) == (at in places)
