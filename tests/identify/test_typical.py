"""Typicality: the whole and pure copy comes before all others of its family."""

from __future__ import annotations

from tests.identify.marked import paragraphs

from actum.identify.shingles import fingerprints
from actum.identify.typical import ROWS, typicality


def text(sample: str, first: int, last: int) -> str:
    return "".join(paragraphs(sample)[first - 1 : last])


def figures(*texts: str, weights: tuple[int, ...] = ()) -> tuple[float, ...]:
    return typicality(fingerprints(texts), weights or (1,) * len(texts))


def test_nobody_is_typical_of_nothing() -> None:
    assert figures() == ()
    assert figures("", "双方") == (0.0, 0.0)
    assert figures(text("001", 3, 9), text("002", 2, 9)) == (0.0, 0.0)


def test_a_pure_copy_comes_before_excerpts_contaminated_copies_and_pages_of_two() -> None:
    pure, news = text("001", 3, 27), text("001", 30, 37)
    found = figures(pure, pure[:-1], pure[:1500], news + pure, pure + text("002", 2, 23), text("002", 2, 23))
    assert max(found) == found[0]


def test_news_that_many_pages_share_makes_none_of_them_typical() -> None:
    news = text("001", 30, 37)
    pages = [text("004", start, start + 9) + news for start in (5, 17, 36, 50, 60, 75)]
    found = figures(*pages, text("001", 3, 27), text("001", 3, 26))
    assert min(found[6:]) > 2 * max(found[:6])


def test_a_text_pasted_twice_comes_last() -> None:
    pure = text("001", 3, 27)
    single, twice, *_ = figures(pure, pure * 2, pure[:-1], pure[1:])
    assert twice < single / 2


def test_copies_letter_for_letter_alike_count() -> None:
    one, other = figures(text("001", 3, 20), text("001", 3, 19), weights=(3, 1))
    assert one > other


def test_more_texts_than_are_looked_at_together() -> None:
    pure = text("002", 2, 5)
    found = figures(pure, *("" for _ in range(ROWS)), pure)
    assert found[0] == found[-1] > 0
