"""Copies that bear a group's text beside another: pages of two texts, articles that quote.

Takes       the clusters, and the groups made of them.
Gives       the groups with these copies among their bearings.
Method      what is left of a copy beside the text it bears at home is held against the leaders that share wording with
            it. A stretch that several groups have goes to the one that has it best; where two have it equally well, it
            is a set phrase, and tells nothing of where it was taken from.
Leaves out  copies that are little else than their own text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from actum.identify.bearings import Bearing, Group
from actum.identify.chains import Piece, borne
from actum.identify.clusters import Clusters, compare, likely_length, near_rest, told_apart
from actum.identify.comparable import Comparable
from actum.identify.edges import clipped, own_stretches, usable
from actum.identify.roles import QUOTED, role
from actum.text.span import Span

BESIDE = 0.1
"""Share of a copy that must be left beside the text it bears at home before it is held against others; 2026-11-25."""


def with_guests(found: Clusters, groups: Sequence[Group]) -> list[Group]:
    """Each group with its guests after its own bearings, in the order of the texts."""
    at = {one.key: number for number, one in enumerate(found.texts)}
    led: dict[int, list[int]] = {}
    home: dict[int, list[Span]] = {}
    for number, host in enumerate(groups):
        led.setdefault(at[host.base], []).append(number)
        for bearing in host.bearings if not _alone(found, at[host.base], host) else ():
            home.setdefault(at[bearing.key], []).extend(piece.own for piece in bearing.pieces)
    guests: dict[int, list[Bearing]] = {}
    for one, text in enumerate(found.texts):
        taken = home.get(one, ())
        if 1 - sum(map(len, taken)) / usable(text.folded, text.shut) < BESIDE:
            continue
        leaders = [leader for leader in near_rest(found, one, taken) if _may_host(found, one, leader)]
        offers = [_Offer(leader, host, _left(found, one, leader, taken)) for leader in leaders for host in led[leader]]
        for offer in _shared_out(found, one, groups, offers):
            borne_beside = _guest(found, one, groups[offer.host], offer, taken)
            guests.setdefault(offer.host, []).extend(borne_beside)
    return [replace(one, bearings=(*one.bearings, *guests.get(at, ()))) for at, one in enumerate(groups)]


def _alone(found: Clusters, leader: int, host: Group) -> bool:
    """Whether nobody else has the group's text, letter for letter or otherwise."""
    return len(host.bearings) == 1 and found.weights[leader] == 1


def _may_host(found: Clusters, one: int, leader: int) -> bool:
    return leader != one and (one, leader) not in found.apart and one not in found.members[leader]


@dataclass(frozen=True, slots=True)
class _Offer:
    """The pieces of a copy that a group, by its number, and its leader have."""

    leader: int
    host: int
    pieces: tuple[Piece, ...]


def _left(found: Clusters, one: int, leader: int, taken: Sequence[Span]) -> tuple[Piece, ...]:
    return clipped(compare(found, one, leader), taken, ())


def _shared_out(found: Clusters, one: int, groups: Sequence[Group], offers: Sequence[_Offer]) -> Iterator[_Offer]:
    """The offers with the stretches that no other group has better, or as well."""
    rivals = [
        _Measured(place, piece, _letters(found, one, offer, piece))
        for place, offer in enumerate(offers)
        for piece in _inside(offer.pieces, groups[offer.host].base_span)
    ]
    for place, offer in enumerate(offers):
        mine = [rival for rival in rivals if rival.offer == place]
        best = tuple(each.piece for each in mine if not any(_beats(rival, each) for rival in rivals))
        if best:
            yield replace(offer, pieces=best)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A piece of one of the offers, by its number, and how many of its letters are the same in both texts."""

    offer: int
    piece: Piece
    letters: int


def _beats(rival: _Measured, mine: _Measured) -> bool:
    """Whether another offer has as much of the copy's text at this place, letter for letter."""
    return rival.offer != mine.offer and rival.letters >= mine.letters and rival.piece.own.overlaps(mine.piece.own)


def _inside(pieces: Sequence[Piece], base: Span) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.of_base.overlaps(base))


def _letters(found: Clusters, one: int, offer: _Offer, piece: Piece) -> int:
    """How many characters of a piece are the same in both texts."""
    own, base = piece.own.of(found.texts[one].folded), piece.of_base.of(found.texts[offer.leader].folded)
    return max(len(own), len(base)) - Levenshtein.distance(own, base)


def _guest(found: Clusters, one: int, host: Group, offer: _Offer, taken: Sequence[Span]) -> list[Bearing]:
    """How a copy bears the host's text with these pieces; empty where it does not.

    A copy that shares its text with nobody may quote; which of two such pages quotes the other cannot be told.
    """
    text, leader = found.texts[one], offer.leader
    pieces = own_stretches(offer.pieces, host.base_span, len(text.folded), text.bounds, (*text.shut, *taken))
    kind = role(
        pieces,
        own_length=_length_left(text, pieces, taken),
        base_length=len(host.base_span),
        official=len(text.bounds) == 1,
    )
    if kind is None or told_apart(found, one, leader):
        return []
    if kind == "quotation" and not found.texts[leader].bounds and _alone(found, leader, host):
        return []
    if kind == "quotation" and taken:  # what several copies have in common they have not from elsewhere
        return []
    if kind == "quotation" and max(_letters(found, one, offer, piece) for piece in pieces) < QUOTED:
        return []
    if kind != "quotation" and (not taken or 2 * borne(pieces) < len(host.base_span)):
        return []
    return [Bearing(text.key, pieces, kind, min(1.0, borne(pieces) / max(1, len(host.base_span))))]


def _length_left(text: Comparable, pieces: Sequence[Piece], taken: Sequence[Span]) -> int:
    """The length of what is left of a copy beside what is taken, or of the official text in it that has the pieces."""
    length = likely_length(text, pieces, of_base=False)
    everything = usable(text.folded, text.shut)
    return length if length != everything else max(1, everything - sum(map(len, taken)))
