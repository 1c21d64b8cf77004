"""Laws of folding: exact both ways, settled after one pass, no guesses."""

from __future__ import annotations

from itertools import groupby

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from actum.text.fold import Form, difference, fold
from actum.text.folded import Folded
from actum.text.markup import markup
from actum.text.residue import residue
from actum.text.script import script, script_class
from actum.text.space import seen, space
from actum.text.span import Span
from actum.text.width import width

FORMS: tuple[Form, ...] = (seen, markup, residue, width, script, space, fold)
NAMED = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
# Pieces of which noisy copies are made, and any other character now and then.
SEEN = r"""
聯(lián)邦 战(zhan4)略 稳(w?n)定 略（lüè） 和(或) (以下称“双方”) 美(US) 联(LIAN) 实现(xiàn主动 联lián)邦 联(lian)
(lian) ( ) （ ） [ ] < > # ## - * ** _ __ ` > \ \* &amp; &nbsp; & ; -- --- — —— … ... 。 。。 · ··· , ， 、
1. a*b*c [a](/b) 于 於 發 髮 国 國 会 會 e é = ≠ ㎞ ℃ ⑴ Ⅷ ﬁ ß ǰ İ ⻓ ⼀ ａ Ａ ⑤ ² ½ a b A B 1 2 Я я か 😀
"""
JOINED = "e\u0301 \u0301 \u0338 \uf900 \u1100 \u1161 \u11a8 \u3099 \ufb1d"
UNSEEN = "\u200b \ufeff \u00ad \ufe0f \x00 \u200d \ud800"
PIECES = st.sampled_from((SEEN + JOINED + " " + UNSEEN).split())
WHITE = st.sampled_from((" ", "  ", "\n", "\n\n", "　", "\t", "\xa0", "\r\n", "\u2028"))
TEXTS = st.lists(st.one_of(PIECES, WHITE, st.characters()), max_size=16).map("".join)


@NAMED
@given(text=TEXTS)
def test_the_map_fits_both_texts(form: Form, text: str) -> None:
    folded = form(text)
    assert len(folded.offsets) == len(folded.text)
    assert folded.offsets.source_length == len(text)
    assert np.all(np.diff(folded.offsets.starts) >= 0)
    assert np.all(np.diff(folded.offsets.ends) >= 0)
    assert np.all(folded.offsets.starts < folded.offsets.ends)
    assert not len(folded.text) or int(folded.offsets.ends[-1]) <= len(text)


def groups(folded: Folded, source: str) -> list[tuple[str, str]]:
    """Runs of new characters that stand for the same source characters, with these."""
    bounds = [folded.offsets.back(Span(at, at + 1)) for at in range(len(folded.text))]
    paired = zip(bounds, folded.text, strict=True)
    return [(span.of(source), "".join(c for _, c in run)) for span, run in groupby(paired, key=lambda pair: pair[0])]


@pytest.mark.parametrize("form", [seen, residue], ids=lambda form: form.__name__)
@given(text=TEXTS)
def test_what_only_removes_keeps_the_rest(form: Form, text: str) -> None:
    assert all(source == new for source, new in groups(form(text), text))


@given(text=TEXTS)
def test_markup_keeps_all_but_references(text: str) -> None:
    assert all(source == new or source[0] == "&" for source, new in groups(markup(text), text))


@given(text=TEXTS)
def test_space_keeps_characters_or_makes_one_space_of_a_run(text: str) -> None:
    assert all(source == new or (new == " " and source.isspace()) for source, new in groups(space(text), text))


@pytest.mark.parametrize("form", [width, script], ids=lambda form: form.__name__)
@given(text=TEXTS)
def test_each_new_character_is_what_its_source_folds_to(form: Form, text: str) -> None:
    assert all(form(source).text == new for source, new in groups(form(text), text))


@given(text=TEXTS)
@example(text="0\n---\n0")
def test_each_folded_character_is_what_its_source_folds_to(text: str) -> None:
    for source, new in groups(fold(text), text):
        whole = seen(source).text == source and set(source).isdisjoint("&*_`\\[]()<>#")
        # a line of hyphens under another is no dash but a mark of Markdown, and goes
        whole = whole and markup(f"0{source}").text == f"0{source}"
        if not source.isspace() and (len(source) == 1 or whole):
            folded = script_class(width(source).text)
            # The last letter of ㎞ may have an accent behind it, and stands for that too.
            assert new == folded or (len(folded) > 1 and new in folded)


@NAMED
@given(text=TEXTS, data=st.data())
def test_what_survives_comes_back(form: Form, text: str, data: st.DataObject) -> None:
    folded = form(text)
    low, high = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    forward = folded.offsets.forward(Span(low, high))
    if forward is not None:
        back = folded.offsets.back(forward)
        assert back.overlaps(Span(low, high))
        assert folded.offsets.survives(back)


@pytest.mark.parametrize("form", [seen, residue, width, script, space, fold], ids=lambda form: form.__name__)
@settings(max_examples=300)
@given(text=TEXTS)
def test_folding_again_changes_nothing(form: Form, text: str) -> None:
    once = form(text).text
    assert form(once).text == once


@given(text=TEXTS)
def test_no_form_is_left_in_a_folded_text(text: str) -> None:
    folded = fold(text).text
    for form in FORMS:
        assert form(folded).text == folded


@given(text=TEXTS)
def test_fold_is_its_forms_one_after_another(text: str) -> None:
    chained = Folded.unchanged(text)
    for form in FORMS[:-1]:
        chained = chained.then(form)
    assert chained == fold(text)


@given(text=TEXTS)
def test_forms_chain_in_any_grouping(text: str) -> None:
    one, two, three = (step := markup(text)), (step := width(step.text)), space(step.text)
    left = one.offsets.then(two.offsets).then(three.offsets)
    assert left == one.offsets.then(two.offsets.then(three.offsets))


@given(a=TEXTS, b=TEXTS)
def test_kinds_of_difference_agree_with_the_fold(a: str, b: str) -> None:
    kind = difference(a, b)
    assert kind == difference(b, a)
    if kind in {"none", "spacing", "orthographic", "residue"}:
        assert fold(a).text == fold(b).text
    if fold(a).text == fold(b).text:
        assert kind != "substantive"


@given(text=TEXTS)
def test_a_text_differs_from_its_fold_in_no_substance(text: str) -> None:
    assert difference(text, fold(text).text) != "substantive"
