"""What a rule reads: levelled script, untouched simplified text."""

from __future__ import annotations

import pytest

from actum.text.readable import readable


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("聯(lián)合國關於軍備控制", "联合国关于军备控制"),
        ("顛覆戰後國際秩序", "颠覆战后国际秩序"),
        ("象徵", "象徵"),
        ("象徵意義", "象征意义"),
        ("外空劃界", "外空划界"),
        ("動畫", "动画"),
        ("殺傷鏈", "杀伤链"),
    ],
)
def test_traditional(text: str, read: str) -> None:
    form = readable(text)
    assert form.text == read
    assert len(form.offsets) == len(read)


@pytest.mark.parametrize("text", ["颠覆战后国际秩序原则", "动漫画册，覆盖面广，象征意义", "The Treaty", ""])
def test_simplified_stays_the_very_same(text: str) -> None:
    assert readable(text).text is text
