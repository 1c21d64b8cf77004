"""A work's text folded once, with the named things in it, ready for its ends to be read.

Takes       a ReadWork and the concepts of the registry.
Gives       WorkLine: the place of any part in the folded text, the named things there, and the way back to the quote.
Leaves out  reading: the folded text is the form for comparing, quotes are always the text's own characters.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from actum.model.fact import Effect, Named, Position
from actum.model.read_work import ReadWork
from actum.regime.influence.concepts import Concepts
from actum.regime.influence.deltas import Hit, Line
from actum.text.fold import fold
from actum.text.folded import Folded
from actum.text.span import Part, Span

TITLE = re.compile("《([^《》。]+)》")
AS_MENTIONED = frozenset({"state", "group", "date"})
"""Kinds of mentions that count as they are, whatever the kind of their row."""


@dataclass(frozen=True, slots=True)
class WorkLine:
    """`hits` in order of place; `starts` are where they begin; `sentences` the spans of all sentences, in order.

    `effects` and `positions` are those of one sentence, by where it starts in the text. `titled` leads from a title
    in 《》 that stands within a longer name (《公约》审议大会) to the concept of that title.
    """

    work: ReadWork
    folded: Folded
    hits: tuple[Hit, ...]
    starts: tuple[int, ...]
    sentences: tuple[Span, ...]
    effects: dict[int, list[Effect]]
    positions: dict[int, list[Position]]
    titled: dict[Span, str] = field(default_factory=dict)

    def place(self, part: Part) -> Span | None:
        """Where a part stands in the folded text; None where none of its characters is left there."""
        return self.folded.offsets.forward(part.span) if part.text else None

    def line(self, span: Span, more: tuple[Hit, ...] = ()) -> Line:
        """The folded text with the named things under `span`, and `more` that point back."""
        low, high = bisect_left(self.starts, span.start), bisect_right(self.starts, span.end)
        some = [hit for hit in self.hits[low:high] if hit.span.end <= span.end]
        return Line(self.folded.text, tuple(sorted((*some, *more), key=lambda hit: (hit.span, hit.id))))

    def before(self, at: int, since: int) -> tuple[Hit, ...]:
        """The named things that begin at or after `since` and end before `at`, in order."""
        low, high = bisect_left(self.starts, since), bisect_left(self.starts, at)
        return tuple(hit for hit in self.hits[low:high] if hit.span.end <= at)

    def quote(self, span: Span) -> Part:
        """The text's own characters for a place of the folded text."""
        return Part.cut(self.work.text, self.folded.offsets.back(span))

    def named(self, hit: Hit) -> Named:
        """A named thing with its quote."""
        return Named(self.quote(hit.span), hit.id)

    def sentence_at(self, at: int) -> int:
        """The number of the sentence that holds a place, counted from 0; the last before it where none does."""
        return max(0, bisect_right(self.sentences, Span(at, len(self.folded.text) + 1)) - 1)


def work_line(work: ReadWork, concepts: Concepts) -> WorkLine:
    """A work's text and named things, folded."""
    folded = fold(work.text)
    hits = []
    for mention in work.mentions:
        span = folded.offsets.forward(mention.part.span)
        if span is None:
            continue
        # whoever acts is told by the mention: the register keeps veiled names apart from groups
        kind = mention.kind if mention.kind in AS_MENTIONED else concepts.kind(concepts.of_id(mention.id).concept)
        hits.append(Hit(span, mention.id, kind, mention.veiled))
    hits.sort(key=lambda hit: (hit.span, hit.id))
    told = (folded.offsets.forward(one.part.span) for one in work.divisions if one.kind == "sentence" and one.part.text)
    effects: dict[int, list[Effect]] = {}
    positions: dict[int, list[Position]] = {}
    for effect, _told in work.effects:
        effects.setdefault(effect.sentence.start, []).append(effect)
    for position, _told in work.positions:
        positions.setdefault(position.sentence.start, []).append(position)
    starts = tuple(hit.span.start for hit in hits)
    sentences = tuple(sorted(span for span in told if span))
    titled = _titled(folded.text, hits, concepts)
    return WorkLine(work, folded, tuple(hits), starts, sentences, effects, positions, titled)


def _titled(text: str, hits: Sequence[Hit], concepts: Concepts) -> dict[Span, str]:
    found = {}
    for hit in hits:
        for title in TITLE.finditer(text, hit.span.start, hit.span.end):
            meaning = concepts.of_name(title[1])
            if Span(*title.span()) != hit.span and meaning is not None:
                found[Span(*title.span())] = meaning.concept
    return found
