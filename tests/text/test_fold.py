"""Folding and kinds of difference: the marked cases, and the sample statements against each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from actum.text.compare import opcodes
from actum.text.fold import difference, fold
from actum.text.span import Span

HERE = Path(__file__).parents[1]
SAMPLE = HERE.parent / "examples" / "strategic-stability"
LINES = (HERE / "cases" / "fold.txt").read_text(encoding="utf8").splitlines()
CASES = [line for line in LINES if line and not line.startswith("# ")]


def written(cell: str) -> str:
    cell = cell.strip(" ").replace("⏎", "\n").replace("␣", " ").replace("∅", "")
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), cell)


@pytest.mark.parametrize("case", CASES)
def test_cases(case: str) -> None:
    left, right, same, kind = case.split(" | ")
    a, b = written(left), written(right)
    assert (fold(a).text == fold(b).text) == (same == "same")
    assert difference(a, b) == difference(b, a) == kind


def statement(number: str) -> str:
    """The folded text from the statement's first sentence to its place of signing."""
    (path,) = SAMPLE.glob(f"{number}_*.txt")
    text = fold(path.read_text(encoding="utf8")).text
    return text[text.index("在第二次世界大战胜利和联合国成立80周年之际，中华") : text.index("于莫斯科")]


def test_the_copy_with_residue_folds_to_the_clean_copy() -> None:
    assert statement("000") == statement("001")


def test_the_circular_differs_by_one_word() -> None:
    a, b = statement("001"), statement("003")
    differing = [(run.a.of(a), run.b.of(b)) for run in opcodes(a, b) if run.tag != "equal"]
    assert differing == [("和", "AND")]


def test_a_folded_place_leads_back_to_its_source() -> None:
    source = "## 聯(lián)合\n聲明 ——「戰(zhàn)略」"
    folded = fold(source)
    assert folded.text == '联合声明—"战略"'
    at = folded.text.index("战略")
    assert folded.offsets.back(Span(at, at + 2)).of(source) == "戰(zhàn)略"
