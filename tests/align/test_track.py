from __future__ import annotations

import pytest
from tests.align.travels import Travel, dated, travels

from actum.align.track import track
from actum.model.formulation import Sighting

CASES = list(travels())


def told(one: Sighting) -> str:
    quote = one.appearance.part.text if one.appearance else ""
    return f"{one.date} {one.standing} {quote}".strip()


@pytest.mark.parametrize("case", [one for one in CASES if one.asked], ids=lambda case: case.says)
def test_trails(case: Travel) -> None:
    for wording, sightings in case.asked:
        assert [told(one) for one in track(case.read(), wording)] == sightings


def test_the_difference_is_told_in_words() -> None:
    texts = [
        dated("2001-03-01", "双方主张建立公正合理的国际秩序。"),
        dated("2002-03-01", "双方主张建立更加公正、合理的国际秩序。"),
    ]
    same, variant = track(texts, "公正合理的国际秩序")
    assert (same.differences, same.likeness) == ((), 1.0)
    assert variant.standing == "same"
    (other,) = track(texts[1:], "公正和合理的国际秩序")
    assert [(one.asked, one.found) for one in other.differences] == [("和", "")]


def test_silence_needs_a_date() -> None:
    wording = "双方主张公平合理的国际海底秩序。"
    texts = [dated("2001-03-01", wording), dated("", "双方讨论了渔业合作。"), dated("2003-03-01", wording)]
    assert [one.standing for one in track(texts, "公平合理的国际海底秩序")] == ["same", "same"]


def test_several_places_of_one_work_stand_in_order() -> None:
    text = "双方主张公平合理的国际海底秩序。\n公平合理的国际海底秩序符合各国利益。"
    found = track([dated("2001-03-01", text)], "公平合理的国际海底秩序")
    places = [one.appearance.part.start for one in found if one.appearance]
    assert len(places) == 2
    assert places == sorted(places)


def test_words_that_only_join_can_be_asked_for() -> None:
    assert [one.standing for one in track([dated("2001-03-01", "双方对此一致。")], "双方")] == ["same"]


@pytest.mark.parametrize("wording", ["", "，。", " "])
def test_nothing_asked_nothing_found(wording: str) -> None:
    assert track([dated("2001-03-01", "双方对此一致。")], wording) == ()


def test_other_languages_are_searched_as_well() -> None:
    texts = [dated("2001-03-01", "双方对此一致。"), dated("2002-03-01", "The weaponization of trade.", language="en")]
    assert [one.date for one in track(texts, "weaponization of trade")] == ["2002-03-01"]


def test_a_text_in_another_language_is_not_silent() -> None:
    chinese = "双方主张公平合理的国际海底秩序。"
    texts = [dated("2001-03-01", chinese), dated("2002-03-01", "The Parties agree.", language="en")]
    texts += [dated("2003-03-01", chinese)]
    assert [one.standing for one in track(texts, "公平合理的国际海底秩序")] == ["same", "same"]
