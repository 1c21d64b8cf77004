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
from dataclasses import replace

from actum.identify.bearings import Bearing, Group
from actum.identify.chains import Piece, borne
from actum.identify.clusters import Clusters, Pairs, edges_of, gather, likely_length, role_of
from actum.identify.comparable import Comparable
from actum.identify.edges import clipped, own_stretches
from actum.identify.guests import with_guests
from actum.identify.lost import with_lost
from actum.identify.parts import beyond, continues
from actum.identify.reaches import base_edges
from actum.identify.roles import role
from actum.text.span import Span


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
    complete = (_with_twins(one, twins) for one in with_guests(found, made))
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
        return [_single(text, base_edges(text, []))]
    base = edges_of(found, leader)
    bearings = [_single(text, base).bearings[0]]
    bearings += [_bearing(found, one, leader, pieces, base) for one, pieces in members.items()]
    texts = {text.key: text} | {found.texts[one].key: found.texts[one] for one in members}
    borne_here = sorted(with_lost([one for one in bearings if one.pieces], texts), key=lambda one: one.key)
    outside = [found.texts[one] for one, at in zip(members, bearings[1:], strict=True) if not at.pieces]
    return [
        Group(text.key, base, tuple(borne_here)),
        *(_single(other, base_edges(other, [])) for other in outside),  # what they share lies beyond the text's edges
    ]


def _single(text: Comparable, span: Span) -> Group:
    pieces = clipped((Piece(span, span),), text.shut, ()) or (Piece(span, span),)
    return Group(text.key, span, (Bearing(text.key, pieces, "copy", 1.0),))


def _bearing(found: Clusters, one: int, leader: int, pieces: tuple[Piece, ...], base: Span) -> Bearing:
    text = found.texts[one]
    exact = own_stretches(pieces, base, len(text.folded), text.bounds, text.shut)
    exact = beyond(exact, text, found.texts[leader], base)
    kind = role(exact, own_length=likely_length(text, exact, of_base=False), base_length=len(base), official=False)
    if kind == "quotation" and continues(pieces, text, found.texts[leader]):
        kind = "excerpt"
    share = min(1.0, borne(exact) / max(1, len(base)))
    return Bearing(text.key, exact, kind or role_of(found, one, leader, pieces) or "excerpt", share)
