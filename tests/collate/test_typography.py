"""Forms and layout, by small editions."""

from __future__ import annotations

import pytest

from actum.collate.establish import Bearer, establish
from actum.model.edition import Edition
from actum.text.span import Span


def of(*texts: str, language: str = "zh") -> Edition:
    bearers = [Bearer(siglum, text, (Span(0, len(text)),)) for siglum, text in zip("ABCDEFGHI", texts, strict=False)]
    return establish(bearers, language=language)


FULL = "双方强调，维护和平（以下称“和平”）；双方反对：战争，冲突。双方支持，合作。"
HALF = FULL.translate(str.maketrans("，（）；：", ",();:"))


def test_a_mark_that_only_half_width_copies_have_follows_the_others() -> None:
    """The semicolon is lost in the one witness with full-width marks."""
    edition = of(HALF, HALF, FULL.replace("；", ""))
    assert edition.text == FULL
    entry = next(one for one in edition.entries if one.span.of(FULL) == "；")
    assert [(one.text, one.sigla) for one in entry.readings] == [("；", ()), (";", ("A", "B")), ("", ("C",))]


def test_the_point_behind_a_number_is_no_full_stop() -> None:
    texts = ("1.双方强调，和平。双方支持，合作。双方反对，战争。", "1.双方强调,和平。双方支持,合作。双方反对,战争。")
    assert of(*texts).text == texts[0]


def test_nothing_follows_where_most_marks_are_half_width() -> None:
    assert of("双方,强调,和平;合作", "双方,强调,和平；合作").text == "双方,强调,和平；合作"


def test_corner_brackets_belong_to_traditional_texts() -> None:
    assert of('雙方(以下稱"雙方")', "雙方(以下稱「雙方」)").text == "雙方(以下稱「雙方」)"


def test_a_character_that_only_a_traditional_copy_has_is_set_simplified() -> None:
    """The word with 戰 is lost in one simplified copy and broken in the other; 戰 is simplified after 战争."""
    edition = of("双方反对战争，维护战略稳定。", "双方反对战争，维护战略稳定。", "雙方反對戰爭，維護戰略穩定，戰時。")
    assert edition.text == "双方反对战争，维护战略稳定。"
    edition = of("双方反对战争，维护略稳定。", "双方反对战争，维护路略稳定。", "雙方反對戰爭，維護戰略穩定。")
    assert edition.text == "双方反对战争，维护战略稳定。"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # between words of a spaced script the space stays, even beside Chinese it goes
        (("由 Joint Committee 审议", "由Joint Committee审议"), "由Joint Committee审议"),
        # all have it: it stays
        (("成立 80 周年", "成立 80 周年"), "成立 80 周年"),
        # the space that sets a name is no artefact of conversion
        (("主席　甲　乙", "主席　甲　乙", "主席　甲　乙"), "主席　甲　乙"),
        # a sentence that ends may end a paragraph; a word that is cut does not
        (("双方支持。\n双方反对。", "双方支持。双方反对。"), "双方支持。\n双方反对。"),
        (("双方支\n持合作", "双方支持合作"), "双方支持合作"),
    ],
)
def test_layout(texts: tuple[str, ...], expected: str) -> None:
    assert of(*texts).text == expected


def test_a_language_without_a_file_prefers_nothing() -> None:
    assert of('a "b"', "a “b”", 'a "b"', language="xx").text == 'a "b"'
