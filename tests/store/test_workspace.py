"""The folder that holds everything."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from actum.errors import CopyUnread, DataFault, NotBuilt, NoWorkspace, WorkspaceBusy, WorkspaceExists, WorkspaceTooNew
from actum.store.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "w")


def test_created_once(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceExists):
        Workspace.create(workspace.root)


def test_not_over_other_files(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(WorkspaceExists, match="not an empty folder"):
        Workspace.create(tmp_path)


def test_found_upward(workspace: Workspace) -> None:
    below = workspace.root / "a" / "b"
    below.mkdir(parents=True)
    assert Workspace.find(below) == workspace


def test_none_to_find(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspace, match="actum init"):
        Workspace.find(tmp_path)


def test_of_a_later_version(workspace: Workspace) -> None:
    (workspace.root / "actum.json").write_text('{"format": 99}')
    with pytest.raises(WorkspaceTooNew):
        Workspace.open_at(workspace.root)


def test_head_spoilt(workspace: Workspace) -> None:
    (workspace.root / "actum.json").write_text("{}")
    with pytest.raises(NoWorkspace, match="does not say its format"):
        Workspace.open_at(workspace.root)


def test_copies_are_kept_and_checked(workspace: Workspace) -> None:
    sha256 = hashlib.sha256(b"bytes").hexdigest()
    workspace.keep_copy(b"bytes", sha256=sha256)
    assert workspace.copy_bytes(sha256) == b"bytes"
    workspace.copy_path(sha256).write_bytes(b"other")
    with pytest.raises(CopyUnread, match="gone or changed"):
        workspace.copy_bytes(sha256)


def test_the_latest_row_of_a_path_holds(workspace: Workspace) -> None:
    workspace.log_places([{"path": "b", "sha256": "1"}, {"path": "a", "sha256": "2"}])
    workspace.log_places([{"path": "b", "sha256": "3"}])
    assert list(workspace.places().items()) == [
        ("a", {"path": "a", "sha256": "2"}),
        ("b", {"path": "b", "sha256": "3"}),
    ]


@pytest.mark.parametrize("spoilt", ['{"path": "a"}', '{"sha256": "1"}', "[]", "none"])
def test_a_spoilt_line_names_file_and_line(workspace: Workspace, spoilt: str) -> None:
    workspace.log_places([{"path": "b", "sha256": "1"}])
    with (workspace.root / "places.jsonl").open("a") as log:
        log.write(spoilt + "\n")
    with pytest.raises(DataFault, match=r"places\.jsonl, line 2: "):
        workspace.places()


def test_nothing_built(workspace: Workspace) -> None:
    with pytest.raises(NotBuilt, match="actum build"):
        workspace.built()


def test_a_build_takes_the_place_of_the_former(workspace: Workspace) -> None:
    workspace.publish("one", rows={"works.jsonl": [{"work": "a"}]}, texts={"texts/a.txt": "甲"})
    workspace.publish("two", rows={"works.jsonl": []}, texts={})
    assert workspace.current() == "two"
    assert sorted(path.name for path in (workspace.root / "built").iterdir()) == ["current", "two"]


@pytest.mark.parametrize("left", [".two.new", "two"])
def test_what_a_kill_left_is_no_hindrance(workspace: Workspace, left: str) -> None:
    workspace.publish("one", rows={"works.jsonl": [{"work": "a"}]}, texts={})
    half = workspace.root / "built" / left
    half.mkdir()
    (half / "works.jsonl").write_text('{"work": "ha')
    assert workspace.current() == "one"
    workspace.publish("two", rows={"works.jsonl": [{"work": "b"}]}, texts={})
    assert (workspace.built() / "works.jsonl").read_text() == '{"work": "b"}\n'
    assert sorted(path.name for path in (workspace.root / "built").iterdir()) == ["current", "two"]


HOLDER = """
import sys
from pathlib import Path
from actum.store.workspace import Workspace
with Workspace(Path(sys.argv[1])).writing():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_one_writer_at_a_time(workspace: Workspace) -> None:
    command = [sys.executable, "-c", HOLDER, str(workspace.root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(WorkspaceBusy), workspace.writing():
            pass
        other.kill()
    with workspace.writing():
        pass


def test_kept_results_are_whole_or_none(workspace: Workspace) -> None:
    workspace.keep("edition", "abcd", {"text": "甲"})
    assert workspace.kept("edition", "abcd") == {"text": "甲"}
    assert workspace.kept("edition", "abce") is None
    path = workspace.root / "kept" / "edition" / "ab" / "abcd.jsonl"
    for spoilt in ("no json\n", "[]\n"):
        path.write_text(spoilt)
        assert workspace.kept("edition", "abcd") is None
    path.write_text('{"text": "')
    assert workspace.kept("edition", "abcd") is None
