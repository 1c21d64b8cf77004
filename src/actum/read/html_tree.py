"""A page's tokens into a tree whose texts know their places.

Takes       the decoded characters of a page.
Gives       Elements in document order, each with its texts; link, hidden and struck-out states told by the parser.
Method      the HTML standard's rules as far as they matter for text: void elements, implied ends, and cells that keep
            what is inside them from closing what is outside. No recursion: a page may be nested as deep as it likes.
Leaves out  the repair of misnested tables and forms: their text is all there, in the order of the source.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from actum.read.markup import Attributes, Token, plain, tokens
from actum.read.tables import table
from actum.text.span import Span

TAG_LIMIT = 150_000
"""Tags of one page that are read; a page has some thousands, and this many take some seconds and 300 MB, 2026-11-26."""


_SHOWN = frozenset({"textarea", "xmp"})
"""Raw elements whose characters a browser shows."""


class TooManyTags(Exception):
    """The page has more tags than a page has; the reader says so in one line."""


@dataclass(slots=True, eq=False)
class Element:
    """One element: `parent` is None for the root; `content` are its texts and child elements, in order.

    `end` is where its own end tag begins, or where the parser closed it; `inner` where its content begins.
    """

    name: str
    start: int
    inner: int
    parent: Element | None
    attributes: Attributes = field(default_factory=dict)
    content: list[Element | Text] = field(default_factory=list)
    end: int = 0


@dataclass(slots=True, eq=False)
class Text:
    """A stretch of characters between two tags.

    `link` numbers the link it stands in, 0 for none; `silent` where it shows nothing.
    """

    span: Span
    link: int = 0
    silent: bool = False


def kinds() -> dict[str, Any]:
    """The kinds of elements (see `data/html.toml`)."""
    return table("html")["elements"]  # type: ignore[no-any-return] # a table of tables


def tree_of(source: str) -> tuple[Element, list[Element]]:
    """The root, and every element of the page in document order, the root first. Raises TooManyTags."""
    builder = _Builder(source)
    marked = source.lstrip().startswith("<?xml")
    for token in tokens(source, marked=marked, raw=frozenset(kinds()["raw"])):
        builder.take(token)
    builder.close_to(0, len(source))
    return builder.root, builder.elements


class _Builder:
    """The open elements, innermost last; a counter of their names for each cell, so that no search runs in vain."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.root = Element("", 0, 0, None)
        self.elements = [self.root]
        self.open = [self.root]
        self.counts: list[Counter[str]] = [Counter()]
        self.cells: Counter[str] = Counter()
        self.links: list[Element] = []
        self.kinds = {name: frozenset(kinds()[name]) for name in ("void", "block", "scope")}
        self.closes: dict[str, dict[str, list[str]]] = kinds()["closes"]

    def take(self, token: Token) -> None:
        if token.kind == "text":
            self.open[-1].content.append(Text(token.span, link=self.links[-1].start + 1 if self.links else 0))
        elif token.kind == "silent":
            self.open[-1].content.append(Text(token.span, silent=token.name not in _SHOWN))
        elif token.kind == "close":
            self._close(token)
        else:
            self._open(token)

    def _open(self, token: Token) -> None:
        if len(self.elements) > TAG_LIMIT:
            raise TooManyTags
        name = token.name
        rule = self.closes.get(name)
        if rule:
            self._imply(rule["closed"], rule["until"], token.span.start)
        elif name in self.kinds["block"] and name != "br" and self.counts[-1]["p"] > 0:
            self._imply(["p"], [], token.span.start)
        element = Element(name, token.span.start, token.span.end, self.open[-1], token.attributes)
        self.open[-1].content.append(element)
        self.elements.append(element)
        if name in self.kinds["void"] or (token.empty and name not in self.kinds["block"]):
            element.end = token.span.end
            return
        self.open.append(element)
        self.counts[-1][name] += 1
        if name in self.kinds["scope"]:
            self.counts.append(Counter())
            self.cells[name] += 1
        if name == "a" and "href" in token.attributes:
            self.links.append(element)

    def _imply(self, closed: list[str], until: list[str], at: int) -> None:
        """Close the nearest open element of some names, and all inside it, unless one of `until` stands before it."""
        # an open cell stands one counter further out than what is inside it
        if not any(count[name] > 0 for count in self.counts[-2:] for name in closed):
            return
        for depth in range(len(self.open) - 1, 0, -1):
            name = self.open[depth].name
            if name in closed:
                self.close_to(depth, at)
                return
            if name in until or (name in self.kinds["scope"] and name not in {"td", "th", "caption"}):
                return

    def _close(self, token: Token) -> None:
        name, at = token.name, token.span.start
        if name == "br":
            self._open(Token("open", token.span, "br"))
            return
        if name in self.kinds["scope"]:
            self._close_scope(name, at)
            return
        if self.counts[-1][name] <= 0:
            if name == "a" and self.links:  # it opened outside of this cell
                self.links.pop()
            if name == "p":  # the standard: it stands for an empty paragraph
                self._open(Token("open", token.span, "p"))
                self.close_to(len(self.open) - 1, at)
            return
        if name not in self.kinds["block"]:
            self._close_inline(name, at)
            return
        depth = len(self.open) - 1
        while self.open[depth].name != name:
            depth -= 1
        self.close_to(depth, at)

    def _close_inline(self, name: str, at: int) -> None:
        """End an inline element; where blocks are open inside it, they stay open, and only its link ends."""
        for depth in range(len(self.open) - 1, 0, -1):
            element = self.open[depth]
            if element.name == name:
                self.close_to(depth, at)
                return
            if element.name in self.kinds["block"]:
                break
        self.counts[-1][name] -= 1  # it is not looked for again
        if name == "a" and self.links:
            self.links.pop()

    def _close_scope(self, name: str, at: int) -> None:
        if not self.cells[name]:
            return
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].name == name:
                self.close_to(depth, at)
                return

    def close_to(self, depth: int, at: int) -> None:
        """Close the open element at a depth and all inside it; the root stays open."""
        while len(self.open) > max(depth, 1):
            element = self.open.pop()
            element.end = at
            if element.name in self.kinds["scope"]:
                self.counts.pop()
                self.cells[element.name] -= 1
            self.counts[-1][element.name] -= 1
            if self.links and self.links[-1] is element:
                self.links.pop()
        if depth == 0:
            self.root.end = at


def attribute(element: Element, name: str, source: str) -> str:
    """The value of an attribute, references resolved; empty where the element has none."""
    span = element.attributes.get(name)
    return plain(source, span).strip() if span is not None else ""
