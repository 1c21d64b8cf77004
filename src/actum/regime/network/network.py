"""Discourse networks: who shares a side with whom, who is on which side of what, who aims at whom.

Takes       leanings or aims.
Gives       a Network of one kind of tie, windows in order of time, then source and target.
Method      Discourse Network Analyzer's: for each concept and side, the works in which a voice takes it (a work counts
            once). Congruence of two voices is the sum over concepts of the products of their counts on the same side,
            conflict the same over opposite sides; both are divided by average activity, half the sum of all counts of
            both voices. Subtract is congruence less conflict, both so divided. (Leifeld, Gruber, Bossner: Discourse
            Network Analyzer manual; the formula as the program has it.)
Leaves out  ties between a voice and one that holds all of its members: a joint text is no agreement of its parties.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from actum.model.network import RELATIONS, SIDES, Aim, Leaning, Network, NetworkTie, Side, TieKind
from actum.regime.network.windows import Dated, windows, within

Voice = tuple[str, ...]
Counts = dict[tuple[str, Side], dict[str, list[Leaning]]]
Key = TypeVar("Key", bound=Hashable)
_TAKEN: tuple[Side, ...] = ("for", "against")


def voice_name(voice: Voice) -> str:
    """A voice as one word: its members joined (CHN+RUS)."""
    return "+".join(voice)


def holder_concept(found: Iterable[Leaning], *, years: int = 0, start: str = "", end: str = "") -> Network:
    """The network of voices and concepts; a tie's `counts` are the works on each side, its weight is all works."""
    groups, undated = windows(within(found, start=start, end=end), years, start=start)
    ties = []
    for window, inside in groups.items():
        for (voice, concept, kind), some in _grouped(inside, lambda one: (one.voice, one.concept, one.kind)).items():
            counts = tuple((side, float(_works(one for one in some if one.side == side))) for side in SIDES)
            ties.append(
                NetworkTie(
                    kind="holder-concept",
                    window=window,
                    source=voice,
                    target=concept,
                    target_kind=kind,
                    weight=float(_works(some)),
                    counts=counts,
                    split_from=_split_from(some),
                    works=_named_works(some),
                    because=tuple(some),
                )
            )
    return Network("holder-concept", tuple(ties), undated)


def one_mode(kind: TieKind, found: Iterable[Leaning], *, years: int = 0, start: str = "", end: str = "") -> Network:
    """The network of voices for `congruence`, `conflict` or `subtract`; pairs in which it is 0 make no tie.

    For `subtract` a pair stays where either of the two is more than 0.
    """
    groups, undated = windows(within(found, start=start, end=end), years, start=start)
    ties = []
    for window, inside in groups.items():
        voices = {voice: _counts(some) for voice, some in _grouped(inside, lambda one: one.voice).items()}
        for one, other in combinations(sorted(voices), 2):
            if set(one) <= set(other) or set(other) <= set(one):
                continue
            tie = _tie(kind, window, (one, voices[one]), (other, voices[other]))
            if tie is not None:
                ties.append(tie)
    return Network(kind, tuple(ties), undated)


def target_network(found: Iterable[Aim], *, years: int = 0, start: str = "", end: str = "") -> Network:
    """The network of voices and those they call on or blame; a tie's `counts` are the works for each, its weight all.

    Veiled names stand apart by their words: nobody knows that two of them mean the same.
    """
    groups, undated = windows(within(found, start=start, end=end), years, start=start)
    ties = []
    for window, inside in groups.items():
        for (voice, target, explicit, _), some in _grouped(inside, _aimed_at).items():
            counts = tuple((one, float(_works(aim for aim in some if aim.relation == one))) for one in RELATIONS)
            ties.append(
                NetworkTie(
                    kind="target",
                    window=window,
                    source=voice,
                    target=target,
                    target_kind=some[0].kind or "actor",
                    weight=float(_works(some)),
                    counts=counts,
                    split_from=_split_from(some),
                    explicit=explicit,
                    written=tuple(dict.fromkeys(aim.written for aim in some if aim.written)),
                    works=_named_works(some),
                    because=tuple(some),
                )
            )
    return Network("target", tuple(ties), undated)


def _aimed_at(aim: Aim) -> tuple[Voice, str, str, str]:
    return (aim.voice, aim.target, aim.explicit, aim.written if aim.explicit == "veiled" else "")


def _counts(some: Sequence[Leaning]) -> Counts:
    """The works in which a voice takes each side of each concept, with the leanings that say so."""
    counts: Counts = {}
    for one in some:
        if one.side in _TAKEN:
            counts.setdefault((one.concept, one.side), {}).setdefault(one.counted_as, []).append(one)
    return counts


def _tie(kind: TieKind, window: str, one: tuple[Voice, Counts], other: tuple[Voice, Counts]) -> NetworkTie | None:
    (first, ours), (second, theirs) = one, other
    same, against = _product(ours, theirs, opposed=False), _product(ours, theirs, opposed=True)
    activity = (_activity(ours), _activity(theirs))
    if not {"congruence": same, "conflict": against}.get(kind, same + against):
        return None
    average = sum(activity) / 2
    weights = {"congruence": same / average, "conflict": against / average, "subtract": (same - against) / average}
    because = tuple(_because(kind, ours, theirs))
    return NetworkTie(
        kind=kind,
        window=window,
        source=first,
        target=voice_name(second),
        target_kind="voice",
        weight=weights[kind],
        counts=(
            ("congruence", same),
            ("conflict", against),
            ("activity", activity[0]),
            ("activity_of_target", activity[1]),
        ),
        split_from=_split_from(because),
        shares=tuple(sorted(set(first) & set(second))),
        works=_named_works(because),
        because=because,
    )


def _opposite(side: Side) -> Side:
    return "against" if side == "for" else "for"


def _product(ours: Counts, theirs: Counts, *, opposed: bool) -> float:
    total = 0
    for (concept, side), works in ours.items():
        total += len(works) * len(theirs.get((concept, _opposite(side) if opposed else side), ()))
    return float(total)


def _activity(counts: Counts) -> float:
    return float(sum(len(works) for works in counts.values()))


def _because(kind: TieKind, ours: Counts, theirs: Counts) -> list[Leaning]:
    """The leanings of both voices on the concepts that tie them, the first of each work that counts, by concept."""
    found: list[Leaning] = []
    for concept, side in sorted(ours):
        met = [theirs.get((concept, side), {})] if kind != "conflict" else []
        met += [theirs.get((concept, _opposite(side)), {})] if kind != "congruence" else []
        if any(met):
            found += [some[0] for counts in (ours[concept, side], *met) for some in counts.values()]
    return list(dict.fromkeys(found))


def _grouped(things: Iterable[Dated], key: Callable[[Dated], Key]) -> dict[Key, list[Dated]]:
    """The things by key, keys in order, things as they came."""
    groups: dict[Key, list[Dated]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return {one: groups[one] for one in sorted(groups, key=_comparable)}


def _comparable(key: object) -> list[str]:
    """A key of words and voices as words that compare: the same order for every kind of key."""
    return ["+".join(part) if isinstance(part, tuple) else str(part) for part in key] if isinstance(key, tuple) else []


def _works(some: Iterable[Leaning | Aim]) -> int:
    return len({one.counted_as for one in some})


def _named_works(some: Iterable[Leaning | Aim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.work for one in sorted(some, key=lambda one: (one.date, one.work))))


def _split_from(some: Iterable[Leaning | Aim]) -> tuple[str, ...]:
    """The joint voice that members were parted from; empty where none was."""
    return tuple(sorted({code for one in some for code in one.split_from}))
