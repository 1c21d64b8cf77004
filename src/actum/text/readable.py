"""The form for reading: what a rule written in simplified characters can read.

Takes       a text.
Gives       the text without residue, each character that only traditional texts use as the usual simplified one, with
            its exact map.
Method      residue out, then script one to one. A character that simplified texts use too stays: 覆 is no 复 to a
            reader, though the two are one class to a comparer.
Leaves out  everything a reader does not need levelled: this is no form for comparing.
"""

from __future__ import annotations

from functools import cache

from actum.text.folded import Folded
from actum.text.offsets import OffsetMap
from actum.text.residue import residue
from actum.text.script import is_traditional, variants
from actum.text.tables import entries


def readable(text: str) -> Folded:
    """The text as rules read it; the very same text where nothing had to be changed."""
    return Folded.unchanged(text).then(residue).then(_levelled)


def _levelled(text: str) -> Folded:
    if not any(ord(char) in _always() for char in set(text)):
        return Folded.unchanged(text)
    return Folded(text.translate(_always() | _here()), OffsetMap.identity(len(text)))


@cache
def _always() -> dict[int, str]:
    """Characters that only traditional texts use, by code point, and the usual ones of their classes."""
    return {ord(char): usual for char, usual in variants().items() if is_traditional(char)}


@cache
def _here() -> dict[int, str]:
    """Characters that mean others in a traditional text, by code point."""
    return {ord(row[0]): row[1] for row in entries("levelled")}
