"""`actum network` and `actum export` on the sample."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest
from tests.cli.running import actum

from actum.store.row_keys import ROW_KEYS


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("network") / "w"
    actum("demo", "--workspace", made)
    return made


def rows(workspace: Path, *words: str) -> list[dict[str, object]]:
    done = actum("network", *words, "--format", "jsonl", "--workspace", workspace)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_rows_have_the_promised_keys_and_one_joint_voice(workspace: Path) -> None:
    found = rows(workspace)
    assert all(tuple(row) == ROW_KEYS["network"] for row in found)
    assert {row["source"] for row in found} == {"CHN", "CHN+RUS", "RUS"}
    assert not any(row["split_from"] for row in found)


def test_split_voices_are_marked(workspace: Path) -> None:
    found = rows(workspace, "--tie", "congruence", "--split-joint")
    assert [(row["source"], row["target"], row["split_from"]) for row in found] == [("CHN", "RUS", ["CHN", "RUS"])]
    assert rows(workspace, "--tie", "congruence") == []


def test_no_veiled_name_is_a_state(workspace: Path) -> None:
    found = rows(workspace, "--tie", "target")
    veiled = [row for row in found if row["explicit"] == "veiled"]
    assert veiled
    assert all(len(str(row["target"])) > 3 and row["written"] for row in veiled)


def test_the_matrix_has_the_same_heads_for_each_side(workspace: Path) -> None:
    pages = [actum("network", "--matrix", side, "-f", "csv", "-w", workspace).stdout for side in ("for", "open")]
    heads = [next(csv.reader(io.StringIO(page))) for page in pages]
    assert heads[0] == heads[1]
    assert heads[0][0] == "voice"


def test_windows_and_wrong_dates(workspace: Path) -> None:
    assert {row["window"] for row in rows(workspace, "--window", "1")} == {"2019", "2025"}
    assert actum("network", "--from", "May", "-w", workspace).returncode == 2


def test_exports_are_written_once_and_the_same(workspace: Path, tmp_path: Path) -> None:
    for form, name in (
        ("gexf", "a.gexf"),
        ("graphml", "a.graphml"),
        ("jsonld", "a.jsonld"),
        ("mental-modeler", "a.mmp"),
    ):
        done = actum("export", form, "--out", tmp_path / name, "--workspace", workspace)
        assert done.returncode == 0, done.stderr
        first = (tmp_path / name).read_bytes()
        assert actum("export", form, "--out", tmp_path / name, "--workspace", workspace).returncode == 2
        assert actum("export", form, "--out", tmp_path / name, "-w", workspace, "--force").returncode == 0
        assert (tmp_path / name).read_bytes() == first
    assert len(nx.read_gexf(tmp_path / "a.gexf")) == len(nx.read_graphml(tmp_path / "a.graphml")) > 50


def test_tables_are_a_folder(workspace: Path, tmp_path: Path) -> None:
    assert actum("export", "csv", "--out", tmp_path / "t", "-w", workspace).returncode == 0
    assert {path.stem for path in (tmp_path / "t").iterdir()} == {
        "concepts", "edges", "claims", "positions", "ledger", "events",
    }  # fmt: skip
    assert actum("export", "csv", "--out", tmp_path / "t", "-w", workspace).returncode == 2


def test_a_picture_that_is_too_large_says_what_to_do(workspace: Path, tmp_path: Path) -> None:
    done = actum("export", "svg", "--out", tmp_path / "a.svg", "-w", workspace)
    assert done.returncode == 2
    assert "--around" in done.stderr
    assert not (tmp_path / "a.svg").exists()
    one = actum("export", "svg", "--out", tmp_path / "a.svg", "--around", "军备竞赛", "-w", workspace)
    assert one.returncode == 0, one.stderr
    assert "arms-race" in (tmp_path / "a.svg").read_text(encoding="utf8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("gexf", "--out", "a.svg"), "ends in .gexf"),
        (("gexf", "--out", "nowhere/a.gexf"), "is no folder"),
        (("svg", "--out", "a.svg", "--tie", "target"), "graphml or gexf"),
        (("svg", "--out", "a.svg", "--holder", "FRA"), "nothing to draw"),
        (("svg", "--out", "a.svg", "--around", "no such thing"), "no concept"),
    ],
)
def test_what_cannot_be_made_is_refused_in_a_line(
    workspace: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = actum("export", *words, "-w", workspace, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert not list(tmp_path.iterdir())
