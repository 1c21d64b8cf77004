"""Grouping: the marked cases, judgements, twins, and the sample statements with their frames."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from tests.identify.marked import SAMPLE, Case, cases, paragraphs

from actum.identify.bearings import Bearing, Group
from actum.identify.comparable import Comparable, comparable
from actum.identify.frame import frame
from actum.identify.group import group
from actum.text.fold import fold
from actum.text.span import Span

CASES = cases()


def hull(bearing: Bearing) -> Span:
    own = [piece.own for piece in bearing.pieces]
    return Span(min(span.start for span in own), max(span.end for span in own))


def bearing_of(one: Group, key: str) -> Bearing:
    (found,) = [bearing for bearing in one.bearings if bearing.key == key]
    return found


def of_keys(groups: tuple[Group, ...]) -> list[list[str]]:
    return sorted(sorted(bearing.key for bearing in one.bearings) for one in groups)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_marked_cases(case: Case) -> None:
    groups = group(case.copies)
    kinds = {
        one.key: {copies[one.key][0] for copies in case.borne.values() if one.key in copies} for one in case.copies
    }
    lone = [[key] for key, borne in kinds.items() if borne <= {"quotation"}]  # who only quotes has a text of its own
    assert of_keys(groups) == sorted([*(sorted(copies) for copies in case.borne.values()), *lone])
    for copies in case.borne.values():
        (one,) = [one for one in groups if {bearing.key for bearing in one.bearings} == set(copies)]
        for key, (kind, stretches) in copies.items():
            bearing = bearing_of(one, key)
            assert (key, bearing.kind) == (key, kind)
            assert (key, hull(bearing)) == (key, Span(stretches[0].start, stretches[-1].end))
            if len(stretches) > 1:
                assert sorted(piece.own for piece in bearing.pieces) == list(stretches)


def test_pieces_of_a_shuffled_copy_stand_in_the_order_of_the_work() -> None:
    (case,) = [one for one in CASES if one.name == "paragraphs in another order"]
    (one,) = group(case.copies)
    pieces = bearing_of(one, "two").pieces
    assert [before.of_base.end <= after.of_base.start for before, after in pairwise(pieces)] == [True]
    assert pieces[0].own.start > pieces[1].own.start


def text(first: int, last: int, sample: str = "001") -> str:
    return fold("\n".join(paragraphs(sample)[first - 1 : last])).text


def test_no_texts_no_groups() -> None:
    assert group([]) == ()


def test_judged_together_wins() -> None:
    one, two = Comparable("one", text(1, 10)), Comparable("two", text(8, 10) + text(2, 9, "002"))
    assert of_keys(group([one, two])) == [["one"], ["two"]]
    assert of_keys(group([one, two], together=[("two", "one")])) == [["one", "two"]]


def test_judged_apart_wins_over_letter_for_letter_alike() -> None:
    copies = [Comparable(key, text(1, 10)) for key in ("one", "two", "three")]
    assert of_keys(group(copies)) == [["one", "three", "two"]]
    (first, second) = of_keys(group(copies, apart=[("one", "two")]))
    assert sorted([*first, *second]) == ["one", "three", "two"]
    assert not {"one", "two"} <= set(first)
    assert not {"one", "two"} <= set(second)


def test_judgements_on_copies_that_are_gone_change_nothing() -> None:
    copies = [Comparable(key, text(1, 10)) for key in ("one", "two")]
    assert group(copies, together=[("one", "gone")], apart=[("gone", "two")]) == group(copies)


def test_nothing_of_what_is_shut_is_borne() -> None:
    own = text(3, 12)
    closed = Span(300, 420)
    shut = Comparable("shut", own, shut=(closed,))
    (one,) = group([Comparable("open", own), shut])
    assert not any(piece.own.overlaps(closed) for piece in bearing_of(one, "shut").pieces)
    assert hull(bearing_of(one, "shut")) == Span(0, len(own))


def test_the_layout_tells_several_texts_on_a_page_that_nobody_shares() -> None:
    page = Comparable("page", text(1, 28) + text(1, 23, "002"), bounds=(Span(0, 3000), Span(3000, 5000)))
    assert [one.base_span for one in group([page])] == list(page.bounds)


def noisy(rng: random.Random, clean: str, rate: float) -> str:
    return "".join(rng.choice(("", char * 2, rng.choice(clean))) if rng.random() < rate else char for char in clean)


def test_a_family_of_noisy_copies_is_one_group() -> None:
    rng = random.Random(5)
    clean = text(1, 28)
    copies = [Comparable(f"{number:03}", noisy(rng, clean, 0.06)) for number in range(60)]
    (one,) = group(copies)
    assert {bearing.kind for bearing in one.bearings} == {"copy"}
    assert len(one.bearings) == 60


def samples() -> list[Comparable]:
    found = []
    for path in sorted(SAMPLE.glob("*.txt")):
        page = path.read_text(encoding="utf8")
        folded = fold(page)
        found.append(comparable(path.name[:3], page, folded, frame(page)))
    return found


def quoted(key: str, span: Span) -> tuple[str, str]:
    (path,) = SAMPLE.glob(f"{key}_*.txt")
    page = path.read_text(encoding="utf8")
    own = fold(page).offsets.back(span).of(page)
    return own[:11], own[-8:]


def test_the_sample_has_three_works_with_exact_edges() -> None:
    groups = group(samples())
    assert of_keys(groups) == [["000", "001", "003"], ["002"], ["004"]]
    spans = {bearing.key: quoted(bearing.key, hull(bearing)) for one in groups for bearing in one.bearings}
    assert {bearing.kind for one in groups for bearing in one.bearings} == {"copy"}
    assert spans["000"] == ("中華人民共和國和俄羅斯", "2025年5月8日于莫斯科"[-8:])
    assert spans["001"] == spans["003"] == ("中华人民共和国和俄罗斯", "2025年5月8日于莫斯科"[-8:])
    assert spans["002"] == ("中华人民共和国和俄罗斯", "后果进行妥善评估。"[-8:])
    assert spans["004"] == ("中华人民共和国和俄罗斯", "控进程中发挥中心作用。"[-8:])


def test_the_letter_of_the_circular_stays_outside() -> None:
    (one,) = [one for one in group(samples()) if len(one.bearings) == 3]
    (path,) = SAMPLE.glob("003_*.txt")
    page = path.read_text(encoding="utf8")
    start = fold(page).offsets.back(hull(bearing_of(one, "003"))).start
    assert page[start:].startswith("中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声")
    assert "总干事" not in page[start:]
    assert len(bearing_of(one, "003").pieces) == 1
