"""What a mention is about, beyond the thing it names.

Takes       an id, and the registry.
Gives       the id, and the ids of what it is part of, based on, a protocol to, held under, or party to.
Method      one step along the registry's own relations; `npt-parties` is about `npt` where the registry has no row of
            that name.
Leaves out  broader concepts: an arms race in outer space is not about arms races; they are its neighbours.
"""

from __future__ import annotations

from functools import cache

from actum.registry.load import Registry

_SHARERS = ("-parties", "-participants", "-members")


@cache
def subjects(slug: str, registry: Registry) -> frozenset[str]:
    """The id and what it is about; the id alone where the registry says nothing."""
    row = registry.row(slug)
    if row is None:
        return frozenset((slug, *_host(slug, registry)))
    related = (one for _, several in row.relates for one in several)
    return frozenset((slug, *related, *row.part_of))


def _host(slug: str, registry: Registry) -> tuple[str, ...]:
    """What the parties of a name share in."""
    for ending in _SHARERS:
        host = slug.removeprefix("other-").removesuffix(ending)
        if slug.endswith(ending) and registry.row(host):
            return (host,)
    return ()


@cache
def neighbours(slug: str, registry: Registry) -> frozenset[str]:
    """The ids that are broader or narrower than it, or its whole or parts, one step; none for an unknown id."""
    row = registry.row(slug)
    above = (*row.broader, *row.part_of) if row else ()
    return frozenset((*above, *_below(registry).get(slug, ())))


@cache
def _below(registry: Registry) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in registry.rows:
        for above in (*row.broader, *row.part_of):
            found[above] = (*found.get(above, ()), row.slug)
    return found
