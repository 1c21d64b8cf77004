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
    copy = body(f"<p>{PROSE}<ruby>聯<rt>lián</rt></ruby><del>条款</del><s>不</s></p>")
    assert [(one.kind, one.made_by, one.part.text) for one in copy.doubts] == [
        ("residue", "html:ruby", "lián"),
        ("foreign", "html:deleted", "条款"),
        ("suspect", "html:struck", "不"),
    ]
    assert copy.text.endswith("聯不")


@pytest.mark.parametrize("how", ["<span style='display:none'>不</span>", "<del>不</del>", "<i hidden>不</i>"])
def test_a_denial_that_is_hidden_has_a_doubt_of_its_own_kind(how: str) -> None:
    copy = body(f"<p>{PROSE}</p><p>双方承诺{how}首先使用核武器。</p>")
    assert [(one.kind, one.part.text) for one in copy.doubts] == [("negation", "不")]


SHORT = "双方谴责将商业航天系统用于干涉主权国家内政的行为。"


@pytest.mark.parametrize("name", ["hot-text", "ad-p3", "tag", "remark", "sponsor", "ad-text", "pages_content", "side"])
def test_a_short_paragraph_between_two_of_the_text_is_text(name: str) -> None:
    copy = body(f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><div class='{name}'><p>{SHORT}</p></div><p>{PARAGRAPHS[1]}</p>")
    assert SHORT in copy.text.split("\n")


def test_paragraphs_in_boxes_of_one_name_are_one_text() -> None:
    boxes = "".join(f"<div class='ad-p{n}'><p>{one}</p></div>" for n, one in enumerate(PARAGRAPHS))
    copy = body(
        f"<div><h1>{TITLE}</h1>{boxes}<div class=ads><script>a()</script><p>领取红包，限时优惠！</p></div></div>"
    )
    assert copy.text.split("\n")[-len(PARAGRAPHS) :] == PARAGRAPHS
    assert "红包" in copy.doubts[-1].part.text


def test_what_stands_in_the_text_again_and_again_is_none_of_it() -> None:
    note = "<div class=ad><p>下载本站客户端，随时随地阅读国际时政要闻，注册即送会员！</p></div>"
    copy = body(f"<h1>{TITLE}</h1>" + "".join(f"<p>{one}</p>{note}" for one in PARAGRAPHS[:4]))
    assert copy.text.split("\n")[1:] == PARAGRAPHS[:4]
    assert all(one.part.text.startswith("下载本站") for one in copy.doubts)


def test_the_line_with_place_and_day_in_the_foot_of_an_article_is_read() -> None:
    lines = "".join(f"<p>{one}</p>" for one in PARAGRAPHS[:-1])
    copy = body(
        f"<article><h1>{TITLE}</h1>{lines}<footer><p>{PARAGRAPHS[-1]}</p></footer></article><footer>版权</footer>"
    )
    assert copy.text.endswith(PARAGRAPHS[-1])


def test_each_paragraph_that_is_cut_has_a_doubt() -> None:
    note = "<div class=sidebar><p>广告</p></div>"
    other = "<div class=sidebar><p>另有一段与正文毫无关系的话，说的是别的事情。</p></div>"
    copy = body("".join(f"<p>{one}</p>" for one in PARAGRAPHS[:3]) + note + other)
    assert [one.part.text for one in copy.doubts] == ["广告", "另有一段与正文毫无关系的话，说的是别的事情。"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<section style='font-size: 0px;'><section style='font-size:16px;'><p>{}</p></section></section>",
        "<p style='visibility:hidden'><span style='visibility:visible'>{}</span></p>",
        "<div style='display:none'><p>{}</p></div>",
        "<h3>第一部分</h3><div style='display:none'>{}</div>",
    ],
)
def test_what_an_element_sets_anew_or_opens_at_a_touch_is_read(wrapped: str) -> None:
    copy = body(f"<h1>{TITLE}</h1>" + "".join(wrapped.format(one) for one in PARAGRAPHS))
    assert [line for line in copy.text.split("\n")[1:] if line != "第一部分"] == PARAGRAPHS


def test_hidden_paragraphs_right_behind_the_text_are_its_end() -> None:
    lines = [f"<p style='display:none'>{one}</p>" for one in PARAGRAPHS[-3:]]
    copy = body(f"<h1>{TITLE}</h1>" + "".join(f"<p>{one}</p>" for one in PARAGRAPHS[:-3]) + "".join(lines))
    assert copy.text.split("\n")[1:] == PARAGRAPHS
    assert [one.made_by for one in copy.doubts] == ["html:hidden-text"]


@pytest.mark.parametrize(
    "style",
    [
        "opacity:0", "opacity: 0.0 !important", "height:0;overflow:hidden", "position:absolute;left:-9999px",
        "font-size:0rem",
        "font-size:0.0px", "visibility:collapse", "color:#fff", "clip:rect(0,0,0,0)", "margin-left:-999em",
    ],
)  # fmt: skip
def test_a_watermark_that_nobody_sees_is_left_out(style: str) -> None:
    copy = body(f"<p>{PROSE[:20]}<span style='{style}'>转载必究</span>{PROSE[20:]}</p>")
    assert copy.text == PROSE
    assert [one.part.text for one in copy.doubts] == ["转载必究"]


@pytest.mark.parametrize(
    "style",
    ["font-size:0.8em", "opacity:0.9", "left:-20px", "height:0.5em;overflow:hidden", "color:#fff;background:red"],
)
def test_what_is_only_small_or_pale_is_read(style: str) -> None:
    assert (
        body(f"<p>{PROSE[:20]}<span style='{style}'>双方</span>{PROSE[20:]}</p>").text
        == PROSE[:20] + "双方" + PROSE[20:]
    )


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("双方<sup>[1]</sup>同意", "双方同意"),
        ("同意。<sup class=x><a href='#n'>[12]</a></sup>", "同意。"),
        ("agreed<sup>[1-3]</sup> to", "agreed to"),
        ("同意<sup>①</sup>。", "同意。"),
        ("100 m<sup>2</sup>", "100 m2"),
        ("10<sup>4</sup>", "104"),
        ("1<sup>st</sup>", "1st"),
        ("2<sup>[3]</sup>", "2[3]"),
        ("<sup>[1]</sup> 注", "[1] 注"),
        ("双方<sup>[约]</sup>", "双方"),
    ],
)
def test_signs_of_notes_are_left_out_and_powers_stay(written: str, text: str) -> None:
    copy = body(f"<p>{PROSE}</p><p>{written}</p>")
    assert copy.text.split("\n")[1] == text
    cut = text not in {"100 m2", "104", "1st", "2[3]", "[1] 注"}
    assert [one.kind for one in copy.doubts] == ["residue"] * cut


@pytest.mark.parametrize(
    ("inner", "rule"),
    [
        ("<p><![CDATA[{}]]></p>", "cdata"),
        ("<!--<p>{}</p>-->", "comment"),
        ("<!-- {} -->", "comment"),
        ("<iframe srcdoc='&lt;p&gt;{}&lt;/p&gt;'></iframe>", "frame"),
        ("<input value='{}'>", "attribute"),
        ("<noframes>{}</noframes>", "raw"),
        ("<iframe>{}</iframe>", "raw"),
        ("<template><p>{}</p></template>", "hidden"),
        ("<svg><text>{}</text></svg>", "hidden"),
    ],
)
def test_prose_that_no_block_holds_is_told(inner: str, rule: str) -> None:
    copy = body(f"<p>{PROSE}</p>{inner.format(SHORT)}<p>{PROSE}</p>")
    assert SHORT not in copy.text
    assert [(one.kind, one.made_by) for one in copy.doubts] == [("foreign", f"html:{rule}")]
    assert SHORT in copy.doubts[0].part.text


@pytest.mark.parametrize(
    "noise",
    [
        "<!-- Google Tag Manager (noscript) -->",
        "<!--[if lt IE 9]><p>Upgrade</p><![endif]-->",
        "<!-- 广告位 -->",
        "<a title='返回首页'>x</a>",
    ],
)
def test_what_is_no_prose_has_no_doubt(noise: str) -> None:
    assert body(f"<p>{PROSE}</p>{noise}").doubts == ()


def test_marked_sections_of_a_page_in_xml_are_text() -> None:
    page_ = f"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p><![CDATA[{PROSE}]]></p></body></html>"
    assert read(page_).text == PROSE


def test_an_old_preformatted_page_is_read() -> None:
    assert body(f"<xmp>{PROSE}\n{SHORT}</xmp>").text == f"{PROSE}\n{SHORT}"


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
