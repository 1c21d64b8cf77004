"""A work's text as the ledger's rules read it: simplified, titles hidden, with the exact way back.

Takes       a ReadWork.
Gives       a LedgerText: the readable form, its mentions there, and the stretch of a position that its due words,
            its forum and its basis stand in.
Method      the readable form of the text and its offset map. The stretch of a position is what leads up to its cue,
            and its matter; of what leads up, a match counts in the cue's own clause or at the head of a clause.
Leaves out  whatever an earlier position of the sentence governs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from actum.model.fact import Mention, Position
from actum.model.read_work import ReadWork
from actum.text.folded import Folded
from actum.text.readable import readable
from actum.text.span import Part, Span

_TITLE = re.compile(r"《[^《》]{1,200}》|“[^“”]{1,200}”|‘[^‘’]{1,200}’")
_STOP = re.compile(r"[。；;！？!?]")
_COMMA = re.compile(r"[，,]")
HIDDEN = "\ue000"
"""What stands for each character inside a title's marks: a private character that no text has and no rule knows."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where the words of a position stand, in the readable text: `lead` up to the cue, `matter` behind it or before."""

    lead: Span
    matter: Span | None


class LedgerText:
    """One work as rules read it."""

    def __init__(self, work: ReadWork) -> None:
        self.work = work
        self.form: Folded = readable(work.text)

    @property
    def text(self) -> str:
        """The readable text."""
        return self.form.text

    @cached_property
    def untitled(self) -> str:
        """The readable text with what stands inside the marks of titles and quotations hidden; places are the same."""
        return _TITLE.sub(lambda found: HIDDEN * len(found[0]), self.text)

    @cached_property
    def mentions(self) -> tuple[tuple[Span, Mention], ...]:
        """The mentions with their places in the readable text, in order."""
        placed = ((self.form.offsets.forward(one.part.span), one) for one in self.work.mentions)
        return tuple(sorted(((span, one) for span, one in placed if span), key=lambda pair: pair[0]))

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of mention that each id of the work is."""
        return {one.id: one.kind for one in self.work.mentions}

    @cached_property
    def _by_sentence(self) -> dict[Part, list[Position]]:
        found: dict[Part, list[Position]] = {}
        for position, _ in self.work.positions:
            found.setdefault(position.sentence, []).append(position)
        return found

    def forward(self, part: Part) -> Span | None:
        """A part of the work's text in the readable text; None where nothing of it survives."""
        return self.form.offsets.forward(part.span)

    def back(self, span: Span) -> Part:
        """The part of the work's text that a span of the readable text stands for."""
        return Part.cut(self.work.text, self.form.offsets.back(span))

    def scope(self, position: Position) -> Scope | None:
        """The stretch that a position's words stand in; None where its cue did not survive."""
        cue, sentence = self.forward(position.cue), self.forward(position.sentence)
        if cue is None or sentence is None:
            return None
        start = sentence.start
        for other in self._by_sentence[position.sentence]:
            for part in (other.cue, other.matter):
                span = self.forward(part) if part and part.end <= position.cue.start else None
                start = max(start, span.end if span else start)
        stops = [found.end() for found in _STOP.finditer(self.untitled, start, cue.start)]
        matter = self.forward(position.matter) if position.matter else None
        if matter is not None and matter.start >= sentence.end:  # an item of a list: nothing leads up to it
            return Scope(Span(matter.start, matter.start), matter)
        return Scope(Span(max([start, *stops]), cue.start), matter)

    def found(self, pattern: re.Pattern[str], scope: Scope, *, titles: bool = False) -> Iterator[re.Match[str]]:
        """The matches in a position's stretch, in order of place; `titles` whether those inside titles count too."""
        text = self.text if titles else self.untitled
        clauses = [scope.lead.start, *(f.end() for f in _COMMA.finditer(text, scope.lead.start, scope.lead.end))]
        for match in pattern.finditer(text, scope.lead.start, scope.lead.end):
            if match.start() in clauses or match.start() >= clauses[-1]:
                yield match
        if scope.matter is not None:
            yield from pattern.finditer(text, scope.matter.start, scope.matter.end)

    def named_in(self, span: Span) -> Iterator[tuple[Span, Mention]]:
        """The mentions inside a span, in order."""
        for number in range(bisect_left(self.mentions, span.start, key=lambda pair: pair[0].start), len(self.mentions)):
            place, one = self.mentions[number]
            if place.start >= span.end:
                break
            if place in span:
                yield place, one
