"""Edges of pieces: out of what is shut, and carried to the edges of the base."""

from __future__ import annotations

from actum.identify.chains import Piece
from actum.identify.edges import Texts, clipped, own_stretches, usable
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


def test_what_is_shut_in_one_text_takes_nothing_from_the_other() -> None:
    base = "甲乙丙丁戊己庚辛壬癸" * 3 + "来源某某网站转载" + "子丑寅卯辰巳午未申酉" * 3
    own = base.replace("来源某某网站转载", "")
    piece = Piece(Span(0, 60), Span(0, 68))
    kept = clipped([piece], [], [Span(30, 38)], Texts(own, base))
    assert kept == (Piece(Span(0, 30), Span(0, 30)), Piece(Span(30, 60), Span(38, 68)))
    other_way = clipped([Piece(Span(0, 68), Span(0, 60))], [Span(30, 38)], [], Texts(base, own))
    assert other_way == (Piece(Span(0, 30), Span(0, 30)), Piece(Span(38, 68), Span(30, 60)))


def test_letters_met_by_chance_go_to_the_side_they_stand_on() -> None:
    before, after = "甲乙丙丁戊己庚辛壬癸" * 2, "新子丑寅卯辰巳午未申" * 2
    base = before + "新华社六月某日电讯" + after
    piece = Piece(Span(0, 40), Span(0, 49))
    kept = clipped([piece], [], [Span(20, 29)], Texts(before + after, base))
    assert kept == (Piece(Span(0, 20), Span(0, 20)), Piece(Span(20, 40), Span(29, 49)))
