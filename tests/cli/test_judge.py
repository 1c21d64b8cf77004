"""Judging as a person meets it: what is said, and with which exit status."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.running import actum

TEXT = """中俄联合声明

双方强调，反对一切破坏战略稳定的行为。

二〇二五年五月八日于莫斯科
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of one copy; nothing is judged in it."""
    folder = tmp_path_factory.mktemp("judge")
    (folder / "a.txt").write_text(TEXT, encoding="utf8")
    for words in (("init", folder / "w"), ("add", folder / "a.txt", "-w", folder / "w"), ("build", "-w", folder / "w")):
        assert actum(*words).returncode == 0
    return folder / "w"


def test_a_fact_is_rejected_accepted_and_taken_back(workspace: Path, tmp_path: Path) -> None:
    here = ("--workspace", shutil.copytree(workspace, tmp_path / "w"))

    def positions() -> list[str]:
        build = actum("build", *here)
        assert (build.returncode, build.stderr.count("\n")) == (0, 1)
        return [json.loads(row)["id"] for row in actum("positions", *here, "-f", "jsonl").stdout.splitlines()]

    fact = positions()[-1]
    assert actum("judge", "reject", fact, *here).returncode == 0
    assert fact not in positions()
    assert actum("judge", "accept", fact, *here).returncode == 0
    assert fact in positions()
    assert actum("judge", "undo", 2, *here).returncode == 0
    again = actum("judge", "undo", 2, *here)
    assert again.returncode == 1
    assert "nothing is left to undo" in again.stderr
    log = [json.loads(row) for row in actum("judge", "list", *here, "-f", "jsonl").stdout.splitlines()]
    assert [(row["kind"], row["holds"]) for row in log] == [("reject", True), ("accept", False), ("undo", True)]


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("correct", "p", "--set", "holder=ZZZ"), 1, "holder cannot be “ZZZ”: no row of the registry"),
        (("correct", "p", "--set", "act=fly"), 1, "act cannot be “fly”; it is one of state"),
        (("correct", "p", "--set", "id=npt"), 1, "id cannot be set on p"),
        (("correct", "p", "--set", "act"), 2, "Write FIELD=VALUE"),
        (("correct", "p", "--set", "act=warn", "--set", "act=state"), 2, "act is set twice"),
        (("accept", "x1"), 2, "is the id of no fact"),
        (("accept", ""), 2, "begins the ids of"),
        (("undo", "7"), 1, "there is no judgement 7"),
        (("name", "npt", "ctbt"), 1, "is no unknown name"),
        (("same", "a.txt", "b.txt"), 1, "no copy answers to “b.txt”"),
        (("same", "a.txt", "a.txt"), 1, "are one copy"),
    ],
)
def test_what_cannot_be_judged(workspace: Path, words: tuple[str, ...], status: int, says: str) -> None:
    row = json.loads(actum("positions", "-w", workspace, "-f", "jsonl").stdout.splitlines()[0])
    done = actum("judge", *(row["id"] if word == "p" else word for word in words), "--workspace", workspace)
    assert (done.returncode, done.stdout) == (status, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert not (workspace / "judgements.jsonl").exists()
