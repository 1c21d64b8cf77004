"""Where the same provision is said again in another work.

Takes       positions with their kinds, of all works.
Gives       for each, the others that say the same, with the rule; in order of date, work and place.
Method      three rules, all between works alone, for the same holders and acts of one family:
            `again:same-words`     the matters are equal when folded
            `again:same-and-more`  one matter goes on behind the other's words, and is about all that this is about
            `again:near-words`     the matters are about the same things, deny and turn alike (不, 停止, 退出), and have
                                   most pairs of characters in common, and one has words that the other lacks but none
                                   in another's place; for each name one sign stands: 推动条约生效 and
                                   推动《…条约》生效 are one
            Candidates come from indexes by words, by how they begin and by things, so that few pairs are laid side by
            side for nothing.
Leaves out  provisions reworded with other words, or reworded and about nothing that has a name; what other holders say
            in the same words; chains: what is near to something near is not near.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from actum.language.data import table
from actum.model.fact import Position
from actum.model.read_work import ReadWork
from actum.text.compare import opcodes
from actum.text.fold import fold
from actum.text.span import Part, Span

NEAR = 0.6
"""Share of the pairs of characters of two matters, taken together, that they have in common, from which they are one
provision reworded. By eye on the statements of 2019 and 2025, 2026-11-26."""

NEARER = 0.4
"""The same of two matters without the names in them, where they are near with these: of 支持制定《…公约》 and
支持废除《…公约》 the long name alone is common. By eye, 2026-11-26."""

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
NAMES = frozenset({"instrument", "body", "state", "group", "event"})
"""Kinds of mention whose name may be longer or shorter; a concept's wording is what the provision says."""
SIGN = "□"
_MARKS = re.compile(r"[^\w□]")
_DATE = re.compile(r"[\dX]{4}(?:-[\dX]{2}){0,2}(?:/.*)?")


@dataclass(frozen=True, slots=True)
class Provision:
    """A position as it is compared. `order` is its place among all; `things` what it is about, dates left out.

    `words` is the folded matter; in `unnamed` one sign stands for each name of an instrument, body, state or event.
    """

    order: int
    work: str
    language: str
    act: str
    holder: tuple[str, ...]
    addressee: frozenset[str]
    words: str
    unnamed: str
    things: frozenset[str] = field(default_factory=frozenset)


def names_of(work: ReadWork) -> tuple[Span, ...]:
    """Where a work has names, in order; of names inside names the outer ones first."""
    spans = (one.part.span for one in work.mentions if one.kind in NAMES)
    return tuple(sorted(spans, key=lambda span: (span.start, -span.end)))


def provision(position: Position, work: ReadWork, names: Sequence[Span], *, order: int) -> Provision:
    """A position of a work, which has `names`, as it is compared with those of other works."""
    matter = position.matter
    words = fold(matter.text).text if matter else ""
    unnamed = _unnamed(matter, work.text, names) if matter else ""
    return Provision(
        order=order,
        work=work.work,
        language=work.language,
        act=position.act,
        holder=position.holder,
        addressee=frozenset(one.id for one in position.addressee if one.id),
        words=words,
        unnamed=words if matter and unnamed == matter.text else fold(unnamed).text,
        things=frozenset(one for one in position.about if not _DATE.fullmatch(one)),
    )


def _unnamed(matter: Part, text: str, names: Sequence[Span]) -> str:
    """The matter with one sign for each name in it; of names inside names the outer ones."""
    pieces, at = [], matter.start
    for number in range(bisect_left(names, matter.start, key=lambda span: span.start), len(names)):
        span = names[number]
        if span.start >= matter.end:
            break
        if span.start >= at and span.end <= matter.end:
            pieces += [text[at : span.start], SIGN]
            at = span.end
    return "".join([*pieces, text[at : matter.end]])


def said_again(some: Sequence[Provision]) -> dict[int, list[tuple[int, str]]]:
    """For each provision the others of other works that say the same, with the rule, by `order`."""
    by_words: dict[tuple[object, ...], list[Provision]] = {}
    by_things: dict[tuple[object, ...], list[Provision]] = {}
    by_head: dict[tuple[object, ...], list[Provision]] = {}
    for one in some:
        for family in FAMILIES[one.act]:
            if len(one.words) >= SHORTEST:
                by_words.setdefault((one.language, family, one.holder, one.words), []).append(one)
            if one.things:
                by_things.setdefault((one.language, family, one.holder, one.things), []).append(one)
            if len(one.words) >= LONG:
                by_head.setdefault((one.language, family, one.holder, one.words[:LONG]), []).append(one)
    pairs = {(a.order, b.order): "again:near-words" for a, b in _pairs(by_things.values()) if _near(a, b)}
    pairs |= {(a.order, b.order): "again:same-and-more" for a, b in _pairs(by_head.values()) if _goes_on(a, b)}
    pairs |= {(a.order, b.order): "again:same-words" for a, b in _pairs(by_words.values())}
    found: dict[int, list[tuple[int, str]]] = {}
    for (a, b), rule in pairs.items():
        found.setdefault(a, []).append((b, rule))
        found.setdefault(b, []).append((a, rule))
    return {order: sorted(others) for order, others in sorted(found.items())}


def _pairs(groups: Iterable[Sequence[Provision]]) -> Iterable[tuple[Provision, Provision]]:
    """Each pair of a group once, the earlier first, whose works are two and whose addressees may be one."""
    return (
        (a, b)
        for group in groups
        for at, a in enumerate(group)
        for b in group[at + 1 :]
        if a.work != b.work and (a.addressee == b.addressee or not (a.addressee and b.addressee))
    )


def _near(a: Provision, b: Provision) -> bool:
    if a.words == b.words:
        return len(a.words) < SHORTEST and bool(a.words)
    unnamed = _in_common(a.unnamed, b.unnamed)
    if unnamed < NEAR and (unnamed < NEARER or _in_common(a.words, b.words) < NEAR):
        return False
    return _turned(a.words, a.language) == _turned(b.words, b.language) and not _exchanges(a, b)


def _exchanges(a: Provision, b: Provision) -> bool:
    """Whether words stand in the place of other words: 制定X and 废除X."""
    runs = opcodes(*(_MARKS.sub("", one.unnamed) for one in (a, b)))
    return any(run.tag == "replace" for run in runs)


@cache
def _turned(words: str, language: str) -> tuple[str, ...]:
    """What turns the words into their contrary or less of it: 支持停止制定X is not 支持制定X.

    The turning words in order, and a sign where the words deny an odd number of times.
    """
    denials = _denials(language)
    odd = denials is not None and sum(one["deny"] is not None for one in denials.finditer(words)) % 2 == 1
    turning = table(language, "ledger").get("turns", "").split()
    return (*sorted(word for word in turning for _ in range(words.count(word))), *(["not"] if odd else []))


def _in_common(a: str, b: str) -> float:
    """The share of the pairs of characters of two wordings, taken together, that they have in common."""
    ours, theirs = _letters(a), _letters(b)
    return 1.0 if a == b else 2 * len(ours & theirs) / max(1, len(ours) + len(theirs))


def _goes_on(a: Provision, b: Provision) -> bool:
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    return len(short.words) >= LONG and long.words.startswith(short.words) and short.things <= long.things


@cache
def _letters(words: str) -> frozenset[str]:
    return frozenset(words[start : start + 2] for start in range(len(words) - 1))


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
