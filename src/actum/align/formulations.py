"""The recurrent wordings (提法) of many texts, the most telling first, each with its trail and its variants.

Takes       DatedTexts, in any order: works with date, established text, divisions, mentions and positions.
Gives       Formulations: as first written, where each stands, who holds it, what its variants are.
Method      candidates (see `formulation_candidates`) are taken in order of how telling they are. Each is looked for in
            all texts, its near places become variants; a candidate whose places are mostly covered by formulations
            taken before, and that reaches no further work, is left out. A place that denies what the first place does
            not, or right before which stands the opposite of the first stance toward it (反对, 不反对), is never
            counted in with it: it stands as a variant of its own, `negated`.
Leaves out  what recurs within one work alone; wordings across languages: each language is searched by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from actum.align.formulation_candidates import Candidate, Candidates, Stretch
from actum.align.formulation_near import Hit, Near
from actum.align.formulation_sentences import Kind, Sentences, in_order, sentences
from actum.align.formulation_trail import Trail
from actum.align.formulation_weights import Weights
from actum.model.formulation import DatedText, Formulation

LIMIT = 100
"""Formulations of a language that are given unless more are asked for, 2026-11-26."""
COVERED = 0.5
"""Share of a wording's weight from which a formulation taken before covers it, 2026-11-26."""


def formulations(texts: Iterable[DatedText], *, limit: int = LIMIT) -> tuple[Formulation, ...]:
    """The most telling formulations, at most `limit` of each language (0: all), the most telling first.

    Of equals the one that appeared first. None where fewer than two works share a language.
    """
    by_language: dict[str, list[DatedText]] = {}
    for text in in_order(texts):
        by_language.setdefault(text.side.language, []).append(text)
    found = [
        one
        for language, some in sorted(by_language.items())
        if len(some) > 1
        for one in _Finder(sentences(some), language).found(limit)
    ]
    return tuple(sorted(found, key=lambda one: (-one.telling.score, one.trail[0].date, one.trail[0].part)))


@dataclass(slots=True)
class _Taken:
    """Stretches of sentences that formulations taken before cover, and the works that each formulation reaches."""

    by_sentence: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict)
    texts: list[set[int]] = field(default_factory=list)


class _Finder:
    """Finds the formulations of the texts of one language."""

    def __init__(self, every: Sentences, language: str) -> None:
        self.every, self.language = every, language
        self.weights = Weights(every, language)
        self.near = Near(every, self.weights)
        self.trail = Trail(every, language)
        self.taken = _Taken()

    def found(self, limit: int) -> list[Formulation]:
        made: list[Formulation] = []
        for candidate in Candidates(self.every, self.weights).found():
            if self._adds(candidate) and (one := self._formulation(candidate)) is not None:
                made.append(one)
                if len(made) == limit:
                    break
        return made

    def _adds(self, candidate: Candidate) -> bool:
        """Whether a candidate says mostly what none taken before says, or says it in a further text."""
        beyond: set[int] = set()
        reached: set[int] = set()
        for place in candidate.places:
            covering = self._covering(place)
            if covering is None:
                beyond |= self._texts(place.sentence)
            else:
                reached |= self.taken.texts[covering]
        return bool(beyond - reached)

    def _covering(self, place: Stretch) -> int | None:
        """The formulation taken before that covers most of a place; None where none covers enough."""
        words = self.every.every[place.sentence].words[place.first : place.last]
        total = sum(self.weights.of(word.key) for word in words if word.kind is Kind.tells)
        for start, end, number in self.taken.by_sentence.get(place.sentence, ()):
            inside = (word for word in words if word.kind is Kind.tells and start <= word.at < end)
            held = sum(self.weights.of(word.key) for word in inside)
            if held >= COVERED * total:
                return number
        return None

    def _texts(self, sentence: int) -> set[int]:
        return {place.text for place in self.every.every[sentence].places}

    def _formulation(self, candidate: Candidate) -> Formulation | None:
        """The formulation of a candidate; None where one work alone has it."""
        exact = [self._hit(place) for place in candidate.places]
        asked, denies = self.trail.asked(exact[0]), self.trail.denials(exact[0])
        here = {one.sentence for one in exact}
        near = [one for one in self.near.hits(asked) if one.sentence not in here or not _overlaps(one, exact)]
        letters = self._letters(exact[0])
        exact += [one for one in near if self._letters(one) == letters]  # its words were cut apart in another way
        near = [one for one in near if self._letters(one) != letters]
        alike = [one for one in exact if self.trail.denials(one) == denies]
        held = next(filter(None, map(self.trail.stance, alike)), None)
        same = [one for one in alike if not self.trail.turned(one, held)]
        others = [one for one in exact if one not in same]
        variants = self.trail.variants(asked, [*others, *near], denies=denies, held=held)
        trail = self.trail.appearances(same)
        every = [*trail, *(one for variant in variants if not variant.negated for one in variant.trail)]
        if len({one.work for one in (*every, *self.trail.appearances(alike))}) < 2:
            return None
        kept = [*same, *(one for one in near if self.trail.denials(one) == denies and not self.trail.turned(one, held))]
        self._take([*kept, *(one for one in alike if one not in same)])
        first = candidate.places[0]
        words = self.every.every[first.sentence].words[first.first : first.last]
        return Formulation(
            wording=trail[0].part.text,
            language=self.language,
            telling=self.weights.telling(words, every, sentences=len({one.sentence for one in kept})),
            holder=tuple(sorted({code for one in every for code in one.holder})),
            trail=trail,
            variants=variants,
        )

    def _hit(self, place: Stretch) -> Hit:
        sentence = self.every.every[place.sentence]
        last = sentence.words[place.last - 1]
        start = sentence.with_denial(sentence.words[place.first].at)
        return Hit(place.sentence, start, last.at + len(last.key), 1.0)

    def _letters(self, hit: Hit) -> str:
        return self.every.every[hit.sentence].flat[hit.start : hit.end]

    def _take(self, hits: Sequence[Hit]) -> None:
        number = len(self.taken.texts)
        self.taken.texts.append({text for one in hits for text in self._texts(one.sentence)})
        for one in hits:
            self.taken.by_sentence.setdefault(one.sentence, []).append((one.start, one.end, number))


def _overlaps(one: Hit, others: Sequence[Hit]) -> bool:
    return any(one.sentence == other.sentence and one.start < other.end and other.start < one.end for other in others)
