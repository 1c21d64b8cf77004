"""Akoma Ntoso as the United Nations publishes it, read for its text and its mark-up.

Takes       the bytes of one file: a resolution, decision or statement in Akoma Ntoso 3.0.
Gives       an AknDocument: title, symbol, dates, paragraphs with their stance words, citations, sponsors, votes.
Method      each `p` of the preamble and the main body that is no note is a paragraph, its white space drawn together,
            its notes apart. The stance word is the first words set apart by type at its head. Entities, document
            types and the network stay shut.
Leaves out  tables, annexes and pictures; what the mark-up does not say is empty, and no reason to refuse a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from actum.errors import CopyUnread
from actum.registry.load import load
from actum.text.span import Part, Span

ParagraphKind = Literal["formula", "preamble", "operative"]
# The languages that the files name by three letters (ISO 639-3).
LANGUAGES = {"zho": "zh", "eng": "en", "rus": "ru", "fra": "fr", "spa": "es", "ara": "ar"}
# How far into a paragraph its stance words begin at the latest (characters): the longest lead in the shared
# resolutions, 在这方面, has 4, 2026-11-25.
LEAD = 30
_SET_APART = re.compile(r"\b(?:bold|italic)\b")
_SYMBOL = re.compile(r"(?:undocs|docs\.un)\.org/(?:[a-z]{2}/)?(.+)$")
_BESIDE_UNSPACED = re.compile(r" (?=[^\x00-\x7f])|(?<=[^\x00-\x7f]) ")
_SPACED = frozenset({"en", "ru", "fr", "es", "ar", ""})
Element = etree._Element  # noqa: SLF001 - lxml gives its element type no other name


@dataclass(frozen=True, slots=True)
class Citation:
    """A link to a document: what is written, where it leads, the symbol that the address holds (A/RES/69/32).

    `part` counts in the text of its paragraph; None where the link stands in a note.
    """

    written: str
    href: str
    symbol: str
    part: Part | None


@dataclass(frozen=True, slots=True)
class AknParagraph:
    """One paragraph; `number` as written without its stop, empty where there is none.

    `stance` is the stance word, its place counted in `text`; None where the mark-up sets none apart. `notes` are the
    notes at its foot in order, which are not in `text`.
    """

    kind: ParagraphKind
    number: str
    text: str
    stance: Part | None
    citations: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """One side of a vote, as the file names it (inFavour, against, abstaining), and who voted so."""

    side: str
    count: int
    voters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AknDocument:
    """A document; `language` is a two-letter code where it has one, `adopted` an ISO date; unknown fields are empty."""

    language: str
    symbol: str
    title: str
    adopted: str
    outcome: str
    paragraphs: tuple[AknParagraph, ...]
    sponsors: tuple[str, ...]
    votes: tuple[Vote, ...]


def read_akn(data: bytes, *, place: str = "file") -> AknDocument:
    """The document that the bytes of an Akoma Ntoso file bear.

    Raises CopyUnread, in one line that names `place`, where the bytes are no XML, declare a document type, or hold no
    Akoma Ntoso.
    """
    root = check_akn(data, place)
    language = _attribute(root, ".//{*}FRBRlanguage", "language")
    language = LANGUAGES.get(language, language)
    return AknDocument(
        language=language,
        symbol=_marked(root, "docNumber", "#symbol"),
        title=_marked(root, "docTitle", "#resolutionTitle"),
        adopted=_adopted(root),
        outcome=_attribute(root, ".//{*}voting", "outcome"),
        paragraphs=tuple(_paragraphs(root, language)),
        sponsors=_sponsors(root),
        votes=tuple(_votes(root)),
    )


def check_akn(data: bytes, place: str) -> Element:
    """The root of an Akoma Ntoso file. Raises CopyUnread, in one line that names `place`, for anything else."""
    root = _root(data, place)
    if etree.QName(root).localname != "akomaNtoso":
        raise CopyUnread(
            f"{place}: the root is <{etree.QName(root).localname}>, not <akomaNtoso>; only Akoma Ntoso is read here. "
            "Save the text of the file and add that."
        )
    return root


def _root(data: bytes, place: str) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        says = " ".join(str(error).split())
        raise CopyUnread(f"{place}: this is no XML ({says}). Check where the file came from.") from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise CopyUnread(f"{place}: the file declares a document type, which is not read. Take the declaration out.")
    return root


def _attribute(root: Element, path: str, name: str) -> str:
    found = root.find(path)
    return found.get(name, "") if found is not None else ""


def _joined(text: str) -> str:
    return " ".join(text.split())


def _text(element: Element) -> str:
    return "".join(piece for piece in element.itertext() if isinstance(piece, str))


def _marked(root: Element, tag: str, refers: str) -> str:
    """The text of the first element of a tag that refers to a concept; else empty."""
    found = (element for element in root.iter(f"{{*}}{tag}") if element.get("refersTo") == refers)
    return next((_joined(_text(element)) for element in found), "")


def _adopted(root: Element) -> str:
    dates = root.iter("{*}FRBRdate")
    written = next((date.get("date", "") for date in dates if date.get("name") == "adoption"), "")
    if written:
        return written
    marked = (date.get("date", "") for date in root.iter("{*}docDate") if date.get("refersTo") == "#adoptionDate")
    return next(marked, "")


def _paragraphs(root: Element, language: str) -> Iterator[AknParagraph]:
    kinds: tuple[tuple[str, ParagraphKind], ...] = (("preamble", "preamble"), ("mainBody", "operative"))
    for tag, kind in kinds:
        for part in root.iter(f"{{*}}{tag}"):
            numbered: set[Element] = set()
            for block in part.iter("{*}p"):
                if _within(block, "authorialNote") is None:
                    yield from _paragraph(block, kind, language=language, numbered=numbered)


def _paragraph(block: Element, kind: ParagraphKind, *, language: str, numbered: set[Element]) -> Iterator[AknParagraph]:
    """The paragraph of one `p`; none where it holds no text. A number belongs to the first `p` behind it."""
    written = _Written(spaced=language in _SPACED)
    written.take(block)
    if not written.text.strip():
        return
    text, pieces = written.text.rstrip(), written
    formula = _within(block, "formula") is not None
    number = "" if formula else _number(block, numbered)
    yield AknParagraph(
        "formula" if formula else kind,
        number,
        text,
        None if formula else _stance(text, pieces.apart),
        tuple(_citation(text, link, span) for link, span in pieces.links),
        tuple(pieces.notes),
    )


@dataclass(slots=True)
class _Written:
    """A paragraph's text as it is drawn together, with the places of what is set apart and of links."""

    spaced: bool
    text: str = ""
    apart: list[Span] = field(default_factory=list)
    links: list[tuple[Element, Span | None]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self, element: Element) -> None:
        """Add what an element holds."""
        self._add(element.text)
        for child in element:
            if etree.QName(child).localname == "authorialNote":
                note = _Written(self.spaced)
                note.take(child)
                self.notes.append(note.text.rstrip())
                self.links += [(link, None) for link in child.iter("{*}a")]
            else:
                self._take_child(child)
            self._add(child.tail)

    def _take_child(self, child: Element) -> None:
        before = len(self.text)
        self.take(child)
        span = self._span(before)
        if etree.QName(child).localname == "a":
            self.links.append((child, span))
        elif span and _SET_APART.search(child.get("class", "")):
            self.apart.append(span)

    def _span(self, start: int) -> Span:
        """What was added from `start` on, without white space at its edges."""
        added = self.text[start:]
        lead = len(added) - len(added.lstrip())
        return Span(start + lead, start + max(lead, len(added.rstrip())))

    def _add(self, piece: str | None) -> None:
        """Add running text, white space as one space; none at the head, and none beside an unspaced script."""
        if not piece:
            return
        drawn = re.sub(r"\s+", " ", piece)
        if not self.spaced:
            drawn = _BESIDE_UNSPACED.sub("", drawn)
        if not self.text or self.text.endswith(" ") or not (self.spaced or self.text[-1].isascii()):
            drawn = drawn.lstrip()
        self.text += drawn


def _stance(text: str, apart: Sequence[Span]) -> Part | None:
    first = next(iter(apart), None)
    return Part.cut(text, first) if first is not None and first.start <= LEAD else None


def _citation(text: str, link: Element, span: Span | None) -> Citation:
    href = link.get("href", "")
    part = Part.cut(text, span) if span else None
    return Citation(_joined(_text(link)), href, symbol_in(href), part)


def symbol_in(href: str) -> str:
    """The symbol of a document that an address of the United Nations holds; empty where it holds none."""
    found = _SYMBOL.search(href)
    return found.group(1) if found else ""


def _within(element: Element, tag: str) -> Element | None:
    return next(element.iterancestors(f"{{*}}{tag}"), None)


def _number(block: Element, numbered: set[Element]) -> str:
    """The number that stands before a `p` in the element that holds it; empty behind the first `p` there."""
    for holder in block.iterancestors():
        number = holder.find("{*}num")
        if number is not None:
            if number in numbered:
                return ""
            numbered.add(number)
            return _joined(_text(number)).rstrip(".")
        if etree.QName(holder).localname in {"mainBody", "preamble"}:
            break
    return ""


def _sponsors(root: Element) -> tuple[str, ...]:
    """Who laid the draft before the body and who joined, in the order of the file, as named there."""
    steps = (step for step in root.iter("{*}step") if step.get("outcome", "").startswith("draftResolution"))
    return tuple(name for step in steps for name in names_in(step.get("by", "")))


def names_in(written: str) -> Iterator[str]:
    """The names of a list `A, B and C`; a state with an `and` in its name stays whole."""
    for known, _ in load().names("en"):
        name = known.text.replace(" & ", " and ")
        if " and " in name:
            written = written.replace(name, name.replace(" and ", "\0"))
    *names, last = written.split(", ")
    for listed in (*names, *last.split(" and ")):
        if listed.strip():
            yield listed.strip().replace("\0", " and ")


def _votes(root: Element) -> Iterator[Vote]:
    for count in root.iter("{*}count"):
        voters = tuple(_joined(_text(voter)) for voter in count.iter("{*}organization"))
        value = count.get("value", "")
        yield Vote(count.get("refersTo", ""), int(value) if value.isdecimal() else len(voters), voters)
