"""Where the same provision is said again in another work.

Takes       positions with their kinds, of all works.
Gives       for each, the others that say the same, with the rule; in order of date, work and place.
Method      three rules, all between works alone, for the same holders and acts of one family:
            `again:same-words`     the matters are equal when folded
            `again:same-and-more`  one matter goes on behind the other's words, and is about all that this is about
            `again:near-words`     the matters are about the same things, deny alike, and have most pairs of characters
                                   in common
            Candidates come from indexes by words and by things, so that few pairs are laid side by side for nothing.
Leaves out  provisions that are about nothing with a name and are reworded; what other holders say in the same words;
            chains: what is near to something near is not near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from actum.language.data import table
from actum.model.fact import Position
from actum.text.fold import fold

NEAR = 0.6
"""Share of the pairs of characters of two matters, taken together, that they have in common, from which they are one
provision reworded. By eye on the statements of 2019 and 2025, 2026-11-26."""

LONG = 8
"""Characters of a matter from which another that goes on behind them is the same provision. By eye, 2026-11-26."""

SHORTEST = 4
"""Characters of a matter from which equal words are the same provision: 如下 is none. By eye, 2026-11-26."""

FAMILIES: dict[str, tuple[str, ...]] = {
    "undertake": ("will",), "decide": ("will",), "reaffirm": ("will", "hold"), "state": ("hold",), "recall": ("hold",),
    "advocate": ("for",), "support": ("for",), "welcome": ("for",), "call-on": ("ask",), "concern": ("worry",),
    "regret": ("worry",), "warn": ("worry",), "oppose": ("against",), "condemn": ("against",),
}  # fmt: skip
"""Acts that say one thing more or less strongly. A reaffirmation says again what was undertaken or held."""
_DATE = re.compile(r"[\dX]{4}(?:-[\dX]{2}){0,2}(?:/.*)?")


@dataclass(frozen=True, slots=True)
class Provision:
    """A position as it is compared. `order` is its place among all; `things` what it is about, dates left out."""

    order: int
    work: str
    language: str
    act: str
    holder: tuple[str, ...]
    addressee: frozenset[str]
    words: str
    things: frozenset[str] = field(default_factory=frozenset)


def provision(position: Position, *, order: int, work: str, language: str) -> Provision:
    """A position as it is compared with those of other works."""
    return Provision(
        order=order,
        work=work,
        language=language,
        act=position.act,
        holder=position.holder,
        addressee=frozenset(one.id for one in position.addressee if one.id),
        words=fold(position.matter.text).text if position.matter else "",
        things=frozenset(one for one in position.about if not _DATE.fullmatch(one)),
    )


def said_again(some: Sequence[Provision]) -> dict[int, list[tuple[int, str]]]:
    """For each provision the others of other works that say the same, with the rule, by `order`."""
    by_words: dict[tuple[object, ...], list[Provision]] = {}
    by_things: dict[tuple[object, ...], list[Provision]] = {}
    by_thing: dict[tuple[object, ...], list[Provision]] = {}
    for one in some:
        for family in FAMILIES[one.act]:
            if len(one.words) >= SHORTEST:
                by_words.setdefault((one.language, family, one.holder, one.words), []).append(one)
            if one.things:
                by_things.setdefault((one.language, family, one.holder, one.things), []).append(one)
            for thing in sorted(one.things):
                by_thing.setdefault((one.language, family, one.holder, thing), []).append(one)
    pairs = {(a.order, b.order): "again:near-words" for a, b in _pairs(by_things.values()) if _near(a, b)}
    pairs |= {(a.order, b.order): "again:same-and-more" for a, b in _pairs(by_thing.values()) if _goes_on(a, b)}
    pairs |= {(a.order, b.order): "again:same-words" for a, b in _pairs(by_words.values())}
    found: dict[int, list[tuple[int, str]]] = {}
    for (a, b), rule in sorted(pairs.items()):
        found.setdefault(a, []).append((b, rule))
    return found


def _pairs(groups: Iterable[Sequence[Provision]]) -> Iterable[tuple[Provision, Provision]]:
    return (
        (a, b)
        for group in groups
        for a in group
        for b in group
        if a.work != b.work and (a.addressee == b.addressee or not (a.addressee and b.addressee))
    )


def _near(a: Provision, b: Provision) -> bool:
    ours, theirs = _letters(a.words), _letters(b.words)
    common = 2 * len(ours & theirs)
    return common > 0 and common >= NEAR * (len(ours) + len(theirs)) and _denies(a) == _denies(b)


def _goes_on(a: Provision, b: Provision) -> bool:
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    return len(short.words) >= LONG and long.words.startswith(short.words) and short.things <= long.things


@cache
def _letters(words: str) -> frozenset[str]:
    return frozenset(words[start : start + 2] for start in range(len(words) - 1))


def _denies(one: Provision) -> int:
    """Whether the words deny an odd number of times."""
    pattern = _denials(one.language)
    return sum(found["deny"] is not None for found in pattern.finditer(one.words)) % 2 if pattern else 0


@cache
def _denials(language: str) -> re.Pattern[str] | None:
    rules = table(language, "negation")
    if not rules.get("words"):
        return None
    neutral, deny = (
        "|".join(re.escape(word) for word in sorted(rules[key], key=lambda word: (-len(word), word)))
        for key in ("not_words", "words")
    )
    return re.compile(f"(?:{neutral})|(?P<deny>{deny})" if neutral else f"(?P<deny>{deny})")
