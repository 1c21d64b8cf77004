"""The judgement log grows and can be taken back, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from actum.errors import DataFault, JudgementRefused
from actum.model.judgement import Judgement, JudgementKind
from actum.store.judgements import add_judgement, holding, listed, read_judgements


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


def on(kind: JudgementKind, value: str = "", **subject: str) -> Judgement:
    return Judgement(0, kind, tuple(subject.items()), value, "an analyst", "2026-11-26T00:00:00+00:00")


@pytest.mark.parametrize(
    ("made", "held"),
    [
        ([on("reject", fact="p1"), on("accept", fact="p1")], [2]),
        ([on("accept", fact="p1"), on("reject", fact="p1")], [2]),
        ([on("accept", fact="p1"), on("reject", fact="p2")], [1, 2]),
        ([on("correct", fact="p1"), on("correct", fact="p1")], [1, 2]),
        ([on("correct", fact="p1"), on("reject", fact="p1")], [1, 2]),
        ([on("reject", fact="p1"), on("correct", fact="p1")], [2]),
        ([on("same", copy="a", other="b"), on("different", copy="a", other="b")], [2]),
        ([on("same", copy="a", other="b"), on("different", copy="a", other="c")], [1, 2]),
        ([on("name", "npt", unknown="x"), on("name", "ctbt", unknown="x")], [2]),
        ([on("boundary", copy="a", first="x", last="y"), on("boundary", copy="a", first="v", last="w")], [2]),
        ([on("reject", fact="p1"), on("accept", fact="p1"), on("undo", "2")], [1]),
    ],
)
def test_the_later_word_on_one_matter_holds(tmp_path: Path, made: list[Judgement], held: list[int]) -> None:
    log = tmp_path / "log.jsonl"
    for one in made:
        add_judgement(log, one)
    every = read_judgements(log)
    assert [one.id for one in holding(every)] == held
    assert [row["id"] for row in listed(every) if row["holds"] and row["kind"] != "undo"] == held
    assert len(listed(every)) == len(made)


def test_what_is_undone_cannot_be_undone_again(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    add_judgement(log, judged("same"))
    add_judgement(log, judged("undo", "1"))
    with pytest.raises(JudgementRefused, match="undone already, by 2: nothing is left to undo"):
        add_judgement(log, judged("undo", "1"))
    add_judgement(log, judged("undo", "2"))
    with pytest.raises(JudgementRefused, match="undone already, by 3"):
        add_judgement(log, judged("undo", "2"))
    add_judgement(log, judged("undo", "1"))
    assert holding(read_judgements(log)) == ()
    assert [row["holds"] for row in listed(read_judgements(log))] == [False, False, True, True]


def test_a_spoilt_line_names_file_and_line(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    add_judgement(log, judged("same"))
    for spoilt in (b'{"id": 2}\n', b"not json\n"):
        whole = log.read_bytes()
        log.write_bytes(whole + spoilt)
        with pytest.raises(DataFault, match=r"log\.jsonl, line 2"):
            read_judgements(log)
        log.write_bytes(whole)
