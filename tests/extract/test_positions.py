"""Positions: the marked texts, the samples, and laws over any text."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actum.divide import divide
from actum.extract.parties import voices
from actum.extract.position_rules import SAYS, trail
from actum.extract.positions import positions
from actum.model.division import Division
from actum.model.fact import ACTS, Mention, MentionKind, Position
from actum.text.residue import residue
from actum.text.span import Part, Span

HERE = Path(__file__).resolve().parents[1]
SAMPLES = HERE.parent / "examples" / "strategic-stability"
SHARED = Path(os.environ.get("ACTUM_SHARED", HERE.parent.parent / "shared"))
# The least that holds on the sample marked by hand; the figures themselves are in docs/accuracy.md.
LEAST_F1 = 0.95
LEAST_MATTER = 0.9


def _cases() -> ModuleType:
    spec = importlib.util.spec_from_file_location("position_cases", Path(__file__).with_name("position_cases.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


CASES = _cases()
MARKED = [
    pytest.param(*text, id=text[0])
    for file in ("positions", "positions-second", "positions-third")
    for text in CASES.texts((HERE / "cases" / f"{file}.txt").read_text(encoding="utf8"))
]


def _read(text: str, mentions: tuple[Mention, ...] = ()) -> tuple[tuple[Division, ...], tuple[Position, ...]]:
    divisions = divide(text, language="zh")
    found = positions(text, divisions, mentions=mentions, voices=voices(text, language="zh"), language="zh")
    return tuple(d for d in divisions if d.kind == "sentence"), found


@cache
def _sample(number: str) -> tuple[str, tuple[Division, ...], tuple[Position, ...]]:
    text = next(SAMPLES.glob(f"{number}*.txt")).read_text(encoding="utf8")
    return text, *_read(text)


def _cues(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(p.cue.text, p.act, p.holder) for p in _read(f"中华人民共和国和俄罗斯联邦联合声明\n{text}")[1]]


@pytest.mark.parametrize(("shows", "text", "parties", "asked"), MARKED)
def test_marked_texts(shows: str, text: str, parties: tuple[str, ...], asked: dict[str, list[str]]) -> None:
    sentences, found = _read(text)
    tally = CASES.Tally()
    for sentence in sentences:
        wanted = [CASES.wanted(sentence.part.text, line, parties) for line in asked.pop(sentence.part.text, [])]
        here = [p for p in found if p.division == sentence.id]
        CASES.compare(f"{shows} {sentence.id}", wanted, here, tally)
    assert not asked
    assert not tally.lines


def test_samples_marked_by_hand() -> None:
    marked = (HERE / "cases" / "positions-samples.txt").read_text(encoding="utf8")
    for head, lines in CASES.blocks(marked):
        number, *parts = head.split()
        _, sentences, found = _sample(number)
        tally = CASES.Tally()
        for sentence in CASES.marked_sentences(sentences, number, parts):
            mine = [line.partition(" ")[2] for line in lines if line.partition(" ")[0] == sentence.id]
            wanted = [CASES.wanted(sentence.part.text, line, ("CHN", "RUS")) for line in mine]
            CASES.compare(sentence.id, wanted, [p for p in found if p.division == sentence.id], tally)
        assert tally.wanted == sum(bool(line.strip()) for line in lines)
        assert tally.f1 >= LEAST_F1
        assert tally.share("strength") >= LEAST_F1
        assert tally.share("matter") >= LEAST_MATTER


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_fact_quotes_its_place(number: str) -> None:
    text, _, found = _sample(number)
    assert found
    _lawful(text, found)


def test_a_traditional_copy_reads_as_the_simplified_one() -> None:
    """Sample 000 is the text of 001 in traditional script, with pinyin between its characters in places."""
    text = residue(next(SAMPLES.glob("000*.txt")).read_text(encoding="utf8")).text
    shown = [(p.act, p.strength, p.holder) for p in _read(text)[1]]
    assert shown == [(p.act, p.strength, p.holder) for p in _sample("001")[2]]


def test_a_line_without_an_end_is_not_read() -> None:
    """Half a megabyte without one end mark is no sentence, and must not hold a build up."""
    assert _cues("双方强调安全，反对战争，各国应合作，" * 10_000) == []


def test_positions_stand_in_the_order_of_the_text() -> None:
    _, _, found = _sample("004")
    assert [p.cue.start for p in found] == sorted(p.cue.start for p in found)


def test_a_repeated_paragraph_gives_its_positions_once() -> None:
    text = "中华人民共和国和俄罗斯联邦联合声明\n双方支持对话。\n双方支持对话。"
    assert len(_read(text)[1]) == 1


def test_a_heading_holds_no_position() -> None:
    assert _cues("双方重申有关立场。\n一、支持多边主义\n会谈结束。") == [("重申", "reaffirm", ("CHN", "RUS"))]


def _mention(text: str, words: str, kind: MentionKind, name: str) -> Mention:
    place = Span(text.index(words), text.index(words) + len(words))
    sentence = Part.cut(text, Span(text.index("\n") + 1, len(text)))
    return Mention("p01.s1", sentence, Part.cut(text, place), kind, name, veiled=False, made_by="test")


def test_states_in_a_row_are_called_on_one_by_one() -> None:
    text = "中华人民共和国和俄罗斯联邦联合声明\n双方敦促英国和美国批准条约。"
    mentions = (_mention(text, "英国", "state", "gbr"), _mention(text, "美国", "state", "usa"))
    (position,) = _read(text, mentions)[1]
    assert [(named.part.text, named.id) for named in position.addressee] == [("英国", "gbr"), ("美国", "usa")]


def test_of_a_state_and_its_allies_neither_name_is_the_id() -> None:
    text = "中华人民共和国和俄罗斯联邦联合声明\n双方敦促美国及其盟友批准条约。"
    mentions = (_mention(text, "美国", "state", "usa"), _mention(text, "其盟友", "group", "allies-of-usa"))
    (position,) = _read(text, mentions)[1]
    assert [(named.part.text, named.id) for named in position.addressee] == [("美国及其盟友", "")]


def test_a_party_called_on_by_its_short_name_has_its_own_id() -> None:
    (position,) = _read("中华人民共和国和俄罗斯联邦联合声明\n中方应避免误判。")[1]
    assert [(named.part.text, named.id) for named in position.addressee] == [("中方", "chn")]


def test_mentions_give_addressees_their_ids_and_matters_what_they_are_about() -> None:
    text = "中华人民共和国和俄罗斯联邦联合声明\n双方呼吁美国遵守《不扩散核武器条约》。"
    mentions = (_mention(text, "美国", "state", "usa"), _mention(text, "《不扩散核武器条约》", "instrument", "npt"))
    (position,) = _read(text, mentions)[1]
    assert [named.id for named in position.addressee] == ["usa"]
    assert position.about == ("usa", "npt")


def test_a_text_of_nobody_known_makes_nobody_speak() -> None:
    assert _read("某地新闻\n据报道，有关方面强调了安全的重要性。应加强管理。")[1] == ()


def test_every_rule_is_told_in_words_and_every_word_is_of_a_rule() -> None:
    used: set[str] = set()
    for number in ("001", "002", "004"):
        used |= {rule for p in _sample(number)[2] for rule in p.made_by.split("/")}
    for param in MARKED:
        used |= {rule for p in _read(str(param.values[1]))[1] for rule in p.made_by.split("/")}
    assert {rule for rule in used if not rule.startswith("cue:")} == set(SAYS)


def test_a_trail_leads_from_the_sentence_to_the_matter() -> None:
    (position,) = _read("中华人民共和国和俄罗斯联邦联合声明\n双方强烈谴责恐怖袭击。")[1]
    steps = trail(position)
    assert [step.rule for step in steps] == ["sentence", "cue:condemn", "holder-written", "to-end"]
    assert [step.part.text if step.part else "" for step in steps] == ["双方强烈谴责恐怖袭击。", "谴责", "", "恐怖袭击"]


WORDS = "双方 中方 俄方 各国 个别国家 强调 重申 反对 支持 谴责 呼吁 将 愿 应 必须 不得 对此 对 表示 关切 强烈 的 和 并"
PHRASES = "令人遗憾 遗憾的是 不可接受 满意地指出 ， 、 。 ； 《条约》 “安全” （以下称“双方”） 安全 愿同 并将 在此基础上"
FRAGMENTS = (*WORDS.split(), *PHRASES.split(), "\n")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40))
def test_any_words_give_lawful_positions(words: list[str]) -> None:
    text = "中华人民共和国和俄罗斯联邦联合声明\n" + "".join(words)
    first, second = _read(text)[1], _read(text)[1]
    assert first == second
    _lawful(text, first)


def _lawful(text: str, found: tuple[Position, ...]) -> None:
    for position in found:
        parts = [position.sentence, position.cue, *(named.part for named in position.addressee)]
        if position.matter is not None:
            parts.append(position.matter)
            assert position.matter.text.strip()
        for part in parts:
            part.check(text)
            assert part.span in position.sentence.span
        assert position.act in ACTS
        assert position.holder == tuple(sorted(position.holder))
    cues = [(p.cue.start, p.cue.end) for p in found]
    assert len(cues) == len(set(cues))


def _gold(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the shared gold is not here")
@pytest.mark.parametrize(("file", "number"), [("2019-06-05", "002"), ("2025-05-08-partnership-5-6", "004")])
def test_shared_gold(file: str, number: str) -> None:
    rows = {row["text"]: row for row in _gold(SHARED / "gold" / f"{file}.jsonl")}
    _, sentences, found = _sample(number)
    tally = CASES.Tally()
    places = {sentence.part.text: sentence.id for sentence in reversed(sentences)}
    for row in rows.values():
        here = [p for p in found if p.division == places.get(row["text"])]
        CASES.compare(row["id"], [CASES.of_gold(row["text"], each) for each in row["positions"]], here, tally)
    assert tally.f1 >= LEAST_F1
    assert tally.share("strength") >= LEAST_F1
    assert tally.share("addressee") >= LEAST_MATTER
    assert tally.share("matter") >= LEAST_MATTER


def test_a_holder_in_a_capacity_is_written() -> None:
    _, found = _read("中法联合声明\n\n法方作为条约保存国，承诺履行义务。中法同为常任理事国，强调和平的重要性。")
    assert [(one.act, one.holder, one.holder_written) for one in found] == [
        ("undertake", ("FRA",), True),
        ("state", ("CHN", "FRA"), False),
    ]


def test_a_capital_is_a_government_only_where_something_is_asked_of_it() -> None:
    _, found = _read("中俄联合声明\n\n东京必须停止升级局势。在东京应举行会议。双方欢迎东京会议。")
    assert [[one.id for one in each.addressee] for each in found] == [["jpn"], [], []]
