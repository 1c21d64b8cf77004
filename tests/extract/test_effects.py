"""Effects of sentences and texts: the marked cases, single traps, and laws over any text."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actum.divide import divide
from actum.errors import DataFault
from actum.extract import effect_lexicon
from actum.extract.effect_claim import Claim
from actum.extract.effect_lexicon import Lexicon, lexicon
from actum.extract.effect_rules import explain
from actum.extract.effect_tokens import blanked
from actum.extract.effects import LONGEST, claims, effects
from actum.model.division import Division
from actum.model.fact import Effect, Mention
from actum.text.span import Part, Span

HERE = Path(__file__).resolve().parents[1]
SAMPLES = sorted((HERE.parent / "examples" / "strategic-stability").glob("*.txt"))
SHARED = Path(os.environ.get("ACTUM_SHARED", HERE.parents[1] / "shared"))


def _cases() -> ModuleType:
    spec = importlib.util.spec_from_file_location("effect_cases", HERE / "extract" / "effect_cases.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


CASES = _cases()
MARKED: list[Any] = list(CASES.cases((HERE / "cases" / "effects.txt").read_text(encoding="utf8")))
GOLD = sorted((SHARED / "gold").glob("20*.jsonl"))


def _words() -> Lexicon:
    found = lexicon("zh")
    assert found is not None
    return found


def _claims(sentence: str) -> tuple[Claim, ...]:
    return claims(sentence, _words())


def _shown(sentence: str) -> list[str]:
    return [f"{c.cause.of(sentence)} {c.sign}{c.cue.of(sentence)}> {c.effect.of(sentence)}" for c in _claims(sentence)]


def _read(text: str, mentions: tuple[Mention, ...] = ()) -> tuple[Effect, ...]:
    return effects(text, divide(text, language="zh"), mentions=mentions, language="zh")


# ---- The marked cases -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("part", "least"), [("development", 0.96), ("held-out", 0.94)])
def test_marked_sets_keep_their_score(part: str, least: float) -> None:
    result = CASES.tally([case for case in MARKED if case.set == part], _claims)
    assert result.f1 >= least
    assert result.share("causes") >= 0.95


@pytest.mark.parametrize("case", [c for c in MARKED if "nothing is claimed" in c.title], ids=lambda c: c.sentence)
def test_no_claim_where_only_the_words_are_there(case: Any) -> None:
    assert _shown(case.sentence) == []


@pytest.mark.parametrize("case", [c for c in MARKED if "to the letter" in c.title], ids=lambda c: c.sentence)
def test_claims_to_the_letter(case: Any) -> None:
    assert _shown(case.sentence) == [f"{m.cause} {m.sign}{m.cue}> {m.effect}" for m in case.marked]


def test_there_are_sixty_sentences_without_a_claim() -> None:
    assert sum(not case.marked for case in MARKED if "nothing is claimed" in case.title) >= 60


def test_every_marked_part_stands_in_its_sentence() -> None:
    for case in MARKED:
        for one in case.marked:
            for part in (one.cause, one.cue, one.effect):
                assert CASES.places(case.sentence, part)


@pytest.mark.skipif(not GOLD, reason="the shared gold is not here")
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_gold(path: Path) -> None:
    result = CASES.tally(CASES.gold(path), _claims)
    assert result.f1 >= 0.95


# ---- One rule at a time ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # a promise is no effect, what it would bring about is one
        ("双方将加强合作,推动共同发展。", []),
        ("双方将加强合作,为共同发展提供保障。", ["加强合作 +提供保障> 共同发展"]),
        ("双方将推动该组织为世界和平作出贡献。", []),
        ("该组织为世界和平作出了贡献。", ["该组织 +作出了贡献> 世界和平"]),
        # 应 hides what ought to help, not what something else would
        ("各国应采取公正举措,且有助于巩固安全。", []),
        ("裁军有助于防止冲突。", ["裁军 +有助于> 防止冲突"]),
        # 影响 alone says nothing
        ("新技术将影响国际安全。", []),
        ("新技术将严重影响国际安全。", ["新技术 -严重影响> 国际安全"]),
        # a noun is no verb
        ("各方面临恐怖主义威胁与挑战。", []),
        ("恐怖主义威胁地区安全。", ["恐怖主义 -威胁> 地区安全"]),
        # breach, purpose, opposition without a doer
        ("该法案违反国际法,违背联合国宪章。", []),
        ("为维护世界和平,双方举行了会谈。", []),
        ("双方反对损害他国主权、破坏地区稳定。", []),
        ("双方反对破坏地区稳定的行径。", ["行径 -破坏> 地区稳定"]),
        # the opposed deed is not the cause of the good outcome
        ("双方抵制损害互信的图谋,为合作注入动力。",
         ["图谋 -损害> 互信", "抵制损害互信的图谋 +注入动力> 合作"]),
        # what 这 points back to
        ("双方指出,该国退出条约,这将破坏战略稳定。", ["该国退出条约 -破坏> 战略稳定"]),
        # lists part where each member stands alone
        ("该做法破坏国际安全与稳定。", ["该做法 -破坏> 国际安全与稳定"]),
        ("该做法加剧紧张和不信任。", ["该做法 +加剧> 紧张", "该做法 +加剧> 不信任"]),
        ("该做法损害经济和社会发展。", ["该做法 -损害> 经济和社会发展"]),
        # importance needs something it is important for
        ("该原则具有重要意义。", []),
        ("该原则对世界和平具有重要意义。", ["该原则 +具有重要意义> 世界和平"]),
        # prevented, denied, forbidden
        ("双方将避免局势升级引发冲突。", []),
        ("该安排不损害任何一方的利益。", []),
        ("任何国家不得破坏外空安全。", []),
        # a cause keeps the negation that is part of its deed
        ("不遵守条约破坏战略稳定。", ["不遵守条约 -破坏> 战略稳定"]),
        ("双方强调,不部署反导系统有助于维护战略稳定。", ["不部署反导系统 +有助于> 战略稳定"]),
        ("双方指出,不履行义务损害条约权威。", ["不履行义务 -损害> 条约权威"]),
        ("防止核扩散有助于维护和平。", ["防止核扩散 +有助于> 维护和平"]),
        ("双方反对该国退出条约破坏战略稳定。", ["该国退出条约 -破坏> 战略稳定"]),
        # a cause begins at the boundary of a phrase, behind the mark of a list and the word of reason
        ("日前宣布实施的导弹计划严重破坏战略稳定。", ["日前宣布实施的导弹计划 -破坏> 战略稳定"]),
        ("双方指出,正在推进的部署威胁地区安全。", ["正在推进的部署 -威胁> 地区安全"]),
        ("三、双方反对该国退出条约,这将破坏战略稳定。", ["该国退出条约 -破坏> 战略稳定"]),
        ("3. 该计划破坏战略稳定。", ["该计划 -破坏> 战略稳定"]),
        ("（三）该计划破坏战略稳定。", ["该计划 -破坏> 战略稳定"]),
        ("他们谴责该国建设定居点,这将加剧紧张局势。", ["该国建设定居点 +加剧> 紧张局势"]),
        ("双方反对部署导弹,因为这会加剧紧张局势。", ["部署导弹 +加剧> 紧张局势"]),
        ("双方深表关切,因为该计划破坏战略稳定。", ["该计划 -破坏> 战略稳定"]),
        ("若不停止部署,将加剧紧张局势。", ["不停止部署 +加剧> 紧张局势"]),
        ("严重关注袭击民用设施的行为加剧危机,", ["袭击民用设施的行为 +加剧> 危机"]),
        # one cause for all that a pronoun is said to do, and no adverb in an effect
        ("双方认为,动武违反国际法,这不仅威胁地区安全,也损害国际条约体系。",
         ["动武违反国际法 -威胁> 地区安全", "动武违反国际法 -损害> 国际条约体系"]),
        ("该行动使地区局势急剧恶化。", ["该行动 -恶化> 地区局势"]),
        # what stands behind 给 is touched
        ("双方对该国危机给平民造成的苦难深感痛心。", ["该国危机 +造成> 苦难"]),
        # what others say is no claim of the text
        ("有观点认为,贸易摩擦威胁两国合作。", []),
        ("双方注意到,一些成员认为贸易限制破坏供应链。", []),
        ("据报道,该计划威胁地区安全。", []),
        ("双方认为,此类措施也对民众,特别是妇女的权利造成不利影响。", []),
        ("成员国高度评价该倡议对世界发展的重要意义。", ["该倡议 +重要意义> 世界发展"]),
        ("双方认为,该国局势恶化将外溢至周边。", []),
        ("双方认为,扩大能源合作有利于稳定,也有助于降低成本。",
         ["扩大能源合作 +有利于> 稳定", "扩大能源合作 +有助于> 降低成本"]),
        ("成员国呼吁国际社会为和平作出贡献。", []),
        ("该行动是对国际法的粗暴践踏。", ["该行动 -践踏> 国际法"]),
        ("这种做法既违背规律,也损害各国利益。", ["这种做法 -损害> 各国利益"]),
        ("停止核试验是一项有效措施,因此是实现裁军的重要步骤。", ["停止核试验 +重要步骤> 裁军"]),
        ("该国仍是对盟国安全最重大和最直接的威胁。", ["该国 -威胁> 盟国安全"]),
        ("双方指出,台湾问题是阻碍两国关系正常化的关键问题。", ["台湾问题 -阻碍> 两国关系正常化"]),
        ("两国伙伴关系以及双方削弱和重塑国际秩序的企图令人关切。", ["企图 -削弱> 国际秩序"]),
        ("有关国家应停止部署导弹,否则将引发军备竞赛。", []),
        ("多数成员对地区冲突深表关切,认为这加剧了粮食危机。", ["地区冲突 +加剧> 粮食危机"]),
        ("双方对核武器的存在及其可能使用对人类构成的威胁深表关切。", []),
        # what is disputed, or only held out
        ("双方否认合作损害第三方利益。", []),
        ("所谓合作损害第三方的说法毫无根据。", []),
        ("美方指责中方破坏稳定。", []),
        ("该计划看似有助于安全,实则破坏稳定。", []),
        ("该协议并非损害而是促进了地区稳定。", []),
        ("深为关切军备竞赛可能破坏国际安全,", ["军备竞赛 -破坏> 国际安全"]),
        ("核武器使用将造成灾难性的后果。", ["核武器使用 +造成> 灾难性的后果"]),
        # a part goes across no line break: behind a masthead the doer of the last line, else nothing
        ("新闻司\n2024年3月\n\n联合国为裁军事业作出了重要贡献。", ["联合国 +作出了重要贡献> 裁军事业"]),
        ("关于反导问题的白皮书\n导弹计划\n的扩大破坏战略稳定。", []),
        ("该计划破坏全球战略\n\n稳定。", []),
        ("双方强调\n该计划破坏战略稳定。", ["该计划 -破坏> 战略稳定"]),
        ("德方则强调制裁对维护国际秩序不可或缺。", ["制裁 +不可或缺> 国际秩序"]),
    ],
)  # fmt: skip
def test_rules(sentence: str, wanted: list[str]) -> None:
    assert _shown(sentence) == wanted


_FORBIDDING = (
    "决不允许", "绝不容许", "不允许", "不容", "不许", "不会允许", "不能允许", "不应容忍", "绝不坐视", "不让", "防止",
    "避免", "禁止", "严防", "制止", "拒绝", "不接受", "决不接受", "必须防止", "有效防止",
)  # fmt: skip
_HARMING = ("破坏和平", "对和平造成威胁", "使局势恶化", "将外空武器化", "引发军备竞赛", "影响或危及战略稳定")


@pytest.mark.parametrize("opening", ["双方", "双方强调", "双方重申,", "两国将", "国际社会", ""])
@pytest.mark.parametrize("forbidding", _FORBIDDING)
def test_what_is_forbidden_is_not_said_to_happen(opening: str, forbidding: str) -> None:
    for somebody in ("任何势力", "外部势力", "局势升级"):
        for harming in _HARMING:
            assert _shown(f"{opening}{forbidding}{somebody}{harming}。") == []


@pytest.mark.parametrize(
    "denying",
    [
        "不",
        "并未",
        "不会",
        "未必",
        "不一定",
        "不见得",
        "难以",
        "毫不",
        "不足以",
        "不可能",
        "无意",
        "绝不会",
        "不再",
        "不意味着",
    ],
)
def test_what_is_denied_is_not_claimed(denying: str) -> None:
    told = (
        "破坏战略稳定",
        "对和平造成威胁",
        "使局势恶化",
        "有助于和平",
        "对和平具有重要意义",
        "将外空武器化",
        "是和平的障碍",
    )
    for subject in ("该计划", "核共享", "两国加强合作"):
        for predicate in told:
            assert _shown(f"双方认为,{subject}{denying}{predicate}。") == []


def test_names_hide_the_verbs_inside_them() -> None:
    sentence = "消除核威胁论坛破坏稳定局面。"
    name = Span(0, sentence.index("破坏"))
    assert [c.cause for c in claims(sentence, _words(), names=[name])] == [name]


def test_blanking_keeps_the_length_and_what_is_outside() -> None:
    assert blanked("《破坏条约》损害“安全”，(引发)。") == "《□□□□》损害“□□”,(□□)."


# ---- Whole texts ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name[:3])
def test_every_part_quotes_its_text_within_its_sentence(path: Path) -> None:
    text = path.read_text(encoding="utf8")
    found = _read(text)
    assert found or path.name.startswith("000")
    for one in found:
        for part in (one.sentence, one.cue, one.cause.part, one.effect.part):
            part.check(text)
            assert part.span in one.sentence.span
        assert len(explain(one.made_by)) == 2


@pytest.mark.parametrize("words", ["对破坏", "破坏和平的", ")))", "为和平,", "在", "A和", "(("])
def test_a_page_of_nonsense_is_read_or_left(words: str) -> None:
    long = words * (LONGEST // len(words))
    assert all(one.effect.of(long) for one in _claims(long))
    assert _claims(f"该做法破坏战略稳定{words * LONGEST}") == ()


def test_a_repeated_sentence_is_read_once() -> None:
    text = "该做法破坏战略稳定。\n该做法破坏战略稳定。\n"
    assert [one.division for one in _read(text)] == ["p01.s1"]


def test_same_input_same_output() -> None:
    text = SAMPLES[2].read_text(encoding="utf8")
    assert _read(text) == _read(text)


def test_ids_come_from_the_mention_that_fills_a_part() -> None:
    text = "该做法破坏全球战略稳定。"
    division = next(d for d in divide(text, language="zh") if d.kind == "sentence")

    def named(start: int, end: int, slug: str) -> Mention:
        part = Part.cut(text, Span(start, end))
        return Mention(division.id, division.part, part, "goal", slug, veiled=False, made_by="test")

    whole, small = named(5, 11, "strategic-stability"), named(9, 11, "stability")
    assert [one.effect.id for one in _read(text, (small, whole))] == ["strategic-stability"]
    assert [one.effect.id for one in _read(text, (small,))] == [""]


def test_of_two_states_that_act_together_neither_is_the_cause_by_itself() -> None:
    text = "甲国和以色列破坏地区稳定。"
    division = next(d for d in divide(text, language="zh") if d.kind == "sentence")
    part = Part.cut(text, Span(3, 6))
    mention = Mention(division.id, division.part, part, "state", "isr", veiled=False, made_by="test")
    assert [(one.cause.part.text, one.cause.id) for one in _read(text, (mention,))] == [("甲国和以色列", "")]


def test_a_language_without_tables_has_no_effects() -> None:
    text = "This undermines stability."
    part = Part.cut(text, Span(0, len(text)))
    assert effects(text, (Division("p01.s1", "sentence", part, None),), mentions=(), language="en") == ()


def test_a_broken_table_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(effect_lexicon, "table", lambda *_: {"operators": {}, "words": {}})
    with pytest.raises(DataFault, match=r"language/xx/effects\.toml"):
        effect_lexicon.lexicon("xx")


def test_a_marked_line_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match="line 2"):
        list(CASES.cases("该做法破坏稳定。\n    该做法 破坏 稳定\n"))


_WORDS = (
    "双方", "将", "破坏", "促进", "有助于", "的", "和平", "、", ",", "为", "对", "造成", "严重影响", "是", "基石", "使",
    "决不允许", "没有", "给", "特别是", "因为", "若", "有观点认为", "深为", "宣布", "实施", "造成", "毫不", "他们",
    "构成对和平的威胁",
    "上升", "行为", "应", "不", "“", "”", "(", "《", "》", "这", "反对", "提供保障", "。", "\n", "X", "😀",
)  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), max_size=24).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_words_give_parts_inside_the_sentence(sentence: str) -> None:
    for one in _claims(sentence):
        for span in (one.cue, one.cause, one.effect):
            assert span
            assert span.of(sentence).strip()
        assert explain(f"effect:{one.rule}")
