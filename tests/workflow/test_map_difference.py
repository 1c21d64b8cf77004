"""Two maps compared: works as the verb does it, years by all their works."""

from __future__ import annotations

import pytest

from actum.errors import NoSuchWork, NotComparable
from actum.store.workspace import Workspace
from actum.workflow.compare import silence_rows
from actum.workflow.map_difference import compared_maps, compared_sides, works_of_side

EARLIER, LATER = "2019-06-05-加强当代全球战略稳定", "2025-05-08-全球战略稳定"


def test_two_works_are_compared_as_the_verb_does_it(sample: Workspace) -> None:
    assert compared_sides(sample, EARLIER, LATER) == compared_maps(sample, EARLIER, LATER)


def test_a_year_is_all_its_works_and_whole_where_each_is(sample: Workspace) -> None:
    assert len(works_of_side(sample, "2025")) == 2
    fates = {one.fate for one in compared_sides(sample, "2019", "2025").edges}
    assert "unknown" in fates  # one work of 2025 is cut
    assert not fates & {"gone", "silent"}


def test_what_cannot_be_compared_is_told(sample: Workspace) -> None:
    with pytest.raises(NotComparable, match="itself"):
        compared_sides(sample, "2019", "2019")
    for side in ("1999", "no-such-work", "20"):
        with pytest.raises(NoSuchWork, match=side):
            works_of_side(sample, side)


def test_no_edge_is_more_silent_than_what_fell_silent(sample: Workspace) -> None:
    stands = {row["id"]: row["standing"] for row in silence_rows(sample, EARLIER, LATER)}
    found = compared_maps(sample, EARLIER, LATER).edges
    assert [one for one in found if one.fate == "silent"]
    for edge in found:
        assert all(stands.get(concept, "silent") == "silent" for concept in edge.unspoken)
    # 2025 says 增进信任水平, which comes near to 互信
    assert stands["mutual-trust"] == "unknown"
    assert not [one for one in found if "mutual-trust" in one.unspoken]
