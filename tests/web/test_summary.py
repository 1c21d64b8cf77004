"""What a comparison tells in a minute."""

from __future__ import annotations

from typing import Any

import pytest

from actum.model.alignment import CHANGE_KINDS
from actum.model.fact import ACTS
from actum.web.summary import TOLD_KINDS, kind_of, summary
from actum.web.words import UIS, Words


def change(kind: str, was: str = "", now: str = "") -> dict[str, Any]:
    made: dict[str, Any] = {"kind": kind, "earlier": None, "later": None}
    return made | ({"earlier_is": was, "later_is": now} if was or now else {})


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("oppose/1", "oppose/2", "harder"),
        ("condemn/2", "condemn/0", "softer"),
        ("concern/1", "oppose/1", "harder"),
        ("condemn/1", "concern/1", "softer"),
        ("welcome/1", "support/1", "harder"),
        ("support/1", "oppose/1", "turned"),
        ("concern/1", "regret/1", "act"),
        ("state/1", "reaffirm/1", "act"),
        ("call-on/1", "oppose/1", "act"),
        ("", "oppose/1", "act"),
    ],
)
def test_acts_are_ranked_only_on_one_scale(was: str, now: str, told: str) -> None:
    assert kind_of(change("act", was, now)) == told


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [("usa", "veiled", "veiled"), ("veiled", "usa", "unveiled"), ("usa", "", "target"), ("usa", "gbr", "target")],
)
def test_a_veil_is_told_only_of_who_stands_in_the_place_of_whom(was: str, now: str, told: str) -> None:
    assert kind_of(change("target", was, now)) == told


def test_wording_alone_is_not_told() -> None:
    assert [kind for kind in CHANGE_KINDS if kind_of(change(kind)) is None] == ["wording", "punctuation"]


def test_a_summary_keeps_the_row_of_each_change() -> None:
    rows: list[dict[str, Any]] = [
        {"changes": [change("number")]},
        {"changes": []},
        {"changes": [change("negation"), change("number")]},
    ]
    told = summary(rows)
    assert [(kind, [one.row for one in some]) for kind, some in told] == [("negation", [2]), ("number", [0, 2])]


def test_every_pair_of_acts_is_told_as_something_that_has_words() -> None:
    told = {kind_of(change("act", f"{a}/{s}", f"{b}/1")) for a in ACTS for b in ACTS for s in range(3)}
    assert told <= set(TOLD_KINDS)
    assert all(Words(ui).has(f"pair.told-{kind}") for kind in TOLD_KINDS for ui in UIS)


def test_what_the_other_text_has_elsewhere_makes_no_work_softer_and_nothing_gone() -> None:
    apart: dict[str, Any] = {"elsewhere": True}
    word = {"text": "谴责", "start": 0, "end": 2}
    softer = change("act", "condemn/1", "concern/1") | {"earlier": word, "later": word}
    gone = change("instrument", "cwc", "") | {"earlier": word}
    veiled = change("addressee", "usa", "veiled") | {"earlier": word, "later": word}
    assert [kind for kind, _ in summary([{"changes": [softer, gone, veiled]}])] == ["softer", "veiled", "instrument"]
    told = summary([{"changes": [softer | apart, gone | apart, veiled | apart]}])
    assert [kind for kind, _ in told] == ["veiled"]
    assert kind_of(softer | apart) == "act"


def test_one_change_read_as_two_kinds_is_told_once() -> None:
    word = {"text": "美国", "start": 0, "end": 2}
    there = {"earlier": word, "later": word}
    row = {"changes": [change(kind, "usa", "veiled") | there for kind in ("addressee", "target")]}
    assert [(kind, len(some)) for kind, some in summary([row])] == [("veiled", 1)]
