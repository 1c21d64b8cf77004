"""The sample, built once for all tests that only look."""

from __future__ import annotations

from pathlib import Path

import pytest

from actum.store.workspace import Workspace
from actum.workflow.add import add
from actum.workflow.build import build

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"


def built(folder: Path, copies: list[Path]) -> Workspace:
    """A workspace of these copies, added one by one in this order, and built."""
    workspace = Workspace.create(folder)
    for copy in copies:
        add(workspace, [copy])
    build(workspace)
    return workspace


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return built(tmp_path_factory.mktemp("sample") / "w", sorted(SAMPLE.glob("*.txt")))
