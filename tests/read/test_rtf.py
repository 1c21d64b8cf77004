"""RTF: characters by code page and by code, groups that are no text, both states of tracked changes."""

from __future__ import annotations

import pytest

from actum.errors import CopyUnread
from actum.model.copy import Copy, Found, Tracked
from actum.read.rtf import read_rtf

FONTS = r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fnil\fcharset134 SimSun;}{\f2\fcharset204 Arial;}}"


def read(body: str, tracked: Tracked = "after") -> Copy:
    return read_rtf(rf"{{\rtf1\ansi\ansicpg1252{FONTS}{body}}}".encode("latin-1"), Found("a.rtf", tracked=tracked))


def escaped(text: str, codec: str) -> str:
    return "".join(rf"\'{byte:02x}" for byte in text.encode(codec))


def coded(text: str) -> str:
    return "".join(
        rf"\u{ord(character) - 0x10000 if ord(character) > 0x7FFF else ord(character)}?" for character in text
    )


def test_characters_by_code_and_by_the_code_page_of_their_font() -> None:
    body = rf"\f1 {escaped('双方', 'gb18030')}\f2 {escaped('Стороны', 'cp1251')}\f0 {coded('重申龥')}\par "
    assert read(body).text == "双方Стороны重申龥\n"


def test_a_pair_of_surrogates_is_one_character_and_a_lone_one_is_lost() -> None:
    assert read(r"\u-10176?\u-9216?a").text == "\U00020000a"
    assert read(r"\u-10176?a").text == "\ufffda"


def test_as_many_characters_are_passed_over_as_the_file_says() -> None:
    assert read(r"\uc2\u21452 ??\uc0\u26041 x").text == "双方x"


def test_groups_that_are_no_text_are_passed_over() -> None:
    apart = r"{\stylesheet{\s0 Normal;}}{\info{\title x}}{\*\unknown y}{\pict\bin2 }{}"
    body = apart + r"{ text}{\field{\*\fldinst HYPERLINK}{\fldrslt link}}"
    assert read(body).text == " textlink"


def test_rows_of_tables_and_numbers_of_lists() -> None:
    body = r"\trowd a\cell b\cell\row {\listtext 1.\tab}item\par end"
    assert read(body).text == "a\tb\n1.\titem\nend"


@pytest.mark.parametrize(("tracked", "text"), [("after", "AnewC"), ("before", "AoldC")])
def test_both_states_of_tracked_changes(tracked: Tracked, text: str) -> None:
    copy = read(r"A{\deleted old}{\revised new}C", tracked)
    assert copy.text == text
    assert [(doubt.part.text, doubt.kind) for doubt in copy.doubts] == (
        [("old", "foreign"), ("new", "suspect")] if tracked == "after" else [("old", "suspect"), ("new", "foreign")]
    )


def test_notes_and_heads_stand_apart() -> None:
    copy = read(r"{\header Gazette}Text{\footnote See {\b there}.}\par{\v hidden}")
    assert copy.text.strip() == "Text"
    found = {(doubt.part.text, doubt.made_by) for doubt in copy.doubts}
    assert found == {("Gazette", "rtf:margin"), ("See there.", "rtf:note"), ("hidden", "rtf:hidden")}


@pytest.mark.parametrize("body", ["", r"\par\par", r"{\info x}"])
def test_refused_where_there_is_no_text(body: str) -> None:
    with pytest.raises(CopyUnread, match="no text"):
        read(body)


def test_refused_where_groups_lie_too_deep() -> None:
    with pytest.raises(CopyUnread, match="too deep"):
        read("{" * 1000 + "x")


EQ = r' EQ \\* jc2 \\* "Font:Song" \\o\\ad(\\s\\up 5(ri),B)'


@pytest.mark.parametrize(
    ("group", "text", "doubts"),
    [
        (r"{\*\footnote Note}", "AC", [("foreign", "Note")]),
        (r"{\*\annotation Note}", "AC", [("foreign", "Note")]),
        (r"{\shp{\*\shpinst{\sp{\sn wd}{\sv 9}}{\shptxt Box\par}}}", "AC\nBox\n", []),
        (r"{\shp{\*\shpinst{\shptxt Box\par}}{\shprslt{\*\do{\dptxbxtext Box\par}}}}", "AC\nBox\n", []),
        (r"{\*\do{\*\dptxbxtext Box\par}}", "AC\nBox\n", []),
        (f"{{\\field{{\\*\\fldinst{{{EQ}}}}}{{\\fldrslt }}}}", "ABC", [("residue", "ri")]),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt B}}", "ABC", []),
        (rf"{{\*\novel {coded('双方重申')}}}", "AC", [("unread", "双方重申")]),
        (r"{\*\novel 0a1b2c3d}{\*\generator Some Word Processor Here}", "AC", []),
        (r"{\stylesheet{\*\cs1 " + coded("默认") + ";}}", "AC", []),
    ],
)
def test_no_words_go_whatever_group_they_stand_in(group: str, text: str, doubts: list[tuple[str, str]]) -> None:
    copy = read(f"A{group}C")
    assert copy.text.rstrip("\n") == text.rstrip("\n")
    assert [(doubt.kind, doubt.part.text) for doubt in copy.doubts] == doubts


def test_a_file_that_was_cut_off_says_so() -> None:
    copy = read_rtf(rb"{\rtf1 Text{\b and", Found("a.rtf"))
    assert copy.text == "Textand"
    assert [(doubt.kind, doubt.made_by) for doubt in copy.doubts] == [("truncation", "rtf:cut")]
