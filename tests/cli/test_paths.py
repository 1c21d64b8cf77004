"""`actum paths`, `loops`, `what-if` and `centrality` as a person meets them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.cli.running import actum

from actum.cli.chains import whole_words
from actum.store.row_keys import ROW_KEYS

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability" / "002_8bd62bbf1b58aa2c.txt"
COMMANDS = {
    "paths": ("--to", "arms-race"),
    "paths --summary": ("--to", "strategic-stability", "--summary"),
    "what-if": ("inf-treaty=-",),
    "what-if --cognitive": ("inf-treaty=-", "--cognitive", "trivalent"),
    "centrality": (),
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "w"
    actum("init", folder)
    actum("add", SAMPLE, "--workspace", folder)
    actum("build", "--workspace", folder)
    return folder


@pytest.mark.parametrize("verb", COMMANDS)
def test_rows_come_out_in_each_format(workspace: Path, verb: str) -> None:
    words = (verb.split(maxsplit=1)[0], *COMMANDS[verb], "--workspace", workspace, "--format")
    lines = actum(*words, "jsonl").stdout.splitlines()
    rows = list(csv.DictReader(io.StringIO(actum(*words, "csv").stdout)))
    assert lines
    assert len(rows) == len(lines)
    assert tuple(rows[0]) == tuple(json.loads(lines[0])) == ROW_KEYS[verb]


def test_a_chain_stands_with_its_signs_in_words_with_work_and_quote(workspace: Path) -> None:
    table = actum("paths", "--to", "军备竞赛", "--workspace", workspace).stdout
    assert "inf-treaty lowers arms-race" in table
    assert "less inf-treaty → more arms-race" in table
    assert "2019-06-05" in table
    assert "退出" in table


def test_every_quote_is_what_stands_there(workspace: Path) -> None:
    lines = actum("paths", "--to", "strategic-stability", "-w", workspace, "-f", "jsonl").stdout.splitlines()
    text = (next((workspace / "built").rglob("texts/*.txt"))).read_bytes().decode("utf8")
    claims = [claim for line in lines for step in json.loads(line)["steps"] for claim in step["claims"]]
    assert claims
    for claim in claims:
        for part in (claim["quote"], claim["cue"], claim["sentence"]):
            assert text[part["start"] : part["end"]] == part["text"]


def test_only_what_was_said_of_less_is_used_of_less(workspace: Path) -> None:
    less = actum("what-if", "中导条约=-", "-w", workspace)
    more = actum("what-if", "inf-treaty=+", "-w", workspace)
    turned = actum("what-if", "inf-treaty=+", "--both-sides", "-w", workspace)
    assert "less inf-treaty → more arms-race" in less.stdout
    assert "arms-race" not in more.stdout
    assert "--both-sides" in more.stderr
    assert "more inf-treaty ⤳ less arms-race" in turned.stdout


def test_no_loop_is_said_and_a_cognitive_run_says_how_it_ended(workspace: Path) -> None:
    loops = actum("loops", "-w", workspace)
    assert (loops.stdout, loops.stderr) == ("", "No loop.\n")
    run = actum("what-if", "inf-treaty=-", "--cognitive", "tanh", "-w", workspace)
    assert "came to rest" in run.stderr
    assert "one resting state only" in run.stderr
    assert "0." not in run.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("paths", "--to", "arms-rase"), "Near it: arms-race"),
        (("paths",), "--to CONCEPT"),
        (("what-if", "inf-treaty"), "CONCEPT=-"),
        (("what-if", "inf-treaty=-", "中导条约=+"), "at once"),
    ],
)
def test_wrong_use_is_one_clear_answer(workspace: Path, words: tuple[str, ...], says: str) -> None:
    done = actum(*words, "-w", workspace)
    assert done.returncode == 2
    assert says in " ".join(done.stderr.split())


def test_a_concept_that_no_claim_speaks_of_has_no_chain(workspace: Path) -> None:
    done = actum("paths", "--to", "golden-dome", "-w", workspace)
    assert (done.returncode, done.stdout) == (0, "")
    assert "No chain of claims" in done.stderr
    assert "No claim here speaks of golden-dome" in done.stderr


def test_nothing_chosen_is_said_and_not_taken_for_silence(workspace: Path) -> None:
    done = actum("paths", "--to", "arms-race", "--holder", "FRA", "--year", "1999", "-w", workspace)
    assert done.returncode == 0
    assert "no claims of holder “FRA” and year “1999”" in done.stderr


def test_actors_of_one_claim_are_one_row_of_a_table(tmp_path: Path) -> None:
    text = "中华人民共和国和俄罗斯联邦联合声明\n\n双方认为，美国和英国破坏战略稳定。\n\n2024年5月16日于北京\n"
    (tmp_path / "statement.txt").write_text(text, encoding="utf8")
    actum("init", tmp_path / "w")
    actum("add", tmp_path / "statement.txt", "-w", tmp_path / "w")
    actum("build", "-w", tmp_path / "w")
    words = ("paths", "--to", "strategic-stability", "-w", tmp_path / "w")
    table, lines = actum(*words), actum(*words, "-f", "jsonl").stdout.splitlines()
    assert "GBR, USA −→ strategic-stability" in table.stdout
    assert "1 chain." in table.stderr
    assert [json.loads(line)["cause"] for line in lines] == ["gbr", "usa"]


@pytest.mark.parametrize("verb", [("map",), ("paths", "--to", "arms-race"), ("loops",), ("centrality",)])
def test_what_is_no_year_is_wrong_use(workspace: Path, verb: tuple[str, ...]) -> None:
    done = actum(*verb, "--year", "20xx", "-w", workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert "“20xx” is no year" in done.stderr


@given(st.lists(st.text(st.sampled_from("ab-战→ "), min_size=1), min_size=1, max_size=6), st.integers(4, 20))
def test_lines_break_no_word_and_lose_no_character(words: list[str], width: int) -> None:
    text = " ".join(words)
    lines = whole_words(text, width).split("\n")
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert [word for line in lines for word in re.findall("[ab]+", line)] == re.findall("[ab]+", text)
    assert all(cell_len(line) <= width for line in lines if not re.search(f"[ab]{{{width},}}", line))
