from __future__ import annotations

import pytest
from tests.align.marked import side

from actum.align.units import units
from actum.align.weights import weigh
from actum.align.wording import Wording
from actum.align.words import Words
from actum.registry.load import load


def changes(earlier: str, later: str, *, language: str = "zh") -> list[tuple[str, str, str]]:
    a, b = side(earlier, language=language), side(later, language=language)
    ours, theirs = units(a, load()), units(b, load())
    found = Wording(Words(a), Words(b), weigh(ours, theirs)).changes(ours, theirs)
    return [(one.kind, one.earlier.text if one.earlier else "", one.later.text if one.later else "") for one in found]


def test_alike_sentences_are_compared_whole() -> None:
    earlier = "核武器国家对国际安全负有重要责任，应避免战略误判。"
    later = "核武器国家对国际安全负有特殊责任，应避免战略误判。"
    assert changes(earlier, later) == [("modifier", "重要", "特殊")]


def test_others_clause_by_clause_and_what_is_gone_behind() -> None:
    earlier = "双方将深化战略互信，停止发展全球反导系统，核武器国家应摒弃冷战思维和零和博弈。"
    later = "核武器国家应摒弃冷战思维和零和博弈，各方关切地区局势升级，扩大人文交流规模。"
    assert changes(earlier, later) == [
        ("wording", "", "各方关切地区局势升级"),
        ("wording", "", "扩大人文交流规模"),
        ("wording", "双方将深化战略互信", ""),
        ("wording", "停止发展全球反导系统", ""),
    ]


def test_a_number_of_a_list_is_no_change() -> None:
    assert changes("8. 鼓励各国推进批准进程；", "9. 鼓励各国推进批准进程；") == []


def test_numerals_are_numbers() -> None:
    assert changes("列入大会第七十九届会议议程。", "列入大会第八十届会议议程。") == [
        ("number", "第七十九届", "第八十届")
    ]
    english = "Decides to convene three meetings in New York", "Decides to convene four meetings in New York"
    assert changes(*english, language="en") == [("number", "three", "four")]


def test_dates() -> None:
    english = "Recalling the declaration of 2 May 2023,", "Recalling the declaration of 3 May 2023,"
    assert changes(*english, language="en") == [("date", "2 May 2023", "3 May 2023")]
    russian = "заявление от 2 мая 2023 года", "заявление от 3 мая 2023 года"
    assert changes(*russian, language="ru") == [("date", "2 мая 2023 года", "3 мая 2023 года")]


def test_negations() -> None:
    assert changes("这一行为是可以接受的。", "这一行为是不可以接受的。") == [("negation", "", "不")]
    english = "The Treaty shall be open to all States", "The Treaty shall not be open to all States"
    assert changes(*english, language="en") == [("negation", "", "not")]


def test_marks_alone() -> None:
    assert changes("双方强调，维护战略稳定。", "双方强调维护战略稳定。") == [("punctuation", "，", "")]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("各方并非拒绝就边界问题举行新一轮正式谈判。", "各方明确拒绝就边界问题举行新一轮正式谈判。"),
        ("双方欢迎有关国家参加太空对话进程的提议。", "双方不再欢迎有关国家参加太空对话进程的提议。"),
        ("当前有条件就太空规则启动新的多边谈判进程。", "当前没有条件就太空规则启动新的多边谈判进程。"),
        ("各方没有就议定书案文取得共识和重要进展。", "各方已就议定书案文取得共识和重要进展。"),
        ("双方不能容忍在邻国境内部署新型导弹的计划。", "双方能够容忍在邻国境内部署新型导弹的计划。"),
        ("公约禁止缔约国在海外储存此类新型武器。", "公约允许缔约国在海外储存此类新型武器。"),
        ("缔约国必须在生效后两年内提交详细申报资料。", "缔约国可以在生效后两年内提交详细申报资料。"),
        ("缔约国不得在生效后两年内转让有关技术资料。", "缔约国可以在生效后两年内转让有关技术资料。"),
        ("双方不赞成由少数国家制定太空行为准则。", "双方赞成由少数国家制定太空行为准则。"),
        ("各方尚未销毁储存在海外的全部化学武器。", "各方均已销毁储存在海外的全部化学武器。"),
    ],
)
def test_reversals(earlier: str, later: str) -> None:
    assert [kind for kind, _, _ in changes(earlier, later)] == ["negation"]
    assert [kind for kind, _, _ in changes(later, earlier)] == ["negation"]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("双方不断深化在太空领域的互利合作关系。", "双方继续深化在太空领域的互利合作关系。"),
        ("双方坚决反对在太空部署任何类型的武器。", "双方一贯反对在太空部署任何类型的武器。"),
        ("缔约国应当在生效后两年内提交详细资料。", "缔约国必须在生效后两年内提交详细资料。"),
        ("公约不允许缔约国在海外储存此类武器。", "公约禁止缔约国在海外储存此类武器。"),
        ("各方未能就议定书案文取得实质进展。", "各方没有就议定书案文取得实质进展。"),
        ("双方已就太空规则举行三轮正式磋商。", "双方将就太空规则举行三轮正式磋商。"),
    ],
)
def test_other_words_are_no_reversals(earlier: str, later: str) -> None:
    assert "negation" not in [kind for kind, _, _ in changes(earlier, later)]


@pytest.mark.parametrize(
    ("earlier", "later", "language"),
    [
        (
            "The two sides welcome the early resumption of talks",
            "The two sides do not welcome the early resumption of talks",
            "en",
        ),
        ("The two sides can accept the proposed protocol", "The two sides cannot accept the proposed protocol", "en"),
        ("States parties must submit annual declarations", "States parties may submit annual declarations", "en"),
        (
            "The protocol prohibits the storage of such weapons",
            "The protocol permits the storage of such weapons",
            "en",
        ),
        ("The parties will no longer observe the moratorium", "The parties will observe the moratorium", "en"),
        (
            "Стороны будут соблюдать действующий мораторий",
            "Стороны больше не будут соблюдать действующий мораторий",
            "ru",
        ),
        ("Протокол запрещает хранение такого оружия", "Протокол разрешает хранение такого оружия", "ru"),
    ],
)
def test_reversals_in_spaced_scripts(earlier: str, later: str, language: str) -> None:
    assert [kind for kind, _, _ in changes(earlier, later, language=language)] == ["negation"]
    assert [kind for kind, _, _ in changes(later, earlier, language=language)] == ["negation"]


@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [
        (
            "该中心已吸收两百余名专家参加多边磋商。",
            "该中心已吸收七百余名专家参加多边磋商。",
            ("number", "两百", "七百"),
        ),
        (
            "新能源在总量中的比重达到百分之十五。",
            "新能源在总量中的比重达到百分之四十。",
            ("number", "百分之十五", "百分之四十"),
        ),
        ("基金将为该项目提供三千万元人民币。", "基金将为该项目提供九千万元人民币。", ("number", "三千万", "九千万")),
        ("双方已就边界问题举行三轮会谈。", "双方已就边界问题举行六轮会谈。", ("number", "三轮", "六轮")),
    ],
)
def test_numbers_in_characters(earlier: str, later: str, told: tuple[str, str, str]) -> None:
    assert changes(earlier, later) == [told]


def test_numbers_in_words() -> None:
    english = "Decides to hold its fourteenth session in Vienna", "Decides to hold its sixteenth session in Vienna"
    assert changes(*english, language="en") == [("number", "fourteenth", "sixteenth")]
    russian = "провести одиннадцатую сессию в Вене", "провести тринадцатую сессию в Вене"
    assert changes(*russian, language="ru") == [("number", "одиннадцатую", "тринадцатую")]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("各方赞赏裁军机构在此进程中的重要作用。", "各方赞赏裁军机构在此进程中的特殊作用。"),
        ("各方赞赏裁军机构在此进程中的核心作用。", "各方赞赏裁军机构在此进程中的关键作用。"),
        ("核大国对人类命运负有重大责任和义务。", "核大国对人类命运负有特殊责任和义务。"),
    ],
)
def test_an_adjective_within_a_word_is_a_modifier(earlier: str, later: str) -> None:
    assert [kind for kind, _, _ in changes(earlier, later)] == ["modifier"]


def test_no_change_spans_two_sentences() -> None:
    earlier = "双方赞赏裁军机构为销毁化学武器所作努力。"
    later = "双方赞赏裁军机构为销毁化学武器所作贡献。\n双方支持扩大成员。"
    told = changes(earlier, later)
    assert ("wording", "作努力", "作贡献") in told
    assert ("wording", "", "双方支持扩大成员") in told
    assert all("\n" not in text for _, *both in told for text in both)


def test_words_that_another_cut_of_the_clauses_moves_are_no_change() -> None:
    earlier = (
        "双方指出当前急需消除的安全风险之一，是个别核大国在邻国周边敏感海域实施军演，"
        "开展舰机抵近侦察或采取损害邻国利益的挑衅行为。"
    )
    later = (
        "军事集团扩张性极强，个别核大国在邻国周边敏感海域建立常设基地，炫耀军力，"
        "开展舰机抵近侦察，或采取损害邻国利益的挑衅行为，成为最急需消除的安全风险之一。"
    )
    assert not [told for told in changes(earlier, later) if "抵近侦察" in told[1] + told[2]]


def test_dates_in_characters() -> None:
    earlier = "双方商定于二〇二四年九月三日举行下次例行磋商。"
    later = "双方商定于二〇二四年十一月十二日举行下次例行磋商。"
    assert changes(earlier, later) == [("date", "二〇二四年九月三日", "二〇二四年十一月十二日")]


def test_a_reversal_beside_another_change() -> None:
    earlier = "各方在上一轮太空规则磋商中没有交换数据。"
    later = "各方在上一轮太空规则磋商中交换部分数据。"
    assert next(kind for kind, _, _ in changes(earlier, later)) == "negation"
    assert [kind for kind, _, _ in changes("缔约国不得退出本条约。", "缔约国有权退出本条约。")] == ["negation"]
