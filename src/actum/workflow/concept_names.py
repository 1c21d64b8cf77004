"""A concept by the name that a person types: its slug, or a name in any language that the registry knows.

Takes       the words typed; the concepts of a map; a registry.
Gives       the concept's slug.
Method      slug, then names folded as texts are; of several rows with one name, the one that the map has.
Leaves out  parts of names: they would mean several concepts, and are proposed instead.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rapidfuzz.distance import OSA

from actum.errors import NoSuchConcept
from actum.registry.load import Registry
from actum.text.fold import fold

NEAR = 5
"""Names proposed for one that is unknown, 2026-11-26."""
LIKE = 0.6
"""Likeness from which a name is proposed, 0 to 1; a slip of two letters in five still is, 2026-11-26."""
_UNKNOWN = "unknown:"


def concept_named(words: str, concepts: Collection[str], registry: Registry) -> str:
    """The concept that is meant; one that the registry has and the map lacks is no error.

    Raises NoSuchConcept with names near it where none is, or with the candidates where several are.
    """
    slug = words.strip().lower()
    if slug in concepts or registry.row(slug) is not None:
        return slug
    sought = _key(words)
    found = (
        [row.slug for row in registry.rows if any(_key(name.text) == sought for name in row.names)] if sought else []
    )
    found += [one for one in sorted(concepts) if one.startswith(_UNKNOWN) and _key(one) == sought]
    there = [one for one in found if one in concepts] or found
    if len(there) == 1:
        return there[0]
    if there:
        raise NoSuchConcept(f"“{words}” is the name of several concepts: {', '.join(there)}. Name one of them.")
    near = _near(sought, concepts, registry)
    listed = f"Near it: {', '.join(near)}" if near else "`actum centrality` lists those of the map"
    raise NoSuchConcept(f"“{words}” is the name of no concept. {listed}.")


def _near(sought: str, concepts: Collection[str], registry: Registry) -> list[str]:
    """Slugs with a name like the one sought, most alike first, those of the map before others."""
    if not sought:
        return []
    known = {row.slug: [row.slug, *(name.text for name in row.names)] for row in registry.rows}
    known |= {one: [one] for one in concepts if one not in known}
    scored = ((-_likeness(sought, names), slug not in concepts, slug) for slug, names in known.items())
    return [slug for score, _, slug in sorted(scored) if -score >= LIKE][:NEAR]


def _key(words: str) -> str:
    """Letters and digits alone: brackets, spaces and hyphens make no other name."""
    return "".join(filter(str.isalnum, fold(words.strip().removeprefix(_UNKNOWN)).text.casefold()))


def _likeness(sought: str, names: Iterable[str]) -> float:
    return max(_like(sought, _key(name)) for name in names)


def _like(sought: str, name: str) -> float:
    """How few single changes lie between, 0 to 1; where one has the other in it, more than LIKE."""
    short, long = sorted((sought, name), key=len)
    within = LIKE + (1 - LIKE) * len(short) / len(long) if len(short) > 1 and short in long else 0.0
    return max(within, OSA.normalized_similarity(sought, name))
