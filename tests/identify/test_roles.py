"""Roles: which shares and orders make which."""

from __future__ import annotations

import pytest

from actum.identify.chains import Piece
from actum.identify.roles import role
from actum.model.witness import WitnessKind
from actum.text.span import Span


def pieces(*places: tuple[int, int, int]) -> list[Piece]:
    """Pieces by start in own, start in base, length; in the order of the base."""
    made = [Piece(Span(own, own + size), Span(base, base + size)) for own, base, size in places]
    return sorted(made, key=lambda piece: piece.of_base)


@pytest.mark.parametrize(
    ("places", "own", "base", "expected"),
    [
        ([(0, 0, 1000)], 1000, 1000, "copy"),
        ([(400, 0, 1000)], 3000, 1000, "copy"),
        ([(0, 0, 480), (900, 500, 480)], 1400, 1000, "copy"),
        ([(0, 300, 200)], 210, 1000, "excerpt"),
        ([(300, 200, 600)], 2000, 1000, "excerpt"),
        ([(500, 0, 500), (0, 500, 500)], 1000, 1000, "stitched"),
        ([(500, 0, 500), (0, 500, 500)], 2000, 1000, "stitched"),
        ([(300, 100, 60)], 800, 1000, "quotation"),
        ([(300, 100, 30), (500, 700, 20)], 800, 1000, None),
        ([], 800, 1000, None),
    ],
)
def test_a_page_that_the_layout_says_nothing_of(
    places: list[tuple[int, int, int]], own: int, base: int, expected: WitnessKind | None
) -> None:
    assert role(pieces(*places), own_length=own, base_length=base, official=False) == expected


def test_an_official_text_of_its_own_neither_quotes_nor_is_half_of_another() -> None:
    assert role(pieces((300, 100, 60)), own_length=800, base_length=1000, official=True) is None
    assert role(pieces((0, 0, 600)), own_length=1200, base_length=1000, official=True) is None


def test_scattered_formulas_of_two_statements_make_no_copy() -> None:
    scattered = pieces(*((own, base, 90) for own, base in zip(range(0, 1000, 200), range(50, 1050, 200), strict=True)))
    assert role(scattered, own_length=1000, base_length=1000, official=True) is None
