"""Where the text begins and ends in its base: votes of members and layout; pages of two texts."""

from __future__ import annotations

from tests.identify.pages import base

from actum.identify.chains import Piece
from actum.identify.comparable import Comparable
from actum.identify.reaches import base_edges, carries_two, shown_edges
from actum.text.span import Span

BY = 500


def same(start: int, end: int) -> Piece:
    return Piece(Span(start + BY, end + BY), Span(start, end))


def going_on(start: int, end: int) -> tuple[Comparable, list[Piece]]:
    """A member that has other text before and behind what it bears."""
    return Comparable("member", "字" * (end + 2 * BY)), [same(start, end)]


def ending(start: int, end: int) -> tuple[Comparable, list[Piece]]:
    """A member that has nothing but what it bears."""
    return Comparable("member", "字" * (end - start)), [Piece(Span(0, end - start), Span(start, end))]


def whole(start: int, end: int) -> tuple[Comparable, list[Piece]]:
    """A member with its own title and closing line at the edges of what it bears."""
    size = end - start
    own = Comparable("member", "字" * size, (Span(0, size),), titled=frozenset({0}), closed=frozenset({size}))
    return own, [Piece(Span(0, size), Span(start, end))]


def test_the_edges_that_most_members_reach() -> None:
    members = [going_on(200, 1200), going_on(200, 1200), going_on(150, 1200), going_on(200, 900)]
    assert base_edges(base(1500), members) == Span(200, 1200)


def test_a_bound_of_the_layout_near_by_is_the_edge() -> None:
    assert base_edges(base(1500, Span(180, 1230)), [going_on(200, 1200)]) == Span(180, 1230)
    assert base_edges(base(1500, Span(0, 1230)), [going_on(200, 1200)]) == Span(200, 1230)


def test_a_cut_copy_cuts_no_text_that_has_a_title_and_a_closing_line() -> None:
    framed = base(1500, Span(0, 1500), titled=True, closed=True)
    for member in (ending(0, 700), ending(700, 1500), going_on(0, 1000), ending(0, 1000)):
        assert base_edges(framed, [member]) == Span(0, 1500)
    assert base_edges(framed, [ending(0, 700), ending(700, 1500)]) == Span(0, 1500)
    assert base_edges(framed, [ending(0, 850)] * 4) == Span(0, 1500)


def test_a_cut_copy_cuts_no_text_in_mid_sentence() -> None:
    assert base_edges(base(1500), [ending(0, 1050)]) == Span(0, 1500)
    assert base_edges(base(1500), [ending(0, 1100)]) == Span(0, 1100)
    assert base_edges(base(1500), [ending(0, 1050), ending(0, 1050)]) == Span(0, 1050)


def test_a_title_or_closing_line_of_a_member_is_an_edge() -> None:
    assert base_edges(base(1500), [whole(300, 1250), ending(0, 1000)]) == Span(300, 1250)
    assert base_edges(base(1500, Span(300, 1500), closed=True), [whole(300, 1250)]) == Span(300, 1250)


def test_two_that_go_on_otherwise_contradict_the_layout() -> None:
    framed = base(1500, Span(0, 1500), titled=True, closed=True)
    assert base_edges(framed, [going_on(0, 1200)]) == Span(0, 1500)
    assert base_edges(framed, [going_on(0, 1200)] * 2) == Span(0, 1200)


def test_copies_letter_for_letter_like_the_base_speak_for_what_its_layout_shows() -> None:
    assert base_edges(base(1500), [going_on(200, 1200)], copies=1) == Span(200, 1200)
    assert base_edges(base(1500), [going_on(200, 1200)], copies=3) == Span(0, 1500)
    assert base_edges(base(1500, Span(100, 1400)), [going_on(200, 1200)], copies=3) == Span(100, 1400)


def test_little_that_is_shared_says_nothing_of_the_edges() -> None:
    assert base_edges(base(1500, shut=(Span(0, 50),)), [going_on(200, 400)]) == Span(50, 1500)
    assert base_edges(base(1500, Span(40, 1400)), [going_on(200, 400)]) == Span(40, 1400)


def test_nobody_shares_it() -> None:
    assert base_edges(base(100, shut=(Span(0, 20), Span(90, 100))), []) == Span(20, 90)
    assert base_edges(base(0), []) == Span(0, 0)


def test_a_page_of_two_texts() -> None:
    left, right, both = [same(0, 1000)], [same(1000, 2200)], [same(0, 2200)]
    assert carries_two([left, right])
    assert carries_two([left, left, right, right, both])
    assert not carries_two([left, right, both])
    assert not carries_two([both, both, [same(0, 400)], [same(1900, 2200)]])
    assert not carries_two([left])
    assert not carries_two([])


def test_what_is_shown_goes_no_further_than_members_reach_or_a_bound() -> None:
    assert shown_edges(base(1500), [ending(0, 1050)]) == Span(0, 1050)
    assert shown_edges(base(1500, Span(0, 1500), closed=True), [ending(0, 1050)]) == Span(0, 1500)
    assert shown_edges(base(1500), [ending(0, 1050)], copies=2) == Span(0, 1500)
    assert shown_edges(base(1500), []) == Span(0, 1500)


def test_a_layout_without_title_or_closing_line_holds_against_copies_that_end() -> None:
    framed = base(1500, Span(0, 1500))
    assert base_edges(framed, [ending(0, 1100)]) == Span(0, 1500)
    assert base_edges(framed, [ending(0, 1100)] * 2) == Span(0, 1500)
    assert base_edges(framed, [going_on(0, 1100)]) == Span(0, 1100)
