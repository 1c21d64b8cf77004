"""The tables by which pages are framed, texts described and faults found."""

from __future__ import annotations

import re

import pytest

from actum.collate.faults.rules import pattern as fault_pattern
from actum.collate.faults.rules import value
from actum.identify.describe_cues import asked
from actum.identify.frame_cues import LANGUAGES, pattern
from actum.language.data import lines, table

FRAME_CUES = [
    (language, f"{part}.{key}")
    for language in LANGUAGES
    for part, keys in table(language, "frame").items()
    if part != "words"
    for key in keys
]


@pytest.mark.parametrize(("language", "cue"), FRAME_CUES)
def test_frame_patterns_compile_and_match_no_empty_line(language: str, cue: str) -> None:
    found = pattern(language, cue)
    assert found is not None
    assert not found.fullmatch("")
    assert "{" not in re.sub(r"\{\d*,?\d*\}", "", found.pattern), "a word was not put in"


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_have_the_same_cues(language: str) -> None:
    zh = {cue for one, cue in FRAME_CUES if one == "zh"} - {"news.item"}
    assert zh - {cue for one, cue in FRAME_CUES if one == language} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_describe_patterns_compile(language: str) -> None:
    for part, keys in table(language, "describe").items():
        for key, source in keys.items():
            if part not in {"months", "sides"} and key != "side":
                assert asked(language, f"{part}.{key}"), (part, key)
                assert source


@pytest.mark.parametrize("key", ["truncation.jump", "truncation.closing", "negation.also", "negation.adverse_end"])
def test_fault_patterns_compile(key: str) -> None:
    assert value("zh", key)
    assert not fault_pattern("zh", key).fullmatch("")


def test_shapes_are_classes_of_two_or_more() -> None:
    for group in lines("zh", "shapes"):
        assert len(set(group)) == len(group) > 1
    assert any({"衅", "畔"} <= set(group) for group in lines("zh", "shapes"))
