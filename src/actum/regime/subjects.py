"""What an id is about beyond itself, and which treaty the words of an unknown name hold.

Takes       an id, and the registry.
Gives       the id with what it is part of, based on, a protocol to, or party to, sorted.
Method      one step along the registry's relations; `npt-parties` is about `npt`; the name of a conference that the
            registry has no row of is about the instruments whose names stand in it.
Leaves out  broader concepts: they are for counting only.
"""

from __future__ import annotations

from functools import cache

from actum.registry.load import Registry
from actum.registry.row import MENTIONED_AS
from actum.text.fold import fold

_SHARERS = ("-parties", "-participants", "-members")
UNKNOWN = "unknown:"
SHORTEST_NAME = 3
"""Characters from which a name is looked for inside an unknown one: NPT. By eye, 2026-11-26."""


@cache
def subjects(slug: str, registry: Registry) -> tuple[str, ...]:
    """The id and what it is about, sorted; the id alone where nothing more is known."""
    row = registry.row(slug)
    if row is not None:
        related = (one for _, several in row.relates for one in several)
        return tuple(sorted({slug, *related, *row.part_of}))
    if slug.startswith(UNKNOWN):
        return tuple(sorted({slug, *_named_within(slug.removeprefix(UNKNOWN), registry)}))
    return tuple(sorted({slug, *_host(slug, registry)}))


def _host(slug: str, registry: Registry) -> tuple[str, ...]:
    """What the parties of a name share in."""
    for ending in _SHARERS:
        host = slug.removeprefix("other-").removesuffix(ending)
        if slug.endswith(ending) and registry.row(host):
            return (host,)
    return ()


def _named_within(words: str, registry: Registry) -> tuple[str, ...]:
    """The instrument with the longest name that stands in the words; nothing where two have one as long."""
    sought = fold(words).text
    found = [(len(name), slug) for name, slug in _names(registry) if name in sought]
    longest = max((length for length, _ in found), default=0)
    slugs = sorted({slug for length, slug in found if length == longest})
    return tuple(slugs) if len(slugs) == 1 else ()


@cache
def _names(registry: Registry) -> tuple[tuple[str, str], ...]:
    return tuple(
        (folded, row.slug)
        for row in registry.rows
        if MENTIONED_AS.get(row.kind) == "instrument"
        for name in row.names
        if len(folded := fold(name.text).text) >= SHORTEST_NAME and not name.negative
    )
