"""Paths: what leads where, through what, said by whom and on which side."""

from __future__ import annotations

import pytest
from tests.regime.making_maps import map_of

from actum.model.claim import Path, PathSign
from actum.regime.walks.graph import Graph, graph_of
from actum.regime.walks.paths import MOST_PATHS, Asked, concepts_of, joined, paths, sides, summed

CASE = """
w1: -treaty -> race
w1: race -> tension
w2: tension -> conflict
w2: -treaty -> tension
w1: treaty -> trust
w1: trust -> -tension
"""


def said(found: tuple[Path, ...]) -> list[tuple[str, str, str]]:
    return [(" ".join(concepts_of(path)), path.sign, path.tie) for path in found]


def graph(lines: str) -> Graph:
    return graph_of(map_of(lines))


def test_only_threads_unless_asked_shorter_first() -> None:
    assert said(paths(graph(CASE), Asked("conflict")).paths) == [
        ("tension conflict", "+", "thread"),
        ("treaty tension conflict", "-", "thread"),
    ]


def test_stitched_paths_come_behind_the_threads_and_say_so() -> None:
    found = said(paths(graph(CASE), Asked("conflict", stitched=True)).paths)
    assert found[2:] == [
        ("race tension conflict", "+", "same-holder"),
        ("trust tension conflict", "-", "same-holder"),
        ("treaty race tension conflict", "-", "same-holder"),
        ("treaty trust tension conflict", "-", "same-holder"),
    ]


def test_from_one_end_to_the_other_and_from_one_end_alone() -> None:
    assert said(paths(graph(CASE), Asked("tension", "treaty")).paths) == [
        ("treaty tension", "-", "thread"),
        ("treaty race tension", "-", "thread"),
        ("treaty trust tension", "-", "thread"),
    ]
    assert {path[0] for path in said(paths(graph(CASE), Asked(cause="race")).paths)} == {"race tension"}


def test_more_works_come_before_fewer() -> None:
    found = paths(graph("w1: a -> c\nw1: b -> c\nw2: b -> c"), Asked("c")).paths
    assert [concepts_of(path)[0] for path in found] == ["b", "a"]


def test_each_polarity_is_a_chain_of_its_own_never_netted() -> None:
    found = paths(graph("w1: a -> b\nw1: a -> -b\nw1: b -> c\nw1: a ?> b"), Asked("c", "a")).paths
    assert [path.sign for path in found] == ["+", "-", "?"]
    assert [len(path.steps[0].claims) for path in found] == [1, 1, 1]


def test_no_concept_comes_twice_though_with_another_sign() -> None:
    found = paths(graph("w1: a -> b\nw1: b -> -a\nw1: a -> c"), Asked("c")).paths
    assert said(found) == [("a c", "+", "thread"), ("b a c", "-", "thread")]


def test_steps_are_counted() -> None:
    row = "\n".join(f"w1: c{at} -> c{at + 1}" for at in range(9))
    assert [len(path.steps) for path in paths(graph(row), Asked("c9")).paths] == [1, 2, 3, 4]
    assert [len(path.steps) for path in paths(graph(row), Asked("c9", "c0", 9)).paths] == [9]
    assert not paths(graph(row), Asked("c9", "c0", 8)).paths


def test_a_search_that_finds_too_many_says_so_and_keeps_the_shorter() -> None:
    lines = "\n".join(f"w1: a{at} -> b\nw1: c{at} -> a{at}" for at in range(600))
    found = paths(graph(lines), Asked("b"))
    assert "1,000" in found.stopped
    assert len(found.paths) == MOST_PATHS
    assert sum(len(path.steps) == 1 for path in found.paths) == 600


def test_a_search_without_an_end_in_sight_is_bounded() -> None:
    lines = [
        f"w1: a{one:02d} -> b{other:02d}\nw1: b{one:02d} -> a{other:02d}" for one in range(40) for other in range(40)
    ]
    found = paths(graph("\n".join([*lines, "w1: a00 -> z", "w2: y -> a01"])), Asked("z", "y", 8))
    assert not found.paths


def test_a_concept_that_the_map_lacks_has_no_paths() -> None:
    assert not paths(graph(CASE), Asked("moon")).paths


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("w1: -a -> b\nw1: b -> c", ("-",)),
        ("w1: -a -> b\nw1: -b -> c", ()),
        ("w1: a -> b\nw1: -a -> -b\nw1: b -> c\nw1: -b -> -c", ("+", "-")),
        ("w1: a -> b\nw1: b ?> c", ("+",)),
        ("w1: a ?> b\nw1: b -> c", ()),
        ("w1: a -> b\nw2: -a -> -b\nw1: -b -> -c\nw2: b -> c", ()),
    ],
)
def test_sides_hold_where_each_step_was_said_of_the_way_the_one_before_moves(
    lines: str, found: tuple[str, ...]
) -> None:
    longest = max(paths(graph(lines), Asked("c")).paths, key=lambda path: len(path.steps))
    assert sides(longest) == found


def test_chains_that_disagree_are_marked_and_counted_side_by_side() -> None:
    made = graph("w1: a -> b\nw1: b -> c\nw2: a -> -c\nw2: a ?> c")
    one = next(one for one in summed(made, paths(made, Asked("c")).paths) if one.cause == "a")
    assert (one.sign, one.up, one.down, one.unknown, one.threads, one.disjoint) == ("±", 1, 1, 1, 3, 2)
    assert one.works == ("w1", "w2")


@pytest.mark.parametrize(("signs", "one"), [("++", "+"), ("+-", "±"), ("+?", "+"), ("??", "?"), ("-", "-")])
def test_one_sign_of_several_chains(signs: list[PathSign], one: str) -> None:
    assert joined([*signs]) == one
