"""Written documents without pages: text as it flows, with what was changed and what stands beside it.

Takes       pieces of text in the order of the file, each with its sort and, for tracked changes, its author and day.
Gives       a Copy whose decoded characters are all pieces, one paragraph a line; its text is what is read of them.
Method      a piece is read or left out whole; each stretch left out, and each that a change put in, has a doubt.
Leaves out  what the pieces were in the file: `docx`, `odt`, `rtf`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from actum.errors import CopyUnread
from actum.model.copy import Copy, Tracked
from actum.model.doubt import Doubt, DoubtKind
from actum.text.offsets import edited
from actum.text.span import Part, Span

Sort = Literal[
    "text",
    "deleted",
    "inserted",
    "hidden",
    "note",
    "margin",
    "comment",
    "reading",
    "unknown",
    "formula",
    "struck",
    "unwalked",
]

_SAYS: dict[Sort, str] = {
    "hidden": "hidden in the file; kept out of the running text",
    "note": "a footnote; kept out of the running text",
    "margin": "a running head or foot; kept out of the running text",
    "comment": "a reviewer's comment; kept out of the running text",
    "reading": "a reading or a sign set beside characters; kept out of the running text",
    "unknown": "stands in a part of the file that the reader does not know; read where it stands, compare the document",
    "formula": "stands in a formula; its characters are read one after another, compare the document",
    "struck": "the document shows this with a line through it; it is read as part of the text",
    "unwalked": "stands in the file where no running text is known to stand; not read, compare the document",
}
_KINDS: dict[Sort, DoubtKind] = {
    "reading": "residue", "unknown": "suspect", "formula": "suspect", "struck": "suspect", "unwalked": "unread"
}  # fmt: skip
_READ: frozenset[Sort] = frozenset({"text", "inserted", "deleted", "unknown", "formula", "struck"})
_EACH: frozenset[Sort] = frozenset({"note", "margin", "comment", "unwalked"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one sort; `by` says who changed them and when, empty where nobody did."""

    text: str
    sort: Sort
    by: str = ""


@dataclass(slots=True)
class Flow:
    """The pieces of a document as they come; those beside the text are put behind it, each on lines of its own.

    `cut` says why the file is not whole, empty where it is.
    """

    pieces: list[Piece] = field(default_factory=list)
    beside: list[Piece] = field(default_factory=list)
    cut: str = ""

    def add(self, text: str, sort: Sort = "text", by: str = "") -> None:
        """One more piece of the text; nothing for no characters."""
        if text:
            self.pieces.append(Piece(text, sort, by))

    def put_beside(self, text: str, sort: Sort) -> None:
        """Something that stands beside the text, whole; nothing for blanks alone."""
        if text.strip():
            self.beside.append(Piece(text.strip("\n"), sort))

    @property
    def written(self) -> str:
        """All characters of the text so far."""
        return "".join(piece.text for piece in self.pieces)

    def copy(self, data: bytes, *, place: str, form: str, encoding: str, tracked: Tracked) -> Copy:
        """The Copy; raises CopyUnread where nothing of it is text."""
        pieces = list(self.pieces)
        for piece in self.beside:
            if pieces and not pieces[-1].text.endswith("\n"):
                pieces.append(Piece("\n", "text"))
            pieces.append(piece)
        decoded = "".join(piece.text for piece in pieces)
        left_out: Sort = "deleted" if tracked == "after" else "inserted"
        edits, doubts = [], []
        for (sort, by), span in _runs(pieces):
            if sort not in _READ or sort == left_out:
                edits.append((span, ""))
            if sort != "text" and span.of(decoded).strip():
                doubts.append(_doubt(sort, by, Part.cut(decoded, span), tracked, form))
        if self.cut:
            doubts.append(Doubt("truncation", Part(len(decoded), len(decoded), ""), self.cut, f"{form}:cut"))
        text, offsets = edited(decoded, edits)
        if not text.strip():
            raise CopyUnread(f"{place}: the document holds no text. Is it pictures alone? Then add those.")
        return Copy(
            sha256=hashlib.sha256(data).hexdigest(),
            places=(place,),
            format=form,
            encoding=encoding,
            decoded=decoded,
            text=text,
            offsets=offsets,
            doubts=tuple(doubts),
        )


def _runs(pieces: list[Piece]) -> Iterator[tuple[tuple[Sort, str], Span]]:
    """Stretches of one sort by one hand, in order; what stands beside the text is a stretch each."""
    start = 0
    for key, run in groupby(enumerate(pieces), key=_alike):
        found = [piece for _, piece in run]
        end = start + sum(len(piece.text) for piece in found)
        yield (key[0], key[1]), Span(start, end)
        start = end


def _alike(numbered: tuple[int, Piece]) -> tuple[Sort, str, int]:
    number, piece = numbered
    return piece.sort, piece.by, number if piece.sort in _EACH else -1


def _doubt(sort: Sort, by: str, part: Part, tracked: Tracked, form: str) -> Doubt:
    if sort in _SAYS:
        return Doubt(_KINDS.get(sort, "foreign"), part, _SAYS[sort], f"{form}:{sort}")
    what = "taken out" if sort == "deleted" else "put in"
    read = (sort == "inserted") == (tracked == "after")
    state = f"the text is read {tracked} its changes"
    says = f"{what} by a tracked change{by}; {state}, {'with' if read else 'without'} this"
    return Doubt("suspect" if read else "foreign", part, says, f"{form}:tracked")
