"""Fuzzy-cognitive-map inference on the signs of a causal map, for who asks for it.

Takes       a Graph, Clamps, how a sum is squashed (tanh, or to one of -1, 0, 1).
Gives       a CognitiveRun: which concepts rise and fall and in what order, the un-clamped run beside; whether the state
            came to rest, or swings in a limit cycle, and of how many states; whether there can be one rest only.
Method      Kosko (1986): all concepts start at 0, those held stay at -1 or 1; each step a concept becomes the squashed
            sum of its causes, each times 1 or -1, without memory of itself; at most MOST_STEPS. States are compared
            rounded, so that a state that comes again names a rest or a limit cycle. One rest is guaranteed where no
            loop runs through concepts not held. The other guarantee, λ‖W‖ < 1 for tanh (contraction; Harmati,
            Hatwágner and Kóczy 2018), says no more here: λ is 1 and every weight 1 or -1, so that any edge between
            concepts not held breaks it.
Leaves out  decimals; edges said both ways or unclear, which have no one sign; the side on which a claim was made: every
            claim is used both ways round.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from actum.model.fact import Sign
from actum.model.influence import Clamp, CognitiveRun, Drift, Ranked, Squash
from actum.regime.walks.graph import Graph, connected_parts

MOST_STEPS = 100
"""Steps of a run, 2026-11-26: what the specification of the map sets."""
DIGITS = 9
"""Decimals by which states are the same: the last steps toward a rest of tanh are below, 2026-11-26."""
SAME = 1e-6
"""Difference under which two concepts share a place; well over the rounding of states, 2026-11-26."""

Weights = Mapping[str, Sequence[tuple[str, int]]]
State = npt.NDArray[np.float64]


def cognitive(graph: Graph, clamps: Sequence[Clamp], squash: Squash = "tanh") -> CognitiveRun:
    """What a run with these clamps gives, beside the run without; concepts that moved most first, held ones last."""
    weights, left_out = _weights(graph)
    held = {one.concept: one.direction for one in sorted(clamps)}
    states, period = _run(graph.concepts, weights, held, squash)
    free, free_period = _run(graph.concepts, weights, {}, squash)
    unclamped = _drifts(free, free_period, len(graph.concepts))
    swings = states[-max(period, 1) :]
    drifts = _drifts(states, period, len(graph.concepts))
    rows = [
        (one, "clamped" if one in held else drifts[at], unclamped[at], float(swings[-1][at] - free[-1][at]))
        for at, one in enumerate(graph.concepts)
    ]
    return CognitiveRun(
        ranked=tuple(_ranked(rows)),
        steps=len(states) - 1,
        period=period,
        one_rest=_one_rest(graph, weights, held),
        left_out=tuple(left_out),
    )


def _weights(graph: Graph) -> tuple[dict[str, list[tuple[str, int]]], list[tuple[str, str]]]:
    """The causes of each concept with 1 or -1; the edges that have no one sign."""
    signs: dict[tuple[str, str], set[str]] = {}
    for arc in graph.arcs:
        signs.setdefault((arc.cause, arc.effect), set()).add(arc.step.polarity)
    weights: dict[str, list[tuple[str, int]]] = {}
    left_out = []
    for (cause, effect), some in sorted(signs.items()):
        if some in ({"+"}, {"-"}):
            weights.setdefault(effect, []).append((cause, 1 if some == {"+"} else -1))
        else:
            left_out.append((cause, effect))
    return weights, left_out


def _run(
    concepts: Sequence[str], weights: Weights, held: Mapping[str, Sign], squash: Squash
) -> tuple[list[State], int]:
    """All states of a run, and its period: 1 at rest, more in a limit cycle, 0 where neither showed."""
    at = {one: place for place, one in enumerate(concepts)}
    edges = [(at[cause], at[effect], weight) for effect in concepts for cause, weight in weights.get(effect, ())]
    causes, effects, signs = (
        np.array(column, dtype=np.intp) for column in (zip(*edges, strict=True) if edges else [()] * 3)
    )
    fixed = {at[one]: 1.0 if way == "+" else -1.0 for one, way in held.items() if one in at}
    states = [_holding(np.zeros(len(concepts)), fixed)]
    seen = {_key(states[0]): 0}
    for step in range(1, MOST_STEPS + 1):
        sums = np.bincount(effects, weights=signs * states[-1][causes], minlength=len(concepts))
        states.append(_holding(np.tanh(sums) if squash == "tanh" else np.sign(sums), fixed))
        if (key := _key(states[-1])) in seen:
            return states, step - seen[key]
        seen[key] = step
    return states, 0


def _holding(state: State, fixed: Mapping[int, float]) -> State:
    for place, value in fixed.items():
        state[place] = value
    return state


def _key(state: State) -> bytes:
    """A state by which it is known again; 0 and -0 are one."""
    return (np.round(state, DIGITS) + 0.0).tobytes()


def _drifts(states: Sequence[State], period: int, count: int) -> list[Drift]:
    """Which way each concept stands at the end; `swings` where the states of the limit cycle do not agree."""
    last = states[-max(period, 1) :]
    return [_drift([float(state[at]) for state in last]) for at in range(count)]


def _drift(values: Sequence[float]) -> Drift:
    ways: set[Drift] = {"up" if value > SAME else "down" if value < -SAME else "rest" for value in values}
    return ways.pop() if len(ways) == 1 else "swings"


def _ranked(rows: Sequence[tuple[str, Drift, Drift, float]]) -> list[Ranked]:
    """Concepts by how far they moved from the run without clamps; those that do not move by slug behind them."""
    moved = sorted((row for row in rows if row[1] in {"up", "down"}), key=lambda row: (-round(abs(row[3]), 6), row[0]))
    places: dict[str, int] = {}
    for way in ("up", "down"):
        some = [row for row in moved if row[1] == way]
        for place, row in enumerate(some):
            tied = place and abs(abs(row[3]) - abs(some[place - 1][3])) < SAME
            places[row[0]] = places[some[place - 1][0]] if tied else place + 1
    others = sorted((row for row in rows if row[0] not in places), key=lambda row: (row[1] == "clamped", row[0]))
    return [Ranked(row[0], row[1], places.get(row[0], 0), row[2]) for row in (*moved, *others)]


def _one_rest(graph: Graph, weights: Weights, held: Mapping[str, Sign]) -> str:
    follows: dict[str, list[str]] = {}
    for effect in graph.concepts:
        for cause, _ in weights.get(effect, ()):
            if cause not in held and effect not in held:
                follows.setdefault(cause, []).append(effect)
    return "" if connected_parts(follows) else "no loop runs through concepts that are not held"
