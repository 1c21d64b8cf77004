from __future__ import annotations

from tests.align.marked import side

from actum.align import align
from actum.model.alignment import Change
from actum.registry.load import load


def changes(earlier: str, later: str, kind: str) -> list[tuple[str, str]]:
    rows = align(side(earlier), side(later), registry=load()).rows
    return [_is(change) for row in rows for change in row.changes if change.kind == kind]


def _is(change: Change) -> tuple[str, str]:
    return change.earlier_is, change.later_is


def test_acts_are_paired_by_what_they_are_about() -> None:
    earlier = "双方欢迎中东局势趋于缓和，反对任何形式的外空军备竞赛。"
    later = "双方强烈谴责任何形式的外空军备竞赛，欢迎中东局势趋于缓和。"
    assert changes(earlier, later, "act") == [("oppose/1", "condemn/2")]


def test_a_state_becomes_a_veiled_one() -> None:
    earlier = "双方反对美国在境外部署陆基中程导弹，强调应恢复对话。"
    later = "双方反对某些国家在境外部署陆基中程导弹，强调应恢复对话。"
    assert changes(earlier, later, "target") == [("usa", "veiled")]


def test_who_speaks_is_no_target() -> None:
    earlier = "中俄反对在境外部署陆基中程导弹，强调应恢复对话。"
    later = "双方反对在境外部署陆基中程导弹，强调应恢复对话。"
    assert changes(earlier, later, "target") == []


def test_the_parties_of_a_treaty_stand_for_it() -> None:
    earlier = "双方呼吁《不扩散核武器条约》得到全面遵守和切实执行。"
    later = "双方呼吁《不扩散核武器条约》缔约国全面遵守和切实执行。"
    assert changes(earlier, later, "instrument") == []


def test_words_of_a_changed_fact_are_told_once() -> None:
    (row,) = align(
        side("双方坚定支持《禁止生物武器公约》。"), side("双方坚定支持《禁止化学武器公约》。"), registry=load()
    ).rows
    assert [change.kind for change in row.changes] == ["instrument"]
