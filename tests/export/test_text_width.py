"""How wide words are, and where labels break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actum.export.text_width import em, lines_of


@pytest.mark.parametrize(
    ("text", "least", "most"), [("战略稳定", 4, 4), ("arms", 1.7, 2.6), ("ДВЗЯИ", 2.4, 3.6), ("", 0, 0), ("《", 1, 1)]
)
def test_em(text: str, least: float, most: float) -> None:
    assert least <= em(text) <= most


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("战略稳定", 10, ("战略稳定",)),
        ("外空演变为军事冲突疆域", 10, ("外空演变为军", "事冲突疆域")),
        ("arms-control-and-nonproliferation-regime", 14, ("arms-control-and-", "nonproliferation-regime")),
        ("nuclear test ban", 6, ("nuclear", "test ban")),
        ("", 5, ("",)),
    ],
)
def test_lines(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert lines_of(text, width) == lines


def test_no_line_begins_with_a_stop() -> None:
    for width in range(2, 9):
        assert not any(
            line[0] in "，。、）》" for line in lines_of("裁军、核不扩散（包括和平利用），以及军控。", width)
        )


def test_no_line_ends_with_an_opening_mark() -> None:
    for width in range(2, 9):
        assert not any(line[-1] in "《（“" for line in lines_of("《条约》生效和《条约》普遍性（以及“核裁军”）", width))


@given(st.text(alphabet="战略stable -，。《“(", max_size=40), st.floats(1, 12))
def test_no_character_is_lost(text: str, width: float) -> None:
    assert "".join("".join(lines_of(text, width)).split()) == "".join(text.split())
