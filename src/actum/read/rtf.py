"""RTF to a Copy: paragraphs, tables, the numbers of lists, both states of tracked changes.

Takes       the bytes of an RTF file and what is known of its place, with the state in which it is asked for.
Gives       a Copy; footnotes, running heads and comments stand behind the text, as foreign matter.
Method      control words are followed as Word writes them (Rich Text Format 1.9.1); characters by the code page of
            their font, those of several bytes gathered until they are whole; fields without a result by `docx_fields`;
            words in groups that the reader does not know are doubts (`rtf_net`).
Leaves out  pictures, formulas; who changed what, when the file numbers its authors only.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from actum.errors import CopyUnread
from actum.model.copy import Copy, Found
from actum.read.docx_fields import Field, shown
from actum.read.layout_flow import Flow, Piece, Sort
from actum.read.rtf_net import missed
from actum.read.tables import table

TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)"
)
"""A control word with its number, a byte, a control sign, a bracket, a line end (nothing), plain characters."""

DEEP = 500
"""Groups within groups at the most; word processors write under 20, 2026-11-26."""

_SIGNS = {
    "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\v", "nestrow": "\v", "tab": "\t", "cell": "\a",
    "nestcell": "\a", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
}  # fmt: skip
_ESCAPED = {b"~": "\u00a0", b"-": "\u00ad", b"_": "\u2011", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
_BESIDE: dict[str, Sort] = {
    "footnote": "note", "header": "margin", "headerl": "margin", "headerr": "margin", "headerf": "margin",
    "footer": "margin", "footerl": "margin", "footerr": "margin", "footerf": "margin", "annotation": "comment",
}  # fmt: skip
_SHOWN = frozenset({"listtext", "pntext", "fldrslt", "rtf", "field"})
_FRAMED = frozenset({"shptxt", "dptxbxtext"})
_ALTERNATIVE = "shprslt"
"""Holds what a frame holds once more, for readers that know no frames."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group: whether it is read, its sort, its code page, how many characters stand for a code.

    `framed` says whether it stands in a drawn frame, `code` whether it is a field's; `apart` names the group that is
    not read within which it stands, empty outside one.
    """

    read: bool = True
    sort: Sort = "text"
    codec: str = "cp1252"
    skip: int = 1
    hidden: bool = False
    deleted: bool = False
    revised: bool = False
    framed: bool = False
    code: bool = False
    apart: str = ""

    @property
    def own_sort(self) -> Sort:
        """The sort of what is written here."""
        if self.sort != "text":
            return self.sort
        if self.deleted or self.revised:
            return "deleted" if self.deleted else "inserted"
        return "hidden" if self.hidden else "text"


@dataclass(slots=True)
class _Reader:
    """The state of the reading: the groups that are open, known fonts, bytes that make no character yet."""

    flow: Flow
    beside: list[tuple[Sort, list[str]]] = field(default_factory=list)
    groups: list[_State] = field(default_factory=list)
    state: _State = field(default_factory=_State)
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    raw: bytearray = field(default_factory=bytearray)
    high: int = 0
    to_skip: int = 0
    head: bool = False
    starred: bool = False
    fields: list[tuple[int, Field]] = field(default_factory=list)
    frames: list[tuple[str, Sort]] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)

    def read(self, data: bytes) -> None:
        """Follow the whole file; what stands behind its last bracket is no part of it."""
        place = 0
        while place < len(data):
            token = TOKEN.match(data, place)
            if token is None:
                place += 1
                continue
            place = token.end()
            if token[1]:
                word = token[1].decode("ascii")
                if word == "bin":
                    place += max(0, min(int(token[2] or 0), len(data) - place))
                    continue
                self._word(word, int(token[2]) if token[2] else None)
            elif token[3]:
                self._byte(int(token[3], 16))
            elif token[5]:
                self._bracket(opens=token[5] == b"{")
            elif token[4]:
                self._sign(token[4])
            elif token[6]:
                self.head = False
                self._plain(token[6])
            if not self.groups and token[5] == b"}":
                break
        self._end()

    def _end(self) -> None:
        """Write what is waiting; a group that is still open says that the file was cut off."""
        self._flush()
        self._put_frames()
        if self.groups:
            self.flow.cut = "the file ends within its text: it was cut off, and what followed is not there"

    def _bracket(self, *, opens: bool) -> None:
        self._flush()
        self.to_skip = 0
        if opens:
            if len(self.groups) >= DEEP:
                raise CopyUnread("groups lie too deep in one another")
            self.groups.append(self.state)
            self.head, self.starred = True, False
        elif self.groups:
            self.state = self.groups.pop()
            self._close_field()

    def _close_field(self) -> None:
        """At the end of a field's group: what its code shows where it has no result."""
        if self.fields and self.fields[-1][0] > len(self.groups):
            _, ended = self.fields.pop()
            for text, sort in () if ended.result else shown(ended.code):
                self._put(text, sort if self.state.own_sort == "text" else self.state.own_sort)

    def _word(self, word: str, number: int | None) -> None:
        head, self.head = self.head, False
        if word == "u" and number is not None:
            self._unicode(number)
            return
        self._flush()
        starred, self.starred = self.starred and head, False
        if head and (starred or word in _BESIDE or word in _FRAMED or word in table("rtf")["destinations"]):
            self._destination(word)
        elif head and word == "field":
            self.fields.append((len(self.groups), Field()))
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        elif word in {"f", "fcharset", "ansicpg", "uc"}:
            self._page(word, number or 0)
        else:
            self._looks(word, on=number != 0)

    def _page(self, word: str, number: int) -> None:
        """A word that says how characters are written: the font, its character set, the file's code page."""
        if word == "f":
            self.font = number
            self.state = replace(self.state, codec=self.fonts.get(number, self.state.codec))
        elif word == "fcharset":
            page = table("rtf")["charsets"].get(str(number))
            if page is not None:
                self.fonts[self.font] = page
        elif word == "ansicpg":
            self.state = replace(self.state, codec=_codec(f"cp{number}"))
        else:
            self.state = replace(self.state, skip=max(0, min(number, 8)))

    def _looks(self, word: str, *, on: bool) -> None:
        """A word that says how characters look, as far as it hides them or tells of a change."""
        if word == "plain":
            self.state = replace(self.state, hidden=False, deleted=False, revised=False)
        elif word == "v":
            self.state = replace(self.state, hidden=on)
        elif word == "deleted":
            self.state = replace(self.state, deleted=on)
        elif word == "revised":
            self.state = replace(self.state, revised=on)

    def _destination(self, word: str) -> None:
        """A word at the head of a group that says what the group holds; a star before it changes nothing of that."""
        if self.state.apart == _ALTERNATIVE:
            return
        if word in _BESIDE:
            self.state = replace(self.state, sort=_BESIDE[word], read=True, apart="")
            self.beside.append((_BESIDE[word], []))
        elif word in _FRAMED:
            self.state = replace(self.state, framed=True, read=True, apart="")
        elif word in _SHOWN:
            self.state = replace(self.state, read=True, apart="")
        else:
            known = word in table("rtf")["destinations"] or word in table("rtf")["data"]
            apart = self.state.apart if self.state.apart in table("rtf")["destinations"] else word
            self.state = replace(self.state, read=False, code=word == "fldinst", apart=apart if known else word)

    def _unicode(self, number: int) -> None:
        """A character by its code; a pair of surrogates is one."""
        self._flush(keep_high=not self.raw)
        code = number % 0x10000 if number < 0x10000 else min(number, 0x10FFFF)
        if 0xD800 <= code < 0xDC00:
            self.high = code
        else:
            if 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((self.high - 0xD800) << 10) + (code - 0xDC00) if self.high else 0xFFFD
            self.high = 0
            self._write(chr(code) if code else "")
        self.to_skip = self.state.skip

    def _byte(self, code: int) -> None:
        self.head = False
        if self.to_skip:
            self.to_skip -= 1
        else:
            self.raw.append(code)

    def _plain(self, text: bytes) -> None:
        skipped = min(self.to_skip, len(text))
        self.to_skip -= skipped
        self.raw += text[skipped:]

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self.starred = self.head
            return
        self._flush()
        self.head = False
        if self.to_skip:
            self.to_skip -= 1
        elif sign in _ESCAPED:
            self._write(_ESCAPED[sign])

    def _flush(self, *, keep_high: bool = False) -> None:
        """Write the bytes gathered so far by the code page that holds."""
        if not keep_high and self.high:
            self.high = 0
            self._write("\ufffd")
        if self.raw:
            self._write(self.raw.decode(self.state.codec, errors="replace"))
            self.raw.clear()

    def _write(self, text: str) -> None:
        if not text:
            return
        if self.state.code and self.fields:
            self.fields[-1][1].code += text
        elif not self.state.read:
            self.unread.append((self.state.apart, text))
        else:
            for _, one in self.fields:
                one.result = one.result or bool(text.strip())
            self._put(text, self.state.own_sort)

    def _put(self, text: str, sort: Sort) -> None:
        """Put characters where they belong; what stands in a frame waits for the end of the paragraph around it."""
        if sort in {"note", "margin", "comment"}:
            self.beside[-1][1].append(text)
        elif self.state.framed:
            self.frames.append((text, sort))
        else:
            self.flow.add(text, sort)
            if text == "\n":
                self._put_frames()

    def _put_frames(self) -> None:
        frames, self.frames = self.frames, []
        written = self.flow.written if frames else ""
        if written and not written.endswith("\n"):
            self.flow.add("\n")
        for text, sort in frames:
            self.flow.add(text, sort)
        if frames and not frames[-1][0].endswith("\n"):
            self.flow.add("\n")


def read_rtf(data: bytes, found: Found) -> Copy:
    """The Copy of an RTF file. Raises CopyUnread where it is no RTF, or holds no text."""
    reader = _Reader(Flow())
    try:
        reader.read(data)
    except CopyUnread as error:
        raise CopyUnread(f"{found.place}: an RTF that cannot be read: {error}. Save it anew and add that.") from error
    flow = Flow(list(_with_rows(reader.flow.pieces)), cut=reader.flow.cut)
    for sort, written in reader.beside:
        flow.put_beside("".join(written).translate(_CELLS), sort)
    for words in missed(reader.unread, flow.written):
        flow.put_beside(words.translate(_CELLS), "unwalked")
    return flow.copy(data, place=found.place, form="rtf", encoding="rtf", tracked=found.tracked)


_CELLS = str.maketrans({"\a": "\t", "\v": "\n"})
_ROW = re.compile(r"[^\n\v]*(?:[\n\v]|$)")


def _with_rows(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with the ends of cells and rows written out: a row on one line where each cell is one paragraph."""
    whole = "".join(piece.text for piece in pieces)
    written = "".join(map(_row, _ROW.findall(whole)))
    place = 0
    for piece in pieces:
        end = place + len(piece.text)
        text = written[place:end].replace("\0", "")
        place = end
        if text:
            yield replace(piece, text=text)


def _row(line: str) -> str:
    """A line with its cells parted, as long as it was: what goes is a zero."""
    if not line.endswith("\v"):
        return line.replace("\a", "\n")
    return line.replace("\a\v", "\0\n").replace("\v", "\n").replace("\a", "\t")


def _codec(name: str) -> str:
    """The name of a codec that there is; Western European where there is none of that name, as Word does."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
