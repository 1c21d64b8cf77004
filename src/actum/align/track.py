"""How one wording travelled: every place that has it or a variant, by date, and the works that are silent between.

Takes       DatedTexts, in any order; a wording as a person types it, in either script.
Gives       Sightings in order of date: for each work its places, word for word or nearly, each with the difference to
            what was asked; for a work without any that lies between the first and the last that has it, one that says
            `silent`, or `unknown` where that text is cut.
Method      the wording is folded and cut into words as the texts are, and looked for as in `formulation_near`.
Leaves out  works before the first and after the last place; other words for the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actum.align.formulation_near import Near
from actum.align.formulation_sentences import Sentences, in_order, sentences, year_of
from actum.align.formulation_trail import Trail, asked_words
from actum.align.formulation_weights import Weights
from actum.model.formulation import Appearance, DatedText, Sighting, TrailStanding, Variant
from actum.text.span import Part


def track(texts: Iterable[DatedText], wording: str) -> tuple[Sighting, ...]:
    """All sightings of a wording, by date, then place; none where no work has it or a variant."""
    ordered = in_order(texts)
    found: dict[str, list[Sighting]] = {}
    for language in sorted({one.side.language for one in ordered}):
        some = [one for one in ordered if one.side.language == language]
        for one in _sightings(sentences(some), wording, language):
            found.setdefault(one.work, []).append(one)
    return tuple(_with_silence(ordered, found))


def _sightings(every: Sentences, wording: str, language: str) -> Iterator[Sighting]:
    weights, trail = Weights(every, language), Trail(every, language)
    asked = asked_words(wording, language)
    denies = trail.denials_of(wording)
    titles = {one.work: one.title for one in every.texts}
    variants = trail.variants(asked, Near(every, weights).hits(asked), denies=denies)
    for one, variant in sorted(((one, found) for found in variants for one in found.trail), key=_place):
        standing: TrailStanding = "negated" if variant.negated else "variant" if variant.differences else "same"
        yield Sighting(one.work, titles[one.work], one.date, standing, variant.likeness, one, variant.differences)


def _place(pair: tuple[Appearance, Variant]) -> tuple[str, Part]:
    return pair[0].work, pair[0].part


def _with_silence(texts: tuple[DatedText, ...], found: dict[str, list[Sighting]]) -> Iterator[Sighting]:
    """The sightings in order of date, and the works without any between the first and the last that has some."""
    having = [number for number, text in enumerate(texts) if found.get(text.work) and year_of(text.date)]
    for number, text in enumerate(texts):
        if some := found.get(text.work):
            yield from some
        elif having and having[0] < number < having[-1]:
            yield Sighting(
                text.work, text.title, text.date, "silent" if text.side.complete else "unknown", 0.0, None, ()
            )
