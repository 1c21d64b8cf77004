"""Tables, drawn: one row a witness, `-` a gap, `.` a lacuna."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from actum.collate.columns import GAP, SILENT, plurality, tabulate


def drawn(lines: Sequence[str], heads: Sequence[Sequence[int]] | None = None) -> list[str]:
    table = tabulate(lines, heads or [[0]] * len(lines))
    signs = {GAP: "-", SILENT: "."}
    return ["".join(signs.get(code) or chr(code) for code in row) for row in table.codes.tolist()]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["双方反对战争"], ["双方反对战争"]),
        (["双方反对战争", "双方反对战争"], ["双方反对战争"] * 2),
        # an omission in the middle is a gap
        (["双方坚决反对战争", "双方反对战争"], ["双方坚决反对战争", "双方--反对战争"]),
        # what does not reach says nothing
        (["双方坚决反对战争", "坚决反对"], ["双方坚决反对战争", "..坚决反对.."]),
        # several insertions at one place are laid beside one another
        (
            ["双方反对战争行为", "双方一贯反对战争行为", "双方一向反对战争行为"],
            ["双方--反对战争行为", "双方一贯反对战争行为", "双方一向反对战争行为"],
        ),
        (["双方反对", ""], ["双方反对", "...."]),
    ],
)
def test_drawn(lines: list[str], expected: list[str]) -> None:
    assert drawn(lines) == expected


def test_a_tail_of_one_is_an_addition_where_two_end_together() -> None:
    text = "双方反对战争行为"
    assert drawn([text, text + "热帖", text]) == [text + "--", text + "热帖", text + "--"]


def test_copies_that_merely_stop_take_nothing_from_the_one_that_goes_on() -> None:
    text = "双方反对战争行为"
    stops = tabulate([text, text + "热帖", text], [[0]] * 3, [(True, False), (True, True), (True, False)])
    assert (stops.codes[0, -2:] == SILENT).all()
    assert plurality(stops.codes) == text + "热帖"


def test_a_tail_of_one_is_no_addition_against_one() -> None:
    assert drawn(["双方反对战争", "双方反对战争热帖"]) == ["双方反对战争..", "双方反对战争热帖"]


def test_excerpts_never_end_a_text() -> None:
    assert drawn(["双方反对战争行为并支持和平", "双方反对", "双方反对"])[0] == "双方反对战争行为并支持和平"
    assert drawn(["双方反对战争行为并支持和平", "双方反对", "双方反对"])[1] == "双方反对" + "." * 9


def test_between_two_pieces_nothing_is_said() -> None:
    whole, torn = "双方反对战争行为并支持和平", "双方反对支持和平"
    assert drawn([whole, torn], [[0], [0, 4]]) == [whole, "双方反对.....支持和平"]
    assert drawn([whole, torn]) == [whole, "双方反对-----支持和平"]


def test_plurality_leaves_out_what_most_lack() -> None:
    table = tabulate(["双方反对战争", "双方反对争", "双方都反对战争"], [[0]] * 3)
    assert plurality(table.codes) == "双方反对战争"
