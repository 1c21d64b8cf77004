"""Letters beside letters."""

from __future__ import annotations

import random

import pytest

from actum.collate.align import NONE, beside

COMMON = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种"


@pytest.mark.parametrize(
    ("letters", "base", "expected"),
    [
        ("", "双方", []),
        ("双方", "", [NONE, NONE]),
        ("双方", "双方", [0, 1]),
        ("双X方", "双方", [0, NONE, 1]),
        ("双方", "双中方", [0, 2]),
        ("双甲方", "双乙方", [0, 1, 2]),
        ("个别别国", "个别国", [0, NONE, 1, 2]),  # a doubled letter: the first of the two is the added one
        ("个别国", "个别别国", [0, 2, 3]),
        ("文AND其", "文和其", [0, 1, NONE, NONE, 2]),  # within a change letters pair from the left
    ],
)
def test_small(letters: str, base: str, expected: list[int]) -> None:
    assert beside(letters, base).tolist() == expected


def test_a_piece_that_begins_with_a_fault_stands_by_what_follows() -> None:
    base = _text(300)
    places = beside("错误" + base[102:200], base).tolist()
    assert places == list(range(100, 200))
    torn = base[:50] + "漏" + "错" + base[201:300]
    assert beside(torn, base, (0, 51)).tolist() == [*range(51), *range(200, 300)]


def test_places_rise() -> None:
    chance = random.Random(1)
    for _ in range(200):
        base = "".join(chance.choices("甲乙丙丁", k=chance.randrange(40)))
        letters = "".join(chance.choices("甲乙丙丁", k=chance.randrange(40)))
        places = [place for place in beside(letters, base).tolist() if place != NONE]
        assert places == sorted(set(places))
        assert all(0 <= place < len(base) for place in places)


def _text(length: int) -> str:
    return "".join(random.Random(length).choices(COMMON, k=length))


def test_an_excerpt_stands_together() -> None:
    base = _text(3000)
    excerpt = base[1200:1230] + "错" + base[1231:1290] + "漏"
    places = beside(excerpt, base).tolist()
    assert places[:90] == list(range(1200, 1290))
    assert places[90] in {1290, NONE}


def test_a_lone_match_in_a_long_gap_is_chance() -> None:
    """The letter between two stretches also occurs in the middle of what is left out between them."""
    base = _text(600)
    places = beside(base[:200] + base[300] + base[400:], base).tolist()
    assert places[:200] == list(range(200))
    assert places[201:] == list(range(400, 600))
    assert places[200] in {200, NONE}


def test_long_texts_go_by_anchors() -> None:
    base = _text(30_000)
    letters = base[:9_000] + base[9_050:20_000] + "插入" + base[20_000:]
    places = beside(letters, base)
    assert (places[:9_000] == range(9_000)).all()
    assert places[9_000] == 9_050
    assert (places == NONE).sum() == 2


def test_unlike_texts_end() -> None:
    places = beside("甲" * 5_000, "乙" * 25_000)
    assert len(places) == 5_000
