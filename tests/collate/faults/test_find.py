"""What is wrong with a text that has one witness."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actum.collate.faults import find_faults
from actum.model.doubt import DOUBT_KINDS, Doubt
from actum.text.span import Span

HERE = Path(__file__).parent
CASES = HERE.parent.parent / "cases" / "faults.txt"
SAMPLE = HERE.parent.parent.parent / "examples" / "strategic-stability"
MARK = re.compile(r"\{(?P<words>[^{}|]*)\|(?P<rule>[a-z-]+)(?:\|(?P<proposal>[^{}|]*))?\}")


class Marked(NamedTuple):
    span: Span
    rule: str
    proposal: str | None


class Case(NamedTuple):
    line: str
    language: str
    text: str
    marks: list[Marked]
    other: str


def case_of(line: str) -> Case:
    language = line[:2] if line[2:4] == ": " else "zh"
    words, _, other = line.removeprefix(f"{language}: ").replace("⏎", "\n").partition(" && ")
    text, done, marks = "", 0, []
    for match in MARK.finditer(words):
        text += words[done : match.start()]
        if match["rule"] != "none":
            marks.append(Marked(Span(len(text), len(text) + len(match["words"])), match["rule"], match["proposal"]))
        text += match["words"]
        done = match.end()
    return Case(line, language, text + words[done:], marks, other)


ALL = [case_of(line) for line in CASES.read_text(encoding="utf8").splitlines() if line and not line.startswith("#")]


def faults_of(case: Case) -> tuple[Doubt, ...]:
    return find_faults(case.text, language=case.language, parallels=[("other", case.other)] if case.other else [])


@pytest.mark.parametrize("case", ALL, ids=[case.line[:40] for case in ALL])
def test_cases(case: Case) -> None:
    found = faults_of(case)
    for mark in case.marks:
        doubt = next((one for one in found if one.part.span.overlaps(mark.span) and one.made_by == mark.rule), None)
        assert doubt, (mark.rule, found)
        if mark.proposal is not None:
            assert doubt.proposal == (None if mark.proposal == "-" else mark.proposal)
    free = [one for one in found if not any(one.part.span.overlaps(mark.span) for mark in case.marks)]
    assert not free


def test_there_are_enough_cases() -> None:
    assert sum(bool(case.marks) for case in ALL) >= 40
    assert sum(not case.marks for case in ALL) >= 60


def sample(copy: str) -> str:
    return next(SAMPLE.glob(f"{copy}_*.txt")).read_text(encoding="utf8")


def statement(copy: str) -> str:
    page = sample(copy)
    end = page.find("2025年5月8日于莫斯科")
    return page[: end + len("2025年5月8日于莫斯科")] if end >= 0 else page.partition("\n　　（新华社")[0]


PARTNERSHIP = [
    ("针对第三方", "negation", "不针对第三方"),
    (" and ", "suspect", "和"),
    ("军事军事技", "suspect", None),
    ("烈士纪\n\n念设施", "suspect", None),
    ("科技\n\n发展", "suspect", None),
    ("应对对", "suspect", "应对"),
    ("挑畔", "suspect", "挑衅"),
    ("个别别", "suspect", "个别"),
    ("(下转第6版)", "truncation", None),
]
GENUINE = ("机器学习有利于促进", "妨碍司法", "双边贸易本币结算", "自然保护区地交流", "中国国家电影局", "强行行径")


@pytest.mark.parametrize(("words", "kind", "proposal"), PARTNERSHIP)
def test_partnership_statement(words: str, kind: str, proposal: str | None) -> None:
    text = sample("004")
    place = Span(text.index(words), text.index(words) + len(words))
    others = [("2025-05-08", statement("001")), ("2019-06-05", statement("002"))]
    doubts = [one for one in find_faults(text, language="zh", parallels=others) if one.part.span.overlaps(place)]
    assert [one.kind for one in doubts] == [kind]
    if proposal:
        assert doubts[0].proposal == proposal
    for parallel in doubts[0].parallels:
        parallel.part.check({"2025-05-08": others[0][1], "2019-06-05": others[1][1], "": text}[parallel.work])


def test_partnership_statement_has_no_other_doubts() -> None:
    text = sample("004")
    doubts = find_faults(text, language="zh")
    assert [one.kind for one in doubts].count("repetition") == 4
    assert len(doubts) == len(PARTNERSHIP) + 4
    for words in GENUINE:
        place = Span(text.index(words), text.index(words) + len(words))
        assert not any(one.part.span.overlaps(place) for one in doubts)


def test_parallels_show_the_look_alike() -> None:
    others = [("2025-05-08", statement("001"))]
    doubt = next(one for one in find_faults(sample("004"), language="zh", parallels=others) if one.part.text == "挑畔")
    assert [(one.work, one.part.text) for one in doubt.parallels] == [("2025-05-08", "挑衅行径")]


@pytest.mark.parametrize("copy", ["000", "001", "002"])
def test_clean_statements(copy: str) -> None:
    others = [("other", statement("002" if copy == "001" else "001"))] if copy != "000" else []
    residue = "(lián)" in statement(copy)
    doubts = find_faults(statement(copy), language="zh", parallels=others)
    assert residue or not doubts


def test_nothing_is_wrong_with_nothing() -> None:
    assert find_faults("", language="zh") == find_faults(" \n ", language="en") == ()


PIECES = [case.text for case in ALL if case.language == "zh"]


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=5), st.sampled_from(PIECES))
def test_doubts_quote_their_places(pieces: list[str], other: str) -> None:
    text = "\n".join(pieces)
    doubts = find_faults(text, language="zh", parallels=[("other", other)])
    for doubt in doubts:
        doubt.part.check(text)
        assert doubt.kind in DOUBT_KINDS
        assert doubt.proposal != doubt.part.text
        for parallel in doubt.parallels:
            parallel.part.check({"other": other, "": text}[parallel.work])
    assert list(doubts) == sorted(doubts, key=lambda one: (one.part, one.kind, one.made_by))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["zh", "en", "ru"]))
def test_any_text_is_looked_at(text: str, language: str) -> None:
    for doubt in find_faults(text, language=language):
        doubt.part.check(text)
