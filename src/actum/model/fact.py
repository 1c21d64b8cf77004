"""What is read from a text: mentions, positions, effects, each with its characters and the rule that made it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from actum.text.span import Part

Act = Literal[
    "state", "reaffirm", "undertake", "advocate", "call-on", "support", "welcome",
    "concern", "regret", "oppose", "condemn", "recall", "decide", "warn",
]  # fmt: skip
ACTS: tuple[Act, ...] = get_args(Act)
MentionKind = Literal[
    "state", "group", "instrument", "body", "capability", "practice", "principle", "goal", "risk", "event", "date"
]
MENTION_KINDS: tuple[MentionKind, ...] = get_args(MentionKind)
Strength = Literal[0, 1, 2]
Sign = Literal["+", "-"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a state, group, instrument, body, concept, event or date.

    `id` is a registry slug, a lower-case ISO alpha-3 code for a state, or `unknown:` and the folded words where no
    registry row has the name. `veiled`: named so that nobody is named; never resolved to a state.
    """

    division: str
    sentence: Part
    part: Part
    kind: MentionKind
    id: str
    veiled: bool
    made_by: str


@dataclass(frozen=True, slots=True)
class Named:
    """A part with the id of what it names; id is empty where nothing in the registry answers."""

    part: Part
    id: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """A holder performs one speech act toward one matter; the cue shows it (see the guidelines of the gold).

    `holder` are ISO alpha-3 codes, sorted; `holder_written` is False where it was inherited. `matter` is None where
    the cue governs nothing. `about` are ids mentioned in the matter, in order of first mention.
    """

    division: str
    sentence: Part
    cue: Part
    act: Act
    strength: Strength
    holder: tuple[str, ...]
    holder_written: bool
    addressee: tuple[Named, ...]
    matter: Part | None
    about: tuple[str, ...]
    made_by: str


@dataclass(frozen=True, slots=True)
class Effect:
    """A claim that one thing furthers (`+`) or harms (`-`) another; the sign says what happens to `effect`."""

    division: str
    sentence: Part
    cue: Part
    sign: Sign
    cause: Named
    effect: Named
    made_by: str
