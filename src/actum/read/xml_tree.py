"""A well-formed XML source into a tree whose texts and attributes know their places.

Takes       the decoded characters of an XML file that a parser has found well-formed.
Gives       its elements in document order, their names without a prefix.
Leaves out  checking: `akn` does that first; entities of a file's own, for a file that declares any is refused there.
"""

from __future__ import annotations

from collections.abc import Iterator

from actum.read.html_tree import TAG_LIMIT, Element, Text, TooManyTags
from actum.read.markup import plain, tokens


def xml_elements(source: str) -> list[Element]:
    """The elements, parents first. Raises TooManyTags."""
    root = Element("", 0, 0, None)
    elements, open_ones = [root], [root]
    for token in tokens(source, xml=True):
        if token.kind == "text":
            open_ones[-1].content.append(Text(token.span, silent=token.name != ""))
        elif token.kind == "close" and len(open_ones) > 1:
            open_ones.pop().end = token.span.start
        elif token.kind == "open":
            if len(elements) > TAG_LIMIT:
                raise TooManyTags
            name = token.name.rpartition(":")[2]
            element = Element(name, token.span.start, token.span.end, open_ones[-1], token.attributes)
            element.end = token.span.end
            open_ones[-1].content.append(element)
            elements.append(element)
            if not token.empty:
                open_ones.append(element)
    root.end = len(source)
    return elements


def texts_in(element: Element) -> Iterator[Text]:
    """The texts within an element, in order."""
    stack: list[Element | Text] = [element]
    while stack:
        one = stack.pop()
        if isinstance(one, Text):
            yield one
        else:
            stack += reversed(one.content)


def written(element: Element, source: str) -> str:
    """The characters within an element, references resolved, white space drawn together."""
    return " ".join("".join(plain(source, text.span) for text in texts_in(element)).split())


def ancestors(element: Element) -> Iterator[Element]:
    """What an element lies in, the nearest first."""
    around = element.parent
    while around is not None:
        yield around
        around = around.parent
