"""Web pages: the text whole, what is foreign left out and told, every character in its place."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from tests.read.exact import check_exact
from tests.read.web_pages import COMMENTS, LAYOUTS, NAV, NEWS, Layout, article, div_soup, page, table_and_br

from actum.errors import CopyUnread
from actum.model.copy import Copy, Found
from actum.read.html import is_html, read_html
from actum.text.span import Span

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"
LINES = [line for line in (SAMPLE / "001_6cd2ad550c10f9ed.txt").read_text(encoding="utf8").splitlines() if line]
TITLE = LINES[0] + LINES[1]
END = next(n for n, line in enumerate(LINES) if line.startswith("2025年5月8日"))
PARAGRAPHS = LINES[2 : END + 1]


def read(source: str | bytes, *, media: str = "") -> Copy:
    data = source.encode() if isinstance(source, str) else source
    copy = read_html(data, Found("page.html", media=media))
    check_exact(copy)
    return copy


def borne(text: str, encoding: str) -> str:
    """What of a text the encoding has characters for."""
    return text.encode(encoding, "ignore").decode(encoding)


def body(inner: str) -> Copy:
    return read(f"<html><body>{inner}</body></html>")


PROSE = "双方重申军备控制是加强国际安全与稳定的重要手段，破坏国际安全与稳定的行为同时也阻碍了军控领域的努力。"


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16"])
def test_the_statement_is_whole_whatever_the_page(layout: Layout, encoding: str) -> None:
    """Each paragraph stands alone in its line, in order; of the furniture nothing is read that has links."""
    title, paragraphs = TITLE, PARAGRAPHS
    if encoding == "big5hkscs":
        lines = (SAMPLE / "000_ce5b93ffd40c2717.txt").read_text(encoding="utf8").splitlines()
        title, paragraphs = lines[0], [re.sub(r"\([a-zǎ-ǜāáèéìíòóùúēěīōūü]+\)", "", line) for line in lines[1:20]]
    source = page(layout, title, paragraphs)
    if encoding == "big5hkscs":
        source, paragraphs = borne(source, encoding), [borne(one, encoding) for one in paragraphs]
    copy = read(source.encode(encoding))
    lines = copy.text.split("\n")
    assert [line for line in lines if line in paragraphs] == paragraphs
    assert sum(len(line) for line in lines if line not in paragraphs) < 120
    assert not any(word in lines for word in [*NAV, *NEWS])
    left = " ".join(doubt.part.text for doubt in copy.doubts if doubt.kind == "foreign")
    assert all(borne(word, encoding) in left for word in NEWS if borne(word, encoding) in source)


def test_comments_and_hidden_words_are_told() -> None:
    copy = read(page(div_soup, TITLE, PARAGRAPHS))
    left = {doubt.made_by: doubt.part.text for doubt in copy.doubts}
    assert COMMENTS[0] in left["html:furniture"]
    assert left["html:hidden"] == "本文由要闻号发布，转载必究"
    assert "转载必究" not in copy.text


def test_a_span_of_the_text_leads_to_its_source_characters() -> None:
    copy = body(f"<p>{PROSE}“双&#26041;&nbsp;&lt;同意&gt;”<b>不</b>\n   <i>针对</i>第三方。</p>")
    assert copy.text == f"{PROSE}“双方 <同意>”不针对第三方。"
    at = copy.text.index("方 <同意>”不针对")
    assert copy.offsets.back(Span(at, at + 10)).of(copy.decoded) == "&#26041;&nbsp;&lt;同意&gt;”<b>不</b>\n   <i>针对"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<p>一。<p>二。<div>三。</div>四。", "一。\n二。\n三。\n四。"),
        ("一。<br>二。<BR/><br />三。", "一。\n二。\n三。"),
        (
            "<table><tr><td>一。<table><tr><td>二。</td></tr></table>三。<td>四。</table>五。",
            "一。\n二。\n三。\n四。\n五。",
        ),
        ("<pre>一。\n  二。\r\n三。</pre>", "一。\n二。\n三。"),
        ("<ul><li>一。<li>二。</ul>", "一。\n二。"),
        ("<p>中\n  国</p>", "中国"),
        ("<p>the\n  parties &amp; we</p>", "the parties & we"),
        ("<p>　　中&#160;国　</p>", "中 国"),
        ("<p>con\u00adfi&shy;dence\u200b 信\u200b任</p>", "confidence 信任"),
        ("<p>一<!-- 二 -->三<script>四</script>五<style>六</style></p>", "一三五"),
        ("<p>一<!-- 二 三</p><p>四。</p>", "一\n四。"),
        ("<p>一 < 二 && 三 &nosuch; &#0;</p>", "一 < 二 && 三 &nosuch; \ufffd"),
        ("<p title='a>b' data-x=\"<p>\">一</p><p class=don't>二</p>", "一\n二"),
        ("<ruby>俄羅斯聯<rp>(</rp><rt>lián</rt><rp>)</rp></ruby>邦", "俄羅斯聯邦"),
        ("<p>承<del>诺</del><ins>认</ins></p>", "承认"),
        ("<b><p>一。</b>二。</p>三。", "一。二。\n三。"),
        ("<a href=x><p>一二三四五六七。<td>二。</a>三。", "一二三四五六七。\n二。三。"),
        ("<p>一</p><![CDATA[二]]><?php 三 ?><p>四", "一\n四"),
        ("<p>一。</p></div></td></table><p>二。", "一。\n二。"),
    ],
)
def test_breaks_white_space_and_what_shows_nothing(inner: str, text: str) -> None:
    assert body(f"<p>{PROSE}</p>{inner}").text == f"{PROSE}\n{text}"


def test_readings_and_deletions_are_told() -> None:
    copy = body(f"<p>{PROSE}<ruby>聯<rt>lián</rt></ruby><s>不</s></p>")
    assert [(one.kind, one.made_by, one.part.text) for one in copy.doubts] == [
        ("residue", "html:ruby", "lián"),
        ("foreign", "html:struck", "不"),
    ]


def test_a_page_that_hides_its_text_is_read() -> None:
    copy = body(f"<p>点击展开全文</p><div style='DISPLAY: none'><p>{PROSE}</p><p>{PROSE}</p></div>")
    assert copy.text.count(PROSE) == 2
    assert [one.made_by for one in copy.doubts] == ["html:hidden-text"]


def test_a_page_that_hides_the_rest_of_its_text_is_read() -> None:
    lines = [f"<p>{one}</p>" for one in PARAGRAPHS]
    rest = f"<div class=more style='display:none'>{''.join(lines[15:])}</div><a href=#>展开全文</a>"
    noise = "<div style='display:none'><p>本页由网友上传，转载请注明出处，侵权必究。</p></div>"
    copy = body("".join(lines[:15]) + rest + noise)
    assert copy.text.split("\n")[: len(PARAGRAPHS)] == PARAGRAPHS
    assert [one.made_by for one in copy.doubts] == ["html:hidden-text", "html:hidden"]


@pytest.mark.parametrize("name", ["sidebar", "comment-list", "ad", "related", "nav"])
def test_what_holds_the_text_is_no_furniture_whatever_it_is_called(name: str) -> None:
    inner = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    copy = body(f"<div class='{name}'>{inner}</div><div class=x><p>{PROSE}</p></div>")
    assert copy.text.split("\n")[:-1] == PARAGRAPHS


@pytest.mark.parametrize("at", range(0, len(PARAGRAPHS), 5))
def test_a_paragraph_in_a_box_within_the_text_is_read(at: int) -> None:
    lines = [f"<p>{one}</p>" for one in PARAGRAPHS]
    lines[at] = f"<div class='ad hot'><span>{PARAGRAPHS[at]}</span></div>"
    copy = body(f"<h1>{TITLE}</h1><div class=c>{''.join(lines)}</div>")
    assert PARAGRAPHS[at] in copy.text.split("\n") or len(PARAGRAPHS[at]) < 60


def test_a_page_of_links_alone_is_read() -> None:
    links = "".join(f"<li><a href=/{n}>{one}</a></li>" for n, one in enumerate(NEWS))
    assert body(f"<ul>{links}</ul>").text.split("\n") == NEWS


def test_a_script_with_the_text_is_told() -> None:
    copy = read(f"<html><body><p>{PROSE}</p><script>var d={{'t':'{''.join(PARAGRAPHS)}'}}</script></body></html>")
    assert [(one.made_by, one.kind) for one in copy.doubts] == [("html:script", "foreign")]
    assert PARAGRAPHS[3] in copy.doubts[0].part.text


def test_what_the_page_says_of_itself() -> None:
    saved = "<!-- saved from url=(0029)https://news.example/b/2.html -->\n"
    copy = read(page(article, TITLE, PARAGRAPHS).replace("<html", saved + "<html"))
    said: dict[str, list[str]] = {}
    for one in copy.said:
        said.setdefault(one.kind, []).append(one.value)
    assert said["title"][0] == TITLE
    assert said["date"] == ["2025-05-09"]
    assert said["source"] == ["新华社"]
    assert said["url"] == ["https://news.example/a/1.html", "https://news.example/b/2.html"]
    assert said["language"] == ["zh"]


def test_a_credit_line_says_source_and_day() -> None:
    copy = body(f"<div>发布时间：2025年5月9日 来源：外交部网站</div><p>{PROSE}</p>")
    assert [(one.kind, one.value, one.part.text) for one in copy.said] == [
        ("date", "2025-05-09", "2025年5月9"),
        ("source", "外交部网站", "外交部网站"),
    ]


@pytest.mark.parametrize(
    ("declared", "encoding", "found"),
    [
        ("gb2312", "utf-8", "wrong-declaration"),
        ("utf-8", "gb18030", "wrong-declaration"),
        ("big5", "gb18030", "wrong-declaration"),
        ("gb2312", "big5hkscs", "wrong-declaration"),
        ("iso-8859-1", "gb18030", "wrong-declaration"),
        ("gbk", "gb18030", ""),
        ("nonsense", "gb18030", ""),
        ("utf-7", "utf-8", ""),
    ],
)
def test_a_declaration_is_believed_where_the_bytes_bear_it_out(declared: str, encoding: str, found: str) -> None:
    lines = (SAMPLE / "000_ce5b93ffd40c2717.txt").read_text(encoding="utf8").splitlines()
    text = PROSE if encoding != "big5hkscs" else re.sub(r"\([^)]*\)", "", lines[3])
    copy = read(f"<html><meta charset={declared}><p>{text}</p>".encode(encoding, "ignore"))
    assert copy.encoding == encoding
    assert copy.text == text.encode(encoding, "ignore").decode(encoding)
    assert [one.made_by for one in copy.doubts] == [found] * bool(found)


def test_a_header_declares_what_letters_do_not_tell() -> None:
    french = "Déclaration commune : l'accord sera réexaminé après l'été."
    copy = read(f"<p>{french}</p>".encode("cp1252"), media="text/html; charset=ISO-8859-1")
    assert copy.text == french
    assert copy.encoding == "cp1252"


def test_deep_pages_and_many_tags() -> None:
    copy = read("<div>" * 3000 + f"<p>{PROSE}</p>" + "</div>" * 3000)
    assert copy.text == PROSE
    assert read("<b><i>" * 5000 + PROSE + "</i>" * 5000).text == PROSE
    assert read(f"<p>{PROSE}" + "<table><tr><td>" * 2000 + "内层。" + "</td>" * 3000).text.endswith("内层。")


def test_a_page_of_too_many_tags_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("actum.read.html_tree.TAG_LIMIT", 1000)
    with pytest.raises(CopyUnread, match="tags in one page"):
        read("<b>" * 1002 + PROSE)


@pytest.mark.parametrize(
    "attack", ["<a b='>", "<!--", "<a ", "<script>", "</x", "<p a='x' ", '<a b=">" ', "&#38", "<td><b>", "<li><ul>"]
)
def test_no_page_takes_long(attack: str) -> None:
    """A hundred thousand characters of what makes readers slow are read at once."""
    assert PROSE[:20] in read(f"<p>{PROSE}</p>" + attack * (100_000 // len(attack))).text


@pytest.mark.parametrize("source", ["", "<html></html>", "<script>var a</script>", "<p> &nbsp; </p>"])
def test_a_page_without_text_is_refused(source: str) -> None:
    with pytest.raises(CopyUnread, match=r"page\.html: "):
        read(source)


@pytest.mark.parametrize(
    ("data", "suffix", "expected"),
    [
        (b"<!DOCTYPE html><p>x", "", True),
        (b"\xef\xbb\xbf\r\n <HTML>", ".txt", True),
        ("\ufeff<html>".encode("utf-16-le"), "", True),
        (b"<!-- saved from url=(1)https://x -->\n<html>", ".txt", True),
        (b"plain", ".htm", True),
        (b"# A <b>Markdown</b> text", ".md", False),
        (b"<akomaNtoso>", ".xml", False),
    ],
)
def test_a_page_is_known_by_its_bytes(data: bytes, suffix: str, *, expected: bool) -> None:
    assert is_html(data, suffix) is expected


def test_paragraphs_are_kept_however_they_are_parted() -> None:
    """Whatever elements stand around a paragraph, it is read."""
    rng = random.Random(1)
    for name in ("p", "div", "section", "span", "font", "td", "li", "center", "blockquote", "o:p", "x-y"):
        inner = "".join(f"<{name}>{one}</{name}><br>" for one in PARAGRAPHS)
        deep = rng.randrange(1, 40)
        assert body("<div>" * deep + inner + "</div>" * deep).text.split("\n") == PARAGRAPHS


def test_gbk_page_of_tables() -> None:
    copy = read(page(table_and_br, TITLE, PARAGRAPHS).encode("gb18030"))
    assert copy.encoding == "gb18030"
    assert copy.doubts
