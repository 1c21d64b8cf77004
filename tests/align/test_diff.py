from __future__ import annotations

from actum.align.diff import likeness, replaced
from actum.align.words import Token
from actum.text.span import Span

JOINS = frozenset({"和", "的", "，"})


def tokens(text: str) -> tuple[Token, ...]:
    made: list[Token] = []
    for word in text.split():
        start = made[-1].span.end if made else 0
        made.append(Token(Span(start, start + len(word)), word))
    return tuple(made)


def changes(earlier: str, later: str) -> list[tuple[str, str]]:
    found = replaced(tokens(earlier), tokens(later), joins=JOINS)
    return [("".join(t.key for t in a), "".join(t.key for t in b)) for a, b in found]


def test_a_replaced_phrase_is_one_change() -> None:
    assert changes("摒弃 冷战 思维 和 零和 博弈", "摒弃 集团 政治 和 阵营 对抗") == [
        ("冷战思维和零和博弈", "集团政治和阵营对抗")
    ]


def test_words_that_stayed_part_changes() -> None:
    assert changes("双方 反对 部署 导弹", "各方 反对 研发 导弹") == [("双方", "各方"), ("部署", "研发")]


def test_a_join_at_the_end_is_no_change() -> None:
    assert changes("重要 的 责任", "特殊 的 责任") == [("重要", "特殊")]


def test_equal_runs_have_no_changes() -> None:
    assert changes("双方 反对", "双方 反对") == []
    assert likeness(tokens("双方 反对"), tokens("双方 反对")) == 1.0


def test_a_word_that_both_have_stays() -> None:
    assert changes("磋商 没有 达成 共识", "磋商 达成 重要 共识") == [("没有", ""), ("", "重要")]
    assert changes("甲 乙 、 丙", "丁 、 甲 乙") == [("", "丁、"), ("、丙", "")]
