"""Claims: marked cases, and what holds of every claim."""

from __future__ import annotations

import pytest
from tests.regime.concept_cases import CASES, Case, cases, work_of

from actum.model.claim import Claim
from actum.regime.influence.claims import claims_of
from actum.registry.load import load

MARKED = list(cases(CASES.read_text(encoding="utf8")))


def shown(concept: str) -> str:
    if not concept.startswith("unknown:"):
        return concept
    return "local" if concept.endswith(")") and "sentence" in concept else "unknown"


def notes(claim: Claim) -> set[str]:
    found = {str(claim.modality)} - {"asserted"}
    found |= {"veiled"} if claim.cause.veiled or claim.effect.veiled else set()
    return found | ({"less"} if claim.cause.delta == "-" else set())


@pytest.mark.parametrize("case", MARKED, ids=lambda case: f"{case.cause} {case.cue} {case.effect}")
def test_marked_cases(case: Case) -> None:
    found = claims_of(work_of(case), load())
    told = [(shown(one.cause.concept), one.polarity, shown(one.effect.concept), notes(one)) for one in found]
    assert told == [(pair.cause, pair.polarity, pair.effect, set(pair.notes)) for pair in case.pairs]
