"""Raised characters: marks of notes, exponents, and what may be either."""

from __future__ import annotations

import pytest

from actum.read.layout import Glyph, Line
from actum.read.layout_marks import raised, role


def line(before: str, mark: str, behind: str = "的立场", *, size: float = 6.0, up: float = 3.0) -> Line:
    """A line with a mark set smaller and higher."""
    glyphs, x = [], 0.0
    for text, own, lift in ((before, 10.0, 0.0), (mark, size, up), (behind, 10.0, 0.0)):
        for character in text:
            glyphs.append(Glyph(character, x, 10 - own - lift, x + own, 10 - lift, own))
            x += own
    return Line(tuple(glyphs))


@pytest.mark.parametrize(
    ("before", "mark", "notes", "found"),
    [
        ("上述立", "1", "", ["mark"]),
        ("各国立场。", "12", "", ["mark"]),
        ("各国立场", "[3]", "", ["mark"]),
        ("States", "*", "", ["mark"]),
        ("5 km", "2", "", ["perhaps"]),
        ("5 km", "2", "2", ["mark"]),
        ("5 km", "²", "", ["none"]),
        ("50平方米", "2", "", ["perhaps"]),
        ("共有10", "6", "", ["none"]),
        ("", "1", "", ["perhaps"]),
        ("各国立场", "注意", "", []),
    ],
)
def test_what_a_raised_run_is(before: str, mark: str, notes: str, found: list[str]) -> None:
    own = line(before, mark)
    assert [role(one, own, frozenset(notes)) for one in raised(own)] == found


def test_a_lowered_number_is_a_mark_only_where_a_note_says_so() -> None:
    own = line("各国立场", "2", up=-1.0)
    assert [role(one, own, frozenset()) for one in raised(own)] == ["none"]
    assert [role(one, own, frozenset("2")) for one in raised(own)] == ["mark"]
