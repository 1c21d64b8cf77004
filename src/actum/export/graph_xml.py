"""What GraphML and GEXF have in common: text that XML can hold, attributes with their types, bytes.

Takes       values of a graph.
Gives       words and bytes.
Leaves out  either format's own elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree

from actum.export.graph import GraphEdge, GraphNode, Value

Element = etree._Element  # noqa: SLF001 - lxml gives its element type no other name
_UNHELD = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def held(text: str) -> str:
    """The text as XML can hold it: control characters and half surrogate pairs as U+FFFD."""
    return _UNHELD.sub("\ufffd", text)


def written(value: Value) -> str:
    """A value as both formats write it, numbers without a locale."""
    return held(value) if isinstance(value, str) else repr(value)


def kinds(things: Iterable[GraphNode | GraphEdge]) -> dict[str, str]:
    """The attributes of nodes or edges with their type: `string`, `int` or `double`; empty where there are none."""
    found: dict[str, str] = {}
    for thing in things:
        for name, value in thing.attributes:
            found[name] = "string" if isinstance(value, str) else "double" if isinstance(value, float) else "int"
    return found


def rooted(namespace: str, tag: str, **others: str) -> Element:
    """A root in a namespace of its own, which is the file's default; `others` are further ones by their prefix."""
    spaces: Any = {None: namespace, **others}  # the stubs know no default namespace
    return etree.Element(etree.QName(namespace, tag), nsmap=spaces)


def added(parent: Element, tag: str, **attributes: str) -> Element:
    """A new last child in the parent's own namespace, its attributes in the order given."""
    return etree.SubElement(parent, etree.QName(etree.QName(parent).namespace, tag), attributes)


def file_of(root: Element) -> bytes:
    """The bytes of an XML file: UTF-8, indented, a line end at its end."""
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
