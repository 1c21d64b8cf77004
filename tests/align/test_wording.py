from __future__ import annotations

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
