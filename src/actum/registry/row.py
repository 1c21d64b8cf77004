"""The nouns of the authority files: a row with its names and events.

Takes       nothing; `schema` makes rows from YAML.
Gives       Row, Name, Event, frozen; the kinds a row can have and the mentions they make.
Leaves out  what is in force when: that is told from the events, elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from actum.model.fact import MentionKind
from actum.model.register import EventType, Sureness

Sure = Sureness
Form = Literal["full", "short", "abbreviation", "as-written"]

INSTRUMENTS = (
    "treaty", "protocol", "agreement", "declaration", "joint-statement", "resolution", "decision", "draft", "proposal",
    "initiative", "programme", "rules", "document", "plan", "partnership", "judgment",
)  # fmt: skip
BODIES = (
    "organisation", "organ", "forum", "experts", "court", "bank", "agency", "machinery", "centre", "regime",
    "movement", "generic",
)  # fmt: skip
# What a mention of a row of each kind is; None: the row is never mentioned (a territory is no state, a condition
# serves the causal map alone).
MENTIONED_AS: dict[str, MentionKind | None] = {
    **dict.fromkeys(INSTRUMENTS, "instrument"),
    **dict.fromkeys(BODIES, "body"),
    "state": "state",
    "historic-state": "state",
    "territory": None,
    "group": "group",
    "event": "event",
    "capability": "capability",
    "practice": "practice",
    "principle": "principle",
    "goal": "goal",
    "risk": "risk",
    "condition": None,
}
KINDS = tuple(MENTIONED_AS)


@dataclass(frozen=True, slots=True)
class Name:
    """One name in one language, as a source has it.

    `kind` is what a mention by this name is, empty where the row's kind tells it. `negative`: it names the contrary
    of the row's concept (不信任 of mutual-trust).
    """

    text: str
    language: str
    form: Form
    source: str
    sure: Sure
    kind: str = ""
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a thing: `date` is EDTF; `parties` it happened for, empty for the whole.

    `effective` is when it took effect, empty where that is `date`; `until` the end that it sets, `..` for none.
    `according_to` are those who say so, empty where nobody disputes it; `purported`: they say that it was declared and
    do not grant that it has effect. `known_on` is the day from which it could be known, empty where that is its own
    date. `outcome` is told of conferences.
    """

    type: EventType
    date: str
    source: str
    sure: Sure
    according_to: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    known_on: str = ""
    outcome: str = ""
    note: str = ""
    effective: str = ""
    until: str = ""
    purported: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of an authority file; `sure` A was checked in its source, B and C are unverified.

    `unlike` are slugs it must never be merged with (`not` in the file). `near` are words of which one must stand in
    the paragraph for a name shared with another row to mean this one. `relates` are pairs of a relation and slugs.
    """

    slug: str
    kind: str
    sure: Sure
    source: str
    names: tuple[Name, ...]
    events: tuple[Event, ...] = ()
    parties: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    forum: tuple[str, ...] = ()
    depositary: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    relates: tuple[tuple[str, tuple[str, ...]], ...] = ()
    broader: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    embodied_in: tuple[str, ...] = ()
    opposite: tuple[str, ...] = ()
    shells: tuple[str, ...] = ()
    folds: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    note: str = ""

    @property
    def verified(self) -> bool:
        """Whether the row was checked in its source."""
        return self.sure == "A"
