"""What the map answers of one concept, as the verbs answer it."""

from __future__ import annotations

from actum.model.influence import Clamp
from actum.regime.walks.paths import Asked
from actum.regime.walks.what_if import Manner
from actum.store.workspace import Workspace
from actum.workflow.concept_answers import concept_answers
from actum.workflow.paths import Chosen, path_rows, what_if_rows


def test_the_answers_are_those_of_the_verbs(sample: Workspace) -> None:
    answers = concept_answers(sample)
    for concept in ("inf-treaty", "abm-treaty", "usa"):
        rows, stopped = answers.what_if(concept, "-")
        told = what_if_rows(sample, [Clamp(concept, "-")], Manner(), Chosen())
        assert rows == [row for row in told.rows if row["reaches"]]
        assert not stopped
    rows, _ = answers.paths_to("strategic-balance")
    assert rows == path_rows(sample, Asked(effect="strategic-balance"), Chosen()).rows
    assert any(len(row["steps"]) > 1 for row in rows)
