"""Facts of the sample: every quote exact, every rule named, judgements over all."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from actum.errors import DataFault, JudgementRefused, NoSuchFact
from actum.store.fact_filter import Asked
from actum.store.files import Row, read_rows
from actum.store.workspace import Workspace
from actum.workflow.add import add
from actum.workflow.build import build
from actum.workflow.explain import explain
from actum.workflow.judge import Signed, judge_correction, judge_fact, judge_name, judge_undo
from actum.workflow.show import candidate_rows, established_text, fact_rows, work_rows

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"
SIGNED = Signed("an analyst", "2026-11-25T12:00:00+00:00", "seen on paper")
KINDS = ("positions", "effects", "mentions")


def parts_of(row: Row) -> list[Row]:
    parts = [row["sentence"]]
    parts += [row[key] for key in ("cue", "matter", "cause", "effect") if row.get(key)]
    parts += row.get("addressee", [])
    return parts + ([row] if "veiled" in row else [])


@pytest.mark.parametrize("kind", KINDS)
def test_no_quote_differs_from_its_span(sample: Workspace, kind: str) -> None:
    texts = {row["work"]: established_text(sample, row["work"]) for row in work_rows(sample)}
    rows = fact_rows(sample, kind, Asked())
    assert rows
    for row in rows:
        for part in parts_of(row):
            assert texts[row["work"]][part["start"] : part["end"]] == part["text"]
            assert row["sentence"]["start"] <= part["start"] <= part["end"] <= row["sentence"]["end"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_names_its_rule_and_has_an_id_of_its_own(sample: Workspace, kind: str) -> None:
    rows = fact_rows(sample, kind, Asked())
    assert all(row["made_by"] for row in rows)
    ids = [row.get("fact") or row["id"] for row in rows]
    assert len(set(ids)) == len(ids)


def test_a_pasted_paragraph_is_read_once_and_cites_every_place(sample: Workspace) -> None:
    rows = fact_rows(sample, "positions", Asked(text="塑料污染是塑料废物"))
    assert len({row["sentence"]["start"] for row in rows}) == 1
    assert all(len(row["repeated_in"]) == 2 for row in rows)


def test_facts_off_a_doubtful_place_carry_the_doubt(sample: Workspace) -> None:
    rows = fact_rows(sample, "positions", Asked(text="个别别国家"))
    assert rows
    assert all(row["doubts"] == ["suspect"] for row in rows)
    sound = fact_rows(sample, "positions", Asked(work="加强当代"))
    assert all(row["doubts"] == [] for row in sound)


def test_levelling_for_comparing_does_not_reach_reading(sample: Workspace) -> None:
    """覆 and 复 are one to a comparer; a reader must see 颠覆."""
    cues = [row["cue"]["text"] for row in fact_rows(sample, "effects", Asked(text="颠覆战后国际秩序原则"))]
    assert cues == ["篡改", "颠覆", "削弱"]


def test_mentions_do_not_overlap(sample: Workspace) -> None:
    rows = fact_rows(sample, "mentions", Asked())
    for earlier, later in pairwise(rows):
        assert earlier["work"] != later["work"] or earlier["end"] <= later["start"]


def test_veils_are_never_lifted(sample: Workspace) -> None:
    rows = fact_rows(sample, "mentions", Asked(veiled=True))
    assert rows
    assert all(len(row["id"]) != 3 for row in rows)


def test_the_convention_is_another_in_the_next_paragraph(sample: Workspace) -> None:
    rows = fact_rows(sample, "mentions", Asked(work="加强当代"))
    assert {row["id"] for row in rows if row["text"] == "《公约》"} == {"bwc", "cwc"}


def rebuilt(folder: Path) -> Workspace:
    workspace = Workspace.create(folder / "w")
    add(workspace, [next(SAMPLE.glob("004*"))])
    build(workspace)
    return workspace


def test_judged_facts_survive_and_can_be_taken_back(tmp_path: Path) -> None:
    workspace = rebuilt(tmp_path)
    first, second, third, *_ = fact_rows(workspace, "positions", Asked())
    rejected = judge_fact(workspace, "reject", first["id"], signed=SIGNED)
    judge_fact(workspace, "accept", second["id"], signed=SIGNED)
    judge_correction(workspace, third["id"], {"act": "warn", "strength": 2}, signed=SIGNED)
    add(workspace, [SAMPLE])
    build(workspace)
    rows = {row["id"]: row for row in fact_rows(workspace, "positions", Asked())}
    assert first["id"] not in rows
    assert [row["id"] for row in read_rows(workspace.built() / "rejected.jsonl")] == [first["id"]]
    assert rows[second["id"]]["judged"]["kind"] == "accept"
    assert (rows[third["id"]]["act"], rows[third["id"]]["strength"]) == ("warn", 2)
    judge_undo(workspace, rejected.id, signed=SIGNED)
    build(workspace)
    assert first["id"] in {row["id"] for row in fact_rows(workspace, "positions", Asked())}


def test_an_unknown_is_named_once_for_all_its_places(tmp_path: Path) -> None:
    workspace = rebuilt(tmp_path)
    unknown = candidate_rows(workspace)[0]["id"]
    judge_name(workspace, unknown, "a-slug-of-mine", signed=SIGNED)
    build(workspace)
    assert unknown not in {row["id"] for row in candidate_rows(workspace)}
    assert fact_rows(workspace, "mentions", Asked(about="a-slug-of-mine"))
    assert not fact_rows(workspace, "mentions", Asked(about=unknown))


OWN = """
- slug: sco-anti-drug-centre
  kind: centre
  sure: B
  source: general knowledge
  names:
    - {zh: 禁毒中心, form: short, source: general knowledge}
"""


def test_a_row_of_the_users_own_names_an_unknown(tmp_path: Path) -> None:
    workspace = rebuilt(tmp_path)
    assert "unknown:禁毒中心" in {row["id"] for row in candidate_rows(workspace)}
    (workspace.root / "registry").mkdir()
    (workspace.root / "registry" / "own.yaml").write_text(OWN, encoding="utf8")
    assert build(workspace).fresh
    assert [row["text"] for row in fact_rows(workspace, "mentions", Asked(about="sco-anti-drug-centre"))] == [
        "禁毒中心"
    ]


def test_a_row_that_breaks_the_schema_is_one_line_and_the_build_stays(tmp_path: Path) -> None:
    workspace = rebuilt(tmp_path)
    before = workspace.current()
    (workspace.root / "registry").mkdir()
    (workspace.root / "registry" / "own.yaml").write_text("- slug: x\n  kind: nothing\n", encoding="utf8")
    with pytest.raises(DataFault, match=r"own\.yaml, line 1, row 1"):
        build(workspace)
    assert workspace.current() == before


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    workspace = rebuilt(tmp_path)
    with pytest.raises(NoSuchFact):
        judge_fact(workspace, "accept", "pffffffff", signed=SIGNED)
    with pytest.raises(JudgementRefused, match="candidates"):
        judge_name(workspace, "unknown:nothing", "npt", signed=SIGNED)
    fact = fact_rows(workspace, "positions", Asked())[0]
    with pytest.raises(JudgementRefused, match="cannot be set"):
        judge_correction(workspace, fact["id"], {"sign": "+"}, signed=SIGNED)


def test_a_judgement_on_a_sentence_that_changed_is_reported(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "w")
    add(workspace, [next(SAMPLE.glob("003*"))])
    build(workspace)
    fact = fact_rows(workspace, "positions", Asked(text="联合文件精神"))[0]
    judge_fact(workspace, "accept", fact["id"], signed=SIGNED)
    add(workspace, [SAMPLE])
    report = build(workspace)
    assert [line for line in report.lines if "judgement 1 is not applied" in line]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_fact_can_be_explained(sample: Workspace, kind: str) -> None:
    for row in fact_rows(sample, kind, Asked())[:5]:
        steps = [step["step"] for step in explain(sample, row.get("fact") or row["id"])]
        assert steps[:3] == ["fact", "text", "sentence"]
        assert {"fold", "rule", "witnesses"} <= set(steps)
