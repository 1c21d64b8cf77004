"""Who leans where, who aims at whom, and the networks that this makes.

Takes       nothing; the regime makes these from positions, claims and records.
Gives       Leaning, Aim, NetworkTie, Network.
Leaves out  any net of for and against: both stand side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from actum.model.entry import Explicitness
from actum.text.span import Part

Side = Literal["for", "against", "neither", "open"]
SIDES: tuple[Side, ...] = get_args(Side)
Basis = Literal["position", "sponsor", "vote", "claim"]
Relation = Literal["addressed", "blamed"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
TieKind = Literal["congruence", "conflict", "subtract", "target", "holder-concept"]
TIE_KINDS: tuple[TieKind, ...] = get_args(TieKind)


@dataclass(frozen=True, slots=True)
class Leaning:
    """Where one voice stands toward one concept, in one place.

    `voice` are ISO codes, sorted: those of a joint text are one voice. `split_from` is that joint voice where its
    members were parted on request, else empty. `side` is `neither` where the act takes no side (state, undertake), and
    `open` where the act takes one but the words do not say plainly whether with this concept or against it.
    `counted_as` is what counts once: the symbol of a document that several works carry (its languages), else the
    work. `says` is the act, or the vote. `sentence` is None for what the mark-up says; `part` counts in the work's
    text, for mark-up in the copy's.
    """

    voice: tuple[str, ...]
    split_from: tuple[str, ...]
    concept: str
    kind: str
    side: Side
    work: str
    counted_as: str
    date: str
    basis: Basis
    says: str
    part: Part
    sentence: Part | None
    fact: str
    made_by: str


@dataclass(frozen=True, slots=True)
class Aim:
    """One voice calls on an actor, or blames one, in one place.

    `target` is the id of the actor, or `unknown:` and the folded words; empty where nobody is named. `kind` is that of
    its mention (state, group, body), empty where there is none. `explicit` says how openly, as in the ledger; what is
    `veiled` (个别国家) is never resolved to a state. `written` are the text's words. `says` is the act, or the sign of
    the claim.
    """

    voice: tuple[str, ...]
    split_from: tuple[str, ...]
    relation: Relation
    target: str
    kind: str
    explicit: Explicitness
    written: str
    work: str
    counted_as: str
    date: str
    basis: Basis
    says: str
    part: Part
    sentence: Part
    fact: str
    made_by: str


@dataclass(frozen=True, slots=True)
class NetworkTie:
    """One tie of a network.

    `source` is a voice. `target` is a voice, a concept or an actor, and `target_kind` says which: `voice`, or the kind
    of mention, `actor` where there is none. `weight` is what the tie counts, `counts` the numbers it is made of, in
    order. `explicit` says of an actor how openly it is named. `shares` are members that both voices have. `because`
    are the leanings or aims behind it, by date, work and place.
    """

    kind: TieKind
    window: str
    source: tuple[str, ...]
    target: str
    target_kind: str
    weight: float
    counts: tuple[tuple[str, float], ...]
    split_from: tuple[str, ...] = ()
    explicit: str = ""
    written: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    because: tuple[Leaning | Aim, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """The ties of one kind, by window, source and target; `undated` are works that fall into no window."""

    kind: TieKind
    ties: tuple[NetworkTie, ...]
    undated: tuple[str, ...] = ()
