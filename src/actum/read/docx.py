"""DOCX to a Copy: paragraphs, tables, the numbers of lists, both states of tracked changes.

Takes       the bytes of a Word document and what is known of its place, with the state in which it is asked for.
Gives       a Copy; footnotes, running heads and comments stand behind the text, as foreign matter.
Method      a walk over `document.xml` (ECMA-376, part 1, chapter 17); numbers by `docx_numbers`, fields without a
            result by `docx_fields`; every text node that the walk did not pass is a doubt with its text (`docx_net`).
Leaves out  pictures; of formulas all but their characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from actum.model.copy import Copy, Found
from actum.read.docx_chunk import chunk_text
from actum.read.docx_fields import Field, shown
from actum.read.docx_net import missed, passed, with_text, written
from actum.read.docx_numbers import Numbers
from actum.read.docx_zip import Element, Package, local
from actum.read.layout_flow import Flow, Sort

_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "ptab": "\t"}
_CHANGES: dict[str, Sort] = {"ins": "inserted", "moveTo": "inserted", "del": "deleted", "moveFrom": "deleted"}
_BLOCKS = frozenset("p tbl sdt sdtContent customXml ins del moveFrom moveTo AlternateContent altChunk".split())  # noqa: SIM905
_THROUGH = frozenset(
    "hyperlink smartTag sdt sdtContent fldSimple customXml ins del moveFrom moveTo r dir bdo".split()  # noqa: SIM905
)
_FRAMED = frozenset({"drawing", "pict", "object", "txbxContent"})
_DRAWN = ("word/diagrams/data", "word/charts/chart")
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
    walk = _Walk(flow, Numbers(package.root("word/numbering.xml"), package.root("word/styles.xml")), package)
    for body in root.iterchildren("{*}body"):
        walk.blocks(body, _State())
    for name in package.names:
        sort = _beside(name)
        part = package.root(name) if sort or name.startswith(_DRAWN) else None
        if part is not None:
            _put_beside(flow, part, sort)
    for text in missed(root):
        flow.put_beside(text, "unwalked")
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


def _put_beside(flow: Flow, part: Element, sort: Sort | None) -> None:
    """Each note, comment, head of a part by itself, read after its changes; what the walk does not pass behind them."""
    whole = sort == "margin"
    for one in [part] if whole else list(part.iterchildren()) if sort else []:
        own = Flow()
        _Walk(own, Numbers(None, None)).blocks(one, _State())
        text = "".join(piece.text for piece in own.pieces if piece.sort != "deleted")
        if one.get(_w(one, "type"), "normal") == "normal" or any(map(str.isalnum, text)):  # else a line between
            flow.put_beside(text, sort or "unwalked")
    for text in missed(part):
        flow.put_beside(text, "unwalked")


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

    @property
    def unknown(self) -> _State:
        """The state within what the reader does not know."""
        return replace(self, sort="unknown") if self.sort == "text" else self

    @property
    def formula(self) -> _State:
        """The state within a formula."""
        return replace(self, sort="formula") if self.sort == "text" else self


def _who(element: Element) -> str:
    author, date = element.get(_w(element, "author"), ""), element.get(_w(element, "date"), "")[:10]
    return (f" of {author}" if author else "") + (f", {date}" if date else "")


@dataclass(slots=True)
class _Walk:
    """Writes what it passes into the flow; `boxes` are the texts of frames, which stand behind their paragraph."""

    flow: Flow
    numbers: Numbers
    package: Package | None = None
    boxes: list[Element] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)

    def blocks(self, holder: Element, state: _State) -> None:
        """The paragraphs and tables of a body, a cell, a note; what is neither is read as far as it has any."""
        for block in holder.iterchildren():
            name = local(block)
            if name == "p":
                self._paragraph(block, state)
            elif name == "tbl":
                self._table(block, state)
            elif name == "AlternateContent":
                self.blocks(with_text(block), state)
            elif name == "altChunk":
                self._chunk(block, state)
            elif name in _BLOCKS or block.find(".//{*}p") is not None:
                self.blocks(block, state.changed(block) if name in _BLOCKS else state.unknown)

    def _chunk(self, mark: Element, state: _State) -> None:
        """Another file that the document takes in at this place, shown as if it were written here."""
        text = chunk_text(self.package, mark) if self.package else None
        if text is None:
            self.flow.put_beside("\ufffd", "unwalked")
        else:
            self.flow.add(text.rstrip("\n") + "\n", state.unknown.sort, state.by)

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
        if name == "AlternateContent":
            element = with_text(element)
        elif name in {"oMath", "oMathPara"}:
            state = state.formula
        elif name == "ruby":
            self._ruby(element, state)
            return
        elif name == "fldSimple" and not written(element):
            self._show(element.get(_w(element, "instr"), ""), state)
        if name == "r":
            self._run(element, state)
        elif name in _FRAMED:
            self.boxes += _boxes(element)
        elif name in {"t", "delText"}:
            self._write(element, state)
        elif not name.endswith("Pr"):
            known = name in _THROUGH or name == "AlternateContent" or state.sort == "formula"
            for child in element.iterchildren():
                self._inline(child, state.changed(element) if known else state.unknown)

    def _run(self, run: Element, state: _State) -> None:
        if state.sort == "text" and _is_set(run, "vanish"):
            state = replace(state, sort="hidden")
        elif state.sort == "text" and (_is_set(run, "strike") or _is_set(run, "dstrike")):
            state = replace(state, sort="struck")
        for child in run.iterchildren():
            name = local(child)
            if name == "fldChar":
                self._field(child.get(_w(child, "fldCharType"), ""), state)
            elif name == "instrText" and self.fields:
                self.fields[-1].code += child.text or ""
            elif name in _MARKS:
                self._add(_MARKS[name], state)
            elif name == "sym":
                self._add(_symbol(child), state)
            elif name == "AlternateContent":
                self._run(with_text(child), state)
            else:
                self._inline(child, state)

    def _write(self, node: Element, state: _State) -> None:
        passed(node)
        self._add(node.text or "", state)

    def _add(self, text: str, state: _State) -> None:
        for one in self.fields:
            one.result = one.result or bool(text.strip())
        self.flow.add(text, state.sort, state.by)

    def _ruby(self, ruby: Element, state: _State) -> None:
        """Characters with their reading above: the characters are text, the reading is beside it."""
        for part in ruby.iterchildren("{*}rubyBase", "{*}rt"):
            own = state if local(part) == "rubyBase" or state.sort != "text" else replace(state, sort="reading")
            for child in part.iterchildren():
                self._inline(child, own)

    def _field(self, kind: str, state: _State) -> None:
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            if not ended.result:
                self._show(ended.code, state)

    def _show(self, code: str, state: _State) -> None:
        for text, sort in shown(code):
            self.flow.add(text, sort if state.sort == "text" else state.sort, state.by)

    def _table(self, table: Element, state: _State) -> None:
        for row in _rows(table):
            changes = [mark for mark in row.iterfind("{*}trPr/*") if local(mark) in _CHANGES]
            own = state.changed(changes[0]) if changes else state
            cells = [cell for cell in row.iter("{*}tc") if next(cell.iterancestors("{*}tr"), None) is row]
            plain = all([local(one) for one in cell.iterchildren() if local(one) != "tcPr"] == ["p"] for cell in cells)
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
    children = list((with_text(element) if local(element) == "AlternateContent" else element).iterchildren())
    return [box for child in children for box in _boxes(child)]


def _is_set(run: Element, name: str) -> bool:
    """Whether a run has a property by its own mark; what its style says is not looked at."""
    mark = run.find(f"{{*}}rPr/{{*}}{name}")
    return mark is not None and mark.get(_w(mark, "val"), "1") not in {"0", "false", "off"}


def _symbol(element: Element) -> str:
    """A character of a symbol font: as it is where it has a code of its own, U+FFFD where only the font knows."""
    try:
        code = int(element.get(_w(element, "char"), ""), 16)
    except ValueError:
        return "\ufffd"
    return chr(code) if 0x20 <= code < 0xD800 else "\ufffd"
