"""What the whole map answers of one concept, for many concepts in turn: the graph is made once.

Takes       a workspace with a build.
Gives       ConceptAnswers: what less or more of a concept is said to do, and the chains that lead to it, as rows.
Method      as `paths` and `what-if` without any option: chains within single works, nothing lent by the registry.
Leaves out  parts of the map, and chains through several works: `workflow.paths` has them.
"""

from __future__ import annotations

from dataclasses import dataclass

from actum.model.fact import Sign
from actum.model.influence import Clamp
from actum.regime.walks.aloud import Naming
from actum.regime.walks.graph import Graph
from actum.regime.walks.paths import Asked, paths
from actum.regime.walks.what_if import Manner, what_if
from actum.store.files import Row
from actum.store.path_rows import consequence_row, path_row
from actum.store.workspace import Workspace
from actum.workflow.paths import Chosen, by_sides, graph_from, naming_of, said


@dataclass(frozen=True, slots=True, eq=False)
class ConceptAnswers:
    """The graph of all claims, and how its concepts are told."""

    graph: Graph
    naming: Naming

    def what_if(self, concept: str, direction: Sign) -> tuple[list[Row], str]:
        """A row for each concept that is reached, by slug, and why the search stopped, empty where it did not."""
        found = what_if(self.graph, [Clamp(concept, direction)], Manner())
        rows = [
            consequence_row(one, [said(reach.chain, self.naming, reach.clamp.direction) for reach in one.reaches])
            for one in found.consequences
            if one.reaches
        ]
        return rows, found.stopped

    def paths_to(self, concept: str) -> tuple[list[Row], str]:
        """The chains that end in the concept and hold as they were said, in order, and why the search stopped."""
        found = paths(self.graph, Asked(effect=concept))
        shown, _ = by_sides(found.paths, any_sides=False)
        return [path_row(path, said(path, self.naming)) for path in shown], found.stopped


def concept_answers(workspace: Workspace) -> ConceptAnswers:
    """The answers of the whole map. Raises NotBuilt."""
    graph = graph_from(workspace, Chosen())
    return ConceptAnswers(graph, naming_of(graph, workspace))
