"""Edges: what members share, what the layout shows, and pages of two texts."""

from __future__ import annotations

from actum.identify.chains import Piece
from actum.identify.edges import base_edges, carries_two, clipped, own_stretches, usable
from actum.text.span import Span


def same(start: int, end: int, by: int = 0) -> Piece:
    return Piece(Span(start + by, end + by), Span(start, end))


def test_usable_is_never_nothing() -> None:
    assert usable("双方重申", [Span(0, 4)]) == 1
    assert usable("双方重申", [Span(0, 1)]) == 3


def test_clipped_keeps_out_of_what_is_shut_on_either_side() -> None:
    piece = same(0, 100, by=50)
    assert clipped([piece], [Span(80, 100)], []) == (same(0, 30, by=50), same(50, 100, by=50))
    assert clipped([piece], [], [Span(90, 120)]) == (same(0, 90, by=50),)
    assert clipped([piece], [Span(0, 200)], []) == ()


def test_the_edges_that_most_members_reach() -> None:
    members = [[same(200, 1200)], [same(200, 1200)], [same(150, 1200)], [same(200, 900)]]
    assert base_edges(1500, (), (), members) == Span(200, 1200)


def test_a_bound_of_the_layout_near_by_is_the_edge() -> None:
    assert base_edges(1500, [Span(180, 1230)], (), [[same(200, 1200)]]) == Span(180, 1230)
    assert base_edges(1500, [Span(0, 1230)], (), [[same(200, 1200)]]) == Span(200, 1230)


def test_little_that_is_shared_says_nothing_of_the_edges() -> None:
    assert base_edges(1500, (), [Span(0, 50)], [[same(200, 400)]]) == Span(50, 1500)
    assert base_edges(1500, [Span(40, 1400)], (), [[same(200, 400)]]) == Span(40, 1400)


def test_nobody_shares_it() -> None:
    assert base_edges(100, (), [Span(0, 20), Span(90, 100)], []) == Span(20, 90)
    assert base_edges(0, (), (), []) == Span(0, 0)


def test_a_piece_is_carried_to_an_edge_that_noise_hides() -> None:
    base = Span(0, 1000)
    assert own_stretches([same(5, 995, by=100)], base, 1200, (), ()) == (same(0, 1000, by=100),)
    assert own_stretches([same(200, 995, by=100)], base, 1200, (), ()) == (same(200, 1000, by=100),)
    assert own_stretches([same(5, 1100, by=100)], base, 1300, (), ()) == (same(0, 1000, by=100),)


def test_a_piece_is_carried_into_nothing_that_is_shut() -> None:
    (piece,) = own_stretches([same(5, 1000, by=100)], Span(0, 1000), 1200, (), [Span(0, 103)])
    assert piece.own.start == 103


def test_pieces_outside_the_edges_fall_away() -> None:
    assert own_stretches([same(1100, 1200)], Span(0, 1000), 1300, (), ()) == ()


def test_a_page_of_two_texts() -> None:
    left, right, both = [same(0, 1000)], [same(1000, 2200)], [same(0, 2200)]
    assert carries_two([left, right])
    assert carries_two([left, left, right, right, both])
    assert not carries_two([left, right, both])
    assert not carries_two([both, both, [same(0, 400)], [same(1900, 2200)]])
    assert not carries_two([left])
    assert not carries_two([])
