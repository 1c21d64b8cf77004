"""The character tables keep to their format, and each says where it is from."""

from __future__ import annotations

from importlib import resources

import pytest

from actum.text.tables import entries

TABLES = ("punctuation", "radicals", "readings", "variants")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_begins_with_its_source(name: str) -> None:
    head = resources.files("actum.text").joinpath("data", f"{name}.txt").read_text(encoding="utf8")[:700]
    assert head.startswith("# ")
    assert any(word in head for word in ("Copyright", "Made for Actum"))


@pytest.mark.parametrize("name", ["punctuation", "radicals", "variants"])
def test_no_character_is_in_two_classes(name: str) -> None:
    members = [member for line in entries(name) for member in line.replace(" ", "")]
    if name == "radicals":  # several radicals stand for one character
        members = [line[1] for line in entries(name)]
    assert len(members) == len(set(members))


def test_a_mark_that_is_a_sharp_is_no_comment() -> None:
    assert "＃ #" in entries("punctuation")


def test_readings_are_syllables_with_characters() -> None:
    for line in entries("readings"):
        syllable, characters = line.split(" ")
        assert set(syllable) <= set("abcdefghijklmnopqrstuwxyzüê")
        assert list(characters) == sorted(set(characters))
