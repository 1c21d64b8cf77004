"""Laws of grouping: the same groups in any order, every copy somewhere, every piece inside its texts."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.identify.marked import paragraphs

from actum.identify.bearings import Group
from actum.identify.chains import chain, single
from actum.identify.comparable import Comparable
from actum.identify.group import group
from actum.identify.shingles import fingerprints
from actum.text.fold import fold
from actum.text.span import Span

POOL = tuple(fold(line).text for line in (*paragraphs("001")[2:28], *paragraphs("002")[1:23]))
FEW = settings(max_examples=40, deadline=None)

# a small corpus: each copy a choice of paragraphs, in any order, some of them noisy, some with the same text
PAGES = st.lists(
    st.tuples(st.lists(st.integers(0, len(POOL) - 1), max_size=12), st.booleans(), st.integers(0, 2)), max_size=7
)
TEXTS = st.text(alphabet="双方核武器安全战略，。甲乙", max_size=60)


def noisy(clean: str, seed: int) -> str:
    rng = random.Random(seed)
    return "".join(rng.choice(("", char * 2, "某")) if rng.random() < 0.04 else char for char in clean)


def corpus(pages: Sequence[tuple[Sequence[int], bool, int]]) -> list[Comparable]:
    made = []
    for number, (chosen, damaged, closed) in enumerate(pages):
        text = "".join(POOL[one] for one in chosen)
        text = noisy(text, number) if damaged else text
        shut = (Span(0, len(text) // 5),) if closed == 2 and len(text) > 50 else ()
        made.append(Comparable(f"copy{number}", text, shut=shut))
    return made


def of(groups: Sequence[Group], key: str) -> list[Group]:
    return [one for one in groups if any(bearing.key == key for bearing in one.bearings)]


@FEW
@given(PAGES, st.randoms(use_true_random=False))
def test_the_order_of_the_copies_changes_nothing(pages: list[tuple[list[int], bool, int]], rng: random.Random) -> None:
    copies = corpus(pages)
    expected = group(copies)
    rng.shuffle(copies)
    assert group(copies) == expected


@FEW
@given(PAGES)
# a paragraph pasted twice, once amid the other's place: it was borne twice
@example([([], False, 0), ([], False, 0), ([0, 0, 5, 18, 7, 7], True, 0), ([], False, 0), ([7, 7, 0, 7], True, 0)])
def test_every_copy_is_somewhere_and_every_piece_lies_inside(pages: list[tuple[list[int], bool, int]]) -> None:
    copies = corpus(pages)
    groups = group(copies)
    texts = {one.key: one for one in copies}
    for key in texts:
        assert of(groups, key)
    for one in groups:
        base = texts[one.base]
        assert one.base_span.end <= len(base.folded)
        assert [bearing.key for bearing in one.bearings].count(one.base) == 1
        for bearing in one.bearings:
            assert bearing.pieces
            assert 0 <= bearing.containment <= 1
            places = sorted(piece.own for piece in bearing.pieces)
            assert all(before.end <= after.start for before, after in pairwise(places))
            for piece in bearing.pieces:
                assert piece.own.end <= len(texts[bearing.key].folded)
                assert piece.of_base in one.base_span
                assert not any(piece.own.overlaps(shut) for shut in texts[bearing.key].shut)


@FEW
@given(PAGES, st.data())
def test_what_persons_judged_apart_is_apart(pages: list[tuple[list[int], bool, int]], data: st.DataObject) -> None:
    copies = corpus(pages)
    if len(copies) < 2:
        return
    one, other = data.draw(st.permutations([copy.key for copy in copies]))[:2]
    for found in group(copies, apart=[(one, other)]):
        keys = {bearing.key for bearing in found.bearings}
        assert found.base not in {one, other} or not {one, other} <= keys


@FEW
@given(st.lists(TEXTS, max_size=8))
def test_fingerprints_of_a_text_do_not_depend_on_its_neighbours(texts: list[str]) -> None:
    together = fingerprints(texts)
    for text, prints in zip(texts, together, strict=True):
        (alone,) = fingerprints([text])
        assert prints.hashes.tolist() == alone.hashes.tolist()
        assert prints.places.tolist() == alone.places.tolist()


@FEW
@given(TEXTS, TEXTS, st.integers(13, 30))
def test_thirteen_equal_characters_share_a_fingerprint(before: str, after: str, length: int) -> None:
    shared = POOL[0][:length]
    one, other = fingerprints([before + shared + after, after + shared + before])
    assert set(one.hashes.tolist()) & set(other.hashes.tolist())


@FEW
@given(st.lists(st.integers(0, len(POOL) - 1), max_size=8), st.lists(st.integers(0, len(POOL) - 1), max_size=8))
def test_pieces_stand_in_the_order_of_the_base_and_never_overlap(left: list[int], right: list[int]) -> None:
    own, base = ("".join(POOL[one] for one in some) for some in (left, right))
    own_prints, base_prints = map(single, fingerprints([own, base]))
    pieces = chain(own, base, own_prints, base_prints)
    for before, after in pairwise(pieces):
        assert before.of_base.end <= after.of_base.start
        assert not before.own.overlaps(after.own)
