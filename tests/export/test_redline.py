"""What a redline shows, by marked cases."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from tests.export.making import alignment, head, side

from actum.export.marked import Head, accepted, rejected
from actum.export.redline import redline
from actum.export.redline_terminal import redline_terminal
from actum.model.alignment import Alignment, Change, Side
from actum.text.span import Part

CASES = Path(__file__).parents[1] / "cases" / "redline.txt"
HEADS: tuple[Head, Head] = (head("甲", date="2019-06-05"), head("乙"))
BEFORE, AFTER = "双方反对美国退出条约。", "双方强烈谴责某些国家退出条约。"


@dataclass
class Case:
    says: str
    language: str
    sides: dict[str, list[str]] = field(default_factory=lambda: {"-": [], "+": [], ">": []})


def cases() -> list[Case]:
    found: list[Case] = []
    for block in re.split(r"\n\n+", CASES.read_text(encoding="utf8").strip())[1:]:
        says, language, *lines = block.split("\n")
        case = Case(says.removeprefix("# "), language)
        for line in lines:
            case.sides[line[0]].append(line[2:])
        found.append(case)
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.says)
def test_case(case: Case) -> None:
    earlier, ours = side(case.sides["-"], language=case.language)
    later, theirs = side(case.sides["+"], language=case.language)
    made = redline(alignment(ours, theirs), earlier, later, heads=HEADS)
    assert (rejected(made), accepted(made)) == (earlier.text, later.text)
    page = redline_terminal(made, width=10_000, colours=False)
    assert page.split("\n\n", 1)[1].rstrip("\n").split("\n\n") == case.sides[">"]


def labelled(*changes: Change) -> tuple[Side, Side, Alignment]:
    earlier, ours = side([f"a:{BEFORE}"])
    later, theirs = side([f"a:{AFTER}"])
    return earlier, later, alignment(ours, theirs, changes)


def part(text: str, words: str) -> Part:
    return Part(text.index(words), text.index(words) + len(words), words)


def test_labels_stand_behind_their_words_and_are_numbered_in_order() -> None:
    target = Change("target", part(BEFORE, "美国"), part(AFTER, "某些国家"), "usa", "veiled")
    act = Change("act", part(BEFORE, "反对"), part(AFTER, "谴责"), "oppose/1", "condemn/1")
    wording = Change("wording", part(BEFORE, "反对"), part(AFTER, "谴责"))
    earlier, later, found = labelled(target, act, act, wording)
    made = redline(found, earlier, later, heads=HEADS)
    assert [(label.number, label.kind) for label in made.labels] == [(1, "act"), (2, "target")]
    assert [(run.text, run.labels) for run in made.paragraphs[0].runs if run.labels] == [("强烈谴责某些国家", (1, 2))]
    page = redline_terminal(made, width=80, colours=False)
    assert "双方[-反对美国-]{+强烈谴责某些国家+}[1][2]退出条约。" in page
    assert "[1] act: 反对 → 谴责 (oppose/1 → condemn/1)" in page


def test_a_label_on_kept_words_stands_behind_them() -> None:
    act = Change("act", part(BEFORE, "退出"), part(AFTER, "退出"), "do/1", "demand/1")
    earlier, later, found = labelled(act)
    runs = redline(found, earlier, later, heads=HEADS).paragraphs[0].runs
    assert [run.text for run in runs if run.labels] == ["退出"]


def test_a_label_on_gone_words_stands_behind_them() -> None:
    gone = Change("target", part(BEFORE, "美国"), None, "usa", "")
    earlier, later, found = labelled(gone)
    made = redline(found, earlier, later, heads=HEADS)
    marked = [run for run in made.paragraphs[0].runs if run.labels]
    assert [(run.kind, run.earlier) for run in marked] == [("deleted", part(BEFORE, "反对美国").span)]


@pytest.mark.parametrize(
    ("cut", "wanted"),
    [
        ("earlier", ["{?+双方重视甲条约。+?}", "[-双方支持甲条约。-]", "{?+双方致谢。+?}"]),
        ("later", ["{+双方重视甲条约。+}", "[?-双方支持甲条约。-?]", "{+双方致谢。+}"]),
    ],
)
def test_beside_a_cut_text_a_sentence_told_for_itself_is_not_known(cut: str, wanted: list[str]) -> None:
    """A sentence on the same subject, and what the alignment leaves out, may have stood in what is lost."""
    earlier, ours = side(["a!related:双方支持甲条约。"])
    later, theirs = side(["a!related:双方重视甲条约。", "双方致谢。"])
    earlier, later = replace(earlier, complete=cut != "earlier"), replace(later, complete=cut != "later")
    page = redline_terminal(redline(alignment(ours, theirs), earlier, later, heads=HEADS), width=80, colours=False)
    assert page.split("\n\n", 1)[1].split() == wanted


def test_two_empty_texts_are_one_empty_paragraph() -> None:
    empty, _ = side([""])
    made = redline(Alignment(()), empty, empty, heads=HEADS)
    assert [(paragraph.runs, paragraph.mark) for paragraph in made.paragraphs] == [((), "kept")]
    assert made.counts == ()


def test_counts_are_in_the_order_of_relations() -> None:
    earlier, ours = side(["a!kept:双方同意。|:乙方不同意。"])
    later, theirs = side(["a:双方同意。|:丙方提出建议。|:丁方沉默。"])
    made = redline(alignment(ours, theirs), earlier, later, heads=HEADS)
    assert made.counts == (("kept", 1), ("added", 2), ("dropped", 1))
