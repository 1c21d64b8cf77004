"""What grouping gives: groups, and how each copy bears the text of its group.

Takes       nothing; types only.
Gives       Bearing, Group; offsets count in the folded texts.
"""

from __future__ import annotations

from dataclasses import dataclass

from actum.identify.chains import Piece
from actum.model.witness import WitnessKind
from actum.text.span import Span


@dataclass(frozen=True, slots=True)
class Bearing:
    """How one copy bears the base text: its pieces in the order of the base, its role, the share of the base it has."""

    key: str
    pieces: tuple[Piece, ...]
    kind: WitnessKind
    containment: float


@dataclass(frozen=True, slots=True)
class Group:
    """One text: the base and the stretch of it that is the text; all bearings by key, the base's among them."""

    base: str
    base_span: Span
    bearings: tuple[Bearing, ...]
