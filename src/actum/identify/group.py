"""Which copies bear the same text, and where in each it stands.

Takes       folded texts with what the layout says of their parts, and what persons judged.
Gives       groups: a base text, and for each copy the pieces in which it bears it.
Method      texts that are letter for letter alike count once; the rest is clustered round leaders (`clusters`); then
            every copy is held against the other leaders it shares wording with: a page may bear several texts, or
            quote.
Leaves out  language and meaning; texts under 13 equal characters in a row.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from actum.identify.chains import Piece, borne
from actum.identify.clusters import (
    Clusters,
    Comparable,
    Pairs,
    compare,
    gather,
    likely_length,
    near_rest,
    role_of,
    told_apart,
)
from actum.identify.edges import base_edges, clipped, own_stretches, usable
from actum.identify.roles import role
from actum.model.witness import WitnessKind
from actum.text.span import Span

__all__ = ["Bearing", "Comparable", "Group", "group"]

BESIDE = 0.1
"""Share of a copy that must be left beside the text it bears at home before it is held against others; 2026-11-25."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """How one copy bears the base text: its pieces in the order of the base, its role, the share of the base it has."""

    key: str
    pieces: tuple[Piece, ...]
    kind: WitnessKind
    containment: float


@dataclass(frozen=True, slots=True)
class Group:
    """One text: the base and the stretch of it that is the text; all bearings by key, the base's among them."""

    base: str
    base_span: Span
    bearings: tuple[Bearing, ...]


def group(
    texts: Sequence[Comparable],
    *,
    together: Sequence[tuple[str, str]] = (),
    apart: Sequence[tuple[str, str]] = (),
) -> tuple[Group, ...]:
    """The groups, in order of their base's key and place; the same for the same texts in any order.

    Every copy is in at least one group; a copy whose text no other shares is a group of one. `together` and `apart`
    are pairs of keys that persons judged; they win over what is computed. Keys must be distinct.
    """
    keys = {one.key for one in texts}
    judged = {key for pair in (*together, *apart) if keys.issuperset(pair) for key in pair}
    ordered, twins = _without_twins(sorted(texts, key=lambda one: one.key), judged)
    numbers = {one.key: number for number, one in enumerate(ordered)}
    weights = [1 + len(twins.get(one.key, ())) for one in ordered]
    found = gather(ordered, weights, together=_judged(together, numbers), apart=_judged(apart, numbers))
    made = [one for leader in sorted(found.members) for one in _groups_of(found, leader)]
    complete = (_with_twins(one, twins) for one in _with_guests(found, made))
    return tuple(sorted(complete, key=lambda one: (one.base, one.base_span)))


def _without_twins(
    texts: Sequence[Comparable], judged: Collection[str]
) -> tuple[tuple[Comparable, ...], dict[str, list[str]]]:
    """The texts without those that are letter for letter like an earlier one, and the keys of these by that one's."""
    first: dict[tuple[object, ...], str] = {}
    kept, twins = [], dict[str, list[str]]()
    for one in texts:
        looks = (one.folded, one.bounds, one.shut, one.signs)
        if looks in first and one.folded and one.key not in judged:
            twins.setdefault(first[looks], []).append(one.key)
        else:
            first.setdefault(looks, one.key)
            kept.append(one)
    return tuple(kept), twins


def _with_twins(one: Group, twins: Mapping[str, list[str]]) -> Group:
    more = [replace(bearing, key=key) for bearing in one.bearings for key in twins.get(bearing.key, ())]
    return Group(one.base, one.base_span, tuple(sorted((*one.bearings, *more), key=lambda bearing: bearing.key)))


def _judged(pairs: Sequence[tuple[str, str]], numbers: dict[str, int]) -> Pairs:
    known = [(numbers[a], numbers[b]) for a, b in pairs if a in numbers and b in numbers]
    return frozenset(known) | frozenset((b, a) for a, b in known)


def _groups_of(found: Clusters, leader: int) -> list[Group]:
    """The group round a leader; several, where a text nobody else shares shows several official texts by its layout."""
    text, members = found.texts[leader], found.members[leader]
    if not members and len(text.bounds) > 1:
        return [_single(text, bound) for bound in text.bounds]
    if not members:
        return [_single(text, base_edges(len(text.folded), text.bounds, text.shut, []))]
    base = edges_of(found, leader)
    bearings = [_single(text, base).bearings[0]]
    bearings += [_bearing(found, one, leader, pieces, base) for one, pieces in members.items()]
    return [Group(text.key, base, tuple(sorted(bearings, key=lambda one: one.key)))]


def _single(text: Comparable, span: Span) -> Group:
    pieces = clipped((Piece(span, span),), text.shut, ()) or (Piece(span, span),)
    return Group(text.key, span, (Bearing(text.key, pieces, "copy", 1.0),))


def _bearing(found: Clusters, one: int, leader: int, pieces: tuple[Piece, ...], base: Span) -> Bearing:
    text = found.texts[one]
    exact = own_stretches(pieces, base, len(text.folded), text.bounds, text.shut)
    kind = role(exact, own_length=likely_length(text, exact, of_base=False), base_length=len(base), official=False)
    share = min(1.0, borne(exact) / max(1, len(base)))
    return Bearing(text.key, exact, kind or role_of(found, one, leader, pieces) or "excerpt", share)


def _with_guests(found: Clusters, groups: Sequence[Group]) -> list[Group]:
    """Each group with the copies that bear it beside another text: pages of two texts, pages that quote."""
    at = {one.key: number for number, one in enumerate(found.texts)}
    led: dict[int, list[Group]] = {}
    home: dict[int, list[Span]] = {}
    for host in groups:
        led.setdefault(at[host.base], []).append(host)
        for bearing in host.bearings if len(host.bearings) > 1 else ():
            home.setdefault(at[bearing.key], []).extend(piece.own for piece in bearing.pieces)
    guests: dict[tuple[str, Span], list[Bearing]] = {}
    for one in range(len(found.texts)):
        if 1 - _share_taken(found.texts[one], home.get(one, ())) < BESIDE:
            continue
        for leader in near_rest(found, one, home.get(one, ())):
            if leader == one or (one, leader) in found.apart or one in found.members[leader]:
                continue
            for host in led[leader]:
                guest = _guest(found, (one, leader), host, home.get(one, ()))
                if guest is not None:
                    guests.setdefault((host.base, host.base_span), []).append(guest)
                    home.setdefault(one, []).extend(piece.own for piece in guest.pieces)
    return [replace(one, bearings=(*one.bearings, *guests.get((one.base, one.base_span), ()))) for one in groups]


def _share_taken(text: Comparable, taken: Sequence[Span]) -> float:
    return sum(map(len, taken)) / usable(text.folded, text.shut)


def _guest(found: Clusters, pair: tuple[int, int], host: Group, taken: Sequence[Span]) -> Bearing | None:
    """How what is left of a copy, beside the text it bears at home, bears the host's text; None where it does not.

    A copy that shares its text with nobody may quote; which of two such pages quotes the other cannot be told.
    """
    one, leader = pair
    text = found.texts[one]
    bare = clipped(compare(found, one, leader), taken, ())
    pieces = own_stretches(bare, host.base_span, len(text.folded), text.bounds, (*text.shut, *taken))
    left = likely_length(text, pieces, of_base=False)
    if left == usable(text.folded, text.shut):
        left = max(1, left - sum(map(len, taken)))
    kind = role(pieces, own_length=left, base_length=len(host.base_span), official=len(text.bounds) == 1)
    if kind is not None and told_apart(found, one, leader):
        return None
    alone = len(host.bearings) == 1 and found.weights[leader] == 1
    if kind is None or (kind == "quotation" and not found.texts[leader].bounds and alone):
        return None
    if kind != "quotation" and (not taken or 2 * borne(pieces) < len(host.base_span)):
        return None
    return Bearing(text.key, pieces, kind, min(1.0, borne(pieces) / max(1, len(host.base_span))))
