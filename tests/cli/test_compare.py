"""`actum compare` and `actum silence` from the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("compare")
    actum("demo", "--workspace", "w", folder=made)
    return made


def actum(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "actum", *words]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)


def rows(folder: Path, *words: str) -> list[dict[str, object]]:
    done = actum(*words, "-w", "w", "-f", "jsonl", folder=folder)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_compare(folder: Path) -> None:
    everything = rows(folder, "compare", "2019-06-05", "2025-05-08")
    dropped = rows(folder, "compare", "2019-06-05", "2025-05-08", "-r", "dropped")
    assert dropped == [row for row in everything if row["relation"] == "dropped"]
    assert everything == rows(folder, "compare", "2019-06-05", "2025-05-08")


def test_a_table_says_how_many(folder: Path) -> None:
    done = actum("compare", "2019-06-05", "2025-05-08", "-w", "w", "-r", "split", folder=folder)
    assert "dropped" in done.stderr
    assert "重要 → 特殊" in done.stdout


def test_silence(folder: Path) -> None:
    found = rows(folder, "silence", "2019-06-05", "2025-05-08", "-s", "silent")
    assert "ctbt" in {row["id"] for row in found}
    assert {row["standing"] for row in found} == {"silent"}


@pytest.mark.parametrize(("verb", "option"), [("compare", "--relation"), ("silence", "--standing")])
def test_wrong_use(folder: Path, verb: str, option: str) -> None:
    assert actum(verb, "2019-06-05", "2025-05-08", "-w", "w", option, "gone", folder=folder).returncode == 2
    assert actum(verb, "1999", "2025-05-08", "-w", "w", folder=folder).returncode == 2
