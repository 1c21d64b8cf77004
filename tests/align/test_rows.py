from __future__ import annotations

from tests.align.marked import side

from actum.align import align
from actum.registry.load import load

A = "双方坚定支持《全面禁止核试验条约》，呼吁各国早日批准。"
B = "双方高度评价禁止化学武器组织为构建无化武世界所作贡献。"
C = "裁军谈判会议是举行多边裁军谈判的唯一场所。"
D = "双方将开展金丝猴保护国际合作研究。"


def relations(earlier: list[str], later: list[str]) -> list[tuple[str, str]]:
    found = align(side("\n".join(earlier)), side("\n".join(later)), registry=load()).rows
    return [
        (row.relation, "".join("ABCD"[[A, B, C, D].index(part.text)] for part in row.earlier or row.later))
        for row in found
    ]


def test_rows_stand_in_order_of_the_later_text() -> None:
    assert relations([A, B, C], [C, A, B]) == [("moved", "C"), ("kept", "A"), ("kept", "B")]


def test_what_fell_away_stands_behind_its_neighbour() -> None:
    assert relations([A, D, B], [A, B]) == [("kept", "A"), ("dropped", "D"), ("kept", "B")]
    assert relations([D, A], [A]) == [("dropped", "D"), ("kept", "A")]


def test_the_fewest_are_said_to_have_moved() -> None:
    assert [relation for relation, _ in relations([A, B, C, D], [B, C, D, A])].count("moved") == 1


def test_rows_without_a_side_score_nothing() -> None:
    row = align(side(A), side(D), registry=load()).rows[0]
    assert (row.score, row.changes, row.shared, row.made_by) == (0.0, (), (), "no-link")
