"""A changed text with the exact way back to its source, and the two moves that all forms share.

Takes       texts, and numpy columns of their code points.
Gives       Folded, code points as a column and back, and the removal of single characters.
Leaves out  what is changed and why: each form is a module of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actum.text.offsets import OffsetMap, edited
from actum.text.span import Span

Codes = NDArray[np.uint32]
Mask = NDArray[np.bool_]
CODE_POINTS = 0x110000


@dataclass(frozen=True, slots=True)
class Folded:
    """`offsets` leads from the source to `text`."""

    text: str
    offsets: OffsetMap

    @classmethod
    def unchanged(cls, text: str) -> Folded:
        """The text as it stands."""
        return cls(text, OffsetMap.identity(len(text)))

    def edited_by(self, rule: Callable[[str], Iterable[tuple[Span, str]]]) -> Folded:
        """This text with the edits that a rule finds in it; itself where the rule finds none (see `edited`)."""
        edits = list(rule(self.text))
        if not edits:
            return self
        text, offsets = edited(self.text, edits)
        return Folded(text, self.offsets.then(offsets))

    def then(self, form: Callable[[str], Folded]) -> Folded:
        """A further form of this text, with the way back to the first source."""
        later = form(self.text)
        if later.text is self.text:
            return self
        return Folded(later.text, self.offsets.then(later.offsets))


def codes_of(text: str) -> Codes:
    """The code points of a text, lone surrogates included."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def text_of(codes: Codes) -> str:
    """The text with these code points."""
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def without(text: str, codes: Codes, gone: Mask) -> Folded:
    """The text less the characters under the mask; the very same text where the mask is empty."""
    if not gone.any():
        return Folded.unchanged(text)
    keep = np.flatnonzero(~gone)
    return Folded(text_of(codes[keep]), OffsetMap.kept(keep.astype(np.int32), len(text)))
