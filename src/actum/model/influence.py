"""What a causal map answers: chains between concepts, loops, what a change is said to do, where a concept stands.

Takes       nothing; the regime makes these from a causal map.
Gives       Paths, Between, Loop, Loops, Clamp, Reach, Consequence, WhatIf, Ranked, CognitiveRun, Centrality, Size.
Leaves out  decimals: a chain counts its steps and its works, nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from actum.model.claim import Path, PathSign, Polarity, Step, Tie
from actum.model.fact import Sign

Outcome = Literal["up", "down", "both", "unclear", "not reached"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
Direction = Literal["up", "down", "unclear"]
Role = Literal["sender", "receiver", "both", "apart"]
Drift = Literal["up", "down", "rest", "swings", "clamped"]
Squash = Literal["tanh", "trivalent"]
SQUASHES: tuple[Squash, ...] = get_args(Squash)


@dataclass(frozen=True, slots=True)
class Paths:
    """Paths in order: threads, then shorter, then of more works, then by slug.

    `stopped` says why the search ended before it had seen all, empty where it saw all of the length asked.
    """

    paths: tuple[Path, ...]
    stopped: str = ""


@dataclass(frozen=True, slots=True)
class Between:
    """All paths found from one concept to another, summed up.

    `sign` is `±` where chains disagree, `?` where none is clear; `up`, `down`, `unknown` count chains. `disjoint` is
    how many chains share no edge, of any length and through any works; None where that was not counted. `works`
    have a whole chain each, in order of date. `uses` are the registry's steps that chains cross.
    """

    cause: str
    effect: str
    sign: PathSign
    up: int
    down: int
    unknown: int
    threads: int
    fewest_steps: int
    disjoint: int | None
    works: tuple[str, ...]
    uses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Loop:
    """Steps that end where they began, told from the concept whose slug comes first.

    `sign` `+` reinforces, `-` balances, `?` is open. `tie` and `works` as of a path.
    """

    steps: tuple[Step, ...]
    sign: Polarity
    tie: Tie
    works: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loops:
    """Loops, threads first, then by slug; `parts` are the strongly connected parts, each by slug, the first's first.

    `stopped` as of Paths.
    """

    loops: tuple[Loop, ...]
    parts: tuple[tuple[str, ...], ...]
    stopped: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Clamp:
    """A concept that is held: `-` less of it, `+` more."""

    concept: str
    direction: Sign


@dataclass(frozen=True, slots=True)
class Reach:
    """A direction in which a concept is moved, with the shortest chain; `works` have a whole chain to it each.

    `clamp` is where the chain starts. `works` is empty where only several works together reach it.
    """

    direction: Direction
    clamp: Clamp
    chain: Path
    works: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consequence:
    """What becomes of a concept; `unclear` where claims reach it that leave open which way."""

    concept: str
    outcome: Outcome
    reaches: tuple[Reach, ...] = ()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A consequence for every concept of the map but those held, by slug; `stopped` as of Paths.

    `unsaid` are clamps of which no claim speaks on that side, with how many speak of the other.
    """

    clamps: tuple[Clamp, ...]
    consequences: tuple[Consequence, ...]
    unsaid: tuple[tuple[Clamp, int], ...] = ()
    stopped: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A concept after a run, its place among those that moved the same way (1 moved most, equals share a place).

    `place` is 0 where it rests, swings or is held; `unclamped` is what the run without clamps gives.
    """

    concept: str
    drift: Drift
    place: int
    unclamped: Drift


@dataclass(frozen=True, slots=True)
class CognitiveRun:
    """Fuzzy-cognitive-map inference on signs: only an ordering is told.

    `period` is 1 where the state came to rest, more where it swings in a limit cycle of so many states, 0 where
    neither had shown after `steps`. `one_rest` says why there can be but one resting state, empty where nothing
    guarantees that. `left_out` are edges without one sign: said up and down, or unclear.
    """

    ranked: tuple[Ranked, ...]
    steps: int
    period: int
    one_rest: str
    left_out: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Size:
    """How much a map holds: numbers of other maps compare only beside it."""

    concepts: int
    edges: int
    claims: int
    works: int


@dataclass(frozen=True, slots=True)
class Centrality:
    """Where a concept stands: edges in and out, claims that touch it, and works that make them.

    `goal` is (in - out) / (in + out): 1 where all leads to it, -1 where all comes from it.
    """

    concept: str
    role: Role
    edges_in: int
    edges_out: int
    claims: int
    works: int
    goal: float
