"""Law of pages: whatever a page is made of, its prose is in the text or in a doubt."""

from __future__ import annotations

import html
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actum.errors import CopyUnread
from actum.model.copy import Copy, Found
from actum.read.html import read_html

DIGITS = "甲乙丙丁戊己庚辛壬癸"
WRAPS = [
    "<p>{}</p>", "<div>{}</div>", "<x-block>{}</x-block>", "<blink>{}</blink>", "<p><![CDATA[{}]]></p>",
    "<!-- {} -->", "<!--<p>{}</p>-->", "<iframe>{}</iframe>", "<iframe srcdoc='&lt;p&gt;{}&lt;/p&gt;'></iframe>",
    "<template><p>{}</p></template>", "<noscript><p>{}</p></noscript>", "<textarea>{}</textarea>",
    "<svg><title>{}</title></svg>", "<svg><text>{}</text></svg>", "<select><option>{}</select>",
    "<button>{}</button>", "<object><p>{}</p></object>", "<video>{}</video>", "<xmp>{}</xmp>",
    "<noembed>{}</noembed>", "<noframes>{}</noframes>", "<input value='{}'>", '<img alt="{}">',
    "<div data-text='{}'></div>", "<p hidden>{}</p>", "<div style='display:none'>{}</div>",
    "<p style='opacity:0'>{}</p>", "<del>{}</del>", "<s>{}</s>", "<nav><a href=x>{}</a></nav>",
    "<div class='sidebar'>{}</div>", "<div class='ad'><img>{}</div>", "<aside>{}</aside>", "<footer>{}</footer>",
    "<table><tr><td>{}</table>", "<ruby>{}<rt>{}</rt></ruby>", "<sup>{}</sup>", "<math><mi>{}</mi></math>",
    "<details><summary>{}</summary></details>", "<dialog>{}</dialog>", "<canvas>{}</canvas>",
    "<datalist>{}</datalist>", "<a href=x>{}</a>", "<label>{}</label>", "<plaintext-x>{}", "<p>{}",
    "<b><p>{}</b></p>", "<center><font>{}</font></center>", "<p style='color:#fff'>{}</p>", "<marquee>{}</marquee>",
    "<style-x>{}</style-x>", "<legend>{}</legend>", "<pre>{}\n</pre>",
]  # fmt: skip
AROUND = ["<div>{}</div>", "<div class='tag'>{}</div>", "<div hidden>{}</div>", "<main>{}</main>"]


def sentence(number: int) -> str:
    """A sentence that no other number gives, of over 20 letters."""
    name = "".join(DIGITS[int(digit)] for digit in f"{number:03d}")
    return f"{name}方重申，维护和巩固{name}条约所确立的各项原则具有重要意义。"


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A page and the sentences in it."""
    written: list[str] = []

    def piece(depth: int) -> str:
        wrap = draw(st.sampled_from(WRAPS))
        own = []
        for _ in range(wrap.count("{}")):
            written.append(sentence(len(written)))
            own.append(written[-1])
        made = wrap.format(*own)
        if depth and draw(st.booleans()):
            made = draw(st.sampled_from(AROUND)).format(made + piece(depth - 1))
        return made

    body = "".join(piece(2) for _ in range(draw(st.integers(1, 7))))
    head = draw(st.sampled_from(["", "<?xml version='1.0'?>", "<!DOCTYPE html>"]))
    return f"{head}<html><head><title>声明</title></head><body>{body}</body></html>", written


def told(copy: Copy) -> str:
    """The letters of all that the copy has or has a doubt of, tags aside."""
    parts = [copy.text, *(one.part.text for one in copy.doubts)]
    return "".join(re.sub(r"\s|<[a-zA-Z/][^<>]*>", "", html.unescape(part)) for part in parts)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pages())
def test_prose_is_in_the_text_or_in_a_doubt(made: tuple[str, list[str]]) -> None:
    source, sentences = made
    try:
        known = told(read_html(source.encode(), Found("page.html")))
    except CopyUnread as error:
        assert "shows no text" in str(error)  # noqa: PT017 -- a page of nothing that is shown is refused in one line
        return
    assert [one for one in sentences if one not in known] == []
