"""Characters to lines: what stands side by side.

Takes       the glyphs of one page in the order of the file.
Gives       fragments: runs without a wide gap, a line of one column each, spaces set where words part.
Method      a glyph goes on with the run before it where it stands on its line and right behind it; runs on one line
            with a small gap between them are joined whatever the order of the file.
Leaves out  which fragments make one line across a wide gap: that hangs on the columns (`layout_order`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from actum.read.layout import Glyph, Line, is_wide

GAP = 1.0
"""Widest gap inside a fragment, in times its size: gutters of newspapers have 1.2 at the least, spaces of justified
lines 0.9 at the most; by thought and on the bench's pages, 2026-11-26."""

WORD = 0.2
"""Gap from which two letters of a spaced script stand in two words, in times their size (a space has 0.25); 2026."""

BLANK = 0.8
"""Gap from which a blank was left between characters of a script without spaces, in times their size, 2026-11-26."""

BACK = 0.5
"""How far, in times its size, a glyph may reach back over the one before it (kerning, overstrike), 2026-11-26."""


def fragments(glyphs: Iterable[Glyph]) -> list[Line]:
    """The fragments of a page from the top down, those of one height from left to right; none holds blanks alone."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and _goes_on(runs[-1][-1], glyph):
            runs[-1].append(glyph)
        elif not glyph.text.isspace():
            runs.append([glyph])
    lines = [Line(tuple(run)) for run in runs]
    return [_spaced(line) for line in _joined(lines)]


def same_height(one: Line | Glyph, other: Line | Glyph) -> bool:
    """Whether two stand on one line: they share half of the lower one's height."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    size = max(before.size, glyph.size)
    gap = glyph.left - before.right
    return same_height(before, glyph) and -BACK * size <= gap <= GAP * size


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Fragments that touch on one line as one; the order of the file decides among those at one place."""
    ordered = sorted(lines, key=lambda line: (round(line.top, 1), line.left))
    joined: list[Line] = []
    for line in ordered:
        partner = next(
            (k for k in range(len(joined) - 1, max(-1, len(joined) - 24), -1) if _touch(joined[k], line)), None
        )
        if partner is None:
            joined.append(line)
        else:
            both = sorted((joined[partner], line), key=lambda one: one.left)
            joined[partner] = Line(both[0].glyphs + both[1].glyphs)
    return joined


def _touch(one: Line, other: Line) -> bool:
    left, right = (one, other) if one.left <= other.left else (other, one)
    size = max(one.size, other.size)
    return same_height(one, other) and -BACK * size <= right.left - left.right <= GAP * size


def _spaced(line: Line) -> Line:
    """The line with one space where words part, and with none at its edges or where the file has several."""
    glyphs: list[Glyph] = []
    blank = False
    for glyph in line.glyphs:
        if glyph.text.isspace():
            blank = True
            continue
        if glyphs and _part_words(glyphs[-1], glyph, blank=blank):
            before = glyphs[-1]
            edge = max(before.right, glyph.left)
            glyphs.append(Glyph(" ", before.right, before.top, edge, before.bottom, before.size))
        glyphs.append(glyph)
        blank = False
    return Line(tuple(glyphs), line.matter)


def _part_words(before: Glyph, glyph: Glyph, *, blank: bool) -> bool:
    gap = (glyph.left - before.right) / max(before.size, glyph.size, 1.0)
    if is_wide(before.text[-1]) or is_wide(glyph.text[0]):
        return gap >= BLANK
    return blank or gap >= WORD
