"""A text in the form that names are matched in, sentence by sentence.

Takes       a text and its divisions.
Gives       Lines: each sentence in that form, with the way back to the text; the same form for a name of the registry.
Method      the form for comparing (`text.fold`), in which quotation marks keep their direction: “ and ” at any depth.
Leaves out  sentences of which nothing is left once folded.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actum.model.division import Division
from actum.text.fold import fold
from actum.text.folded import Folded
from actum.text.span import Part, Span

# Stands between names that are folded together; no form changes it.
_BETWEEN = "\ue000"
_OPENING = frozenset("“‘「『«‹〝﹁﹃„‚")
_CLOSING = frozenset("”’」』»›〞﹂﹄")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: `text` in the form, which begins at `start` of the whole form; `block` is its paragraph or item.

    `paragraph` is the paragraph of an item, else the block itself; `heading` tells a sentence of a heading.
    """

    sentence: Division
    block: str
    paragraph: str
    heading: bool
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Form:
    """A whole text in the form; `starts` and `ends` bound the source characters of each of its own."""

    source: str
    text: str
    starts: list[int]
    ends: list[int]

    def part(self, start: int, end: int) -> Part:
        """The part of the source that the form has from `start` to `end`, which is not empty."""
        return Part.cut(self.source, Span(self.starts[start], self.ends[end - 1]))


def form_of(text: str) -> Form:
    """The text in the form for matching names."""
    folded = fold(text)
    return Form(text, _directed(text, folded), folded.offsets.starts.tolist(), folded.offsets.ends.tolist())


def name_form(name: str) -> str:
    """A name of the registry in the same form."""
    return _directed(name, fold(name))


def name_forms(names: Sequence[str]) -> list[str]:
    """`name_form` of each name, all folded at one go."""
    return name_form(_BETWEEN.join(names)).split(_BETWEEN)


def _directed(source: str, folded: Folded) -> str:
    """The folded text with directed quotation marks; straight ones open and close by turns."""
    if '"' not in folded.text:
        return folded.text
    starts = folded.offsets.starts
    pieces: list[str] = []
    done, opens = 0, True
    at = folded.text.find('"')
    while at >= 0:
        if _is_apostrophe(folded.text, at):
            mark = "'"
        else:
            sign = source[int(starts[at])]
            opens = sign in _OPENING or (sign not in _CLOSING and opens)
            mark = "“" if opens else "”"
            opens = not opens
        pieces += (folded.text[done:at], mark)
        done = at + 1
        at = folded.text.find('"', done)
    return "".join((*pieces, folded.text[done:]))


def _is_apostrophe(folded: str, at: int) -> bool:
    """Whether a mark stands between two letters of a spaced script (People's)."""
    around = folded[at - 1 : at] + folded[at + 1 : at + 2]
    return len(around) == 2 and around.isalpha() and max(around) < "\u2e80"


def lines_of(form: Form, divisions: Sequence[Division]) -> Iterator[Line]:
    """The sentences of a text in the form, in order of the divisions."""
    known = {division.id: division for division in divisions}
    starts = form.starts
    for division in divisions:
        if division.kind != "sentence":
            continue
        low, high = _within(starts, form.ends, division.part)
        if low < high:
            block = known.get(division.parent or "")
            name = block.id if block else ""
            around = block.parent or name if block and block.kind == "item" else name
            heading = block is not None and block.kind == "heading"
            yield Line(division, name, around, heading, low, form.text[low:high])


def _within(starts: list[int], ends: list[int], part: Part) -> tuple[int, int]:
    low = bisect_right(ends, part.start)
    return low, bisect_left(starts, part.end, lo=low)
