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
