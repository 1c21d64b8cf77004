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


def quoted(earlier: str, later: str, slug: str) -> tuple[str, list[str], list[str]]:
    found = {one.id: one for one in silences(side(earlier), side(later), registry=load())}[slug]
    return found.standing, [one.text for one in found.earlier], [one.text for one in found.later]


def test_a_concept_that_the_other_text_words_nearly_so_is_unknown() -> None:
    earlier, later = "双方愿维护和促进安全稳定。", "双方主张维护安全与持久稳定。"
    assert quoted(earlier, later, "security-and-stability") == ("unknown", [earlier], [later])


def test_a_concept_by_its_contrary_is_unknown() -> None:
    earlier, later = "双方愿增进互信。", "各方应提高彼此信任。"
    assert quoted(earlier, later, "mutual-trust") == ("unknown", [earlier], [later])


def test_a_concept_whose_broader_one_is_spoken_of_is_unknown() -> None:
    earlier, later = "双方谴责恐怖主义。", "双方愿防范化学恐怖主义。"
    assert quoted(earlier, later, "chemical-terrorism")[0] == "unknown"
    assert quoted("双方强调防止外空军备竞赛。", "双方反对军备竞赛。", "outer-space-arms-race")[0] == "unknown"


def test_a_concept_without_anything_near_is_silent_or_new() -> None:
    earlier, later = "双方关切生物军事活动。", "双方反对单边制裁，愿发展旅游。"
    assert quoted(earlier, later, "military-biological-activities")[0] == "silent"
    assert quoted(earlier, later, "unilateral-sanctions")[0] == "new"


def test_an_instrument_is_silent_whatever_is_worded_nearly_so() -> None:
    earlier, later = "双方坚定支持《全面禁止核试验条约》。", "双方支持全面禁止核试验的努力。"
    assert quoted(earlier, later, "ctbt")[0] == "silent"
