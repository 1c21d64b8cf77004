"""Text that a page holds where no block is: scripts, comments, frames, attributes.

Takes       the elements of a page and its source characters.
Gives       a doubt for each stretch that holds prose, in order of element.
Method      what shows nothing is looked at for prose: tags taken out, references resolved, sentences counted. Nothing
            of it is read, for none of it is the page's running text; none of it goes silently.
Leaves out  the head of a page: titles and descriptions are what it says of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from actum.model.doubt import Doubt
from actum.read.html_blocks import LONG, PROSE
from actum.read.html_tree import Element, Text
from actum.read.markup import plain
from actum.text.span import Part, Span

SCRIPTED = 200
"""Chinese characters in one script from which it may hold the page's text; the scripts of a news page have some tens
in messages, 2026-11-26."""
WORDS = 8
"""Words of a script with spaces between them from which a stretch that ends a sentence is prose; set by hand,
2026-11-26."""
CODE = 0.02
"""Share of marks that only code has, 0 to 1, above which a stretch without Chinese is no prose; set by hand,
2026-11-26."""
_HAN = re.compile("[\u3400-\u9fff]")
_MARKS = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")
_TAGS = re.compile(r"<[^<>]*>")
_STOPS = re.compile(r"[。！？；]")
_ENDS = re.compile(r"[^\W\d_]{2}[.!?](?:\s|$)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CODE = re.compile(r"[{}=;<>$|\\]|/[/*]")
_HEADS = frozenset({"meta", "link", "html", "head", "base"})
_TOP = frozenset({"", "html", "head"})
_NO_WORDS = frozenset({"style", "class", "id", "href", "src", "srcset", "action", "content", "xmlns"})
_SAYS = {
    "script": "a script",
    "comment": "a comment of the source",
    "cdata": "a marked section that a browser takes for a comment",
    "frame": "a page within the page",
    "raw": "an element whose content a browser does not show",
    "attribute": "an attribute",
}


def silent_doubts(elements: Sequence[Element], source: str) -> Iterator[Doubt]:
    """A doubt of kind `foreign` for each stretch of prose that no block holds."""
    for element in elements:
        for one in element.content:
            if isinstance(one, Text) and one.silent:
                yield from _silent(element, one.span, source)
        if element.name not in _HEADS:
            for name, span in element.attributes.items():
                if name not in _NO_WORDS and not name.startswith("on") and holds_prose(plain(source, span)):
                    yield _doubt("frame" if name == "srcdoc" else "attribute", span, source)


def _silent(element: Element, span: Span, source: str) -> Iterator[Doubt]:
    written = span.of(source)
    if written.startswith("<!"):
        kind = "cdata" if written.startswith("<![") else "comment"
    elif element.name == "script":
        if len(_HAN.findall(written)) >= SCRIPTED:
            yield _doubt("script", span, source)
        return
    elif element.name == "style" or (
        element.name == "title" and (element.parent is None or element.parent.name in _TOP)
    ):
        return
    else:
        kind = "raw"
    if holds_prose(plain(source, span)):
        yield _doubt(kind, span, source)


def holds_prose(text: str) -> bool:
    """Whether a stretch of source holds a sentence, its tags aside."""
    bare = _TAGS.sub(" ", _MARKS.sub(" ", text))
    characters = len(_HAN.findall(bare))
    if characters >= PROSE:
        return characters >= LONG or _STOPS.search(bare) is not None
    words = _WORD.findall(bare)
    spoken = len(words) >= WORDS and _ENDS.search(bare) is not None
    return spoken and len(_CODE.findall(bare)) <= CODE * len(bare)


def _doubt(kind: str, span: Span, source: str) -> Doubt:
    letters = sum(map(str.isalnum, _TAGS.sub("", _MARKS.sub("", span.of(source)))))
    says = f"{_SAYS[kind]} holds {letters:,} letters of prose, which are not read as text"
    return Doubt("foreign", Part.cut(source, span), says, f"html:{kind}")
