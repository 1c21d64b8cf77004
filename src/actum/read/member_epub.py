"""Which members of an electronic book (EPUB) are its text.

Takes       a way to the bytes of members by name, and the names.
Gives       the names of the book's pages in the order in which they are read; nothing where it is no book.
Method      EPUB: `META-INF/container.xml` names the package, whose spine lists its pages as the manifest calls them.
            Where the package cannot be read, every page is taken, in the order of the archive.
Leaves out  the table of contents, unless the spine has it; fonts, styles, pictures.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import unquote

from actum.read.markup import Token, plain, tokens

CONTAINER = "META-INF/container.xml"
PACKAGE_LIMIT = 4_000_000
"""Longest package document that is read, in bytes; a book of a thousand pages has under 300,000, 2026-11-26."""
_PAGES = (".xhtml", ".html", ".htm")


def is_book(names: Sequence[str]) -> bool:
    """Whether an archive is an electronic book, by the names in it."""
    return CONTAINER in names and any(name.lower().endswith(_PAGES) for name in names)


def pages_of_book(names: Sequence[str], data_of: Callable[[str], bytes]) -> tuple[str, ...]:
    """The names of the pages in reading order, each once."""
    package = next((one for one in _values(data_of(CONTAINER), "rootfile", "full-path")), "")
    written = data_of(package) if package in names else b""
    place = dict(_items(written))
    folder = posixpath.dirname(package)
    spine = [place[one] for one in _values(written, "itemref", "idref") if one in place]
    found = [posixpath.normpath(posixpath.join(folder, unquote(href))) for href in spine]
    known = set(names)
    listed = tuple(dict.fromkeys(one for one in found if one in known and one.lower().endswith(_PAGES)))
    return listed or tuple(one for one in names if one.lower().endswith(_PAGES))


def _items(data: bytes) -> Iterator[tuple[str, str]]:
    source = _source(data)
    for token in _open(source, "item"):
        if "id" in token.attributes and "href" in token.attributes:
            yield plain(source, token.attributes["id"]), plain(source, token.attributes["href"])


def _values(data: bytes, element: str, attribute: str) -> Iterator[str]:
    source = _source(data)
    for token in _open(source, element):
        if attribute in token.attributes:
            yield plain(source, token.attributes[attribute])


def _open(source: str, name: str) -> Iterator[Token]:
    return (one for one in tokens(source, xml=True) if one.kind == "open" and one.name.rpartition(":")[2] == name)


def _source(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return data[:PACKAGE_LIMIT].decode(encoding, "replace")
