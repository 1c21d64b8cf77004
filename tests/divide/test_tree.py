"""Divisions of whole texts: the marked cases, and laws over any text."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actum.divide import divide
from actum.errors import DataFault
from actum.model.division import Division

HERE = Path(__file__).resolve().parents[1]
SAMPLE = HERE.parent / "examples" / "strategic-stability"
CASES = re.split(r"^== ", (HERE / "cases" / "divide.txt").read_text(encoding="utf8"), flags=re.MULTILINE)[1:]


def _read(case: str) -> tuple[str, list[tuple[str, str]]]:
    """The text of a case, and (id, words) of each sentence that it asks for."""
    lines = [[cell.strip() for cell in line.split("|", 1)] for line in case.splitlines()[1:] if line.strip()]
    blocks: list[tuple[str, str]] = []
    for name, words in lines:
        if name == "+":
            block, before = blocks.pop()
            blocks.append((block, f"{before}\n{words}"))
        else:
            blocks.append((name, words))
    text = "\n".join(words.replace("//", "") for _, words in blocks)
    return text, [(f"{name}.s{n}", piece) for name, words in blocks for n, piece in enumerate(words.split("//"), 1)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.splitlines()[0])
def test_cases(case: str) -> None:
    text, wanted = _read(case)
    found = [(d.id, d.part.text) for d in divide(text, language="zh") if d.kind == "sentence"]
    assert found == wanted


def test_repeated_paragraphs_name_the_first() -> None:
    text = "甲反对乙。\n丙支持丁。戊欢迎己。\n甲反对乙。\n丙支持丁。 戊欢迎己。"
    repeats = {d.id: d.repeats for d in divide(text, language="zh") if d.repeats}
    assert repeats == {
        "p03": "p01", "p03.s1": "p01.s1", "p04": "p02", "p04.s1": "p02.s1", "p04.s2": "p02.s2",
    }  # fmt: skip


def test_clauses_end_outside_brackets_and_titles() -> None:
    text = "双方支持《甲,乙条约》（丙，丁）,反对戊；己。"
    clauses = [d.part.text for d in divide(text, language="zh") if d.kind == "clause"]
    assert clauses == ["双方支持《甲,乙条约》（丙，丁）,", "反对戊；", "己。"]


def test_a_section_reaches_to_the_next_of_its_level() -> None:
    text = "题目\n甲。\n一\n乙。\n小标题\n丙。\n二\n丁。"
    sections = {d.id: d.part.text for d in divide(text, language="zh") if d.kind == "section"}
    assert sections == {"s1": "一\n乙。\n小标题\n丙。", "s1-1": "小标题\n丙。", "s2": "二\n丁。"}


def test_a_blank_text_has_no_divisions() -> None:
    assert divide(" \n　\n", language="zh") == ()


def test_a_language_without_data_is_refused() -> None:
    with pytest.raises(DataFault, match="xx/divide"):
        divide("text", language="xx")


@pytest.mark.parametrize("path", sorted(SAMPLE.glob("*.txt")), ids=lambda path: path.name[:3])
def test_sample_divides_lawfully(path: Path) -> None:
    _laws(path.read_text(encoding="utf8"))


def test_the_partnership_statement_has_eight_sections_and_two_joined_sentences() -> None:
    text = next(SAMPLE.glob("004*.txt")).read_text(encoding="utf8")
    divisions = divide(text, language="zh")
    assert [d.id for d in divisions if d.kind == "section"] == [f"s{n}" for n in range(1, 9)]
    broken = [d.id for d in divisions if d.kind == "sentence" and "\n" in d.part.text]
    assert broken == ["s2.p08.s1", "s5.p03.s1"]
    assert {d.id: d.repeats for d in divisions if d.kind == "paragraph" and d.repeats} == {
        "s5.p19": "s5.p17", "s5.p20": "s5.p18", "s5.p21": "s5.p17", "s5.p22": "s5.p18",
    }  # fmt: skip


@given(st.text(alphabet="甲乙丙，。：；“”（）《》—？\n 一1.", max_size=120))
def test_any_text_divides_lawfully(text: str) -> None:
    _laws(text)


def _laws(text: str) -> None:
    divisions = divide(text, language="zh")
    known: dict[str, Division] = {}
    for d in divisions:
        d.part.check(text)
        assert d.id not in known
        assert d.part.text == d.part.text.strip() != ""
        if d.parent is not None:
            parent = known[d.parent].part.span
            assert d.part.span in parent if d.kind != "item" else d.part.start >= parent.end
        known[d.id] = d
    for kind in ("sentence", "clause"):
        parts = [d.part for d in divisions if d.kind == kind]
        assert all(a.end <= b.start for a, b in pairwise(parts))
        assert "".join("".join(p.text.split()) for p in parts) == "".join(text.split())


def test_a_paragraph_in_another_language_is_divided_by_its_own_marks() -> None:
    text = (
        "双方重申军备控制是加强国际安全与稳定的重要手段。\n"
        "The Parties agreed on a definition. They oppose any other reading; it applies from 8 May.\n"
        "双方反对任何破坏战略稳定的行为。"
    )
    found = divide(text, language="zh")
    assert [(one.id, one.language) for one in found if one.kind in {"paragraph", "sentence"}] == [
        ("p01", ""),
        ("p01.s1", ""),
        ("p02", "en"),
        ("p02.s1", "en"),
        ("p02.s2", "en"),
        ("p03", ""),
        ("p03.s1", ""),
    ]
