"""`actum map` and `actum map compare` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.running import actum

from actum.store.row_keys import ROW_KEYS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("map")
    actum("demo", "--workspace", "w", cwd=made)
    return made / "w"


def rows(folder: Path, *words: str) -> list[dict[str, object]]:
    done = actum(*words, "-w", folder, "-f", "jsonl")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_rows_keep_their_promise(folder: Path) -> None:
    edges, fates = rows(folder, "map"), rows(folder, "map", "compare", "2019-06-05", "2025-05-08")
    assert edges
    assert fates
    assert all(tuple(row) == ROW_KEYS["map"] for row in edges)
    assert all(tuple(row) == ROW_KEYS["map compare"] for row in fates)
    assert edges == rows(folder, "map")


def test_a_table_says_what_is_unnamed_and_which_side_was_said(folder: Path) -> None:
    done = actum("map", "--work", "2019-06-05", "-w", folder)
    assert "↓ said of less" in done.stdout
    assert "美国2001年宣布退出该条约" in done.stdout
    assert "1 self-claim" in done.stderr
    assert "0 not yet named" in done.stderr
    assert "‹体育运动›" in actum("map", "--work", "2025-05-07", "-w", folder).stdout


def test_a_slip_of_the_pen_is_not_read_as_silence(folder: Path) -> None:
    done = actum("map", "--holder", "XXX", "-w", folder)
    assert "Those who claim anything: CHN, RUS" in done.stderr
    assert "Nothing is claimed there." in done.stderr


def test_compare_counts_what_it_shares(folder: Path) -> None:
    done = actum("map", "compare", "2019-06-05", "2025-05-08", "-w", folder, "--fate", "kept")
    assert "arms-control" in done.stdout
    assert "Jaccard" in done.stderr
    assert "in both" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("map", "--work", "1999"),
        ("map", "compare", "2019-06-05", "2019-06-05"),
        ("map", "compare", "2019-06-05", "2025-05-08", "--fate", "x"),
    ],
)
def test_wrong_use_is_one_line(folder: Path, words: tuple[str, ...]) -> None:
    done = actum(*words, "-w", folder)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
