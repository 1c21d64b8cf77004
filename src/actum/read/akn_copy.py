"""Akoma Ntoso to a Copy: the running text as it is printed, and what the mark-up says as records.

Takes       the bytes of an Akoma Ntoso file, and where it was found.
Gives       a Copy: `decoded` is the file's source, `text` its heading, preamble, operative paragraphs and close, one
            line a paragraph, numbers before them; records of symbol, subjects, sponsors, votes, citations, stances.
Method      a parser judges the file (`akn`); the text is then taken from the source itself, so that every character
            keeps its place. What stands on the cover beside the title of the act, and the notes at the foot, are left
            out with a doubt each.
Leaves out  what the mark-up does not say. A name that no state has is a record of nobody.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from actum.errors import CopyUnread
from actum.model.copy import Copy, Found, Said, SaidKind
from actum.model.doubt import Doubt
from actum.model.record import Record
from actum.read.akn import LANGUAGES, LEAD, check_akn, names_in, symbol_in
from actum.read.decode import declared_in, decode
from actum.read.html_tree import Element, Text, TooManyTags, attribute
from actum.read.plain import encoding_doubts
from actum.read.running import Running
from actum.read.tables import table
from actum.read.xml_tree import ancestors, texts_in, written, xml_elements
from actum.registry.load import load
from actum.text.span import Part, Span

# Elements within a line of text; all others begin and end one.
_INLINE = frozenset(
    {
        "a", "abbr", "affectedDocument", "b", "change", "concept", "date", "def", "del", "docAuthority", "docDate",
        "docNumber", "docProponent", "docStatus", "docTitle", "docType", "docketNumber", "entity", "event", "i",
        "inline", "ins", "location", "mref", "num", "object", "organization", "outcome", "person", "placeholder",
        "process", "quantity", "ref", "relatedDocument", "rref", "session", "shortTitle", "signature", "span", "sub",
        "sup", "term", "time", "u", "vote",
    }
)  # fmt: skip
_SETS_APART = frozenset({"num", "docNumber"})
_SIDES = {"inFavour": "yes", "against": "no", "abstaining": "abstaining", "absent": "absent", "nonVoting": "absent"}
_BOLD = re.compile(r"\b(?:bold|italic)\b")
_SAYS = {
    "cover": "stands on the cover beside the title of the act",
    "note": "a note at the foot of the page",
}


def is_akn(data: bytes, suffix: str) -> bool:
    """Whether the bytes are XML whose first element is Akoma Ntoso's."""
    head = data[:4096].replace(b"\0", b"")
    return (suffix == ".xml" or head.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<")) and b"<akomaNtoso" in head


def read_akn_copy(data: bytes, found: Found) -> Copy:
    """The Copy of an Akoma Ntoso file. Raises CopyUnread where it is not well-formed, or holds no text."""
    check_akn(data, found.place)
    decoded = decode(data, name=found.place, declared=declared_in(data), markup=True)
    source = decoded.text
    try:
        elements = xml_elements(source)
    except TooManyTags as error:
        raise CopyUnread(f"{found.place}: more elements than any document has. Save its text and add that.") from error
    language = next((attribute(one, "language", source) for one in elements if one.name == "FRBRlanguage"), "")
    running = Running(source, tight=LANGUAGES.get(language, language) == "zh")
    left = list(_write(elements[0], running))
    text, offsets = running.done()
    if not text.strip():
        raise CopyUnread(f"{found.place}: the file holds mark-up and no text. Check where it came from.")
    return Copy(
        sha256=hashlib.sha256(data).hexdigest(),
        places=(found.place,),
        format="akn",
        encoding=decoded.encoding,
        decoded=source,
        text=text,
        offsets=offsets,
        doubts=tuple(sorted((*encoding_doubts(decoded), *_foreign(source, left)), key=lambda doubt: doubt.part)),
        said=tuple(_said(elements, source)),
        records=tuple(sorted(_records(elements, source), key=lambda one: (one.part, one.kind))),
    )


def _write(root: Element, running: Running) -> Iterator[tuple[Element, str]]:
    """Write the text down; what comes back are the elements that were left out, and why."""
    stack: list[tuple[Element, int]] = [(root, 0)]
    numbered: Element | None = None
    while stack:
        element, place = stack.pop()
        if place >= len(element.content):
            if element.name in _SETS_APART:
                running.space_over(Span(element.end - 1, element.end))
                numbered = element
            elif element.name not in _INLINE and numbered is None:
                running.end_line()
            continue
        stack.append((element, place + 1))
        child = element.content[place]
        if isinstance(child, Text):
            if child.span.of(running.source).strip():
                numbered = None
            running.take(child.span, resolved=not child.silent)
        elif child.name == "meta":
            continue
        elif (reason := _left_out(child)) is not None:
            yield child, reason
        else:
            if child.name not in _INLINE and numbered is None:
                running.end_line()
            stack.append((child, 0))


def _left_out(element: Element) -> str | None:
    """Why an element is no running text; None where it is."""
    if element.name == "authorialNote":
        return "note"
    if element.name == "p" and any(one.name == "coverPage" for one in ancestors(element)):
        held = {one.name for one in _inside(element)}
        return None if held & {"docTitle", "docProponent"} else "cover"
    return None


def _inside(element: Element) -> Iterator[Element]:
    stack = [one for one in element.content if isinstance(one, Element)]
    while stack:
        one = stack.pop()
        yield one
        stack += [child for child in one.content if isinstance(child, Element)]


def _foreign(source: str, left: Sequence[tuple[Element, str]]) -> Iterator[Doubt]:
    for element, reason in left:
        span = _inner(element, source)
        if any(map(str.isalnum, written(element, source))):
            yield Doubt("foreign", Part.cut(source, span), f"{_SAYS[reason]}; left out of the text", f"akn:{reason}")


def _inner(element: Element, source: str) -> Span:
    """What stands in an element from its first to its last character that is no blank; empty at its head if nothing."""
    texts = [text.span for text in texts_in(element) if text.span.of(source).strip()]
    if not texts:
        return Span(element.inner, element.inner)
    first, last = texts[0].of(source), texts[-1].of(source)
    start = texts[0].start + len(first) - len(first.lstrip())
    return Span(start, texts[-1].start + len(last.rstrip()))


def _said(elements: Sequence[Element], source: str) -> Iterator[Said]:
    """Title, day of adoption, body, language; in order of kind."""
    every: list[tuple[SaidKind, str, Span]] = []
    for element in elements:
        refers = attribute(element, "refersTo", source)
        if element.name == "docTitle" and refers == "#resolutionTitle":
            every.append(("title", written(element, source), _inner(element, source)))
        elif element.name == "FRBRdate" and attribute(element, "name", source) == "adoption":
            every.append(("date", attribute(element, "date", source), element.attributes["date"]))
        elif element.name == "docAuthority" and refers == "#issuingBody":
            every.append(("source", written(element, source), _inner(element, source)))
        elif element.name == "FRBRlanguage" and "language" in element.attributes:
            code = attribute(element, "language", source)
            every.append(("language", LANGUAGES.get(code, code), element.attributes["language"]))
    for kind in ("title", "date", "source", "language"):
        first = next((one for one in every if one[0] == kind and one[1]), None)
        if first is not None:
            yield Said(first[0], first[1], Part.cut(source, first[2]), f"akn:{kind}")


def _records(elements: Sequence[Element], source: str) -> Iterator[Record]:
    for element in elements:
        if element.name == "docNumber" and attribute(element, "refersTo", source) == "#symbol":
            yield Record("symbol", (), written(element, source), Part.cut(source, _inner(element, source)))
        elif element.name == "keyword" and "value" in element.attributes:
            part = Part.cut(source, element.attributes["value"])
            yield Record(
                "subject", (), attribute(element, "showAs", source) or attribute(element, "value", source), part
            )
        elif element.name == "step" and "by" in element.attributes:
            yield from _sponsors(element, source)
        elif element.name == "count":
            yield from _votes(element, source)
        elif element.name == "a" and "href" in element.attributes:
            href = attribute(element, "href", source)
            if _within(element, {"preamble", "mainBody"}):
                yield Record("citation", (), symbol_in(href) or href, Part.cut(source, _inner(element, source)))
        elif element.name == "p" and _within(element, {"preamble", "mainBody"}):
            yield from _stance(element, source)


def _within(element: Element, names: set[str]) -> bool:
    return any(one.name in names for one in ancestors(element))


def _sponsors(step: Element, source: str) -> Iterator[Record]:
    outcome = attribute(step, "outcome", source)
    if not outcome.startswith("draftResolution"):
        return
    span = step.attributes["by"]
    at = span.start
    for name in names_in(attribute(step, "by", source)):
        start = source.find(name, at, span.end)
        if start >= 0:  # else a reference stands in the name
            at = start + len(name)
        part = Part.cut(source, Span(start, at) if start >= 0 else span)
        value = "sponsor" if outcome == "draftResolution" else "additional sponsor"
        yield Record("sponsor", _who(name), value, part)


def _votes(count: Element, source: str) -> Iterator[Record]:
    side = attribute(count, "refersTo", source).lstrip("#")
    for element in _inside(count):
        if element.name == "organization":
            name = written(element, source)
            yield Record("vote", _who(name), _SIDES.get(side, side), Part.cut(source, _inner(element, source)))


def _stance(block: Element, source: str) -> Iterator[Record]:
    """The first words set apart by type at the head of a paragraph."""
    if any(one.name in {"authorialNote", "formula"} for one in ancestors(block)):
        return
    lead = ""
    for text, apart in _leaves(block, source):
        if apart and text.span.of(source).strip():
            span = _trimmed(text.span, source)
            if len(lead.strip()) <= LEAD:
                yield Record("stance", (), " ".join(span.of(source).split()), Part.cut(source, span))
            return
        lead += text.span.of(source)


def _leaves(block: Element, source: str) -> Iterator[tuple[Text, bool]]:
    """The texts of a paragraph, and whether each is set apart by type; notes left out."""
    stack: list[tuple[Element | Text, bool]] = [(block, False)]
    while stack:
        one, apart = stack.pop()
        if isinstance(one, Text):
            yield one, apart
        elif one.name != "authorialNote":
            bold = apart or one.name in {"b", "i"} or _BOLD.search(attribute(one, "class", source)) is not None
            stack += [(child, bold) for child in reversed(one.content)]


def _trimmed(span: Span, source: str) -> Span:
    text = span.of(source)
    return Span(span.start + len(text) - len(text.lstrip()), span.start + len(text.rstrip()))


def _who(name: str) -> tuple[str, ...]:
    code = _codes().get(_key(name)) or _codes().get(_key(name.partition("(")[0]))
    return (code,) if code else ()


def _key(name: str) -> str:
    plain = "".join(one for one in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(one))
    words = re.findall(r"[a-z]+", plain.replace("&", " and ").replace("’", "").replace("'", ""))
    return " ".join("saint" if word == "st" else word for word in words if word != "the")


@cache
def _codes() -> Mapping[str, str]:
    """ISO alpha-3 codes by every English name of a state: the registry's, and those of the United Nations."""
    states = [
        (name.text, row.slug) for name, row in load().names("en") if row.kind == "state" and name.form != "abbreviation"
    ]
    found = {_key(name): slug.upper() for name, slug in states}
    found |= {_key(name): slug.upper() for name, slug in table("un_names")["names"].items()}
    brackets = {_key(name.partition("(")[0]): slug.upper() for name, slug in states if "(" in name}
    return brackets | found
