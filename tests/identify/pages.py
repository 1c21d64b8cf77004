"""Bases for the tests of edges: texts of which only length and layout matter."""

from __future__ import annotations

from actum.identify.comparable import Comparable
from actum.text.span import Span


def base(
    length: int, *bounds: Span, shut: tuple[Span, ...] = (), titled: bool = False, closed: bool = False
) -> Comparable:
    """A base whose sentences end before every hundredth character."""
    return Comparable(
        "base",
        ("文" * 99 + "。") * (length // 100) + "文" * (length % 100),
        bounds,
        shut,
        titled=frozenset(one.start for one in bounds if titled),
        closed=frozenset(one.end for one in bounds if closed),
    )
