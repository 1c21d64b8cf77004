"""A row of the ledger: what somebody undertakes, demands, lays down or stands for, and what stands beside it.

Takes       nothing; the regime makes these from positions, mentions and the register's events.
Gives       Addressed, Due, Saying, BesideLine, LedgerEntry.
Leaves out  any verdict: whether a promise was kept is told by the dated lines beside it, never by a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from actum.model.fact import Act, Named, Strength
from actum.model.register import RegisterEvent
from actum.text.span import Part

LedgerKind = Literal["undertaking", "demand", "norm", "stance"]
LEDGER_KINDS: tuple[LedgerKind, ...] = get_args(LedgerKind)
Explicitness = Literal["named", "everybody", "veiled", "unresolved", "nobody"]
EXPLICITNESSES: tuple[Explicitness, ...] = get_args(Explicitness)
DueReading = Literal["event", "date", "soon", "at-once", "next", "written"]
DUE_READINGS: tuple[DueReading, ...] = get_args(DueReading)
BesideKind = Literal["event", "said-again", "named", "silent", "unknown"]
BESIDE_KINDS: tuple[BesideKind, ...] = get_args(BesideKind)


@dataclass(frozen=True, slots=True)
class Addressed:
    """One to whom an entry is addressed, as written.

    `id` is empty where the words point at somebody whom nothing resolves (其, 各方). `veiled` is never resolved to a
    state.
    """

    part: Part
    id: str
    veiled: bool
    explicit: Explicitness


@dataclass(frozen=True, slots=True)
class Due:
    """By when: the words, and what they are read as.

    `edtf` is the date for `date`; it is past when its last day is. For `event` (a review conference) `event` is the id
    of the meeting, `unknown:` and its words where the registry has no row of it, and `edtf` the year that its name
    has, for which it was planned; what was planned is not past before it was held. `written` are words that nothing
    reads any further.

    `until` is the last day on which it is in time by the words taken strictly: 2025-12-31 for 2026年前, 2026-12-31 for
    2026年年底前, whose `edtf` is the same year. Empty where the words leave it open (年初前), and for what is no date.
    """

    part: Part
    reads: DueReading
    edtf: str = ""
    event: str = ""
    made_by: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """Where a provision is said, its entry and sentence; the rule by which it is the same, empty for itself."""

    work: str
    date: str
    entry: str
    division: str
    sentence: Part
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class BesideLine:
    """One dated line beside an entry, after it was said.

    `event`: something happened to `of`, one of the things the entry is about, rests on or falls due at. The others
    tell of a later work: it says the same provision again, names `of` without saying it again, is silent about `of`,
    or cannot be known, for its text is cut. `part` is the quote in that work, None where there is none.
    """

    kind: BesideKind
    date: str
    of: str
    says: str
    work: str = ""
    part: Part | None = None
    event: RegisterEvent | None = None
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A view on one position. `id` is the position's; an item of the list that it opens has a number behind a point.

    `position` is the position's id alone, so `actum explain` tells how it was read.

    `kind_by` is the rule that made the kind. Verb force (`act` and `cue`), `strength` and `explicit` stand side by
    side and are never summed; `explicit` is how whoever is meant is named, `nobody` where no one is addressed. `forum`
    is where it is to be done, `basis` on which instruments it rests, each in the text's characters. `subjects` are
    `about` and what these are part of, based on or held under. `first` and `last` are the works that say it, by date;
    `repeated_in` the divisions of this work that say the same again.

    `answered_by` are the events at which it fell due and that have an outcome, `overtaken_by` those that changed the
    thing it is about; `closed_because` says in words why it is not open, one line a reason, and is empty where `open`.
    """

    id: str
    position: str
    work: str
    date: str
    division: str
    sentence: Part
    kind: LedgerKind
    kind_by: str
    holder: tuple[str, ...]
    holder_written: bool
    addressee: tuple[Addressed, ...]
    act: Act
    cue: Part
    strength: Strength
    explicit: tuple[Explicitness, ...]
    matter: Part | None
    about: tuple[str, ...]
    subjects: tuple[str, ...]
    forum: tuple[Named, ...]
    basis: tuple[Named, ...]
    due: tuple[Due, ...]
    first: Saying
    last: Saying
    repeated_in: tuple[str, ...]
    said_in: tuple[Saying, ...]
    beside: tuple[BesideLine, ...]
    answered_by: tuple[RegisterEvent, ...]
    overtaken_by: tuple[RegisterEvent, ...]
    open: bool
    closed_because: tuple[str, ...]
    witnesses: tuple[str, ...]
    made_by: str
