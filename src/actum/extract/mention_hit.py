"""A place in a line that names something, before it is decided which of several readings stands.

Takes       nothing; the rules make hits.
Gives       Hit; the choice among hits that overlap; the mask under which later rules see earlier hits.
Method      the longest stands; then the leftmost; of two readings of the same words the one with a known id, then the
            one whose rule comes first.
Leaves out  where the hit stands in the source: `Form.part` tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Kinds that later rules can build on, each with the first of its two private-use stand-ins.
MASKS = {
    "instrument": "\ue010",
    "body": "\ue020",
    "state": "\ue030",
    "group": "\ue040",
    "event": "\ue050",
    "date": "\ue060",
}
# The stand-in of an instrument whose title says only what sort of text it is (《最后文件》).
GENERIC_MASK = "\ue012"
REST_MASK = {kind: chr(ord(first) + 1) for kind, first in MASKS.items()}
# A hit of this kind is no mention; it hides what it covers.
HIDING = "-"


@dataclass(frozen=True, slots=True)
class Hit:
    """From `start` to `end` of a line. `name` is what is written without title and quotation marks around it.

    `planned` says that it is still to be concluded: 谈判缔结|…条约.
    """

    start: int
    end: int
    kind: str
    id: str
    rule: str
    name: str
    veiled: bool = False
    planned: bool = False


def chosen(hits: Iterable[Hit]) -> list[Hit]:
    """The hits that stand, in order of place, none overlapping another."""
    taken: list[Hit] = []
    covered: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start, hit.id.startswith("unknown:"))):
        places = range(hit.start, hit.end)
        if covered.isdisjoint(places):
            covered.update(places)
            taken.append(hit)
    return sorted(taken, key=lambda hit: hit.start)


def masked(text: str, hits: Sequence[Hit], generic: frozenset[str]) -> str:
    """The line with each hit of a kind in MASKS under its stand-ins, of the same length; `hits` do not overlap."""
    pieces: list[str] = []
    done = 0
    for hit in hits:
        first = MASKS.get(hit.kind)
        if first is None:
            continue
        if hit.kind == "instrument" and hit.name in generic:
            first = GENERIC_MASK
        pieces += (text[done : hit.start], first, REST_MASK[hit.kind] * (hit.end - hit.start - 1))
        done = hit.end
    return "".join((*pieces, text[done:]))
