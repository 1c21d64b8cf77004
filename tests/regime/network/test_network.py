"""The networks that leanings and aims make, against the formula and a hand count."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.regime.making_networks import leaning

from actum.model.network import Leaning
from actum.regime.network.network import holder_concept, one_mode
from actum.regime.network.stances import split

DEBATE = [
    leaning("CHN", "ctbt", "for", work="w1"),
    leaning("CHN", "ctbt", "for", work="w2"),
    leaning("CHN", "arms-race", "against", work="w1"),
    leaning("FRA", "ctbt", "for", work="w3"),
    leaning("FRA", "arms-race", "for", work="w3"),
    leaning("FRA", "jcpoa", "neither", work="w3"),
]


def weights(kind: str, found: list[Leaning]) -> dict[tuple[str, str], float]:
    ties = one_mode(kind, found).ties  # type: ignore[arg-type] # the words of the test
    return {("+".join(tie.source), tie.target): tie.weight for tie in ties}


def test_congruence_and_conflict_are_divided_by_average_activity() -> None:
    # CHN is for ctbt in 2 works, against the race in 1: activity 3. FRA: 1 and 1, activity 2. Average 2.5.
    assert weights("congruence", DEBATE) == {("CHN", "FRA"): 2 * 1 / 2.5}
    assert weights("conflict", DEBATE) == {("CHN", "FRA"): 1 * 1 / 2.5}
    assert weights("subtract", DEBATE) == {("CHN", "FRA"): pytest.approx((2 - 1) / 2.5)}


def test_a_tie_shows_what_it_is_made_of() -> None:
    (tie,) = one_mode("congruence", DEBATE).ties
    assert dict(tie.counts) == {"congruence": 2, "conflict": 1, "activity": 3, "activity_of_target": 2}
    assert {(one.voice, one.concept) for one in tie.because if isinstance(one, Leaning)} == {
        (("CHN",), "ctbt"),
        (("FRA",), "ctbt"),
    }
    assert tie.works == ("w1", "w2", "w3")


def test_a_work_counts_once_however_often_it_says_so() -> None:
    assert weights("congruence", [*DEBATE, DEBATE[0], DEBATE[3]]) == weights("congruence", DEBATE)


def test_the_languages_of_one_document_count_once() -> None:
    both = [leaning("CHN", "ctbt", "for", work=work) for work in ("zh", "ru")]
    assert dict(holder_concept(both).ties[0].counts)["for"] == 2

    one = [replace(each, counted_as="A/RES/80/70") for each in both]
    assert dict(holder_concept(one).ties[0].counts)["for"] == 1


def test_a_joint_text_is_no_agreement_of_its_parties() -> None:
    joint = [leaning("CHN+RUS", "ctbt", "for"), leaning("CHN", "ctbt", "for", work="w2")]
    assert one_mode("congruence", joint).ties == ()
    parted = [one for each in joint for one in split(each)]
    (tie,) = one_mode("congruence", parted).ties
    assert (tie.source, tie.target, tie.split_from) == (("CHN",), "RUS", ("CHN", "RUS"))


def test_voices_that_share_a_member_say_so() -> None:
    (tie,) = one_mode("congruence", [leaning("CHN+RUS", "ctbt", "for"), leaning("FRA+RUS", "ctbt", "for")]).ties
    assert tie.shares == ("RUS",)


def test_sides_stand_side_by_side() -> None:
    ties = {tie.target: dict(tie.counts) for tie in holder_concept(DEBATE).ties if tie.source == ("FRA",)}
    assert ties["jcpoa"] == {"for": 0, "against": 0, "neither": 1, "open": 0}
    both = holder_concept([leaning("CHN", "npt", "for"), leaning("CHN", "npt", "against")]).ties[0]
    assert (dict(both.counts)["for"], dict(both.counts)["against"], both.weight) == (1, 1, 1)


def test_windows_of_years() -> None:
    dated = [
        leaning("CHN", "npt", "for", work="a", date="2019-06-05"),
        leaning("CHN", "npt", "for", work="b", date="2020-01-01"),
        leaning("CHN", "npt", "for", work="c", date="2021-12-31/2022-01-02"),
        leaning("CHN", "npt", "for", work="d", date="XXXX-06-05"),
        leaning("CHN", "npt", "for", work="e", date=""),
    ]
    network = holder_concept(dated, years=1)
    assert [(tie.window, tie.works) for tie in network.ties] == [("2019", ("a",)), ("2020", ("b",))]
    assert network.undated == ("c", "d", "e")
    assert [tie.window for tie in holder_concept(dated, years=2, start="2018").ties] == ["2018–2019", "2020–2021"]


def test_the_same_leanings_in_any_order_give_the_same_ties() -> None:
    for kind in ("congruence", "conflict", "subtract"):
        assert weights(kind, DEBATE[::-1]) == weights(kind, DEBATE)
