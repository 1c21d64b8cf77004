"""ODT to a Copy: paragraphs, lists, tables, both states of tracked changes.

Takes       the bytes of an OpenDocument text and what is known of its place.
Gives       a Copy; notes, running heads and comments stand behind the text, as foreign matter.
Method      a walk over `content.xml` (OpenDocument 1.3, part 3); white space as the standard draws it together; text
            that the walk did not pass is a doubt with its words (`odt_net`).
Leaves out  pictures, formulas, numbers of lists but those that the file spells out or whose style counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from actum.model.copy import Copy, Found
from actum.read.docx_numbers import spelled
from actum.read.docx_zip import Element, Package, local
from actum.read.layout_flow import Flow, Sort
from actum.read.odt_net import DRAWN, missed, passed

_WHITE = re.compile(r"[ \t\r\n]+")
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CHINESE = "一"
_MOST_BLANKS = 1_000


def is_odt(data: bytes, _suffix: str = "") -> bool:
    """Whether bytes are an OpenDocument text: an archive whose first member says so, or that has its parts."""
    kind = b"mimetypeapplication/vnd.oasis.opendocument.text"
    return data.startswith(b"PK\x03\x04") and (kind in data[:200] or (b"content.xml" in data and b"META-INF/" in data))


def read_odt(data: bytes, found: Found) -> Copy:
    """The Copy of an OpenDocument text. Raises CopyUnread where it is broken, locked, or holds no text."""
    package = Package(data, place=found.place, form="an ODT")
    root = package.root("content.xml")
    if root is None:
        raise package.broken("it has no content.xml")
    flow = Flow()
    walk = _Walk(flow, _removed(root), _by_hand(root), _list_styles(root, package.root("styles.xml")))
    for text in root.iterfind("{*}body/{*}text"):
        walk.blocks(text)
    for note, sort in walk.beside:
        flow.put_beside(_plain(note), sort)
    for text in root.iterfind("{*}body/{*}text"):
        for words in missed(text):
            flow.put_beside(words, "unwalked")
    styles = package.root("styles.xml")
    for margin in styles.iter("{*}header", "{*}footer") if styles is not None else ():
        flow.put_beside(_plain(margin), "margin")
    return flow.copy(data, place=found.place, form="odt", encoding="utf-8", tracked=found.tracked)


def _plain(holder: Element) -> str:
    own = Flow()
    _Walk(own, {}, {}, {}).blocks(holder)
    return own.written


def _attribute(element: Element, name: str) -> str:
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def _removed(root: Element) -> dict[str, Element]:
    """What tracked changes took out, by the change's name."""
    found = {}
    for region in root.iter("{*}changed-region"):
        for deletion in region.iterchildren("{*}deletion"):
            found[_attribute(region, "id")] = deletion
    return found


def _by_hand(root: Element) -> dict[str, str]:
    """Who made each change and when, by the change's name."""
    found = {}
    for region in root.iter("{*}changed-region"):
        who = " ".join("".join(map(str, one.itertext())) for one in region.iter("{*}creator"))
        day = " ".join("".join(map(str, one.itertext()))[:10] for one in region.iter("{*}date"))
        found[_attribute(region, "id")] = (f" of {who}" if who else "") + (f", {day}" if day else "")
    return found


def _list_styles(*roots: Element | None) -> dict[str, list[Element]]:
    """The levels of each list style, outermost first; an automatic style goes before one of the same name."""
    found: dict[str, list[Element]] = {}
    for root in roots:
        for style in root.iter("{*}list-style") if root is not None else ():
            found.setdefault(_attribute(style, "name"), list(style.iterchildren()))
    return found


@dataclass(slots=True)
class _Walk:
    """Writes what it passes into the flow; `inserted` is by whom what follows was put in, None outside a change."""

    flow: Flow
    removed: dict[str, Element]
    by: dict[str, str]
    styles: dict[str, list[Element]]
    beside: list[tuple[Element, Sort]] = field(default_factory=list)
    frames: list[Element] = field(default_factory=list)
    inserted: str | None = None
    deleted: str | None = None
    sort: Sort | None = None

    def blocks(self, holder: Element) -> None:
        """The paragraphs, lists and tables of a body, a cell, a note."""
        for block in holder.iterchildren():
            name = local(block)
            if name in {"p", "h"}:
                self._paragraph(block)
            elif name == "list":
                self._list(block, _attribute(block, "style-name"), 0)
            elif name == "table":
                self._table(block)
            elif name in {"change", "change-start", "change-end"}:
                self._change(block)
            elif name == "annotation":
                self.beside.append((block, "comment"))
            elif name not in {"tracked-changes", "creator", "date"}:
                self.blocks(block)

    def _add(self, text: str) -> None:
        if self.sort is not None and self.deleted is None:
            self.flow.add(text, self.sort)
        elif self.deleted is not None:
            self.flow.add(text, "deleted", self.deleted)
        elif self.inserted is not None:
            self.flow.add(text, "inserted", self.inserted)
        else:
            self.flow.add(text)

    def _paragraph(self, paragraph: Element, end: str = "\n", number: str = "") -> None:
        self._add(number)
        self._inline(paragraph, [True])
        self._add(end)
        frames, self.frames = self.frames, []
        for frame in frames:
            self.blocks(frame)

    def _inline(self, element: Element, blank: list[bool]) -> None:
        """The text within an element; `blank` says whether what was written last is white, which swallows more."""
        passed(element, "text")
        self._text(element.text, blank)
        for child in element.iterchildren():
            self._child(child, blank)
            passed(child, "tail")
            self._text(child.tail, blank)

    def _text(self, text: str | None, blank: list[bool]) -> None:
        drawn = _WHITE.sub(" ", text or "")
        if blank[0]:
            drawn = drawn.lstrip(" ")
        if drawn:
            blank[0] = drawn.endswith(" ")
            self._add(drawn)

    def _child(self, child: Element, blank: list[bool]) -> None:
        name = local(child)
        if name in {"tab", "line-break", "s"}:
            count = _attribute(child, "c")
            blanks = min(int(count), _MOST_BLANKS) if count.isascii() and count.isdecimal() and len(count) < 9 else 1
            self._add({"tab": "\t", "line-break": "\n"}.get(name) or " " * blanks)
            blank[0] = False
        elif name == "note":
            self.beside += [(body, "note") for body in child.iterchildren("{*}note-body")]
        elif name == "annotation":
            self.beside.append((child, "comment"))
        elif name in {"change", "change-start", "change-end"}:
            self._change(child)
        elif str(child.tag).startswith(DRAWN):
            self.frames.append(child)
        elif name in {"ruby-text", "hidden-text"} and self.sort is None:
            hidden = name == "hidden-text" and _attribute(child, "is-hidden") != "false"
            self.sort = "reading" if name == "ruby-text" else "hidden" if hidden else None
            self._inline(child, blank)
            self.sort = None
        elif name == "note-citation":
            pass
        elif name not in {"annotation-end", "soft-page-break", "tracked-changes"}:
            self._inline(child, blank)

    def _change(self, mark: Element) -> None:
        key = _attribute(mark, "change-id")
        if local(mark) == "change-start":
            self.inserted = self.by.get(key, "")
        elif local(mark) == "change-end":
            self.inserted = None
        elif key in self.removed:
            self._taken_out(self.removed[key], self.by.get(key, ""))

    def _taken_out(self, deletion: Element, by: str) -> None:
        """What a change took out here: its first paragraph goes on with this one, and this one with its last."""
        outer, self.deleted = self.deleted, by
        paragraphs = list(deletion.iterchildren("{*}p", "{*}h"))
        for k, paragraph in enumerate(paragraphs):
            self._add("\n" if k else "")
            self._inline(paragraph, [False])
        self.deleted = outer

    def _list(self, holder: Element, style: str, depth: int) -> None:
        style = _attribute(holder, "style-name") or style
        count = 0
        for item in holder.iterchildren("{*}list-item", "{*}list-header"):
            count += local(item) == "list-item"
            first = local(item) == "list-item"
            for block in item.iterchildren():
                name = local(block)
                if name in {"p", "h"}:
                    self._paragraph(block, number=self._number(item, style, depth, count) if first else "")
                    first = False
                elif name == "list":
                    self._list(block, style, depth + 1)
                else:
                    self._child(block, [True])

    def _number(self, item: Element, style: str, depth: int, count: int) -> str:
        """The number before an item: as the file spells it out, else as its style counts; empty for bullets."""
        written = item.find("{*}number")
        if written is not None:
            return f"{''.join(map(str, written.itertext()))} "
        levels = self.styles.get(style, [])
        level = levels[depth] if depth < len(levels) else None
        form = _attribute(level, "num-format") if level is not None else ""
        if level is None or not form or local(level) != "list-level-style-number":
            return ""
        chinese = form.startswith(_CHINESE)
        number = spelled(count, "chineseCounting" if chinese else _FORMS.get(form, "decimal"))
        number = _attribute(level, "num-prefix") + number + _attribute(level, "num-suffix")
        return number if number[-1] >= "\u2e80" else f"{number} "

    def _table(self, table: Element) -> None:
        for row in _rows(table):
            cells = list(row.iterchildren("{*}table-cell"))
            plain = len(cells) > 1 and all([local(one) for one in cell.iterchildren()] in ([], ["p"]) for cell in cells)
            for k, cell in enumerate(cells):
                if not plain:
                    self.blocks(cell)
                    continue
                end = "\n" if k == len(cells) - 1 else "\t"
                paragraph = next(cell.iterchildren("{*}p"), None)
                if paragraph is None:
                    self._add(end)
                else:
                    self._paragraph(paragraph, end)


def _rows(table: Element) -> Sequence[Element]:
    return [row for row in table.iter("{*}table-row") if next(row.iterancestors("{*}table"), None) is table]
