"""`actum formulations`, `track` and `series` as a person meets them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.running import actum

from actum.store.row_keys import ROW_KEYS

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"
COMMANDS = {"formulations": (), "track": ("冷战思维和零和博弈",), "series": ("2019-06-05", "2025-05-08")}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "w"
    actum("init", folder)
    actum("add", SAMPLE, "--workspace", folder)
    actum("build", "--workspace", folder)
    return folder


@pytest.mark.parametrize("verb", COMMANDS)
def test_rows_come_out_in_each_format(workspace: Path, verb: str) -> None:
    lines = actum(verb, *COMMANDS[verb], "--workspace", workspace, "--format", "jsonl").stdout.splitlines()
    page = actum(verb, *COMMANDS[verb], "--workspace", workspace, "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(page)))
    assert lines
    assert len(rows) == len(lines)
    assert tuple(rows[0]) == tuple(json.loads(lines[0])) == ROW_KEYS[verb]


def test_tables_say_what_matters(workspace: Path) -> None:
    assert "摒弃冷战思维和零和博弈" in actum("formulations", "-n", 5, "-w", workspace).stdout
    track = actum("track", "绝对安全", "-w", workspace)
    assert "∅ → 战略" in track.stdout
    assert track.stderr == "1 same, 1 variant, 1 unknown\n"
    series = actum("series", *COMMANDS["series"], "-w", workspace)
    assert series.stdout.split()[:3] == ["provision", "2019-06-05", "2025-05-08"]
    assert " gone" in series.stderr


def test_series_says_which_works_have_no_day(tmp_path: Path) -> None:
    for name, words in {"a.txt": "双方扩大渔业合作。", "b.txt": "双方改造边境铁路。"}.items():
        (tmp_path / name).write_text(f"关于{words[2:6]}的联合声明\n{words}\n", encoding="utf8")
    actum("init", tmp_path / "w")
    actum("add", tmp_path / "a.txt", tmp_path / "b.txt", "-w", tmp_path / "w")
    actum("build", "-w", tmp_path / "w")
    every = actum("series", "-w", tmp_path / "w", "-f", "jsonl")
    assert (every.returncode, every.stdout) == (0, "")
    assert every.stderr.startswith("Left out, for they have no day: ")
    assert "undated-扩大渔业" in every.stderr
    named = actum("series", "b.txt", "a.txt", "-w", tmp_path / "w")
    assert named.stderr.startswith("In the order typed, for these have no day: ")
    assert named.stdout.split()[:3] == ["provision", "undated-改造边境", "undated-扩大渔业"]


def test_wrong_use(workspace: Path) -> None:
    assert actum("track", " ", "-w", workspace).returncode == 2
    assert actum("series", "1999-01-01", "-w", workspace).returncode == 2
    assert actum("series", "2019-06-05", "2019-06-05", "-w", workspace).returncode == 2
    assert actum("formulations", "-n", -1, "-w", workspace).returncode == 2


def test_nothing_found_is_said(workspace: Path) -> None:
    done = actum("track", "星际贸易公约", "-w", workspace)
    assert (done.returncode, done.stdout) == (0, "")
    assert "星际贸易公约" in done.stderr
