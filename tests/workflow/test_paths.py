"""What the map of a workspace answers: only chains that hold as they were said, unless asked for more."""

from __future__ import annotations

from pathlib import Path

import pytest

from actum.regime.walks.paths import Asked
from actum.store.workspace import Workspace
from actum.workflow.add import add
from actum.workflow.build import build
from actum.workflow.paths import Chosen, between_rows, loop_rows, path_rows

TEXT = """中华人民共和国和俄罗斯联邦关于军控的联合声明

中华人民共和国和俄罗斯联邦（以下简称“双方”），声明如下：

双方认为，军备控制有助于国际安全与稳定。破坏国际安全与稳定的行为阻碍军备控制。

双方认为，美国和英国破坏战略稳定。战略稳定有助于维护世界和平。非法断链行径破坏全球产业链供应链。

2024年5月16日于北京
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("paths")
    (folder / "statement.txt").write_text(TEXT, encoding="utf8")
    workspace = Workspace.create(Path(folder) / "w")
    add(workspace, [folder / "statement.txt"])
    build(workspace)
    return workspace


def test_a_loop_whose_sides_do_not_join_comes_only_where_asked_for(made: Workspace) -> None:
    told = loop_rows(made, Chosen(), stitched=False, most_steps=6)
    assert told.rows == []
    assert any("1 more chain" in line and "--sides any" in line for line in told.words)
    every = loop_rows(made, Chosen(), stitched=False, most_steps=6, any_sides=True)
    assert [row["sides"] for row in every.rows] == [[]]
    assert "sides do not join" in every.rows[0]["aloud"]
    # conduct against X is less of X: that is the side on which the claim was made
    assert {claim["cause"]["delta"] for claim in every.rows[0]["steps"][1]["claims"]} == {"-"}


def test_chains_whose_sides_join_stand_before_the_others(made: Workspace) -> None:
    asked = Asked(effect="international-peace-and-security")
    told = path_rows(made, asked, Chosen())
    every = path_rows(made, asked, Chosen(), any_sides=True)
    assert told.rows
    assert all(row["sides"] for row in told.rows)
    assert every.rows[: len(told.rows)] == told.rows
    apart = every.rows[len(told.rows) :]
    assert apart
    assert not any(row["sides"] for row in apart)
    assert f"{len(apart)} more chains have" in " ".join(told.words)
    counts = [
        sum(row["up"] + row["down"] for row in between_rows(made, asked, Chosen(), any_sides=one).rows)
        for one in (False, True)
    ]
    assert counts == [len(told.rows), len(every.rows)]


def test_what_nobody_has_named_is_told_in_the_characters_of_the_text(made: Workspace) -> None:
    told = path_rows(made, Asked(effect="unknown:全球产业炼供应炼"), Chosen())
    assert [row["effect"] for row in told.rows] == ["unknown:全球产业炼供应炼"]
    assert "‹全球产业链供应链›" in told.rows[0]["aloud"]
    assert "炼" not in told.rows[0]["chain"]


def test_a_holder_or_a_year_without_claims_is_answered_with_those_there_are(made: Workspace) -> None:
    words = path_rows(made, Asked(effect="arms-control"), Chosen(holder="FRA", year="1999")).words
    assert "There are no claims of holder “FRA” and year “1999”." in words
    assert "Those who claim anything: CHN, RUS." in words
    assert "Years with claims: 2024." in words
