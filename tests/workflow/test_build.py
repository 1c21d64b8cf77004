"""Builds: the same bytes for the same copies, nothing done twice, nothing lost by a kill."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from actum.store import files
from actum.store.workspace import Workspace
from actum.workflow import build as stage
from actum.workflow.add import add
from actum.workflow.build import build
from actum.workflow.show import work_rows

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_adding_does_not_matter(sample: Workspace, tmp_path: Path, seed: int) -> None:
    copies = sorted(SAMPLE.glob("*.txt"))
    random.Random(seed).shuffle(copies)
    workspace = Workspace.create(tmp_path / "w")
    for copy in copies:
        add(workspace, [copy])
    build(workspace)
    assert contents(workspace.built()) == contents(sample.built())


def test_nothing_is_done_twice(sample: Workspace) -> None:
    before = {path: path.stat().st_mtime_ns for path in sample.built().rglob("*")}
    report = build(sample)
    assert not report.fresh
    assert {path: path.stat().st_mtime_ns for path in sample.built().rglob("*")} == before


def test_a_new_copy_collates_only_what_it_touches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = Workspace.create(tmp_path / "w")
    first, *_, last = sorted(SAMPLE.glob("*.txt"))
    add(workspace, [first])
    build(workspace)
    kept: list[str] = []
    keep = Workspace.keep

    def counted(self: Workspace, step: str, key: str, row: files.Row) -> None:
        kept.append(step)
        keep(self, step, key, row)

    monkeypatch.setattr(Workspace, "keep", counted)
    add(workspace, [last])
    assert build(workspace).fresh
    assert kept == ["edition", "facts"]


def test_step_by_step_and_at_once_give_the_same(sample: Workspace, tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "w")
    for copy in sorted(SAMPLE.glob("*.txt")):
        add(workspace, [copy])
        build(workspace)
    assert contents(workspace.built()) == contents(sample.built())


def test_another_program_builds_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = Workspace.create(tmp_path / "w")
    add(workspace, [next(SAMPLE.glob("002*"))])
    build(workspace)
    monkeypatch.setattr(stage, "program", lambda: "another")
    assert build(workspace).fresh


class Killed(BaseException):
    """What a kill looks like from inside: nothing after it runs, no handler catches it."""


def test_a_kill_before_any_write_loses_nothing(
    sample: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace.create(tmp_path / "w")
    add(workspace, [SAMPLE])
    write = files.write_whole
    for survived in range(40):
        left = survived

        def dying(path: Path, data: bytes, *, flush: bool = True) -> None:
            nonlocal left
            if left == 0:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.with_name(f".{path.name}.torn").write_bytes(data[: len(data) // 2])
                raise Killed
            left -= 1
            write(path, data, flush=flush)

        with monkeypatch.context() as patched:
            patched.setattr(files, "write_whole", dying)
            patched.setattr("actum.store.workspace.write_whole", dying)
            try:
                build(workspace)
            except Killed:
                continue
            break
    else:
        pytest.fail("the build never came to its end")
    build(workspace)
    assert contents(workspace.built()) == contents(sample.built())


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.3, 0.6, 0.9, 1.4])
def test_a_real_kill(sample: Workspace, tmp_path: Path, seconds: float) -> None:
    workspace = Workspace.create(tmp_path / "w")
    add(workspace, [SAMPLE])
    command = [sys.executable, "-m", "actum", "build", "--workspace", str(workspace.root)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        time.sleep(seconds)
        os.kill(process.pid, signal.SIGKILL)
    build(workspace)
    assert contents(workspace.built()) == contents(sample.built())


def test_a_spoilt_stored_copy_is_one_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "w")
    add(workspace, [SAMPLE])
    sha256 = next(row["sha256"] for row in workspace.places().values() if "/002_" in row["path"])
    workspace.copy_path(sha256).write_bytes(b"spoilt")
    report = build(workspace)
    assert len(report.lines) == 1
    assert "gone or changed" in report.lines[0]
    assert len(work_rows(workspace)) == 2


def test_an_empty_workspace_builds(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "w")
    assert build(workspace).works == 0
    assert work_rows(workspace) == []


@pytest.mark.parametrize("copies", [1, 2])
def test_a_credit_under_the_title_leaves_the_title_a_line_of_its_own(tmp_path: Path, copies: int) -> None:
    title = "甲国和乙国关于加强战略互信的联合声明"
    body = (
        "甲国和乙国决心深化战略互信，加强战略协作，坚定维护全球和地区战略稳定与安全。\n"
        "双方强调，各国应尊重彼此主权和领土完整，不干涉内政，以和平方式解决相互之间的争端。\n"
        "双方将就此保持密切对话，协调立场，共同应对这一领域的各种新老挑战和威胁。\n2020年6月7日于海牙"
    )
    workspace = Workspace.create(tmp_path / "w")
    for number in range(copies):
        copy = tmp_path / f"{number}.txt"
        copy.write_text(f"{title}\n发布时间：2020年6月{number + 8}日\n来源：新华社\n{body}\n", encoding="utf8")
        add(workspace, [copy])
    build(workspace)
    (work,) = work_rows(workspace)
    assert (work["title"], work["complete"]) == (title, True)
    assert (workspace.built() / "texts" / f"{work['work']}.txt").read_text(encoding="utf8") == f"{title}\n{body}\n"
