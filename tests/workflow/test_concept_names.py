"""A concept by whatever name a person types."""

from __future__ import annotations

import pytest

from actum.errors import NoSuchConcept
from actum.registry.load import load
from actum.workflow.concept_names import concept_named

MAP = {"arms-race", "inf-treaty", "tension", "unknown:新事物"}


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("arms-race", "arms-race"),
        ("Arms-Race", "arms-race"),
        ("军备竞赛", "arms-race"),
        ("軍備競賽", "arms-race"),
        ("arms race", "arms-race"),
        ("гонка вооружений", "arms-race"),
        ("《中导条约》", "inf-treaty"),
        ("unknown:新事物", "unknown:新事物"),
        ("新事物", "unknown:新事物"),
        ("战略稳定", "strategic-stability"),
    ],
)
def test_slugs_and_names_in_any_language(words: str, slug: str) -> None:
    assert concept_named(words, MAP, load()) == slug


@pytest.mark.parametrize(
    ("words", "near"), [("arms-rase", "arms-race"), ("军备竟赛", "arms-race"), ("中导", "inf-treaty")]
)
def test_a_slip_is_answered_with_names_near_it(words: str, near: str) -> None:
    with pytest.raises(NoSuchConcept, match=near) as raised:
        concept_named(words, MAP, load())
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("words", ["", "  ", "qqqqqqqqqqqqq"])
def test_where_nothing_is_near_the_verb_that_lists_is_named(words: str) -> None:
    with pytest.raises(NoSuchConcept, match="actum centrality"):
        concept_named(words, MAP, load())
