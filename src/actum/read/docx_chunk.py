"""Files that a DOCX takes in whole where the document is shown (`altChunk`).

Takes       the package and the element that names the file by a relation.
Gives       the running text of the file; None where there is none or it cannot be read.
Method      the relation gives the part; its bytes say whether it is a page, an RTF, a Word document or plain text.
Leaves out  doubts within such a file: the whole of it stands under one.
"""

from __future__ import annotations

from actum.errors import CopyUnread
from actum.model.copy import Found
from actum.read.docx_zip import Element, Package
from actum.read.html import is_html, read_html
from actum.read.plain import read_plain
from actum.read.rtf import read_rtf

_RELATIONS = "word/_rels/document.xml.rels"


def chunk_text(package: Package, mark: Element) -> str | None:
    """The text of the file that an element names; None where it is missing or cannot be read as text."""
    key = next((str(value) for name, value in mark.items() if str(name).rpartition("}")[2] == "id"), "")
    relations = package.root(_RELATIONS)
    for one in relations.iter("{*}Relationship") if relations is not None else ():
        target = one.get("Target", "")
        name = target.lstrip("/") if target.startswith("/") else f"word/{target}"
        if one.get("Id") == key and name in package.names:
            try:
                return _text(package.bytes(name), name)
            except CopyUnread:
                return None
    return None


def _text(data: bytes, name: str) -> str | None:
    found = Found(name)
    if data.startswith(b"PK\x03\x04"):
        return _of_document(data, name)
    if data.lstrip().startswith(b"{\\rtf"):
        return read_rtf(data, found).text
    if is_html(data, name[name.rfind(".") :]):
        return read_html(data, found).text
    return read_plain(data, found).text


def _of_document(data: bytes, name: str) -> str | None:
    """The paragraphs of a Word document, plainly."""
    root = Package(data, place=name, form="a DOCX").root("word/document.xml")
    if root is None:
        return None
    nodes = ("".join(node.text or "" for node in p.iter("{*}t")) for p in root.iter("{*}p"))
    return "\n".join(nodes) or None
