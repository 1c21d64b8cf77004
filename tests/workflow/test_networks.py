"""Resolutions with their sponsors and votes, as the United Nations publish them; skipped where they are not at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from actum.store.workspace import Workspace
from actum.workflow.add import add
from actum.workflow.build import build
from actum.workflow.networks import NetworkAsked, network_of

SHARED = Path(os.environ.get("ACTUM_SHARED", Path(__file__).parents[3] / "shared")) / "un"


@pytest.fixture(scope="module")
def resolutions(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    files = sorted(SHARED.glob("A_RES_80_70.*.xml")) + sorted(SHARED.glob("A_RES_79_77.zh.xml"))
    if len(files) < 4:
        pytest.skip("no resolutions here")
    workspace = Workspace.create(tmp_path_factory.mktemp("un") / "w")
    add(workspace, files)
    build(workspace)
    return workspace


def test_votes_count_once_in_all_languages(resolutions: Workspace) -> None:
    ties = {
        (tie.source, tie.target): dict(tie.counts)
        for tie in network_of(resolutions, NetworkAsked("holder-concept")).ties
    }
    assert ties[("CHN",), "ctbt"]["for"] == 2
    assert (ties[("USA",), "ctbt"]["for"], ties[("USA",), "ctbt"]["against"]) == (1, 1)
    assert (ties[("IND",), "ctbt"]["for"], ties[("IND",), "ctbt"]["neither"]) == (0, 2)


def test_votes_make_conflict(resolutions: Workspace) -> None:
    (tie,) = [
        tie
        for tie in network_of(resolutions, NetworkAsked("conflict", years=1)).ties
        if tie.source == ("CHN",) and tie.target == "USA"
    ]
    assert tie.window == "2025"
    assert dict(tie.counts) == {"congruence": 0, "conflict": 1, "activity": 1, "activity_of_target": 1}
    assert {one.basis for one in tie.because} == {"vote"}
