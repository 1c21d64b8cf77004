"""Parts of one text: what a cut base has lost, and two that overlap."""

from __future__ import annotations

from tests.identify.pages import base

from actum.identify.chains import Piece
from actum.identify.comparable import Comparable
from actum.identify.parts import beyond, continues
from actum.text.span import Span


def test_a_member_goes_on_to_its_closing_line_where_the_base_is_cut() -> None:
    cut = base(1000, Span(0, 1000), titled=True)
    own = Comparable("member", "字" * 1100, (Span(0, 1100),), closed=frozenset({1100}))
    shared = [Piece(Span(0, 800), Span(200, 1000))]
    assert beyond(shared, own, cut, Span(0, 1000)) == (Piece(Span(0, 1100), Span(200, 1000)),)
    assert beyond(shared, own, base(1500, Span(0, 1500)), Span(0, 1000)) == tuple(shared)
    unclosed = Comparable("member", "字" * 1100, (Span(0, 1100),))
    assert beyond(shared, unclosed, cut, Span(0, 1000)) == tuple(shared)


def test_a_member_begins_with_its_title_where_the_base_is_cut() -> None:
    cut = base(1000, Span(0, 1000), closed=True)
    own = Comparable("member", "字" * 1100, (Span(0, 1100),), titled=frozenset({0}))
    shared = [Piece(Span(300, 1100), Span(0, 800))]
    assert beyond(shared, own, cut, Span(0, 1000)) == (Piece(Span(0, 1100), Span(0, 800)),)


def test_two_parts_of_one_text_overlap() -> None:
    head = base(1000, Span(0, 1000), titled=True)
    tail = Comparable("member", "字" * 700, (Span(0, 700),), closed=frozenset({700}))
    assert continues([Piece(Span(0, 90), Span(910, 1000))], tail, head)
    assert not continues([Piece(Span(0, 20), Span(980, 1000))], tail, head)
    assert not continues([Piece(Span(300, 390), Span(910, 1000))], tail, head)
    assert not continues([Piece(Span(0, 90), Span(500, 590))], tail, head)
    assert not continues(
        [Piece(Span(0, 90), Span(910, 1000))], tail, base(1000, Span(0, 1000), titled=True, closed=True)
    )


def test_pieces_that_are_all_scraps_continue_nothing() -> None:
    head = base(1000, Span(0, 1000), titled=True)
    tail = Comparable("member", "字" * 700, (Span(0, 700),), closed=frozenset({700}))
    scraps = [Piece(Span(at, at + 9), Span(at, at + 9)) for at in range(0, 400, 20)]
    assert not continues(scraps, tail, head)
    assert beyond(scraps, tail, head, Span(0, 1000)) == tuple(scraps)


def test_what_a_cut_base_has_lost_speaks_as_official_texts_do() -> None:
    cut = base(1000, Span(0, 1000), titled=True)
    shared = [Piece(Span(0, 1000), Span(0, 1000))]
    said = "双方重申，将继续就有关问题保持密切沟通和协调。" * 3
    told = "昨天上午记者来到现场，看到许多市民正在排队购买蔬菜水果。" * 3
    for rest, end in ((said, 1000 + len(said)), (told, 1000)):
        own = Comparable("member", "字" * 1000 + rest, (Span(0, 1000 + len(rest)),), titled=frozenset({0}))
        assert beyond(shared, own, cut, Span(0, 1000)) == (Piece(Span(0, end), Span(0, 1000)),)
