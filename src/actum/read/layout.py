"""What stands on pages, before anybody has said in what order it is read.

Takes       characters with their boxes, as a text layer or a recogniser gives them.
Gives       the nouns of page layout: Glyph, Line, Sheet.
Method      all lengths are points from the upper left corner of the page as it is looked at, turned upright.
Leaves out  order, columns, paragraphs: `layout_lines`, `layout_order`, `layout_matter`, `layout_joints`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Matter = Literal["body", "head", "number", "note", "reading", "aslant"]
"""What a line is: text, a running head, a page number, a footnote, a reading above characters, or set at another angle
than the page."""

CJK = "\u2e80"
"""First character of the scripts that are written without spaces."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character (a space has its box too), how large it is set, and how sure a machine is of it, 0 to 1."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """Glyphs that stand side by side, from left to right, and what they are; never empty.

    `parts` is how many fragments with wide gaps between make the line: cells of a table, a label and its item.
    """

    glyphs: tuple[Glyph, ...]
    matter: Matter = "body"
    parts: int = 1

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def left(self) -> float:
        """Where the first character begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where the last character ends."""
        return self.glyphs[-1].right

    @property
    def top(self) -> float:
        """The upper edge of the middling character: a raised one moves no line."""
        return middle([glyph.top for glyph in self.glyphs])

    @property
    def bottom(self) -> float:
        """The lower edge of the middling character."""
        return middle([glyph.bottom for glyph in self.glyphs])

    @property
    def size(self) -> float:
        """The size in which most of the line is set; at least 1 point."""
        return max(1.0, middle([glyph.size for glyph in self.glyphs if not glyph.text.isspace()] or [1.0]))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its number from 1, its width and height as the file has it, its glyphs in the order of the file.

    `aslant` are glyphs at another angle than the page's, in the same order: their boxes are around them. `turned` is by
    how many degrees the page was turned clockwise about its middle to stand upright; boxes count on the turned page.
    `says` is what went wrong with it, empty where nothing did; `by` names what recognised it, empty for a text layer.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    aslant: tuple[Glyph, ...] = ()
    turned: float = 0.0
    says: str = ""
    by: str = ""

    @property
    def height_upright(self) -> float:
        """The height of the turned page."""
        return self.width if round(self.turned / 90) % 2 else self.height

    @property
    def width_upright(self) -> float:
        """The width of the turned page."""
        return self.height if round(self.turned / 90) % 2 else self.width


def middle(numbers: list[float]) -> float:
    """The middling one of some numbers, the lower of two; 0 of none."""
    return sorted(numbers)[(len(numbers) - 1) // 2] if numbers else 0.0


def is_wide(character: str) -> bool:
    """Whether a character belongs to a script that is written without spaces, its marks included."""
    return character >= CJK and not "\uac00" <= character <= "\ud7ff"
