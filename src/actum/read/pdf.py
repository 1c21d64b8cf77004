"""PDF to a Copy: the text layer where there is one, else what a recogniser reads.

Takes       the bytes of a PDF and the path it was found at.
Gives       a Copy with the page and box of every line.
Method      PDFium in a process of its own (it is not safe among threads, and files crash it); pages without a text
            layer, or with one that says no characters, go to `scan`; then `layout_copy`.
Leaves out  forms, notes of reviewers, attached files.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from dataclasses import replace

from actum.errors import CopyUnread
from actum.model.copy import Copy, Found, Page
from actum.model.doubt import Doubt
from actum.read.layout import Sheet
from actum.read.layout_copy import copy_of
from actum.read.layout_worker import Ended, Row, run, sheet_of
from actum.read.scan import is_missing, recognised
from actum.text.span import Part, Span

PAGES = 2_000
"""Pages that are read of one file; the longest treaty volumes have under 1,500, 2026-11-26."""

AGAIN = 5
"""Pages that may end the child before the rest is given up."""

BROKEN = 0.1
"""Share of characters without meaning from which a text layer is no text and the page is read as a picture; layers of
sound files have under 0.01, 2026-11-26."""


STAMPED = 200
"""Characters up to which the layer of a page that is one large picture is a stamp upon it, and the picture is read."""

LARGE = 0.5
"""Share of a page, 0 to 1, that such a picture takes."""

UNSEEN = 0.95
"""How sure the characters of a layer are taken to be that lies unseen over a picture, 0 to 1: a machine recognised them
and the file does not say how sure it was. By thought, 2026-11-26."""

NEAR_EMPTY = 8
"""Characters up to which a page with a picture has no text layer worth the name: a stamp, a page number."""


def read_pdf(data: bytes, found: Found) -> Copy:
    """The Copy of a PDF. Raises CopyUnread where it is locked, broken or empty, too long, or a library is missing."""
    place = found.place
    if importlib.util.find_spec("pypdfium2") is None:
        raise CopyUnread(f'{place}: PDF is read with pypdfium2, which is not installed. Run: pip install "actum[pdf]"')
    rows, sheets = _layer(data, place)
    pictures = [row["number"] for row in rows if _is_picture(row)]
    sheets = _with_recognised(data, sheets, pictures)
    if not any(sheet.glyphs for sheet in sheets):
        raise CopyUnread(_nothing(sheets, place))
    copy = copy_of(sheets, data=data, place=place, form="pdf", encoding="pdf")
    unseen = {row["number"] for row in rows if _is_unseen(row)} - set(pictures)
    unsure = (_unseen_doubt(page, copy.decoded) for page in copy.pages if page.number in unseen)
    doubts = sorted((*copy.doubts, *unsure), key=lambda doubt: (doubt.part, doubt.kind, doubt.says))
    return replace(copy, doubts=tuple(doubts))


def _is_unseen(row: Row) -> bool:
    """Whether the layer of a page lies unseen over a picture."""
    return bool(row["glyphs"]) and row.get("unseen", 0) > len(row["glyphs"]) / 2 and row["drawn"]


def _unseen_doubt(page: Page, decoded: str) -> Doubt:
    says = f"page {page.number}: its text lies unseen over a picture, as a machine recognised it; compare the picture"
    return Doubt("suspect", Part.cut(decoded, Span(page.span.start, page.span.start)), says, "pdf:unseen-layer")


def _unsure(sheet: Sheet) -> Sheet:
    return replace(sheet, glyphs=tuple(replace(glyph, score=UNSEEN) for glyph in sheet.glyphs))


def _layer(data: bytes, place: str) -> tuple[list[Row], list[Sheet]]:
    """The pages in order; the page at which the child ended says so, and it begins again behind it."""
    found: list[Row] = []
    sheets: list[Sheet] = []
    for _ in range(AGAIN):
        rows, ended = run("pdf_worker", data, [str(len(sheets) + 1), str(PAGES)])
        if not rows or "error" in rows[0]:
            raise CopyUnread(_refusal(rows[0]["error"] if rows else ended, place))
        count = rows[0]["pages"]
        if count > PAGES:
            raise CopyUnread(
                f"{place}: a PDF of {count:,} pages (limit {PAGES:,}). Cut out those you mean and add them."
            )
        found += rows[1:]
        sheets += [_unsure(sheet_of(row)) if _is_unseen(row) else sheet_of(row) for row in rows[1:]]
        if len(sheets) >= count:
            return found, sheets
        number = len(sheets) + 1
        sheets.append(Sheet(number, 0, 0, (), says=f"page {number} {_ENDED[ended]}"))
    rest = f"pages {len(sheets)} to {count} are not read: too many pages of this file are broken"
    return found, [*sheets[:-1], Sheet(len(sheets), 0, 0, (), says=rest)]


def _is_picture(row: Row) -> bool:
    """Whether a page bears no text layer that says characters, though something is drawn on it."""
    if row["says"] or not row.get("drawn"):
        return False
    count = len(row["glyphs"])
    stamped = row["pictured"] >= LARGE and count <= STAMPED
    return count <= NEAR_EMPTY or stamped or row["broken"] > BROKEN * count


def _with_recognised(data: bytes, sheets: Sequence[Sheet], numbers: Sequence[int]) -> list[Sheet]:
    """The sheets with those pages read from their pictures, or saying why they are not."""
    if not numbers:
        return list(sheets)
    missing = is_missing()
    if missing is None:
        read = {sheet.number: sheet for sheet in recognised(data, "pdf", numbers)}
        return [_fuller(sheet, read.get(sheet.number, sheet)) for sheet in sheets]
    says = f"has no text layer, and to recognise its print {missing}"
    return [replace(one, says=f"page {one.number} {says}") if one.number in numbers else one for one in sheets]


def _fuller(layer: Sheet, picture: Sheet) -> Sheet:
    """What was read off the picture, unless the layer has more that can be read."""
    legible = sum(glyph.text != "\ufffd" for glyph in layer.glyphs)
    return picture if len(picture.glyphs) >= legible else layer


_ENDED: dict[Ended, str] = {
    "time": "took too long and was given up; it is not read",
    "memory": "needed too much memory and was given up; it is not read",
    "crash": "is broken and could not be read",
    "library": 'could not be read: a library for it cannot be loaded. Run: pip install "actum[pdf]"',
    "whole": "is missing",
}


def _refusal(why: str, place: str) -> str:
    if why == "password":
        return f"{place}: the PDF is locked with a password. Save a copy without one and add that."
    if why == "library":
        return f'{place}: a library that reads PDF cannot be loaded. Run: pip install "actum[pdf]"'
    if why == "time":
        return f"{place}: the PDF took too long to open. Print it to a new PDF and add that."
    if why == "memory":
        return f"{place}: the PDF needs too much memory to open. Print it to a new PDF and add that."
    return f"{place}: not a sound PDF; nothing in it can be opened. Fetch it again, or print it to a new PDF."


def _nothing(sheets: Sequence[Sheet], place: str) -> str:
    says = next((sheet.says for sheet in sheets if sheet.says), "its pages hold neither text nor print")
    return f"{place}: no text in this PDF: {says}"
