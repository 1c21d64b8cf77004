"""Every piece of text of an OpenDocument counted: what a walk did not pass is told with its words.

Takes       the tree of the text, its pieces marked as the walk passed them.
Gives       the words that were not passed, run together for each element they stand in, in order.
Method      a mark for the text within each element and for that behind it.
Leaves out  what is no text of the document: who changed it and when, the numbers of notes, the patterns of an index.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from actum.read.docx_zip import Element, local

DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
"""The names of frames and shapes, which hold paragraphs of their own."""

_MARK = {"text": "actum-text", "tail": "actum-tail"}
_SILENT = frozenset(
    "creator date date-string change-info note-citation number index-title-template".split()  # noqa: SIM905
)


def passed(element: Element, which: str) -> None:
    """Mark the text within an element (`text`) or behind it (`tail`) as passed."""
    element.set(_MARK[which], "1")


def missed(root: Element) -> Iterator[str]:
    """The words that no walk passed, those of one holder run together, in order; none where all were passed."""
    for _, run in groupby(_pieces(root), key=lambda one: one[0]):
        yield "".join(words for _, words in run)


def _pieces(root: Element) -> Iterator[tuple[Element, str]]:
    for element in root.iter():
        if local(element) in _SILENT or any(local(one) in _SILENT for one in element.iterancestors()):
            continue
        if (element.text or "").strip() and element.get(_MARK["text"]) is None:
            yield element, element.text or ""
        parent = element.getparent()
        open_ = element is not root and element.get(_MARK["tail"]) is None
        if open_ and parent is not None and (element.tail or "").strip():
            yield parent, element.tail or ""
