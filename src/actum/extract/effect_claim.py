"""What a frame finds, before it becomes an Effect, and the verb that it looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from actum.extract.effect_lexicon import Verb
from actum.extract.effect_lists import divided
from actum.extract.effect_parts import shed
from actum.extract.effect_setting import Setting
from actum.extract.effect_tokens import Reading, Subject
from actum.model.fact import Sign
from actum.text.span import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """One effect within its sentence; offsets count within the sentence.

    `rule` is the frame that read it and, behind a stroke, how its cause was found; see `effect_rules`.
    """

    cue: Span
    sign: Sign
    cause: Span
    effect: Span
    rule: str


@dataclass(frozen=True, slots=True)
class VerbCase:
    """One reading of a verb at its place: clause `n`, what stands before it, where its object begins.

    `made` are the subjects of the claims made so far, by clause; a frame adds its own.
    """

    reading: Reading
    n: int
    here: Setting
    cue: Span
    object_start: int
    verb: Verb
    made: dict[int, Subject]


@dataclass(frozen=True, slots=True)
class Framed:
    """A claim with the stretch of the sentence that its frame takes."""

    claim: Claim
    taken: Span


def framed(reading: Reading, claim: Claim, taken: Span) -> Iterator[Framed]:
    """The claim once for each thing that its effect names, without the furthering verb before it."""
    for part in divided(reading, claim.effect):
        yield Framed(replace(claim, effect=shed(reading, part)), taken)
