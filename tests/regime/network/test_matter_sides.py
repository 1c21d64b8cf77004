"""Whether the words around a name leave the side of an act, turn it, or do not say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from actum.regime.network.matter_sides import doers, turn_of
from actum.text.span import Span

CASES = (Path(__file__).parents[2] / "cases" / "leanings.txt").read_text(encoding="utf8").splitlines()
MARKED = [line for line in CASES if line and not line.startswith("#")]


def read(marked: str) -> tuple[str, list[Span], list[Span]]:
    """The text without its marks, what stands in braces, what stands in brackets."""
    text = ""
    found: dict[str, list[Span]] = {"{": [], "[": []}
    for piece in re.findall(r"[{\[].*?[}\]]|[^{\[]+", marked):
        bare = piece.strip("{}[]")
        if piece[0] in found:
            found[piece[0]].append(Span(len(text), len(text) + len(bare)))
        text += bare
    return text, found["{"], found["["]


@pytest.mark.parametrize("line", MARKED)
def test_cases(line: str) -> None:
    text, named, others = read(line[2:])
    assert turn_of(text, named[0], others, language="zh") == line[0]


def test_traditional_script_and_quotes_change_nothing() -> None:
    text, named, others = read("防止{外空軍備競賽}")
    assert turn_of(text, named[0], others, language="zh") == "-"
    text, named, others = read("“{外空军备竞赛}”")
    assert turn_of(text, named[0], others, language="zh") == "+"


def test_a_language_without_words_knows_the_bare_name_alone() -> None:
    for marked, turn in (("{the Treaty}", "+"), ("violations of {the Treaty}", "?")):
        text, named, others = read(marked)
        assert turn_of(text, named[0], others, language="en") == turn


@pytest.mark.parametrize(
    ("marked", "doing"),
    [
        ("{美方}对[伊朗]实施单边制裁", ["美方"]),
        ("{美国}及{其盟友}从事生物军事活动", ["美国", "其盟友"]),
        ("{个别国家}的做法", ["个别国家"]),
        ("任何{外部势力}干涉内政的企图", ["外部势力"]),
        ("[核武器国家]紧张关系升级", []),
        ("对[美国]的袭击", []),
        ("[美国]总统的健康", []),
    ],
)
def test_who_does_what_the_matter_tells(marked: str, doing: list[str]) -> None:
    text, does, others = read(marked)
    found = doers(text, [*does, *others], language="zh")
    assert [text[one.start : one.end] for one in found] == doing


def test_a_matter_that_repeats_a_word_is_read_at_once() -> None:
    """Words that can be read in several ways must not be tried in all of them."""
    for word in ("愿继续", "不断", "坚持", "国际"):
        turn_of(word * 400 + "条约", Span(400 * len(word), 400 * len(word) + 2), (), language="zh")
        short = word * (56 // len(word)) + "甲条约"
        turn_of(short, Span(len(short) - 2, len(short)), (), language="zh")
