"""The form for reading: what a rule written in simplified characters can read.

Takes       a text.
Gives       the text without residue, each character the usual one of its variant class, with its exact map.
Method      residue out, script one to one; punctuation, width and spaces stay as they are.
Leaves out  everything a reader does not need levelled: this is no form for comparing.
"""

from __future__ import annotations

from actum.text.folded import Folded
from actum.text.residue import residue
from actum.text.script import script


def readable(text: str) -> Folded:
    """The text as rules read it; the very same text where nothing had to be changed."""
    return Folded.unchanged(text).then(residue).then(script)
