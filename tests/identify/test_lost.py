"""What a base lost within its text, and its members have."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.identify.marked import paragraphs

from actum.identify.comparable import Comparable
from actum.identify.group import group
from actum.text.fold import fold

LINES = paragraphs("001")[:24]
LOST = 12
NEWS = "当地气象部门表示，本周末将有一次明显降温过程，请市民注意添衣保暖，并留意最新预报。" * 3

OTHER = (
    "昨晚的电影节开幕式上，多部新片首次与观众见面，放映厅外排起长队¤，许多影迷连夜赶来，只为一睹导演风采。",
    "今年夏粮收购已近尾声，各地粮库运转有序，农户卖粮方便快捷¤，市场价格总体平稳，仓储条件也有明显改善。",
    "本市地铁新线将于下月通车，沿途设站十二座，换乘方便¤，早晚高峰行车间隔缩短，预计每天运送乘客八万人。",
    "高校春季招聘会本周举办，三百余家企业到场，提供岗位近万个¤，毕业生可凭学生证入场，当面投递简历洽谈。",
)


def page(number: int, lines: Sequence[str]) -> Comparable:
    return Comparable(f"c{number}", fold("\n".join(lines)).text)


def borne(pages: list[Comparable]) -> dict[str, int]:
    """How many pieces each copy bears the one text in."""
    (found,) = group(pages)
    return {one.key: len(one.pieces) for one in found.bearings}


def without(place: int) -> list[str]:
    return [*LINES[:place], *LINES[place + 1 :]]


def test_each_copy_lacks_a_paragraph_of_its_own() -> None:
    """Whichever of them is the base: what it lacks is the text's, for all the others have it."""
    assert set(borne([page(n, without(3 + 2 * n)) for n in range(5)]).values()) == {1}


@pytest.mark.parametrize("copies", [1, 2])
def test_what_no_more_have_than_lack_is_foreign(copies: int) -> None:
    longer = [page(n, [*LINES[:LOST], NEWS, *LINES[LOST:]]) for n in range(copies)]
    plain = [page(9 - n, LINES) for n in range(copies)]
    assert sorted(borne([*longer, *plain]).values()) in ([1] * copies + [2] * copies, [1] * 2 * copies)


def test_each_page_has_news_of_its_own() -> None:
    """Foreign matter at one place, other words on each page: none of it is joined to a member's text."""
    pages = [page(8, LINES)]
    for number, news in enumerate(OTHER):
        pages.append(page(number, [*LINES[:LOST], news * (4 + 2 * number), *LINES[LOST:]]))
    (found,) = group(pages)
    texts = {one.key: one.folded for one in pages}
    for one in found.bearings:
        assert one.key == found.base or not any("¤" in piece.own.of(texts[one.key]) for piece in one.pieces)
