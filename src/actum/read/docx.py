"""DOCX to a Copy: paragraphs, tables, the numbers of lists, both states of tracked changes.

Takes       the bytes of a Word document and what is known of its place, with the state in which it is asked for.
Gives       a Copy; footnotes, running heads and comments stand behind the text, as foreign matter.
Method      a walk over `document.xml` (ECMA-376, part 1, chapter 17); numbers by `docx_numbers`.
Leaves out  pictures, formulas, the results of fields that are to be made anew when the document is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from actum.model.copy import Copy, Found
from actum.read.docx_numbers import Numbers
from actum.read.docx_zip import Element, Package, local
from actum.read.layout_flow import Flow, Sort

_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "ptab": "\t"}
_CHANGES: dict[str, Sort] = {"ins": "inserted", "moveTo": "inserted", "del": "deleted", "moveFrom": "deleted"}
_THROUGH = frozenset(
    "hyperlink smartTag sdt sdtContent fldSimple customXml ins del moveFrom moveTo r dir bdo".split()  # noqa: SIM905
)
_BESIDE: tuple[tuple[str, Sort], ...] = (
    ("footnotes", "note"), ("endnotes", "note"), ("header", "margin"), ("footer", "margin"), ("comments", "comment"),
)  # fmt: skip


def is_docx(data: bytes, _suffix: str = "") -> bool:
    """Whether bytes are a Word document: an archive that has the part with its text."""
    return data.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in data and b"word/document" in data


def read_docx(data: bytes, found: Found) -> Copy:
    """The Copy of a Word document. Raises CopyUnread where it is broken, locked, or holds no text."""
    package = Package(data, place=found.place, form="a DOCX")
    root = package.root(_main_part(package))
    if root is None:
        raise package.broken("it has no part with its text")
    flow = Flow()
    walk = _Walk(flow, Numbers(package.root("word/numbering.xml"), package.root("word/styles.xml")))
    for body in root.iterchildren("{*}body"):
        walk.blocks(body, _State())
    for name in package.names:
        sort = _beside(name)
        part = package.root(name) if sort else None
        if sort and part is not None:
            _put_beside(flow, part, sort)
    return flow.copy(data, place=found.place, form="docx", encoding="utf-8", tracked=found.tracked)


def _main_part(package: Package) -> str:
    """The name of the part that holds the text: what the archive's own list of parts says, else the usual one."""
    relations = package.root("_rels/.rels")
    for one in relations.iter("{*}Relationship") if relations is not None else ():
        if one.get("Type", "").endswith("/officeDocument"):
            return one.get("Target", "").lstrip("/")
    return "word/document.xml"


def _beside(name: str) -> Sort | None:
    folder, _, file = name.rpartition("/")
    stem = file.removesuffix(".xml").rstrip("0123456789")
    return next((sort for known, sort in _BESIDE if folder == "word" and stem == known and file.endswith(".xml")), None)


def _put_beside(flow: Flow, part: Element, sort: Sort) -> None:
    """Each note, comment, head of a part by itself, read after its changes."""
    whole = sort == "margin"
    for one in [part] if whole else list(part.iterchildren()):
        own = Flow()
        if one.get(_w(one, "type"), "normal") == "normal":
            _Walk(own, Numbers(None, None)).blocks(one, _State())
        flow.put_beside("".join(piece.text for piece in own.pieces if piece.sort != "deleted"), sort)


def _w(element: Element, name: str) -> str:
    """An attribute's name in the namespace of the element."""
    return f"{element.tag.rpartition('}')[0]}}}{name}" if str(element.tag).startswith("{") else name


@dataclass(frozen=True, slots=True)
class _State:
    """What holds where the walk stands: the sort of what is written there, and who changed it."""

    sort: Sort = "text"
    by: str = ""

    def changed(self, element: Element) -> _State:
        """The state within a change; what was put in and taken out again is taken out."""
        sort = _CHANGES.get(local(element))
        if sort is None or self.sort == "deleted":
            return self
        return _State(sort, _who(element))


def _who(element: Element) -> str:
    author, date = element.get(_w(element, "author"), ""), element.get(_w(element, "date"), "")[:10]
    return (f" of {author}" if author else "") + (f", {date}" if date else "")


@dataclass(slots=True)
class _Walk:
    """Writes what it passes into the flow; `boxes` are the texts of frames, which stand behind their paragraph."""

    flow: Flow
    numbers: Numbers
    boxes: list[Element] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)

    def blocks(self, holder: Element, state: _State) -> None:
        """The paragraphs and tables of a body, a cell, a note."""
        for block in holder.iterchildren():
            name = local(block)
            if name == "p":
                self._paragraph(block, state)
            elif name == "tbl":
                self._table(block, state)
            elif name in {"sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo"}:
                self.blocks(block, state.changed(block))
            elif name == "AlternateContent":
                self.blocks(next(iter(block.iterchildren()), block), state)

    def _paragraph(self, paragraph: Element, state: _State, end: str = "\n") -> None:
        number = self.numbers.next(paragraph)
        if number:
            self.flow.add(number, state.sort, state.by)
        for child in paragraph.iterchildren():
            self._inline(child, state)
        self.flow.add(end, *self._mark(paragraph, state))
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.blocks(box, state)

    def _mark(self, paragraph: Element, state: _State) -> tuple[Sort, str]:
        """The state of a paragraph's end: one that is taken out joins it with the next."""
        for mark in paragraph.iterfind("{*}pPr/{*}rPr/*"):
            changed = state.changed(mark)
            if changed != state:
                return changed.sort, changed.by
        return state.sort, state.by

    def _inline(self, element: Element, state: _State) -> None:
        name = local(element)
        if name == "r":
            self._run(element, state)
        elif name in _THROUGH:
            for child in element.iterchildren():
                self._inline(child, state.changed(element))

    def _run(self, run: Element, state: _State) -> None:
        if state.sort == "text" and _is_hidden(run):
            state = replace(state, sort="hidden")
        for child in run.iterchildren():
            name = local(child)
            if name == "fldChar":
                self._field(child.get(_w(child, "fldCharType"), ""))
            elif name in {"t", "delText"}:
                self.flow.add(child.text or "", state.sort, state.by)
            elif name in _MARKS:
                self.flow.add(_MARKS[name], state.sort, state.by)
            elif name == "sym":
                self.flow.add(_symbol(child), state.sort, state.by)
            else:
                self.boxes += _boxes(child)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(True)
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _table(self, table: Element, state: _State) -> None:
        for row in _rows(table):
            changes = [mark for mark in row.iterfind("{*}trPr/*") if local(mark) in _CHANGES]
            own = state.changed(changes[0]) if changes else state
            cells = [cell for cell in row.iter("{*}tc") if next(cell.iterancestors("{*}tr"), None) is row]
            plain = all(len(list(cell.iterchildren("{*}p"))) == 1 and cell.find("{*}tbl") is None for cell in cells)
            for k, cell in enumerate(cells):
                if plain and len(cells) > 1:
                    last = k == len(cells) - 1
                    self._paragraph(next(cell.iterchildren("{*}p")), own, end="\n" if last else "\t")
                else:
                    self.blocks(cell, own)


def _rows(table: Element) -> Iterator[Element]:
    return (row for row in table.iter("{*}tr") if next(row.iterancestors("{*}tbl"), None) is table)


def _boxes(element: Element) -> list[Element]:
    """The texts of frames within a run, outermost only; of an alternative only its first form."""
    if local(element) == "txbxContent":
        return [element]
    children = list(element.iterchildren())
    if local(element) == "AlternateContent":
        children = children[:1]
    return [box for child in children for box in _boxes(child)]


def _is_hidden(run: Element) -> bool:
    mark = run.find("{*}rPr/{*}vanish")
    return mark is not None and mark.get(_w(mark, "val"), "1") not in {"0", "false", "off"}


def _symbol(element: Element) -> str:
    """A character of a symbol font: as it is where it has a code of its own, U+FFFD where only the font knows."""
    try:
        code = int(element.get(_w(element, "char"), ""), 16)
    except ValueError:
        return "\ufffd"
    return chr(code) if 0x20 <= code < 0xD800 else "\ufffd"
