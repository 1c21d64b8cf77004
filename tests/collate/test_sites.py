"""Sites: one slip, one site."""

from __future__ import annotations

from actum.collate.columns import tabulate
from actum.collate.sites import READINGS, Site, sites


def of(*lines: str) -> list[Site]:
    return sites(tabulate(lines, [(0,)] * len(lines)).codes, {})


def readings(*lines: str) -> list[tuple[str, ...]]:
    return [site.readings for site in of(*lines)]


# Readings that as many witnesses have are in order of their letters.


def test_a_phrase_left_out_is_one_site() -> None:
    assert readings("双方一贯反对战争", "双方反对战争", "双方一贯反对战争") == [("一贯", "")]


def test_two_letters_do_not_part_a_change() -> None:
    assert readings("甲乙丙丁戊己庚辛", "甲子丙丁丑己庚辛") == [("乙丙丁戊", "子丙丁丑")]
    assert readings("甲乙丙丁戊己庚辛", "甲子丙丁戊丑庚辛") == [("乙", "子"), ("丑", "己")]


def test_a_spaced_word_is_one_site() -> None:
    assert readings("THE STRATEGIC BALANCE", "THE STROTEGEC BALANCE") == [("ATEGI", "OTEGE")]
    assert readings("THE STRATEGIC BALANCE", "THE STROTEGIC BOLANCE") == [("A", "O"), ("A", "O")]


def test_other_witnesses_are_other_sites() -> None:
    assert readings("甲乙丙丁", "甲子丙丁", "甲乙丑丁") == [("乙", "子"), ("丙", "丑")]


def test_silence_is_no_reading() -> None:
    (site,) = of("双方一贯反对战争行为", "双方一向反对战争行为", "反对战争")
    assert sorted(site.readings) == ["向", "贯"]
    assert site.states.tolist().count(-1) == 1


def test_rare_readings_are_unheard() -> None:
    lines = [f"甲{letter}丙" for letter in "子丑寅卯辰巳午未申酉戌亥"]
    (site,) = of(*lines)
    assert len(site.readings) == READINGS
    assert site.states.tolist().count(-1) == len(lines) - READINGS
