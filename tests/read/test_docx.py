"""DOCX: what is text, what stands beside it, both states of tracked changes."""

from __future__ import annotations

import pytest
from tests.read.office import W, deleted, docx, ins, p, zipped

from actum.errors import CopyUnread
from actum.model.copy import Copy, Found, Tracked
from actum.read.docx import is_docx, read_docx
from actum.text.span import Span


def read(body: str, tracked: Tracked = "after", **parts: str) -> Copy:
    return read_docx(docx(body, **parts), Found("a.docx", tracked=tracked))


def test_paragraphs_breaks_and_what_runs_through() -> None:
    link = "<w:hyperlink><w:r><w:t>《条约》</w:t></w:r></w:hyperlink>"
    copy = read(
        p("关于", link, "的声明")
        + p("双方<w:x/>重申")
        + p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>")
    )
    assert copy.text == "关于《条约》的声明\n双方重申\na\tb\nc\n".replace("双方重申", "双方")
    assert copy.decoded == copy.text
    assert copy.format == "docx"


def test_a_field_shows_its_result_and_not_its_code() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2025年5月8日</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert read(p(field)).text == "2025年5月8日\n"


def test_tables_read_row_by_row_and_layout_tables_as_paragraphs() -> None:
    def cell(*paragraphs: str) -> str:
        return f"<w:tc>{''.join(map(p, paragraphs))}</w:tc>"

    table = f"<w:tbl><w:tr>{cell('国家')}{cell('日期')}</w:tr><w:tr>{cell('中国')}{cell('2025')}</w:tr></w:tbl>"
    assert read(table).text == "国家\t日期\n中国\t2025\n"
    assert read(f"<w:tbl><w:tr>{cell('一', '二')}{cell('三')}</w:tr></w:tbl>").text == "一\n二\n三\n"


@pytest.mark.parametrize(("tracked", "text"), [("after", "双方不支持军备竞赛。\n"), ("before", "双方支持军备。\n")])
def test_both_states_of_tracked_changes(tracked: Tracked, text: str) -> None:
    copy = read(p("双方", ins("不"), "支持军备", ins("竞赛"), "。"), tracked)
    assert copy.text == text
    assert [doubt.part.text for doubt in copy.doubts] == ["不", "竞赛"]
    assert {doubt.kind for doubt in copy.doubts} == {"suspect" if tracked == "after" else "foreign"}
    assert "甲, 2025-05-08" in copy.doubts[0].says


def test_a_deletion_is_kept_as_foreign_matter_with_its_place() -> None:
    copy = read(p("双方", deleted("坚决"), "反对。"))
    (doubt,) = copy.doubts
    assert copy.text == "双方反对。\n"
    assert (doubt.kind, doubt.part.text, doubt.made_by) == ("foreign", "坚决", "docx:tracked")
    assert copy.offsets.forward(Span(doubt.part.start, doubt.part.end)) is None
    assert copy.offsets.back(Span(2, 4)).of(copy.decoded) == "反对"


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    mark = '<w:pPr><w:rPr><w:del w:author="乙"/></w:rPr></w:pPr>'
    body = f"<w:p>{mark}<w:r><w:t>双方</w:t></w:r></w:p>" + p("重申。")
    assert read(body).text == "双方重申。\n"
    assert read(body, "before").text == "双方\n重申。\n"


def test_what_was_moved_stands_once() -> None:
    body = p("<w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom>", "乙", "<w:moveTo><w:r><w:t>甲</w:t></w:r></w:moveTo>")
    assert read(body).text == "乙甲\n"
    assert read(body, "before").text == "甲乙\n"


def test_notes_heads_and_comments_stand_apart() -> None:
    note = f'<w:footnote w:type="separator">{p("----")}</w:footnote><w:footnote w:id="2">{p("见公报。")}</w:footnote>'
    copy = read(p("双方重申。"), footnotes=note, header1=p("外交公报"), comments=f"<w:comment>{p('删？')}</w:comment>")
    assert copy.text.strip() == "双方重申。"
    found = {(doubt.part.text, doubt.made_by) for doubt in copy.doubts}
    assert found == {("见公报。", "docx:note"), ("外交公报", "docx:margin"), ("删？", "docx:comment")}


def test_hidden_words_are_left_out_and_said() -> None:
    copy = read(p("双方", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>草案</w:t></w:r>", "重申。"))
    assert copy.text == "双方重申。\n"
    assert copy.doubts[0].made_by == "docx:hidden"


@pytest.mark.parametrize("name", ["strike", "dstrike"])
def test_words_struck_out_are_read_and_doubted(name: str) -> None:
    copy = read(p("双方", f"<w:r><w:rPr><w:{name}/></w:rPr><w:t>不</w:t></w:r>", "重申。"))
    assert copy.text == "双方不重申。\n"
    assert [(one.kind, one.part.text, one.made_by) for one in copy.doubts] == [("suspect", "不", "docx:struck")]
    plain = read(p("双方", f'<w:r><w:rPr><w:{name} w:val="0"/></w:rPr><w:t>不</w:t></w:r>', "重申。"))
    assert not plain.doubts


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
)


def test_numbers_of_lists_are_written_out() -> None:
    def item(text: str, level: int) -> str:
        mark = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr></w:pPr>'
        return f"<w:p>{mark}<w:r><w:t>{text}</w:t></w:r></w:p>"

    body = item("核武器", 0) + item("导弹", 1) + item("反导", 1) + item("外空", 0) + item("武器", 1)
    copy = read(body, numbering=NUMBERING)
    assert copy.text == "一、核武器\n1. 导弹\n2. 反导\n二、外空\n1. 武器\n"


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (docx(p("双方"))[:-30], "archive cannot be opened"),
        (zipped({"[Content_Types].xml": "", "word/document.xml": "<w:document"}), "no sound XML"),
        (docx("<w:p/>"), "holds no text"),
        (zipped({"[Content_Types].xml": "", "word/document.xml.rels": "x"}), "no part with its text"),
    ],
)
def test_refused_in_one_line(data: bytes, rule: str) -> None:
    assert is_docx(data)
    with pytest.raises(CopyUnread, match=rule) as caught:
        read_docx(data, Found("a.docx"))
    assert str(caught.value).startswith("a.docx: ")
    assert "\n" not in str(caught.value)


def test_an_entity_stays_shut() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>'
    body = f'<w:document xmlns:w="{W}"><w:body>{p("双方&b;重申")}</w:body></w:document>'
    copy = read_docx(zipped({"word/document.xml": bomb + body}), Found("a.docx"))
    assert "aaaa" not in copy.decoded


def test_the_part_with_the_text_may_have_another_name() -> None:
    relations = '<Relationships><Relationship Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>'
    body = f'<w:document xmlns:w="{W}"><w:body>{p("双方重申")}</w:body></w:document>'
    data = zipped({"[Content_Types].xml": "", "_rels/.rels": relations, "word/document2.xml": body})
    assert is_docx(data)
    assert read_docx(data, Found("a.docx")).text == "双方重申\n"


M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
CHOICE = f"<mc:AlternateContent {MC}><mc:Choice>{{}}</mc:Choice><mc:Fallback>{{}}</mc:Fallback></mc:AlternateContent>"
RUN = "<w:r><w:t>个别</w:t></w:r>"


def eq(code: str) -> str:
    """A field of this code without a result."""
    ends = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end")]
    return f"{ends[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{ends[1]}"


RUBY = "<w:r><w:ruby><w:rt><w:r><w:t>gebie</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"


@pytest.mark.parametrize(
    ("inside", "doubts"),
    [
        (RUBY.format(RUN), [("residue", "gebie")]),
        (eq(r"EQ \* jc2 \o\ad(\s\up 5(gebie),个别)"), [("residue", "gebie")]),
        (eq(r"EQ \o\ac(○,个)") + "<w:r><w:t>别</w:t></w:r>", [("residue", "○")]),
        (r'<w:fldSimple w:instr="EQ \o\ac(○,个)"/><w:r><w:t>别</w:t></w:r>', [("residue", "○")]),
        (CHOICE.format(RUN, RUN), []),
        (CHOICE.format("", RUN), []),
        (CHOICE.format(RUN, "<w:r><w:t>少数</w:t></w:r>"), [("unread", "少数")]),
        (f"<w:r>{CHOICE.format('<w:t>个别</w:t>', '')}</w:r>", []),
        (f"<m:oMath {M}><m:r><m:t>个别</m:t></m:r></m:oMath>", [("suspect", "个别")]),
        (f"<w:new>{RUN}</w:new>", [("suspect", "个别")]),
        ("<w:new><w:t>个别</w:t></w:new>", [("suspect", "个别")]),
    ],
)
def test_no_characters_go_whatever_they_stand_in(inside: str, doubts: list[tuple[str, str]]) -> None:
    copy = read(f"<w:p><w:r><w:t>反对</w:t></w:r>{inside}<w:r><w:t>国家。</w:t></w:r></w:p>")
    assert copy.text.strip() == "反对个别国家。"
    assert [(doubt.kind, doubt.part.text) for doubt in copy.doubts] == doubts


def test_a_cell_with_more_than_one_paragraph_is_read_whole() -> None:
    control = f"<w:sdt><w:sdtContent>{p('重申。')}</w:sdtContent></w:sdt>"
    table = f"<w:tbl><w:tr><w:tc>{p('序号')}</w:tc><w:tc><w:p/>{control}</w:tc></w:tr></w:tbl>"
    assert read(table).text.split() == ["序号", "重申。"]


def test_a_field_with_a_result_shows_no_more_than_that() -> None:
    result = '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>别</w:t></w:r>'
    field = eq(r"EQ \o(别)").replace(
        '<w:r><w:fldChar w:fldCharType="end"', f'{result}<w:r><w:fldChar w:fldCharType="end"'
    )
    assert read(p("个", field)).text == "个别\n"


R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def test_a_file_that_the_document_takes_in_is_read_at_its_place() -> None:
    relations = '<Relationships><Relationship Id="c1" Target="chunk.html"/></Relationships>'
    body = f'<w:document xmlns:w="{W}" {R}><w:body>{p("甲")}<w:altChunk r:id="c1"/>{p("乙")}</w:body></w:document>'
    parts = {"[Content_Types].xml": "", "word/document.xml": body, "word/_rels/document.xml.rels": relations}
    copy = read_docx(zipped(parts | {"word/chunk.html": "<p>双方重申。</p>"}), Found("a.docx"))
    assert copy.text == "甲\n双方重申。\n乙\n"
    assert [doubt.kind for doubt in copy.doubts] == ["suspect"]
    lost = read_docx(zipped(parts), Found("a.docx"))
    assert [doubt.kind for doubt in lost.doubts] == ["unread"]
