"""The form for comparing: what is left when spelling and typography no longer count.

Takes       a text, or two.
Gives       the folded text with its exact map, and of which kind the difference between two texts is.
Method      the forms one after another: what cannot be seen out, markup out, residue out, width, script, white space.
Leaves out  meaning: two characters of one variant class count as one (发 for 發 and 髮).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Literal

from actum.text.folded import Folded
from actum.text.markup import markup
from actum.text.residue import residue
from actum.text.script import script
from actum.text.space import seen, space
from actum.text.width import plain, width

__all__ = ["Difference", "Folded", "difference", "fold"]

# Marks of a folded text that punctuate and say nothing else.
_MARKS = re.compile(r"[，、；！（）［］【】｛｝《》〈〉\"…—·～：？。](?!(?<=\d.)\d)")
Form = Callable[[str], Folded]
Difference = Literal["none", "spacing", "residue", "punctuation", "orthographic", "substantive"]


_FORMS: tuple[Form, ...] = (seen, markup, residue, width, script, space)
_SPACING: tuple[Form, ...] = (seen, space)
_PUNCTUATION: tuple[Form, ...] = (seen, markup, width, space)
_ORTHOGRAPHY: tuple[Form, ...] = (seen, markup, width, script, space)


def fold(text: str) -> Folded:
    """The text as all comparing sees it; folding it again changes nothing."""
    return _through(_FORMS, text)


def _through(forms: tuple[Form, ...], text: str) -> Folded:
    folded = Folded.unchanged(text)
    for form in forms:
        folded = folded.then(form)
    return folded


def _agree(forms: tuple[Form, ...], a: str, b: str) -> bool:
    return _through(forms, a).text == _through(forms, b).text


def _cased(text: str) -> str:
    """Letters and digits alone, in the usual width, their case kept."""
    usual = (c if c.islower() else plain(c) for c in unicodedata.normalize("NFKC", markup(text).text))
    return "".join(filter(str.isalnum, "".join(usual)))


def _unmarked(folded: str) -> str:
    """A folded text less the marks of punctuation, but for those between digits, 3.5, and those that count, 5%."""
    return _MARKS.sub("", folded)


def difference(a: str, b: str) -> Difference:
    """What must be folded away, at the least, for two readings to be equal; `substantive` where no form does it.

    White space, width and punctuation, variants and case, residue are folded away in this order, one upon the other.
    Where only punctuation is left that differs, or stands on one side alone, that is `punctuation`.
    """
    if a == b:
        return "none"
    if _agree(_SPACING, a, b):
        return "spacing"
    if _agree(_PUNCTUATION, a, b):
        return "punctuation" if _cased(a) == _cased(b) else "orthographic"
    if _agree(_ORTHOGRAPHY, a, b):
        return "orthographic"
    a, b = fold(a).text, fold(b).text
    if a == b:
        return "residue"
    return "punctuation" if _unmarked(a) == _unmarked(b) else "substantive"
