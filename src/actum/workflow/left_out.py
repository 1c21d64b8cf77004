"""What a reader left out of a copy, as the collation must know it: there the copy says nothing.

Takes       a copy with its doubts, the stretches of it that bear a work, and the edition made of them.
Gives       those stretches parted where something was left out, and joined where another copy has just that; why the
            edition may lack what was left out.
Method      what a page hides, takes back or boxes as furniture may be the text's own. Between two stretches of a
            witness it is a lacuna: the words come back where another witness has them, and no witness votes that they
            are not there. Of furniture only prose counts, for its short lines are what pages put everywhere.
Leaves out  what stands before or behind the text; what readers take off by its place on pages of paper.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from actum.identify.chains import Piece
from actum.model.copy import Copy
from actum.model.doubt import Doubt
from actum.model.edition import Edition
from actum.read.html_blocks import PROSE
from actum.read.html_silent import holds_prose
from actum.read.markup import plain
from actum.text.fold import fold
from actum.text.span import Span

HIDDEN = frozenset({"hidden", "unseen", "deleted", "frame"})
"""Rules of readers (behind the colon of `made_by`) by which what is left out was no furniture of the page."""
BOXED = frozenset({"furniture"})
"""Rules by which it was called so: there prose alone may be the text's."""
WHOLE = 0.9
"""Share of a text, 0 to 1, that a witness without such places reaches in one stretch up to the end, so that it speaks
for all of it: its title it may lack; set by hand, 2026-11-26."""
ALIKE = 0.8
"""Likeness of a stretch to what a reader left out elsewhere, 0 to 1 (one less the share of letters to be changed),
from which it is the same; ends of stretches are a few letters off; set by hand, 2026-11-26."""
CLOSE = 60
"""Letters of the base behind what was left out, up to which they may be too few for the grouping to find them again:
a line with place and day; set by hand, 2026-11-26."""
_TAGS = re.compile(r"<[^<>]*>")


def parted(copy: Copy, pieces: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches of the running text, in the same order, parted where the copy does not say what stands there."""
    places = sorted({place for one in copy.doubts if _is_lacuna(one) for place in [_place(copy, one)]})
    return tuple(part for piece in pieces for part in _parts(copy.text, piece, places))


def rejoined(pieces: Sequence[Piece], folded: str, base: Copy, rest: str) -> tuple[Piece, ...]:
    """Pieces of a copy, those joined between which it has just what a reader left out of the base.

    The last goes on where that stands behind it, and what the base has behind that: `rest` is the base's folded text.

    The base lacks these words, so the grouping took them for matter that interrupts the text; `folded` is the copy's
    folded text, in which pieces count.
    """
    left = [letters for one in base.doubts if _is_lacuna(one) and len(letters := _letters(_written(one))) >= PROSE]
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and left and last.own.end < piece.own.start and last.of_base.end <= piece.of_base.end:
            between = _letters(folded[last.own.end : piece.own.start])
            if any(Levenshtein.normalized_similarity(between, one) >= ALIKE for one in left):
                found[-1] = Piece(Span(last.own.start, piece.own.end), Span(last.of_base.start, piece.of_base.end))
                continue
        found.append(piece)
    if found:
        found[-1] = _gone_on(found[-1], folded, left, rest)
    return tuple(found)


def _gone_on(piece: Piece, folded: str, left: Sequence[str], rest: str) -> Piece:
    """A last piece with what was left out of the base behind it, where a few letters of the base's own follow."""
    behind = [at for at in range(piece.own.end, len(folded)) if folded[at].isalnum()]
    own = "".join(folded[at] for at in behind)
    for one in left:
        if Levenshtein.normalized_similarity(own[: len(one)], one) < ALIKE:
            continue
        close = _letters(rest[piece.of_base.end :])
        at = own.find(close, 0, len(one) + len(close) + CLOSE) if 0 < len(close) <= CLOSE else -1
        last = at + len(close) if at >= 0 else len(one)
        return Piece(
            Span(piece.own.start, behind[last - 1] + 1),
            Span(piece.of_base.start, len(rest) if at >= 0 else piece.of_base.end),
        )
    return piece


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
        length = len(edition.text)
        if not doubts and len(spans) == 1 and spans[0].start <= (1 - WHOLE) * length and spans[0].end == length:
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
