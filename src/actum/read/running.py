"""Running text put together from stretches of a marked-up source, with the exact way back.

Takes       stretches of source characters, paragraph by paragraph.
Gives       one line a paragraph, and the OffsetMap from the source to it.
Method      white space as a browser sets it: a run is one space, and none at the edges of a line; a run with a line
            end beside a character of a script without spaces is nothing. References are resolved; a space that holds
            two words together is a space. Characters that nobody sees fall away (soft hyphens, zero-width spaces and
            joiners of words). Where the source sets its text for print (`tight`), no space stands beside a character
            of a script without spaces.
Leaves out  what stands in a paragraph and what does not: the reader says so.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field

import numpy as np

from actum.read.markup import references
from actum.text.offsets import OffsetMap
from actum.text.span import Span

_SOFT = " \t\n\r\f"
_UNSEEN = "\u00ad\u200b\u2060\ufeff\x00"
_RUNS = re.compile(rf"[{_SOFT}]+|[{_UNSEEN}]+|[^{_SOFT}{_UNSEEN}]+")
# Scripts without spaces between words, and their marks (Unicode blocks; Hangul has spaces).
_UNSPACED = re.compile("[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")


@dataclass(slots=True)
class Running:
    """The text as it grows; `take` adds to a line, `end_line` closes it, `done` gives what was made."""

    source: str
    tight: bool = False
    pieces: list[str] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("i"))
    ends: array[int] = field(default_factory=lambda: array("i"))
    last: str = ""
    space: Span | None = None
    broken: bool = False
    due: bool = False

    @property
    def length(self) -> int:
        """How many characters there are so far; white space that is not yet set does not count."""
        return len(self.starts)

    def take(self, span: Span, *, resolved: bool = True) -> None:
        """Add a stretch of the source to the line; `resolved` where `&` begins a reference there."""
        at = span.start
        for place, stands in references(self.source, span) if resolved else ():
            self._plain(Span(at, place.start))
            for character in stands:
                self._one(character, place)
            at = place.end
        self._plain(Span(at, span.end))

    def space_over(self, span: Span) -> None:
        """What comes next stands a space off, though the source writes none; `span` is what stands there."""
        if self.last:
            self._put(" ", (span.start,), (span.end,))
            self.space, self.broken = None, False

    def end_line(self) -> None:
        """What comes next stands in another line; nothing where the line is empty."""
        self.space, self.broken = None, False
        self.due = self.due or bool(self.last)
        self.last = ""

    def done(self) -> tuple[str, OffsetMap]:
        """The text, without a line end at its end, and the map from the source to it."""
        self._drop_edge()
        text = "".join(self.pieces)
        starts, ends = (np.array(column, dtype=np.int32) for column in (self.starts, self.ends))
        return text, OffsetMap(len(self.source), starts, ends)

    def _plain(self, span: Span) -> None:
        for found in _RUNS.finditer(self.source, span.start, span.end):
            run, place = found.group(), Span(*found.span())
            if run[0] in _SOFT:
                self._white(place, broken="\n" in run or "\r" in run)
            elif run[0] not in _UNSEEN:
                self._add(run, place)

    def _one(self, character: str, place: Span) -> None:
        """Add a character that a reference stands for."""
        if character in _SOFT:
            self._white(place, broken=character in "\n\r")
        elif character not in _UNSEEN:
            self._set_white(character)
            if not character.isspace() or self.last:
                self._put(character, (place.start,), (place.end,))

    def _add(self, run: str, place: Span) -> None:
        lead = 0 if self.last else len(run) - len(run.lstrip())
        if lead < len(run):
            self._set_white(run[lead])
            start = place.start + lead
            self._put(run[lead:], range(start, place.end), range(start + 1, place.end + 1))

    def _put(self, written: str, starts: range | tuple[int, ...], ends: range | tuple[int, ...]) -> None:
        self.pieces.append(written.replace("\u00a0", " "))
        self.starts.extend(starts)
        self.ends.extend(ends)
        self.last = self.pieces[-1][-1]

    def _white(self, place: Span, *, broken: bool) -> None:
        self.space = Span(self.space.start if self.space else place.start, place.end)
        self.broken = self.broken or broken

    def _set_white(self, behind: str) -> None:
        """Set what is due before a character: a line end, or a space."""
        if self.due and not self.last:
            self.space = None
            self._drop_edge()
            at = self.ends[-1]
            self.pieces.append("\n")
            self.starts.append(at)
            self.ends.append(at + 1)
            self.due = False
        elif self.space and self.last:
            closed = (self.broken or self.tight) and (_UNSPACED.match(self.last) or _UNSPACED.match(behind))
            if not closed and self.last != " ":
                self._put(" ", (self.space.start,), (self.space.end,))
        self.space, self.broken = None, False

    def _drop_edge(self) -> None:
        """Take white space off the end of the line that is closed."""
        while self.pieces and self.pieces[-1][-1].isspace():
            kept = self.pieces[-1].rstrip()
            gone = len(self.pieces[-1]) - len(kept)
            del self.starts[-gone:], self.ends[-gone:]
            self.pieces[-1:] = [kept] if kept else []
