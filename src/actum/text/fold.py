"""The form for comparing: what is left when spelling and typography no longer count.

Takes       a text, or two.
Gives       the folded text with its exact map, and of which kind the difference between two texts is.
Method      the forms one after another: what cannot be seen out, markup out, residue out, width, script, white space.
Leaves out  meaning: two characters of one variant class count as one (发 for 發 and 髮).
"""

from __future__ import annotations

from typing import Literal

from actum.text.folded import Folded
from actum.text.markup import markup
from actum.text.residue import residue
from actum.text.script import script
from actum.text.space import seen, space
from actum.text.width import width

__all__ = ["Difference", "Folded", "difference", "fold", "fold_text"]

Difference = Literal["none", "spacing", "residue", "punctuation", "orthographic", "substantive"]


def fold(text: str) -> Folded:
    """The text as all comparing sees it; folding it again changes nothing."""
    folded = Folded.unchanged(text)
    for form in (seen, markup, residue, width, script, space):
        folded = folded.then(form)
    return folded


def fold_text(text: str) -> str:
    """`fold` without the map."""
    for form in (seen, markup, residue, width, script, space):
        text = form(text).text
    return text


def _bare(text: str) -> str:
    return "".join(text.split())


def difference(a: str, b: str) -> Difference:
    """The least that must be folded away for two readings to be equal; `substantive` where no form does it."""
    if a == b:
        return "none"
    if _bare(a) == _bare(b):
        return "spacing"
    return _deeper(a, b)


def _deeper(a: str, b: str) -> Difference:
    a, b = markup(a).text, markup(b).text
    if _bare(residue(a).text) == _bare(residue(b).text):
        return "residue"
    if fold_text(a) == fold_text(b):
        return "orthographic"
    return "substantive"
