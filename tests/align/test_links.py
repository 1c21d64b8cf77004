from __future__ import annotations

from dataclasses import replace

import pytest
from tests.align.marked import side

from actum.align.align import BOUNDS
from actum.align.links import Bounds, links
from actum.align.units import units
from actum.align.weights import weigh
from actum.registry.load import load


def rules(earlier: str, later: str, *, bounds: Bounds = BOUNDS) -> dict[tuple[int, int], str]:
    ours, theirs = units(side(earlier), load()), units(side(later), load())
    found = links(ours, theirs, weights=weigh(ours, theirs), bounds=bounds)
    return {(one.earlier, one.later): one.made_by for one in found}


def test_nothing_is_linked_to_nothing() -> None:
    assert rules("", "双方谴责干涉主权国家内政。") == {}


def test_of_sentences_alike_the_first_goes_with_the_first() -> None:
    # a repeated sentence is no unit of its own; marks alone make these two
    text = "双方谴责干涉主权国家内政。\n双方谴责干涉，主权国家内政。"
    assert rules(text, text) == {(0, 0): "same-words", (1, 1): "same-words"}


def test_a_settled_pair_has_no_other_link() -> None:
    earlier = "双方谴责干涉主权国家内政，敦促日本销毁化学武器。\n双方谴责干涉主权国家内政。"
    later = "双方谴责干涉主权国家内政，敦促日本销毁化学武器。"
    assert rules(earlier, later) == {(0, 0): "same-words"}


def test_a_heading_is_linked_to_a_heading_alone() -> None:
    assert rules("一、军备控制与核不扩散\n双方将合作。", "军备控制与核不扩散问题十分重要，双方将加强这一合作。") == {}


def test_neighbours_hold_a_place() -> None:
    earlier = "双方谴责干涉主权国家内政。\n回顾第76/22号决议。\n双方敦促日本销毁化学武器。"
    later = "双方谴责干涉主权国家内政。\n回顾第77/40号决议。\n双方敦促日本销毁化学武器。"
    assert (1, 1) in rules(earlier, later)


def test_a_common_subject_relates() -> None:
    earlier = "化学武器被频繁用于实施恐怖活动和挑衅行为，极端组织具备生产能力引发严重关切。\n双方将继续开展文化合作。"
    later = "双方敦促日本忠实履行义务，尽快全面彻底销毁遗弃在华化学武器。\n双方将继续开展文化合作。"
    assert rules(earlier, later)[0, 0] == "common-subject"


@pytest.mark.parametrize("name", ["sure", "likely", "weak"])
def test_higher_bounds_link_no_more(name: str) -> None:
    earlier = "双方反对个别国家在境外部署中程导弹。\n核武器国家应摒弃冷战思维和零和博弈。"
    later = "双方谴责某些国家在境外部署陆基导弹。\n有关国家应停止冷战思维。"
    more = rules(earlier, later)
    less = rules(earlier, later, bounds=replace(BOUNDS, **{name: 1.1}))
    assert len(less) <= len(more)
