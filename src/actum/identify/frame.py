"""A copy's page into segments: the official texts on it, and what stands around them.

Takes       a copy's whole running text, line ends kept.
Gives       Segments in order, not overlapping, blanks between: official texts, the circular and the letter that
            carry them, credits, news items, page furniture, marks that a text is cut.
Method      a look at layout alone: title, body, closing line, by the cues of `language/*/frame.toml`.
Leaves out  whether two pages bear the same text, and everything that a text says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from actum.identify.frame_around import runs_around
from actum.identify.frame_kinds import LineKind, SegmentKind, kinds_of
from actum.identify.frame_lines import Line, lines_of
from actum.identify.frame_texts import CLOSED, TextLines, body_of, inner_runs, texts_of
from actum.text.span import Span

UNFRAMED = "frame:everything"
"""The rule that takes a page whose layout shows nothing for one text; such a segment has no edges of its own."""
SEGMENT_KINDS: tuple[SegmentKind, ...] = get_args(SegmentKind)


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of a page and what it is; `says` is for a person, `made_by` names the rule.

    `inside` are stretches within an official text that are no part of it (a credit under the title, a jump line
    in the middle), in order; empty for the other kinds. `titled` and `closed` where a title opens an official text,
    and where a closing line or a person says that it ends; behind a title the body begins at the place `body`.
    """

    span: Span
    kind: SegmentKind
    says: str
    made_by: str
    inside: tuple[Segment, ...] = ()
    titled: bool = False
    closed: bool = False
    body: int = 0


_SAYS: dict[SegmentKind, str] = {
    "text": "an official text",
    "letter": "a letter that carries a text; it may repeat the text's title",
    "circular": "a circular or covering note",
    "credit": "a credit: source, agency, date of publication or editor",
    "news": "news or other prose that is no part of the text",
    "furniture": "page furniture: links, notices, headings of the site",
    "cut": "a mark that the text is cut here or goes on from elsewhere",
}


def frame(text: str) -> tuple[Segment, ...]:
    """The segments of a page, in order; empty for a page of blanks only.

    A page without any layout that is known is one segment of kind `text` over everything but the blanks at its
    edges. Every character that is not blank or a Markdown mark lies in a segment.
    """
    lines = lines_of(text)
    kinds = kinds_of(lines)
    texts = texts_of(lines, kinds)
    if lines and not texts and "salutation" not in kinds:
        return (Segment(_over(lines, range(len(lines))), "text", _SAYS["text"], UNFRAMED),)
    segments: list[Segment] = []
    done = 0
    for one in texts:
        segments += _outside(lines, kinds, range(done, one.first), after_text=done > 0)
        segments.append(_text(lines, kinds, one))
        done = one.last + 1
    segments += _outside(lines, kinds, range(done, len(lines)), after_text=done > 0)
    return tuple(segments)


def _text(lines: Sequence[Line], kinds: Sequence[LineKind], one: TextLines) -> Segment:
    """The segment of an official text, from its title's first character, with what is foreign inside it."""
    span = _over(lines, range(one.first, one.last + 1))
    if one.title:
        span = Span(one.title.span.start, span.end)
    foreign = _beside_title(lines, one) + tuple(
        _segment(lines, run, "furniture" if kinds[run.start] == "page" else kinds[run.start])  # type: ignore[arg-type]
        for run in inner_runs(kinds, one)
    )
    closed = one.made_by == CLOSED
    body = lines[body_of(kinds, one.title.last + 1, one.last)].span.start if one.title else span.start
    titled = one.title is not None
    return Segment(span, "text", _SAYS["text"], one.made_by, foreign, titled=titled, closed=closed, body=body)


def _beside_title(lines: Sequence[Line], one: TextLines) -> tuple[Segment, ...]:
    """What stands behind the title in its line: `（全文）`, the name of the site."""
    if not one.title:
        return ()
    rest = Span(one.title.span.end, lines[one.title.last].span.end)
    return (Segment(rest, "furniture", _SAYS["furniture"], "frame:beside-title"),) if rest else ()


def _outside(lines: Sequence[Line], kinds: Sequence[LineKind], where: range, *, after_text: bool) -> list[Segment]:
    return [_segment(lines, run, kind) for run, kind in runs_around(lines, kinds, where, after_text=after_text)]


def _segment(lines: Sequence[Line], run: range, kind: SegmentKind) -> Segment:
    return Segment(_over(lines, run), kind, _SAYS[kind], f"frame:{kind}")


def _over(lines: Sequence[Line], run: range) -> Span:
    return Span(lines[run.start].span.start, lines[run.stop - 1].span.end)
