"""What a frame finds, before it becomes an Effect."""

from __future__ import annotations

from dataclasses import dataclass

from actum.model.fact import Sign
from actum.text.span import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """One effect within its sentence; offsets count within the sentence. `steps` say how it was reached."""

    cue: Span
    sign: Sign
    cause: Span
    effect: Span
    rule: str
    steps: tuple[str, ...] = ()
