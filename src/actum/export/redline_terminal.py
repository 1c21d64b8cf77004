"""A redline for a terminal, or for a plain text file.

Takes       a Redline, the width of the page in columns, and whether it may have colours.
Gives       lines: what the works are, how to read the marks, the paragraphs, the labelled changes.
Method      without colours `[-gone-]{+new+}`, `<1<moved away<1<`, `>1>moved here>1>`, `[?-…-?]` and `{?+…+?}` where
            nothing can be known; with colours red and struck, green and underlined, blue for what moved. Lines break
            where the script lets them, by the columns that characters take (a Chinese one takes two).
Leaves out  asking the terminal anything: who calls knows whether there is one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from actum.export.captions import counted, cut, dated, said, shown
from actum.export.marked import Paragraph, Redline, Run, parted

NARROWEST = 20
"""Columns below which lines are not broken any further, 2026-11-26."""

_NOT_FIRST = frozenset("、。，．·：；？！”’）》〉】〕」』…—,.:;?!)]}%")
_NOT_LAST = frozenset("“‘（《〈【〔「『([{")
_WIDE = frozenset("WF")
_SIGNS = {
    "inserted": ("{+", "+}"),
    "deleted": ("[-", "-]"),
    "moved_from": ("<{move}<", "<{move}<"),
    "moved_to": (">{move}>", ">{move}>"),
    "echo": ("[-", "-]"),
}
_UNKNOWN_SIGNS = {"inserted": ("{?+", "+?}"), "deleted": ("[?-", "-?]")}
_COLOURS = {
    "inserted": "\x1b[32;4m",
    "deleted": "\x1b[31;9m",
    "moved_from": "\x1b[34;9m",
    "moved_to": "\x1b[34;4m",
    "echo": "\x1b[31;9m",
}
_UNKNOWN_COLOUR = "\x1b[33;3m"
_DIM = "\x1b[2m"
_PLAIN = "\x1b[0m"
_SPACES = re.compile(" +")


@dataclass(frozen=True, slots=True)
class _Letter:
    """A character with its colour; whether no line may begin with it (`glued`), or one may in any case (`free`)."""

    text: str
    colour: str = ""
    glued: bool = False
    free: bool = False


def redline_terminal(redline: Redline, *, width: int, colours: bool) -> str:
    """The redline, ending with a line end; no line is wider than `width` columns where a break was possible."""
    width = max(width, NARROWEST)
    lines = [*_head(redline, width, colours=colours), ""]
    for paragraph in redline.paragraphs:
        for n, runs in enumerate(parts := parted(paragraph)):
            letters = _letters(runs, colours=colours)
            if n + 1 == len(parts):
                letters += _end(paragraph, colours=colours)
            lines += [*_broken(letters, width), ""]
    if redline.labels:
        lines.append("Labelled changes")
        for label in redline.labels:
            lines += _broken(_plain(f"[{label.number}] {said(label)}"), width, indent=len(f"[{label.number}] "))
    return "".join(f"{line}\n" for line in (lines if lines[-1] else lines[:-1]))


def _head(redline: Redline, width: int, *, colours: bool) -> Iterator[str]:
    for name, head in (("earlier  ", redline.earlier), ("later    ", redline.later)):
        yield from _broken(_plain(name + dated(head)), width, indent=len(name))
        if cut(head):
            yield from _broken(_plain(" " * len(name) + cut(head)), width, indent=len(name))
    yield from _broken(_plain(counted(redline)), width)
    yield from _broken(_legend(redline, colours=colours), width)


def _legend(redline: Redline, *, colours: bool) -> list[_Letter]:
    runs = [run for paragraph in redline.paragraphs for run in paragraph.runs]
    moved = any(run.move for run in runs)
    unknown = any(run.open for run in runs)
    signs = [Run("deleted", "deleted", "", None, None), Run("inserted", "inserted", "", None, None)]
    if moved:
        signs += [
            Run("moved_from", "moved away", "", None, None, move=1),
            Run("moved_to", "moved here", "", None, None, move=1),
        ]
    if unknown:
        signs.append(Run("inserted", "not known: the other text is cut", "", None, None, open=True))
    if redline.labels:
        signs.append(Run("kept", "[1] labelled change", "", None, None))
    return [letter for run in signs for letter in (*_marked(run, colours=colours), _Letter(" "), _Letter(" "))]


def _letters(runs: Sequence[Run], *, colours: bool) -> list[_Letter]:
    found: list[_Letter] = []
    for run in runs:
        found += _marked(run, colours=colours)
        colour = _DIM if colours else ""
        found += [_Letter(c, colour, glued=True) for n in run.labels for c in f"[{n}]"]
    return found


def _end(paragraph: Paragraph, *, colours: bool) -> list[_Letter]:
    """A sign where only one text ends a paragraph of both."""
    if paragraph.mark == "kept" or all(run.kind != "kept" for run in paragraph.runs):
        return []
    return list(_marked(Run(paragraph.mark, "¶", "", None, None), colours=colours))


def _marked(run: Run, *, colours: bool) -> Iterator[_Letter]:
    """The characters of a run in its colour, or between its signs."""
    unknown = run.open and run.kind in _UNKNOWN_SIGNS
    colour = ""
    opened = closed = ""
    if colours:
        colour = _UNKNOWN_COLOUR if unknown else _COLOURS.get(run.kind, "")
    else:
        opened, closed = (_UNKNOWN_SIGNS if unknown else _SIGNS).get(run.kind, ("", ""))
    opened, closed = (sign.replace("{move}", str(run.move)) for sign in (opened, closed))
    text = shown(run.text).replace("\t", " ")
    opens = text[:1] not in _NOT_FIRST
    yield from (_Letter(char, glued=n > 0 or not opens, free=n == 0 and opens) for n, char in enumerate(opened))
    yield from (_Letter(char, colour, glued=n == 0 and bool(opened)) for n, char in enumerate(text))
    yield from (_Letter(char, glued=True) for char in closed)


def _plain(text: str) -> list[_Letter]:
    return [_Letter(char) for char in text]


def _broken(letters: list[_Letter], width: int, *, indent: int = 0) -> list[str]:
    """Lines of at most `width` columns; those behind the first are indented."""
    lines: list[list[_Letter]] = []
    rest, room = letters, width
    while rest:
        end = _line_end(rest, room)
        lines.append(rest[:end])
        rest = rest[end:]
        while rest and rest[0].text == " ":
            rest = rest[1:]
        room = width - indent
    return [(" " * indent if n else "") + _written(line) for n, line in enumerate(lines)] or [""]


def _line_end(letters: list[_Letter], width: int) -> int:
    """How many characters the next line takes."""
    columns = 0
    last = 0
    for n, letter in enumerate(letters):
        if n and _may_break(letters[n - 1], letter):
            last = n
        columns += cell_len(letter.text)
        if columns > width and letter.text != " ":
            return last or max(n, 1)
    return len(letters)


def _may_break(before: _Letter, letter: _Letter) -> bool:
    if letter.free and before.text not in _NOT_LAST:
        return True
    if letter.glued or letter.text in _NOT_FIRST or before.text in _NOT_LAST:
        return False
    return before.text == " " or _is_wide(before.text) or _is_wide(letter.text)


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in _WIDE


def _written(line: Iterable[_Letter]) -> str:
    pieces: list[str] = []
    colour = ""
    for letter in line:
        if letter.colour != colour:
            pieces.append((_PLAIN if colour else "") + letter.colour)
            colour = letter.colour
        pieces.append(letter.text)
    return ("".join(pieces) + (_PLAIN if colour else "")).rstrip(" ")
