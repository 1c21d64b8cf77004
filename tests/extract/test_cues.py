"""The cue table: its shape, and where a cue's characters are none."""

from __future__ import annotations

import pytest

from actum.errors import DataFault
from actum.extract import cues
from actum.extract.cues import cue_book, scan
from actum.model.fact import ACTS
from actum.text.script import script_class

HOLDS_NONE = [
    "即将",
    "将来",
    "自愿",
    "愿景",
    "请求",
    "供应",
    "响应",
    "相应",
    "应邀",
    "应用",
    "反对派",
    "支持率",
    "决定性",
    "欢迎仪式",
    "不得不",
    "共同意志",
    "行动计划",
]


def _words(text: str) -> list[str]:
    opened = script_class(text)
    return [text[hit.start : hit.end] for hit in scan(cue_book("zh"), opened, 0, len(opened))]


@pytest.mark.parametrize("word", HOLDS_NONE)
def test_words_that_merely_hold_a_cue(word: str) -> None:
    assert _words(word) == []


def test_the_longest_cue_is_found() -> None:
    assert _words("高度评价并再次重申不应，各国应当") == ["高度评价", "再次重申", "不应", "应当"]


def test_every_act_has_words() -> None:
    assert {cue.act for behaviours in cue_book("zh").behaviours.values() for cue in behaviours} == set(ACTS)


def test_a_language_without_a_table_has_no_cues() -> None:
    assert list(scan(cue_book("xx"), "text", 0, 4)) == []


def test_a_group_that_breaks_the_format_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {"group": [{"act": "shout", "uses": ["verb"], "words": "大喊"}]}
    monkeypatch.setattr(cues, "lexicon", lambda _language, name: broken if name == "cues" else {})
    with pytest.raises(DataFault, match="大喊"):
        cue_book.__wrapped__("yy")
