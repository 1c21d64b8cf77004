"""The text that a copy bears."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from actum.text.span import Span

WitnessKind = Literal["copy", "excerpt", "stitched", "quotation"]
WITNESS_KINDS: tuple[WitnessKind, ...] = get_args(WitnessKind)


@dataclass(frozen=True, slots=True)
class Witness:
    """One copy's bearing of one work.

    `span` reaches from the first to the last character of the work in the copy's decoded text. `pieces` are the
    stretches of the work in the order of the *work*, one for a straight copy, several where foreign matter stands
    between or where parts were shuffled (`stitched`). `agreement` is the share, 0 to 1, of the established text
    that this witness has letter for letter once spelling and typography are folded.
    """

    siglum: str
    sha256: str
    place: str
    span: Span
    pieces: tuple[Span, ...]
    kind: WitnessKind
    agreement: float
