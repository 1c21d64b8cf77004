"""Sentences of the build in Chinese: every one of the sample is known, and what is not known stays English, marked."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from pathlib import Path

import pytest

from actum.regime.ledger.filter import LedgerAsked
from actum.store.workspace import Workspace
from actum.web.called import called_in
from actum.web.filters import moment
from actum.web.status_words import state_in_chinese
from actum.web.told import in_chinese, told, with_names
from actum.workflow.add import add
from actum.workflow.build import build
from actum.workflow.instruments import instruments
from actum.workflow.ledger import ledger_rows
from actum.workflow.room import snapshot

SHARED = Path(os.environ.get("ACTUM_SHARED", Path(__file__).parents[3] / "shared"))
TODAY = "2026-11-26"


@pytest.fixture(scope="module")
def united(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Files of the United Nations, built once; the test is skipped where there are none."""
    if not (SHARED / "un").is_dir():
        pytest.skip("no files of the United Nations here")
    workspace = Workspace.create(tmp_path_factory.mktemp("un") / "w")
    add(workspace, [SHARED / "un"])
    build(workspace)
    return workspace


def said_in(workspace: Workspace) -> set[str]:
    """All that the build says in English: of copies, works, the register and the ledger."""
    made = snapshot(workspace)
    said = {row["says"] for row in made.doubts} | {row["says"] for work in made.works for row in work["doubts"]}
    said |= {work["incomplete_because"] for work in made.works}
    known = instruments(workspace)
    for slug in known.named:
        statuses = [known.status(slug, as_of="9999", today=TODAY)]
        statuses += [one.status for one in known.periods(slug, today=TODAY)]
        said |= {line for row in statuses for line in row["caveats"]}
        said |= {one[key] or "" for one in (*statuses[0]["events"], *statuses[0]["said"]) for key in ("source", "note")}
    ledger = ledger_rows(workspace, LedgerAsked())
    said |= {*ledger.notes, *(line for row in ledger.rows for line in row["closed_because"])}
    said |= {one["says"] for row in ledger.rows for one in row["beside"] if one["kind"] == "event"}
    return said


def not_told(workspace: Workspace) -> list[str]:
    called = called_in(workspace, "zh")
    return sorted(one for one in said_in(workspace) if told(one, "zh", called)[1] != "zh-Hans")


def states_of(workspace: Workspace) -> Iterable[str]:
    known = instruments(workspace)
    for slug in known.named:
        for one in known.periods(slug, today=TODAY):
            yield one.status["state"]
            yield from (side["state"] for side in one.status["contested"])


def test_the_sample_says_nothing_that_chinese_lacks(built: Workspace) -> None:
    assert len(said_in(built)) > 80
    assert not not_told(built)


@pytest.mark.slow
def test_the_united_nations_say_nothing_that_chinese_lacks(united: Workspace) -> None:
    assert not not_told(united)


def test_every_state_of_the_sample_is_had_in_chinese(built: Workspace) -> None:
    called = called_in(built, "zh")
    assert not [state for state in states_of(built) if state_in_chinese(state, called) is None]


def test_each_sentence_has_the_same_slots_in_both_languages() -> None:
    rows = tomllib.loads((resources.files("actum.web") / "data" / "sentences-zh.toml").read_text("utf8"))["of"]
    slots = re.compile(r"\{(\w+)\}")
    for row in rows:
        assert set(slots.findall(row["zh"])) <= set(slots.findall(row["en"])), row["en"]
        assert re.search(r"[\u4e00-\u9fff]", row["zh"]) or row["en"] == row["zh"]
    assert len({row["en"] for row in rows}) == len(rows)


def test_what_is_not_listed_stays_english_and_is_marked(built: Workspace) -> None:
    called = called_in(built, "zh")
    assert told("a line that nobody listed", "zh", called) == ("a line that nobody listed", "en")
    assert in_chinese("proposed, not in the text: a line that nobody listed", called) is None
    assert in_chinese("news or other prose that is no part of the text; no such part", called) is None


@pytest.mark.parametrize(
    ("says", "english", "chinese"),
    [
        ("ratification-revoked by RUS", "ratification revoked (Russia [RUS])", "撤销批准（俄罗斯）"),
        ("terminated according to CHN IRN RUS", None, "终止，据中国、伊朗、俄罗斯"),
        ("review-conference (outcome: none)", "review conference (outcome: none)", "审议大会（成果：无）"),
        ("adopted, unverified", "adopted, unverified", "通过、未核实"),
    ],
)
def test_an_event_is_told_by_its_parts(built: Workspace, says: str, english: str | None, chinese: str) -> None:
    assert told(says, "zh", called_in(built, "zh")) == (chinese, "zh-Hans")
    assert english is None or told(says, "en", called_in(built, "en")) == (english, "en")


def test_an_english_state_names_its_parties(built: Workspace) -> None:
    state = with_names("in force, withdrawal by USA (otherwise), terminated (DEU, FRA and GBR)", called_in(built, "en"))
    assert "[USA]" in state
    assert "Germany [DEU]" in state
    assert "by USA" not in state


@pytest.mark.parametrize(
    ("slug", "english", "chinese"),
    [
        ("unnamed-states", "unnamed states", "未具名国家"),
        ("allies-of-unnamed-states", "allies of unnamed states", "未具名国家的盟友"),
        (
            "npt-other-parties",
            "other parties to Treaty on the Non-Proliferation of Nuclear Weapons",
            "不扩散核武器条约其他缔约国",
        ),
        ("no-such-thing-parties", "no such thing parties", "no such thing parties"),
        ("CHN", "China", "中国"),
        ("usa-rus", None, "美国、俄罗斯"),
    ],
)
def test_a_group_made_of_other_ids_has_a_name(built: Workspace, slug: str, english: str | None, chinese: str) -> None:
    assert called_in(built, "zh")(slug) == chinese
    assert english is None or called_in(built, "en")(slug) == english


def test_every_role_of_a_group_has_words() -> None:
    roles = tomllib.loads((resources.files("actum.language") / "zh" / "mentions.toml").read_text("utf8"))["roles"]
    words = tomllib.loads((resources.files("actum.web") / "data" / "groups.toml").read_text("utf8"))
    before = {one for one in roles.pop("before").values() if one}
    assert before <= set(words["before"])
    assert {one for one in roles.values() if one} <= set(words["roles"])


def test_an_instant_says_its_zone() -> None:
    assert moment("2026-11-26T05:28:31+00:00") == "2026-11-26 05:28 UTC"
    assert moment("2026-11-26T05:28:31Z") == "2026-11-26 05:28 UTC"
    assert moment("2026-11-26T05:28:31.25+08:00") == "2026-11-26 05:28 +08:00"
    assert moment("2026-11-26T05:28:31") == "2026-11-26 05:28"
