"""The judgement log grows and can be taken back, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from actum.errors import JudgementRefused
from actum.model.judgement import Judgement, JudgementKind
from actum.store.judgements import add_judgement, holding, read_judgements


def judged(kind: JudgementKind, value: str = "") -> Judgement:
    return Judgement(0, kind, (("copy", "a"), ("other", "b")), value, "an analyst", "2026-11-25T00:00:00+00:00", "why")


def test_numbers_count_from_one_and_all_comes_back(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    first, second = (add_judgement(log, judged(kind)) for kind in ("same", "different"))
    assert (first.id, second.id) == (1, 2)
    assert read_judgements(log) == (first, second)


def test_undone_and_undone_again(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    same = add_judgement(log, judged("same"))
    undo = add_judgement(log, judged("undo", str(same.id)))
    assert holding(read_judgements(log)) == ()
    add_judgement(log, judged("undo", str(undo.id)))
    assert holding(read_judgements(log)) == (same,)


def test_nothing_to_undo(tmp_path: Path) -> None:
    with pytest.raises(JudgementRefused, match="no judgement 7"):
        add_judgement(tmp_path / "log.jsonl", judged("undo", "7"))
