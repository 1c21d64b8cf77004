"""How one wording travelled: every place that has it or a variant, by date, and the works that are silent between.

Takes       DatedTexts, in any order; a wording as a person types it, in either script.
Gives       Sightings in order of date: for each work its places, word for word or nearly, each with the difference to
            what was asked; for a work without any that lies between the first and the last of its language that has
            it, one that says `silent`, or `unknown` where that text is cut or has something faintly like it.
Method      the wording is folded and cut into words as the texts are, and looked for as in `formulation_near`;
            headings are read too.
Leaves out  works before the first and after the last place; other words for the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actum.align.formulation_near import ENOUGH, Near
from actum.align.formulation_sentences import in_order, sentences, year_of
from actum.align.formulation_trail import Trail, asked_words
from actum.align.formulation_weights import Weights
from actum.model.formulation import Appearance, DatedText, Sighting, TrailStanding, Variant

FAINT = 0.4
"""Likeness from which a place is too like the wording for its text to be called silent. Set by hand, 2026-11-26."""


def track(texts: Iterable[DatedText], wording: str) -> tuple[Sighting, ...]:
    """All sightings of a wording, by date, then place; none where no work has it or a variant."""
    ordered = in_order(texts)
    found: dict[str, list[Sighting]] = {}
    for language in sorted({one.side.language for one in ordered}):
        some = [one for one in ordered if one.side.language == language]
        for one in _Tracker(some, language).sightings(wording):
            found.setdefault(one.work, []).append(one)
    return tuple(one for text in ordered for one in found.get(text.work, ()))


class _Tracker:
    """Looks for wordings in the texts of one language."""

    def __init__(self, texts: list[DatedText], language: str) -> None:
        every = sentences(texts, headings=True)
        self.texts, self.language = every.texts, language
        self.near, self.trail = Near(every, Weights(every, language)), Trail(every, language)

    def sightings(self, wording: str) -> Iterator[Sighting]:
        """The sightings in order of date, and the works without any between the first and the last that has some."""
        found = self._by_work(wording, ENOUGH)
        having = [number for number, text in enumerate(self.texts) if text.work in found and year_of(text.date)]
        if not found:
            return
        faint = self._by_work(wording, FAINT)
        for number, text in enumerate(self.texts):
            if some := found.get(text.work):
                yield from (_sighting(text, one, variant) for one, variant in some)
            elif having and having[0] < number < having[-1]:
                yield _silence(text, faint.get(text.work, []))

    def _by_work(self, wording: str, enough: float) -> dict[str, list[tuple[Appearance, Variant]]]:
        """The places that are alike enough, by work, in order."""
        asked = asked_words(wording, self.language)
        hits = self.near.hits(asked, enough=enough)
        by_work: dict[str, list[tuple[Appearance, Variant]]] = {}
        for variant in self.trail.variants(asked, hits, denies=self.trail.denials_of(wording)):
            for one in variant.trail:
                by_work.setdefault(one.work, []).append((one, variant))
        return {work: sorted(some, key=lambda pair: pair[0].part) for work, some in by_work.items()}


def _sighting(text: DatedText, one: Appearance, variant: Variant) -> Sighting:
    standing: TrailStanding = "negated" if variant.negated else "variant" if variant.differences else "same"
    return Sighting(text.work, text.title, text.date, standing, variant.likeness, one, variant.differences)


def _silence(text: DatedText, faint: list[tuple[Appearance, Variant]]) -> Sighting:
    """That a text is silent; where it is cut, or the best faint place in it leaves room for doubt, `unknown`."""
    if faint:
        one, variant = max(faint, key=lambda pair: pair[1].likeness)
        return Sighting(text.work, text.title, text.date, "unknown", variant.likeness, one, variant.differences)
    standing: TrailStanding = "silent" if text.side.complete else "unknown"
    return Sighting(text.work, text.title, text.date, standing, 0.0, None, ())
