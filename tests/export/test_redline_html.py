"""A redline as a page."""

from __future__ import annotations

import re

from tests.export.making import alignment, head, side

from actum.export.marked import Redline
from actum.export.redline import redline
from actum.export.redline_html import redline_html
from actum.model.alignment import Change
from actum.text.span import Part


def made(before: list[str], after: list[str], *changes: Change, complete: bool = True) -> Redline:
    earlier, ours = side(before)
    later, theirs = side(after)
    heads = (head("甲<b>", date="2019-06-05"), head("乙", complete=complete))
    return redline(alignment(ours, theirs, changes), earlier, later, heads=heads)


def main(page: str) -> str:
    found = re.search(r"<main.*?>\n(.*)\n</main>", page, re.DOTALL)
    assert found
    return found[1]


def test_it_stands_alone() -> None:
    page = redline_html(made(["a:双方反对制裁。"], ["a:双方谴责制裁。"]))
    assert "<script" not in page
    assert not re.search(r"https?://|url\(|@import|src=", page)
    assert re.findall(r'<link rel="icon" href="([^"]*)"', page) == ["data:,"]


def test_it_names_both_works_and_speaks_both_languages() -> None:
    page = redline_html(made(["a:双方反对制裁。"], ["a:双方谴责制裁。"]))
    assert '<html lang="en">' in page
    assert '<main lang="zh">' in page
    assert '<cite lang="zh">甲&lt;b&gt;的声明</cite> <span class="date">2019-06-05</span>' in page
    assert '<cite lang="zh">乙的声明</cite> <span class="date">2025-05-08</span>' in page


def test_text_is_escaped_and_holds_no_control_character() -> None:
    page = redline_html(made(['a:双方<i>反对</i>&"\x00制裁。'], ['a:双方<i>谴责</i>&"\x00制裁。']))
    assert main(page) == (
        '<p id="p1" data-n="1">双方&lt;i&gt;<del>反对</del><ins>谴责</ins>&lt;/i&gt;&amp;&quot;�制裁。</p>'
    )


def test_labelled_changes_are_anchors_with_a_row_each() -> None:
    act = Change("act", Part(2, 4, "反对"), Part(2, 4, "谴责"), "oppose/1", "condemn/1")
    page = redline_html(made(["a:双方反对制裁。"], ["a:双方谴责制裁。"], act))
    assert 'id="at1" href="#c1" aria-label="change 1: act">1</a>' in main(page)
    row = re.search(r'<tr id="c1">(.*?)</tr>', page)
    assert row
    assert re.sub(r"<.*?>", "|", row[1]).split("|") == [
        "", "", "1", "", "", "act", "", "反对", "", "谴责", "", "oppose/1 → condemn/1", "",
    ]  # fmt: skip


def test_both_ends_of_a_move_lead_to_one_another() -> None:
    page = redline_html(
        made(
            ["a:双方反对制裁。", "b:各方同意继续保持密切协调和合作。"],
            ["b:各方同意继续保持密切协调和合作。", "a:双方反对制裁。"],
        )
    )
    assert '<del class="from">双方反对制裁。</del><a class="mv" lang="en" href="#p3">moved to ¶ 3</a>' in main(page)
    assert '<ins class="to">双方反对制裁。</ins><a class="mv" lang="en" href="#p1">moved from ¶ 1</a>' in main(page)


def test_what_cannot_be_known_is_told_apart_from_what_is_dropped() -> None:
    page = redline_html(made(["a:双方同意。|!unknown:乙方反对。|:丙方沉默。"], ["a:双方同意。"], complete=False))
    assert '<del class="unknown" title="Cannot be known' in main(page)
    assert "<del>丙方沉默。</del>" in main(page)
    assert '<strong class="cut">This text is cut' in page
    assert "not known" not in redline_html(made(["a:双方同意。"], ["a:双方同意。"])).partition("<body>")[2]


def test_a_paragraph_end_of_one_text_alone_is_shown() -> None:
    sign = '<del title="a paragraph ends here only in the earlier text">¶</del>'
    assert f"同意。{sign}</p>" in main(
        redline_html(made(["a:双方同意。", "b:各方沉默。"], ["a:双方同意。|b:各方沉默。"]))
    )


def test_a_sentence_told_for_itself_leads_to_its_counterpart() -> None:
    before = ["a!related:双方支持条约。", "b:各方同意继续保持密切协调和合作。"]
    after = ["b:各方同意继续保持密切协调和合作。", "a:双方高度重视另一条约。"]
    page = main(redline_html(made(before, after)))
    assert '<del>双方支持条约。</del><a class="mv" lang="en" href="#p3">related: ¶ 3</a>' in page
    assert '<ins>双方高度重视另一条约。</ins><a class="mv" lang="en" href="#p1">related: ¶ 1</a>' in page
