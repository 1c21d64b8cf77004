"""Ties of networks as rows, as `actum network` prints them, and the matrix of voices and concepts.

Takes       a Network.
Gives       rows with keys in the promised order; the cells of a matrix.
Leaves out  making networks.
"""

from __future__ import annotations

from actum.model.network import Aim, Leaning, Network, NetworkTie, Side
from actum.store.files import Row
from actum.store.rows import part_row


def tie_row(tie: NetworkTie) -> Row:
    """A tie as `actum network` prints it."""
    return {
        "tie": tie.kind,
        "window": tie.window,
        "source": "+".join(tie.source),
        "holder": list(tie.source),
        "target": tie.target,
        "target_kind": tie.target_kind,
        "explicit": tie.explicit,
        "written": list(tie.written),
        "weight": _number(tie.weight),
        "counts": {name: _number(count) for name, count in tie.counts},
        "shares": list(tie.shares),
        "split_from": list(tie.split_from),
        "works": list(tie.works),
        "because": [_reason_row(one) for one in tie.because],
    }


def matrix(network: Network, side: Side) -> tuple[tuple[str, ...], list[tuple[str, list[int]]]]:
    """Concepts, and for each voice the works in which it takes that side of each; every voice and concept, in order.

    The heads are the same for each side, so that matrices of one network can be laid one upon another.
    """
    voices = sorted({tie.source for tie in network.ties})
    concepts = tuple(sorted({tie.target for tie in network.ties}))
    cells = {(tie.source, tie.target): 0 for tie in network.ties}
    for tie in network.ties:
        cells[tie.source, tie.target] += int(dict(tie.counts)[side])
    return concepts, [("+".join(one), [cells.get((one, concept), 0) for concept in concepts]) for one in voices]


def _reason_row(one: Leaning | Aim) -> Row:
    said = one.side if isinstance(one, Leaning) else one.relation
    return {
        "voice": "+".join(one.voice),
        "work": one.work,
        "counted_as": one.counted_as,
        "date": one.date,
        "about": one.concept if isinstance(one, Leaning) else one.target,
        "side": said,
        "basis": one.basis,
        "says": one.says,
        "part": part_row(one.part),
        "sentence": part_row(one.sentence),
        "fact": one.fact,
        "made_by": one.made_by,
    }


def _number(value: float) -> float:
    """Whole numbers as such; others to six digits, so that no machine prints another last one."""
    return int(value) if value == int(value) else round(value, 6)
