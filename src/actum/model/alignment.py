"""Two texts side by side, by division: what became of each sentence, and what changed in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from actum.model.division import Division
from actum.model.fact import Mention, MentionKind, Position
from actum.text.span import Part

Relation = Literal["kept", "reworded", "moved", "split", "merged", "related", "added", "dropped", "unknown"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
ChangeKind = Literal[
    "wording", "punctuation", "act", "target", "addressee", "instrument", "number", "date", "negation", "modifier"
]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
Standing = Literal["silent", "new", "both", "unknown"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
SilenceKind = MentionKind | Literal["act"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts, already divided and read; `complete` is False where the text is known to be cut.

    All places count in `text`. A language without tables for reading has no mentions and no positions.
    """

    text: str
    language: str
    complete: bool
    divisions: tuple[Division, ...]
    mentions: tuple[Mention, ...] = ()
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One change in words: what stood in the earlier text and what stands in the later; None where nothing does.

    `earlier_is` and `later_is` say what the words are, side by side: for an act the act and its strength
    (`oppose/1`), for a target or an addressee the state or `veiled`; empty where there is nothing to say. `elsewhere`
    is True where the change holds of this provision alone: the other text has the act on the same matter, or the name,
    in another place.
    """

    kind: ChangeKind
    earlier: Part | None
    later: Part | None
    earlier_is: str = ""
    later_is: str = ""
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one provision: full sentences of the earlier text and of the later.

    `score` is the similarity that the relation rests on, 0 to 1; 0 where one side is empty. `shared` are the ids that
    both sides mention, sorted. `made_by` names the rules that laid the two together.
    """

    relation: Relation
    earlier: tuple[Part, ...]
    later: tuple[Part, ...]
    score: float
    shared: tuple[str, ...]
    changes: tuple[Change, ...]
    made_by: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """All rows, in order of the later text; what has no later place stands where its earlier neighbour does."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """Whether a thing that one text names is named in the other: an instrument, a body, a concept; or an act.

    `silent`: the earlier text alone has it; `new`: the later alone; `unknown`: the text that seems to lack it is cut,
    or comes near to a concept without naming it. The parts are the sentences that have it, or come near, in order.
    """

    kind: SilenceKind
    id: str
    standing: Standing
    earlier: tuple[Part, ...]
    later: tuple[Part, ...]
