"""Script: classes of variants, and which script a text is written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from actum.text.script import (
    is_simplified,
    is_traditional,
    script,
    script_class,
    script_of,
    traditional_share,
    variants,
)

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"


@pytest.mark.parametrize(
    "alike",
    [
        "于於",
        "范範",
        "发發髮",
        "后後",
        "里裡裏",
        "干乾幹",
        "台臺檯颱",
        "面麵麪",
        "复復複",
        "划畫劃",
        "着著",
        "为為爲",
        "群羣",
    ],
)
def test_variants_fold_together_to_the_usual_simplified_character(alike: str) -> None:
    assert script_class(alike) == alike[0] * len(alike)


@pytest.mark.parametrize("apart", ["具俱", "沈沉", "未末", "土士", "已己", "衅畔"])
def test_different_characters_stay_apart(apart: str) -> None:
    assert script_class(apart[0]) != script_class(apart[1])


def test_plain_twin() -> None:
    text = "".join(sorted(variants())) + "ABC，\ud800𠀀"
    assert script_class(text) == "".join(variants().get(character, character) for character in text)


def test_a_representative_is_its_own() -> None:
    assert all(variants()[usual] == usual for usual in variants().values())


def test_classes_are_small() -> None:
    sizes = dict.fromkeys(variants().values(), 0)
    for usual in variants().values():
        sizes[usual] += 1
    # The largest are 炼煉鍊鏈链 and 划畫劃: characters that the tables of both sides really tie together.
    assert max(sizes.values()) == 6


def test_nothing_to_fold_gives_the_same_text() -> None:
    text = "战略稳定"
    assert script(text).text is text


def test_which_script_a_character_tells() -> None:
    assert is_traditional("聯")
    assert is_simplified("联")
    for both in "于后里同A":
        assert not is_traditional(both)
        assert not is_simplified(both)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全球戰略穩定的聯合聲明", "traditional"),
        ("全球战略稳定的联合声明", "simplified"),
        ("全球戰略穩定，全球战略稳定", "mixed"),
        ("global strategic stability", "none"),
        ("", "none"),
        ("中央人民", "none"),
    ],
)
def test_script_of(text: str, told: str) -> None:
    assert script_of(text) == told


def test_the_sample() -> None:
    told = [script_of(path.read_text(encoding="utf8")) for path in sorted(SAMPLE.glob("*.txt"))]
    assert told == ["traditional", "simplified", "simplified", "simplified", "simplified"]


def test_share() -> None:
    assert traditional_share("戰战") == 0.5
    assert traditional_share("人") is None
