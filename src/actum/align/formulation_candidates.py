"""Wordings that may be formulations: what two texts or more repeat, word for word or with one word changed.

Takes       the different sentences of all texts, and the weights of words.
Gives       Candidates, the most telling first: a wording by its exact places.
Method      sentences are parted where a clause or the matter of a stance begins. Maximal repeats (see
            `formulation_repeats`) are cut back at both edges to where a phrase may begin and end, in one of its places
            at least: at a clause or a mark, before and behind a word that joins, behind a name. Two words that stand
            side by side in one text, and with one word between them in another, or about two different words, are
            candidates too, with all that is the same around them.
Leaves out  what holds fewer than two words that tell, or is too short to be recognised.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from actum.align.formulation_near import ENOUGH, PUT_IN
from actum.align.formulation_repeats import Repeat, Repeats
from actum.align.formulation_sentences import Kind, Place, Sentences, Word, compounds, edges, year_of
from actum.align.formulation_weights import Weights, spread

SHORTEST = {False: 4, True: 3}
"""Letters (an unspaced language) or words (a spaced one) of the shortest formulation: four characters are the usual
measure of a set phrase in Chinese. 2026-11-26."""
TELLING_WORDS = 2
"""Words that tell, at least, 2026-11-26."""
OFTEN = 40
"""Places of the same two words beyond which a changed neighbour is no sign of one formulation, 2026-11-26."""

_HEAVY = frozenset({Kind.tells, Kind.names})


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Words `first` up to `last` (that one left out) of a sentence, by number."""

    sentence: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording: all its exact places in order, and how telling it seems before its variants are known."""

    places: tuple[Stretch, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two heavy words of a segment: the numbers of the segment and of both words in it, and the one between them."""

    row: int
    left: int
    right: int
    between: str


class Candidates:
    """Finds the candidates of all texts."""

    def __init__(self, every: Sentences, weights: Weights) -> None:
        self.every, self.weights = every, weights
        self.edges = edges(every.texts[0].side.language if every.texts else "")
        self.compounds = compounds(every.texts[0].side.language) if every.texts else False
        self.spaced = bool(every.every) and every.every[0].spaced
        numbers: dict[str, int] = {}
        segments: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        for number, one in enumerate(every.every):
            for first, last in _segments(one.words):
                keys = tuple(numbers.setdefault(word.key, len(numbers)) for word in one.words[first:last])
                segments.setdefault(keys, []).append((number, first))
        self.rows = list(segments)
        self.at = list(segments.values())
        self.texts = [_bits(one for number, _ in places for one in every.every[number].places) for places in self.at]
        self.repeats = Repeats(self.rows, self.texts)

    def found(self) -> list[Candidate]:
        """All candidates, the most telling first; of equals the one that stands first."""
        made: dict[tuple[int, ...], Candidate] = {}
        for row, first, last, texts in (*self._repeated(), *self._changed()):
            keys = self.rows[row][first:last]
            if keys not in made:
                made[keys] = self._candidate(keys, texts)
        return sorted(made.values(), key=lambda one: (-one.score, one.places[0]))

    def _candidate(self, keys: tuple[int, ...], texts: int) -> Candidate:
        exact = self.repeats.places(keys)
        places = sorted(
            Stretch(number, first + offset, first + offset + len(keys))
            for row, offset in exact
            for number, first in self.at[row]
        )
        for row, _ in exact:
            texts |= self.texts[row]
        words = self._words(places[0])
        years = {year_of(text.date) for number, text in enumerate(self.every.texts) if texts >> number & 1} - {""}
        return Candidate(tuple(places), self.weights.sum(words) * spread(texts.bit_count(), len(years)))

    def _words(self, place: Stretch) -> Sequence[Word]:
        return self.every.every[place.sentence].words[place.first : place.last]

    def _row(self, row: int) -> Sequence[Word]:
        """The words of a segment, as they first stand."""
        number, first = self.at[row][0]
        return self.every.every[number].words[first : first + len(self.rows[row])]

    # word for word

    def _repeated(self) -> Iterator[tuple[int, int, int, int]]:
        """Row, first, last word and texts of each repeat, cut back to a phrase."""
        whole = (
            Repeat(((row, 0),), len(keys), texts)
            for row, (keys, texts) in enumerate(zip(self.rows, self.texts, strict=True))
            if texts & (texts - 1)  # the row stands once among the rows, but two texts have it
        )
        for repeat in (*whole, *self.repeats.maximal(1)):
            row, offset = repeat.places[0]
            if not self._enough(self._row(row)[offset : offset + repeat.length]):
                continue
            cut = self._cut(repeat.places, repeat.length)
            if cut is not None:
                yield row, offset + cut[0], offset + cut[1], repeat.texts

    def _enough(self, words: Sequence[Word]) -> bool:
        """Whether words are enough for a formulation."""
        size = len(words) if self.spaced else sum(len(word.key) for word in words)
        return size >= SHORTEST[self.spaced] and sum(word.kind is Kind.tells for word in words) >= TELLING_WORDS

    def _cut(self, places: Sequence[tuple[int, int]], length: int) -> tuple[int, int] | None:
        """Where the phrase in a repeat begins and ends; None where too little of it is left."""
        row, offset = places[0]
        words = self._row(row)[offset : offset + length]
        first, last = 0, length
        while first < last and not any(self._ends(self._row(row), offset + last) for row, offset in places):
            last -= 1
        framed = words[last - 1].key in self.edges[1] or any(
            not offset and last == len(self._row(row)) for row, offset in places
        )
        head = self.compounds and last == length and all(word.kind in _HEAVY for word in words)
        if not head:  # of a compound whose head comes last, the head alone is a phrase: 数字金融|负责任行为准则
            while first < last and not any(
                self._begins(self._row(row), offset + first, framed=framed) for row, offset in places
            ):
                first += 1
        elif all(self._measures(self._row(row), offset) for row, offset in places):
            first += 1  # 2020年|审议大会
        return (first, last) if self._enough(words[first:last]) else None

    def _begins(self, words: Sequence[Word], at: int, *, framed: bool = False) -> bool:
        """Whether a phrase may begin at a word; `framed`: it is a whole segment, or ends with a localizer."""
        word = words[at]
        if word.kind is Kind.denies:
            return True  # whatever stands before: a denial is never cut off
        may_begin, _, may_frame = self.edges
        fit = word.kind in _HEAVY or word.key in may_begin or (framed and word.key in may_frame)
        if not fit or at == 0 or word.begins:
            return fit
        before = words[at - 1]
        bound = len(before.key) == len(word.key) == 1 and before.key in may_begin  # 两国, 各国: one word in two
        return before.kind is not Kind.tells and not bound

    def _measures(self, words: Sequence[Word], at: int) -> bool:
        """Whether a word is the measure of the number right before it, which stands before it unparted."""
        return at > 0 and not words[at].begins and words[at - 1].key[0].isdecimal()

    def _ends(self, words: Sequence[Word], at: int) -> bool:
        """Whether a phrase may end before a word of a segment."""
        may_begin, may_end, may_frame = self.edges
        fit = words[at - 1].kind in _HEAVY or words[at - 1].key in may_end
        if not fit or at == len(words) or words[at].parts:
            return fit
        behind = words[at]
        return behind.kind is Kind.joins and behind.key not in may_begin | may_frame

    # with one word changed

    def _changed(self) -> Iterator[tuple[int, int, int, int]]:
        beside: dict[tuple[str, str], list[_Pair]] = {}
        about: dict[tuple[str, str], list[_Pair]] = {}
        for row in range(len(self.rows)):
            words = self._row(row)
            heavy = [number for number, word in enumerate(words) if word.kind in _HEAVY]
            for left, right in pairwise(heavy):
                beside.setdefault((words[left].key, words[right].key), []).append(_Pair(row, left, right, ""))
            for left, middle, right in zip(heavy, heavy[1:], heavy[2:], strict=False):
                pair = _Pair(row, left, right, words[middle].key)
                about.setdefault((words[left].key, words[right].key), []).append(pair)
        for key, wide in about.items():
            narrow = beside.get(key, [])
            if len(wide) + len(narrow) <= OFTEN:
                yield from self._laid_together([*narrow, *wide])

    def _laid_together(self, pairs: Sequence[_Pair]) -> Iterator[tuple[int, int, int, int]]:
        """The first of the pairs with the first of each other kind that another text has."""
        pairs = sorted(pairs, key=lambda one: (one.row, one.left))
        seen: set[str] = {pairs[0].between}
        for other in pairs[1:]:
            if other.between in seen:
                continue
            seen.add(other.between)
            texts = self.texts[pairs[0].row] | self.texts[other.row]
            first, last = self._grown(pairs[0], other)
            if texts & (texts - 1) and self._enough(self._row(pairs[0].row)[first:last]):
                yield pairs[0].row, first, last, texts

    def _grown(self, one: _Pair, other: _Pair) -> tuple[int, int]:
        """The stretch about the first pair that is the same about the other; empty where too much is changed."""
        a, b = self._row(one.row), self._row(other.row)
        first = one.left - _same(a[: one.left], b[: other.left], from_end=True)
        last = one.right + 1 + _same(a[one.right + 1 :], b[other.right + 1 :])
        while first < one.left and not self._begins(a, first):
            first += 1
        while last > one.right + 1 and not self._ends(a, last):
            last -= 1
        if not (self._begins(a, first) and self._ends(a, last)):
            return 0, 0
        total, lost = self._weight(a[first:last]), self._weight(a[one.left + 1 : one.right])
        put_in = self._weight(b[other.left + 1 : other.right]) * PUT_IN
        return (first, last) if total and (total - lost) / (total + put_in) >= ENOUGH else (0, 0)

    def _weight(self, words: Iterable[Word]) -> float:
        return sum(self.weights.beside(word.key, word.kind) for word in words)


def _segments(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """First and last word of each stretch of a sentence in which a formulation may lie."""
    first = 0
    for number, word in enumerate(words):
        if word.opens and number > first:
            yield first, number
            first = number
    if len(words) > first:
        yield first, len(words)


def _same(a: Sequence[Word], b: Sequence[Word], *, from_end: bool = False) -> int:
    """How many words are the same, from the start or from the end."""
    pairs = zip(reversed(a), reversed(b), strict=False) if from_end else zip(a, b, strict=False)
    number = 0
    for one, other in pairs:
        if one.key != other.key:
            break
        number += 1
    return number


def _bits(places: Iterable[Place]) -> int:
    """The texts of places, as bits."""
    bits = 0
    for one in places:
        bits |= 1 << one.text
    return bits
