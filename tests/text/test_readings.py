"""Readings of characters, and how they may be written."""

from __future__ import annotations

import pytest

from actum.text.readings import is_toned, letters, readings, reads, reads_damaged, spelled


@pytest.mark.parametrize(
    ("character", "syllable"),
    [
        ("联", "lian"),
        ("聯", "lian"),
        ("和", "huo"),
        ("略", "lüe"),
        ("发", "fa"),
        ("髮", "fa"),
        ("于", "yu"),
        ("於", "yu"),
    ],
)
def test_readings(character: str, syllable: str) -> None:
    assert syllable in readings(character)


def test_what_is_no_character_has_no_readings() -> None:
    assert readings("A") == readings("，") == ()


def test_variants_lend_their_readings() -> None:
    assert readings("⻓") == () or "chang" in readings("⻓")
    assert readings("\uf900") == readings("豈")  # a compatibility character


@pytest.mark.parametrize("written", ["lüè", "LÜÈ", "lüe", "lve", "lu:e", "ｌüｅ", "lu\u0308e\u0300"])
def test_letters_come_to_one_form(written: str) -> None:
    assert letters(written) == "lüe"


def test_what_stands_between_syllables_goes() -> None:
    assert spelled("zhan4 lve4") == "zhanlüe"
    assert spelled("nǚ'ér") == "nüer"


def test_tones() -> None:
    assert is_toned("lián")
    assert is_toned("lian2")
    assert not is_toned("lian")
    assert not is_toned("lü")


def test_reads_counts_the_fewest_characters() -> None:
    assert reads("lian", "联") == 1
    assert reads("zhanlüe", "全球战略") == 2
    assert reads("xian", "西安") == 2
    assert reads("lian", "战") == reads("", "战") == reads("lian", "") == 0


@pytest.mark.parametrize("written", ["zhn", "zh n", "zh?n", "zh？n", "zh??n", "zh\ufffdn", "zh?", "zhà"])
def test_damaged(written: str) -> None:
    assert reads_damaged(written, "战")


@pytest.mark.parametrize("written", ["zhan", "z", "?", "an", "zha", "zhun", "z?", "zh??n?"])
def test_not_damaged(written: str) -> None:
    assert not reads_damaged(written, "战")
