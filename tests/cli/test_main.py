"""The command line as a person meets it: exit status, streams, formats, errors."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.running import actum

from actum.cli import verbs
from actum.store.row_keys import ROW_KEYS

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"
JUDGEMENTS = ("same", "different", "boundary", "reading", "accept", "reject", "correct", "name", "undo", "list")
VERBS = [verb for verb in verbs.VERBS if verb not in {"judge", "registry"}]
VERBS += [f"judge {name}" for name in JUDGEMENTS]
VERBS += ["registry candidates", "registry find"]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "w"
    assert actum("init", folder).returncode == 0
    assert actum("add", SAMPLE, "--workspace", folder).returncode == 0
    done = actum("build", "--workspace", folder)
    assert (done.returncode, done.stdout) == (0, "")
    return folder


def test_a_verb_loads_what_it_needs_alone() -> None:
    loads = "import sys; sys.argv = ['actum', 'works', '--help']; from actum.cli.main import command_line"
    loads += "; command_line(['works']); print([m for m in sys.modules if m.startswith(('actum.web', 'actum.read.'))])"
    done = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_helps_with_an_example(verb: str) -> None:
    done = actum(*verb.split(), "--help")
    assert done.returncode == 0
    assert "Example:" in done.stdout
    assert f"actum {verb}" in done.stdout.partition("Example:")[2]


def test_works_as_json_lines(workspace: Path) -> None:
    done = actum("works", "--workspace", workspace, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) == 3
    promised = ["work", "title", "date", "language", "complete", "witnesses", "doubts"]
    assert all(set(promised) <= set(row) for row in rows)
    witness = rows[1]["witnesses"][0]
    assert {"siglum", "copy", "start", "end", "kind", "agreement"} <= set(witness)
    doubt = rows[1]["doubts"][0]
    assert {"kind", "start", "end", "quote", "says"} <= set(doubt)


def test_apparatus_as_json_lines(workspace: Path) -> None:
    done = actum("apparatus", "2025-05-08", "--workspace", workspace, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    promised = {"work", "start", "end", "established", "basis", "readings", "kind", "polarity"}
    assert all(promised <= set(row) for row in rows)
    assert all(isinstance(row["polarity"], bool) for row in rows)
    assert {"text", "sigla"} <= set(rows[0]["readings"][0])


@pytest.mark.parametrize("verb", ["works", "doubts", "positions", "effects", "mentions", "registry candidates"])
def test_csv_and_json_lines_have_the_promised_keys(workspace: Path, verb: str) -> None:
    table = actum(*verb.split(), "--workspace", workspace, "--format", "csv").stdout
    assert next(csv.reader(io.StringIO(table))) == list(ROW_KEYS[verb])
    for row in actum(*verb.split(), "--workspace", workspace, "--format", "jsonl").stdout.splitlines():
        keys = set(json.loads(row))
        assert set(ROW_KEYS[verb]) - keys <= ({"copy", "work"} if verb == "doubts" else set())
        assert keys <= set(ROW_KEYS[verb])


def test_the_head_of_a_csv_does_not_hang_on_its_rows(workspace: Path) -> None:
    words = ("positions", "--workspace", workspace, "--format", "csv")
    none = actum(*words, "--text", "nothing has these words").stdout
    assert none == ",".join(ROW_KEYS["positions"]) + "\n"
    assert actum(*words).stdout.startswith(none)
    judged = actum("judge", "list", "--workspace", workspace, "--format", "csv").stdout
    assert judged == ",".join(ROW_KEYS["judge list"]) + "\n"


POSITION = {"work", "division", "sentence", "cue", "act", "strength", "holder", "holder_written", "addressee", "matter",
            "about", "witnesses", "made_by"}  # fmt: skip
EFFECT = {"work", "division", "sentence", "cue", "sign", "cause", "effect", "made_by"}
MENTION = {"work", "division", "sentence", "text", "start", "end", "kind", "id", "veiled"}


@pytest.mark.parametrize(("verb", "promised"), [("positions", POSITION), ("effects", EFFECT), ("mentions", MENTION)])
def test_facts_as_json_lines(workspace: Path, verb: str, promised: set[str]) -> None:
    done = actum(verb, "--workspace", workspace, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) > 100
    assert all(promised <= set(row) for row in rows)


def test_facts_are_filtered(workspace: Path) -> None:
    done = actum("positions", "--workspace", workspace, "--act", "support", "--holder", "CHN", "-f", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    assert all(row["act"] == "support" and "CHN" in row["holder"] for row in rows)
    assert actum("positions", "--workspace", workspace, "--act", "fly").returncode == 2


@pytest.mark.parametrize(
    ("option", "asked", "says"),
    [
        ("--work", "1999", "No work's id has “1999”"),
        ("--holder", "China", "Nobody here is “China”; those who hold positions: CHN, RUS."),
        ("--about", "no-such-thing", "None of the positions is about “no-such-thing”"),
    ],
)
def test_a_slip_of_the_pen_is_not_read_as_silence(workspace: Path, option: str, asked: str, says: str) -> None:
    done = actum("positions", "--workspace", workspace, option, asked)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("No positions.\n")
    assert says in done.stderr


def test_explain_shows_the_trail(workspace: Path) -> None:
    first = json.loads(actum("positions", "--workspace", workspace, "--format", "jsonl").stdout.splitlines()[0])
    done = actum("explain", first["id"], "--workspace", workspace)
    for step in ("sentence", "fold", "cue", "holder", "scope", "rule"):
        assert step in done.stdout
    assert first["made_by"] in done.stdout


def test_the_registry_is_asked(workspace: Path) -> None:
    done = actum("registry", "find", "中導條約", "--format", "jsonl")
    assert json.loads(done.stdout)["slug"] == "inf-treaty"
    assert actum("registry", "find", "no such thing").returncode == 2
    assert actum("registry", "candidates", "--workspace", workspace).returncode == 0


def test_csv_reads_back(workspace: Path) -> None:
    done = actum("doubts", "--workspace", workspace, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert rows[0]["kind"] == "negation"
    assert rows[0]["quote"] == "针对第三方"


def test_a_table_shows_weight_and_says_what_it_leaves_out(workspace: Path) -> None:
    done = actum("apparatus", "2025-05-08", "--workspace", workspace)
    assert "C: and" in done.stdout
    assert "Not shown: " in done.stderr
    assert "於" not in done.stdout


def test_text_is_plain(workspace: Path) -> None:
    done = actum("text", "2025-05-08", "--workspace", workspace)
    assert done.stdout.startswith("中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明\n")
    assert done.stdout.endswith("2025年5月8日于莫斯科\n")
    assert done.stderr == ""


def test_text_as_rows(workspace: Path) -> None:
    words = ("text", "2025-05-08", "--workspace", workspace, "--format")
    plain = actum(*words, "table").stdout
    (row,) = map(json.loads, actum(*words, "jsonl").stdout.splitlines())
    assert tuple(row) == ROW_KEYS["text"]
    assert row["work"] == "2025-05-08-全球战略稳定"
    assert row["text"] + "\n" == plain
    (cells,) = csv.DictReader(io.StringIO(actum(*words, "csv").stdout))
    assert cells["text"] == row["text"]


def test_the_workspace_is_found_upward(workspace: Path) -> None:
    below = workspace / "copies"
    assert actum("works", "--format", "jsonl", cwd=below).stdout.count("\n") == 3


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["works"], 2, "no workspace in"),
        (["works", "--workspace", "nowhere"], 2, "is no workspace"),
        (["works", "--format", "xml"], 2, "xml"),
        (["fly"], 2, "fly"),
        (["init", "."], 2, "is not an empty folder"),
    ],
)
def test_wrong_use(tmp_path: Path, words: list[str], status: int, says: str) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    done = actum(*words, cwd=tmp_path)
    assert done.returncode == status
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_no_such_work_lists_those_there_are(workspace: Path) -> None:
    done = actum("text", "1999", "--workspace", workspace)
    assert done.returncode == 2
    assert "2025-05-08-全球战略稳定" in done.stderr


def test_not_built(tmp_path: Path) -> None:
    actum("init", tmp_path / "w")
    done = actum("works", "--workspace", tmp_path / "w")
    assert done.returncode == 2
    assert "actum build" in done.stderr


def test_bad_input_costs_one_line_each_and_status_1(tmp_path: Path) -> None:
    actum("init", tmp_path / "w")
    (tmp_path / "empty.txt").write_bytes(b"")
    good = tmp_path / "good.txt"
    good.write_text("双方重申军备控制是加强国际安全与稳定的重要手段。")
    done = actum("add", tmp_path / "empty.txt", good, "--workspace", tmp_path / "w")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 2
    assert "empty.txt: the file is empty" in lines[0]
    assert "1 new, 0 known, 1 not read" in lines[1]
    assert actum("build", "--workspace", tmp_path / "w").returncode == 0
    rows = actum("doubts", "--workspace", tmp_path / "w", "--format", "jsonl").stdout.splitlines()
    assert any(json.loads(row)["kind"] == "unread" for row in rows)


def test_a_reader_that_leaves_is_no_error(workspace: Path) -> None:
    for form in ("jsonl", "csv", "table"):
        words = f"set -o pipefail; {sys.executable} -m actum apparatus 2025-05-08 --all -w {workspace} --format {form}"
        done = subprocess.run(["bash", "-c", f"{words} | head -1"], capture_output=True, text=True, check=False)
        assert done.stdout.count("\n") == 1
        assert (done.returncode, done.stderr) == (0, "")


def test_what_the_system_refuses_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for words in (("init", tmp_path / "file" / "w"), ("demo", "--workspace", tmp_path / "file" / "w")):
        done = actum(*words)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("actum: ")
        assert "cannot be read or written (Not a directory)" in done.stderr
        assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device to write to")
@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_output_that_cannot_be_written_is_one_line(workspace: Path, form: str) -> None:
    words = f"{sys.executable} -m actum works -w {workspace} --format {form} > /dev/full"
    done = subprocess.run(["bash", "-c", words], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("actum: the output cannot be written")
    assert done.stderr.count("\n") == 1


def test_demo(tmp_path: Path) -> None:
    done = actum("demo", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "5 copies, 3 works" in done.stderr
    assert "针对第三方" in done.stdout
    assert actum("demo", cwd=tmp_path).stdout == done.stdout
    (tmp_path / "mine.txt").write_text("双方重申。", encoding="utf8")
    actum("add", "mine.txt", "--workspace", "demo-workspace", cwd=tmp_path)
    done = actum("demo", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "copies of your own (mine.txt)" in done.stderr


@pytest.fixture
def own_row(tmp_path: Path) -> Path:
    """A workspace with an authority file of its own."""
    assert actum("init", tmp_path / "w").returncode == 0
    file = tmp_path / "w" / "registry" / "mine.yaml"
    file.parent.mkdir()
    row = "- slug: my-centre\n  kind: centre\n  sure: B\n  source: mine\n"
    file.write_text(row + "  names: [{zh: 我的中心, form: full, source: mine}]\n", encoding="utf8")
    return file


def test_rows_of_the_workspace_are_found(own_row: Path) -> None:
    for words in (("my-centre", "--workspace", own_row.parents[1]), ("我的中心",)):
        done = actum("registry", "find", *words, "--format", "jsonl", cwd=own_row.parent)
        assert json.loads(done.stdout)["slug"] == "my-centre"
    assert actum("registry", "find", "my-centre", cwd=own_row.parents[2]).returncode == 2
    assert actum("registry", "find", "npt", "--workspace", own_row.parent).returncode == 2


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("- slug: other\n  kind: nothing\n", "line 6, row 2 (other), field"),
        ("- slug: npt\n  kind: treaty\n  sure: B\n  source: s\n", "registry row npt, field slug: given twice"),
        ("- slug: [other\n", "line 7"),
    ],
)
def test_a_fault_of_an_authority_file_names_file_and_line(own_row: Path, line: str, says: str) -> None:
    own_row.write_text(own_row.read_text(encoding="utf8") + line, encoding="utf8")
    for verb in (("registry", "find", "npt"), ("build",)):
        done = actum(*verb, "--workspace", own_row.parents[1])
        assert done.returncode == 1
        assert "mine.yaml" in done.stderr
        assert says in done.stderr
        assert done.stderr.count("\n") == 1


def test_the_program_starts_of_itself(workspace: Path) -> None:
    command = [sys.executable, "-m", "actum", "works", "--workspace", str(workspace), "--format", "jsonl"]
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, encoding="utf8", check=False, env=ascii_only)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == actum(*command[3:]).stdout
