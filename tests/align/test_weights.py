from __future__ import annotations

import pytest
from tests.align.marked import side

from actum.align.units import COMMON, NAMED, units
from actum.align.weights import COMMON_WEIGHT, NAMED_WEIGHT, weigh
from actum.registry.load import load

TEXT = "双方重申支持《不扩散核武器条约》。\n双方敦促日本销毁遗弃在华化学武器。\n双方谴责干涉主权国家内政。"


def test_what_stands_once_in_each_text_weighs_most() -> None:
    ours = units(side(TEXT), load())
    weights = weigh(ours, ours)
    assert weights.by_feature["遗弃"] == pytest.approx(1)
    assert weights.by_feature[NAMED + "npt"] == pytest.approx(NAMED_WEIGHT)
    assert weights.by_feature[COMMON + "双方"] < COMMON_WEIGHT / 2
    assert weights.rarity(NAMED + "npt") == pytest.approx(1)
    assert weights.rarity("无此") == 0


def test_likeness_is_one_for_equal_sets_and_nothing_for_strangers() -> None:
    ours = units(side(TEXT), load())
    weights = weigh(ours, ours)
    assert weights.likeness(ours[0].features, ours[0].features) == pytest.approx(1)
    assert weights.likeness(ours[0].features, frozenset({"无此"})) == 0
    assert weights.likeness(frozenset(), frozenset()) == 0


def test_one_sentence_each_still_has_weights() -> None:
    ours = units(side("双方谴责干涉主权国家内政。"), load())
    assert weigh(ours, ours).of(ours[0].features) > 1
