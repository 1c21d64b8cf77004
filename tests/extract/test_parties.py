"""Who speaks in a text, told from its title and opening."""

from __future__ import annotations

from pathlib import Path

import pytest

from actum.extract.parties import voices
from actum.language.data import table
from actum.registry.load import load

SAMPLES = Path(__file__).resolve().parents[2] / "examples" / "strategic-stability"
TITLES = {
    "中法关于中东局势的联合声明": ("CHN", "FRA"),
    "中德政府磋商联合新闻公报": ("CHN", "DEU"),
    "中日韩领导人会议联合宣言": ("CHN", "JPN", "KOR"),
    "俄罗斯联邦和朝鲜民主主义人民共和国全面战略伙伴关系条约": ("PRK", "RUS"),
    "中国—中亚峰会西安宣言": ("CENTRAL-ASIA", "CHN"),
    "中非合作论坛行动计划": ("AFRICA", "CHN"),
    "上海合作组织成员国元首理事会宣言": ("SCO",),
    "金砖国家领导人会晤宣言": ("BRICS",),
    "中华人民共和国外交部声明": ("CHN",),
    "中俄关于全球战略稳定的联合声明": ("CHN", "RUS"),
    "中华人民共和国和巴西联邦共和国关于携手构建更公正世界的联合声明": ("BRA", "CHN"),
    "中东关于合作的联合声明": (),
    "中巴联合声明": (),
    "某地新闻": (),
}


@pytest.mark.parametrize(("title", "parties"), TITLES.items(), ids=TITLES)
def test_titles(title: str, parties: tuple[str, ...]) -> None:
    assert voices(f"{title}\n全文如下。", language="zh").parties == parties


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.name[:3])
def test_the_samples_have_two_parties(path: Path) -> None:
    speaking = voices(path.read_text(encoding="utf8"), language="zh")
    assert speaking.parties == ("CHN", "RUS")
    assert speaking.names["双方"] == speaking.names["中俄两国"] == speaking.names["俄中"] == ("CHN", "RUS")
    assert speaking.names["俄方"] == ("RUS",)


def test_a_short_name_of_several_states_is_the_one_the_text_names_most() -> None:
    assert voices("中巴联合声明\n巴基斯坦总理访华。巴基斯坦与中国……", language="zh").parties == ("CHN", "PAK")
    assert voices("中巴联合声明\n巴西总统访华。巴西与中国……", language="zh").parties == ("BRA", "CHN")


def test_an_opening_defines_the_parties_before_the_title_does() -> None:
    text = "关于合作的联合声明\n法兰西共和国和西班牙王国（以下称“双方”）声明如下。"
    assert voices(text, language="zh").parties == ("ESP", "FRA")


def test_an_opening_that_lists_leaders_names_the_parties() -> None:
    text = "峰会宣言\n我们，巴西联邦共和国、印度共和国和南非共和国领导人，举行会晤。"
    assert voices(text, language="zh").parties == ("BRA", "IND", "ZAF")


def test_a_body_whose_name_opens_a_resolution_speaks_in_it() -> None:
    speaking = voices("78/66. 全面禁止核试验条约\n大会，\n回顾其决议，", language="zh")
    assert (speaking.parties, speaking.body) == (("UNGA",), True)


def test_the_bare_name_of_an_assembly_is_that_of_the_body_in_the_title() -> None:
    assert voices("国际原子能机构大会决议\n大会，\n回顾其决议，", language="zh").parties == ("IAEA",)
    assert voices("大会，\n回顾国际原子能机构大会决议，", language="zh").parties == ("UNGA",)
    assert voices("世界卫生大会决议\n大会，\n回顾其决议，", language="zh").body is False


def test_persons_speak_for_their_state() -> None:
    opening = "应俄罗斯联邦总统普京邀请，中华人民共和国主席习近平于近日访问。"
    text = f"中华人民共和国和俄罗斯联邦联合声明\n{opening}"
    names = voices(text, language="zh").names
    assert names["普京总统"] == ("RUS",)
    assert names["习近平主席"] == ("CHN",)


def test_two_sides_called_by_short_names_are_the_parties_where_no_title_says() -> None:
    assert voices("会谈纪要\n双方会谈。中方介绍情况，俄方表示感谢。", language="zh").parties == ("CHN", "RUS")


def test_two_parties_of_one_short_name_are_not_told_apart_by_it() -> None:
    names = voices("马来西亚和马尔代夫联合声明\n马方出席。", language="zh").names
    assert "马方" not in names
    assert names["马来西亚"] == ("MYS",)


def test_no_body_goes_by_the_code_of_a_state() -> None:
    states = {row.slug.upper() for row in load().rows if row.kind == "state"}
    assert len(states) > 190
    assert not states & set(table("zh", "holders")["bodies"])


# What a title is about never speaks; an organ of the language's own state does, though no state stands before it.
TOPICS = {
    "外交部发言人就日本排放核污染水发表谈话": ("CHN",),
    "2024年9月17日外交部发言人林剑主持例行记者会": ("CHN",),
    "外交部就七国集团峰会涉华内容答记者问": ("CHN",),
    "国防部新闻发言人就美国、日本和菲律宾联合军演答记者问": ("CHN",),
    "驻英国使馆发言人就英国涉港报告答记者问": ("CHN",),
    "美国批准对台军售 外交部回应": ("CHN",),
    "外交部发言人就中俄联合声明答记者问": ("CHN",),
    "俄外交部发言人就美国退出条约发表评论": ("RUS",),
    "俄罗斯联邦外交部关于美国部署导弹的声明": ("RUS",),
    "中国常驻维也纳代表在国际原子能机构理事会上的发言": ("CHN",),
    "中国裁军大使在联大一委关于欧盟提案的发言": ("CHN",),
    "中华人民共和国代表团在《禁止化学武器公约》第五次审议大会上的发言": ("CHN",),
    "关于安全保证问题：中华人民共和国提交《生物武器公约》审议大会筹备委员会的工作文件": ("CHN",),
    "《新时代的中国与世界》白皮书": ("CHN",),
    "美国批准对台军售": (),
    "美国在韩国部署反导系统破坏地区稳定": (),
    "美国退出条约": (),
    "日本发布新版防卫白皮书": (),
    "法国总统访华 中法发表联合声明": (),
    "美国售台武器 严重违反联合公报": (),
    "美国国务院发言人就中国核力量答记者问": ("USA",),
    "古巴外交部就美国制裁发表声明": ("CUB",),
    "中方就核潜艇合作提交的立场文件": ("CHN",),
    "关于政治解决危机的中国立场": ("CHN",),
    "北约华盛顿峰会宣言": ("NATO",),
    "联合国安全理事会第1540(2004)号决议": ("UNSC",),
    "日本强行启动排海": (),
    "某外长在第七十九届联合国大会一般性辩论上的发言": (),
    "多国驻华使馆关于制裁的声明": (),
    "缔约国审议大会主席关于最后文件草案的说明": (),
    "关于深化合作的中华人民共和国和法兰西共和国联合声明": ("CHN", "FRA"),
    "中国、俄罗斯和伊朗外交部副部长关于伊朗核问题的联合声明": ("CHN", "IRN", "RUS"),
}


@pytest.mark.parametrize(("title", "parties"), TOPICS.items(), ids=TOPICS)
def test_a_topic_does_not_speak(title: str, parties: tuple[str, ...]) -> None:
    assert voices(f"{title}\n全文如下。", language="zh").parties == parties


def test_the_other_side_in_a_spokespersons_text_does_not_speak_with_him() -> None:
    text = "外交部发言人答记者问\n双方保持沟通。中方已向美方提出交涉。"
    speaking = voices(text, language="zh")
    assert (speaking.parties, speaking.names["中方"], speaking.names["我们"]) == (("CHN",), ("CHN",), ("CHN",))


def test_a_person_speaks_for_the_one_state_that_takes_stances_in_his_text() -> None:
    title = "某外长在联合国大会上的发言\n我们呼吁停火。"
    assert voices(f"{title}中国支持和谈。", language="zh").parties == ("CHN",)
    assert voices(f"{title}中国支持和谈。美国反对停火。", language="zh").parties == ()


def test_a_speaker_may_say_for_whom_he_speaks() -> None:
    text = "在裁军谈判会议上的发言\n主席先生，我谨代表中华人民共和国政府祝贺会议召开。"
    assert voices(text, language="zh").parties == ("CHN",)


def test_an_office_that_issues_a_text_speaks_in_it() -> None:
    assert voices("军控与裁军\n中华人民共和国国务院新闻办公室\n2005年9月", language="zh").parties == ("CHN",)


def test_states_named_in_a_row_at_the_head_of_a_sentence_speak_as_we() -> None:
    opening = "关于防止核战争的联合声明\n巴西、印度共和国和南非认为，对话是唯一出路。"
    assert voices(f"{opening}\n我们重申承诺。", language="zh").parties == ("BRA", "IND", "ZAF")
    assert voices(f"{opening}\n与会者重申承诺。", language="zh").parties == ()


def test_a_reviewing_conference_is_no_organ_of_the_united_nations() -> None:
    text = "中国和法国关于审议大会的联合声明\n双方支持审议大会取得成果，大会应通过最后文件。"
    assert voices(text, language="zh").parties == ("CHN", "FRA")


SUBMITTED = {
    "审议大会\n古巴代表团提交的工作文件：负面安全保证\n古方认为应当裁军。": ("CUB",),
    "关于无核武器区问题的工作文件\n埃及\n埃及主张谈判。": ("EGY",),
    "核查：蒙古国和哈萨克斯坦联合提交的工作文件\n双方支持核查。": ("KAZ", "MNG"),
    "外空安全：巴西提交\n巴方主张合作。": ("BRA",),
    "关于对古巴提交的工作文件的评论\n古方认为应当裁军。": (),
    "秘书处提交的工作文件\n古巴认为应当裁军。": (),
    "会议简况\n会议期间，古巴提交的工作文件引起讨论。": (),
}


@pytest.mark.parametrize(("text", "parties"), SUBMITTED.items(), ids=range(len(SUBMITTED)))
def test_whoever_submits_a_paper_speaks_in_it(text: str, parties: tuple[str, ...]) -> None:
    assert voices(text, language="zh").parties == parties


def test_states_in_a_row_speak_where_the_text_counts_them() -> None:
    told = "核问题联合声明\n一、法国、中国、俄罗斯和美国代表举行会议。\n二、四国重申有关原则。"
    assert voices(told, language="zh").parties == ("CHN", "FRA", "RUS", "USA")
    assert voices(told.replace("四国", "五国"), language="zh").parties == ()
    assert voices(told.replace("四国重申", "四国"), language="zh").parties == ()
