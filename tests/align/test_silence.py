from __future__ import annotations

from tests.align.marked import side

from actum.align.silence import silences
from actum.model.alignment import Side
from actum.registry.load import load

EARLIER = "双方坚定支持《全面禁止核试验条约》。\n双方重申《不扩散核武器条约》的重要性。\n双方谴责恐怖主义。"
LATER = "双方欢迎NPT所有缔约国为此作出的努力。\n双方反对《三边安全伙伴关系》。"


def standings(earlier: Side, later: Side) -> dict[str, str]:
    return {one.id: one.standing for one in silences(earlier, later, registry=load())}


def test_named_in_one_alone() -> None:
    found = standings(side(EARLIER), side(LATER))
    assert found["ctbt"] == "silent"
    assert found["aukus"] == "new"


def test_who_names_the_parties_is_not_silent_about_the_treaty() -> None:
    assert standings(side(EARLIER), side(LATER))["npt"] == "both"


def test_acts_fall_silent_too() -> None:
    found = {(one.kind, one.id): one.standing for one in silences(side(EARLIER), side(LATER), registry=load())}
    assert found["act", "condemn"] == "silent"
    assert found["act", "welcome"] == "new"


def test_a_cut_text_is_silent_about_nothing() -> None:
    cut = standings(side(EARLIER), side(LATER, complete=False))
    assert cut["ctbt"] == "unknown"
    assert cut["aukus"] == "new"
    assert standings(side(EARLIER, complete=False), side(LATER))["aukus"] == "unknown"


def test_each_is_said_with_its_sentences_and_the_silent_come_first() -> None:
    found = silences(side(EARLIER), side(LATER), registry=load())
    assert [one.standing for one in found] == sorted(
        (one.standing for one in found), key=["silent", "new", "unknown", "both"].index
    )
    (ctbt,) = [one for one in found if one.id == "ctbt"]
    assert [part.text for part in ctbt.earlier] == ["双方坚定支持《全面禁止核试验条约》。"]
    assert ctbt.later == ()


def test_two_texts_that_name_nothing() -> None:
    assert silences(side(""), side(""), registry=load()) == ()
