"""What a person decides wins, survives rebuilds, and is refused where it names nothing exact."""

from __future__ import annotations

from pathlib import Path

import pytest

from actum.errors import JudgementRefused, NoSuchWork
from actum.store.fact_filter import Asked
from actum.store.workspace import Workspace
from actum.workflow.add import add
from actum.workflow.build import build
from actum.workflow.explain import explain
from actum.workflow.judge import (
    Signed,
    judge_boundary,
    judge_correction,
    judge_fact,
    judge_name,
    judge_pair,
    judge_reading,
    judge_undo,
)
from actum.workflow.show import apparatus_rows, candidate_rows, established_text, fact_rows, work_rows

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"
SIGNED = Signed("an analyst", "2026-11-25T12:00:00+00:00", "seen on paper")


def made(folder: Path, *numbers: str) -> Workspace:
    workspace = Workspace.create(folder / "w")
    add(workspace, [path for number in numbers for path in SAMPLE.glob(f"{number}_*.txt")])
    build(workspace)
    return workspace


def test_a_reading_is_put_right(tmp_path: Path) -> None:
    workspace = made(tmp_path, "004")
    judge_reading(
        workspace, "2025", quote="针对第三方", around=("动力,", ",也不"), reading="不针对第三方", signed=SIGNED
    )
    build(workspace)
    assert "强大内生动力,不针对第三方,也不受制于第三方。" in established_text(workspace, "2025")
    (entry,) = [row for row in apparatus_rows(workspace, "2025") if row["basis"] == "judgement"]
    assert entry["polarity"]
    add(workspace, [SAMPLE])
    build(workspace)
    assert "动力,不针对第三方,也不受制" in established_text(workspace, "2025-05-07")


def test_a_reading_taken_back(tmp_path: Path) -> None:
    workspace = made(tmp_path, "004")
    before = established_text(workspace, "2025")
    judgement = judge_reading(workspace, "2025", quote="挑畔", around=("各种", "行径"), reading="挑衅", signed=SIGNED)
    build(workspace)
    assert established_text(workspace, "2025") == before.replace("挑畔", "挑衅")
    judge_undo(workspace, judgement.id, signed=SIGNED)
    build(workspace)
    assert established_text(workspace, "2025") == before


@pytest.mark.parametrize("quote", ["双方", "从未有过的话", ""])
def test_a_reading_of_no_one_place_is_refused(tmp_path: Path, quote: str) -> None:
    workspace = made(tmp_path, "002")
    with pytest.raises(JudgementRefused, match="exactly once"):
        judge_reading(workspace, "2019", quote=quote, around=("", ""), reading="中俄", signed=SIGNED)
    assert not workspace.judgement_log.exists()


def test_a_work_that_is_not_there(tmp_path: Path) -> None:
    workspace = made(tmp_path, "002")
    with pytest.raises(NoSuchWork):
        judge_reading(workspace, "1999", quote="双方", around=("", ""), reading="中俄", signed=SIGNED)


def test_copies_judged_different_stand_apart(tmp_path: Path) -> None:
    workspace = made(tmp_path, "000", "001")
    assert len(work_rows(workspace)) == 1
    names = sorted(row["path"] for row in workspace.places().values())
    done = judge_pair(workspace, "different", (names[0], names[1]), signed=SIGNED)
    build(workspace)
    assert len(work_rows(workspace)) == 2
    judge_undo(workspace, done.id, signed=SIGNED)
    build(workspace)
    assert len(work_rows(workspace)) == 1


def test_one_copy_cannot_be_judged_against_itself(tmp_path: Path) -> None:
    workspace = made(tmp_path, "002")
    (name,) = workspace.places()
    with pytest.raises(JudgementRefused, match="one copy"):
        judge_pair(workspace, "same", (name, name), signed=SIGNED)


def test_a_name_that_means_several_copies_is_refused(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "w")
    for folder, text in (("one", "甲"), ("two", "乙"), ("three", "丙")):
        (tmp_path / folder).mkdir()
        name = "data.txt" if folder == "three" else "a.txt"
        (tmp_path / folder / name).write_text(f"双方重申{text}。\n")
        add(workspace, [tmp_path / folder])
    with pytest.raises(JudgementRefused, match="several copies"):
        judge_pair(workspace, "same", ("a.txt", "data.txt"), signed=SIGNED)
    with pytest.raises(JudgementRefused, match="no copy"):
        judge_pair(workspace, "same", ("one/a.txt", "ta.txt"), signed=SIGNED)
    assert judge_pair(workspace, "same", ("one/a.txt", "data.txt"), signed=SIGNED).id == 1


def test_a_boundary_is_drawn(tmp_path: Path) -> None:
    workspace = made(tmp_path, "002")
    judge_boundary(
        workspace, "002_8bd62bbf1b58aa2c.txt", first="双方认识到", last="避免战略误解和误判。", signed=SIGNED
    )
    build(workspace)
    (row,) = work_rows(workspace)
    text = established_text(workspace, row["work"])
    assert text.startswith("双方认识到当前")
    assert text.endswith("避免战略误解和误判。")


def test_a_boundary_that_is_not_there_is_refused(tmp_path: Path) -> None:
    workspace = made(tmp_path, "002")
    with pytest.raises(JudgementRefused, match="does not stand in"):
        judge_boundary(workspace, "002_8bd62bbf1b58aa2c.txt", first="双方认识到", last="没有的话", signed=SIGNED)


def test_a_judgement_that_no_longer_fits_is_reported_not_moved(tmp_path: Path) -> None:
    """The copy that had the wrong word is joined by two that have the right one: there is nothing to judge any more."""
    workspace = made(tmp_path, "003")
    (row,) = work_rows(workspace)
    judge_reading(workspace, row["work"], quote=" and ", around=("精神", "其中"), reading="和", signed=SIGNED)
    build(workspace)
    assert "精神和其中" in established_text(workspace, "2025-05-08")
    add(workspace, [SAMPLE])
    report = build(workspace)
    assert "精神和其中" in established_text(workspace, "2025-05-08")
    assert [line for line in report.lines if "judgement 1 is not applied" in line]


def test_the_later_of_two_judgements_on_a_fact_wins(tmp_path: Path) -> None:
    workspace = made(tmp_path, "004")
    fact = fact_rows(workspace, "positions", Asked())[0]["id"]

    def shown() -> set[str]:
        assert build(workspace).lines == ()
        return {row["id"] for row in fact_rows(workspace, "positions", Asked())}

    judge_fact(workspace, "reject", fact, signed=SIGNED)
    assert fact not in shown()
    assert any(step["step"] == "judgement" for step in explain(workspace, fact))
    accepted = judge_fact(workspace, "accept", fact, signed=SIGNED)
    assert fact in shown()
    judge_undo(workspace, accepted.id, signed=SIGNED)
    assert fact not in shown()
    judge_correction(workspace, fact, {"act": "warn"}, signed=SIGNED)
    assert fact in shown()
    steps = [step["says"] for step in explain(workspace, fact) if step["step"] == "judgement"]
    assert [says.split(":")[0] for says in steps] == ["1 (holds no more)", "2 (holds no more)", "4"]


def test_a_name_can_be_given_anew(tmp_path: Path) -> None:
    workspace = made(tmp_path, "004")
    unknown = candidate_rows(workspace)[0]["id"]
    for slug in ("npt", "my-own-slug"):
        judge_name(workspace, unknown, slug, signed=SIGNED)
        assert build(workspace).lines == ()
        assert fact_rows(workspace, "mentions", Asked(about=slug))
    for other in ("unknown:of nothing", "npt", fact_rows(workspace, "mentions", Asked())[0]["fact"]):
        with pytest.raises(JudgementRefused, match="no unknown name"):
            judge_name(workspace, other, "npt", signed=SIGNED)


def test_copies_judged_again_follow_the_later_word(tmp_path: Path) -> None:
    workspace = made(tmp_path, "000", "001")
    one, other = sorted(row["path"] for row in workspace.places().values())
    judge_pair(workspace, "different", (one, other), signed=SIGNED)
    judge_pair(workspace, "same", (other, one), signed=SIGNED)
    build(workspace)
    assert len(work_rows(workspace)) == 1


def test_a_judgement_on_bytes_that_are_gone_is_reported(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "w")
    for name, text in (("a.txt", "甲"), ("b.txt", "乙")):
        (tmp_path / name).write_text(f"双方重申{text}。\n")
        add(workspace, [tmp_path / name])
    judge_pair(workspace, "same", ("a.txt", "b.txt"), signed=SIGNED)
    (tmp_path / "a.txt").write_text("双方重申丙。\n")
    add(workspace, [tmp_path / "a.txt"])
    (line,) = build(workspace).lines
    assert "judgement 1 is not applied: it is on the copy" in line
