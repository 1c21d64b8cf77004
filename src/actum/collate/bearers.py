"""What a collation takes: witnesses with the stretches that bear the work, and a person's rulings.

Takes       the whole text of a copy and its pieces in the order of the work.
Gives       a Line: the folded letters, and for each the characters of the copy that it stands for.
Method      invisible characters and markup are taken out, then all else is folded (`text.fold`); what folding
            removed is kept with the letter before it, residue apart from white space.
Leaves out  comparing: a Line knows nothing of other lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from actum.collate.wraps import ends_sentence, soft_ends
from actum.text.fold import Folded, fold
from actum.text.markup import markup
from actum.text.residue import find_residue
from actum.text.space import seen
from actum.text.span import Span

Ints = NDArray[np.int32]

_CJK = "\u2e80"
LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class Bearer:
    """A witness as the collation sees it.

    `text` is the whole text of the copy; `pieces` are the stretches of it that bear the work, in the order of the
    *work* (several where it is shuffled or interrupted). `weight` is 1.0, or less for one read with trouble. `begins`
    and `ends` say that the copy shows its first and last letters to be the text's own: by title or closing line, or by
    other matter beside them. One that merely stops may be cut, and says nothing of what it lacks. Up to `body`, a place
    in `text`, stands the head: title and day, each line for itself. `unsure` are stretches of `text` that a machine
    read, in order, with how sure it is of each of their characters, 0 to 1; all else is sure.
    """

    siglum: str
    text: str
    pieces: tuple[Span, ...]
    weight: float = 1.0
    begins: bool = True
    ends: bool = True
    body: int = 0
    unsure: tuple[tuple[Span, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's choice at one place: `reading` stands for `quote` between `before` and `after`.

    All are words of the established text and are found in it as folded, so spelling and typography do not matter.
    """

    quote: str
    before: str
    after: str
    reading: str


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The letters of one bearer. Letter i is made of `plain[starts[i]:ends[i]]`; up to `tails[i]` follows residue.

    From there to `nexts[i]` stands what is only layout. `plain` is the text of all pieces without markup, `heads` are
    the letters at which pieces begin. In the text of the copy, letter i with its residue stands from `copy_starts[i]`
    to `copy_ends[i]`. `joins` tells the layout behind the last letter of a piece where another follows; None where
    foreign matter stands between, so that the copy does not say. `soft` are line ends of `plain` that only wrap.
    """

    bearer: Bearer
    letters: str
    plain: str
    starts: Ints
    ends: Ints
    tails: Ints
    nexts: Ints
    heads: tuple[int, ...]
    copy_starts: Ints
    copy_ends: Ints
    joins: Mapping[int, str | None]
    soft: frozenset[int]

    def form(self, letter: int) -> str:
        """How the letter is written, residue included."""
        return _on_one_line(self.plain[self.starts[letter] : self.tails[letter]])

    def bare(self, letter: int) -> str:
        """How the letter is written, without residue."""
        return _on_one_line(self.plain[self.starts[letter] : self.ends[letter]])

    def layout(self, letter: int) -> str:
        """White space behind the letter, a line end for all where it holds one; of a space letter its own too.

        A line end that only wraps the line is a space, or nothing beside a Chinese character.
        """
        start = self.starts[letter] if self.letters[letter] == " " else self.tails[letter]
        white = _white(self.plain[start : self.nexts[letter]])
        if white != "\n" or not self.soft:
            return white
        ends = [at for at in range(start, self.nexts[letter]) if self.plain[at] == "\n"]
        if len(ends) != 1 or ends[0] not in self.soft:
            return white
        around = self.plain[start - 1 : start] + self.plain[self.nexts[letter] : self.nexts[letter] + 1]
        return "" if any(c >= _CJK for c in around) else " "


def lined(bearer: Bearer) -> Line:
    """The line of a bearer; without letters where its pieces hold none."""
    parts = [_part(bearer, piece) for piece in bearer.pieces]
    heads: list[int] = []
    columns: list[list[Ints]] = [[np.empty(0, dtype=np.int32)] for _ in range(6)]
    letters = plain = 0
    for part in parts:
        if part.letters:
            heads.append(letters)
        for column, own, shift in zip(columns, part.columns, (plain, plain, plain, plain, 0, 0), strict=True):
            column.append(own + np.int32(shift))
        letters += len(part.letters)
        plain += len(part.plain)
    starts, ends, tails, nexts, copy_starts, copy_ends = (np.concatenate(column) for column in columns)
    return Line(
        bearer=bearer,
        letters="".join(part.letters for part in parts),
        plain="".join(part.plain for part in parts),
        starts=starts,
        ends=ends,
        tails=tails,
        nexts=nexts,
        heads=tuple(heads),
        copy_starts=copy_starts,
        copy_ends=copy_ends,
        joins=_joins(bearer, [len(part.letters) for part in parts]),
        soft=soft_ends("".join(part.plain for part in parts)),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """One piece: its letters, its plain text, and the columns of a Line (the first four count in `plain`)."""

    letters: str
    plain: str
    columns: tuple[Ints, Ints, Ints, Ints, Ints, Ints]


def _part(bearer: Bearer, piece: Span) -> _Part:
    plain = Folded.unchanged(piece.of(bearer.text)).then(seen).then(markup)
    folded = fold(plain.text)
    starts, ends = folded.offsets.starts, folded.offsets.ends
    tails = _tails(plain.text, ends)
    starts, ends, tails = _shared(starts, ends, tails)
    nexts = np.append(starts[1:], len(plain.text)).astype(np.int32)[: len(starts)]
    raw = plain.offsets
    shift = np.int32(piece.start)
    copy_ends = raw.ends[np.maximum(tails, 1) - 1] + shift
    copy_starts = np.append(raw.starts, piece.end - piece.start)[starts].astype(np.int32) + shift
    copy_starts = np.where(tails > starts, copy_starts, copy_ends)
    return _Part(folded.text, plain.text, (starts, ends, tails, nexts, copy_starts, copy_ends))


def _tails(plain: str, ends: Ints) -> Ints:
    """For each letter where the residue behind it ends."""
    tails = ends.copy()
    for residue in find_residue(plain):
        letter = int(np.searchsorted(ends, residue.span.start, side="right")) - 1
        if letter >= 0:
            tails[letter] = max(int(tails[letter]), residue.span.end)
    return tails


def _shared(starts: Ints, ends: Ints, tails: Ints) -> tuple[Ints, Ints, Ints]:
    """Of several letters made of one character (㎞) the first stands for it whole, the others for nothing behind it."""
    again = np.flatnonzero(np.diff(starts, prepend=-1) == 0)
    if not len(again):
        return starts, ends, tails
    starts, tails = starts.copy(), tails.copy()
    starts[again] = ends[again]
    tails[again] = ends[again]
    return starts, ends, tails


def _white(text: str) -> str:
    """The white space of a text, or a line end where it holds one."""
    white = "".join(c for c in text if c.isspace())
    return "\n" if any(c in LINE_ENDS for c in white) else white


def _on_one_line(form: str) -> str:
    """A form as the text may set it: a mark that runs over a line end (— and — become ——) has at most one of them."""
    lines = [line.strip() for line in form.splitlines()] if len(form) > 2 else [form]
    return "\n".join(line for line in lines if line) if len(lines) > 1 else form


def _joins(bearer: Bearer, letters: Sequence[int]) -> dict[int, str | None]:
    joins: dict[int, str | None] = {}
    done = 0
    for (piece, later), count in zip(pairwise(bearer.pieces), letters, strict=False):
        done += count
        joins[done - 1] = _join(bearer, piece, later)
    return joins


def _join(bearer: Bearer, piece: Span, later: Span) -> str | None:
    """The layout between two pieces; None where the copy does not say.

    Foreign matter stands between two lines of the text: in its head, and behind a line that ends a sentence. Elsewhere
    it may have torn a line in two.
    """
    between = bearer.text[piece.end : later.start]
    if piece.end > later.start:
        return None
    if not markup(seen(between).text).text.strip():
        return _white(between)
    lead, trail = between[: len(between) - len(between.lstrip())], between[len(between.rstrip()) :]
    whole = piece.end <= bearer.body or ends_sentence(bearer.text[: piece.end].rstrip()[-8:])
    return "\n" if whole and "\n" in {_white(lead), _white(trail)} else None
