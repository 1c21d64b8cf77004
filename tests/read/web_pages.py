"""Pages as sites make them around a text, written anew for the tests: no page of any site is copied here.

Takes       a title and paragraphs.
Gives       the characters of a page in one of several layouts, with furniture that has nothing to do with the text.
"""

import random
from collections.abc import Callable
from html import escape

NAV = ["首页", "新闻", "国际", "军事", "财经", "体育", "娱乐", "科技", "图片", "视频", "论坛", "English"]
NEWS = [
    "今夏多地高温持续，电力部门全力保障供应",
    "全国夏粮收购进展顺利，市场价格总体平稳",
    "一场大雨过后，古城的青石板路更显幽静",
    "新学期将至，这些开学准备您做好了吗",
    "铁路部门增开旅客列车应对客流高峰",
    "专家提醒：夏季饮食应注意清淡卫生",
]
COMMENTS = ["写得好，支持！", "转发了，让更多人看到。", "坐等后续，希望越来越好。", "路过，沙发。"]
SCRIPT = "<script>var a='<div><p>不是正文</p></div>';document.write('<a href=x>'+a+'</a>');if(1<2){a='</p>'}</script>"
Layout = Callable[[str, list[str], random.Random], str]


def _links(words: list[str], rng: random.Random) -> str:
    return "".join(f'<li><a href="/c/{rng.randrange(10**6)}.shtml">{word}</a></li>' for word in words)


def _head(title: str, charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="{charset}">\n'
        f"<title>{escape(title)}_每日要闻网</title>"
        f'<meta property="og:title" content="{escape(title)}"><link rel="canonical" href="https://news.example/a/1.html">'
        '<meta name="PubDate" content="2025-05-09 08:12:31"><meta name="ContentSource" content="新华社">'
        f"<style>p{{margin:0}} .x:before{{content:'<p>'}}</style>{SCRIPT}</head>"
    )


def article(title: str, paragraphs: list[str], rng: random.Random) -> str:
    """A news site with elements that say what they are."""
    body = "\n".join(f"<p>　　{escape(one)}</p>" for one in paragraphs)
    return (
        f"{_head(title)}<body><header><div class='logo'><a href='/'>每日要闻</a></div>"
        f"<nav><ul>{_links(NAV, rng)}</ul></nav></header>"
        f"<div class='crumbs'>当前位置：<a href='/'>首页</a> &gt; <a href='/w'>国际</a> &gt; 正文</div><main><article>"
        f"<h1>{escape(title)}</h1><div class='info'><span>2025-05-09 08:12</span> 来源：新华社</div>\n{body}\n"
        f"<div class='editor'>责任编辑：某某</div></article></main>"
        f"<aside><h3>热点排行</h3><ol>{_links(NEWS, rng)}</ol></aside>"
        f"<section class='comments'><h3>网友评论</h3>{''.join(f'<p>{one}</p>' for one in COMMENTS)}</section>"
        "<footer><p>版权所有 每日要闻网 <a href='/about'>关于我们</a></p></footer>" + SCRIPT + "</body></html>"
    )


def table_and_br(title: str, paragraphs: list[str], rng: random.Random) -> str:
    """An old site: tables in tables, breaks for paragraphs, fonts, tags in capitals, none closed that need not be."""
    body = "<BR><BR>\r\n".join("&nbsp;&nbsp;&nbsp;&nbsp;" + escape(one) for one in paragraphs)
    cells = "".join(f'<td><a href="/{n}.htm">{word}</a>' for n, word in enumerate(NAV))
    related = "".join(f"·<a href='/{rng.randrange(9999)}.htm'>{one}</a><br>" for one in NEWS)
    return (
        f"<html><head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'><title>{title}</title>"
        f"{SCRIPT}</head><body bgcolor=#ffffff><table width=760><tr>{cells}</table><table><tr><td width=560 valign=top>"
        f"<table border=0><tr><td align=center><font size=4><b>{title}</b></font><tr><td align=center>"
        f"2025年05月09日　08:12　来源：新华社<tr><td><font class=zw>{body}</font><tr><td>（责任编辑：某某）</table>"
        f"<td width=200><table><tr><td>相关新闻<tr><td>{related}</table></table>"
        "<table width=760><tr><td align=center>版权所有 本网站不得转载</table></body></html>"
    )


def div_soup(title: str, paragraphs: list[str], rng: random.Random) -> str:
    """A content farm: nothing says what it is, advertisements between paragraphs, hidden words against copying."""
    pieces = []
    for number, one in enumerate(paragraphs):
        at = rng.randrange(1, len(one))
        hidden = '<span style="display:none">本文由要闻号发布，转载必究</span>' if number % 3 == 0 else ""
        pieces.append(f"<div class='c{rng.randrange(99)}'>{escape(one[:at])}{hidden}{escape(one[at:])}</div>")
        if number % 5 == 4:
            pieces.append("<div class='ad-slot'><a href='//ads.example/x'>点击领取夏日好礼</a></div>")
    cards = "".join(
        f"<div class='k'><a href='/{rng.randrange(9999)}'><div>{one}</div></a><div>{rng.randrange(99)}评</div></div>"
        for one in NEWS
    )
    comments = "".join(
        f"<div class='pl-item'><div>用户{n}</div><div>{one}</div></div>" for n, one in enumerate(COMMENTS)
    )
    return (
        f"{_head(title)}<body><div class='t'>{''.join(f'<div><a href=/{w}>{w}</a></div>' for w in NAV)}</div>"
        f"<div><div><div><div class='h'>{title}</div><div>要闻号 05-09 08:12</div>{''.join(pieces)}</div>"
        f"<div class='fenxiang'>分享到：<a>微信</a> <a>微博</a></div></div><div>{cards}</div>"
        f"<div class='pinglun'>{comments}</div></div><div class='dibu'>客户端下载 | 举报电话</div></body></html>"
    )


def ministry(title: str, paragraphs: list[str], rng: random.Random) -> str:
    """A government page: one paragraph a span in a div of the editor, notes in Word's own elements, deep nesting."""
    body = "".join(
        f'<p style="text-indent:2em" class="MsoNormal"><span><span lang="ZH-CN">{escape(one)}'
        "<o:p></o:p></span></span></p>\r\n"
        for one in paragraphs
    )
    deep = rng.randrange(20, 60)
    return (
        f"{_head(title)}<body><form id='aspnetForm'><div class='top-nav'>{_links(NAV, rng)}</div>{'<div>' * deep}"
        f"<div class='title'>{title}</div>"
        f"<div class='time'>发布时间：2025-05-09 　来源：新华社　字号：[大][中][小]</div>"
        f"<div class='TRS_UEDITOR trs_paper_default'>\r\n{body}</div>{'</div>' * deep}"
        f"<div class='relate'><h2>相关链接</h2><ul>{_links(NEWS, rng)}</ul></div></form></body></html>"
    )


def public_account(title: str, paragraphs: list[str], rng: random.Random) -> str:
    """A page of a social platform: its text hidden until a script shows it, each phrase in a span of its own."""
    pieces = []
    for one in paragraphs:
        at = rng.randrange(1, len(one))
        spans = f"<span>{escape(one[:at])}</span><span style='letter-spacing:1px'>{escape(one[at:])}</span>"
        pieces.append(f"<section><p style='white-space:normal'>{spans}</p></section><p><br></p>")
    return (
        f"{_head(title)}<body><div id='activity-name' class='rich_media_title'>{escape(title)}</div>"
        "<div class='rich_media_meta_list'><span>每日要闻</span> <em>2025-05-09 08:12</em></div>"
        f"<div class='rich_media_content' id='js_content' style='visibility: hidden'>{''.join(pieces)}</div>"
        f"<div class='recommend-box'><ul>{_links(NEWS, rng)}</ul></div>{SCRIPT}</body></html>"
    )


def bare(title: str, paragraphs: list[str], rng: random.Random) -> str:
    """A page of the oldest kind: text and breaks in the body, a row of links above and below."""
    row = " | ".join(f"<a href=/{rng.randrange(99)}>{word}</a>" for word in NAV)
    body = "<br>\n<br>\n".join(f"　　{escape(one)}" for one in paragraphs)
    return f"<title>{title}</title>\n{row}<hr>\n<center><h2>{title}</h2></center>\n{body}\n<hr>{row}"


LAYOUTS: tuple[Layout, ...] = (article, table_and_br, div_soup, ministry, public_account, bare)


def page(layout: Layout, title: str, paragraphs: list[str], *, seed: int = 1) -> str:
    """One page; the same for the same seed."""
    return layout(title, paragraphs, random.Random(seed))
