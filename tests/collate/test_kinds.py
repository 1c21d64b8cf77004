"""Kinds and alarms of single differences."""

from __future__ import annotations

import pytest

from actum.collate.kinds import alarms_of, gravest, kind_of, names_differ


@pytest.mark.parametrize(
    ("kind", "before", "established", "other", "after"),
    [
        ("substantive", "精神", "和", "and", "其中"),
        ("damage", "精神", "", "and", "和其中"),
        ("damage", "反对", "挑衅", "挑畔", "行为"),
        ("substantive", "支持", "上述", "下述", "立场"),
        ("damage", "双方", "强调", "强强调", "维护"),
        ("damage", "双方", "", "强", "强调维护"),
        ("damage", "维护和", "巩固", "巩", "全球"),
        ("substantive", "双方", "不断", "断", "努力"),  # a negation is never put down to damage
        ("substantive", "双方", "坚决", "", "反对"),
        ("punctuation", "支持", "、", "", "参与"),
        ("punctuation", "支持", "、", "，", "参与"),
        ("orthographic", "双方", "强调", "强调", "维护"),
    ],
)
def test_chinese_kind(kind: str, before: str, established: str, other: str, after: str) -> None:
    assert kind_of(established, other, before=before, after=after, chinese=True) == kind


@pytest.mark.parametrize(
    ("kind", "established", "other"),
    [
        ("substantive", "support", "oppose"),
        ("orthographic", "reaffirm", "re-affirm"),
        ("spacing", "any more", "anymore"),
        ("punctuation", "treaty,", "treaty"),
        ("damage", "the", "the the"),
    ],
)
def test_english_kind(kind: str, established: str, other: str) -> None:
    assert kind_of(established, other, before="and ", after=" of", chinese=False) == kind


def test_gravest() -> None:
    assert gravest(["spacing", "damage", "punctuation"]) == "damage"
    assert gravest([]) == "spacing"


@pytest.mark.parametrize(
    ("alarms", "before", "established", "other", "after"),
    [
        ({"polarity"}, "双方", "不", "", "支持"),
        ({"polarity"}, "双方", "未", "末", "发表"),
        ({"polarity"}, "双方", "不断", "断", "努力"),
        ({"polarity"}, "双方", "不断", "不", "努力"),
        (set(), "双方", "不断", "始终", "努力"),
        (set(), "双方", "非常", "十分", "重视"),
        ({"number"}, "共有", "五", "六", "国参加"),
        ({"number", "date"}, "2025年5月", "8", "9", "日于"),
        (set(), "双方", "一些", "某些", "国家"),
        ({"name"}, "《禁止", "核", "生", "武器公约》"),
        ({"name"}, "同", "法国", "德国", "会谈"),
        (set(), "同", "各国", "有关国家", "会谈"),
    ],
)
def test_chinese_alarms(alarms: set[str], before: str, established: str, other: str, after: str) -> None:
    assert alarms_of(established, other, before=before, after=after, language="zh") == alarms


@pytest.mark.parametrize(
    ("alarms", "language", "established", "other"),
    [
        ({"polarity"}, "en", "not", ""),
        ({"polarity"}, "en", "lawful", "unlawful"),
        (set(), "en", "under", "in"),
        ({"polarity"}, "ru", "не", ""),
        ({"polarity"}, "ru", "допустимо", "недопустимо"),
        ({"number"}, "en", "1968", "1986"),
        ({"number"}, "en", "three", "five"),
        ({"number", "date"}, "en", "8 May", "9 May"),
        ({"number", "date"}, "ru", "8 мая", "9 мая"),
    ],
)
def test_spaced_alarms(alarms: set[str], language: str, established: str, other: str) -> None:
    assert alarms_of(established, other, before="do ", after=" support", language=language) == alarms


def test_a_day_beside_its_month() -> None:
    assert alarms_of("8", "9", before="on ", after=" May 2025", language="en") == {"number", "date"}
    assert alarms_of("8", "9", before="of May ", after=", at", language="en") == {"number", "date"}
    assert alarms_of("五", "六", before="5月8日，", after="国参加", language="zh") == {"number"}


def test_names_differ() -> None:
    assert names_differ("of France", "of Greece")
    assert not names_differ("the treaty", "a treaty")
