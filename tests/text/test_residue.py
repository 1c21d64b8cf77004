"""Residue: the marked cases, the sample, and what a residue says of itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from actum.text.residue import find_residue, residue
from actum.text.span import Span

HERE = Path(__file__).parents[1]
SAMPLE = HERE.parent / "examples" / "strategic-stability"
LINES = (HERE / "cases" / "residue.txt").read_text(encoding="utf8").splitlines()
CASES = [line for line in LINES if line and not line.startswith("#")]


def unescaped(line: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), line)


def marked(line: str) -> tuple[str, list[Span]]:
    text, spans, start = "", [], 0
    for piece in re.split(r"([{}])", unescaped(line)):
        if piece == "{":
            start = len(text)
        elif piece == "}":
            spans.append(Span(start, len(text)))
        else:
            text += piece
    return text, spans


@pytest.mark.parametrize("case", CASES)
def test_cases(case: str) -> None:
    text, spans = marked(case)
    assert [found.span for found in find_residue(text)] == spans


@pytest.mark.parametrize("case", CASES)
def test_what_is_left_is_the_text_without_its_residue(case: str) -> None:
    text, _ = marked(case)
    assert residue(text).text == re.sub(r"\{[^}]*\}", "", unescaped(case))


def test_rule_and_syllable_are_told() -> None:
    found = find_residue("聯( lián )邦战(zhan)略稳(w?n)定实现(xiàn主动\n联lián)邦")
    assert [each.syllable for each in found] == ["lián", "zhan", "w?n", "xiàn", "lián"]
    kinds = ["toned", "untoned", "damaged", "unclosed", "unopened"]
    assert [each.made_by for each in found] == [f"residue:{kind}" for kind in kinds]


def test_all_residue_of_the_sample_is_found_and_nothing_else() -> None:
    text = (SAMPLE / "000_ce5b93ffd40c2717.txt").read_text(encoding="utf8")
    found = find_residue(text)
    # Counted apart from the rules: every bracket of the file with a Latin letter in it.
    assert [each.span for each in found] == [
        Span(*each.span()) for each in re.finditer(r"\([^)]*[a-zà-ǿ][^)]*\)", text)
    ]
    assert len(found) == 121


def test_the_clean_samples_have_none() -> None:
    for path in sorted(SAMPLE.glob("00[1-4]_*.txt")):
        assert find_residue(path.read_text(encoding="utf8")) == (), path.name
