"""Pages to a Copy: the characters in reading order, and the running text made of them.

Takes       sheets, and the bytes they were read from.
Gives       a Copy whose decoded characters are those of the pages in reading order, a line for each line, an empty
            line before each page but the first; in its text lines are joined and what is no text is left out, each
            stretch with a doubt.
Method      lines, matter, order, joints (the modules of those names); every change is an edit with its span.
Leaves out  where the characters come from: a text layer (`pdf`) or a recogniser (`scan`).
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, pairwise

from actum.model.copy import Copy, Page
from actum.model.doubt import Doubt, DoubtKind
from actum.read.layout import Line, Matter, Sheet
from actum.read.layout_joints import joints, placed
from actum.read.layout_lines import fragments
from actum.read.layout_marks import Role, raised, role
from actum.read.layout_matter import note_marks, text_size, told
from actum.read.layout_order import Region, regions
from actum.read.layout_scores import box_of, confidences, unsure
from actum.read.layout_suspect import odd_letters, stray_numbers
from actum.read.layout_widths import widened
from actum.text.offsets import OffsetMap, edited
from actum.text.span import Part, Span
from actum.text.tables import entries

_NAMES: dict[Matter, str] = {
    "head": "a running head",
    "number": "a page number",
    "note": "a footnote",
    "reading": "a reading set above characters",
    "aslant": "words at another angle than the page",
}
_RAISED = "a raised number, left in the text: the mark of a note, or an exponent; compare the page"
Edit = tuple[Span, str]


@dataclass(slots=True)
class _Written:
    """The decoded characters as they grow, with the places of lines and pages in them."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    lines: list[tuple[Line, Span]] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    marks: dict[int, frozenset[str]] = field(default_factory=dict)

    def add(self, piece: str) -> Span:
        """Append characters; the span they stand at."""
        span = Span(self.length, self.length + len(piece))
        self.pieces.append(piece)
        self.length = span.end
        return span


def copy_of(sheets: Sequence[Sheet], *, data: bytes, place: str, form: str, encoding: str) -> Copy:
    """The Copy of some pages; its text is empty where no page holds any, which the caller says."""
    pages = told([_fragments(sheet) for sheet in sheets], [sheet.height_upright for sheet in sheets])
    written = _Written()
    for sheet, page in zip(sheets, pages, strict=True):
        _write(written, sheet, page)
    decoded = "".join(written.pieces)
    found = list(_marks(written))
    marks = [span for span, one in found if one == "mark"]
    text, offsets = edited(decoded, _edits(written, decoded, marks, text_size(pages)))
    doubts = [
        *_foreign(written, decoded),
        *(Doubt("foreign", Part.cut(decoded, span), "the mark of a footnote", "layout:note-mark") for span in marks),
        *(
            Doubt("suspect", Part.cut(decoded, span), _RAISED, "layout:raised")
            for span, one in found
            if one == "perhaps"
        ),
        *_troubles(sheets, written.pages),
        *unsure(written.lines, decoded),
        *_suspects(text, decoded, offsets),
    ]
    return Copy(
        sha256=hashlib.sha256(data).hexdigest(),
        places=(place,),
        format=form,
        encoding=encoding,
        decoded=decoded,
        text=text,
        offsets=offsets,
        doubts=tuple(sorted(doubts, key=lambda doubt: (doubt.part, doubt.kind, doubt.says))),
        pages=tuple(written.pages),
        confidence=tuple(confidences(written.lines)),
    )


def _troubles(sheets: Sequence[Sheet], pages: Sequence[Page]) -> Iterator[Doubt]:
    """A doubt for each page that was not read."""
    for sheet, page in zip(sheets, pages, strict=True):
        if sheet.says:
            yield Doubt("unread", Part(page.span.start, page.span.start, ""), sheet.says, "layout:page")


def _suspects(text: str, decoded: str, offsets: OffsetMap) -> Iterator[Doubt]:
    """A doubt for each place of the running text that the text itself speaks against."""
    for rule, says, find in (
        (
            "layout:stray-number",
            "a number within or behind a word; the mark of a note perhaps; compare the page",
            stray_numbers,
        ),
        ("layout:odd-letter", "letters of another script amid Chinese; the file may be damaged here", odd_letters),
    ):
        for span in find(text):
            yield Doubt("suspect", Part.cut(decoded, offsets.back(span)), says, rule)


def _fragments(sheet: Sheet) -> list[Line]:
    aslant = tuple(glyph for glyph in sheet.aslant if not glyph.text.isspace())
    return fragments(sheet.glyphs) + ([Line(aslant, matter="aslant")] if aslant else [])


def _write(written: _Written, sheet: Sheet, page: Sequence[Line]) -> None:
    """Put one page behind those before: what is above the text, the text, footnotes, what is below, the rest."""
    body = [line for line in page if line.matter == "body"]
    found = regions(body)
    top = min((line.top for line in body), default=0.0)
    edge = [line for line in page if line.matter in {"head", "number"}]
    order = [
        *(line for line in edge if line.top < top),
        *(line for region in found for line in region.lines),
        *(line for line in page if line.matter == "reading"),
        *(line for region in regions([line for line in page if line.matter == "note"]) for line in region.lines),
        *(line for line in edge if line.top >= top),
        *(line for line in page if line.matter == "aslant"),
    ]
    start = written.add("\n").start if written.pages else 0
    lines = []
    for line in order:
        lines.append((line, written.add(line.text)))
        written.add("\n")
    boxes = tuple(box_of(line, span, sheet) for line, span in lines)
    written.pages.append(Page(sheet.number, Span(start, written.length), sheet.width, sheet.height, boxes))
    written.lines += lines
    written.regions += found
    marks = note_marks(page)
    written.marks |= {span.start: marks for _, span in lines}


def _marks(written: _Written) -> Iterator[tuple[Span, Role]]:
    """Raised characters in the text that are the mark of a footnote, or may be one."""
    for line, span in written.lines:
        for one in raised(line) if line.matter == "body" else ():
            found = role(one, line, written.marks[span.start])
            if found != "none":
                yield Span(span.start + one.span.start, span.start + one.span.end), found


def _edits(written: _Written, decoded: str, marks: Sequence[Span], size: float) -> list[Edit]:
    """The edits that make the running text: in order, none touching another."""
    body = [span for line, span in written.lines if line.matter == "body"]
    if not body:
        return [(Span(0, len(decoded)), "")]
    between = joints(placed(written.regions, size))
    edits: list[Edit] = [(Span(0, body[0].start), ""), (Span(body[-1].end, len(decoded)), "")]
    for (one, other), joint in zip(pairwise(body), between, strict=True):
        parted = joint == "-"
        edits.append((Span(one.end - parted, other.start), "" if parted else joint))
    hidden = [*marks, *(span for span, _ in edits)]
    edits += [(mark, "") for mark in marks]
    wider = widened([(line, span) for line, span in written.lines if line.matter == "body"])
    for span in body:
        for at in range(span.start, span.end):
            new = wider.get(at, _spelled(decoded[at]))
            if new != decoded[at] and not any(span.start <= at < span.end for span in hidden):
                edits.append((Span(at, at + 1), new))
    return sorted((edit for edit in edits if edit[0]), key=lambda edit: edit[0])


@cache
def _spelled(character: str) -> str:
    """The character that a radical stands for, the letters of a ligature; any other as it is."""
    if "\u2f00" <= character <= "\u2fdf" or "\ufb00" <= character <= "\ufb06":
        return unicodedata.normalize("NFKC", character)
    return _radicals().get(character, character) if "\u2e80" <= character <= "\u2eff" else character


@cache
def _radicals() -> dict[str, str]:
    return {pair[1]: pair[0] for pair in entries("radicals")}


def _foreign(written: _Written, decoded: str) -> Iterator[Doubt]:
    """A doubt for each run of lines that are no text: footnotes by themselves, heads and numbers of a page's turn."""
    for sort, run in groupby(written.lines, key=lambda one: _sort(one[0])):
        if sort == "body":
            continue
        lines = list(run)
        names = list(dict.fromkeys(_NAMES[line.matter] for line, _ in lines))
        span = Span(lines[0][1].start, lines[-1][1].end)
        says = f"{', '.join(names)}; kept out of the running text"
        kind: DoubtKind = "residue" if sort == "reading" else "foreign"
        yield Doubt(kind, Part.cut(decoded, span), says, f"layout:{sort}")


def _sort(line: Line) -> str:
    return "page-edge" if line.matter in {"head", "number"} else line.matter
