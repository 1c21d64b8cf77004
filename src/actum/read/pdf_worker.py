"""The child that takes the text layer out of a PDF; run as a module, see `layout_worker`.

Takes       the bytes of a PDF at standard input, the first page to read as an argument.
Gives       a row for each page, or one that says why there is none.
Method      PDFium, character by character, each with its box, turned upright.
Leaves out  pictures, forms, notes and marks of reviewers.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from actum.read.layout_worker import Row, allow, serve

PAGE_SECONDS = 6
"""Processor time for one page; a full page of a newspaper takes 0.1 s, 2026-11-26."""

MEMORY = 768 * 1024 * 1024
"""Data of the child, in bytes; the sample's PDF files need 60 MB, 2026-11-26."""

CHARACTERS = 60_000
"""Characters of one page at the most; a page of a newspaper has 15,000."""

_ERRORS = {raw.FPDF_ERR_PASSWORD: "password", raw.FPDF_ERR_SECURITY: "password", raw.FPDF_ERR_FORMAT: "broken"}
_DRAWN = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
Shape = tuple[str, float, float, float, float, float]
Glyphs = list[Shape]


@dataclass(frozen=True, slots=True)
class _Ground:
    """The page's own ground: its box in its own points, and by how many quarters it is shown turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        across, up = self.right - self.left, self.top - self.bottom
        return (up, across) if self.quarters % 2 else (across, up)

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A point as shown, from the upper left corner."""
        return (
            (x - self.left, self.top - y),
            (y - self.bottom, x - self.left),
            (self.right - x, y - self.bottom),
            (self.top - y, self.right - x),
        )[self.quarters]


def work(data: bytes, arguments: Sequence[str]) -> Iterator[Row]:
    """A row for each page from the one named on; a first row says how many there are, or what is wrong."""
    allow(PAGE_SECONDS)
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        yield {"error": _ERRORS.get(getattr(error, "err_code", None), "broken")}
        return
    yield {"pages": count, "said": _said(document)}
    for number in range(int(arguments[0]), min(count, int(arguments[1])) + 1):
        allow(PAGE_SECONDS)
        try:
            yield _page(document, number)
        except pdfium.PdfiumError:
            yield {"number": number, "width": 0.0, "height": 0.0, "glyphs": [], "says": "the page is broken"}


def _said(document: pdfium.PdfDocument) -> dict[str, str]:
    try:
        return {key: value for key, value in document.get_metadata_dict().items() if value}
    except (pdfium.PdfiumError, ValueError):
        return {}


def _page(document: pdfium.PdfDocument, number: int) -> Row:
    page = document[number - 1]
    left, bottom, right, top = page.get_bbox()
    ground = _Ground(left, bottom, right, top, (page.get_rotation() // 90) % 4)
    width, height = ground.size
    row: Row = {"number": number, "width": round(width, 2), "height": round(height, 2), "says": "", "turned": 0}
    text = page.get_textpage()
    count = raw.FPDFText_CountChars(text.raw)
    if count > CHARACTERS:
        return row | {"glyphs": [], "aslant": [], "says": f"{count:,} characters on one page (limit {CHARACTERS:,})"}
    glyphs, angles, broken, unseen = _glyphs(text, max(0, count), ground)
    usual = Counter(angle for angle in angles if angle is not None)
    quarters = max(usual, key=lambda one: (usual[one], -one), default=0)
    pairs = list(zip(glyphs, angles, strict=True))
    straight = [_turned(glyph, quarters, width, height) for glyph, angle in pairs if angle == quarters]
    aslant = [_turned(glyph, quarters, width, height) for glyph, angle in pairs if angle != quarters]
    drawn = next(iter(page.get_objects(filter=_DRAWN, max_depth=4)), None) is not None
    return row | {
        "glyphs": straight,
        "aslant": aslant,
        "turned": 90 * quarters,
        "broken": broken,
        "unseen": unseen,
        "drawn": drawn,
        "pictured": _pictured(page, width * height),
    }


def _pictured(page: pdfium.PdfPage, area: float) -> float:
    """The share of the page, 0 to 1, that its largest picture takes."""
    largest = 0.0
    for thing in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=1):
        left, bottom, right, top = thing.get_bounds()
        largest = max(largest, (right - left) * (top - bottom))
    return round(min(1.0, largest / area), 3) if area > 0 and math.isfinite(largest) else 0.0


def _glyphs(text: pdfium.PdfTextPage, count: int, ground: _Ground) -> tuple[Glyphs, list[int | None], int, int]:
    """The characters with their boxes, by how many quarters each is turned, how many cannot be read or seen."""
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    glyphs: Glyphs = []
    angles: list[int | None] = []
    shapes: Glyphs = []
    broken = unseen = high = thing = 0
    for i in range(count):
        code = raw.FPDFText_GetUnicode(text.raw, i)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code, high = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00), 0
        if raw.FPDFText_IsGenerated(text.raw, i) == 1 or not raw.FPDFText_GetLooseCharBox(text.raw, i, box):
            continue
        character = _character(code)
        if not character:
            continue
        if raw.FPDFText_HasUnicodeMapError(text.raw, i) == 1 or 0xE000 <= code < 0xF900:
            character = "\ufffd"
        broken += character == "\ufffd"
        unseen += i % 8 == 0 and _is_unseen(text, i)
        raw.FPDFText_GetMatrix(text.raw, i, matrix)
        size = abs(raw.FPDFText_GetFontSize(text.raw, i)) * math.hypot(matrix.c, matrix.d)
        glyph = (character, *_shown(box, ground), round(size, 2))
        again = glyph in shapes[-4:] and _thing(text, i) != thing  # printed over itself, not one sign for two
        thing = _thing(text, i)
        shapes.append(glyph)
        if all(map(math.isfinite, glyph[1:])) and not again:
            glyphs.append(_beside(glyphs, glyph))
            angles.append(_quarters(raw.FPDFText_GetCharAngle(text.raw, i), ground))
    return glyphs, angles, broken, 8 * unseen


def _beside(glyphs: Glyphs, glyph: Shape) -> Shape:
    """The glyph; where it shares its box with the one before, as the letters of a ligature do, each takes a half."""
    if not glyphs or glyphs[-1][1:5] != glyph[1:5]:
        return glyph
    before = glyphs[-1]
    half = round((glyph[1] + glyph[3]) / 2, 2)
    glyphs[-1] = (before[0], before[1], before[2], half, before[4], before[5])
    return (glyph[0], half, glyph[2], glyph[3], glyph[4], glyph[5])


def _character(code: int) -> str:
    """What a code is written as; empty for what is no character of a text."""
    if code in {0x2, 0xFFFE}:
        return "-"  # PDFium's own sign for a hyphen at a line end
    if code in {0, 0xFFFF} or 0xD800 <= code < 0xE000 or (code < 0x20 and code not in {0x9, 0xA, 0xD}):
        return "\ufffd" if code >= 0xD800 or code == 0 else ""
    return " " if code < 0x20 else chr(code)


def _thing(text: pdfium.PdfTextPage, i: int) -> int:
    """A number for the object that a character is drawn by; 0 for none."""
    return int(ctypes.cast(raw.FPDFText_GetTextObject(text.raw, i), ctypes.c_void_p).value or 0)


def _is_unseen(text: pdfium.PdfTextPage, i: int) -> bool:
    thing = raw.FPDFText_GetTextObject(text.raw, i)
    return bool(thing) and raw.FPDFTextObj_GetTextRenderMode(thing) == raw.FPDF_TEXTRENDERMODE_INVISIBLE


def _shown(box: Any, ground: _Ground) -> tuple[float, float, float, float]:
    xs, ys = zip(ground.shown(box.left, box.bottom), ground.shown(box.right, box.top), strict=True)
    return round(min(xs), 2), round(min(ys), 2), round(max(xs), 2), round(max(ys), 2)


def _quarters(angle: float, ground: _Ground) -> int | None:
    """By how many quarters against the clock a character stands turned on the page as shown; None where aslant.

    PDFium counts its angle with the clock.
    """
    turn = (-math.degrees(angle) / 90 - ground.quarters) % 4 if math.isfinite(angle) and angle >= 0 else 0.0
    near = round(turn)
    return near % 4 if abs(turn - near) < 0.1 else None


def _turned(
    glyph: tuple[str, float, float, float, float, float], quarters: int, width: float, height: float
) -> list[str | float]:
    """A glyph on the page turned clockwise by so many quarters."""
    character, left, top, right, bottom, size = glyph
    for _ in range(quarters):
        left, top, right, bottom = height - bottom, left, height - top, right
        width, height = height, width
    return [character, round(left, 2), round(top, 2), round(right, 2), round(bottom, 2), size]


if __name__ == "__main__":
    serve(work, memory=MEMORY)
