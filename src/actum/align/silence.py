"""What one text speaks of and the other does not.

Takes       two Sides and the registry.
Gives       a Silence for each instrument, body, event, concept and act that either text has: those fallen silent first,
            then the new, the unknown, and those in both; within each by kind and id.
Method      a thing is spoken of where it is mentioned, where something is mentioned that is about it (the parties to a
            treaty, its review), or where a name of it stands that the registry knows, mentioned or not. It is silent or
            new only where the text that lacks it is complete, and, for a concept, has no wording near it and speaks of
            nothing that the registry has as broader or narrower; else it is unknown, with what comes near.
Leaves out  states and groups (see the targets among the changes), dates, and the text's own title.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from actum.align.nearness import Sentences, affirmed
from actum.align.subjects import neighbours, subjects
from actum.model.alignment import Side, Silence, SilenceKind, Standing
from actum.model.fact import MENTION_KINDS
from actum.registry.load import Registry
from actum.text.fold import fold
from actum.text.span import Part

_LEFT_OUT = frozenset({"state", "group", "date"})
_CONCEPTS = frozenset({"capability", "practice", "principle", "goal", "risk"})
_KINDS: tuple[SilenceKind, ...] = (*MENTION_KINDS, "act")
_UNKNOWN = "unknown:"
_ORDER: tuple[Standing, ...] = ("silent", "new", "unknown", "both")


def silences(earlier: Side, later: Side, *, registry: Registry) -> tuple[Silence, ...]:
    """What each text speaks of and the other does not; none for two texts that name nothing."""
    ours, theirs = _Spoken.of(earlier, registry), _Spoken.of(later, registry)
    found = [_silence(slug, kind, ours, theirs, registry) for slug, kind in sorted((ours.kinds | theirs.kinds).items())]
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.standing), _KINDS.index(one.kind), one.id)))


@dataclass(slots=True)
class _Spoken:
    """What one text speaks of: the kind of each thing and act, and the sentences that name it.

    `about` holds more: what is spoken of only through something else.
    """

    complete: bool
    language: str
    folded: str
    sentences: Sentences
    kinds: dict[str, SilenceKind] = field(default_factory=dict)
    places: dict[str, set[Part]] = field(default_factory=dict)
    about: dict[str, set[Part]] = field(default_factory=dict)

    @classmethod
    def of(cls, side: Side, registry: Registry) -> _Spoken:
        """All that a text mentions and does, less its headings."""
        spoken = cls(side.complete, side.language, fold(side.text).text, Sentences(side))
        headings = [one.part.span for one in side.divisions if one.kind == "heading"]
        for one in side.mentions:
            if any(one.part.span in heading for heading in headings):
                continue
            for slug in subjects(one.id, registry):
                spoken.about.setdefault(slug, set()).add(one.sentence)
            if one.kind not in _LEFT_OUT:
                spoken.kinds.setdefault(one.id, one.kind)
                spoken.places.setdefault(one.id, set()).add(one.sentence)
        for position in side.positions:
            spoken.kinds[position.act] = "act"
            spoken.places.setdefault(position.act, set()).add(position.sentence)
        return spoken

    def has(self, slug: str, registry: Registry) -> bool:
        """Whether the thing is spoken of, by its id, through something else, or by one of its names."""
        return (
            slug in self.places
            or slug in self.about
            or any(name in self.folded for name in self._names(slug, registry))
        )

    def _names(self, slug: str, registry: Registry) -> list[str]:
        row = registry.row(slug)
        if row is None:
            return [slug.removeprefix(_UNKNOWN)] if slug.startswith(_UNKNOWN) else []
        return [fold(name.text).text for name in row.names if name.language == self.language and not name.negative]

    def near(self, slug: str, registry: Registry) -> tuple[Part, ...]:
        """The sentences that come near to a concept that the text does not name, in order."""
        row = registry.row(slug)
        if row is None:
            return self.sentences.near([slug.removeprefix(_UNKNOWN)])
        names = [
            affirmed(name.text, self.language) if name.negative else name.text
            for name in row.names
            if name.language == self.language
        ]
        related = (part for one in neighbours(slug, registry) for part in self.places.get(one, ()))
        return tuple(sorted({*self.sentences.near(names), *related}))

    def quotes(self, slug: str) -> tuple[Part, ...]:
        """The sentences that speak of it, in order."""
        return tuple(sorted(self.places.get(slug) or self.about.get(slug, set())))


def _silence(slug: str, kind: SilenceKind, ours: _Spoken, theirs: _Spoken, registry: Registry) -> Silence:
    here, there = ours.quotes(slug), theirs.quotes(slug)
    if not ours.has(slug, registry):
        near = ours.near(slug, registry) if kind in _CONCEPTS else ()
        return Silence(kind, slug, "new" if ours.complete and not near else "unknown", near, there)
    if not theirs.has(slug, registry):
        near = theirs.near(slug, registry) if kind in _CONCEPTS else ()
        return Silence(kind, slug, "silent" if theirs.complete and not near else "unknown", here, near)
    return Silence(kind, slug, "both", here, there)
