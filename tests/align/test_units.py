from __future__ import annotations

import pytest
from tests.align.marked import side

from actum.align.units import COMMON, NAMED, bare, lead, units
from actum.registry.load import load


@pytest.mark.parametrize(
    ("folded", "length"),
    [
        ("3。重申其承诺；", 2),
        ("（A）URGES ALL STATES", 3),
        ("——推动合作。", 2),
        ("——", 0),
        ("2020年", 0),
        ("双方重申", 0),
    ],
)
def test_lead(folded: str, length: int) -> None:
    assert lead(folded) == length


@pytest.mark.parametrize(
    ("folded", "words"), [("双方,强调3.5％的增长。", "双方强调3.5％的增长"), ("—", "—"), ("URGES， ALL", "URGESALL")]
)
def test_bare(folded: str, words: str) -> None:
    assert bare(folded) == words


def test_the_body_is_without_its_number() -> None:
    (unit,) = units(side("3. 重申其承诺；"), load())
    assert (unit.part.text, unit.body.text) == ("3. 重申其承诺；", "重申其承诺；")


def test_a_repeated_sentence_is_one_unit() -> None:
    text = "双方将就此保持密切对话。\n双方将就此保持密切对话。"
    assert len(units(side(text), load())) == 1


def test_bare_numbers_are_no_units() -> None:
    found = units(side("1. Urges all States to sign the Treaty;", language="en"), load())
    assert [unit.part.text for unit in found] == ["Urges all States to sign the Treaty;"]


def test_features_tell_common_words_and_names() -> None:
    (unit,) = units(side("双方重申支持《不扩散核武器条约》所有缔约国摒弃冷战思维。"), load())
    assert {COMMON + "双方", COMMON + "重申", "冷战", NAMED + "npt"} <= unit.features
    assert "双方" not in unit.features
    assert unit.instruments == {"npt"}


def test_those_who_speak_are_not_named() -> None:
    (unit,) = units(side("中俄反对美国在境外部署导弹。"), load())
    assert NAMED + "usa" in unit.features
    assert not {NAMED + "chn", NAMED + "rus"} & unit.features


def test_russian_words_count_by_their_heads() -> None:
    (unit,) = units(side("Поддерживает моратории на ядерные взрывы.", language="ru"), load())
    assert {"МОРАТО", "ЯДЕРНЫ"} <= unit.features
    assert COMMON + "ПОДДЕР" in unit.features
