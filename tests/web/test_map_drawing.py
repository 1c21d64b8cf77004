"""The map on a page: what fits is drawn, nothing overlaps, every edge of the part drawn has its lines."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from actum.export.picture import MOST
from actum.model.claim import CausalMap, Claim, Edge, End, Node
from actum.model.fact import Sign
from actum.text.span import Part
from actum.web.map_drawing import PAGE, Drawing, drawing_of, fitting

PART = Part(0, 1, "a")


def claim(cause: str, effect: str, delta: Sign = "+", work: str = "w") -> Claim:
    ends = End(PART, cause, delta), End(PART, effect)
    return Claim("e1", work, "2019", ("CHN",), "p1", PART, PART, "+", ends[0], ends[1], "+")


def map_of(*pairs: tuple[str, str]) -> CausalMap:
    names = sorted({one for pair in pairs for one in pair})
    edges = tuple(Edge(*pair, up=(claim(*pair),)) for pair in sorted(set(pairs)))
    return CausalMap(tuple(map(Node, names)), edges)


def drawn(found: CausalMap, *, buttons: frozenset[str] = frozenset()) -> Drawing:
    return drawing_of(found, {node.concept: node.concept * 3 for node in found.nodes}, buttons=buttons)


def test_a_map_that_fits_is_whole() -> None:
    found = map_of(("a", "b"), ("b", "c"))
    assert fitting(found) == (found, "")


def test_of_many_parts_the_largest_are_drawn() -> None:
    pairs = [(f"a{n}", f"a{n + 1}") for n in range(20)] + [(f"x{n:02}", f"y{n:02}") for n in range(40)]
    shown, middle = fitting(map_of(*pairs))
    assert (len(shown.nodes) <= MOST, middle) == (True, "")
    assert {"a0", "a20"} <= {node.concept for node in shown.nodes}


def test_of_one_great_part_it_is_what_is_around_the_most_touched_concept() -> None:
    hub = [("hub", f"n{n:03}") for n in range(50)]
    chain = [(f"n{n:03}", f"m{n:03}") for n in range(50)]
    shown, middle = fitting(map_of(*hub, *chain))
    assert middle == "hub"
    assert len(shown.nodes) <= MOST
    assert fitting(map_of(*hub, *chain), "n003")[1] == "n003"


def test_what_is_said_of_less_of_the_cause_alone_has_a_ring_at_its_tail() -> None:
    less, more = claim("a", "b", "-"), claim("a", "b")
    names = {"a": "a", "b": "b"}
    nodes = (Node("a"), Node("b"))
    (arrow,) = drawing_of(CausalMap(nodes, (Edge("a", "b", down=(less,)),)), names).arrows
    assert (arrow.sign, arrow.tail is not None, arrow.ring) == ("down", True, None)
    (arrow,) = drawing_of(CausalMap(nodes, (Edge("a", "b", down=(less, more)),)), names).arrows
    assert arrow.tail is None


def test_each_sign_of_an_edge_is_a_line_of_its_own_with_its_number_of_works() -> None:
    one, other = claim("a", "b"), claim("a", "b", work="v")
    edge = Edge("a", "b", up=(one, other), down=(one,), unknown=(one,))
    arrows = drawing_of(CausalMap((Node("a"), Node("b")), (edge,)), {"a": "a", "b": "b"}).arrows
    assert [(arrow.sign, arrow.works, arrow.count is not None) for arrow in arrows] == [
        ("down", 1, False),
        ("unknown", 1, False),
        ("up", 2, True),
    ]


def test_buttons_lie_within_their_box_and_beside_its_words() -> None:
    made = drawn(map_of(("a", "b")), buttons=frozenset({"a"}))
    with_them, without = made.nodes
    assert with_them.buttons is not None
    assert without.buttons is None
    assert with_them.middle < with_them.buttons < with_them.x + with_them.width - 48


LETTERS = st.sampled_from("abcdefghij")


@given(st.lists(st.tuples(LETTERS, LETTERS).filter(lambda pair: pair[0] != pair[1]), min_size=1, max_size=14))
def test_no_box_lies_on_another_and_all_within_the_drawing(pairs: list[tuple[str, str]]) -> None:
    made = drawn(map_of(*pairs))
    for n, one in enumerate(made.nodes):
        assert 0 <= one.x <= one.x + one.width <= made.width
        assert 0 <= one.y <= one.y + one.height <= made.height
        for other in made.nodes[n + 1 :]:
            beside = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert beside or one.y + one.height <= other.y or other.y + other.height <= one.y
    assert len(made.arrows) == len(set(pairs))
    places = [float(one) for arrow in made.arrows for one in re.findall(r"[\d.]+", arrow.path)]
    assert all(0 <= one <= max(made.width, made.height) for one in places)


def test_parts_stand_side_by_side_within_a_page() -> None:
    made = drawn(map_of(*((f"a{n}", f"b{n}") for n in range(12))))
    assert made.width <= PAGE + 20
    assert len({node.y for node in made.nodes}) < 12
