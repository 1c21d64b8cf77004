"""Where a wording stands, word for word or nearly, in many sentences.

Takes       the different sentences of all texts with the weights of words; a wording, as words.
Gives       Hits: stretches of sentences that have its words, with their likeness, the best ones that do not overlap.
Method      each word that counts is looked up in all sentences at once; a stretch is opened at each place found and
            goes on to the right. Its likeness is the weight of the words it has over the weight of all asked for,
            the latter with half the weight of each other word within it added, and that of each word out of
            order: what was put in between costs less than what is missing.
Leaves out  synonyms; words that only join, numbers and denials: these differ without cost, but are told.
            A denial right before a stretch belongs to it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from actum.align.formulation_sentences import Kind, Sentence, Sentences
from actum.align.formulation_weights import Weights
from actum.text.span import Span

ENOUGH = 0.75
"""Likeness from which a wording is a variant of another: of four words of one weight one may be lost, or one put in for
every word and a half. Set by hand, 2026-11-26."""
PUT_IN = 0.5
"""What a word put in between costs, as a share of its weight, or of the mean of those asked for where that is less.
2026-11-26."""
OUT_OF_ORDER = 1.0
"""What a word out of order costs, as a share of its weight: as much as one lost, so that two words turned round (中方
支持, 支持中方) are no variant, and two phrases turned round are. 2026-11-26."""
_ROUNDING = 1e-9
FEWEST = 2
"""Words that must be there, unless one alone was asked for, 2026-11-26."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One word of a wording that is looked for: its key, its kind, and how it is written."""

    key: str
    kind: Kind
    shown: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of a sentence, from `start` to `end` in its `flat`, and how alike it is to what was asked."""

    sentence: int
    start: int
    end: int
    likeness: float


@dataclass(frozen=True, slots=True)
class _Sought:
    """A wording as it is looked for: the words that count, those at its edges that do not, and what is enough."""

    words: tuple[Asked, ...]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    places: dict[str, list[int]]
    weights: dict[str, float]
    enough: float

    @property
    def total(self) -> float:
        """The weight of all its words."""
        return sum(self.weights[one.key] for one in self.words)

    @property
    def fewest(self) -> int:
        """How many words must be there."""
        return min(FEWEST, len(self.words))


class Near:
    """Finds wordings in all sentences."""

    def __init__(self, every: Sentences, weights: Weights) -> None:
        self.every, self.weights = every.every, weights
        self.spaced = bool(self.every) and self.every[0].spaced
        self.line = "\n".join(one.flat for one in self.every)
        self.starts: list[int] = []
        at = 0
        for one in self.every:
            self.starts.append(at)
            at += len(one.flat) + 1
        self._found: dict[str, dict[int, list[int]]] = {}

    def hits(self, asked: Sequence[Asked], *, enough: float = ENOUGH) -> list[Hit]:
        """All stretches that are alike enough, by sentence and place; none for a wording without words."""
        sought = self._sought(asked, enough)
        blank = " " if self.spaced else ""
        whole = blank + blank.join(one.key for one in asked) + blank
        return [hit for number in self._hopeful(sought) for hit in self._within(number, sought, whole)]

    def _sought(self, asked: Sequence[Asked], enough: float) -> _Sought:
        counting = [place for place, one in enumerate(asked) if self.weights.beside(one.key, one.kind)]
        words = tuple(asked[place] for place in counting)
        first, last = (counting[0], counting[-1] + 1) if counting else (0, len(asked))
        before, behind = (tuple(one.key for one in some) for some in (asked[:first], asked[last:]))
        places: dict[str, list[int]] = {}
        weights: dict[str, float] = {}
        for place, one in enumerate(words):
            places.setdefault(one.key, []).append(place)
            weights[one.key] = self.weights.beside(one.key, one.kind)
        return _Sought(words, before, behind, places, weights, enough)

    def _hopeful(self, sought: _Sought) -> list[int]:
        """Sentences that have enough of the words anywhere."""
        held: dict[int, float] = {}
        for key, places in sought.places.items():
            for number in self.where(key):
                held[number] = held.get(number, 0.0) + sought.weights[key] * len(places)
        least = sought.enough * sought.total - _ROUNDING
        return sorted(number for number, weight in held.items() if weight >= least)

    def where(self, key: str) -> dict[int, list[int]]:
        """For each sentence that has a word its places in `flat`, in order."""
        if key not in self._found:
            sought = f" {key} " if self.spaced else key
            found: dict[int, list[int]] = {}
            at = self.line.find(sought)
            while at >= 0:
                number = bisect_right(self.starts, at) - 1
                found.setdefault(number, []).append(at - self.starts[number] + self.spaced)
                at = self.line.find(sought, at + 1)
            self._found[key] = found
        return self._found[key]

    def _within(self, number: int, sought: _Sought, whole: str) -> Iterator[Hit]:
        """The best stretches of a sentence that do not overlap, in order of place."""
        sentence = self.every[number]
        windows = sorted(self._windows(number, sought), key=lambda one: (-one.likeness, one.end - one.start, one.start))
        taken: list[Hit] = []
        for one in (*self._whole(number, whole), *(self._widened(one, sought) for one in windows)):
            if all(one.end <= other.start or other.end <= one.start for other in taken):
                taken.append(replace(one, start=sentence.with_denial(one.start)))
        yield from sorted(taken, key=lambda one: one.start)

    def _widened(self, hit: Hit, sought: _Sought) -> Hit:
        """A stretch with the words beside it that were asked for and do not count: 一个 before 中国的原则."""
        flat, blank = self.every[hit.sentence].flat, " " if self.spaced else ""
        start, end = hit.start, hit.end
        for key in reversed(sought.before):
            if not flat[: start - len(blank)].endswith(blank + key):
                break
            start -= len(blank) + len(key)
        for key in sought.behind:
            if not flat[end + len(blank) :].startswith(key + blank):
                break
            end += len(blank) + len(key)
        return replace(hit, start=start, end=end)

    def _whole(self, number: int, whole: str) -> Iterator[Hit]:
        """Where the wording stands word for word; `whole` has a blank at both ends in a spaced language."""
        flat = self.every[number].flat
        at = flat.find(whole)
        while at >= 0:
            start, end = at + self.spaced, at + len(whole) - self.spaced
            yield Hit(number, start, end, 1.0)
            at = flat.find(whole, end)

    def _windows(self, number: int, sought: _Sought) -> Iterator[Hit]:
        """All stretches of a sentence that are alike enough."""
        places = sorted((at, -len(key), key) for key in sought.places for at in self.where(key).get(number, ()))
        for first in range(len(places)):
            yield from self._from(number, places[first:], sought)

    def _from(self, number: int, places: Sequence[tuple[int, int, str]], sought: _Sought) -> Iterator[Hit]:
        """The stretches that begin at the first of the places where words were found."""
        left = {key: list(some) for key, some in sought.places.items()}
        start = end = places[0][0]
        matched = extra = 0.0
        before, have, total = -1, 0, sought.total
        for at, minus, key in places:
            if at < end or not left[key]:
                continue
            extra += PUT_IN * self._between(self.every[number], Span(end, at), total / len(sought.words))
            if extra > total * (1 / sought.enough - 1):
                return
            place = next((one for one in left[key] if one > before), left[key][0])
            left[key].remove(place)
            extra += OUT_OF_ORDER * sought.weights[key] if place < before else 0.0
            before, end = place, at - minus
            matched, have = matched + sought.weights[key], have + 1
            likeness = matched / (total + extra)
            if likeness >= sought.enough - _ROUNDING and have >= sought.fewest:
                yield Hit(number, start, end, round(min(1.0, likeness), 4))

    def _between(self, sentence: Sentence, gap: Span, most: float) -> float:
        """The weight of the words in a gap of a sentence, none counting for more than `most`."""
        weight = 0.0
        for word in sentence.words[max(0, sentence.word_at(gap.start)) :]:
            if word.at >= gap.end:
                break
            inside = min(gap.end, word.at + len(word.key)) - max(gap.start, word.at)
            if inside > 0:
                weight += min(most, self.weights.beside(word.key, word.kind)) * inside / len(word.key)
        return weight
