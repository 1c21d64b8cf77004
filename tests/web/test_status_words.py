"""States in Chinese: whole, or not at all."""

from __future__ import annotations

import pytest

from actum.model.register import EVENT_TYPES
from actum.regime.register import course
from actum.store.workspace import Workspace
from actum.web.status_words import state_in_chinese
from actum.web.words import Words
from actum.workflow.instruments import instruments

NAMES = {"RUS": "俄罗斯", "USA": "美国", "CHN": "中国", "IRN": "伊朗"}


def chinese(state: str) -> str | None:
    return state_in_chinese(state, lambda code: NAMES.get(code, code))


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("in force", "有效"),
        ("signed, not in force", "已签署，未生效"),
        ("not in force, ratification revoked by RUS", "未生效，俄罗斯撤销批准"),
        ("in force, extended until 2026-02-05", "有效，延期至 2026-02-05"),
        ("in force, perhaps suspended by RUS and USA", "有效，可能俄罗斯、美国中止履行"),
        ("unknown or in force, extended until 2026-02-05", "不明，或有效，延期至 2026-02-05"),
        (
            "in force, contested: suspended by RUS (RUS), purportedly suspended by RUS (USA)",
            "有效；有争议：俄罗斯中止履行（俄罗斯）；俄罗斯宣称中止履行（美国）",
        ),
        (
            "contested: terminated (CHN, IRN and RUS), in force (otherwise)",
            "有争议：已终止（中国、伊朗、俄罗斯）；有效（其余各方）",
        ),
        ("unknown: initiative (CHN)", "不明；文献称：倡议（中国）"),
        (
            "in force, contested: not in force (CHN and RUS), draft (IRN): superseded (USA)",
            "有效；有争议：未生效（中国、俄罗斯）；草案（伊朗）；文献称：已被取代（美国）",
        ),
        ("in force, suspended by RUS according to RUS", "有效，俄罗斯中止履行（据俄罗斯）"),
        (
            "in force, suspension announced by RUS, effective 2023-02-28 and 2023-03-01 according to RUS",
            "有效，俄罗斯宣布将中止履行，2023-02-28、2023-03-01 起生效（据俄罗斯）",
        ),
    ],
)
def test_states_are_told_piece_by_piece(state: str, told: str) -> None:
    assert chinese(state) == told


@pytest.mark.parametrize("state", ["held, without outcome", "in forced", "in force by", "contested: in force", "有效"])
def test_what_holds_an_unknown_piece_is_left_in_english(state: str) -> None:
    assert chinese(state) is None


def test_every_state_of_the_sample_is_told_in_chinese(built: Workspace) -> None:
    found = instruments(built)
    states = {period.status["state"] for slug in found.named for period in found.periods(slug, today="2026-11-26")}
    assert len(states) > 10
    assert {state: chinese(state) for state in sorted(states) if chinese(state) is None} == {}


def test_every_word_of_the_register_is_had_in_chinese() -> None:
    told = {course.IN_FORCE, course.NOT_IN_FORCE, course.SIGNED, course.NOTICE, course.WITHDRAWN, course.SUSPENDED}
    told |= {course.SUSPENDING, course.REVOKED, *course.ENDS, *course.WISHES}
    assert not [word for word in sorted(told) if chinese(word) is None]


def test_every_type_of_event_has_words() -> None:
    assert not [one for one in EVENT_TYPES if not Words("zh").has(f"instrument.type-{one}")]
