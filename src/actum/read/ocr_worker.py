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
from actum.read.ocr_columns import Box, in_columns
from actum.read.ocr_picture import SIDE, Grey, calmed, is_blank, shrunk, straightened
from actum.read.ocr_rapid import UNREAD, Rapid, Read, han_share

PAGE_SECONDS = 60
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
"""Lines of a column in a row without any Chinese that make a block which is read by itself, 2026-11-26."""

SPARSE = 0.8
"""Letters of a line, for each time that its height goes into its width, below which most of it was not read: Latin
print has 1.5 to 3, 2026-11-26."""

POOR = 0.85
"""Mean score of a line without Chinese below which it is taken for print in another script, 2026-11-26."""

WHOLE = 0.5
"""Share of the letters that Tesseract must have read for its reading to hold, 0 to 1, 2026-11-26."""

LEAST = 0.6
"""Mean score from which a Cyrillic page is taken for one, whatever the Latin letters that were read in it scored."""

EVEN = 0.18
"""Share by which the measured size of a line may differ from the usual one and yet be that one, 2026-11-26."""

EVEN_NARROW = 0.25
"""The same for lines without Chinese: their height hangs on which letters they hold, 2026-11-26."""

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
    says = _missed([line for line in lines if line[0].text == UNREAD], upright.shape[0])
    lines = [line for line in lines if line[0].text != UNREAD]
    row = _row(number, points, says=says)
    return row | {"turned": turn, "by": by, "glyphs": _glyphs(lines, scale)}


def _missed(lines: Lines, height: int) -> str:
    """What is said of lines that were found and not read, and where on the upright page; empty for none."""
    if not lines:
        return ""
    tops = [round(100 * line[0].top / height) for line in lines]
    where = f"at {min(tops)} %" if min(tops) == max(tops) else f"from {min(tops)} to {max(tops)} %"
    return f"has {len(lines)} places that look like a line and could not be read, {where} of its height"


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
    """The lines of a Chinese page, blocks of its columns without any Chinese read by Tesseract where it is surer."""
    kept: Lines = []
    by = "rapidocr"
    for column in in_columns([(_box(line), line) for line in lines]):
        whole = (min(box[0] for box, _ in column), max(box[2] for box, _ in column))
        rows = _rows([line for _, line in column])
        at = 0
        for sort, run in groupby(_sorts(rows)):
            end = at + sum(1 for _ in run)
            block = [line for row in rows[at:end] for line in row]
            room = (
                (whole[1] - whole[0]) * (end - at) / max(1.0, middle([line[0].bottom - line[0].top for line in block]))
            )
            letters = room if sort == "poor" else sum(map(_letters, block))
            if sort != "chinese" and end - at >= BLOCK and letters >= BLOCK * 15:
                levels = (_bottom(rows[at - 1]) if at else 0, _top(rows[end]) if end < len(rows) else picture.shape[0])
                block, name = _surer_block(block, picture, levels, whole if sort == "poor" else None)
                by = by if name == "rapidocr" else "rapidocr, tesseract"
            at = end
            kept += block
    return kept, by


def _box(line: Sequence[Read]) -> Box:
    return round(line[0].left), round(line[0].top), round(line[-1].right), round(line[0].bottom)


def _top(row: Lines) -> int:
    return round(min(line[0].top for line in row))


def _bottom(row: Lines) -> int:
    return round(max(line[0].bottom for line in row))


def _rows(lines: Lines) -> list[Lines]:
    """The lines of one column by height, from the top down."""
    rows: list[Lines] = []
    for line in sorted(lines, key=lambda one: (one[0].top, one[0].left)):
        last = rows[-1][0][0] if rows else None
        if last and min(last.bottom, line[0].bottom) - max(last.top, line[0].top) > 0.5 * (last.bottom - last.top):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _sorts(rows: Sequence[Lines]) -> list[str]:
    """Of each row whether it is Chinese, Latin, or poorly read; a Latin one between two poor ones is poor."""
    sorts = [_sort(row) for row in rows]
    for k in range(1, len(sorts) - 1):
        if sorts[k] == "latin" and sorts[k - 1] == sorts[k + 1] == "poor":
            sorts[k] = "poor"
    return sorts


def _sort(row: Lines) -> str:
    if han_share(row) > 0:
        return "chinese"
    units = sum((line[-1].right - line[0].left) / max(1.0, line[0].bottom - line[0].top) for line in row)
    letters = sum(one.text.isalnum() for line in row for one in line)
    unread = any(line[0].text == UNREAD for line in row)
    return "poor" if unread or letters < SPARSE * units or _surety(row) < POOR else "latin"


def _letters(line: Sequence[Read]) -> float:
    """How many letters a line holds; of one that was not read, about how many there would be room for."""
    if line[0].text == UNREAD:
        return (line[0].right - line[0].left) / max(1.0, line[0].bottom - line[0].top)
    return sum(one.text.isalpha() for one in line)


def _surer_block(
    block: Lines, picture: Grey, levels: tuple[int, int], column: tuple[int, int] | None
) -> tuple[Lines, str]:
    """The lines of one block, read anew from its part of the picture where that is surer.

    `levels` are those of the print above and below; `column` are the edges of its column, where the block is as wide as
    that since little of it was found.
    """
    margin = round(middle([one.bottom - one.top for line in block for one in line]) / 2)
    edges = column or _edges(block)
    left = max(0, edges[0] - (margin if column is None else 0))
    top = max(min(levels[0], _top(block)), _top(block) - margin)
    right = edges[1] + (margin if column is None else 0)
    bottom = min(max(levels[1], _bottom(block)), _bottom(block) + margin)
    found, name = _surer(block, np.ascontiguousarray(picture[top:bottom, left:right]))
    if name == "rapidocr":
        return block, name
    return [[_moved(one, left, top) for one in line] for line in found], name


def _edges(block: Lines) -> tuple[int, int]:
    ends = [(one.left, one.right) for line in block for one in line]
    return round(min(left for left, _ in ends)), round(max(right for _, right in ends))


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
    wide = [any(is_wide(one.text) for one in line) for line in lines]
    told = list(zip(lines, sizes, wide, strict=True))
    usual = {kind: middle([size for line, size, own in told if own == kind for _ in line]) for kind in (True, False)}
    glyphs: list[list[str | float]] = []
    for line, size, kind in told:
        even = usual[kind] if abs(size - usual[kind]) <= (EVEN if kind else EVEN_NARROW) * usual[kind] else size
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
