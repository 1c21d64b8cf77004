"""Numbers in and behind words, letters amid Chinese: what is doubted, and what is not."""

from __future__ import annotations

import pytest

from actum.read.layout_suspect import odd_letters, stray_numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("奉行上述立1场。双方", ["1"]),
        ("发生冲突的风险上升。1\n双方", ["1"]),
        ("作出政治承诺。2双方", ["2"]),
        ("第1条规定，在5月举行。2025年", []),
        ("根据1号决议，提出3点建议，每1天", []),
        ("2025年1月2日至3日，5国", []),
    ],
)
def test_numbers_that_may_be_marks_of_notes(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in stray_numbers(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("多层次、ä次、Ã域导弹", ["ä", "Ã"]), ("约瑟夫·Désiré先生", []), ("AUKUS伙伴", []), ("об этом", [])],
)
def test_letters_that_are_odd_amid_chinese(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in odd_letters(text)] == found
