"""Width, case and punctuation."""

from __future__ import annotations

import pytest

from actum.text.span import Span
from actum.text.width import RANGES, composed, plain, runs, width


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＢＣ１２３", "ABC123"),
        ("npt Москва αβγ", "NPT МОСКВА ΑΒΓ"),
        (",.;:?!()", "，。；：？！（）"),
        ("、，", "、，"),
        ("“a”‘b’「c」『d』«e»", '"A""B""C""D""E"'),
        ("㎞ ℃ № Ⅷ ﬁ", "KM °C NO VIII FI"),
        ("⼀⺠⻓", "一民长"),
        ("\uf900", "豈"),
        ("é e\u0301 ǰ j\u030c ≠ =\u0338", "É É J̌ J̌ ＝̸ ＝̸"),
        ("——– -", "—"),
        ("……。。...", "…"),
        ("a·b", "A·B"),
        ("······", "…"),
        ("5² ① ½", "5² ① ½"),
        ("　 \xa0", "   "),
        ("a\nb", "A\nB"),
        ("ß", "SS"),
        ("#*_`&<>[]\\", "＃＊＿｀＆＜＞［］＼"),
    ],
)
def test_width(text: str, folded: str) -> None:
    assert width(text).text == folded


def test_every_character_alone_folds_as_its_plain_twin() -> None:
    for code in (code for low, high in RANGES for code in range(low, high)):
        assert width(chr(code)).text == runs(plain(chr(code))).text, hex(code)


def test_what_a_character_folds_to_is_settled() -> None:
    for code in (code for low, high in RANGES for code in range(low, high)):
        folded = width(chr(code)).text
        assert width(folded).text == folded, hex(code)


def test_nothing_to_fold_gives_the_same_text() -> None:
    text = "战略稳定，NPT。"
    assert width(text).text is text


def test_a_run_stands_for_the_whole_of_it() -> None:
    folded = runs("甲— —乙")
    assert folded.text == "甲—乙"
    assert folded.offsets.back(Span(1, 2)) == Span(1, 4)


def test_an_accent_stands_for_its_cluster() -> None:
    folded = composed("xe\u0301y")
    assert folded.text == "xéy"
    assert folded.offsets.back(Span(1, 2)) == Span(1, 3)


def test_letters_of_one_character_stand_for_it() -> None:
    folded = width("5㎞内")
    assert folded.text == "5KM内"
    assert folded.offsets.forward(Span(1, 2)) == Span(1, 3)
