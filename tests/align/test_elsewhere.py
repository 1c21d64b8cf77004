from __future__ import annotations

import pytest
from tests.align.marked import side

from actum.align import align
from actum.model.alignment import Change
from actum.registry.load import load


def changes(earlier: str, later: str, *kinds: str) -> list[Change]:
    rows = align(side(earlier), side(later), registry=load()).rows
    return [change for row in rows for change in row.changes if change.kind in kinds]


CONDEMNS = "双方谴责某些国家在境外部署陆基中程导弹，损害地区稳定，愿扩大旅游往来。"
IS_CONCERNED = "双方对某些国家在境外部署陆基中程导弹的计划表示关切，愿扩大旅游往来。"


@pytest.mark.parametrize(
    "behind",
    [
        "双方强烈谴责此种挑衅行为。",
        "双方谴责在境外部署陆基中程导弹。",
    ],
)
def test_an_act_that_the_other_text_has_on_the_same_matter_elsewhere_is_marked(behind: str) -> None:
    for one, other in ((CONDEMNS, IS_CONCERNED + behind), (IS_CONCERNED + behind, CONDEMNS)):
        (found,) = changes(one, other, "act")
        assert {found.earlier_is, found.later_is} == {"condemn/1", "concern/1"}
        assert found.elsewhere


@pytest.mark.parametrize(
    "behind",
    [
        "",
        "\n双方强烈谴责亵渎烈士纪念设施的行为。",
        "\n双方愿扩大人文往来。双方强烈谴责此种亵渎纪念设施的行为。",
        "双方对此种挑衅行为表示遗憾。",
    ],
)
def test_an_act_on_another_matter_or_a_weaker_one_marks_nothing(behind: str) -> None:
    (found,) = changes(CONDEMNS, IS_CONCERNED + behind, "act")
    assert (found.earlier_is, found.later_is, found.elsewhere) == ("condemn/1", "concern/1", False)


def test_a_name_that_the_other_text_has_elsewhere_is_marked() -> None:
    earlier = "双方重申恪守《禁止化学武器公约》，赞赏各国为此所作努力，愿就太空安全继续开展对话。"
    later = "双方重申，赞赏各国为此所作努力，愿就太空安全继续开展对话。"
    (gone,) = changes(earlier, later, "instrument")
    assert (gone.earlier_is, gone.elsewhere) == ("cwc", False)
    (moved,) = changes(
        earlier, later + "\n中国专家参加了《禁止化学武器公约》会议，会上有一百二十人发言。", "instrument"
    )
    assert (moved.earlier_is, moved.elsewhere) == ("cwc", True)


def test_who_was_named_and_is_veiled_here_but_named_elsewhere_is_marked() -> None:
    earlier = "双方反对美国在境外部署陆基中程导弹，强调应恢复对话。"
    later = "双方反对某些国家在境外部署陆基中程导弹，强调应恢复对话。"
    assert [one.elsewhere for one in changes(earlier, later, "target")] == [False]
    named = later + "\n双方注意到美国经济增长放缓。"
    assert [one.elsewhere for one in changes(earlier, named, "target")] == [True]


def test_a_call_that_begins_with_the_same_clause_is_one_call() -> None:
    earlier = "双方指出，核武器国家应摒弃冷战思维和零和博弈，停止发展反导系统，减少核武器的作用。"
    later = "双方敦促有关国家摒弃冷战思维和零和博弈，通过平等磋商解决分歧，加强互信，避免误判。"
    there = changes(earlier, later, "act", "addressee")
    assert [(one.kind, one.earlier_is, one.later_is) for one in there] == [
        ("act", "call-on/1", "call-on/2"),
        ("addressee", "nuclear-weapon-states", "veiled"),
    ]


def test_calls_that_share_what_they_are_for_are_two_calls() -> None:
    earlier = "双方指出，核武器国家应停止发展反导系统，减少核武器的作用，维护全球战略稳定与国际安全。"
    later = "双方敦促有关国家放弃在外空部署武器，加强互信，维护全球战略稳定与国际安全。"
    assert changes(earlier, later, "act") == []
