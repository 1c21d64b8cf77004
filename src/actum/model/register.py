"""What happened to an instrument or body, and what is in force when, by whom it is told.

Takes       nothing; the regime makes these from the registry and from what texts say.
Gives       RegisterEvent, Standing, Answer, Status.
Leaves out  any verdict on whose answer is right: contested answers stand side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from actum.text.span import Part

EventType = Literal[
    "adopted", "opened", "signed", "ratified", "not-in-force", "in-force", "extended", "amended", "notice", "suspended",
    "resumed", "withdrawal", "ratification-revoked", "expiry-due", "expired", "terminated", "superseded", "snapback",
    "proposed", "draft-tabled", "draft-updated", "review-conference", "established",
]  # fmt: skip
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
Sureness = Literal["A", "B", "C"]


@dataclass(frozen=True, slots=True)
class RegisterEvent:
    """One thing that happened to an instrument or body, or that a text says of its status.

    `of` is the slug of the instrument or body; `id` is made of slug, type, date and what else tells it from others,
    and does not depend on the order of a file. `date` (EDTF) is when it happened, `effective` when it took effect
    where that is another day, `until` the end it sets (extended until, due to expire). `parties` it happened for,
    empty for the whole. `according_to` are those who say so: ISO codes or slugs, sorted, empty where nobody disputes
    it. `purported`: whoever says so does not grant that it has effect. `known_on` (EDTF) is when it could be known.
    `sure` A was checked in `source`; B and C are unverified.

    An event that a text asserts has `work`, `division` and its `quote`, cut from the work's text; one of the registry
    has none of these. `made_by` is the rule, or `registry`.
    """

    id: str
    of: str
    type: EventType
    date: str
    source: str
    sure: Sureness
    effective: str = ""
    until: str = ""
    parties: tuple[str, ...] = ()
    according_to: tuple[str, ...] = ()
    purported: bool = False
    known_on: str = ""
    outcome: str = ""
    note: str = ""
    work: str = ""
    division: str = ""
    quote: Part | None = None
    made_by: str = "registry"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one party stands to an instrument: `words` such as `suspended`, since when, by which event."""

    party: str
    words: str
    since: str
    event: RegisterEvent


@dataclass(frozen=True, slots=True)
class Answer:
    """What is in force, by one side's telling.

    `who` are those who say so, empty where the register alone answers and nobody disputes it. `state` is in words;
    `since` and `until` are EDTF, empty where unknown or open. `proved_by` are the events that prove it, in order of
    time; `standings` those of single parties. `unverified`: one of the proving events was not checked.
    """

    who: tuple[str, ...]
    state: str
    since: str
    until: str
    proved_by: tuple[RegisterEvent, ...] = ()
    standings: tuple[Standing, ...] = ()
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """The status of an instrument or body as of a date, with what could be known on a date.

    `answer` is the register's; where sides disagree its state says so, and `contested` has each side's answer.
    `events` are all that may have happened by then and could be known, in order of time, whether they prove anything
    or not; `said` what texts assert, whether they agree or not. `caveats` are sentences that a
    reader must not miss: a date known to a year alone, an end that has passed, an event that cannot be.
    """

    of: str
    kind: str
    as_of: str
    known_on: str
    according_to: tuple[str, ...]
    answer: Answer
    contested: tuple[Answer, ...] = ()
    events: tuple[RegisterEvent, ...] = ()
    said: tuple[RegisterEvent, ...] = ()
    caveats: tuple[str, ...] = ()
