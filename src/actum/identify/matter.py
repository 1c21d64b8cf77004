"""What a copy holds beside the works it bears, and what damaged it on the way here: doubts about the copy.

Takes       the running text of a copy, its segments, and the stretches that bear works.
Gives       doubts in order of place, offsets in that text.
Method      whatever no work covers is foreign matter, named by the segment it lies in; a jump line is a truncation;
            pinyin in brackets is residue.
Leaves out  faults of the wording itself: those belong to the established text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actum.identify.edges import NEAR
from actum.identify.frame import Segment
from actum.model.doubt import Doubt
from actum.text.residue import Residue, find_residue
from actum.text.span import Part, Span


def doubts_of_copy(text: str, segments: Sequence[Segment], covered: Sequence[Span]) -> tuple[Doubt, ...]:
    """Foreign matter, truncation and residue of one copy; `covered` are the stretches that bear any work."""
    found = [*_foreign(text, segments, covered), *_residue(text, covered)]
    return tuple(sorted(found, key=lambda doubt: (doubt.part, doubt.kind)))


def every_segment(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments of a page and those within its official texts, in order of place, outer ones first."""
    return tuple(one for segment in segments for one in (segment, *segment.inside))


def beside(text: str, segments: Sequence[Segment], span: Span) -> str:
    """The credit and jump lines around a text, one a line, up to the next prose that is not it."""
    near = [*_until_prose(segments, span, before=True), *_until_prose(segments, span, before=False)]
    return "\n".join(segment.span.of(text) for segment in near if segment.kind in {"credit", "cut"})


def is_followed(segments: Sequence[Segment], span: Span) -> bool:
    """Whether a credit is the next thing on the page behind a text."""
    behind = [one for one in every_segment(segments) if one.span.start >= span.end]
    return bool(behind) and min(behind, key=lambda one: one.span.start).kind == "credit"


def shows_edges(text: str, segments: Sequence[Segment], pieces: Sequence[Span]) -> tuple[bool, bool]:
    """Whether a copy shows that a text begins, and ends, where its pieces do.

    It does by a title or a closing line there, or where something else stands on the page beside it; a mark that the
    text is cut is none.
    """
    first, last = min(one.start for one in pieces), max(one.end for one in pieces)
    texts = [one for one in segments if one.kind == "text"]
    cuts = [one.span for one in segments if one.kind == "cut"]
    begins = any(one.titled and abs(one.span.start - first) <= NEAR for one in texts)
    ends = any(one.closed and abs(one.span.end - last) <= NEAR for one in texts)
    return begins or _is_written(text, Span(0, first), cuts), ends or _is_written(text, Span(last, len(text)), cuts)


def _is_written(text: str, span: Span, cuts: Sequence[Span]) -> bool:
    """Whether a stretch holds letters beside marks of a cut."""
    return any(any(map(str.isalnum, left.of(text))) for left in uncovered(text, span, cuts))


def _until_prose(segments: Sequence[Segment], span: Span, *, before: bool) -> Iterator[Segment]:
    outside = [one for one in segments if (one.span.end <= span.start if before else one.span.start >= span.end)]
    inside = [part for one in segments if one.span.overlaps(span) for part in one.inside]
    yield from inside if before else ()
    for segment in reversed(outside) if before else outside:
        if segment.kind in {"text", "news", "letter", "circular"}:
            return
        yield segment


def _foreign(text: str, segments: Sequence[Segment], covered: Sequence[Span]) -> Iterator[Doubt]:
    within = [one.span for segment in segments for one in segment.inside]
    for segment in every_segment(segments):
        # what lies within a text and is no part of it speaks for itself
        taken = [*covered, *within] if segment.kind == "text" else covered
        for left in uncovered(text, segment.span, taken):
            if segment.kind == "cut":
                yield Doubt("truncation", Part.cut(text, left), segment.says, segment.made_by)
            else:
                says = segment.says if segment.kind != "text" else "belongs to no work that this copy bears"
                made_by = segment.made_by if segment.kind != "text" else "beside-every-work"
                yield Doubt("foreign", Part.cut(text, left), says, made_by)


def uncovered(text: str, span: Span, covered: Sequence[Span]) -> Iterator[Span]:
    """The stretches of `span` outside `covered` that hold a letter or digit, white space trimmed off, in order."""
    start = span.start
    for taken in [*sorted(covered), Span(span.end, span.end)]:
        if taken.end < start:
            continue
        end = min(taken.start, span.end)
        piece = text[start:end] if start < end else ""
        if any(char.isalnum() for char in piece):
            lead = len(piece) - len(piece.lstrip())
            yield Span(start + lead, start + len(piece.rstrip()))
        start = max(start, taken.end)


def _residue(text: str, covered: Sequence[Span]) -> Iterator[Doubt]:
    """One doubt a copy: a hundred of them would hide the rest; the apparatus has each place."""
    inside = [one for one in find_residue(text) if any(one.span in taken for taken in covered)]
    if inside:
        first: Residue = inside[0]
        syllables = "a pinyin syllable" if len(inside) == 1 else f"{len(inside)} pinyin syllables"
        says = f"{syllables} in brackets, left by a conversion; the first stands here"
        yield Doubt("residue", Part.cut(text, first.span), says, first.made_by)
