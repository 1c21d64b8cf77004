"""What a page says of itself: title, day, source, address, language.

Takes       the elements of a page, its blocks, and its source characters.
Gives       Said, in order of kind, the surest first; each with the characters that say it.
Method      meta elements by the names in `data/html.toml`, the canonical link, structured data, the comment that a
            browser leaves when it saves a page, the title, and a line of credit by the words of `language/*/page.toml`.
Leaves out  the day of the text: what a page says is when it was put there. The text tells its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from actum.language.data import table as words
from actum.model.copy import SAID_KINDS, Said, SaidKind
from actum.read.html_blocks import Block
from actum.read.html_tree import Element, Text, attribute
from actum.read.markup import plain
from actum.read.tables import table
from actum.text.span import Part, Span

_SAVED = re.compile(r"<!--\s*saved from url=(?:\(\d+\))?(https?://[^\s>]+)")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
_STRUCTURED = re.compile(r'"(datePublished|headline|inLanguage)"\s*:\s*"([^"\\]{1,300})"')
_STRUCTURED_KINDS: dict[str, SaidKind] = {"datePublished": "date", "headline": "title", "inLanguage": "language"}
# How far into a line of credit its words are looked for (characters); longer lines are prose, 2026-11-26.
_CREDIT = 200
Found = tuple[SaidKind, int, Said]


def said_of(elements: Sequence[Element], blocks: Sequence[Block], source: str) -> tuple[Said, ...]:
    """All that the page says of itself, doubles of one kind and value dropped."""
    found = [*_marked(elements, source), *_structured(elements, source), *_written(blocks, source)]
    if saved := _SAVED.search(source[:5000]):
        found.append(_said("url", saved.group(1), source, Span(*saved.span(1)), rule="saved-from", rank=2))
    order = {kind: number for number, kind in enumerate(SAID_KINDS)}
    found.sort(key=lambda one: (order[one[0]], one[1], one[2].part))
    first: dict[tuple[str, str], Said] = {}
    for kind, _, said in found:
        if said.value:
            first.setdefault((kind, said.value), said)
    return tuple(first.values())


def _said(kind: SaidKind, value: str, source: str, span: Span, *, rule: str, rank: int) -> Found:
    value = " ".join(value.split())
    if kind == "date":
        value = day_of(value)
    elif kind == "language":
        value = value.lower().replace("_", "-").partition("-")[0]
    elif kind == "url" and not value.startswith(("http://", "https://")):
        value = ""
    return kind, rank, Said(kind, value, Part.cut(source, span), f"html:{rule}")


def day_of(written: str) -> str:
    """The first day written in a string, as ISO 8601; empty where there is none that a calendar has."""
    found = _DAY.search(written) or _COMPACT.match(written)
    if found is None:
        return ""
    year, month, day = map(int, found.groups())
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _marked(elements: Sequence[Element], source: str) -> Iterator[Found]:
    names = {name: (kind, rank) for kind in ("title", "date", "source", "url") for rank, name in _ranked(kind)}
    for element in elements:
        if element.name == "meta" and "content" in element.attributes:
            for key in ("property", "name", "itemprop"):
                kind, rank = names.get(attribute(element, key, source).lower(), ("", 0))
                if kind:
                    value = attribute(element, "content", source)
                    span = element.attributes["content"]
                    yield _said(kind, value, source, span, rule="meta", rank=rank)  # type: ignore[arg-type]
        elif element.name == "link" and "canonical" in attribute(element, "rel", source).lower().split():
            if "href" in element.attributes:
                yield _attribute("url", element, "href", source, rule="canonical")
        elif element.name == "html" and "lang" in element.attributes:
            yield _attribute("language", element, "lang", source, rule="lang")
        elif element.name == "time" and "datetime" in element.attributes:
            yield _attribute("date", element, "datetime", source, rule="time")
        elif element.name == "title" and element.content:
            yield from _title(element, source)


def _ranked(kind: str) -> Iterator[tuple[int, str]]:
    return ((rank, name) for rank, name in enumerate(table("html")["said"][kind]))


def _attribute(kind: SaidKind, element: Element, name: str, source: str, *, rule: str) -> Found:
    rank = -1 if rule == "canonical" else 50
    return _said(kind, attribute(element, name, source), source, element.attributes[name], rule=rule, rank=rank)


def _title(element: Element, source: str) -> Iterator[Found]:
    text = element.content[0]
    # the title of a picture is none of the page's
    if isinstance(text, Text) and (element.parent is None or element.parent.name != "svg"):
        yield _said("title", plain(source, text.span), source, text.span, rule="title", rank=60)


def _structured(elements: Sequence[Element], source: str) -> Iterator[Found]:
    """What structured data says (JSON-LD), read word by word: many a page breaks its JSON."""
    for element in elements:
        if element.name == "script" and "ld+json" in attribute(element, "type", source).lower():
            end = max(element.inner, element.end)
            for found in _STRUCTURED.finditer(source, element.inner, end):
                kind = _STRUCTURED_KINDS[found.group(1)]
                yield _said(kind, found.group(2), source, Span(*found.span(2)), rule="ld-json", rank=30)


@cache
def _credits() -> tuple[tuple[SaidKind, re.Pattern[str]], ...]:
    patterns: list[tuple[SaidKind, re.Pattern[str]]] = []
    for kind, stop in (
        ("source", r"([^\s|｜/()（）<>&]{2,40})"),
        ("date", r"((?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2})"),
    ):
        named = [word for language in ("zh", "en", "ru") for word in words(language, "page").get(kind, ())]
        longest = "|".join(map(re.escape, sorted(named, key=lambda word: (-len(word), word))))
        patterns.append((kind, re.compile(rf"(?:{longest})\s*[:：]\s*{stop}")))  # type: ignore[arg-type]
    return tuple(patterns)


def _written(blocks: Sequence[Block], source: str) -> Iterator[Found]:
    for block in blocks:
        if block.hidden or len(block.written) > _CREDIT:
            continue
        for piece in block.pieces:
            for kind, pattern in _credits():
                if found := pattern.search(source, piece.span.start, piece.span.end):
                    yield _said(kind, found.group(1), source, Span(*found.span(1)), rule="credit", rank=70)
