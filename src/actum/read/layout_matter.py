"""What on a page is no running text: running heads, page numbers, footnotes and their marks.

Takes       the fragments of all pages.
Gives       the same fragments, each with what it is.
Method      a running head stands at the edge of several pages at one height with the same words, its numbers aside; a
            page number is a number alone at the edge, in the forms of `language/*/layout.toml`; a footnote is set
            smaller than the text, at the foot of the page, and begins with a mark; where it is as large or nearly, the
            text must have its mark, raised, and more white than usual or another size must part it from the text.
            A reading is a line much smaller than the one it stands close above.
Leaves out  heads of a document of one page that no number gives away: they stay in the text, for others to judge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import Indel

from actum.language.data import table
from actum.read.layout import Line, Matter, is_wide, middle
from actum.read.layout_lines import same_height
from actum.read.layout_marks import raised

EDGE = 4
"""Rows from the upper and the lower edge of a page among which heads and numbers are sought, 2026-11-26."""

SMALL = 0.92
"""Size of a footnote at the most, as a share of the text's: 9 to 10 points have 0.9, 2026-11-26."""

NOTED = 0.98
"""Size up to which a line whose mark stands raised in the text is set smaller than the text: 10 to 10.5 points have
0.95, 2026-11-26."""

NOTE_LINES = 30
"""Lines of the notes of one column at the most that have no smaller size to tell them, 2026-11-26."""

READING = 0.62
"""Size of a reading at the most, as a share of the line below it: word processors set a half, 2026-11-26."""

OUTER = 18
"""How far from the edge running heads stand at the most, in hundredths of the page, 2026-11-26."""

APART = 0.3
"""White between a margin and the text beyond that between lines, in times the size of the type, 2026-11-26."""

LONG = 8
"""Letters of a head from which a machine's misreadings are forgiven: short lines differ by one (第二条, 第三条)."""

ALIKE = 0.72
"""Likeness of two running heads, 0 to 1 (rapidfuzz's ratio): of 14 characters three may be misread, 2026-11-26."""

Edge = tuple[str, int]
"""A line at the edge of a page: its words, and its height in hundredths of the page."""

_NUMBER = re.compile(r"^[-–—－一·~～|]*[0-9]{1,4}[-–—－一·~～|]*|[-–—－一·~～|]*[0-9]{1,4}[-–—－一·~～|]*$")
_NOTE = re.compile(r"^[(（\[【]?\s*(\d{1,3}(?![\d年月日.,:/%-])|[*†‡§※]{1,3}|[\u2460-\u24ff]|[¹²³⁰-⁹]{1,3}|注)")


def told(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The pages with every line told; heads need two pages with the same one, `heights` are those of the pages."""
    size = text_size(pages)
    heads = _at_edges(pages, heights)
    return [_told(page, height, heads, size) for page, height in zip(pages, heights, strict=True)]


def note_marks(lines: Sequence[Line]) -> frozenset[str]:
    """The marks with which the footnotes among the lines begin, without their brackets."""
    found = (_NOTE.match(line.text.strip()) for line in lines if line.matter == "note")
    return frozenset(match[1] for match in found if match)


def is_page_number(text: str) -> bool:
    """Whether a line holds nothing but the number of a page, in one of the forms in use."""
    bare = text.strip()
    return len(bare) <= 24 and _forms().fullmatch(bare) is not None


@cache
def _forms() -> re.Pattern[str]:
    patterns = [form for language in ("zh", "en", "ru") for form in table(language, "layout")["page_numbers"]]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _told(page: Sequence[Line], height: float, edges: Sequence[Sequence[Edge]], size: float) -> list[Line]:
    rows = _rows(page)
    gap = min(1.0, middle([(below[0].top - row[0].bottom) / size for row, below in pairwise(rows)]))
    known: dict[int, Matter] = {}
    for order, sign in ((rows, 1), (rows[::-1], -1)):
        found = _margin(order, lambda row: _matters(row, height, edges))
        behind = order[len(found)] if len(found) < len(order) else None
        if found and (behind is None or _is_apart(order[len(found) - 1], behind, gap=gap, sign=sign)):
            known |= {id(line): matter for row in found for line, matter in row}
    lines = [replace(line, matter=known[id(line)]) if id(line) in known else line for line in page]
    return _with_notes(lines, size)


def _margin(
    rows: Sequence[Sequence[Line]], matters_of: Callable[[Sequence[Line]], list[Matter]]
) -> list[list[tuple[Line, Matter]]]:
    """The rows from an edge on that hold heads and numbers alone; none where they do not end soon: pages are alike."""
    found: list[list[tuple[Line, Matter]]] = []
    for row in rows[: EDGE + 1]:
        told = list(zip(row, matters_of(row), strict=True))
        if any(matter == "body" for _, matter in told):
            return found
        found.append(told)
    return found if len(found) <= EDGE else []


def _matters(row: Sequence[Line], height: float, edges: Sequence[Sequence[Edge]]) -> list[Matter]:
    """What the lines of one height are: each by itself, or all together a head that white parts."""
    found = [_matter(line, height, edges) for line in row]
    whole = len(row) > 1 and "body" in found and _is_repeated(_joined(row), height, edges)
    return ["head" if matter == "body" and whole else matter for matter in found]


def _joined(row: Sequence[Line]) -> Line:
    """The lines of one height as one."""
    ordered = sorted(row, key=lambda line: line.left)
    return Line(tuple(glyph for line in ordered for glyph in line.glyphs), parts=len(row))


def _matter(line: Line, height: float, edges: Sequence[Sequence[Edge]]) -> Matter:
    if is_page_number(line.text):
        return "number"
    return "head" if _is_repeated(line, height, edges) else "body"


def _is_apart(last: Sequence[Line], behind: Sequence[Line], *, gap: float, sign: int) -> bool:
    """Whether more white than usual, or another size of type, parts the margin from what stands behind it."""
    upper, lower = (last, behind) if sign > 0 else (behind, last)
    own, other = last[0].size, behind[0].size
    return _white(upper, lower) >= (gap + APART) * other or abs(own - other) > 0.07 * other


def _rows(page: Sequence[Line]) -> list[list[Line]]:
    """The upright lines by height, from the top down."""
    return _by_height([line for line in page if line.matter == "body"])


def _by_height(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.top, line.left)):
        if rows and same_height(line, rows[-1][0]):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _key(text: str) -> str:
    """The words of a line without blanks, and without a number at either end: the page's."""
    return _NUMBER.sub("", re.sub(r"\s+", "", text))


def _level(line: Line, height: float) -> int:
    """How high a line stands, in hundredths of the page."""
    return round(100 * line.top / max(1.0, height))


def _at_edges(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Edge]]:
    """Of each page the lines at its edge: their words and their height."""
    return [
        sorted(
            {
                (_key(line.text), _level(line, height))
                for row in (*rows[:EDGE], *rows[-EDGE:])
                for line in (*row, _joined(row))
            }
        )
        for rows, height in ((_rows(page), height) for page, height in zip(pages, heights, strict=True))
    ]


def _is_repeated(line: Line, height: float, edges: Sequence[Sequence[Edge]]) -> bool:
    """Whether a line stands at one height of two pages, the same but for letters that a machine may have misread."""
    key, level = _key(line.text), _level(line, height)
    if not key or OUTER < level < 100 - OUTER:  # a line of the text that comes again stands rarely twice at the edge
        return False
    unsure = any(glyph.score < 1 for glyph in line.glyphs)
    return sum(any(_is_alike(key, level, one, unsure=unsure) for one in page) for page in edges) >= 2


def _is_alike(key: str, level: int, edge: Edge, *, unsure: bool) -> bool:
    other, at = edge
    if abs(at - level) > 1:
        return False
    long = unsure and min(len(key), len(other)) >= LONG
    return key == other or (long and Indel.normalized_similarity(key, other) >= ALIKE)


def _with_notes(page: list[Line], size: float) -> list[Line]:
    """The page with its readings and footnotes told: what is no text and yet stands among it."""
    body = [line for line in page if line.matter == "body"]
    known: dict[int, Matter] = {id(line): "reading" for line in body if _is_reading(line, body)}
    body = [line for line in body if id(line) not in known]
    marks = {one.text for line in body for one in raised(line) if one.lifted}
    for column in _columns(body):
        found = _small_foot(column, size) or _marked_foot(column, marks, size)
        known |= {id(line): "note" for line in found}
    return [replace(line, matter=known.get(id(line), line.matter)) for line in page]


def _small_foot(column: Sequence[Line], size: float) -> list[Line]:
    """Small lines from the last mark at the foot on, nothing of the text below; none for a column of nothing else."""
    foot: list[Line] = []
    for line in reversed(column):
        if line.size > SMALL * size:
            break
        foot.append(line)
    marked = [k for k, line in enumerate(foot) if _NOTE.match(line.text.strip())]
    return foot[: marked[-1] + 1] if marked and len(foot) < len(column) else []


def _marked_foot(column: Sequence[Line], marks: set[str], size: float) -> list[Line]:
    """Lines at the foot, as large as the text or nearly, from the first on whose mark stands raised in the text."""
    rows = _by_height(column)
    usual = middle([_white(one, other) for one, other in pairwise(rows)])
    found: list[Line] = []
    for k in range(len(rows) - 1, max(0, len(rows) - 1 - NOTE_LINES), -1):
        own = max(line.size for line in rows[k])
        if own > 1.03 * size or abs(own - rows[-1][0].size) > 0.06 * size:
            break
        match = _NOTE.match(min(rows[k], key=lambda line: line.left).text.strip())
        apart = own <= NOTED * size or _white(rows[k - 1], rows[k]) >= usual + APART * size
        if match and match[1] in marks and apart:
            found = [line for row in rows[k:] for line in row]
    return found


def _white(upper: Sequence[Line], lower: Sequence[Line]) -> float:
    return min(line.top for line in lower) - max(line.bottom for line in upper)


def _is_reading(line: Line, body: Sequence[Line]) -> bool:
    """Whether a line is the reading of characters that it stands close above."""
    kana = any("\u3040" <= one <= "\u312f" for one in line.text)
    if not any(map(str.isalpha, line.text)) or (any(map(is_wide, line.text)) and not kana):
        return False
    return any(
        line.size <= READING * other.size
        and -0.5 * other.size <= other.top - line.bottom <= 0.4 * other.size
        and other.left - other.size <= line.left
        and line.right <= other.right + other.size
        and any(map(is_wide, other.text))
        for other in body
    )


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines by the column they stand in, from the top down: those that overlap sideways with one above."""
    columns: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: one.top):
        fits = [c for c in columns if any(min(o.right, line.right) > max(o.left, line.left) for o in c[-3:])]
        if fits:
            fits[0].append(line)
        else:
            columns.append([line])
    return columns


def text_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size in which most characters of some pages are set, in points; 1 where there are none."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(2 * line.size) / 2] += len(line.glyphs)
    return max(sizes, key=lambda size: (sizes[size], -size), default=1.0)
