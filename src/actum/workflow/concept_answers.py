"""What the whole map answers of one concept, for many concepts in turn: the graph is made once.

Takes       a workspace with a build.
Gives       ConceptAnswers: what less or more of a concept is said to do, and the chains that lead to it, as rows.
Method      as `paths` and `what-if` without any option: chains within single works, nothing lent by the registry.
Leaves out  parts of the map, and chains through several works: `workflow.paths` has them.
"""

from __future__ import annotations

from dataclasses import dataclass

from actum.model.claim import Path
from actum.model.fact import Sign
from actum.model.influence import Clamp
from actum.regime.aloud import aloud, from_side, signed
from actum.regime.graph import Graph
from actum.regime.paths import Asked, paths, sides
from actum.regime.what_if import Manner, what_if
from actum.registry.row import MENTIONED_AS
from actum.store.files import Row
from actum.store.path_rows import Said, consequence_row, path_row
from actum.store.workspace import Workspace
from actum.workflow.paths import Chosen, graph_from
from actum.workflow.registers import registry_of


@dataclass(frozen=True, slots=True, eq=False)
class ConceptAnswers:
    """The graph of all claims; `actors` are its concepts that act: there is no more or less of a state."""

    graph: Graph
    actors: frozenset[str]

    def what_if(self, concept: str, direction: Sign) -> tuple[list[Row], str]:
        """A row for each concept that is reached, by slug, and why the search stopped, empty where it did not."""
        found = what_if(self.graph, [Clamp(concept, direction)], Manner())
        rows = [
            consequence_row(one, [self._said(reach.chain, reach.clamp.direction) for reach in one.reaches])
            for one in found.consequences
            if one.reaches
        ]
        return rows, found.stopped

    def paths_to(self, concept: str) -> tuple[list[Row], str]:
        """The chains that end in the concept, in order, and why the search stopped."""
        found = paths(self.graph, Asked(effect=concept))
        return [path_row(path, self._said(path)) for path in found.paths], found.stopped

    def _said(self, path: Path, start: Sign | None = None) -> Said:
        words = aloud(path, self.actors) if start is None else from_side(path.steps, start, self.actors)
        return Said(signed(path.steps), words, sides(path))


def concept_answers(workspace: Workspace) -> ConceptAnswers:
    """The answers of the whole map. Raises NotBuilt."""
    graph, registry = graph_from(workspace, Chosen()), registry_of(workspace)
    rows = (registry.row(one) for one in graph.concepts)
    acting = {"state", "group", "body"}
    return ConceptAnswers(graph, frozenset(row.slug for row in rows if row and MENTIONED_AS[row.kind] in acting))
