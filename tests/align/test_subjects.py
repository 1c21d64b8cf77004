from __future__ import annotations

from actum.align.subjects import subjects
from actum.registry.load import load


def test_the_parties_of_a_treaty_are_about_it() -> None:
    assert subjects("npt-parties", load()) == {"npt-parties", "npt"}
    assert subjects("other-jcpoa-parties", load()) == {"other-jcpoa-parties", "jcpoa"}


def test_relations_of_the_registry_count() -> None:
    assert "npt" in subjects("npt-three-pillars", load())
    assert "bwc" in subjects("bwc-verification-protocol", load())


def test_an_unknown_id_is_about_itself() -> None:
    assert subjects("unknown:某某条约", load()) == {"unknown:某某条约"}
