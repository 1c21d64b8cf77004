"""Every text node of a document counted: what a walk did not pass is told with its text.

Takes       the tree of a part of a DOCX, its text nodes marked as the walk passed them.
Gives       the texts that were not passed, one for each paragraph they stand in, in order.
Method      a mark on each node that was passed; of alternative forms of one thing the first with text is walked, and
            another form is told only where its text is not that of the first.
Leaves out  what the texts mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from actum.read.docx_zip import Element, local

_MARK = "actum-passed"
_NODES = ("{*}t", "{*}delText")


def passed(node: Element) -> None:
    """Mark a text node as one that the walk has passed."""
    node.set(_MARK, "1")


def with_text(alternatives: Element) -> Element:
    """Of alternative forms the first that holds text, else the first; the element itself where it has no forms."""
    forms = list(alternatives.iterchildren())
    return next((form for form in forms if written(form)), forms[0] if forms else alternatives)


def missed(root: Element) -> Iterator[str]:
    """The text of each paragraph's nodes that no walk passed, in order; none where all were passed."""
    nodes = [node for node in root.iter(*_NODES) if node.get(_MARK) is None and (node.text or "").strip()]
    for _, run in groupby(nodes, key=_holder):
        own = list(run)
        text = "".join(node.text or "" for node in own)
        if not any(text in written(other) for other in _other_forms(own[0])):
            yield text


def written(element: Element) -> str:
    """All text within an element, run together."""
    return "".join(node.text or "" for node in element.iter(*_NODES))


def _holder(node: Element) -> Element:
    """The paragraph that a node stands in, else what it stands in."""
    parent = node.getparent()
    return next(node.iterancestors("{*}p"), node if parent is None else parent)


def _other_forms(node: Element) -> Iterator[Element]:
    """The other forms of what a node stands in, where it stands in one of several."""
    for form in node.iterancestors("{*}Choice", "{*}Fallback"):
        holder = form.getparent()
        if holder is not None and local(holder) == "AlternateContent":
            yield from (one for one in holder.iterchildren() if one is not form)
