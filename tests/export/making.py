"""Sides and alignments by hand, and what is left of a Word document when its changes are accepted or rejected."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

from lxml import etree

from actum.export.docx_package import w
from actum.export.marked import Head
from actum.model.alignment import RELATIONS, Alignment, Change, Relation, Row, Side
from actum.model.division import Division
from actum.text.span import Part, Span

SENTENCE = re.compile(r"(?:(?P<name>[a-z0-9]*)(?:!(?P<relation>[a-z]+))?:)?(?P<text>.*)", re.DOTALL)
Named = list[tuple[str, str, Part]]


def head(work: str, *, date: str = "2025-05-08", complete: bool = True, language: str = "zh") -> Head:
    return Head(work=work, title=f"{work}的声明", date=date, language=language, complete=complete)


def side(lines: Sequence[str], *, language: str = "zh") -> tuple[Side, Named]:
    """A text of lines with sentences parted by `|`, each with a name and a relation before a colon or without."""
    text = ""
    named: Named = []
    for line in lines:
        text += "\n" if text else ""
        for written in line.split("|") if line else ():
            found = SENTENCE.fullmatch(written)
            assert found
            start = len(text)
            text += found["text"]
            if found["name"] is None:
                continue  # no sentence of the alignment
            named.append((found["name"], found["relation"] or "", Part.cut(text, Span(start, len(text)))))
    divisions = tuple(Division(f"s{n}", "sentence", part, None) for n, (_, _, part) in enumerate(named))
    return Side(text, language, complete=True, divisions=divisions), named


def alignment(ours: Named, theirs: Named, changes: Sequence[Change] = ()) -> Alignment:
    """Sentences of one name in one row, `reworded` where they do not say otherwise; the changes in the first row."""
    names = dict.fromkeys(name or f"-{part.start}" for name, _, part in ours)
    names |= dict.fromkeys(name or f"+{part.start}" for name, _, part in theirs)
    rows = []
    for name in names:
        earlier = tuple(part for one, _, part in ours if (one or f"-{part.start}") == name)
        later = tuple(part for one, _, part in theirs if (one or f"+{part.start}") == name)
        said = [
            relation
            for sign, group in (("-", ours), ("+", theirs))
            for one, relation, part in group
            if relation and (one or f"{sign}{part.start}") == name
        ]
        rows.append(Row(relation_of(earlier, later, said), earlier, later, 0.5, (), (), "by-hand"))
    if changes:
        rows[0] = Row(rows[0].relation, rows[0].earlier, rows[0].later, 0.5, (), tuple(changes), "by-hand")
    return Alignment(tuple(rows))


def relation_of(earlier: tuple[Part, ...], later: tuple[Part, ...], said: Sequence[str]) -> Relation:
    for relation in RELATIONS:
        if relation in said:
            return relation
    return "reworded" if earlier and later else "dropped" if earlier else "added"


def document(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return etree.fromstring(archive.read("word/document.xml"))


def left(data: bytes, *, accepted: bool) -> str:
    """The text of a document's body when all its changes are accepted, or all rejected (ECMA-376 part 1, 17.13.5)."""
    gone = {w("del"), w("moveFrom")} if accepted else {w("ins"), w("moveTo")}
    pieces: list[str] = []
    for paragraph in document(data).iter(w("p")):
        pieces += [
            "\t" if element.tag == w("tab") else element.text or ""
            for element in paragraph.iter(w("t"), w("delText"), w("tab"))
            if not any(one.tag in gone for one in element.iterancestors())
        ]
        mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        if mark is None or not any(one.tag in gone for one in mark):
            pieces.append("\n")
    return "".join(pieces).removesuffix("\n")
