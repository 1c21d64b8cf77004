"""Divide an established text into sections, paragraphs, list items, sentences and clauses.

Takes       an established text, one paragraph a line, and its language.
Gives       Divisions in order of the text, parents before children. An id is a path of places among siblings:
            `h1` a title, `s5` a section, `s5.h` its heading, `s5.p03` a paragraph (counted within its section),
            `s5.p03.i2` a list item, `.s1` a sentence, `.c2` a clause; `s5-2` is a section within section 5.
            An item's parent is the paragraph that leads to it and ends before it.
Method      see `lines` and `sentences`; a block that is clearly in another language has its sentences told by that
            language's marks. A section reaches from its heading to the next one of its level or higher.
Leaves out  the document itself: it is the whole text and needs no division.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from actum.divide.layout import Layout, layout
from actum.divide.lines import Block, blocks
from actum.divide.sentences import clauses, sentences
from actum.language.tell import told_language
from actum.model.division import Division, DivisionKind
from actum.text.span import Part, Span


def divide(text: str, *, language: str) -> tuple[Division, ...]:
    """The divisions of a text in its order, parents before children; none for a blank text.

    Each paragraph, item, heading and sentence whose words stood before in the text, white space aside, names the
    first of its like in `repeats`. Raises DataFault where the language has no layout data.
    """
    writer = _Writer(text, layout(language), language)
    for block in blocks(text, writer.layout):
        writer.add(block)
    writer.close_sections(0)
    return tuple(writer.made)


@dataclass(slots=True)
class _Open:
    """A section whose end is not known yet; `at` is its place among the divisions made."""

    id: str
    level: int
    at: int
    start: int
    sections: int = 0
    paragraphs: int = 0


@dataclass(slots=True)
class _Writer:
    text: str
    layout: Layout
    language: str
    made: list[Division] = field(default_factory=list)
    open: list[_Open] = field(default_factory=lambda: [_Open("", -1, -1, 0)])
    titles: int = 0
    items: int = 0
    first: dict[tuple[DivisionKind, str], str] = field(default_factory=dict)
    end: int = 0

    def add(self, block: Block) -> None:
        """Place one block, with its sentences and clauses."""
        if block.kind == "heading":
            self.close_sections(block.level)
            self._open_section(block)
        name, kind, parent = self._place(block)
        self._put(name, kind, block.span, parent)
        self._put_sentences(name, block.span)
        self.end = block.span.end

    def close_sections(self, level: int) -> None:
        """Give every open section of this level or a lower one its end."""
        while len(self.open) > 1 and self.open[-1].level >= level:
            section = self.open.pop()
            part = Part.cut(self.text, Span(section.start, self.end))
            self.made[section.at] = replace(self.made[section.at], part=part)

    def _open_section(self, block: Block) -> None:
        around = self.open[-1]
        around.sections += 1
        name = f"{around.id}-{around.sections}" if around.id else f"s{around.sections}"
        self.open.append(_Open(name, block.level, len(self.made), block.span.start))
        self._put(name, "section", block.span, around.id or None)

    def _place(self, block: Block) -> tuple[str, DivisionKind, str | None]:
        section = self.open[-1]
        path = f"{section.id}." if section.id else ""
        parent = section.id or None
        if block.kind == "title":
            self.titles += 1
            return f"h{self.titles}", "heading", None
        if block.kind == "heading":
            return f"{path}h", "heading", parent
        if block.kind == "item":
            self.items += 1
            paragraph = f"{path}p{section.paragraphs:02d}"
            return f"{paragraph}.i{self.items}", "item", paragraph
        section.paragraphs += 1
        self.items = 0
        return f"{path}p{section.paragraphs:02d}", "paragraph", parent

    def _put_sentences(self, parent: str, block: Span) -> None:
        other = self._other_language(block)
        marks = layout(other) if other else self.layout
        for n, sentence in enumerate(sentences(self.text, block, marks), 1):
            name = f"{parent}.s{n}"
            self._put(name, "sentence", sentence, parent)
            for m, clause in enumerate(clauses(self.text, sentence, marks), 1):
                part = Part.cut(self.text, clause)
                self.made.append(Division(f"{name}.c{m}", "clause", part, name, language=other))

    def _other_language(self, span: Span) -> str:
        """The language of a stretch where it is clearly another than the text's; else empty."""
        told = told_language(span.of(self.text))
        return told if told != self.language else ""

    def _put(self, name: str, kind: DivisionKind, span: Span, parent: str | None) -> None:
        part = Part.cut(self.text, span)
        key = (kind, "".join(part.text.split()))
        earlier = self.first.setdefault(key, name) if kind != "section" else name
        other = "" if kind == "section" else self._other_language(span)
        self.made.append(Division(name, kind, part, parent, None if earlier == name else earlier, other))
