"""Ids of works and sigla of witnesses."""

from __future__ import annotations

import pytest

from actum.identify.naming import TOPIC_LENGTH, name_works, sigla
from actum.model.work import Description


def described(title: str, date: str = "2025-05-08") -> Description:
    return Description(
        language="zh", title=title, title_part=None, date=date, date_part=None, place="", place_part=None
    )


@pytest.mark.parametrize(
    ("title", "date", "name"),
    [
        ("中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明", "2025-05-08", "2025-05-08-全球战略稳定"),
        ("中華人民共和國和俄羅斯聯邦關于全球戰略穩定的聯合聲明", "2025-05-08", "2025-05-08-全球战略稳定"),
        ("某某联合公报", "2025-05-07/2025-05-10", "2025-05-07-某某联合公报"),
        ("Joint Statement on Strategic Stability", "", "undated-joint-statement-on-strategic-stability"),
        (
            "Joint Statement of the People's Republic of China and the Russian Federation on Outer Space",
            "2022-02-04",
            "2022-02-04-joint-statement-of-the-peoples-republic-of-china-and-the-russian-federation-on-outer-space",
        ),
        ("关于Internationalization和Institutionalization的声明", "", "undated-internationalization和"),
        ("Joint " * 40, "", "undated-" + "-".join(["joint"] * 16)),
        ("заявление " * 40, "", "undated-" + "-".join(["заявление"] * 10)),
        ("Ü" * 300, "", "undated-" + "ü" * 100),
        ("关于" + "甲" * 40 + "的声明", "2019-06-05", "2019-06-05-" + "甲" * TOPIC_LENGTH),
    ],
)
def test_an_id_is_made_of_day_and_topic(title: str, date: str, name: str) -> None:
    assert name_works([(described(title, date), "正文")]) == (name,)


def test_a_work_without_title_is_named_by_its_text() -> None:
    (one,) = name_works([(described(""), "正文")])
    (other,) = name_works([(described(""), "别的正文")])
    assert one.startswith("2025-05-08-")
    assert one != other


def test_works_of_one_day_and_topic_are_told_apart_whatever_their_order() -> None:
    works = [(described("关于稳定的声明"), text) for text in ("一", "二", "三")]
    names = dict(zip("一二三", name_works(works), strict=True))
    assert sorted(names.values()) == ["2025-05-08-稳定", "2025-05-08-稳定-2", "2025-05-08-稳定-3"]
    assert dict(zip("三二一", name_works(works[::-1]), strict=True)) == names


def test_the_work_that_its_witnesses_bear_most_has_the_plain_id() -> None:
    works = [(described("关于稳定的声明"), text) for text in ("题", "正文" * 500, "另一正文" * 200)]
    assert name_works(works, [3, 64, 1]) == ("2025-05-08-稳定-3", "2025-05-08-稳定", "2025-05-08-稳定-2")
    assert name_works(works, [90, 2, 1])[1] == "2025-05-08-稳定"


def test_sigla() -> None:
    assert sigla(0) == ()
    assert sigla(3) == ("A", "B", "C")
    assert sigla(703)[25:28] == ("Z", "AA", "AB")
    assert sigla(703)[-1] == "AAA"
    assert len(set(sigla(703))) == 703
