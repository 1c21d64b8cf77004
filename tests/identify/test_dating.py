"""A day from the registry, only where it is checked and agrees with the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actum.identify.dating import dated
from actum.model.work import Description
from actum.registry.load import load

OLDER = "中华人民共和国和俄罗斯联邦关于加强当代全球战略稳定的联合声明"
PARTNERSHIP = (
    "中华人民共和国和俄罗斯联邦在纪念中国人民抗日战争、苏联伟大卫国战争胜利和联合国成立80周年之际"
    "关于进一步深化中俄新时代全面战略协作伙伴关系的联合声明"
)
BLANK = Description("zh", "", None, "", None, "", None)


@pytest.mark.parametrize("said", ["XXXX-06-05", "", "2019-06-01/2019-06-07"])
def test_told_by_a_checked_row(said: str) -> None:
    found = dated(replace(BLANK, title=OLDER, date=said), load())
    assert found.date == "2019-06-05"
    assert found.date_source.startswith("registry: china-russia-joint-statement-2019-06-05 (")


@pytest.mark.parametrize("said", ["XXXX-06-06", "2019-06-04", "2020-01-01/2020-02-01"])
def test_not_against_the_text(said: str) -> None:
    assert dated(replace(BLANK, title=OLDER, date=said), load()).date == said


def test_an_unverified_row_tells_no_day() -> None:
    said = replace(BLANK, title=PARTNERSHIP, date="2025-05-07/2025-05-10")
    assert dated(said, load()) == said


def test_no_title_no_day() -> None:
    assert dated(BLANK, load()) == BLANK


def test_a_resolution_titled_like_a_treaty_has_not_the_treaty_s_day() -> None:
    said = replace(BLANK, title="全面禁止核试验条约")
    assert dated(said, load()) == said
