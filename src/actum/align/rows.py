"""From links between sentences to rows that say what became of each provision.

Takes       the units of two texts, the links between them, whether each text is complete, and who tells changes.
Gives       Rows in order of the later text; what has no later place stands behind the row of the sentence before it.
Method      a sentence with several links is `split` or `merged`; a pair is `kept` where the folded words are the
            same, `moved` where it is (nearly) the same and out of the longest rising sequence of pairs, else
            `reworded`. What has no link is `dropped` or `added`, or `unknown` where the other text is cut.
Leaves out  a row for both at once: a sentence may stand in a `split` row and a `merged` one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actum.align.changes import Changes
from actum.align.links import Link
from actum.align.units import Unit
from actum.model.alignment import Relation, Row

NEARLY = 0.8
"""Likeness from which a pair out of order is `moved`; below, it is `reworded`. Set by hand, 2026-11-26: one changed
word in ten leaves about this much."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Numbers of the sentences of one row, with the links that it rests on."""

    relation: Relation
    earlier: tuple[int, ...]
    later: tuple[int, ...]
    links: tuple[Link, ...] = ()


def rows(
    earlier: Sequence[Unit],
    later: Sequence[Unit],
    *,
    links: Sequence[Link],
    complete: tuple[bool, bool],
    changes: Changes,
) -> tuple[Row, ...]:
    """The rows of two texts; each unit stands in at least one."""
    groups = [*_linked(earlier, later, links), *_alone(earlier, later, links, complete)]
    ordered = sorted(groups, key=lambda one: _place(one, links))
    return tuple(
        _row(one, [earlier[i] for i in one.earlier], [later[j] for j in one.later], changes) for one in ordered
    )


def _row(group: _Group, earlier: Sequence[Unit], later: Sequence[Unit], changes: Changes) -> Row:
    made_by = sorted({link.made_by for link in group.links}) or ["no-link"]
    return Row(
        relation=group.relation,
        earlier=tuple(unit.part for unit in earlier),
        later=tuple(unit.part for unit in later),
        score=round(max((link.score for link in group.links), default=0.0), 4),
        shared=changes.shared(earlier, later),
        changes=changes.of(earlier, later) if group.relation != "related" else (),
        made_by="/".join(made_by),
    )


def _linked(earlier: Sequence[Unit], later: Sequence[Unit], links: Sequence[Link]) -> Iterator[_Group]:
    """A row for each sentence with several links, then for the pairs that no such row holds."""
    from_earlier = _by([(link.earlier, link) for link in links])
    from_later = _by([(link.later, link) for link in links])
    held: set[Link] = set()
    for i, several in from_earlier.items():
        if len(several) > 1:
            held |= set(several)
            yield _Group("split", (i,), tuple(link.later for link in several), tuple(several))
    for j, several in from_later.items():
        loose = [link for link in several if link not in held]
        if len(several) > 1 and loose:
            held |= set(several)
            yield _Group("merged", tuple(link.earlier for link in several), (j,), tuple(several))
    in_order = _in_order([link for link in links if link not in held and not link.related])
    for link in links:
        if link not in held:
            same = earlier[link.earlier].bare == later[link.later].bare
            relation = _pair_relation(link, same=same, in_order=link in in_order)
            yield _Group(relation, (link.earlier,), (link.later,), (link,))


def _pair_relation(link: Link, *, same: bool, in_order: bool) -> Relation:
    if link.related:
        return "related"
    if not in_order and (same or link.score >= NEARLY):
        return "moved"
    return "kept" if same else "reworded"


def _alone(
    earlier: Sequence[Unit], later: Sequence[Unit], links: Sequence[Link], complete: tuple[bool, bool]
) -> Iterator[_Group]:
    """A row for each sentence without a link."""
    has_later, has_earlier = {link.earlier for link in links}, {link.later for link in links}
    for i in range(len(earlier)):
        if i not in has_later:
            yield _Group("dropped" if complete[1] else "unknown", (i,), ())
    for j in range(len(later)):
        if j not in has_earlier:
            yield _Group("added" if complete[0] else "unknown", (), (j,))


def _by(pairs: Sequence[tuple[int, Link]]) -> dict[int, list[Link]]:
    found: dict[int, list[Link]] = {}
    for number, link in pairs:
        found.setdefault(number, []).append(link)
    return found


def _place(group: _Group, links: Sequence[Link]) -> tuple[int, int, int]:
    """Where a row stands: by its first later sentence; without one, behind the last linked sentence before it."""
    if group.later:
        return group.later[0], 0, group.earlier[0] if group.earlier else -1
    before = [link for link in links if link.earlier < group.earlier[0]]
    return (before[-1].later if before else -1), 1, group.earlier[0]


def _in_order(links: Sequence[Link]) -> set[Link]:
    """The longest sequence of links that rises in both texts (Schensted 1961); of equally long ones the lowest."""
    tails: list[int] = []
    ends: list[Link] = []
    before: dict[Link, Link | None] = {}
    for link in sorted(links, key=lambda one: (one.earlier, -one.later)):
        at = bisect_left(tails, link.later)
        before[link] = ends[at - 1] if at else None
        tails[at : at + 1] = [link.later]
        ends[at : at + 1] = [link]
    kept: set[Link] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept
