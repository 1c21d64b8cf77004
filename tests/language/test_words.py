"""Chinese words by the general dictionary."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from actum.language.words import is_word, words


def test_words_of_the_dictionary() -> None:
    assert words("双方反对制裁") == ("双方", "反对", "制裁")
    assert is_word("反对")
    assert not is_word("双方反对")


def test_half_a_surrogate_pair_is_a_word_of_its_own() -> None:
    assert words("反对\ud83d制裁") == ("反对", "\ud83d", "制裁")
    assert not is_word("反\ud83d")


@given(st.text(alphabet=st.characters(), max_size=40))
def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(words(text)) == text
