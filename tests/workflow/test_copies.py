"""Copies read again: what is slow is read once, and changes are read in the state that was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.read.office import docx, ins, p
from tests.read.pages import Put, pdf

from actum.model.copy import Found
from actum.store.workspace import Workspace
from actum.workflow import copies
from actum.workflow.add import add
from actum.workflow.build import build
from actum.workflow.copies import read_kept, stored_copy


def test_a_slow_read_is_done_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2")
    workspace = Workspace.create(tmp_path / "ws")
    data = pdf([Put("The Parties reaffirm.", 60, 700)])
    first = read_kept(workspace, data, Found("a.pdf"))
    monkeypatch.setattr(copies, "read_copy", lambda *_args, **_named: pytest.fail("read again"))
    assert read_kept(workspace, data, Found("a.pdf")) == first
    monkeypatch.setattr(copies, "libraries", lambda: ("pypdfium2 0",))
    with pytest.raises(pytest.fail.Exception, match="read again"):
        read_kept(workspace, data, Found("a.pdf"))


def test_changes_are_read_in_the_state_asked_for_and_asked_for_anew(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "ws")
    file = tmp_path / "a.docx"
    file.write_bytes(docx(p("双方", ins("不"), "支持任何破坏战略稳定的行为。")))
    states = {}
    for tracked in ("before", "after"):
        add(workspace, [file], tracked=tracked)
        build(workspace)
        (row,) = workspace.places().values()
        states[tracked] = stored_copy(workspace, row["sha256"]).text.strip()
    assert states == {"before": "双方支持任何破坏战略稳定的行为。", "after": "双方不支持任何破坏战略稳定的行为。"}
