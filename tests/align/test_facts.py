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


def test_a_cue_that_stands_on_both_sides_is_no_changed_act() -> None:
    earlier = "双方重申各缔约国必须遵守核安全公约，并及时通报事故。"
    later = "双方重申各缔约国必须严格遵守核安全公约，并及时通报有关事故。"
    assert changes(earlier, later, "act") == []
    assert changes(earlier, later, "addressee") == []


def test_one_word_read_in_two_ways_is_no_changed_act() -> None:
    earlier = "双方主张，国际社会应在草案基础上谈判缔结具有法律约束力的多边文书，为防止太空冲突提供保障。"
    later = "双方主张在草案基础上尽快启动具有法律约束力的多边文书谈判，为防止太空冲突提供可靠保障。"
    assert changes(earlier, later, "act") == []


def test_a_norm_that_is_now_framed_is_no_changed_act() -> None:
    earlier = "各方命运相连，任何国家都不应以损害邻国安全为代价谋求自身安全。"
    later = "双方坚信，各方命运相连，各国不能以损害邻国安全来谋求自身安全。"
    assert changes(earlier, later, "act") == []


def test_positions_on_other_matters_are_no_changed_act() -> None:
    earlier = "双方将就此保持密切对话，欢迎中东局势趋于缓和，愿扩大旅游往来。"
    later = "双方将就此保持密切对话，谴责袭击核设施，愿扩大旅游往来。"
    assert changes(earlier, later, "act") == []


def test_a_veiled_name_that_stands_before_with_a_slip_is_no_new_target() -> None:
    earlier = "双方反对个别别国家在太空部署武器，倡导各国恪守承诺。"
    later = "双方反对个别国家在太空部署武器的企图，倡导恪守承诺。"
    assert changes(earlier, later, "target") == []


def test_whom_nobody_turns_against_is_no_target() -> None:
    earlier = "双方欢迎古巴批准该条约，并期待条约早日生效。"
    later = "双方欢迎多米尼克批准该条约，并期待条约早日生效。"
    assert changes(earlier, later, "target") == []


def test_a_document_named_without_a_joining_word_is_the_same() -> None:
    earlier = "双方主张就此缔结一项具有法律约束力国际文书，并尽早启动谈判。"
    later = "双方主张就此缔结一项具有法律约束力的国际文书，并尽早开启谈判。"
    assert changes(earlier, later, "instrument") == []


def test_a_resolution_that_the_other_side_lists_is_not_gone() -> None:
    earlier = "Recalling its resolution 76/234 of 24 December 2021,"
    later = "Recalling its resolutions 76/234 of 24 December 2021 and 77/96 of 12 December 2022,"
    rows = align(side(earlier, language="en"), side(later, language="en"), registry=load()).rows
    found = [_is(one) for row in rows for one in row.changes if one.kind == "instrument"]
    assert all("76/234" not in before for before, _ in found)


def test_a_named_state_that_becomes_veiled_where_nobody_is_turned_against() -> None:
    earlier = "双方注意到美国在亚太地区增加军事部署。"
    later = "双方注意到个别国家在亚太地区增加军事部署。"
    assert changes(earlier, later, "target") == [("usa", "veiled")]


def test_a_stance_toward_part_of_the_matter_is_a_changed_act() -> None:
    earlier = "双方谴责某些国家扩散生物武器，在海外修建生物实验室，阻挠核查谈判，损害地区信任。"
    later = "双方对某些国家在海外修建生物实验室的做法表示关切。\n双方愿扩大旅游往来。"
    assert changes(earlier, later, "act") == [("condemn/1", "concern/1")]


def test_a_treaty_in_another_place_does_not_replace_one() -> None:
    earlier = "双方重申《禁止化学武器公约》，赞赏各国早日加入，愿就太空安全继续开展对话磋商。"
    later = "双方重申，赞赏各国早日加入，愿就太空安全继续开展对话磋商和《禁止生物武器公约》。"
    assert changes(earlier, later, "instrument") == [("cwc", ""), ("", "bwc")]


def test_a_reversal_is_told_beside_the_changed_act() -> None:
    earlier = "双方支持有关国家提出的停火倡议，愿继续开展对话。"
    later = "双方不支持有关国家提出的停火倡议，愿继续开展对话。"
    (row,) = align(side(earlier), side(later), registry=load()).rows
    assert "negation" in {change.kind for change in row.changes}


def test_a_call_on_others_for_part_of_the_matter() -> None:
    earlier = "双方敦促有关国家放弃对抗思维，通过平等协商化解分歧，避免误判，停止部署新型导弹。"
    later = "核武器国家应放弃对抗思维，停止部署新型导弹。\n双方愿扩大旅游往来。"
    assert changes(earlier, later, "act") == [("call-on/2", "call-on/1")]
    assert changes(earlier, later, "addressee") == [("veiled", "nuclear-weapon-states")]


def test_a_language_without_positions_has_no_targets() -> None:
    earlier = side("The two sides oppose the deployment of missiles by the United States abroad.", language="en")
    later = side("The two sides oppose the deployment of missiles by certain States abroad.", language="en")
    (row,) = align(earlier, later, registry=load()).rows
    assert [change.kind for change in row.changes] == ["wording"]


def test_a_place_is_no_target() -> None:
    earlier = "双方反对美国在韩国部署新型反导系统，愿扩大人文往来。"
    later = "双方反对美国在日本部署新型反导系统，愿扩大人文往来。"
    assert changes(earlier, later, "target") == []


def test_who_is_no_longer_accused_is_a_target_that_is_gone() -> None:
    earlier = "双方反对美国、日本、澳大利亚推进新型潜艇项目合作。"
    later = "双方反对美国、日本推进新型潜艇项目合作。"
    assert changes(earlier, later, "target") == [("aus", "")]


def test_a_new_addressee_that_replaces_a_body_is_told_once() -> None:
    earlier = "双方呼吁北约停止东扩进程。"
    later = "双方呼吁有关军事集团停止东扩进程。"
    assert changes(earlier, later, "target") == []
    assert changes(earlier, later, "addressee") == [("nato", "veiled")]
