from __future__ import annotations

import numpy as np
from tests.align.marked import side

from actum.align.likeness import best_clauses, matrix
from actum.align.units import units
from actum.align.weights import weigh
from actum.registry.load import load

EARLIER = side("核武器国家应摒弃冷战思维，双方谴责干涉主权国家内政。\n双方敦促日本销毁遗弃在华化学武器。")
LATER = side("双方敦促日本销毁遗弃在华化学武器。\n双方谴责干涉主权国家内政。")


def test_matrix_is_the_likeness_of_each_pair() -> None:
    ours, theirs = units(EARLIER, load()), units(LATER, load())
    weights = weigh(ours, theirs)
    found = matrix([one.features for one in ours], [one.features for one in theirs], weights)
    plain = [[weights.likeness(a.features, b.features) for b in theirs] for a in ours]
    assert np.allclose(found, plain)


def test_best_clauses_go_both_ways() -> None:
    ours, theirs = units(EARLIER, load()), units(LATER, load())
    weights = weigh(ours, theirs)
    sentences = matrix([one.features for one in ours], [one.features for one in theirs], weights)
    found = best_clauses(ours, theirs, weights=weights, sentences=sentences, floor=0.1)
    assert [(one.earlier, one.later) for one in found] == [(0, 1), (1, 0)]
    assert found[0].earlier_clause.text == "双方谴责干涉主权国家内政。"


def test_a_clause_that_stands_twice_is_at_home_where_its_sentence_is() -> None:
    text = "双方谴责干涉主权国家内政，强调相互尊重的原则。\n双方敦促日本销毁化学武器，强调相互尊重的原则。"
    ours = units(side(text), load())
    weights = weigh(ours, ours)
    sentences = matrix([one.features for one in ours], [one.features for one in ours], weights)
    found = best_clauses(ours, ours, weights=weights, sentences=sentences, floor=0.0)
    assert {(one.earlier, one.later) for one in found} == {(0, 0), (1, 1)}
