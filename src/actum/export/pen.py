"""The pen of drawn maps: numbers and lines as SVG writes them, for pictures and pages alike.

Takes       places in pixels.
Gives       numbers without noughts at their end; the path of a line.
Leaves out  what is drawn, and its colours.
"""

from __future__ import annotations

from collections.abc import Sequence

from actum.export.layout import Point


def number(value: float, digits: int = 2) -> str:
    """A number to that many digits, without noughts at its end."""
    written = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def line_through(points: Sequence[Point], digits: int = 2) -> str:
    """The path through points: straight between the two of a pair, a cubic with level ends from pair to pair."""

    def n(value: float) -> str:
        return number(value, digits)

    x, y = points[0]
    pieces = [f"M{n(x)} {n(y)}"]
    for at, (x, y) in enumerate(points[1:], 1):
        if at % 2:
            pieces.append(f"L{n(x)} {n(y)}")
        else:
            left, high = points[at - 1]
            middle = (left + x) / 2
            pieces.append(f"C{n(middle)} {n(high)} {n(middle)} {n(y)} {n(x)} {n(y)}")
    return " ".join(pieces)
