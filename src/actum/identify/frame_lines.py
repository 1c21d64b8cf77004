"""A page cut into its lines, each with the folded form that cues are matched on.

Takes       a copy's running text.
Gives       Lines in order, without blanks: a line's span leaves out white space and Markdown marks at its edges.
Method      line ends of any kind; a credit at the start or end of a line is cut off as a line of its own.
Leaves out  what a line is: `frame_cues` says that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from actum.identify.frame_cues import split_points
from actum.text.fold import fold
from actum.text.offsets import OffsetMap
from actum.text.span import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_EDGE_START = re.compile(r"(?:[\s\u200b\ufeff]|#{1,6}(?=\s)|>(?=\s)|\*{1,3}(?=\S)|_{2}(?=\S))*")
_BLANK = "".join(chr(code) for code in range(0x10000) if chr(code).isspace()) + "\u200b\ufeff"
_WIDE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_ENDS = re.compile(r"[.!?;…][\")]*$")
_ASCII = str.maketrans("，。；：？！（）［］／—＿｜", ",.;:?!()[]/-_|")

LONG = 34
"""From how much on a line is prose rather than a heading or a piece of page furniture; Chinese characters, three
letters of other scripts for one. Set by hand on the sample, where two lines of prose are shorter; 2026-11-25."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it stands in the page, what stands there, its folded form (marks in ASCII) with the way to it.

    `heading` where it is marked as one; `parted` where it was cut off the line before it.
    """

    span: Span
    raw: str
    fold: str
    offsets: OffsetMap = field(repr=False)
    heading: bool = False
    parted: bool = False

    @property
    def weight(self) -> float:
        """How much it says: Chinese characters, three other letters or digits for one."""
        wide = len(_WIDE.findall(self.fold))
        return wide + (sum(map(str.isalnum, self.fold)) - wide) / 3

    @property
    def long(self) -> bool:
        """Whether the line is prose."""
        return self.weight >= LONG

    @property
    def ended(self) -> bool:
        """Whether the line ends as a sentence does."""
        return ends_sentence(self.fold)

    def place(self, folded: Span) -> Span:
        """Where a span of the folded form stands in the page."""
        return self.offsets.back(folded).shifted(self.span.start)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not blank, in order."""
    found = [Span(*match.span()) for match in _LINE.finditer(text)]
    kept = [(whole, trimmed) for whole in found if (trimmed := _trimmed(text, whole))]
    folded = _folded(text, [trimmed for _, trimmed in kept])
    return tuple(
        line
        for (whole, trimmed), (words, offsets) in zip(kept, folded, strict=True)
        for line in _pieces(text, Line(trimmed, trimmed.of(text), words, offsets, _is_heading(whole.of(text))))
    )


def _folded(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, OffsetMap]]:
    """The folded form of each line: all are folded at once, a private character between them, which is faster."""
    edge = next(chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text)
    whole = fold("".join(f"{span.of(text)}{edge}\n" for span in spans))
    at = before = 0
    for span in spans:
        end = whole.text.index(edge, at)
        starts, ends = whole.offsets.starts[at:end] - before, whole.offsets.ends[at:end] - before
        yield whole.text[at:end].translate(_ASCII), OffsetMap(len(span), starts, ends.clip(max=len(span)))
        at = end + 1
        before += len(span) + 2


def ends_sentence(folded: str) -> bool:
    """Whether a folded text with ASCII marks ends as a sentence does."""
    return _ENDS.search(folded) is not None


def ascii_marks(folded: str) -> str:
    """A folded text with its marks in ASCII, as cues are matched on."""
    return folded.translate(_ASCII)


def _is_heading(line: str) -> bool:
    return line.lstrip().startswith(("#", "**", "__"))


def _pieces(text: str, whole: Line) -> Iterator[Line]:
    """A line whole, or parted where a credit begins or ends within it."""
    points = split_points(whole.fold)
    if not points:
        yield whole
        return
    starts = [whole.span.start, *(whole.place(Span(at, at + 1)).start for at in points)]
    for start, end in zip(starts, [*starts[1:], whole.span.end], strict=True):
        if piece := _trimmed(text, Span(start, end)):
            yield line_of(text, piece, heading=whole.heading, parted=start != whole.span.start)


def line_of(text: str, span: Span, *, heading: bool = False, parted: bool = False) -> Line:
    """The stretch of `text` under a span as one line; line ends inside it are folded away."""
    raw = span.of(text)
    folded = fold(raw)
    return Line(span, raw, folded.text.translate(_ASCII), folded.offsets, heading, parted)


def _trimmed(text: str, span: Span) -> Span:
    """The span without white space and Markdown marks at its edges; empty where nothing else is in it."""
    inner = span.of(text)
    found = _EDGE_START.match(inner)
    start = found.end() if found else 0
    end = len(inner)
    while (shorter := _end_before(inner, end)) < end:
        end = shorter
    return Span(span.start + min(start, end), span.start + end)


def _end_before(inner: str, end: int) -> int:
    """The end of a line less one layer of white space or marks."""
    bare = len(inner[:end].rstrip(_BLANK))
    marks = len(inner[:bare].rstrip("#*_"))
    emphasis = bare - marks <= 3 and inner[marks:bare] in {"*", "**", "***", "__"}
    heading = set(inner[marks:bare]) == {"#"} and inner[marks - 1 : marks].isspace()
    return marks if marks and (emphasis or heading) else bare
