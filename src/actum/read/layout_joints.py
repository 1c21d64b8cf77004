"""Where a line ends: only on the page, within a word, or with its paragraph.

Takes       regions of running text in reading order, over all pages.
Gives       for each line what stands between it and the next: nothing, a space, a line end.
Method      a paragraph ends where the first word of the next line would still have had room, where the next line is
            indented, where more white than usual lies between, or where the size of the type changes; not within a
            sentence that goes on with a small letter.
Leaves out  lines that end flush with their sentence, without indent or white behind: there the page does not say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from actum.language.data import table
from actum.read.layout import Line, is_wide, middle
from actum.read.layout_order import Region

INDENT = 0.8
"""Indent of a first line at the least, in times its size; Chinese has 2, 2026-11-26."""

SLACK = 0.7
"""Room that a full line may leave, in times its size, beyond what the next word needs, 2026-11-26."""

EDGE = 1.5
"""How far from the right edge of their column full lines may end, in times the size of the type, 2026-11-26."""

WIDEST = 1.6
"""White between the lines of one paragraph at the most, in times their size: lines set double and more, 2026-11-26."""

WHITE = 0.45
"""White between paragraphs beyond that between lines, in times the size of the type, 2026-11-26."""

OTHER_SIZE = 0.12
"""Share by which the size of two lines must differ for them to be two paragraphs, 2026-11-26."""

_LEADERS = "，。、；：？！）》」』】〕”’,.;:?!)]}%％…"
_ENDS = re.compile(r"[。！？.!?…:：;；][”’\"'）)」』]*$")
_WORD = re.compile(r"[^\W\d_]+")
_FIRST = re.compile(r"\S+")
_HYPHENS = "-\u2010\u00ad\ufffe\u0002"
_ITEM = re.compile(
    r"^(?:[(（]?[0-9一二三四五六七八九十]{1,3}[)）.、．]|[•·●▪◦–—-] |第[0-9一二三四五六七八九十百]{1,5}[条章节])"
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of running text with the edges of its column, the number of its region, whether that is a box."""

    line: Line
    left: float
    right: float
    region: int
    apart: bool = False


def placed(regions: Sequence[Region], size: float) -> list[Placed]:
    """The lines of all regions in order; a column whose lines do not show its right edge has that of one that does.

    `size` is that of the text: what is set otherwise, a title, may be wider than the column.
    """
    rights = [_rights(region, size) for region in regions]
    found = []
    for number, (region, own) in enumerate(zip(regions, rights, strict=True)):
        kin = [k for k, other in enumerate(regions) if abs(other.left - region.left) <= 2.2 * size]
        left = min(region.left, _usual_left([regions[k] for k in kin], region.left, size))
        edges = [rights[k][-1] for k in kin if rights[k][-1] >= own[-1] and _shows_edge(rights[k], size)]
        right = min(edges, default=own[-1])
        found += [Placed(line, left, max(right, line.right), number, region.apart) for line in region.lines]
    return found


def _rights(region: Region, size: float) -> list[float]:
    """Where the lines of a region end that are set as the text is, in rising order; where all do if none is."""
    usual = [line.right for line in region.lines if abs(line.size - size) <= OTHER_SIZE * size]
    return sorted(usual or [line.right for line in region.lines])


def _shows_edge(rights: Sequence[float], size: float) -> bool:
    """Whether several lines reach the right edge of a region, so that it is the column's."""
    return sum(rights[-1] - right <= EDGE * size for right in rights) >= 2


def joints(lines: Sequence[Placed]) -> list[str]:
    """What stands behind each line but the last: nothing, a space, a line end; a hyphen where its own goes away."""
    leading = _leading(lines)
    indented = _uses_indent(lines)
    words = Counter(word.lower() for one in lines for word in _WORD.findall(one.line.text)[:-1])
    whole = "\n".join(one.line.text for one in lines).lower()
    return [
        "\n" if _parts(one, other, leading, indented=indented) else _join(one.line.text, other.line.text, words, whole)
        for one, other in pairwise(lines)
    ]


def _usual_left(kin: Sequence[Region], left: float, size: float) -> float:
    edges = Counter(round(line.left) for region in kin for line in region.lines)
    usual = max(edges, key=lambda edge: (edges[edge], -edge), default=round(left))
    return float(usual) if abs(usual - left) <= 2.5 * size else left


def _leading(lines: Sequence[Placed]) -> float:
    """The middling white between two lines of one column, in times their size."""
    gaps = [
        (other.line.top - one.line.bottom) / one.line.size
        for one, other in pairwise(lines)
        if one.region == other.region
    ]
    return min(WIDEST, middle(gaps))


def _uses_indent(lines: Sequence[Placed]) -> bool:
    """Whether first lines are indented here: several lines begin right of their column, fewer than do not."""
    indented = sum(_indent(one) >= INDENT and not _is_centred(one) for one in lines)
    return max(1.0, 0.04 * len(lines)) < indented < 0.6 * len(lines)


def _indent(one: Placed) -> float:
    return (one.line.left - one.left) / one.line.size


def _parts(one: Placed, other: Placed, leading: float, *, indented: bool) -> bool:
    """Whether a paragraph ends between two lines."""
    together = one.region == other.region
    boxed = not together and (one.apart or other.apart)
    if not boxed and _is_hyphened(one.line.text, other.line.text):
        return False
    ends = _ENDS.search(one.line.text) is not None
    if boxed or abs(one.line.size - other.line.size) > OTHER_SIZE * max(one.line.size, other.line.size):
        return True
    if together and min(one.line.parts, other.line.parts) > 1:
        return True  # rows of a table
    white = together and _white(one, other) > leading + WHITE
    if white or (together and _is_centred(one) and _is_centred(other)):
        return white
    if not ends and other.line.text[0].islower():
        return False
    begins = _indent(other) >= INDENT and _indent(other) > _indent(one) - 0.5 and _ends_or_fits(one, other)
    listed = ends and _ITEM.match(other.line.text) is not None
    return begins or listed or _fits(one, other) or (ends and not indented and not together)


def _ends_or_fits(one: Placed, other: Placed) -> bool:
    return _indent(one) < INDENT or _ENDS.search(one.line.text) is not None or _fits(one, other)


def _white(one: Placed, other: Placed) -> float:
    return (other.line.top - one.line.bottom) / one.line.size


def _is_centred(one: Placed) -> bool:
    """Whether a line stands in the middle of its column, both sides free."""
    left, right = one.line.left - one.left, one.right - one.line.right
    return min(left, right) >= 2.5 * one.line.size and abs(left - right) <= 2 * one.line.size


def _fits(one: Placed, other: Placed) -> bool:
    """Whether the first word of the next line would have had room behind this one."""
    room = one.right - one.line.right - SLACK * one.line.size
    return room > _need(other.line)


def _need(line: Line) -> float:
    """The width of what cannot be parted at the head of a line: a word, or a character with the marks behind it."""
    if is_wide(line.text[0]) or line.text[0] in "“‘（":
        last = 1 if is_wide(line.text[0]) else 2
        while last < len(line.glyphs) and line.glyphs[last].text in _LEADERS:
            last += 1
        last = min(last, len(line.glyphs))
    else:
        word = _FIRST.match(line.text)
        last = min(word.end() if word else 1, len(line.glyphs))
    return line.glyphs[last - 1].right - line.left


def _join(before: str, behind: str, words: Counter[str], whole: str) -> str:
    first, last = behind[0], before[-1]
    if _is_hyphened(before, behind):
        return "-" if _is_parted(before, behind, words, whole) else ""
    if is_wide(first) or is_wide(last):
        return ""
    if last.isdigit() and first.isdigit() and sum(map(is_wide, before)) > len(before) / 2:
        return ""
    if (last in "“‘" or first in "”’，") and any(map(is_wide, before + behind)):
        return ""
    return " "


def _is_hyphened(before: str, behind: str) -> bool:
    """Whether a line ends with a hyphen within a word of a spaced script."""
    letters = before[-2:-1].isalpha() and behind[0].isalpha() and not is_wide(behind[0])
    return before[-1] in _HYPHENS and letters and not is_wide(before[-2])


def _is_parted(before: str, behind: str, words: Counter[str], whole: str) -> bool:
    """Whether a hyphen at a line end only parts a word, and does not belong to it.

    The text itself says so where it has the word elsewhere, in one piece or with its hyphen; else a hyphen between two
    words that the text has by themselves, or behind a prefix that is written with one, belongs to the word.
    """
    head, tail = _WORD.findall(before)[-1].lower(), _WORD.findall(behind)[0].lower()
    if before[-1] not in "-\u2010" or words[head + tail]:
        return True
    if not behind[0].islower() or f"{head}-{tail}" in whole or _keeps_hyphen(head, tail):
        return False
    return not (words[head] and words[tail])


def _keeps_hyphen(head: str, tail: str) -> bool:
    """Whether a word is written with a hyphen before or behind this part, whatever the other."""
    kept = [table(language, "layout") for language in ("en", "ru")]
    return any(head in one["hyphened"] or tail in one.get("hyphened_behind", ()) for one in kept)
