"""The child that recognises the print on pictures of pages; run as a module, see `layout_worker`.

Takes       a PDF or a picture at standard input; as arguments which of the two, and the pages that are wanted.
Gives       a row for each page: its glyphs with their scores, upright, and by how much the page was turned for that.
Method      `ocr_picture` makes the page straight, `ocr_rapid` reads it; where what it read is not Chinese, Tesseract
            reads the page, or the block, again, and the surer reading of the two holds.
Leaves out  handwriting, columns that run from the top down.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, UnidentifiedImageError

from actum.read import ocr_tesseract
from actum.read.layout import is_wide, middle
from actum.read.layout_worker import Row, allow, serve
from actum.read.ocr_picture import SIDE, Grey, calmed, is_blank, shrunk, straightened
from actum.read.ocr_rapid import UNREAD, Rapid, Read, han_share

PAGE_SECONDS = 240
"""Processor time for one page; a page of A4 takes 5 to 15 s, 2026-11-26."""

MEMORY = 1_000_000_000
"""Data of the child, in bytes; a page of A4 takes 600 MB at the most, 2026-11-26."""

PIXELS = 60_000_000
"""Pixels of one page at the most, before it is made smaller: A4 at 600 dots an inch has 35 million."""

DOTS = 300
"""Dots an inch at which a page of a PDF is drawn."""

PAGES = 500
"""Pages of one file that are recognised at the most; an hour's work."""

CHINESE = 0.2
"""Share of Chinese characters among the letters below which a page is read for Latin and Cyrillic, 2026-11-26."""

BETTER = 0.02
"""By how much Tesseract must be surer for its reading to hold, 0 to 1, 2026-11-26."""

BLOCK = 2
"""Lines in a row without any Chinese that make a block which is read by itself, 2026-11-26."""

WHOLE = 0.5
"""Share of the letters that Tesseract must have read for its reading to hold, 0 to 1, 2026-11-26."""

LEAST = 0.6
"""Mean score from which a Cyrillic page is taken for one, whatever the Latin letters that were read in it scored."""

UPSIDE_DOWN = 0.8
"""Mean score below which a page is tried the other way up, 2026-11-26."""

CLEARLY = 0.1
"""By how much the other way up must be surer, 0 to 1."""

Lines = list[list[Read]]


def work(data: bytes, arguments: Sequence[str]) -> Iterator[Row]:
    """A row for each page that is wanted."""
    allow(PAGE_SECONDS)
    form, wanted = arguments[0], [int(number) for number in arguments[1].split(",") if number]
    rapid: Rapid | None = None
    for number, picture, points, says in _pages(data, form, wanted):
        allow(PAGE_SECONDS)
        if picture is None:
            yield _row(number, points, says=says)
            continue
        rapid = rapid or Rapid()
        yield _recognised(rapid, picture, number, points)


def _pages(
    data: bytes, form: str, wanted: Sequence[int]
) -> Iterator[tuple[int, Grey | None, tuple[float, float], str]]:
    return _drawn(data, wanted) if form == "pdf" else _scanned(data, wanted)


def _drawn(data: bytes, wanted: Sequence[int]) -> Iterator[tuple[int, Grey | None, tuple[float, float], str]]:
    """Pages of a PDF as pictures."""
    document = pdfium.PdfDocument(data)
    for number in wanted:
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(DOTS / 72, SIDE / max(width, height, 1.0))
        if min(width, height) * scale < 8:
            yield number, None, (width, height), "is too narrow to be drawn"
            continue
        bitmap = page.render(scale=scale, grayscale=True, rev_byteorder=False)
        yield (
            number,
            np.ascontiguousarray(bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width]),
            (width, height),
            "",
        )


def _scanned(data: bytes, wanted: Sequence[int]) -> Iterator[tuple[int, Grey | None, tuple[float, float], str]]:
    """The pictures of a file, one a page; in points where it says its scale, else in pixels."""
    Image.MAX_IMAGE_PIXELS = None  # our own bound is told page by page
    try:
        image = Image.open(io.BytesIO(data))
        frames = getattr(image, "n_frames", 1)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, EOFError):
        yield 0, None, (0.0, 0.0), "is no picture that can be opened"
        return
    for number in range(1, min(frames, PAGES) + 1):
        if wanted and number not in wanted:
            continue
        try:
            image.seek(number - 1)
            points = _points(image)
            if image.width * image.height > PIXELS:
                says = f"has {image.width * image.height:,} pixels (limit {PIXELS:,})"
                yield number, None, points, says
                continue
            yield number, _grey(image), points, ""
        except (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, EOFError, OverflowError):
            yield number, None, (0.0, 0.0), "is a broken picture"


def _grey(image: Image.Image) -> Grey:
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        alpha = image.convert("RGBA")
        paper = Image.new("RGBA", alpha.size, "white")
        image = Image.alpha_composite(paper, alpha)
    elif image.mode.startswith("I"):
        return np.asarray(np.asarray(image, dtype=np.float32) / 256, dtype=np.uint8)
    return np.array(image.convert("L"), dtype=np.uint8)


def _points(image: Image.Image) -> tuple[float, float]:
    dots = image.info.get("dpi", (0, 0))
    across, down = (float(one) for one in dots[:2])
    if not (50 <= across <= 2400 and 50 <= down <= 2400):
        return float(image.width), float(image.height)
    return image.width * 72 / across, image.height * 72 / down


def _recognised(rapid: Rapid, picture: Grey, number: int, points: tuple[float, float]) -> Row:
    picture, _ = shrunk(picture, SIDE)
    if min(picture.shape) < 8 or is_blank(picture):
        return _row(number, points)
    picture = calmed(picture)
    quarters = 1 if _lies_on_its_side(rapid, picture) else 0
    upright, angle = straightened(np.ascontiguousarray(np.rot90(picture, -quarters)))
    lines, by, over = _read_either_way_up(rapid, upright)
    if over:
        upright, quarters = np.ascontiguousarray(np.rot90(upright, 2)), quarters + 2
    turn = round(angle + 90 * quarters, 2)
    width, height = points[::-1] if quarters % 2 else points
    scale = (width / upright.shape[1], height / upright.shape[0])
    missed = sum(line[0].text == UNREAD for line in lines)
    lines = [line for line in lines if line[0].text != UNREAD]
    says = f"has {missed} places that look like a line and could not be read" if missed else ""
    row = _row(number, points, says=says)
    return row | {"turned": turn, "by": by, "glyphs": _glyphs(lines, scale)}


def _lies_on_its_side(rapid: Rapid, picture: Grey) -> bool:
    """Whether most lines that are found are higher than wide."""
    boxes = rapid.found(picture)
    tall = sum(bottom - top > 1.5 * (right - left) for left, top, right, bottom in boxes)
    return len(boxes) > 2 and tall > len(boxes) / 2


def _read_either_way_up(rapid: Rapid, picture: Grey) -> tuple[Lines, str, bool]:
    """The lines of a page, what read them, and whether it had to be turned upside down for that."""
    first = list(rapid.lines(picture))
    if not first or (_surety(first) >= UPSIDE_DOWN and han_share(first) >= CHINESE):
        return *_surer(first, picture), False
    over = np.ascontiguousarray(np.rot90(picture, 2))
    other = list(rapid.lines(over)) if _surety(first) < UPSIDE_DOWN else []
    turned = _surety(other) > _surety(first) + CLEARLY
    lines, by = _surer(other if turned else first, over if turned else picture)
    if not turned and _surety(lines) < UPSIDE_DOWN:
        tried, tried_by = _surer(other, over)
        if _surety(tried) > _surety(lines) + CLEARLY:
            return tried, tried_by, True
    return lines, by, turned


def _surer(lines: Lines, picture: Grey) -> tuple[Lines, str]:
    """The lines as they were read, or as Tesseract reads them where they are not Chinese and it is surer."""
    if not lines or han_share(lines) >= CHINESE:
        return _with_blocks(lines, picture)
    other = ocr_tesseract.lines(picture, ("rus", "eng"))
    cyrillic = _surety(other) >= LEAST and _is_cyrillic(other)
    whole = sum(map(_letters, other)) >= WHOLE * sum(map(_letters, lines))
    if whole and (cyrillic or _surety(other) >= _surety(lines) + BETTER):
        return other, "tesseract"
    return lines, "rapidocr"


def _with_blocks(lines: Lines, picture: Grey) -> tuple[Lines, str]:
    """The lines of a Chinese page, those blocks of it that hold no Chinese read by Tesseract where it is surer."""
    kept: Lines = []
    by = "rapidocr"
    for foreign, run in groupby(lines, key=lambda line: han_share([line]) == 0):
        block = list(run)
        if foreign and len(block) >= BLOCK and sum(map(_letters, block)) >= BLOCK * 15:
            other, name = _surer_block(block, picture)
            block, by = other, by if name == "rapidocr" else "rapidocr, tesseract"
        kept += block
    return kept, by


def _letters(line: Sequence[Read]) -> float:
    """How many letters a line holds; of one that was not read, about how many there would be room for."""
    if line[0].text == UNREAD:
        return (line[0].right - line[0].left) / max(1.0, line[0].bottom - line[0].top)
    return sum(one.text.isalpha() for one in line)


def _surer_block(block: Lines, picture: Grey) -> tuple[Lines, str]:
    """The lines of one block, read anew from its part of the picture where that is surer."""
    margin = round(middle([one.bottom - one.top for line in block for one in line]) / 2)
    left = max(0, round(min(one.left for line in block for one in line)) - margin)
    top = max(0, round(min(one.top for line in block for one in line)) - margin)
    right = round(max(one.right for line in block for one in line)) + margin
    bottom = round(max(one.bottom for line in block for one in line)) + margin
    found, name = _surer(block, np.ascontiguousarray(picture[top:bottom, left:right]))
    if name == "rapidocr":
        return block, name
    return [[_moved(one, left, top) for one in line] for line in found], name


def _moved(one: Read, left: int, top: int) -> Read:
    return replace(one, left=one.left + left, top=one.top + top, right=one.right + left, bottom=one.bottom + top)


def _is_cyrillic(lines: Sequence[Sequence[Read]]) -> bool:
    letters = [one.text for line in lines for one in line if one.text.isalpha()]
    return sum("\u0400" <= letter <= "\u04ff" for letter in letters) > 0.5 * len(letters) > 5


def _surety(lines: Sequence[Sequence[Read]]) -> float:
    """The mean score of the characters; 0 where there are none."""
    scores = [one.score for line in lines for one in line if not one.text.isspace()]
    return sum(scores) / len(scores) if scores else 0.0


def _glyphs(lines: Sequence[Sequence[Read]], scale: tuple[float, float]) -> list[list[str | float]]:
    """The characters as glyphs in points; sizes near the usual one are that one: a machine measures them roughly."""
    sizes = [_size(line) * scale[1] for line in lines]
    usual = middle([size for line, size in zip(lines, sizes, strict=True) for _ in line])
    glyphs: list[list[str | float]] = []
    for line, size in zip(lines, sizes, strict=True):
        even = usual if usual and abs(size - usual) <= 0.18 * usual else size
        for one in line:
            box = (one.left * scale[0], one.top * scale[1], one.right * scale[0], one.bottom * scale[1])
            glyphs.append([one.text, *(round(edge, 2) for edge in box), round(even, 2), one.score])
    return glyphs


def _size(line: Sequence[Read]) -> float:
    """The size of a line's type in pixels: the pitch of its Chinese characters, else three quarters of its height."""
    pairs = [(one, other) for one, other in pairwise(line) if is_wide(one.text) and is_wide(other.text)]
    pitches = [(other.left + other.right - one.left - one.right) / 2 for one, other in pairs]
    return middle(pitches) if len(pitches) >= 4 else 0.75 * middle([one.bottom - one.top for one in line])


def _row(number: int, points: tuple[float, float], *, says: str = "") -> Row:
    width, height = (round(one, 2) for one in points)
    return {"number": number, "width": width, "height": height, "turned": 0.0, "glyphs": [], "says": says, "by": ""}


if __name__ == "__main__":
    serve(work, memory=MEMORY)
