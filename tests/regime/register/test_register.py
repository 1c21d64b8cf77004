"""The register: subjects with their parties, events with ids that hold, names in any language."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.regime.registering import event

from actum.regime.register.register import in_order, register_of, registered, slugs_named
from actum.registry.load import load

EVENTS = (
    "{type: signed, date: 2010-05-05, source: a}", "{type: in-force, date: 2011, source: b, sure: B}",
    "{type: in-force, date: 2011, source: c}", "{type: suspended, date: 2012, parties: [RUS, CHN], source: a}",
)  # fmt: skip
ROW = (
    "- {{slug: sea-treaty, kind: treaty, sure: A, source: s, parties: [SUN, RUS, CHN], "
    "names: [{{zh: 海约, form: short, source: s}}], events: [{}]}}"
)


def test_parties_count_an_heir_once() -> None:
    subjects = register_of(load([ROW.format("")])).subjects
    assert subjects["sea-treaty"].parties == ("CHN", "RUS")
    assert subjects["inf-treaty"].parties == ("RUS", "USA")
    assert (subjects["npt"].parties, subjects["npt"].many) == ((), True)


def test_ids_are_one_to_an_event_and_do_not_hang_on_the_order_of_the_file() -> None:
    made = [register_of(load([ROW.format(", ".join(some))])).events["sea-treaty"] for some in permutations(EVENTS)]
    assert len(set(made)) == 1
    assert [one.id for one in made[0]] == [
        "sea-treaty/signed/2010-05-05", "sea-treaty/in-force/2011", "sea-treaty/in-force/2011/2",
        "sea-treaty/suspended/2012/CHN/RUS",
    ]  # fmt: skip


def test_every_shipped_event_has_an_id_and_a_source_of_its_own() -> None:
    every = [one for some in register_of(load()).events.values() for one in some]
    assert len({one.id for one in every}) == len(every)
    assert all(one.source for one in every)
    assert {one.made_by for one in every} == {"registry"}


def test_what_is_said_of_everybody_is_undisputed() -> None:
    own = ROW.format("{type: signed, date: 2010, source: a, according_to: '*'}")
    assert registered("sea-treaty", load([own]).by_slug["sea-treaty"].events[0]).according_to == ()


def test_an_asserted_event_makes_a_subject() -> None:
    register = register_of(load(), [event("expired", "2001")])
    assert register.subjects["a-treaty"].kind == ""
    assert [one.type for one in register.events["a-treaty"]] == ["expired"]


def test_the_same_event_twice_is_one() -> None:
    assert in_order([event("expired", "2001"), event("expired", "2001")]) == (event("expired", "2001"),)


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        ("npt", ("npt",)), (" NPT ", ("npt",)), ("《不扩散核武器条约》", ("npt",)), ("ДНЯО", ("npt",)),
        ("中導條約", ("inf-treaty",)), ("中导", ("inf-treaty",)), ("", ()), ("《》", ()),
        ("usa", ()), ("such thing", ()),
        ("opcw", ("opcw",)), ("npt-review-conference-2026", ("npt-review-conference-2026",)),
        (
            "中华人民共和国政府和俄罗斯联邦政府关于促进和相互保护投资的协定",
            ("cn-ru-investment-treaty-2025", "cn-ru-investment-treaty-2006"),
        ),
    ],
)  # fmt: skip
def test_names(words: str, slugs: tuple[str, ...]) -> None:
    assert slugs_named(load(), words) == slugs


def test_a_part_of_a_name_is_no_whole_one() -> None:
    assert slugs_named(load(), "中导", whole=True) == ()
