"""A page's tree into blocks: stretches of running text between two breaks.

Takes       the elements of a page.
Gives       blocks in document order, their pieces with what a browser does not show told; sums of letters an element.
Method      a block element and a line break part blocks; what an element hides, strikes out or sets beside as a
            reading is told of every piece inside it.
Leaves out  which blocks are the text: `html_body` decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from actum.read.html_tree import Element, Text, attribute, kinds
from actum.text.span import Span

Unseen = Literal["", "unseen", "hidden", "struck", "ruby"]
PROSE = 20
"""Letters outside links from which a stretch with the mark of a sentence is prose; the shortest paragraph of the
sample has 30, 2026-11-26."""
LONG = 60
"""Letters from which a stretch is prose without such a mark; set by hand, 2026-11-26."""
_SENTENCE = re.compile(r"[。！？；：;!?]|\.(?:\s|$)|[，,]\s*$")
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of source characters within one block.

    `link` numbers its link, 0 for none; `unseen` says why a browser does not show it, or how, and
    `hider` is the outermost element that is the cause.
    """

    span: Span
    link: int = 0
    unseen: Unseen = ""
    hider: Element | None = None


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
    stack: list[tuple[Element, int, Element, Unseen, Element | None]] = [(root, 0, root, "", None)]
    while stack:
        element, place, holder, unseen, hider = stack.pop()
        if place >= len(element.content):
            if element.name in breaks and stack:
                yield stack[-1][2], None
            continue
        stack.append((element, place + 1, holder, unseen, hider))
        child = element.content[place]
        if isinstance(child, Text):
            if not child.silent:
                yield holder, Piece(child.span, child.link, unseen, hider)
            continue
        own = unseen or _unseen(child, source)
        hides = hider or (child if own else None)
        if child.name in breaks:
            around = holder if child.name == "br" else child
            yield around, None
            stack.append((child, 0, around, own, hides))
        else:
            stack.append((child, 0, holder, own, hides))


def _unseen(element: Element, source: str) -> Unseen:
    table = kinds()
    if element.name in table["struck"]:
        return "struck"
    if element.name in table["ruby"]:
        return "ruby"
    if "hidden" in element.attributes or _HIDES.search(attribute(element, "style", source)):
        return "hidden"
    return "unseen" if element.name in table["unseen"] else ""


def _measure(block: Block, source: str) -> None:
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
