"""Which copies bear the same text, and where in each it stands.

Takes       folded texts with what the layout says of their parts, and what persons judged.
Gives       groups: a base text, and for each copy the pieces in which it bears it.
Method      star clusters: texts gather round leaders, each compared with its leader alone, so nothing is chained
            from text to text. Leaders come in an order that does not depend on the input's: framed texts first, then
            by how much of a text others share, how little stands beside it, key. A leader whose members fall into two
            parts that no member spans is a page that carries two texts, and leads no more; one whose parts stand in
            another order than in most members gives way to one of these. At last every copy is held against the other
            leaders it shares wording with: a page may bear several texts, or quote.
Leaves out  language and meaning; texts under 13 equal characters in a row.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from actum.identify.candidates import SPREAD, Leaders, shared_lengths
from actum.identify.chains import Piece, borne, chain, single
from actum.identify.edges import base_edges, carries_two, clipped, own_stretches, usable
from actum.identify.roles import role
from actum.identify.shingles import Prints, fingerprints
from actum.model.witness import WitnessKind
from actum.text.span import Span

TRIES = 4
"""Leaders a text is held against in one round; the right one is first or second, 2026-11-25."""
MOSTLY = 0.6
"""Share of a text that its pieces must cover for it to be a copy of nothing else; pages of two texts have half,
2026-11-25."""
BESIDE = 0.1
"""Share of a copy that must be left beside the text it bears at home before it is held against others; 2026-11-25."""


@dataclass(frozen=True, slots=True)
class Comparable:
    """A copy as the grouping sees it; offsets count in `folded`.

    `bounds` are stretches that the layout shows as whole official texts, in order; `shut` are stretches that surely
    are something else (a covering letter, a credit, page furniture).
    """

    key: str
    folded: str
    bounds: tuple[Span, ...] = ()
    shut: tuple[Span, ...] = ()


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


@dataclass(slots=True)
class _Table:
    """The state of the clustering; texts are numbers in the order of their keys."""

    texts: tuple[Comparable, ...]
    prints: tuple[Prints, ...]
    singles: tuple[Prints, ...]
    together: frozenset[tuple[int, int]]
    apart: frozenset[tuple[int, int]]
    shared: tuple[int, ...]
    leaders: Leaders = field(default_factory=Leaders)
    members: dict[int, dict[int, tuple[Piece, ...]]] = field(default_factory=dict)
    barred: set[int] = field(default_factory=set)
    refused: set[tuple[int, int]] = field(default_factory=set)


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
    judged = {key for pair in (*together, *apart) for key in pair}
    ordered, twins = _without_twins(sorted(texts, key=lambda one: one.key), judged)
    numbers = {one.key: number for number, one in enumerate(ordered)}
    prints = fingerprints([one.folded for one in ordered])
    shared = tuple(shared_lengths(prints).tolist())
    singles = tuple(map(single, prints))
    table = _Table(ordered, prints, singles, _judged(together, numbers), _judged(apart, numbers), shared)
    _gather(table)
    found = [group_ for leader in sorted(table.members) for group_ in _groups_of(table, leader)]
    complete = (_with_twins(one, twins) for one in _with_guests(table, found))
    return tuple(sorted(complete, key=lambda one: (one.base, one.base_span)))


def _without_twins(
    texts: Sequence[Comparable], judged: Collection[str]
) -> tuple[tuple[Comparable, ...], dict[str, list[str]]]:
    """The texts without those that are letter for letter like an earlier one, and the keys of these by that one's."""
    first: dict[tuple[str, tuple[Span, ...], tuple[Span, ...]], str] = {}
    kept, twins = [], dict[str, list[str]]()
    for one in texts:
        looks = (one.folded, one.bounds, one.shut)
        if looks in first and one.folded and one.key not in judged:
            twins.setdefault(first[looks], []).append(one.key)
        else:
            first.setdefault(looks, one.key)
            kept.append(one)
    return tuple(kept), twins


def _with_twins(one: Group, twins: Mapping[str, list[str]]) -> Group:
    more = [replace(bearing, key=key) for bearing in one.bearings for key in twins.get(bearing.key, ())]
    return Group(one.base, one.base_span, tuple(sorted((*one.bearings, *more), key=lambda bearing: bearing.key)))


def _judged(pairs: Sequence[tuple[str, str]], numbers: dict[str, int]) -> frozenset[tuple[int, int]]:
    known = [(numbers[a], numbers[b]) for a, b in pairs if a in numbers and b in numbers]
    return frozenset(known) | frozenset((b, a) for a, b in known)


def _gather(table: _Table) -> None:
    """In order of precedence each text joins a leader or becomes one; leaders of two texts are taken apart again."""
    count = range(len(table.texts))
    order = sorted(count, key=lambda one: _precedence(table.texts[one], table.shared[one]))
    waiting = set(order)
    while waiting:
        # pages of several texts come last: they join, but do not lead
        for one in sorted((number for number in order if number in waiting), key=table.barred.__contains__):
            if not _joins_any(table, one):
                table.members[one] = {}
                if one not in table.barred:
                    table.leaders.add(one, table.prints[one])
        waiting = _take_apart(table) or _let_go(table)
        if waiting:  # some that found nobody may find one of these
            waiting |= _lone(table)
    for leader in sorted(table.members):
        _give_way(table, leader, order)
    for leader in reversed(order):
        if leader in table.members and leader not in table.barred:
            _hand_over(table, leader)


def _precedence(text: Comparable, shared: int) -> tuple[bool, int, int, str]:
    """Framed texts first, then the longest that others share, the one with least beside it, the first key."""
    size = usable(text.folded, text.shut)
    framed = len(text.bounds) == 1 and 2 * len(text.bounds[0]) >= size
    return (not framed, -(shared // SPREAD), size, text.key)


def _joins_any(table: _Table, one: int) -> bool:
    """Whether a text bears the text of some leader, whose member it then is."""
    judged = sorted(other for other in table.members if (one, other) in table.together) if table.together else []
    return any(_joins(table, one, leader) for leader in [*judged, *table.leaders.votes(table.prints[one])[:TRIES]])


def _joins(table: _Table, one: int, leader: int) -> bool:
    if (one, leader) in table.apart or (one, leader) in table.refused:
        return False
    pieces = _compare(table, one, leader)
    kind = _role(table, one, leader, pieces)
    if kind in {"copy", "excerpt", "stitched"} or (pieces and (one, leader) in table.together):
        table.members[leader][one] = pieces
        return True
    return False


def _compare(table: _Table, one: int, leader: int) -> tuple[Piece, ...]:
    own, base = table.texts[one], table.texts[leader]
    pieces = chain(own.folded, base.folded, table.singles[one], table.singles[leader])
    return clipped(pieces, own.shut, base.shut)


def _role(table: _Table, one: int, leader: int, pieces: Sequence[Piece]) -> WitnessKind | None:
    own, base = table.texts[one], table.texts[leader]
    base_length = _likely_length(base, pieces, of_base=True)
    # foreign matter on the base is no part of the text; but a page that quotes is not made a text by its quotations
    base_length = min(base_length, max(table.shared[leader], base_length // 2))
    own_length = _likely_length(own, pieces, of_base=False)
    return role(pieces, own_length=own_length, base_length=base_length, official=bool(own.bounds))


def _likely_length(text: Comparable, pieces: Sequence[Piece], *, of_base: bool) -> int:
    """The length of the official text that the pieces lie in, where the layout shows one; else of all but `shut`."""
    spans = [piece.of_base if of_base else piece.own for piece in pieces]
    for bound in text.bounds:
        inside = sum(min(bound.end, span.end) - max(bound.start, span.start) for span in spans if span.overlaps(bound))
        if 2 * inside > sum(map(len, spans)):
            return len(bound)
    return usable(text.folded, text.shut)


def _take_apart(table: _Table) -> set[int]:
    """Leaders that carry two texts lead no more; they and their members wait again."""
    freed: set[int] = set()
    for leader in sorted(table.members):
        text = table.texts[leader]
        if leader in table.barred or len(text.bounds) == 1 or len(table.members[leader]) < 2:
            continue
        whole = [pieces for one, pieces in table.members[leader].items() if _mostly_borne(table, one, pieces)]
        if carries_two(whole):
            freed |= {leader, *table.members.pop(leader)}
            table.leaders.drop(leader, table.prints[leader])
            table.barred.add(leader)
    return freed


def _give_way(table: _Table, leader: int, order: Sequence[int]) -> None:
    """Let another lead where the leader's own parts are shuffled: most of its whole members then seem so."""
    members = table.members[leader]
    kinds = {one: _role(table, one, leader, pieces) for one, pieces in members.items()}
    shuffled = [one for one in order if kinds.get(one) == "stitched" and one not in table.barred]
    shuffled = [one for one in shuffled if _mostly_borne(table, one, members[one])]
    if len(shuffled) <= sum(kind == "copy" for kind in kinds.values()) or len(shuffled) < 2:
        return
    new = shuffled[0]
    del table.members[leader]
    table.leaders.drop(leader, table.prints[leader])
    table.leaders.add(new, table.prints[new])
    kept = {one: _compare(table, one, new) for one in (leader, *members) if one != new}
    table.members[new] = {one: pieces for one, pieces in sorted(kept.items()) if pieces}


def _hand_over(table: _Table, leader: int) -> None:
    """Let a leader that bears another's text join it, and its members after it; who does not bear it leads itself."""
    members = table.members.pop(leader)
    table.leaders.drop(leader, table.prints[leader])
    if not _joins_any(table, leader):
        table.members[leader] = members
        table.leaders.add(leader, table.prints[leader])
        return
    for one in members:
        if not _joins_any(table, one):
            table.members[one] = {}
            table.leaders.add(one, table.prints[one])


def _mostly_borne(table: _Table, one: int, pieces: Sequence[Piece]) -> bool:
    """Whether a text is little else than these pieces: no page of two texts, no article."""
    return borne(pieces) >= MOSTLY * usable(table.texts[one].folded, table.texts[one].shut)


def _lone(table: _Table) -> set[int]:
    """Leaders without members; they lead no more."""
    lone = {leader for leader, members in table.members.items() if not members}
    for leader in lone:
        del table.members[leader]
        if leader not in table.barred:
            table.leaders.drop(leader, table.prints[leader])
    return lone


def _let_go(table: _Table) -> set[int]:
    """Members that bear what turned out to be no part of the group's text: they wait again."""
    freed: set[int] = set()
    for leader, members in sorted(table.members.items()):
        text = table.texts[leader]
        base = base_edges(len(text.folded), text.bounds, text.shut, list(members.values()))
        for one in sorted(members):
            inside = sum(
                min(p.of_base.end, base.end) - max(p.of_base.start, base.start)
                for p in members[one]
                if p.of_base.overlaps(base)
            )
            if 2 * inside < borne(members[one]) and (one, leader) not in table.together:
                table.refused.add((one, leader))
                freed.add(one)
                del members[one]
    return freed


def _groups_of(table: _Table, leader: int) -> list[Group]:
    """The group round a leader; several, where a text nobody else shares shows several official texts by its layout."""
    text, members = table.texts[leader], table.members[leader]
    if not members and len(text.bounds) > 1:
        return [_single(text, bound) for bound in text.bounds]
    if not members:
        return [_single(text, base_edges(len(text.folded), text.bounds, text.shut, []))]
    base = base_edges(len(text.folded), text.bounds, text.shut, list(members.values()))
    bearings = [_single(text, base).bearings[0]]
    bearings += [_bearing(table, one, leader, pieces, base) for one, pieces in members.items()]
    return [Group(text.key, base, tuple(sorted(bearings, key=lambda one: one.key)))]


def _single(text: Comparable, span: Span) -> Group:
    return Group(text.key, span, (Bearing(text.key, (Piece(span, span),), "copy", 1.0),))


def _bearing(table: _Table, one: int, leader: int, pieces: tuple[Piece, ...], base: Span) -> Bearing:
    text = table.texts[one]
    exact = own_stretches(pieces, base, len(text.folded), text.bounds, text.shut)
    kind = role(exact, own_length=_likely_length(text, exact, of_base=False), base_length=len(base), official=False)
    share = min(1.0, borne(exact) / max(1, len(base)))
    return Bearing(text.key, exact, kind or _role(table, one, leader, pieces) or "excerpt", share)


def _with_guests(table: _Table, groups: Sequence[Group]) -> list[Group]:
    """Each group with the copies that bear it beside another text: pages of two texts, pages that quote."""
    at = {one.key: number for number, one in enumerate(table.texts)}
    led: dict[int, list[Group]] = {}
    home: dict[int, list[Span]] = {}
    for host in groups:
        led.setdefault(at[host.base], []).append(host)
        for bearing in host.bearings if len(host.bearings) > 1 else ():
            home.setdefault(at[bearing.key], []).extend(piece.own for piece in bearing.pieces)
    guests: dict[tuple[str, Span], list[Bearing]] = {}
    for one in range(len(table.texts)):
        if 1 - _share_taken(table.texts[one], home.get(one, ())) < BESIDE:
            continue
        for leader in table.leaders.votes(table.prints[one])[:TRIES]:
            if leader == one or (one, leader) in table.apart or one in table.members[leader]:
                continue
            for host in led[leader]:
                guest = _guest(table, (one, leader), host, home.get(one, ()))
                if guest is not None:
                    guests.setdefault((host.base, host.base_span), []).append(guest)
                    home.setdefault(one, []).extend(piece.own for piece in guest.pieces)
    return [replace(one, bearings=(*one.bearings, *guests.get((one.base, one.base_span), ()))) for one in groups]


def _share_taken(text: Comparable, taken: Sequence[Span]) -> float:
    return sum(map(len, taken)) / usable(text.folded, text.shut)


def _guest(table: _Table, pair: tuple[int, int], host: Group, taken: Sequence[Span]) -> Bearing | None:
    """How what is left of a copy, beside the text it bears at home, bears the host's text; None where it does not.

    A copy that shares its text with nobody may quote; which of two such pages quotes the other cannot be told.
    """
    one, leader = pair
    text = table.texts[one]
    found = clipped(_compare(table, one, leader), taken, ())
    pieces = own_stretches(found, host.base_span, len(text.folded), text.bounds, (*text.shut, *taken))
    left = _likely_length(text, pieces, of_base=False)
    if left == usable(text.folded, text.shut):
        left = max(1, left - sum(map(len, taken)))
    kind = role(pieces, own_length=left, base_length=len(host.base_span), official=len(text.bounds) == 1)
    if kind is None or (kind == "quotation" and not table.texts[leader].bounds and len(host.bearings) < 2):
        return None
    if kind != "quotation" and (not taken or 2 * borne(pieces) < len(host.base_span)):
        return None
    return Bearing(text.key, pieces, kind, min(1.0, borne(pieces) / max(1, len(host.base_span))))
