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

from actum.text.fold import Folded, fold
from actum.text.markup import markup
from actum.text.offsets import OffsetMap
from actum.text.residue import find_residue
from actum.text.space import seen
from actum.text.span import Span

Ints = NDArray[np.int32]

LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class Bearer:
    """A witness as the collation sees it.

    `text` is the whole text of the copy; `pieces` are the stretches of it that bear the work, in the order of the
    *work* (several where it is shuffled or interrupted). `weight` is 1.0, or less for one read with trouble.
    """

    siglum: str
    text: str
    pieces: tuple[Span, ...]
    weight: float = 1.0


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

    From there to `nexts[i]` stands what is only layout. `plain` is the text of all pieces without markup, `raw`
    leads back from it to the text of the pieces joined, and `heads` are the letters at which pieces begin.
    `pieces[k]` begins at `joints[k]` in the joined text. `joins` tells the layout behind the last letter of a piece
    where another follows; None where foreign matter stands between, so that the copy does not say.
    """

    bearer: Bearer
    letters: str
    plain: str
    starts: Ints
    ends: Ints
    tails: Ints
    nexts: Ints
    raw: OffsetMap
    heads: tuple[int, ...]
    joints: tuple[int, ...]
    joins: Mapping[int, str | None]

    def form(self, letter: int) -> str:
        """How the letter is written, residue included."""
        return self.plain[self.starts[letter] : self.tails[letter]]

    def bare(self, letter: int) -> str:
        """How the letter is written, without residue."""
        return self.plain[self.starts[letter] : self.ends[letter]]

    def layout(self, letter: int) -> str:
        """White space behind the letter, a line end for all where it holds one; of a space letter its own too."""
        start = self.starts[letter] if self.letters[letter] == " " else self.tails[letter]
        return _white(self.plain[start : self.nexts[letter]])

    def place(self, first: int, last: int, *, tail: bool = False) -> Span:
        """Where letters `first` to `last` (included) stand in the copy, with the residue or only up to it.

        The place ends with the piece it begins in, where the letters run over into another.
        """
        end = int((self.tails if tail else self.ends)[last])
        joined = self.raw.back(Span(int(self.starts[first]), max(end, int(self.starts[first]))))
        return self._in_copy(joined)

    def point(self, letter: int) -> Span:
        """The empty place right before a letter, or behind the last one."""
        if letter < len(self.letters):
            start = self._in_copy(self.raw.back(Span(int(self.starts[letter]), int(self.ends[letter])))).start
            return Span(start, start)
        if not self.letters:
            return Span(self.bearer.pieces[0].start, self.bearer.pieces[0].start) if self.bearer.pieces else Span(0, 0)
        end = self.place(letter - 1, letter - 1, tail=True).end
        return Span(end, end)

    def gap(self, letter: int) -> Span:
        """The place between a letter and the one before it, residue excluded; empty where they are in two pieces."""
        start, end = self.place(letter - 1, letter - 1, tail=True).end, self.point(letter).start
        return Span(start, max(start, end))

    def _in_copy(self, joined: Span) -> Span:
        which = max(k for k, joint in enumerate(self.joints) if joint <= joined.start)
        piece = self.bearer.pieces[which]
        start = piece.start + joined.start - self.joints[which]
        return Span(start, min(start + len(joined), piece.end))


def lined(bearer: Bearer) -> Line:
    """The line of a bearer; without letters where its pieces hold none."""
    parts = [_folded(piece.of(bearer.text)) for piece in bearer.pieces]
    plains = [plain.text for plain, _, _ in parts]
    heads, starts, ends, tails, nexts = [], [], [], [], []
    letters = shift = 0
    for plain, folded, tail in parts:
        if len(folded.text):
            heads.append(letters)
            starts.append(folded.offsets.starts + shift)
            ends.append(folded.offsets.ends + shift)
            tails.append(tail + shift)
            nexts.append(np.append(folded.offsets.starts[1:], len(plain.text)) + shift)
        letters += len(folded.text)
        shift += len(plain.text)
    joints = np.cumsum([0, *(len(piece) for piece in bearer.pieces)]).tolist()
    raw = _chained([plain.offsets for plain, _, _ in parts], joints)
    empty = np.empty(0, dtype=np.int32)
    columns = [np.concatenate([empty, *column]).astype(np.int32) for column in (starts, ends, tails, nexts)]
    columns[0], columns[1], columns[2] = _shared(*columns[:3])
    return Line(
        bearer, "".join(folded.text for _, folded, _ in parts), "".join(plains), *columns, raw, tuple(heads),
        tuple(joints[:-1]), _joins(bearer, [len(folded.text) for _, folded, _ in parts]),
    )  # fmt: skip


def _white(text: str) -> str:
    """The white space of a text, or a line end where it holds one."""
    white = "".join(c for c in text if c.isspace())
    return "\n" if any(c in LINE_ENDS for c in white) else white


def _joins(bearer: Bearer, letters: Sequence[int]) -> dict[int, str | None]:
    joins: dict[int, str | None] = {}
    done = 0
    for (piece, later), count in zip(pairwise(bearer.pieces), letters, strict=False):
        done += count
        between = bearer.text[piece.end : later.start] if piece.end <= later.start else "\0"
        joins[done - 1] = _white(between) if not markup(seen(between).text).text.strip() else None
    return joins


def _shared(starts: Ints, ends: Ints, tails: Ints) -> tuple[Ints, Ints, Ints]:
    """Of several letters made of one character (㎞) the first stands for it whole, the others for its end."""
    again = np.flatnonzero(np.diff(starts, prepend=-1) == 0)
    starts = starts.copy()
    starts[again] = ends[again]
    last = again[~np.isin(again + 1, again)] if len(again) else again
    first = np.setdiff1d(again, last)
    tails = tails.copy()
    tails[np.concatenate([first, again - 1])] = ends[np.concatenate([first, again - 1])]
    return starts, ends, tails


def _folded(text: str) -> tuple[Folded, Folded, Ints]:
    """The piece without markup, that folded, and for each letter where the residue behind it ends."""
    plain = Folded.unchanged(text).then(seen).then(markup)
    folded = fold(plain.text)
    tails = folded.offsets.ends.copy()
    for residue in find_residue(plain.text):
        letter = int(np.searchsorted(folded.offsets.ends, residue.span.start, side="right")) - 1
        if letter >= 0:
            tails[letter] = max(int(tails[letter]), residue.span.end)
    return plain, folded, tails


def _chained(maps: Sequence[OffsetMap], joints: Sequence[int]) -> OffsetMap:
    """One map for pieces standing one behind the other."""
    empty = np.empty(0, dtype=np.int32)
    starts = [each.starts + joint for each, joint in zip(maps, joints[:-1], strict=True)]
    ends = [each.ends + joint for each, joint in zip(maps, joints[:-1], strict=True)]
    return OffsetMap(
        joints[-1], np.concatenate([empty, *starts]).astype(np.int32), np.concatenate([empty, *ends]).astype(np.int32)
    )
