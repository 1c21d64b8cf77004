"""The parts of an established text: sections, paragraphs, list items, sentences, clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from actum.text.span import Part

DivisionKind = Literal["heading", "section", "paragraph", "item", "sentence", "clause"]
DIVISION_KINDS: tuple[DivisionKind, ...] = get_args(DivisionKind)


@dataclass(frozen=True, slots=True)
class Division:
    """One division; `id` is a path such as `s5.p03.s2` that says the place among its siblings.

    `repeats` is the id of the earlier division with the same text, None where this is the first. `part` counts
    in the established text. A sentence that a page split broke over two paragraphs is one division: its part
    spans the break, and the line end inside it is part of the quote. `language` is there where it is clearly another
    than the text's (an English paragraph in a Chinese text), else empty.
    """

    id: str
    kind: DivisionKind
    part: Part
    parent: str | None
    repeats: str | None = None
    language: str = ""
