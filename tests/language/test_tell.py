"""The language of a text and of a stretch in it."""

import pytest

from actum.language.tell import language_of, told_language


@pytest.mark.parametrize(
    ("text", "whole", "told"),
    [
        ("双方重申军备控制是加强国际安全的重要手段。", "zh", "zh"),
        ("The Parties reaffirm their commitment to the Treaty.", "en", "en"),
        ("Стороны подтверждают приверженность Договору.", "ru", "ru"),
        ("A/RES/78/21", "en", ""),
        ("2025-05-08", "en", ""),
        ("双方支持 Treaty on the Non-Proliferation", "en", ""),
    ],
)
def test_by_the_script_of_most_letters(text: str, whole: str, told: str) -> None:
    assert (language_of(text), told_language(text)) == (whole, told)
