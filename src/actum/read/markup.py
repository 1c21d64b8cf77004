"""Source characters of HTML or XML into tags and text, each with its exact place.

Takes       the decoded characters of a page or an XML file.
Gives       tokens in order, side by side, that cover every character; what a character reference stands for.
Method      the tokenizer of the HTML standard, told only what a reader needs; every search runs forward, and one that
            found nothing is not made again, so the time is linear in the length.
Leaves out  the tree: `html_tree` builds it. Faults of the source are no error: what is no tag is text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Literal

from actum.text.span import Span

TokenKind = Literal["text", "open", "close", "silent"]
Attributes = dict[str, Span]
_NAME = re.compile(r"[A-Za-z_][^\s/>]*+")
_SPACE = re.compile(r"[\s/]*+")
_ATTRIBUTE = re.compile(r"([^\s/>=][^\s/>=]*+)(\s*+=\s*+)?")
_BARE = re.compile(r"[^\s>]*+")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)")

_CDATA, _CDATA_END = "<![CDATA[", "]]>"
ATTRIBUTES = 60
"""Attributes of one tag that are looked at, so that a tag without an end costs little; no page seen has over 40,
2026-11-26."""

RUNAWAY = 100
"""Tags without an end after which the attributes of such tags are no longer looked for; no page seen has any,
2026-11-26."""


@dataclass(frozen=True, slots=True)
class Token:
    """One tag, stretch of text, or stretch that shows nothing (`silent`: comments, declarations, raw content).

    `name` is the tag's, lower case in HTML, as written in XML; of raw content, the element's; `<![CDATA[` of text
    without references. `attributes` give the
    span of each value as written, references and all, by name (lower case in HTML); the first of a name counts.
    """

    kind: TokenKind
    span: Span
    name: str = ""
    attributes: Attributes = field(default_factory=dict)
    empty: bool = False


@dataclass(slots=True)
class _Source:
    """The characters, with searches that remember what is not there any more."""

    text: str
    missing: dict[str, int] = field(default_factory=dict)
    runaway: int = 0
    marked: bool = False

    def find(self, what: str, start: int) -> int:
        """The first place of `what` from `start` on; -1 where there is none."""
        if start >= self.missing.get(what, len(self.text) + 1):
            return -1
        found = self.text.find(what, start)
        if found < 0:
            self.missing[what] = start
        return found


def tokens(text: str, *, xml: bool = False, marked: bool = False, raw: Collection[str] = ()) -> Iterator[Token]:
    """The tokens of a source, in order; `raw` elements hold characters up to their end tag.

    `marked` sections (CDATA) of a page are text where the page is XML; in XML they always are.
    """
    source = _Source(text, marked=xml or marked)
    begins = place = 0
    while (place := source.find("<", place)) >= 0:
        token = _tag(source, place, xml=xml)
        if token is None:
            place += 1
            continue
        if begins < place:
            yield Token("text", Span(begins, place))
        yield token
        begins = place = token.span.end + len(_CDATA_END) * (token.name == _CDATA)
        if token.kind == "open" and not token.empty and token.name in raw:
            begins = place = _raw_end(source, token.name, place)
            if token.span.end < place:
                yield Token("silent", Span(token.span.end, place), token.name)
    if begins < len(text):
        yield Token("text", Span(begins, len(text)))


def _tag(source: _Source, place: int, *, xml: bool) -> Token | None:
    """The token that begins with the `<` at a place; None where it is only a character."""
    text = source.text
    follows = text[place + 1 : place + 2]
    if follows == "!":
        return _declaration(source, place)
    if follows == "?":
        return _until(source, place, "?>" if xml else ">")
    name = _NAME.match(text, place + 1 + (follows == "/"))
    closes = source.find(">", place)
    if name is None or closes < 0:
        return None
    called = name.group() if xml else name.group().lower()
    if follows == "/":
        return Token("close", Span(place, closes + 1), called)
    return _open(source, place, name.end(), called, xml=xml)


def _declaration(source: _Source, place: int) -> Token | None:
    if source.text.startswith("<!--", place):
        # a comment that never ends would hide the rest of the page: it ends with its first bracket
        ends = source.find("-->", place + 2)
        return _until(source, place, "-->" if ends >= 0 else ">", after=place + 2)
    if source.marked and source.text.startswith(_CDATA, place):
        ends = source.find(_CDATA_END, place)
        return Token("text", Span(place + len(_CDATA), ends), _CDATA) if ends >= 0 else None
    return _until(source, place, ">")


def _until(source: _Source, place: int, mark: str, *, after: int | None = None) -> Token | None:
    ends = source.find(mark, place if after is None else after)
    return Token("silent", Span(place, ends + len(mark))) if ends >= 0 else None


def _open(source: _Source, place: int, at: int, name: str, *, xml: bool) -> Token:
    text = source.text
    attributes: Attributes = {}
    for _ in range(ATTRIBUTES if source.runaway < RUNAWAY else 0):
        at = _past(_SPACE, text, at)
        if at >= len(text):
            break
        if text[at] == ">":
            return Token("open", Span(place, at + 1), name, attributes, empty=text[at - 1] == "/")
        found = _ATTRIBUTE.match(text, at)
        if found is None:
            at += 1
            continue
        at = found.end()
        value = Span(at, at)
        if found.group(2):
            value, at = _value(source, at)
        attributes.setdefault(found.group(1) if xml else found.group(1).lower(), value)
    source.runaway += 1
    # a quotation mark that never closes: the tag ends with its first bracket
    return Token("open", Span(place, source.find(">", place) + 1), name, attributes)


def _value(source: _Source, at: int) -> tuple[Span, int]:
    """The span of a value, and where the tag goes on behind it."""
    quote = source.text[at : at + 1]
    if quote in {'"', "'"}:
        ends = source.find(quote, at + 1)
        if ends >= 0:
            return Span(at + 1, ends), ends + 1
    ends = _past(_BARE, source.text, at)
    return Span(at, ends), ends


def _past(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where what the pattern matches at a place ends; the place itself where it matches nothing."""
    found = pattern.match(text, at)
    return found.end() if found else at


def _raw_end(source: _Source, name: str, place: int) -> int:
    """Where the content of a raw element ends; at once where its end tag is not there."""
    key = f"</{name}"
    if place >= source.missing.get(key, len(source.text) + 1):
        return place
    found = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(source.text, place)
    if found is None:
        source.missing[key] = place
        # a script that never ends is no text; anything else is read as if it were not raw
        return len(source.text) if name in {"script", "style"} else place
    return found.start()


def references(text: str, span: Span) -> Iterator[tuple[Span, str]]:
    """The character references within a stretch, each with the characters it stands for, in order."""
    for found in _REFERENCE.finditer(text, span.start, span.end):
        stands = html.unescape(found.group())
        if stands != found.group():
            yield Span(*found.span()), stands


def plain(text: str, span: Span) -> str:
    """The characters of a stretch, references resolved."""
    return html.unescape(_bounded(span.of(text)))


def _bounded(written: str) -> str:
    # longer numbers than any character has are left as they stand: Python refuses to read them
    return re.sub(r"&#([0-9]{9,}|[xX][0-9a-fA-F]{8,})", r"&amp;#\1", written)
