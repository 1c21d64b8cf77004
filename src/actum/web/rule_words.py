"""What the rules that made a fact say, in the language of the interface.

Takes       a fact, and the language.
Gives       sentences, each with its own language: English where the interface's has no words for a rule.
Method      the English is that of the rules themselves; the Chinese is a data file that a test holds to them.
Leaves out  judging the rules.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from actum.store.files import Row
from actum.workflow.explain import in_words


def rule_words(row: Row, ui: str) -> tuple[tuple[str, str], ...]:
    """The sentences in order, each with its language; none for a mention."""
    english = tuple((says, "en") for says in in_words(row))
    if ui != "zh":
        return english
    chinese = tuple((says, "zh-Hans") for says in _chinese(row))
    return chinese if len(chinese) == len(english) else english


def _chinese(row: Row) -> list[str]:
    tables, made_by = rules_in_chinese(), str(row["made_by"])
    if "act" in row:
        return [says for rule in made_by.split("/") if (says := tables["position"].get(rule, ""))]
    frame, _, cause = made_by.partition(":")[2].partition("/")
    return [says for says in (tables["frame"].get(frame, ""), tables["cause"].get(cause, "")) if says]


@cache
def rules_in_chinese() -> dict[str, dict[str, str]]:
    """The rules' words by table and name."""
    file = resources.files("actum.web") / "data" / "rules-zh.toml"
    return tomllib.loads(file.read_text(encoding="utf8"))
