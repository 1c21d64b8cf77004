"""Paragraphs and sentences that stand more than once.

Takes       a Look.
Gives       repetition doubts about the later ones, which say where the first stands.
Method      paragraphs equal once folded; nearly equal ones are looked for among those that share their beginning,
            middle or end (rapidfuzz).
Leaves out  headings and formulas (short, or without a punctuation mark), and wording that returns in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from actum.collate.faults.look import Look
from actum.model.doubt import Doubt
from actum.text.fold import fold
from actum.text.span import Span

SHORTEST = 24
"""Folded characters from which on a paragraph counts; headings and formulas of the sample have 13 at most, its
shortest repeated paragraph 87, 2026-11-25."""
NEARLY = 97.0
"""Similarity, 0 to 100, from which on two paragraphs of `LONG_ENOUGH` are the same with slips. Articles of a treaty
that differ in one party's name stay below, set by hand 2026-11-25."""
LONG_ENOUGH = 60
MOST_TRIED = 32
"""Earlier paragraphs with one beginning, middle or end that are compared, the nearest; hundreds that begin alike would
make a long treaty slow, 2026-11-25."""
SENTENCE = 12
"""Folded characters from which on a sentence right behind itself counts, 2026-11-25."""
_MARK = re.compile(r"[,.;:]")
_ANCHOR = 10
_SENTENCE_END = re.compile(r"[.?!]+[\"\')]*|[\n\r]")


def repeated_paragraphs(look: Look) -> Iterator[Doubt]:
    """A doubt for each paragraph that repeats an earlier one, exactly or nearly."""
    keys = [(span, fold(span.of(look.text)).text) for span in look.paragraphs]
    keys = [(span, key) for span, key in keys if len(key) >= SHORTEST and _MARK.search(span.of(look.plain))]
    firsts: dict[str, Span] = {}
    anchors: dict[tuple[int, str], list[str]] = {}
    groups: dict[Span, list[tuple[Span, bool]]] = {}
    for span, key in keys:
        first = firsts.get(key)
        exact = first is not None
        if first is None:
            near = _near(key, anchors)
            first = firsts[near] if near else span
            firsts[key] = first
            for anchor in _anchors(key):
                anchors.setdefault(anchor, []).append(key)
        groups.setdefault(first, []).append((span, exact))
    for first, members in groups.items():
        for span, exact in members[1:]:
            yield _doubt(look, span, first, len(members), exact=exact)


def _anchors(key: str) -> tuple[tuple[int, str], ...]:
    middle = len(key) // 2
    return (0, key[:_ANCHOR]), (1, key[middle : middle + _ANCHOR]), (2, key[-_ANCHOR:])


def _near(key: str, anchors: dict[tuple[int, str], list[str]]) -> str | None:
    """The first earlier paragraph that is this one with slips."""
    if len(key) < LONG_ENOUGH:
        return None
    earlier = dict.fromkeys(other for anchor in _anchors(key) for other in anchors.get(anchor, ())[-MOST_TRIED:])
    return next((other for other in earlier if _same(key, other)), None)


def _same(one: str, other: str) -> bool:
    """Nearly equal, and in the same numbers: the same wording for another year or sum is no repetition."""
    return fuzz.ratio(one, other, score_cutoff=NEARLY) > 0 and re.findall(r"\d+", one) == re.findall(r"\d+", other)


def _doubt(look: Look, span: Span, first: Span, times: int, *, exact: bool) -> Doubt:
    how = "repeats" if exact else "repeats, with slips,"
    says = f"{how} the paragraph at {first.start}–{first.end}, which stands {times} times in all"
    return look.doubt("repetition", span, says, "repeated-paragraph")


def repeated_sentences(look: Look) -> Iterator[Doubt]:
    """A doubt for each sentence that stands right behind itself."""
    before: tuple[str, Span] | None = None
    for span in _sentences(look):
        key = fold(span.of(look.plain)).text
        follows = before is not None and not look.plain[before[1].end : span.start].strip()
        if before and follows and before[0] == key and len(key) >= SENTENCE:
            says = f"repeats the sentence right before it, at {before[1].start}–{before[1].end}"
            yield look.doubt("repetition", span, says, "repeated-sentence")
        before = key, span


def _sentences(look: Look) -> Iterator[Span]:
    """The sentences that end as such, white space at their edges left out."""
    start = 0
    for match in _SENTENCE_END.finditer(look.plain):
        span = _trimmed(look, Span(start, match.end()))
        if match[0][0] in ".?!" and span:
            yield span
        start = match.end()


def _trimmed(look: Look, span: Span) -> Span:
    inner = span.of(look.text)
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))
