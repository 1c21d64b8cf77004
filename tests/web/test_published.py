"""What a static site holds of a large workspace: which pairs, which facts together, how little of many voices."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import pytest

from actum.model.network import Basis, Leaning, NetworkTie
from actum.store.workspace import Workspace
from actum.text.span import Part
from actum.web.pages import concept
from actum.web.pages.facts import PART, every, homes
from actum.web.pages.pair import ALL, published
from actum.workflow.room import Snapshot, snapshot


def work(day: int, name: str, language: str = "zh") -> dict[str, Any]:
    return {"work": f"2024-01-{day:02}-{name}", "date": f"2024-01-{day:02}", "language": language, "witnesses": []}


def pairs(works: list[dict[str, Any]]) -> set[tuple[str, str]]:
    return {(one["work"], other["work"]) for one, other in published(Snapshot(works=tuple(works)))}


def test_of_few_works_each_two_are_compared() -> None:
    few = [work(day, f"n{day}") for day in range(1, ALL + 1)]
    assert pairs(few) == {(a["work"], b["work"]) for a, b in combinations(few, 2)}


def test_of_many_works_neighbours_and_those_of_one_name_in_one_language_are_compared() -> None:
    names = ["a", "b", "c", "a", "d", "a", "e", "f"]
    many = [work(day, name) for day, name in enumerate(names, 1)]
    others = [work(day, "a", "en") for day in range(1, 3)]
    found = pairs(sorted([*many, *others], key=lambda row: row["date"]))
    beside = {(one["work"], other["work"]) for one, other in pairwise(many)}
    named = {(one["work"], other["work"]) for one, other in combinations([w for w in many if w["work"][11:] == "a"], 2)}
    assert found == beside | named | {(others[0]["work"], others[1]["work"])}


def test_the_facts_of_paragraphs_that_follow_one_another_stand_together(built: Workspace) -> None:
    build = snapshot(built)
    found = homes(build)
    assert {(one["work"], one["division"]) for one in every(build)} == set(found)
    order = list(found)
    for name in {name for name, _ in order}:
        own = [found[one] for one in order if one[0] == name]
        assert own == sorted(own, key=own.index)  # none comes back after another
        assert all(found[name, home] == home for home in own)
    assert len({(name, home) for (name, _), home in found.items()}) < len(found) / 3
    assert PART < 200_000


@pytest.mark.parametrize("voices", [3, 700])
def test_many_voices_on_a_concept_are_told_in_brief_and_counted(voices: int) -> None:
    ties = [tie(f"S{n:03}", "position" if n % 2 else "sponsor") for n in range(voices)]
    made = concept._voices(ties)
    full, brief = made["voices"], made["brief"]
    assert sum(len(one.leanings) for one in full) <= concept.IN_ALL
    assert len(full) + len(brief) + made["more_voices"] == voices
    assert {one.leanings[0].basis for one in full[: voices // 2]} == {"position"}
    assert len({one.id for one in (*full, *brief)}) == len(full) + len(brief)


def tie(voice: str, basis: Basis) -> NetworkTie:
    part = Part(0, 2, "核武")
    said = Leaning(
        voice=(voice,), split_from=(), concept="npt", kind="instrument", side="for", work="w", counted_as="w",
        date="2024", basis=basis, says="support", part=part, sentence=part, fact="", made_by="test",
    )  # fmt: skip
    return NetworkTie("holder-concept", "", (voice,), "npt", "instrument", 1.0, (("for", 1.0),), because=(said,))
