"""What a base lost within its text, and its members have."""

from __future__ import annotations

import pytest
from tests.identify.marked import paragraphs

from actum.identify.comparable import Comparable
from actum.identify.group import group
from actum.text.fold import fold

LINES = paragraphs("001")[:24]
LOST = 12
NEWS = "当地气象部门表示，本周末将有一次明显降温过程，请市民注意添衣保暖，并留意最新预报。" * 3


def page(number: int, lines: list[str]) -> Comparable:
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
    for number, topic in enumerate(["电影节", "夏粮收购", "地铁新线", "校园招聘"]):
        news = "".join(f"{topic}第{step}场昨日在本市举行，现场气氛热烈，{topic}负责人介绍了情况。" for step in range(3))
        pages.append(page(number, [*LINES[:LOST], news, *LINES[LOST:]]))
    (found,) = group(pages)
    texts = {one.key: one.folded for one in pages}
    for one in found.bearings:
        assert one.key == found.base or not any("气氛" in piece.own.of(texts[one.key]) for piece in one.pieces)
