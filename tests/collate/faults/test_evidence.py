"""What speaks for a repaired wording."""

from __future__ import annotations

from pathlib import Path

from actum.collate.faults.evidence import parallels_for
from actum.collate.faults.look import MOST_OTHERS, look_at, related
from actum.text.span import Span

TEXT = "双方反对个别别国家将外空武器化。"
OTHERS = [
    ("far", "个别国家的做法不可接受。"),
    ("near", "我们反对个别国家将外空用于武装对抗。"),
    ("none", "双方愿加强合作。"),
]


def test_the_longest_agreement_comes_first() -> None:
    look = look_at(TEXT, language="zh", parallels=OTHERS)
    found = parallels_for(look, Span(4, 7), "个别")
    assert [(one.work, one.part.text) for one in found] == [("near", "反对个别国家将外空"), ("far", "个别国家")]
    for one in found:
        one.part.check(dict(OTHERS)[one.work])


def test_the_place_itself_is_no_parallel() -> None:
    look = look_at(TEXT, language="zh", parallels=[])
    assert parallels_for(look, Span(4, 7), "个别") == ()


def test_script_and_width_do_not_hide_a_parallel() -> None:
    look = look_at("双方反对個別別國家將外空武器化。", language="zh", parallels=OTHERS)
    assert [one.work for one in parallels_for(look, Span(4, 7), "個別")] == ["near", "far"]


def test_context_may_be_asked_for_on_both_sides() -> None:
    look = look_at(TEXT, language="zh", parallels=OTHERS)
    assert [one.work for one in parallels_for(look, Span(4, 7), "个别", each=1)] == ["near"]


def test_of_many_works_the_nearest_are_searched() -> None:
    sample = Path(__file__).parents[3] / "examples" / "strategic-stability"
    text = next(sample.glob("002_*.txt")).read_text(encoding="utf8")
    many = [
        (f"{number:03}", f"第{number}号文件同此无关，内容为渔业和旅游合作安排。") for number in range(2 * MOST_OTHERS)
    ]
    kept = related(text, [*many, ("zz", text[600:1200])])
    assert len(kept) == MOST_OTHERS
    assert kept[-1][0] == "zz"
