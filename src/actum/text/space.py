"""White space: none inside Chinese, one ordinary space between two words of a spaced script.

Takes       a text.
Gives       the text with each run of white space (line ends included) gone, or as one space where letters or digits
            of a spaced script (Latin, Cyrillic, Greek, Hangul …) stand on both sides; and without the characters
            that cannot be seen (zero width, soft hyphens, marks of direction, variation selectors, controls).
Leaves out  words glued together or torn apart inside Chinese: there the space says nothing.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

from actum.text.folded import CODE_POINTS, Codes, Folded, Mask, codes_of, text_of, without
from actum.text.offsets import OffsetMap

Places = NDArray[np.intp]
_OTHER, _WHITE, _WORD, _JOINED, _UNSEEN = range(5)
# Below this stand all scripts with spaces between words but Hangul, and all controls; above it begin the CJK blocks.
_CJK = 0x2E80
_SPACED = ((0xA4D0, 0xAC00), (0xAC00, 0xD7FC), (0xFB00, 0xFB50), (0x10000, 0x16000))
_UNSEEN_ABOVE = ((0xFE00, 0xFE10), (0xFEFF, 0xFF00), (0xFFF9, 0xFFFC), (0xE0000, 0xE0200))
_JOINED_ABOVE = ((0x302A, 0x3030), (0x3099, 0x309B), (0xFE20, 0xFE30))


def _kind(character: str) -> int:
    category = unicodedata.category(character)
    if character.isspace():
        return _WHITE
    if category in {"Cf", "Cc"} or "\u180b" <= character <= "\u180f":
        return _UNSEEN
    if category[0] == "M":
        return _JOINED
    return _WORD if category[0] in "LN" else _OTHER


@cache
def _kinds() -> NDArray[np.uint8]:
    kinds = np.zeros(CODE_POINTS, dtype=np.uint8)
    kinds[:_CJK] = [_kind(chr(code)) for code in range(_CJK)]
    kinds[0x3000] = _WHITE
    for ranges, kind in ((_SPACED, _WORD), (_UNSEEN_ABOVE, _UNSEEN), (_JOINED_ABOVE, _JOINED)):
        for low, high in ranges:
            kinds[low:high] = kind
    return kinds


def seen(text: str) -> Folded:
    """The text without characters that cannot be seen; the very same text where it has none."""
    codes = codes_of(text)
    return without(text, codes, _kinds()[codes] == _UNSEEN)


def _runs(white: Mask) -> tuple[Places, Places]:
    """Where each white run starts and ends."""
    at = np.flatnonzero(white)
    breaks = np.flatnonzero(np.diff(at) > 1)
    return at[np.concatenate(([0], breaks + 1))], at[np.concatenate((breaks, [len(at) - 1]))] + 1


def _staying(kinds: NDArray[np.uint8], starts: Places, ends: Places) -> Mask:
    """Which white runs stay as a space: a word on both sides, or an accent behind that would join what is before."""
    # At the text's own edges these look at the white run itself, which is no word.
    before, behind = kinds[np.maximum(starts - 1, 0)], kinds[np.minimum(ends, len(kinds) - 1)]
    words = ((before == _WORD) | (before == _JOINED)) & (behind == _WORD)
    return np.asarray(words | (behind == _JOINED), dtype=np.bool_)


def space(text: str) -> Folded:
    """The text with white space folded; the very same text where it has none that folds."""
    codes = codes_of(text)
    kinds = _kinds()[codes]
    white = kinds == _WHITE
    if not white.any():
        return Folded.unchanged(text)
    starts, ends = _runs(white)
    stays = _staying(kinds, starts, ends)
    return _respaced(codes, white, starts[stays], ends[stays])


def _respaced(codes: Codes, white: Mask, starts: Places, ends: Places) -> Folded:
    keep = ~white
    keep[starts] = True
    new = codes.copy()
    new[starts] = ord(" ")
    places = np.flatnonzero(keep).astype(np.int32)
    last = places + 1
    last[np.searchsorted(places, starts)] = ends
    return Folded(text_of(new[keep]), OffsetMap(len(codes), places, last))
