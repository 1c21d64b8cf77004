"""A redline as a Word document."""

from __future__ import annotations

import io
import zipfile

from lxml import etree
from tests.export.making import alignment, document, head, left, side

from actum.export.docx_package import w
from actum.export.marked import Redline
from actum.export.redline import redline
from actum.export.redline_docx import redline_docx
from actum.model.alignment import Change
from actum.text.span import Part

BEFORE = ["a:双方反对制裁。", "b:各方同意继续保持密切协调和合作。|!unknown:乙方沉默。"]
AFTER = ["b:各方同意继续保持密切协调和合作。", "a:双方反对一切制裁。"]


def made(before: list[str], after: list[str], *changes: Change, date: str = "2025-05-08") -> Redline:
    earlier, ours = side(before)
    later, theirs = side(after)
    heads = (head("甲", date="2019-06-05"), head("乙", date=date, complete=False))
    return redline(alignment(ours, theirs, changes), earlier, later, heads=heads)


def tracked(data: bytes) -> list[etree._Element]:
    return [one for one in document(data).iter() if one.get(w("author"))]


def words(root: etree._Element, name: str) -> str:
    return "".join(text.text or "" for one in root.iter(w(name)) for text in one.iter(w("t")))


def test_accepting_and_rejecting_leave_the_two_texts() -> None:
    data = redline_docx(made(BEFORE, AFTER))
    assert left(data, accepted=True) == side(AFTER)[0].text
    assert left(data, accepted=False) == side(BEFORE)[0].text


def test_moves_are_tracked_as_moves_and_their_ends_have_one_name() -> None:
    root = document(redline_docx(made(BEFORE, AFTER)))
    for end in ("From", "To"):
        starts, ends = (list(root.iter(w(f"move{end}Range{bound}"))) for bound in ("Start", "End"))
        assert [one.get(w("name")) for one in starts] == ["move1"]
        assert [one.get(w("id")) for one in ends] == [one.get(w("id")) for one in starts]
    assert [words(root, name) for name in ("moveFrom", "moveTo", "ins")] == ["双方反对制裁。", "双方反对制裁。", "一切"]


def test_every_change_has_an_id_of_its_own_and_the_day_of_the_later_text() -> None:
    changes = tracked(redline_docx(made(BEFORE, AFTER)))
    assert {(one.get(w("author")), one.get(w("date"))) for one in changes} == {("Actum", "2025-05-08T00:00:00Z")}
    assert len({one.get(w("id")) for one in changes}) == len(changes) > 3
    undated = tracked(redline_docx(made(BEFORE, AFTER, date="2025-05-07/2025-05-10")))
    assert {one.get(w("date")) for one in undated} == {"1980-01-01T00:00:00Z"}


def test_labels_and_what_cannot_be_known_are_comments() -> None:
    act = Change("act", Part(2, 4, "反对"), Part(24, 26, "反对"), "oppose/1", "oppose/2")
    data = redline_docx(made(BEFORE, AFTER, act))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        comments = etree.fromstring(archive.read("word/comments.xml"))
    said = {one.get(w("id")): words(one, "p") for one in comments}
    assert next(iter(said.values())).startswith("Cannot be known: the later text is cut")
    assert list(said.values())[1] == "act: 反对 → 反对 (oppose/1 → oppose/2)"
    root = document(data)
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [one.get(w("id")) for one in root.iter(w(name))] == list(said)


def test_every_part_is_well_formed_and_declared_and_the_archive_is_the_same_each_time() -> None:
    data = redline_docx(made(BEFORE, AFTER))
    assert data == redline_docx(made(BEFORE, AFTER))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        declared = {one.get("PartName") for one in types if one.get("PartName")}
        assert declared == {f"/{entry.filename}" for entry in entries if entry.filename.endswith(".xml")} - {
            "/[Content_Types].xml"
        }
        relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        assert {f"word/{one.get('Target')}" for one in relations} <= set(archive.namelist())
        styles = etree.fromstring(archive.read("word/styles.xml"))
    fonts = next(styles.iter(w("rFonts")))
    assert fonts.get(w("eastAsia")) == "SimSun"
    assert next(styles.iter(w("lang"))).get(w("eastAsia")) == "zh-CN"


def test_what_xml_cannot_hold_is_shown_as_lost() -> None:
    data = redline_docx(made(["a:双方\x00同意\ud800。"], ["a:双方\x00同意\ud800。"]))
    assert left(data, accepted=True) == "双方�同意�。"


def test_a_tab_is_a_tab() -> None:
    data = redline_docx(made(["a:一\t双方同意。"], ["a:一\t双方同意。"]))
    assert left(data, accepted=True) == "一\t双方同意。"


def test_the_order_of_elements_is_that_of_the_schema() -> None:
    """Word refuses paragraph properties out of order: style before run properties."""
    for properties in document(redline_docx(made(BEFORE, AFTER))).iter(w("pPr")):
        assert [one.tag for one in properties] in ([], [w("pStyle")], [w("rPr")], [w("pStyle"), w("rPr")])


def test_spelling_is_tracked_only_where_it_is_asked_for() -> None:
    before, after = ["a:雙方強調,聯合國成立。"], ["a:双方强调，联合国成立。"]
    plain, exact = (redline_docx(made(before, after), spelling=spelling) for spelling in (False, True))
    assert tracked(plain) == []
    assert left(plain, accepted=False) == side(after)[0].text
    assert left(exact, accepted=False) == side(before)[0].text
    assert left(exact, accepted=True) == side(after)[0].text


def test_a_sentence_told_for_itself_has_a_comment_that_quotes_its_counterpart() -> None:
    before = ["a!related:双方支持条约。", "b:各方同意继续保持密切协调和合作。"]
    after = ["b:各方同意继续保持密切协调和合作。", "a:双方高度重视另一条约。"]
    with zipfile.ZipFile(io.BytesIO(redline_docx(made(before, after)))) as archive:
        comments = etree.fromstring(archive.read("word/comments.xml"))
    assert [words(one, "p") for one in comments] == [
        "related: the later text has “双方高度重视另一条约。”",
        "related: the earlier text has “双方支持条约。”",
    ]
