"""The established text with its apparatus."""

from __future__ import annotations

from dataclasses import dataclass

from actum.model.apparatus import Entry
from actum.text.span import Span


@dataclass(frozen=True, slots=True)
class Edition:
    """`text` has one paragraph a line, no blank lines, no line end at its end; entries stand in order of place.

    `agreement` gives for each siglum the share of the established text the witness has (see Witness); `reach` the
    stretches of the established text that it reaches: outside them it says nothing.
    """

    text: str
    entries: tuple[Entry, ...]
    agreement: tuple[tuple[str, float], ...] = ()
    reach: tuple[tuple[str, tuple[Span, ...]], ...] = ()
