"""A span of a text, and a part: a span that carries its quote.

Takes       offsets that count Unicode code points, as Python's `len` does.
Gives       half-open spans, ordered by start, then end.
Leaves out  which text a span belongs to: the noun that holds the span says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from actum.errors import QuoteMismatch, SpanOutside


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open: `start` is the first code point, `end` one past the last; empty where they are equal."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SpanOutside(f"span {self.start}–{self.end} does not run forward from 0")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return self.end > self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same length, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers; raises SpanOutside where it reaches past the end."""
        if self.end > len(text):
            raise SpanOutside(
                f"span {self.start}–{self.end} ends after its text does ({len(text):,} characters). It was made "
                "on another reading of this text; carry it over with OffsetMap.forward, or read the text again."
            )
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A span with its quote, as every fact shows it."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text) or self.start < 0:
            raise QuoteMismatch(f"part {self.start}–{self.end} cannot hold {len(self.text)} characters: {self.text!r}")

    @classmethod
    def cut(cls, text: str, span: Span) -> Part:
        """The part of `text` under `span`; the only way that facts are made."""
        return cls(span.start, span.end, span.of(text))

    @property
    def span(self) -> Span:
        """The place without its quote."""
        return Span(self.start, self.end)

    def check(self, text: str) -> None:
        """Raise QuoteMismatch unless `text` has the quote at the span."""
        found = text[self.start : self.end]
        if found != self.text:
            raise QuoteMismatch(f"part {self.start}–{self.end} quotes {self.text!r}, but its text has {found!r}")
