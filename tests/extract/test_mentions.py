import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actum.divide import divide
from actum.extract.mentions import candidates, mentions
from actum.model.fact import Mention
from actum.registry.load import load

CASES = Path(__file__).parents[1] / "cases" / "mentions.txt"
SAMPLES = Path(__file__).parents[2] / "examples" / "strategic-stability"
FULL = {"state", "group", "instrument", "body"}
MARK = re.compile(r"\{(?P<text>[^{}|]+)\|(?P<kind>[a-z]+)(?P<veil>\*?)(?::(?P<id>[^{}]+))?\}")


@dataclass(frozen=True)
class Marked:
    start: int
    text: str
    kind: str
    veiled: bool
    id: str


def found_in(text: str, *, language: str = "zh", parties: tuple[str, ...] = ("CHN", "RUS")) -> tuple[Mention, ...]:
    divisions = divide(text, language=language)
    return mentions(text, divisions, registry=load(), language=language, parties=parties)


def cases() -> Iterator[tuple[str, str, list[Marked]]]:
    for block in re.split(r"\n\s*\n", CASES.read_text(encoding="utf8").strip())[1:]:
        title, *lines = block.splitlines()
        marked, plain, done = "\n".join(lines), "", 0
        marks = []
        for mark in MARK.finditer(marked):
            plain += marked[done : mark.start()]
            marks.append(Marked(len(plain), mark["text"], mark["kind"], mark["veil"] == "*", mark["id"] or ""))
            plain += mark["text"]
            done = mark.end()
        yield title.lstrip("# "), plain + marked[done:], marks


@pytest.mark.parametrize(("text", "marks"), [pytest.param(text, marks, id=title) for title, text, marks in cases()])
def test_case(text: str, marks: list[Marked]) -> None:
    found = {(m.part.start, m.part.text): m for m in found_in(text)}
    wanted = {(mark.start, mark.text): mark for mark in marks}
    counted = {place for place, mention in found.items() if mention.kind in FULL}
    assert counted | (found.keys() & wanted.keys()) == wanted.keys()
    for place, mark in wanted.items():
        assert found[place].kind == mark.kind
        assert found[place].veiled == mark.veiled
        assert not mark.id or found[place].id == mark.id


def test_members_are_those_of_the_organisation_that_speaks() -> None:
    text = "成员国支持裁军谈判会议的工作，呼吁成员国遵守规则。安理会常任理事国负有责任。"
    found = {m.part.text: m.id for m in found_in(text, parties=("SCO",)) if m.kind == "group"}
    assert found == {"成员国": "sco-members", "安理会常任理事国": "unsc-permanent-members"}


def test_members_in_a_text_of_states_are_those_of_the_body_named_last() -> None:
    text = "双方支持裁军谈判会议的工作，呼吁成员国遵守规则。"
    assert [m.id for m in found_in(text) if m.kind == "group"] == ["conference-on-disarmament-members"]


@cache
def samples() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf8") for path in sorted(SAMPLES.glob("*.txt")))


def check_laws(text: str, found: tuple[Mention, ...]) -> None:
    assert list(found) == sorted(found, key=lambda mention: mention.part.start)
    for mention in found:
        mention.part.check(text)
        mention.sentence.check(text)
        assert mention.part.span in mention.sentence.span
        assert mention.part.text
        assert mention.id
        assert mention.made_by
        assert not (mention.veiled and mention.kind == "state")
    for one, two in pairwise(found):
        assert one.part.end <= two.part.start


def test_laws_hold_on_the_samples() -> None:
    assert samples()
    for text in samples():
        found = found_in(text)
        assert len(found) > 50
        check_laws(text, found)


def test_the_same_in_traditional_script_and_in_every_copy() -> None:
    ids = [[m.id for m in found_in(text)] for text in samples()]
    in_traditional, in_simplified = ids[0], ids[1]
    assert in_traditional == in_simplified[: len(in_traditional)]


@given(st.text("中美俄方国家《》“”公约条约缔约国联合大会第七届号决议，。、及其盟友某些各1年月日草案\n", max_size=60))
def test_laws_hold_on_any_text(text: str) -> None:
    check_laws(text, found_in(text))


def test_candidates_are_unknown_instruments_and_bodies_most_named_first() -> None:
    text = "双方支持《海洋合作宣言》和《联合国宪章》。\n双方欢迎世界海洋组织，落实《海洋合作宣言》。"
    offered = candidates(found_in(text))
    assert [(c.id, c.kind, c.count) for c in offered] == [
        ("unknown:海洋合作宣言", "instrument", 2),
        ("unknown:世界海洋组织", "body", 1),
    ]
    assert [place.text for place in offered[0].places] == ["《海洋合作宣言》", "《海洋合作宣言》"]


def test_a_registry_row_of_ones_own_is_found() -> None:
    name = "{zh: 海洋合作宣言, form: full, source: a person}"
    row = f"- {{slug: ocean-declaration, kind: declaration, sure: B, source: a person, names: [{name}]}}"
    text = "双方支持《海洋合作宣言》。"
    found = mentions(text, divide(text, language="zh"), registry=load([row]), language="zh")
    assert [(m.part.text, m.id) for m in found] == [("《海洋合作宣言》", "ocean-declaration")]


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("en", "The UN General Assembly resolution 78/31 and A/RES/78/31 stand.", ["A/RES/78/31", "A/RES/78/31"]),
        ("en", "They recall resolution 78/31 of the General Assembly.", ["A/RES/78/31"]),
        ("en", "See Security Council Resolution No. 1540 (2004) and S/RES/1701 (2006).", ["S/RES/1540", "S/RES/1701"]),
        ("en", "Human Rights Council resolution 52/10 is cited.", []),
        ("en", "The Council adopted a resolution on 7/8 of the budget.", []),
        ("ru", "Принята резолюция ГА ООН от 4 декабря 2023 г. № 78/31.", ["A/RES/78/31"]),
        ("ru", "Ссылаясь на резолюцию Генеральной Ассамблеи 78/31.", ["A/RES/78/31"]),
        ("ru", "Резолюция 78/31 Генеральной Ассамблеи ООН, резолюция 1540 (2004) СБ.", ["A/RES/78/31"]),
        ("ru", "В соответствии с резолюцией Совета Безопасности ООН 1540 (2004).", ["S/RES/1540"]),
        ("zh", "联合国大会第78/31号决议，安理会第1540（2004）号决议。", ["A/RES/78/31", "S/RES/1540"]),
        ("zh", "大会A/RES/78/31号决议。", ["A/RES/78/31"]),
    ],
)
def test_a_numbered_resolution_is_the_same_in_every_language(language: str, text: str, named: list[str]) -> None:
    found = found_in(text, language=language)
    assert [m.id.removeprefix("unknown:") for m in found if m.kind == "instrument"] == named


def test_a_resolution_of_the_registry_is_found_by_its_number() -> None:
    for language, text in (
        ("zh", "安理会第2231（2015）号决议。"),
        ("en", "Resolution 2231 (2015) of the Security Council."),
    ):
        assert [m.id for m in found_in(text, language=language)] == ["unsc-resolution-2231"]


def test_a_side_is_the_party_of_that_name_before_any_other_state() -> None:
    text = "双方对巴勒斯坦局势表示关切，中方赞赏巴方。双方欢迎巴西，感谢巴方。"
    found = found_in(text, parties=("CHN", "PAK"))
    assert [m.id for m in found if m.part.text == "巴方"] == ["pak", "pak"]


@pytest.mark.parametrize(
    "words", ["签约方", "违约方", "比方说", "有利方", "同意方", "执法方", "参加方", "土方工程", "哈方"]
)
def test_no_state_hides_in_a_word_nor_stands_for_one_that_is_not_named(words: str) -> None:
    assert [m for m in found_in(f"有关{words}应当尽力。") if m.kind == "state"] == []


def test_nothing_in_nothing() -> None:
    assert found_in("") == ()
    assert candidates(()) == ()


def test_a_language_without_patterns_finds_registry_names_in_their_capitals() -> None:
    text = "The who and the WHO: they ask the Security Council and China."
    found = found_in(text, language="en")
    assert [(m.part.text, m.id) for m in found] == [("Security Council", "unsc"), ("China", "chn")]
    assert [m.id for m in found_in("Того же мнения Того и США.", language="ru")] == ["tgo", "tgo", "usa"]
    assert [m.id for m in found_in("Без того.", language="ru")] == []


@pytest.mark.parametrize(
    "words", ["无核武器区", "东南亚无核武器区", "无核武器世界", "无大规模杀伤性武器地区", "无化学武器区"]
)
def test_what_is_said_not_to_be_there_is_no_weapon(words: str) -> None:
    assert not [m.id for m in found_in(f"双方支持建立{words}。") if m.kind == "capability"]


@pytest.mark.parametrize("symbol", ["NPT/CONF.2010/50", "NPT/CONF.2020/PC.II/1", "A/C.1/76/NPT/2"])
def test_no_name_begins_the_symbol_of_a_document(symbol: str) -> None:
    assert not found_in(f"载于文件{symbol}。")
    assert [m.id for m in found_in("北约/NATO/EU举行会谈。")][:2] == ["nato", "nato"]


def test_a_name_that_nothing_holds_together_ends_with_its_line() -> None:
    wrapped = "双方愿意继续努力，支持各方在联合国框架下\n就此举行第七届全球海洋环境\n保护大会，双方愿意。"
    assert not [m for m in found_in(wrapped) if "\n" in m.part.text]
    held = "双方愿意继续努力，支持各方在联合国框架内落实《关于海洋\n环境的公约》，双方愿意。"
    assert [m.kind for m in found_in(held) if "\n" in m.part.text] == ["instrument"]
