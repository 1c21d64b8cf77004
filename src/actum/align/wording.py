"""The changes in words between the two sides of a row, each labelled by what sort of words changed.

Takes       the units of a row, earlier and later, with the tokens of their texts.
Gives       Changes in order; clauses compared one by one stand in order of the later text, those gone behind them.
Method      sentences that are alike are compared whole; others clause by clause, each with its best match in the row,
            and a clause without one is gone or new as a whole. A change that reaches into several sentences is told for
            each; words gone from one clause that are new as another were only cut anew. A label is given where the
            changed words say it: numbers alone, dates alone, modifiers alone, a reversal, marks alone; else `wording`.
Leaves out  what the words stand for: see `facts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from actum.align.denials import denied
from actum.align.diff import Replaced, Tokens, likeness, replaced
from actum.align.units import Clause, Unit
from actum.align.weights import Weights
from actum.align.words import Token, Words
from actum.language.data import table
from actum.model.alignment import Change, ChangeKind
from actum.text.span import Span

WHOLE = 0.5
"""Share of tokens two sentences have in common, in order, from which they are compared whole. By eye, 2026-11-26: below
it a word-by-word comparison of Chinese sentences scatters."""

CLAUSE = 0.25
"""Likeness from which two clauses of a row are compared word by word; below, one is gone and the other new. By eye,
2026-11-26."""

SCATTERED = 0.3
"""Share of tokens two clauses have in common, in order, below which the one is said to replace the other as a whole.
By eye, 2026-11-26."""

PHRASE = 6
"""Longest changed phrase, in tokens, that is labelled by a number or date in it. By eye, 2026-11-26."""

SEVERAL = 2  # sentences
_NUMBER = re.compile(r"[\d.,/．，／。％%]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """Compares the words of two texts."""

    earlier: Words
    later: Words
    weights: Weights

    def changes(self, earlier: Sequence[Unit], later: Sequence[Unit]) -> list[Change]:
        """The changes between the sentences of a row; none for the same words."""
        a = tuple(token for unit in earlier for token in self.earlier.of(unit.body))
        b = tuple(token for unit in later for token in self.later.of(unit.body))
        pairs = [(a, b)] if likeness(a, b) >= WHOLE else self._by_clause(earlier, later)
        found = [change for pair in pairs for change in self._within(*pair)]
        ours, theirs = ([unit.part.span for unit in side] for side in (earlier, later))
        return [
            self._change(*one) for change in _less_moved(found, pairs) for one in _by_sentence(change, ours, theirs)
        ]

    def _within(self, a: Tokens, b: Tokens) -> list[tuple[Tokens, Tokens]]:
        if likeness(a, b) < SCATTERED:
            return [(_trimmed(a), _trimmed(b))]
        joins = _list(self.later.language, "joins")
        return [(_trimmed(x), _trimmed(y)) for x, y in replaced(a, b, joins=joins)]

    def _by_clause(self, earlier: Sequence[Unit], later: Sequence[Unit]) -> list[tuple[Tokens, Tokens]]:
        ours = [clause for unit in earlier for clause in unit.clauses]
        theirs = [clause for unit in later for clause in unit.clauses]
        pairs: list[tuple[Tokens, Tokens]] = []
        free_ours, free_theirs = set(range(len(ours))), set(range(len(theirs)))
        for _, i, j in sorted(self._likenesses(ours, theirs)):
            if i in free_ours and j in free_theirs:
                free_ours.remove(i)
                free_theirs.remove(j)
                pairs.append((_trimmed(self.earlier.of(ours[i].part)), _trimmed(self.later.of(theirs[j].part))))
        pairs += [((), self.later.of(theirs[j].part)) for j in free_theirs]
        pairs.sort(key=lambda pair: pair[1][0].span if pair[1] else Span(0, 0))
        return pairs + [(self.earlier.of(ours[i].part), ()) for i in sorted(free_ours)]

    def _likenesses(self, ours: Sequence[Clause], theirs: Sequence[Clause]) -> Iterator[tuple[float, int, int]]:
        """Pairs of clauses alike enough, by their places; the likest sorts first."""
        for i, a in enumerate(ours):
            for j, b in enumerate(theirs):
                alike = self.weights.likeness(a.features, b.features)
                if alike >= CLAUSE:
                    yield -alike, i, j

    def _change(self, a: Tokens, b: Tokens) -> Change:
        return Change(self._kind(a, b), self.earlier.quote(a), self.later.quote(b))

    def _kind(self, a: Tokens, b: Tokens) -> ChangeKind:
        language, both = self.later.language, (*a, *b)
        if all(token.is_mark for token in both):
            return "punctuation"
        if denied(_words(a), _words(b), language):
            return "negation"
        if max(len(a), len(b)) <= PHRASE and (kind := _counted(a, b, language)):
            return kind
        said = [[key for key in _words(side) if key not in _list(language, "joins")] for side in (a, b)]
        return "modifier" if _are_modifiers(said[0], said[1], _list(language, "modifiers")) else "wording"


def _counted(a: Tokens, b: Tokens, language: str) -> ChangeKind | None:
    """Whether a date or a number on one side became another; None where neither did."""
    for kind in ("date", "number"):
        ours, theirs = ([token.key for token in side if _counts(token, language) == kind] for side in (a, b))
        if ours and theirs and ours != theirs:
            return kind
    return None


def _are_modifiers(a: list[str], b: list[str], modifiers: frozenset[str]) -> bool:
    """Whether all that changed are modifiers, alone or before the same word (重要作用, 特殊作用)."""
    if (a or b) and all(key in modifiers for key in (*a, *b)):
        return True
    ours, theirs = "".join(a), "".join(b)
    ends = (n for n in range(min(len(ours), len(theirs)), 0, -1) if ours.endswith(theirs[-n:]))
    return any(ours[:-n] in modifiers and theirs[:-n] in modifiers for n in ends)


def _less_moved(found: list[Replaced], pairs: list[Replaced]) -> list[Replaced]:
    """The changes less words gone from one clause that are new as another: the clauses were only cut anew."""
    if len(pairs) == 1:
        return found
    gone = [_keys(a) for a, b in found if not b]
    new = [_keys(b) for a, b in found if not a]
    return [(a, b) for a, b in found if (a and b) or _keys(a or b) not in (new if a else gone)]


def _by_sentence(change: Replaced, ours: Sequence[Span], theirs: Sequence[Span]) -> Iterator[Replaced]:
    """A change as one for each sentence that it reaches into; first with first, the others alone."""
    a, b = _runs(change[0], ours), _runs(change[1], theirs)
    if max(len(a), len(b)) < SEVERAL:
        yield change
        return
    for one, other in zip_longest(a, b, fillvalue=()):
        yield _trimmed(one), _trimmed(other)


def _runs(tokens: Tokens, sentences: Sequence[Span]) -> list[Tokens]:
    """The tokens by sentence; those of sentences that they have only marks of are left out."""
    runs = (tuple(one for one in tokens if one.span in sentence) for sentence in sentences)
    return [run for run in runs if any(not one.is_mark for one in run)]


def _keys(tokens: Tokens) -> str:
    return "".join(_words(tokens))


def _counts(token: Token, language: str) -> ChangeKind | None:
    if token.is_date:
        return "date"
    return "number" if _NUMBER.fullmatch(token.key) or _numerals(language).fullmatch(token.key) else None


def _trimmed(tokens: Tokens) -> Tokens:
    """Without the marks at the ends, where anything else is left."""
    said = [n for n, token in enumerate(tokens) if not token.is_mark]
    return tokens[said[0] : said[-1] + 1] if said else tokens


def _words(tokens: Iterable[Token]) -> list[str]:
    return [token.key for token in tokens if not token.is_mark]


@cache
def _list(language: str, name: str) -> frozenset[str]:
    return frozenset(table(language, "align").get(name, "").upper().split())


@cache
def _numerals(language: str) -> re.Pattern[str]:
    return re.compile(table(language, "align").get("numerals") or r"(?!)", re.IGNORECASE)
