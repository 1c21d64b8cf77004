"""ODT: white space as the standard draws it, lists, tables, both states of tracked changes."""

from __future__ import annotations

import pytest
from tests.read.office import odt, zipped

from actum.errors import CopyUnread
from actum.model.copy import Copy, Found, Tracked
from actum.read.odt import is_odt, read_odt


def read(body: str, tracked: Tracked = "after", styles: str = "") -> Copy:
    return read_odt(odt(body, styles=styles), Found("a.odt", tracked=tracked))


def test_white_space_is_drawn_together_and_marks_are_written() -> None:
    words = "  The  <text:span>Parties\n </text:span> agree<text:s text:c='2'/>x<text:tab/>y"
    body = f"<text:h>声明</text:h><text:p>{words}</text:p>"
    assert read(body).text == "声明\nThe Parties agree  x\ty\n"


def test_notes_and_comments_stand_apart() -> None:
    inside = "<text:note-citation>1</text:note-citation><text:note-body><text:p>见公报。</text:p></text:note-body>"
    note = f"<text:note>{inside}</text:note>"
    copy = read(f"<text:p>双方{note}重申。<office:annotation><text:p>删？</text:p></office:annotation></text:p>")
    assert copy.text.strip() == "双方重申。"
    assert {(doubt.part.text, doubt.made_by) for doubt in copy.doubts} == {
        ("见公报。", "odt:note"),
        ("删？", "odt:comment"),
    }


CHANGES = (
    "<text:tracked-changes>"
    "<text:changed-region text:id='c1'><text:deletion><office:change-info><dc:creator>乙</dc:creator>"
    "<dc:date>2025-05-08T1</dc:date></office:change-info><text:p>坚决</text:p></text:deletion></text:changed-region>"
    "<text:changed-region text:id='c2'><text:insertion><office:change-info><dc:creator>甲</dc:creator>"
    "</office:change-info></text:insertion></text:changed-region></text:tracked-changes>"
)


@pytest.mark.parametrize(("tracked", "text"), [("after", "双方不支持。\n"), ("before", "双方坚决支持。\n")])
def test_both_states_of_tracked_changes(tracked: Tracked, text: str) -> None:
    body = CHANGES + (
        "<text:p>双方<text:change text:change-id='c1'/><text:change-start text:change-id='c2'/>不"
        "<text:change-end text:change-id='c2'/>支持。</text:p>"
    )
    copy = read(body, tracked)
    assert copy.text == text
    assert [(doubt.part.text, doubt.kind) for doubt in copy.doubts] == (
        [("坚决", "foreign"), ("不", "suspect")] if tracked == "after" else [("坚决", "suspect"), ("不", "foreign")]
    )
    assert "乙, 2025-05-08" in copy.doubts[0].says


def test_lists_by_their_style_and_tables_row_by_row() -> None:
    styles = (
        "<text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='一' "
        "style:num-suffix='、'/></text:list-style>"
    )
    items = "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in ("核武器", "外空"))
    cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in ("中国", "2025"))
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    body = f"<text:list text:style-name='L1'>{items}</text:list>{table}"
    assert read(body, styles=styles).text == "一、核武器\n二、外空\n中国\t2025\n"


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (odt("<text:p>双方</text:p>")[:-30], "archive cannot be opened"),
        (odt("<text:p/>"), "holds no text"),
        (zipped({"META-INF/content.xml": "x"}), "no content.xml"),
    ],
)
def test_refused_in_one_line(data: bytes, rule: str) -> None:
    assert is_odt(data)
    with pytest.raises(CopyUnread, match=rule):
        read_odt(data, Found("a.odt"))


FRAME = "<draw:frame><draw:text-box><text:p>附件。</text:p></draw:text-box></draw:frame>"


@pytest.mark.parametrize(
    ("body", "text", "doubts"),
    [
        (f"{FRAME}<text:p>双方重申。</text:p>", "附件。\n双方重申。\n", []),
        (f"<text:p>双方{FRAME}重申。</text:p>", "双方重申。\n附件。\n", []),
        (
            "<text:p>双方<draw:custom-shape><text:p>附件。</text:p></draw:custom-shape>重申。</text:p>",
            "双方重申。\n附件。\n",
            [],
        ),
        ("<text:new><text:p>双方重申。</text:p></text:new>", "双方重申。\n", []),
        (
            "<text:p>双方<text:ruby><text:ruby-base>重申</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>。</text:p>",
            "双方重申。\n",
            [("residue", "x")],
        ),
        (
            "<text:p>双方重申。</text:p><text:hidden-paragraph>草案</text:hidden-paragraph>",
            "双方重申。\n",
            [("unread", "草案")],
        ),
        (
            "<text:p>双方<text:hidden-text>草案</text:hidden-text>重申。</text:p>",
            "双方重申。\n",
            [("foreign", "草案")],
        ),
    ],
)
def test_no_characters_go_whatever_they_stand_in(body: str, text: str, doubts: list[tuple[str, str]]) -> None:
    copy = read(body)
    assert copy.text == text
    assert [(doubt.kind, doubt.part.text) for doubt in copy.doubts] == doubts
