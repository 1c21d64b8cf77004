"""How a text that seems to lack concepts of a map stands to them: as `actum silence` has it, never stronger.

Takes       a workspace with a build, the works of two sides of a comparison, concepts that the later does not name.
Gives       a standing for each concept: `silent` where every later text is; `both` where one speaks of it; else
            `unknown`.
Method      `align.silence`, asked of each later text about just these concepts.
Leaves out  what comes near to a concept: `actum silence` quotes it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from actum.align.silence import silences
from actum.model.alignment import Side, Standing
from actum.model.fact import Mention, MentionKind
from actum.regime.influence.concepts import UNKNOWN, concepts_of
from actum.registry.load import Registry
from actum.registry.row import MENTIONED_AS
from actum.store.workspace import Workspace
from actum.text.span import Part
from actum.workflow.compare import side_of
from actum.workflow.registers import registry_of


def standings(
    workspace: Workspace, earlier: Sequence[str], later: Sequence[str], concepts: Collection[str]
) -> dict[str, Standing]:
    """The standing of each concept, in order of slug. Raises NoSuchWork, NotBuilt."""
    if not concepts or not earlier:
        return {}
    registry = registry_of(workspace)
    ours = side_of(workspace, earlier[0])
    found: dict[str, list[Standing]] = {concept: [] for concept in sorted(concepts)}
    for other in (side_of(workspace, work) for work in later):
        rows = {concept: _rows(concept, registry, other.language) for concept in found}
        asked = replace(ours, mentions=tuple(_spoken(ours, chain.from_iterable(rows.values()), registry)), positions=())
        told = {one.id: one.standing for one in silences(asked, other, registry=registry)}
        # states and groups are told by their mentions alone, which the caller has looked through
        bare: Standing = "silent" if other.complete else "unknown"
        for concept in found:
            foreign = concept.startswith(UNKNOWN) and other.language != ours.language
            found[concept] += ["unknown"] if foreign else [told.get(one, bare) for one in rows[concept]]
    return {concept: _of_all(some) for concept, some in found.items()}


def _of_all(some: Sequence[Standing]) -> Standing:
    if "both" in some:
        return "both"
    return "silent" if some and all(one == "silent" for one in some) else "unknown"


def _rows(concept: str, registry: Registry, language: str) -> list[str]:
    """The concept, and what the registry has as its contrary or as a finer name of it."""
    ids = concepts_of(registry, language).ids
    return sorted({concept, *(one for one, meaning in ids.items() if meaning.concept == concept)})


def _spoken(side: Side, concepts: Iterable[str], registry: Registry) -> Iterator[Mention]:
    """A mention of each, as if the text spoke of it: silence is asked of what is mentioned."""
    whole = Part(0, len(side.text), side.text)
    for concept in concepts:
        row = registry.row(concept)
        # what has no row, and a condition, are asked for as concepts: words near them count
        kind: MentionKind = (MENTIONED_AS[row.kind] if row else None) or "goal"
        yield Mention("", whole, whole, kind, concept, veiled=False, made_by="asked")
