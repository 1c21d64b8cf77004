"""`actum redline` as a person meets it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.cli.running import actum

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"
PAIR = ("2019-06-05", "2025-05-08")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("redline") / "w"
    assert actum("init", folder).returncode == 0
    assert actum("add", SAMPLE, "--workspace", folder).returncode == 0
    assert actum("build", "--workspace", folder).returncode == 0
    return folder


def test_without_a_file_it_is_plain_lines_on_standard_output(workspace: Path) -> None:
    done = actum("redline", *PAIR, "--workspace", workspace)
    assert (done.returncode, done.stderr) == (0, "")
    assert "关于[-加强当代-]全球战略稳定的联合声明" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_page_on_standard_output(workspace: Path) -> None:
    done = actum("redline", *PAIR, "--as", "html", "--workspace", workspace)
    assert done.returncode == 0
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert done.stdout.endswith("</html>\n")


def test_the_ending_of_the_file_says_the_form_and_the_same_works_give_the_same_bytes(
    workspace: Path, tmp_path: Path
) -> None:
    for name in ("redline.html", "redline.docx", "redline.txt"):
        first, second = tmp_path / name, tmp_path / f"again-{name}"
        done = actum("redline", *PAIR, "--out", first, "--workspace", workspace)
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr.startswith(f"{first}: ")
        assert actum("redline", *PAIR, "--out", second, "--workspace", workspace).returncode == 0
        assert first.read_bytes() == second.read_bytes()
    assert (tmp_path / "redline.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert zipfile.is_zipfile(tmp_path / "redline.docx")
    assert "[-加强当代-]" in (tmp_path / "redline.txt").read_text(encoding="utf8")


def test_a_file_that_is_there_is_written_over_only_by_force(workspace: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.html"
    there.write_text("mine", encoding="utf8")
    done = actum("redline", *PAIR, "--out", there, "--workspace", workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"actum: {there} is there already. Name another file, or write over it with --force.\n"
    assert there.read_text(encoding="utf8") == "mine"
    assert actum("redline", *PAIR, "--out", there, "--force", "--workspace", workspace).returncode == 0
    assert there.read_text(encoding="utf8") != "mine"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((*PAIR, "--as", "docx"), "a Word document cannot be shown here."),
        (("2019-06-05", "1999"), "“1999” is the name of no work here."),
    ],
)
def test_wrong_use_is_one_line(workspace: Path, words: tuple[str, ...], says: str) -> None:
    done = actum("redline", *words, "--workspace", workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"actum: {says}")
    assert done.stderr.count("\n") == 1


def test_a_file_whose_ending_does_not_fit_is_refused(workspace: Path, tmp_path: Path) -> None:
    for name, more, says in (
        ("r.pdf", (), "“.pdf” is the ending of no form of a redline."),
        ("r.docx", ("--as", "html"), "“.docx” is the ending of docx, not of html."),
        ("r.pdf", ("--as", "terminal"), "“.pdf” is the ending of no form of a redline."),
    ):
        done = actum("redline", *PAIR, "--out", tmp_path / name, *more, "--workspace", workspace)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert says in done.stderr
        assert not (tmp_path / name).exists()
    assert actum("redline", *PAIR, "-o", tmp_path / "r", "--as", "html", "-w", workspace).returncode == 0


def test_no_folder_is_made(workspace: Path, tmp_path: Path) -> None:
    done = actum("redline", *PAIR, "--out", tmp_path / "new" / "r.html", "--workspace", workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"actum: {tmp_path / 'new'} is no folder.")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("verb", ["redline", "compare", "silence"])
def test_one_work_twice_is_refused(workspace: Path, verb: str) -> None:
    done = actum(verb, PAIR[0], PAIR[0], "--workspace", workspace)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "are one work" in done.stderr


def test_a_work_answers_to_the_file_of_its_copy_in_every_verb(workspace: Path) -> None:
    file = "002_8bd62bbf1b58aa2c.txt"
    for words in (("text", file), ("apparatus", file), ("series", file, PAIR[1])):
        done = actum(*words, "--workspace", workspace)
        assert done.returncode == 0, done.stderr
    by_file, by_date = (actum("redline", one, PAIR[1], "--workspace", workspace) for one in (file, PAIR[0]))
    assert (by_file.returncode, by_file.stdout) == (0, by_date.stdout)
