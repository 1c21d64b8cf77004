"""A claimed influence between two concepts, and the causal map that claims make.

Takes       nothing; the regime makes these from effects and the registry.
Gives       End, Claim, Node, Edge, CausalMap, EdgeFate, Overlap, MapComparison, Step, Path.
Leaves out  any net number: what is said up, down and unclear stands side by side, claim by claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from actum.model.fact import Named, Sign
from actum.text.span import Part

Modality = Literal["asserted", "future", "attempt", "conditional", "contributes"]
MODALITIES: tuple[Modality, ...] = get_args(Modality)
Polarity = Literal["+", "-", "?"]
PathSign = Literal["+", "-", "±", "?"]
Tie = Literal["thread", "same-holder", "stitched"]
TIES: tuple[Tie, ...] = get_args(Tie)
Fate = Literal["kept", "sign-changed", "gone", "silent", "new", "unknown"]
FATES: tuple[Fate, ...] = get_args(Fate)


@dataclass(frozen=True, slots=True)
class End:
    """One end of a claim: a concept, and which way the words written there move it.

    `concept` is a registry slug, a state's lower-case ISO code, or `unknown:` and the folded words. `delta` is `-`
    where the words say less of the concept (退出《中导条约》, 防止军备竞赛, 不信任 of mutual-trust), else `+`; `via`
    is the word that says so, in the text's characters, empty for a bare name. `agents` do it, their veil kept in
    `veiled`. `pole` is the pole of the concept that is written. `shells` fell away (进程, 努力). `scope` are words that
    narrow it (世界多个地区). `rules` made it, in order. `words` are the text's own for the concept alone.
    """

    part: Part
    concept: str
    delta: Sign = "+"
    via: str = ""
    agents: tuple[Named, ...] = ()
    veiled: bool = False
    pole: Sign = "+"
    shells: tuple[str, ...] = ()
    scope: str = ""
    rules: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """An effect with its ends read as concepts; `id` is the effect's own.

    `polarity` says where more of the cause moves the effect: `+` up, `-` down, `?` where an end leaves it open. It
    was said of one side only: of less of the cause where `cause.delta` is `-`. A claim stands once for a text,
    however often a copy repeats it.
    """

    id: str
    work: str
    date: str
    holder: tuple[str, ...]
    division: str
    sentence: Part
    cue: Part
    sign: Sign
    cause: End
    effect: End
    polarity: Polarity
    modality: Modality = "asserted"
    witnesses: tuple[str, ...] = ()
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A concept of the map; `kind` as in the registry, empty where it has no row for it.

    `named` is False where neither the registry nor a person has named it: `label` then has a text's own words for it,
    to be shown in the place of its id. `verified` is False where its row was not checked.
    """

    concept: str
    kind: str = ""
    named: bool = True
    verified: bool = True
    label: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """All claims from one concept to another, by polarity, each in order of date, work and place; never netted."""

    cause: str
    effect: str
    up: tuple[Claim, ...] = ()
    down: tuple[Claim, ...] = ()
    unknown: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class CausalMap:
    """Concepts in order of slug, edges in order of cause and effect; claims whose ends are one concept stand apart."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    self_claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class EdgeFate:
    """What became of an edge between two maps; None where a side has no such edge.

    `kept`: both have it, with a polarity in common; `sign-changed`: both have it, with none in common. `gone`: the
    later side is whole, still speaks of both concepts, and joins them no more; `silent`: it is whole, and no longer
    speaks of one of them or of both (`unspoken`), nor has words near it. `new`: the later side alone has it, and the
    earlier is whole. `unknown`: the side that seems to lack it is cut, or has words near a concept it does not name.
    """

    cause: str
    effect: str
    fate: Fate
    earlier: Edge | None
    later: Edge | None
    unspoken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much two sets share, with the counts that say it: in both, in the earlier alone, in the later alone.

    `jaccard` is the shared among all, 0 to 1; None where there is nothing at all.
    """

    both: int
    earlier: int
    later: int
    jaccard: float | None


@dataclass(frozen=True, slots=True)
class MapComparison:
    """Two maps side by side, edges in order of cause and effect; `agreeing` of the shared edges have equal signs."""

    edges: tuple[EdgeFate, ...]
    concepts: Overlap
    pairs: Overlap
    agreeing: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: the claims of one polarity along an edge, or a bridge of the registry (`uses`), no claims."""

    cause: str
    effect: str
    polarity: Polarity
    claims: tuple[Claim, ...]
    uses: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """Steps end to end; no concept comes twice.

    `sign` is the product of the steps' polarities. `tie` says who holds it: `thread` where one work makes every
    claim (`works` names each such work), `same-holder` where one holder does, else `stitched`. `uses` names bridges
    and broader terms that were crossed. `works` are in order of date.
    """

    steps: tuple[Step, ...]
    sign: PathSign
    tie: Tie
    works: tuple[str, ...]
    uses: tuple[str, ...] = ()
