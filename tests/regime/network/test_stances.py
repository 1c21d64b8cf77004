"""Which side each voice takes, and what sponsors and votes say."""

from __future__ import annotations

import pytest
from tests.regime.making_networks import read_work

from actum.model.fact import Act
from actum.model.network import Side
from actum.model.record import Record
from actum.regime.network.stances import leanings, split
from actum.registry.load import load
from actum.text.span import Part

RACE = "[军备竞赛|arms-race|risk]"
TREATY = "[条约|npt|instrument]"


@pytest.mark.parametrize(
    ("act", "matter", "side"),
    [
        ("oppose", RACE, "against"),
        ("support", f"防止{RACE}", "against"),
        ("oppose", f"破坏{TREATY}的行为", "for"),
        ("welcome", f"{TREATY}的生效", "for"),
        ("state", TREATY, "neither"),
        ("undertake", f"遵守{TREATY}", "neither"),
        ("call-on", f"遵守{TREATY}", "neither"),
        ("concern", RACE, "against"),
        ("concern", TREATY, "open"),
        ("regret", TREATY, "open"),
        ("oppose", f"以{TREATY}为名施压", "open"),
        ("oppose", "[不信任|mutual-trust|goal]", "for"),
        ("support", "[互信|mutual-trust|goal]", "for"),
    ],
)
def test_the_side_of_an_act_as_the_words_leave_it(act: Act, matter: str, side: Side) -> None:
    found = leanings([read_work([("CHN", act, matter)])], load())
    assert [one.side for one in found] == [side]


def test_actors_and_dates_are_no_concepts() -> None:
    work = read_work([("CHN", "oppose", "[美国|usa|state]退出[条约|npt|instrument]")])
    assert [one.concept for one in leanings([work], load())] == ["npt"]


def test_a_joint_text_is_one_voice_until_it_is_split() -> None:
    (one,) = leanings([read_work([("CHN+RUS", "oppose", RACE)])], load())
    assert (one.voice, one.split_from) == (("CHN", "RUS"), ())
    parted = split(one)
    assert [(each.voice, each.split_from) for each in parted] == [
        (("CHN",), ("CHN", "RUS")),
        (("RUS",), ("CHN", "RUS")),
    ]
    assert split(parted[0]) == (parted[0],)


def test_nobody_leans_where_nobody_holds() -> None:
    assert leanings([read_work([("", "oppose", RACE)])], load()) == ()


def records(*said: tuple[str, str, str]) -> list[Record]:
    part = Part(5, 6, "甲")
    return [
        Record(kind, tuple(sorted(who.split())), value, part)  # type: ignore[arg-type] # written by hand
        for kind, value, who in said
    ]


def test_sponsors_and_votes_speak_of_what_the_title_names() -> None:
    work = read_work([], title="全面禁止核试验条约")
    said = records(
        ("symbol", "A/RES/80/70", ""),
        ("sponsor", "sponsor", "FRA"),
        ("sponsor", "sponsor", "FRA"),
        ("vote", "yes", "CHN FRA"),
        ("vote", "no", "USA"),
        ("vote", "abstaining", "IND"),
        ("citation", "A/RES/79/77", ""),
    )
    found = leanings([work], load(), {"w1": said})
    assert {(one.voice, one.side, one.basis) for one in found} == {
        (("FRA",), "for", "sponsor"),
        (("FRA",), "for", "vote"),
        (("CHN",), "for", "vote"),
        (("USA",), "against", "vote"),
        (("IND",), "neither", "vote"),
    }
    assert {(one.concept, one.counted_as, one.sentence) for one in found} == {("ctbt", "A/RES/80/70", None)}
    assert len(found) == 5


def test_a_title_that_the_registry_lacks_stays_unknown() -> None:
    found = leanings([read_work([], title="关于某事的决议")], load(), {"w1": records(("vote", "yes", "CHN"))})
    assert [one.concept for one in found] == ["unknown:关于某事的决议"]
