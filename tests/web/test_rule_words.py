"""Every rule that reads facts is told in Chinese too."""

from __future__ import annotations

from actum.extract import effect_rules, position_rules
from actum.store.workspace import Workspace
from actum.web.rule_words import rule_words, rules_in_chinese
from actum.workflow.room import snapshot


def test_every_rule_has_its_words_and_no_other() -> None:
    tables = rules_in_chinese()
    assert set(tables["position"]) == set(position_rules.SAYS)
    assert set(tables["frame"]) == set(effect_rules.FRAMES)
    assert set(tables["cause"]) == set(effect_rules._CAUSES)


def test_both_languages_say_as_much(built: Workspace) -> None:
    build = snapshot(built)
    for work in build.works:
        for row in (*build.of("positions", work["work"]), *build.of("effects", work["work"])):
            chinese = rule_words(row, "zh")
            assert [lang for _, lang in chinese] == ["zh-Hans"] * len(rule_words(row, "en"))
