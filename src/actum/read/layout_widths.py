"""Marks of punctuation that a machine read half as wide as they are set amid Chinese.

Takes       the lines of running text in order, with their spans in the decoded characters.
Gives       for each place of such a mark the same mark full-width.
Method      a recogniser tells a comma from a full-width one by the white around it, and often fails; amid Chinese
            characters the full-width one is set. Only the width changes, never the kind: a comma stays a comma.
Leaves out  points, dashes and quotation marks, whose forms differ by more than width; marks beside Latin letters or
            digits; characters that no machine recognised.
"""

from __future__ import annotations

from collections.abc import Sequence

from actum.read.layout import Glyph, Line, is_wide
from actum.text.span import Span

_NARROW = frozenset(",;:?!()")
_QUOTES = "“”‘’"
"""Set alike in all scripts: what stands beyond them tells."""

_WIDER = 0xFEE0
"""From a character of ASCII to the same one full-width (Unicode, block FF00)."""


def widened(lines: Sequence[tuple[Line, Span]]) -> dict[int, str]:
    """The full-width mark for each place where a half-width one was read amid Chinese; nothing for sure characters."""
    glyphs: list[tuple[Glyph, int]] = []
    for line, span in lines:
        at = span.start
        for glyph in line.glyphs:
            if not glyph.text.isspace():
                glyphs.append((glyph, at))
            at += len(glyph.text)
    found = {}
    for k, (glyph, at) in enumerate(glyphs):
        if glyph.text in _NARROW and glyph.score < 1:
            before = next((one.text for one, _ in reversed(glyphs[max(0, k - 3) : k]) if one.text not in _QUOTES), "")
            behind = next((one.text for one, _ in glyphs[k + 1 : k + 4] if one.text not in _QUOTES), "")
            if _is_amid_chinese(glyph.text, before, behind):
                found[at] = chr(ord(glyph.text) + _WIDER)
    return found


def _is_amid_chinese(mark: str, before: str, behind: str) -> bool:
    """Whether Chinese stands on the side that the mark belongs to, and no Latin letter or digit on the other."""
    own, other = (behind, before) if mark == "(" else (before, behind)
    return bool(own) and is_wide(own[-1]) and not (other.isascii() and other.isalnum())
