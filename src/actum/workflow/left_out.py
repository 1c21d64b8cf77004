"""What a reader left out of a copy, as the collation must know it: there the copy says nothing.

Takes       a copy with its doubts, the stretches of it that bear a work, and the edition made of them.
Gives       those stretches parted where something was left out; why the edition may lack what was.
Method      what a page hides, takes back or boxes as furniture may be the text's own. Between two stretches of a
            witness it is a lacuna: the words come back where another witness has them, and no witness votes that they
            are not there. Of furniture only prose counts, for its short lines are what pages put everywhere.
Leaves out  what stands before or behind the text; what readers take off by its place on pages of paper.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from actum.model.copy import Copy
from actum.model.doubt import Doubt
from actum.model.edition import Edition
from actum.read.html_silent import holds_prose
from actum.read.markup import plain
from actum.text.fold import fold
from actum.text.span import Span

HIDDEN = frozenset({"hidden", "unseen", "deleted", "frame"})
"""Rules of readers (behind the colon of `made_by`) by which what is left out was no furniture of the page."""
BOXED = frozenset({"furniture"})
"""Rules by which it was called so: there prose alone may be the text's."""
WHOLE = 0.9
"""Share of a text, 0 to 1, that a witness without such places reaches in one stretch, so that it speaks for all of it;
set by hand, 2026-11-26."""
_TAGS = re.compile(r"<[^<>]*>")


def parted(copy: Copy, pieces: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches of the running text, in the same order, parted where the copy does not say what stands there."""
    places = sorted({place for one in copy.doubts if _is_lacuna(one) for place in [_place(copy, one)]})
    return tuple(part for piece in pieces for part in _parts(copy.text, piece, places))


def _parts(text: str, piece: Span, places: Sequence[int]) -> list[Span]:
    edges = [piece.start, *(place for place in places if piece.start < place < piece.end), piece.end]
    found = []
    for start, end in pairwise(edges):
        part = text[start:end]
        trimmed = Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))
        if any(map(str.isalnum, part)):
            found.append(trimmed if len(edges) > 2 else Span(start, end))
        elif found:
            found[-1] = Span(found[-1].start, end)
    if len(found) > 1:
        found[0], found[-1] = Span(piece.start, found[0].end), Span(found[-1].start, piece.end)
    return found or [piece]


def why_lacking(copies: Mapping[str, tuple[Copy, Sequence[Span]]], edition: Edition) -> str:
    """Why an edition is not known to be whole; empty where nothing was left out within it, or another copy speaks.

    `copies` are by siglum, each with the stretches of its running text that bear the work.
    """
    left = {siglum: _prose_within(copy, pieces) for siglum, (copy, pieces) in copies.items()}
    reach = dict(edition.reach)
    for siglum, doubts in left.items():
        spans = reach.get(siglum, ())
        if not doubts and len(spans) == 1 and len(spans[0]) >= WHOLE * len(edition.text):
            return ""
    letters = _letters(edition.text)
    lacking = [one for doubts in left.values() for one in doubts if _letters(_written(one)) not in letters]
    if not lacking:
        return ""
    begins = " ".join(_written(lacking[0]).split())[:20]
    return f"a reader left out prose within it, and no other copy is whole there ({begins}…)"


def _prose_within(copy: Copy, pieces: Sequence[Span]) -> list[Doubt]:
    first, last = min(one.start for one in pieces), max(one.end for one in pieces)
    return [
        one
        for one in copy.doubts
        if _is_lacuna(one) and first < _place(copy, one) < last and holds_prose(_written(one))
    ]


def _is_lacuna(doubt: Doubt) -> bool:
    rule = doubt.made_by.rpartition(":")[2]
    if doubt.kind not in {"foreign", "negation"} or not doubt.part.text:
        return False
    return rule in HIDDEN or (rule in BOXED and holds_prose(_written(doubt)))


def _place(copy: Copy, doubt: Doubt) -> int:
    """Where in the running text something was left out: behind the last character that stands before it."""
    column = copy.offsets.ends
    return int(column.searchsorted(column.dtype.type(doubt.part.start), side="right"))


def _written(doubt: Doubt) -> str:
    bare = _TAGS.sub("", doubt.part.text)
    return plain(bare, Span(0, len(bare)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text).text))
