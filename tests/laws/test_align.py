"""What holds of any two texts laid side by side."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.align.marked import side

from actum.align import align
from actum.align.diff import replaced
from actum.align.words import Words
from actum.model.alignment import Side
from actum.registry.load import load
from actum.text.span import Part, Span

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"
POOL = tuple(
    dict.fromkeys(
        sentence + "。"
        for line in (SAMPLE / "002_8bd62bbf1b58aa2c.txt").read_text(encoding="utf8").splitlines()
        for sentence in line.strip().split("。")
        if 10 < len(sentence) < 80
    )
)
texts = st.lists(st.sampled_from(POOL), max_size=6, unique=True)


def plain(sentences: list[str]) -> Side:
    """The text of some sentences, one a paragraph."""
    return side("\n".join(sentences))


@settings(max_examples=30, deadline=None)
@given(texts, texts)
def test_every_sentence_stands_in_a_row_and_every_quote_holds(earlier: list[str], later: list[str]) -> None:
    ours, theirs = plain(earlier), plain(later)
    rows = align(ours, theirs, registry=load()).rows
    for text, parts in ((ours, [p for r in rows for p in r.earlier]), (theirs, [p for r in rows for p in r.later])):
        units = {one.part for one in text.divisions if one.kind == "sentence" and one.repeats is None}
        assert units == set(parts)
        for part in parts:
            part.check(text.text)
    for row in rows:
        for change in row.changes:
            for quote, text in ((change.earlier, ours), (change.later, theirs)):
                if quote:
                    quote.check(text.text)


@settings(max_examples=30, deadline=None)
@given(st.permutations(POOL[:6]))
def test_a_shuffled_text_is_kept_or_moved(later: list[str]) -> None:
    rows = align(plain(list(POOL[:6])), plain(later), registry=load()).rows
    assert {row.relation for row in rows} <= {"kept", "moved"}
    assert not any(row.changes for row in rows)


@settings(max_examples=30, deadline=None)
@given(texts, texts)
def test_one_answer_for_one_question(earlier: list[str], later: list[str]) -> None:
    ours, theirs = plain(earlier), plain(later)
    assert align(ours, theirs, registry=load()) == align(ours, theirs, registry=load())


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(POOL), st.sampled_from(POOL))
def test_what_is_not_changed_stays(earlier: str, later: str) -> None:
    a, b = (Words(side(text)).of(Part.cut(text, Span(0, len(text)))) for text in (earlier, later))
    changes = replaced(a, b, joins=frozenset())
    gone = {token.span for one, _ in changes for token in one}
    new = {token.span for _, one in changes for token in one}
    assert [t.key for t in a if t.span not in gone] == [t.key for t in b if t.span not in new]


CHANGING = tuple(
    dict.fromkeys(
        act + who + matter
        for act in ("双方敦促", "双方强烈谴责", "双方反对", "双方对", "双方指出，")
        for who in ("美国", "某些国家", "核武器国家应")
        for matter in (
            "停止在境外部署陆基中程导弹，增进互信。",
            "摒弃冷战思维和零和博弈，放弃核共享。",
            "在境外部署导弹表示关切。",
        )
    )
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(CHANGING), min_size=1, max_size=3, unique=True),
    st.lists(st.sampled_from(CHANGING), min_size=1, max_size=3, unique=True),
)
def test_two_texts_the_other_way_round_swap_every_act_and_addressee(earlier: list[str], later: list[str]) -> None:
    there, back = (
        [
            (one.kind, (one.earlier, one.earlier_is), (one.later, one.later_is), one.elsewhere)
            for row in align(plain(a), plain(b), registry=load()).rows
            for one in row.changes
            if one.kind in {"act", "addressee"}
        ]
        for a, b in ((earlier, later), (later, earlier))
    )
    assert sorted(there, key=repr) == sorted(((kind, b, a, beside) for kind, a, b, beside in back), key=repr)
