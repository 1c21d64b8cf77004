"""Clusters of texts that bear one another: each gathers round a leader.

Takes       folded texts with what the layout says of their parts, and what persons judged.
Gives       for each leader its members, and the pieces in which they bear it.
Method      star clusters: each text is compared with leaders alone, so nothing is chained from text to text. Leaders
            come in an order that does not depend on the input's: texts with title and closing line first, then framed
            ones, then the most typical of those that share its wording, key. A leader whose members fall into two
            parts that no member spans is a page that carries two texts, and leads no more; one whose parts stand in
            another order than in most members gives way to the one under which most are straight.
Leaves out  which stretch of the leader is the text; copies that bear a leader's text beside another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from actum.identify.candidates import Leaders, Shared, shared
from actum.identify.chains import Piece, borne, chain, single
from actum.identify.comparable import Comparable
from actum.identify.edges import Texts, clipped, usable
from actum.identify.parts import continues
from actum.identify.reaches import base_edges, carries_two, shown_edges
from actum.identify.roles import WHOLE, role
from actum.identify.shingles import Prints, fingerprints
from actum.identify.signs import other_text
from actum.identify.typical import typicality
from actum.model.witness import WitnessKind
from actum.text.span import Span

TRIES = 4
"""Leaders a text is held against in one round; the right one is first or second, 2026-11-25."""
GUEST_VOTES = 4
"""Fingerprints of a quotation of 40 characters, of which noise may have taken half; 2026-11-25."""
MOSTLY = 0.6
"""Share of a text that its pieces must cover for it to be a copy of nothing else; pages of two texts have half,
2026-11-25."""
RIVALS = 6
"""Members tried in the place of a leader whose parts seem shuffled: where half of the copies are straight, all six
are shuffled once in 64 times; 2026-11-25."""
PROBES = 24
"""Members that each of these is held against; 2026-11-25."""


Pairs = frozenset[tuple[int, int]]
NO_PAIRS: Pairs = frozenset()


@dataclass(slots=True)
class Clusters:
    """The state of the clustering; texts are numbers in the order of their keys.

    A text joins only leaders that come before it by `rank`: else a whole text would be taken for a copy of its excerpt.
    `barred` are pages of several texts, which join but do not lead; `refused` are pairs that turned out not to belong
    together; `compared` keeps what was found for pairs.
    """

    texts: tuple[Comparable, ...]
    weights: tuple[int, ...]
    singles: tuple[Prints, ...]
    shared: tuple[Shared, ...]
    rank: dict[int, int]
    together: Pairs
    apart: Pairs
    leaders: Leaders = field(default_factory=Leaders)
    members: dict[int, dict[int, tuple[Piece, ...]]] = field(default_factory=dict)
    barred: set[int] = field(default_factory=set)
    refused: set[tuple[int, int]] = field(default_factory=set)
    compared: dict[tuple[int, int], tuple[Piece, ...]] = field(default_factory=dict)


def gather(
    texts: Sequence[Comparable], weights: Sequence[int], *, together: Pairs = NO_PAIRS, apart: Pairs = NO_PAIRS
) -> Clusters:
    """The clusters of texts that stand in the order of their keys; judged pairs are numbers in it, both ways round.

    `weights` say how many copies, letter for letter alike, each text stands for.
    Every text leads or is a member of exactly one leader.
    """
    prints = fingerprints([one.folded for one in texts])
    typical = typicality(prints, weights)
    common = shared(prints)
    singles = tuple(map(single, prints))
    del prints  # a third of all that is held
    order = sorted(range(len(texts)), key=lambda one: _precedence(texts[one], typical[one]))
    rank = {one: place for place, one in enumerate(order)}
    found = Clusters(tuple(texts), tuple(weights), singles, common, rank, together, apart)
    waiting = set(order)
    while waiting:
        # pages of several texts come last: they join, but do not lead
        for one in sorted((number for number in order if number in waiting), key=found.barred.__contains__):
            if not _joins_any(found, one):
                _lead(found, one, {})
        waiting = _take_apart(found) or _let_go(found)
        if waiting:  # some that found nobody may find one of these
            waiting |= _lone(found)
    for leader in sorted(found.members):
        _give_way(found, leader)
    for leader in sorted(found.members, key=found.rank.__getitem__, reverse=True):
        if leader in found.members and leader not in found.barred:
            _hand_over(found, leader)
    return found


def _precedence(text: Comparable, typical: float) -> tuple[bool, bool, int, float, int, str]:
    """Texts with title and closing line first, then framed ones; by the order of their numbers; the most typical.

    Typical of those that share its wording: else a text with its first half beside it would follow that half.
    """
    size = usable(text.folded, text.shut)
    framed = len(text.bounds) == 1 and 2 * len(text.bounds[0]) >= size
    whole = framed and text.bounds[0].start in text.titled and text.bounds[0].end in text.closed
    return (not whole, not framed, text.disorder, -typical, size, text.key)


def _lead(found: Clusters, one: int, members: dict[int, tuple[Piece, ...]]) -> None:
    found.members[one] = members
    if one not in found.barred:
        found.leaders.add(one, found.shared[one].numbers)


def _resign(found: Clusters, leader: int) -> dict[int, tuple[Piece, ...]]:
    """The members that the leader had."""
    if leader not in found.barred:
        found.leaders.drop(leader, found.shared[leader].numbers)
    return found.members.pop(leader)


def _near(found: Clusters, one: int) -> list[int]:
    """The leaders that a text is held against, those first that it shares most fingerprints with."""
    return found.leaders.votes(found.shared[one].numbers)[:TRIES]


def near_rest(found: Clusters, one: int, taken: Sequence[Span]) -> list[int]:
    """The same for what is left of a text; here no less than a quotation of QUOTED characters counts."""
    return found.leaders.votes(found.shared[one].outside(taken), least=GUEST_VOTES)[:TRIES]


def _joins_any(found: Clusters, one: int, *, settled: bool = False) -> bool:
    """Whether a text bears the text of some leader, whose member it then is; see `_joins`."""
    judged = sorted(other for other in found.members if (one, other) in found.together) if found.together else []
    return any(_joins(found, one, leader, settled=settled) for leader in [*judged, *_near(found, one)])


def _joins(found: Clusters, one: int, leader: int, *, settled: bool = False) -> bool:
    """Whether a text bears a leader, and is now its member; `settled`: only what members show to be its text."""
    asked = (one, leader) in found.together
    if (one, leader) in found.apart or (one, leader) in found.refused or not (asked or _precedes(found, leader, one)):
        return False
    pieces = compare(found, one, leader)
    kind = role_of(found, one, leader, pieces)
    if settled and not asked and not _mostly_inside(pieces, _shown(found, leader)):
        return False
    bears = kind in {"copy", "excerpt", "stitched"} or continues(pieces, found.texts[one], found.texts[leader])
    if (asked and pieces) or (bears and not told_apart(found, one, leader)):
        found.members[leader][one] = pieces
        return True
    return False


def _precedes(found: Clusters, leader: int, one: int) -> bool:
    return one in found.barred or found.rank[leader] < found.rank[one]


def told_apart(found: Clusters, one: int, leader: int) -> bool:
    """Whether the signs of the two say that they are different texts, however alike their wording."""
    own, base = found.texts[one], found.texts[leader]
    return other_text((own.signs, own.folded), (base.signs, base.folded), compare(found, one, leader))


def compare(found: Clusters, one: int, leader: int) -> tuple[Piece, ...]:
    """The pieces in which a text bears a leader, outside what is shut in either."""
    pieces = found.compared.get((one, leader))
    if pieces is None:
        own, base = found.texts[one], found.texts[leader]
        pieces = chain(own.folded, base.folded, found.singles[one], found.singles[leader])
        pieces = found.compared[one, leader] = clipped(pieces, own.shut, base.shut, Texts(own.folded, base.folded))
    return pieces


def role_of(found: Clusters, one: int, leader: int, pieces: Sequence[Piece]) -> WitnessKind | None:
    """The role of a text with these pieces of the leader, as far as the leader's own edges are known."""
    own, base = found.texts[one], found.texts[leader]
    base_length = likely_length(base, pieces, of_base=True)
    own_length = likely_length(own, pieces, of_base=False)
    return role(pieces, own_length=own_length, base_length=base_length, official=bool(own.bounds))


def likely_length(text: Comparable, pieces: Sequence[Piece], *, of_base: bool) -> int:
    """The length of the official text that the pieces lie in, where the layout shows one; else of all but `shut`."""
    spans = [piece.of_base if of_base else piece.own for piece in pieces]
    for bound in text.bounds:
        inside = sum(min(bound.end, span.end) - max(bound.start, span.start) for span in spans if span.overlaps(bound))
        if 2 * inside > sum(map(len, spans)):
            return len(bound)
    return usable(text.folded, text.shut)


def _take_apart(found: Clusters) -> set[int]:
    """Leaders that carry two texts lead no more; they and their members wait again."""
    freed: set[int] = set()
    for leader in sorted(found.members):
        text = found.texts[leader]
        if leader in found.barred or len(text.bounds) == 1 or len(found.members[leader]) < 2:
            continue
        span = Span(0, len(text.folded))
        whole: list[tuple[Piece, ...]] = [(Piece(span, span),)] * (found.weights[leader] - 1)
        for one, pieces in found.members[leader].items():
            whole += [pieces] * found.weights[one] if _mostly_borne(found, one, pieces) else []
        if carries_two(whole):
            freed |= {leader, *_resign(found, leader)}
            found.barred.add(leader)
    return freed


def _let_go(found: Clusters) -> set[int]:
    """Members that bear what turned out to be no part of the group's text: they wait again."""
    freed: set[int] = set()
    for leader, members in sorted(found.members.items()):
        base = edges_of(found, leader)
        for one in sorted(members):
            if not _mostly_inside(members[one], base) and (one, leader) not in found.together:
                found.refused.add((one, leader))
                freed.add(one)
                del members[one]
    return freed


def _mostly_inside(pieces: Sequence[Piece], base: Span) -> bool:
    """Whether half of what the pieces bear, or more, lies between the edges of the base."""
    spans = [piece.of_base for piece in pieces if piece.of_base.overlaps(base)]
    return 2 * sum(min(span.end, base.end) - max(span.start, base.start) for span in spans) >= borne(pieces)


def edges_of(found: Clusters, leader: int) -> Span:
    """The stretch of a leader that is the text, as far as members and layout show."""
    members = [(found.texts[one], pieces) for one, pieces in found.members[leader].items()]
    return base_edges(found.texts[leader], members, copies=found.weights[leader])


def _shown(found: Clusters, leader: int) -> Span:
    """The stretch of a leader that members and layout show to be the text."""
    members = [(found.texts[one], pieces) for one, pieces in found.members[leader].items()]
    return shown_edges(found.texts[leader], members, copies=found.weights[leader])


def _lone(found: Clusters) -> set[int]:
    """Leaders without members; they lead no more."""
    lone = {leader for leader, members in found.members.items() if not members}
    for leader in lone:
        _resign(found, leader)
    return lone


def _give_way(found: Clusters, leader: int) -> None:
    """Let another lead where the leader's own parts are shuffled, or much stands beside its text.

    Most of its whole members then seem stitched, or excerpts. Of the leader and a few of these the one leads of which
    most members are straight whole copies; ties: the leader, then the first by rank. Members that do not bear it lead
    themselves, until they are handed over.
    """
    members = found.members[leader]
    rivals = _rivals(found, leader)
    copies = sum(role_of(found, one, leader, pieces) == "copy" for one, pieces in members.items())
    if len(rivals) <= copies:
        return
    ranked = sorted(members, key=found.rank.__getitem__)
    tried = [leader, *rivals[:RIVALS]]
    probes = [leader, *ranked[:: len(ranked) // PROBES + 1]]
    straight = [sum(one != rival and _is_copy(found, one, rival) for one in probes) for rival in tried]
    new = tried[straight.index(max(straight))]
    if new == leader:
        return
    _resign(found, leader)
    found.rank[leader], found.rank[new] = found.rank[new], found.rank[leader]
    _lead(found, new, {})
    for one in (leader, *sorted(members)):
        if one != new and not _joins(found, one, new):
            _lead(found, one, {})


def _rivals(found: Clusters, leader: int) -> list[int]:
    """Members, by rank, that have the leader's whole text and little else, and yet are no copies of it."""
    whole = WHOLE * len(edges_of(found, leader))
    fit = [
        one
        for one, pieces in found.members[leader].items()
        if one not in found.barred
        and borne(pieces) >= whole
        and _mostly_borne(found, one, pieces)
        and role_of(found, one, leader, pieces) != "copy"
    ]
    return sorted(fit, key=found.rank.__getitem__)


def _is_copy(found: Clusters, one: int, leader: int) -> bool:
    return role_of(found, one, leader, compare(found, one, leader)) == "copy"


def _hand_over(found: Clusters, leader: int) -> None:
    """Let a leader that bears another's text join it, and its members after it; who does not bear it leads itself."""
    members = _resign(found, leader)
    if not _joins_any(found, leader, settled=True):
        _lead(found, leader, members)
        return
    for one in members:
        if not _joins_any(found, one, settled=True):
            _lead(found, one, {})


def _mostly_borne(found: Clusters, one: int, pieces: Sequence[Piece]) -> bool:
    """Whether a text is little else than these pieces: no page of two texts, no article."""
    return borne(pieces) >= MOSTLY * usable(found.texts[one].folded, found.texts[one].shut)
