from __future__ import annotations

from tests.align.marked import side

from actum.align.words import Words
from actum.text.span import Part, Span


def keys(text: str, *, language: str = "zh") -> list[str]:
    words = Words(side(text, language=language))
    return [token.key for token in words.of(Part.cut(text, Span(0, len(text))))]


def test_chinese_is_cut_into_words_and_numbers() -> None:
    assert keys("双方推动NPT第10次审议大会。")[:5] == ["双方", "推动", "NPT", "第", "10"]


def test_a_date_and_a_symbol_are_one_token() -> None:
    assert keys("回顾2024年12月2日第79/20号决议")[1:4] == ["2024年12月2日", "第", "79／20"]
    assert "第八十一届" in keys("大会第八十一届会议")
    assert keys("Recalling that on 2 December 2024", language="en")[-1] == "2 DECEMBER 2024"
    assert keys("от 2 декабря 2024 года", language="ru")[-1] == "2 ДЕКАБРЯ 2024 ГОДА"


def test_english_is_cut_at_spaces_and_marks() -> None:
    assert keys("Recalling resolution 76/22, all States", language="en") == [
        "RECALLING", "RESOLUTION", "76／22", "，", "ALL", "STATES",
    ]  # fmt: skip


def test_tokens_quote_the_text_as_it_stands() -> None:
    text = "雙方 反對冷戰思維。"
    words = Words(side(text))
    tokens = words.of(Part.cut(text, Span(0, len(text))))
    assert [token.key for token in tokens][:2] == ["双方", "反对"]
    quote = words.quote(tokens[:2])
    assert quote is not None
    assert quote.text == "雙方 反對"
    assert words.quote(()) is None


def test_marks_are_known() -> None:
    text = "，”5％"
    assert [token.is_mark for token in Words(side(text)).of(Part.cut(text, Span(0, 2)))] == [True, True]
