"""A redline as a Word document with tracked changes.

Takes       a Redline.
Gives       the bytes of a DOCX file: accepting all changes leaves the later text, rejecting all the earlier one.
Method      `w:ins`, `w:del`, `w:moveFrom` and `w:moveTo` (ECMA-376 part 1, 17.13.5), paragraph ends included; a word
            that a moved sentence lost is a deletion where the sentence stood, one that it gained an insertion where it
            went. Labelled changes, and what cannot be known, are comments. Both works are named in the page's header,
            so that the body is the text and nothing else.
Leaves out  unless it is asked for (`spelling`) how the earlier text spells what both have: rejecting all leaves that in
            the later text's script, width and spacing, for a difference of these is no change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from actum.export.captions import UNKNOWN, cut, dated, said, shown
from actum.export.docx_package import (
    R,
    content_types,
    core_properties,
    document_relations,
    element,
    package,
    package_relations,
    relation_id,
    serialised,
    settings,
    styles,
    w,
)  # fmt: skip
from actum.export.marked import IN_EARLIER, IN_LATER, Paragraph, Redline, Run

AUTHOR = "Actum"
QUOTED = 40
"""Characters of a counterpart that a comment quotes, enough to search for, 2026-11-26."""
_NO_DAY = "1980-01-01"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TAG = {"inserted": "ins", "deleted": "del", "moved_from": "moveFrom", "moved_to": "moveTo"}


def redline_docx(redline: Redline, *, spelling: bool = False) -> bytes:
    """The file. Changes bear the day of the later text, or 1980-01-01 where it tells none: the clock is not asked.

    With `spelling` differences of script, width and spacing are tracked too, so that rejecting all leaves the earlier
    text to the letter.
    """
    writer = _Writer(redline, spelling=spelling)
    body = writer.body()
    title = f"Redline: {dated(redline.earlier)} → {dated(redline.later)}"
    return package(
        {
            "[Content_Types].xml": content_types(),
            "_rels/.rels": package_relations(),
            "docProps/core.xml": core_properties(title, author=AUTHOR, date=writer.date),
            "word/document.xml": serialised(element("document", body)),
            "word/_rels/document.xml.rels": document_relations(),
            "word/styles.xml": styles(redline.later.language),
            "word/settings.xml": settings(),
            "word/comments.xml": serialised(element("comments", *writer.comments)),
            "word/header.xml": serialised(_header(redline)),
            "word/footer.xml": serialised(_footer()),
        }
    )


class _Writer:
    """Writes the body, numbering changes and comments as it goes."""

    def __init__(self, redline: Redline, *, spelling: bool) -> None:
        self.redline, self.spelling = redline, spelling
        day = redline.later.date if _DAY.fullmatch(redline.later.date) else _NO_DAY
        self.date = f"{day}T00:00:00Z"
        self.comments: list[etree._Element] = []
        self.number = 0
        self.open_move: tuple[str, int, int] | None = None

    def body(self) -> etree._Element:
        """All paragraphs, then the page they stand on."""
        return element("body", *(self._paragraph(one) for one in self.redline.paragraphs), _page())

    def _paragraph(self, paragraph: Paragraph) -> etree._Element:
        properties = element("pPr")
        if paragraph.heading:
            properties.append(element("pStyle", val="Heading1"))
        if paragraph.mark != "kept":
            properties.append(element("rPr", self._tracked(_TAG[paragraph.mark])))
        made = element("p", properties)
        runs = [run for run in paragraph.runs if run.kind != "echo"]
        for n, run in enumerate(runs):
            made.extend(self._moving(run, runs[n - 1] if n else None, runs[n + 1] if n + 1 < len(runs) else None))
        return made

    def _moving(self, run: Run, before: Run | None, behind: Run | None) -> Iterator[etree._Element]:
        """A run, between the bounds of its move where it begins or ends one in this paragraph."""
        if not run.move:
            yield from self._commented(run)
            return
        side = "moveFrom" if run.later is None else "moveTo"
        if not (before and before.move == run.move):
            start = self._tracked(f"{side}RangeStart")
            start.set(w("name"), f"move{run.move}")
            self.open_move = (side, run.move, self.number)
            yield start
        yield from self._commented(run)
        if not (behind and behind.move == run.move) and self.open_move:
            yield element(f"{side}RangeEnd", id=self.open_move[2])

    def _commented(self, run: Run) -> Iterator[etree._Element]:
        says = [said(self.redline.labels[n - 1]) for n in run.labels]
        if run.open and not run.move:
            says.append(UNKNOWN[run.later is None])
        if run.apart:
            says.append(self._counterpart(run))
        first = len(self.comments)
        self.comments += [self._comment(first + n, words) for n, words in enumerate(says)]
        numbers = range(first, len(self.comments))
        yield from (element("commentRangeStart", id=n) for n in numbers)
        if self.spelling and run.kind == "kept" and run.text != run.was:
            yield self._changed(replace(run, kind="deleted", text=run.was))
            yield self._changed(replace(run, kind="inserted"))
        else:
            yield self._changed(run)
        for n in numbers:
            yield element("commentRangeEnd", id=n)
            yield element("r", element("commentReference", id=n))

    def _counterpart(self, run: Run) -> str:
        """What became of a sentence that is told for itself, and how the other text has it."""
        which = "later" if run.later is None else "earlier"
        words = "".join(
            one.text if which == "later" else one.was
            for paragraph in self.redline.paragraphs
            for one in paragraph.runs
            if one.row == run.row and one.kind in (IN_LATER if which == "later" else IN_EARLIER)
        )
        cut_off = f"{words[:QUOTED]}…" if len(words) > QUOTED else words
        return f"{run.relation}: the {which} text has “{shown(cut_off)}”"

    def _changed(self, run: Run) -> etree._Element:
        """The run's characters, in the element that tracks what became of them."""
        written = element("r", *_written(shown(run.text), "delText" if run.kind == "deleted" else "t"))
        if run.kind == "kept":
            return written
        tracked = self._tracked(_TAG[run.kind])
        tracked.append(written)
        return tracked

    def _tracked(self, name: str) -> etree._Element:
        self.number += 1
        return element(name, id=self.number, author=AUTHOR, date=self.date)

    def _comment(self, number: int, words: str) -> etree._Element:
        text = element("r", *_written(words, "t"))
        paragraph = element("p", element("pPr", element("pStyle", val="CommentText")), text)
        return element("comment", paragraph, id=number, author=AUTHOR, date=self.date, initials="A")


def _written(text: str, name: str) -> Iterator[etree._Element]:
    """Text elements with tabs between."""
    for n, piece in enumerate(text.split("\t")):
        if n:
            yield element("tab")
        if piece:
            yield element(name, text=piece, xml_space="preserve")


def _header(redline: Redline) -> etree._Element:
    lines = [f"Earlier: {dated(redline.earlier)}", f"Later: {dated(redline.later)}"]
    lines += [warning for head in (redline.earlier, redline.later) if (warning := cut(head))]
    return element("hdr", *(_small("Header", element("r", *_written(line, "t"))) for line in dict.fromkeys(lines)))


def _footer() -> etree._Element:
    page = element("fldSimple", element("r", element("t", text="1")), instr=" PAGE ")
    centred = element("pPr", element("pStyle", val="Footer"), element("jc", val="center"))
    return element("ftr", element("p", centred, page))


def _small(style: str, run: etree._Element) -> etree._Element:
    return element("p", element("pPr", element("pStyle", val=style)), run)


def _page() -> etree._Element:
    """A4 upright with header and footer."""
    references = [element(f"{name}Reference", type="default") for name in ("header", "footer")]
    for reference, name in zip(references, ("header", "footer"), strict=True):
        reference.set(f"{{{R}}}id", relation_id(name))
    size = element("pgSz", w=11906, h=16838)
    margins = element("pgMar", top=1701, right=1417, bottom=1417, left=1417, header=709, footer=709, gutter=0)
    return element("sectPr", *references, size, margins)
