"""Marks in a text: spans of it become elements, nested where they nest and split where they cross.

Takes       a stretch of a text, where it stands, and marks with places in the same text.
Gives       HTML, every character of the text escaped, each in the marks that cover it.
Method      the stretch is cut at every edge of a mark; between two cuts the covering marks stand open, the outer ones
            (lower rank, then longer) first. A link inside a link is refused by HTML: the outer one is then a span.
Leaves out  what is marked, and how it looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from actum.text.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: `rank` orders marks that nest, low ones outside; `name` is the element, `a` where there is a link.

    `attributes` come with each piece, `once` (an id) with the first alone.
    """

    span: Span
    rank: int
    attributes: tuple[tuple[str, str], ...] = ()
    once: tuple[tuple[str, str], ...] = ()
    link: str = ""
    name: str = "span"


def marked(text: str, at: int, marks: Iterable[Mark]) -> Markup:
    """The text, which stands at `at`, with the marks that reach into it; marks outside are left out."""
    whole = Span(at, at + len(text))
    within = sorted(
        (mark for mark in marks if mark.span.overlaps(whole)),
        key=lambda one: (one.rank, one.span.start, -one.span.end, one.attributes, one.link),
    )
    edges = {point for mark in within for point in (mark.span.start, mark.span.end) if whole.start < point < whole.end}
    cuts = sorted(edges | {whole.start, whole.end})
    pieces: list[str] = []
    opened: list[tuple[Mark, bool]] = []
    done: set[int] = set()
    for start, end in pairwise(cuts):
        cover = _linked([mark for mark in within if mark.span.start <= start and end <= mark.span.end])
        same = _same(opened, cover)
        pieces += [_close(one) for one in reversed(opened[same:])]
        for mark, linked in cover[same:]:
            pieces.append(_open(mark, linked=linked, first=id(mark) not in done))
            done.add(id(mark))
        opened = cover
        pieces.append(str(escape(text[start - at : end - at])))
    pieces += [_close(one) for one in reversed(opened)]
    return Markup("".join(pieces))  # noqa: S704  every piece is escaped where it is made


def _linked(cover: Sequence[Mark]) -> list[tuple[Mark, bool]]:
    """The covering marks, each with whether it is a link here: the innermost alone."""
    last = max((place for place, mark in enumerate(cover) if mark.link), default=-1)
    return [(mark, place == last) for place, mark in enumerate(cover)]


def _same(opened: Sequence[tuple[Mark, bool]], cover: Sequence[tuple[Mark, bool]]) -> int:
    """How many of the open elements stay open."""
    for place, (one, other) in enumerate(zip(opened, cover, strict=False)):
        if one != other:
            return place
    return min(len(opened), len(cover))


def _open(mark: Mark, *, linked: bool, first: bool) -> str:
    attributes = [*mark.attributes, *(mark.once if first else ()), *([("href", mark.link)] if linked else [])]
    told = "".join(f' {name}="{escape(value)}"' for name, value in attributes)
    return f"<{'a' if linked else mark.name}{told}>"


def _close(one: tuple[Mark, bool]) -> str:
    mark, linked = one
    return f"</{'a' if linked else mark.name}>"
