"""Edit scripts and their plain twins."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from actum.text.compare import Opcode, cost, opcodes, opcodes_plain, similarity, similarity_plain
from actum.text.span import Span

TEXTS = st.text("战略稳定abc", max_size=12)


def test_runs_alternate_and_cover_both_texts() -> None:
    assert opcodes("精神和其中", "精神and其中") == (
        Opcode("equal", Span(0, 2), Span(0, 2)),
        Opcode("replace", Span(2, 3), Span(2, 5)),
        Opcode("equal", Span(3, 5), Span(5, 7)),
    )
    assert opcodes("不针对", "针对")[0] == Opcode("delete", Span(0, 1), Span(0, 0))
    assert opcodes("针对", "不针对")[0] == Opcode("insert", Span(0, 0), Span(0, 1))
    assert opcodes("", "") == ()


def rebuilt(runs: tuple[Opcode, ...], a: str, b: str) -> str:
    return "".join(run.a.of(a) if run.tag == "equal" else run.b.of(b) for run in runs)


@given(TEXTS, TEXTS)
def test_twins_cost_the_same(a: str, b: str) -> None:
    fast, plain = opcodes(a, b), opcodes_plain(a, b)
    assert cost(fast) == cost(plain)
    for runs in (fast, plain):
        assert rebuilt(runs, a, b) == b
        assert rebuilt(tuple(Opcode(run.tag, run.b, run.a) for run in runs), b, a) == a
        assert all(one.tag == "equal" or two.tag == "equal" for one, two in pairwise(runs))


@given(TEXTS, TEXTS)
def test_similarity_has_a_plain_twin(a: str, b: str) -> None:
    assert abs(similarity(a, b) - similarity_plain(a, b)) < 1e-12


def test_similarity() -> None:
    assert similarity("战略", "战略") == similarity("", "") == 1.0
    assert similarity("战略", "") == 0.0
    assert similarity("战略稳定", "战略稳妥") == 0.75
