"""A page's tree into blocks: stretches of running text between two breaks.

Takes       the elements of a page.
Gives       blocks in document order, their pieces with what a browser does not show told; sums of letters an element.
Method      a block element and a line break part blocks; what an element hides, takes back, strikes out or sets beside
            as a reading or a mark of a note is told of every piece inside it. Size and visibility an element inside
            may set anew, as in a browser.
Leaves out  which blocks are the text: `html_body` decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from actum.read.html_tree import Element, Text, attribute, kinds
from actum.read.markup import plain
from actum.text.span import Span

Unseen = Literal["", "unseen", "hidden", "deleted", "ruby", "mark"]
PROSE = 20
"""Letters outside links from which a stretch with the mark of a sentence is prose; the shortest paragraph of the
sample has 30, 2026-11-26."""
LONG = 60
"""Letters from which a stretch is prose without such a mark; set by hand, 2026-11-26."""
SIGN = 40
"""Characters and elements of a raised sign beyond which it is none that leads to a note; set by hand, 2026-11-26."""
STYLE = 2_000
"""Characters of an element's own style that are looked at; set by hand, 2026-11-26."""
_SENTENCE = re.compile(r"[。！？；：;!?]|\.(?:\s|$)|[，,]\s*$")
_NONE = r"\.?0(?:\.0*)?(?:px|pt|r?em|ex|ch|%|v[wh])?\s*(?:!\s*important\s*)?(?:;|$)"
_HIDES = re.compile(
    rf"(?:^|[;\s])(?:display\s*:\s*none|opacity\s*:\s*{_NONE}"
    rf"|(?:left|right|top|bottom|margin-left|margin-top)\s*:\s*-\d{{3,}}(?:\.\d+)?(?:em|rem|%)"
    rf"|(?:left|right|top|bottom|margin-left|margin-top)\s*:\s*-\d{{4,}}(?:\.\d+)?px"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?\b)",
    re.IGNORECASE,
)
_FLAT = re.compile(rf"(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*{_NONE}", re.IGNORECASE)
_CLIPS = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_SIZE = re.compile(
    rf"(?:^|[;\s])font-size\s*:\s*(?:(?P<none>{_NONE})|(?P<own>[\d.]+(?:px|pt|rem|v[wh])))", re.IGNORECASE
)
_SIGHT = re.compile(r"(?:^|[;\s])visibility\s*:\s*(?:(?P<none>hidden|collapse)|(?P<own>visible))", re.IGNORECASE)
_PALE = re.compile(
    r"(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent\b|rgba?\(\s*255\s*,\s*255\s*,\s*255\b)",
    re.IGNORECASE,
)
_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;:]{0,80}?line-through", re.IGNORECASE)
_MARK = re.compile(
    r"\s*(?:[\[［〔【]\s*(?:[^\W\d_]{1,5}\.?\s*)?\d{0,3}(?:\s*[-–,，、]\s*\d{1,3})*\s*[\]］〕】]|[①-⑳])\s*"
)
"""What a raised sign looks like that leads to a note: a number in brackets, or in a circle. No exponent does."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of source characters within one block.

    `link` numbers its link, 0 for none; `unseen` says why a browser does not show it, or how, and
    `hider` is the outermost element that is the cause. `struck` where it is shown with a line through it;
    `pale` is the element that sets it in the colour of paper.
    """

    span: Span
    link: int = 0
    unseen: Unseen = ""
    hider: Element | None = None
    struck: bool = False
    pale: Element | None = None


@dataclass(frozen=True, slots=True)
class _State:
    """What the elements around a text do to it: `unseen` for good; size and sight an element inside may set anew."""

    unseen: Unseen = ""
    small: bool = False
    veiled: bool = False
    struck: bool = False
    pale: Element | None = None
    hider: Element | None = None

    @property
    def why(self) -> Unseen:
        """Why a browser does not show a text here."""
        return self.unseen or ("hidden" if self.small or self.veiled else "")


@dataclass(slots=True, eq=False)
class Block:
    """Pieces in order; `holder` is the block element around them. Letters and digits are counted of what is seen.

    `hidden` where an element hides the block whole, `hider`.
    """

    holder: Element
    pieces: list[Piece] = field(default_factory=list)
    letters: int = 0
    linked: int = 0
    links: int = 0
    prose: bool = False
    hidden: bool = False
    hider: Element | None = None
    written: str = ""


@dataclass(slots=True)
class Sums:
    """Letters within an element: all, in links, in prose; and how many links."""

    letters: int = 0
    linked: int = 0
    prose: int = 0
    links: int = 0


def blocks_of(root: Element, source: str) -> list[Block]:
    """The blocks of a page that hold a letter or digit, in document order."""
    blocks = [Block(root)]
    breaks = frozenset(kinds()["block"])
    for holder, piece in _walk(root, source, breaks):
        if piece is None:
            if blocks[-1].pieces:
                blocks.append(Block(holder))
            blocks[-1].holder = holder
        else:
            blocks[-1].pieces.append(piece)
    found = []
    for block in blocks:
        _measure(block, source)
        if any(any(map(str.isalnum, piece.span.of(source))) for piece in block.pieces):
            found.append(block)
    return found


def _walk(root: Element, source: str, breaks: frozenset[str]) -> Iterator[tuple[Element, Piece | None]]:
    """Each piece with its holder, and a None at each break."""
    stack: list[tuple[Element, int, Element, _State]] = [(root, 0, root, _State())]
    before = ""
    while stack:
        element, place, holder, state = stack.pop()
        if place >= len(element.content):
            if element.name in breaks and stack:
                yield stack[-1][2], None
                before = ""
            continue
        stack.append((element, place + 1, holder, state))
        child = element.content[place]
        if isinstance(child, Text):
            if not child.silent:
                yield holder, Piece(child.span, child.link, state.why, state.hider, state.struck, state.pale)
                before = child.span.of(source).rstrip()[-1:] or before
            continue
        inside = _inside(child, state, source)
        if child.name == "sup" and not inside.unseen and _is_mark(child, before, source):
            inside = replace(inside, unseen="mark", hider=child)
        if child.name in breaks:
            around = holder if child.name == "br" else child
            yield around, None
            before = ""
            stack.append((child, 0, around, inside))
        else:
            stack.append((child, 0, holder, inside))


def _inside(element: Element, around: _State, source: str) -> _State:
    """What an element does to the texts in it."""
    style = attribute(element, "style", source)[:STYLE]
    unseen = around.unseen or _unseen(element, style)
    size, sight = _SIZE.search(style), _SIGHT.search(style)
    small = bool(size["none"]) if size else around.small
    veiled = bool(sight["none"]) if sight else around.veiled
    struck = around.struck or element.name in kinds()["struck"] or _THROUGH.search(style) is not None
    hides = bool(unseen) or small or veiled
    pale = around.pale
    if "color" in style:
        pale = element if _PALE.search(style) and "background" not in style else None
    return _State(unseen, small, veiled, struck, pale, (around.hider or element) if hides else None)


def _unseen(element: Element, style: str) -> Unseen:
    table = kinds()
    if element.name in table["deleted"]:
        return "deleted"
    if element.name in table["ruby"]:
        return "ruby"
    flat = _FLAT.search(style) is not None and _CLIPS.search(style) is not None
    if "hidden" in element.attributes or flat or _HIDES.search(style):
        return "hidden"
    return "unseen" if element.name in table["unseen"] else ""


def _is_mark(element: Element, before: str, source: str) -> bool:
    """Whether a raised element is the sign of a note behind a word; behind a number it might be a power."""
    if not before or before.isdigit():
        return False
    written, stack, nodes = "", [element], 0
    while stack and nodes < SIGN and len(written) < SIGN:
        for one in stack.pop().content[:SIGN]:
            nodes += 1
            if isinstance(one, Text):
                written += (
                    "" if one.silent else plain(source, Span(one.span.start, min(one.span.end, one.span.start + SIGN)))
                )
            else:
                stack.append(one)
    return (
        len(written) < SIGN and nodes < SIGN and any(map(str.isalnum, written)) and _MARK.fullmatch(written) is not None
    )


def _measure(block: Block, source: str) -> None:
    if any(piece.pale for piece in block.pieces) and any(
        piece.span.of(source).strip() and not piece.pale and not piece.unseen for piece in block.pieces
    ):
        # white words within a dark line; where the whole line is white, so may be its letters on a dark ground
        block.pieces = [
            replace(one, unseen="hidden", hider=one.pale) if one.pale and not one.unseen else one
            for one in block.pieces
        ]
    hidden = [piece for piece in block.pieces if piece.unseen in {"hidden", "unseen"}]
    seen = [piece for piece in block.pieces if not piece.unseen]
    block.hidden = bool(hidden) and not any(piece.span.of(source).strip() for piece in seen)
    block.hider = hidden[0].hider if block.hidden else None
    counted = hidden if block.hidden else seen
    block.written = "".join(piece.span.of(source) for piece in counted)
    block.letters = sum(map(str.isalnum, block.written))
    linked = [(piece.link, sum(map(str.isalnum, piece.span.of(source)))) for piece in counted if piece.link]
    block.linked = sum(count for _, count in linked)
    block.links = len({link for link, count in linked if count})
    free = block.letters - block.linked
    sentence = _SENTENCE.search(block.written.strip()) is not None
    block.prose = block.linked * 2 < block.letters and (free >= LONG or (free >= PROSE and sentence))


def sums_of(elements: list[Element], blocks: list[Block]) -> Mapping[Element, Sums]:
    """What each element holds in all, hidden blocks left out; elements come parents first."""
    sums = {element: Sums() for element in elements}
    for block in blocks:
        if not block.hidden:
            own = sums[block.holder]
            own.letters += block.letters
            own.linked += block.linked
            own.links += block.links
            own.prose += block.letters - block.linked if block.prose else 0
    for element in reversed(elements):
        if element.parent is not None:
            own, around = sums[element], sums[element.parent]
            around.letters += own.letters
            around.linked += own.linked
            around.links += own.links
            around.prose += own.prose
    return sums
