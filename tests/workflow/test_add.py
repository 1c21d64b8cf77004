"""Taking files in: whatever lies in a folder, one clear line for each that cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from actum.store.files import shown
from actum.store.workspace import Workspace
from actum.workflow.add import add
from actum.workflow.build import build
from actum.workflow.show import work_rows

STATEMENT = "双方重申军备控制是加强国际安全与稳定的重要手段。\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "w")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "copies"
    made.mkdir()
    return made


def test_bytes_are_kept_as_they_are(workspace: Workspace, folder: Path) -> None:
    data = ("﻿" + STATEMENT.replace("\n", "\r\n")).encode("utf-16")
    (folder / "a.txt").write_bytes(data)
    report = add(workspace, [folder])
    assert (report.added, report.known, report.unread) == (1, 0, [])
    (row,) = workspace.places().values()
    assert workspace.copy_bytes(row["sha256"]) == data


def test_the_same_again_changes_nothing(workspace: Workspace, folder: Path) -> None:
    (folder / "a.txt").write_text(STATEMENT)
    add(workspace, [folder])
    log = (workspace.root / "places.jsonl").read_bytes()
    report = add(workspace, [folder])
    assert (report.added, report.known) == (0, 1)
    assert (workspace.root / "places.jsonl").read_bytes() == log


def test_equal_bytes_are_one_copy_in_two_places(workspace: Workspace, folder: Path) -> None:
    (folder / "a.txt").write_text(STATEMENT)
    (folder / "b.txt").write_text(STATEMENT)
    report = add(workspace, [folder])
    assert (report.added, report.known) == (1, 1)
    assert len({row["sha256"] for row in workspace.places().values()}) == 1
    assert len(workspace.places()) == 2


def bad_folder(folder: Path) -> None:
    (folder / "good.txt").write_text(STATEMENT)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (folder / "mixed.txt").write_bytes(STATEMENT.encode() * 9 + STATEMENT.encode("gb18030") * 9)
    (folder / "nul.txt").write_bytes(STATEMENT.encode() + b"\x00" * 200)
    with (folder / "long.txt").open("wb") as long:
        long.truncate(100 * 1024 * 1024)
    (folder / "loop").symlink_to(folder)
    (folder / "nowhere.txt").symlink_to(folder / "gone")
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    (folder / "two\nlines.txt").write_bytes(b"")
    os.mkfifo(folder / "pipe")


def test_bad_input_costs_a_line_each_and_stops_nothing(workspace: Workspace, folder: Path) -> None:
    bad_folder(folder)
    report = add(workspace, [folder, folder / "missing.txt"])
    assert report.added == 1
    names = ["empty", "image", "itself", "long", "loop", "mixed", "nowhere", "nul", "pipe", r"two\nlines", "missing"]
    assert len(report.unread) == len(names)
    for name, line in zip(names, report.unread, strict=True):
        assert name in line.split(": ")[0]
        assert "\n" not in line
        assert line.endswith(".")


def test_a_path_that_can_no_longer_be_read_keeps_its_copy(workspace: Workspace, folder: Path) -> None:
    (folder / "a.txt").write_text(STATEMENT)
    add(workspace, [folder])
    before = workspace.places()
    (folder / "a.txt").write_bytes(b"")
    report = add(workspace, [folder])
    (line,) = report.unread
    assert line.endswith("What was read from it before stays in use.")
    assert workspace.places() == before


def test_a_path_with_new_content_is_the_place_of_the_new(workspace: Workspace, folder: Path) -> None:
    (folder / "a.txt").write_text(STATEMENT)
    add(workspace, [folder])
    before = next(iter(workspace.places().values()))["sha256"]
    (folder / "a.txt").write_text(STATEMENT * 2)
    report = add(workspace, [folder])
    assert (report.added, report.changed, report.known) == (0, 1, 0)
    (line,) = report.changes
    assert "a.txt: its bytes have changed" in line
    assert "are read no more" in line
    (row,) = workspace.places().values()
    assert row["sha256"] != before
    assert workspace.copy_bytes(before) == STATEMENT.encode()
    (folder / "a.txt").write_text(STATEMENT)
    assert add(workspace, [folder]).changed == 1


def test_former_bytes_that_another_path_has_are_still_read(workspace: Workspace, folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(STATEMENT)
    add(workspace, [folder])
    (folder / "a.txt").write_text(STATEMENT * 2)
    (line,) = add(workspace, [folder]).changes
    assert line.endswith("b.txt.")
    assert "still read" in line
    (folder / "b.txt").write_text(STATEMENT * 2)
    (line,) = add(workspace, [folder]).changes
    assert "they are the same bytes as" in line


def test_a_second_path_is_said_once_and_shown_ever_after(workspace: Workspace, folder: Path) -> None:
    (folder / "b.txt").write_text(STATEMENT)
    add(workspace, [folder])
    build(workspace)
    (folder / "a.txt").write_text(STATEMENT)
    report = add(workspace, [folder])
    assert (report.added, report.known) == (0, 2)
    (line,) = report.same
    assert "a.txt: the same bytes as " in line
    assert "b.txt" in line
    assert add(workspace, [folder]).same == []
    for _ in range(2):
        build(workspace)
        ((witness,),) = (row["witnesses"] for row in work_rows(workspace))
        assert [Path(path).name for path in witness["paths"]] == ["a.txt", "b.txt"]
        assert witness["copy"] == witness["paths"][0]
        add(workspace, [folder / "b.txt", folder / "a.txt"])


def test_a_workspace_that_is_named_is_refused(workspace: Workspace) -> None:
    report = add(workspace, [workspace.root])
    assert len(report.unread) == 1
    assert "is a workspace" in report.unread[0]


def test_a_workspace_inside_is_not_swallowed(workspace: Workspace) -> None:
    (workspace.root.parent / "a.txt").write_text(STATEMENT)
    report = add(workspace, [workspace.root.parent])
    assert report.added == 1
    assert len(workspace.places()) == 1


@pytest.mark.parametrize(
    ("path", "line"), [("a b.txt", "a b.txt"), ("a\nb", r"a\nb"), (os.fsdecode(b"a\xffb"), r"a\xffb"), ("声明", "声明")]
)
def test_any_name_is_one_printable_line(path: str, line: str) -> None:
    assert shown(path) == line
