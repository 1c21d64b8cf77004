"""The units that are laid side by side, each with what it can be recognised by.

Takes       a Side: text, divisions, mentions, positions (who speaks); the registry.
Gives       Units in order of the text: a sentence, its folded text, its features and those of its clauses.
Method      grams of the folded text (pairs of characters of an unspaced script, single words of a spaced one, each by
            its head), and what is mentioned. What stands wholly in words that any provision may have is marked as
            such; the letters of a state's or a group's name are struck out, for the name is one thing however long.
Leaves out  sentences that repeat an earlier one of the same text (a statement is counted once), and bare numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs as aho

from actum.align.subjects import subjects
from actum.language.data import table
from actum.model.alignment import Side
from actum.model.fact import Mention, MentionKind
from actum.registry.load import Registry
from actum.registry.row import MENTIONED_AS
from actum.text.fold import fold
from actum.text.folded import Folded
from actum.text.span import Part, Span

STEM = 6
"""Letters by which an inflected word is told from another: Russian endings seldom reach further back (2026-11-26)."""

COMMON = "~"
"""Before a gram: it stands wholly in words that any provision may have."""
NAMED = "@"
"""Before an id: the thing is mentioned."""

_SPEAKERS = frozenset({"state", "group"})
# Goals and risks are no subjects, they are what many provisions are measured by; nor are bodies, where things are done.
_SUBJECTS = frozenset({"instrument", "event", "principle", "capability", "practice"})
_TITLED = frozenset({"instrument", "body", "event"})
_UNSPACED = "㐀-鿿豈-﫿\U00020000-\U0003ffff"
_RUN = re.compile(rf"\d+(?:[.,/．，／。]\d+)*|[{_UNSPACED}]+|[^\W\d_{_UNSPACED}]+")
_MARK = re.compile(r"(?:[(（]?(?:\d{1,3}|[A-Z]|[IVX]+|[一二三四五六七八九十]+)[)）.、．。]|[—●•·▪■*–-]+)\s*")
# Marks and white space, but for a mark between digits (3.5) and those that count (5%).
_PUNCTUATION = re.compile(r"(?:[^\w%％+＋/\-]|_)(?!(?<=\d.)\d)")
_CUT = "\0"
Features = frozenset[str]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a unit with its features."""

    part: Part
    features: Features


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence; `body` is the part without the number or mark of a list before it, `bare` its folded words.

    `instruments` are the ids of those it mentions; `subjects` those of all that a provision can be about. `beside` are
    the grams that stand neither in a name nor in words that any provision may have: what is said of what is named.
    """

    division: str
    part: Part
    body: Part
    heading: bool
    bare: str
    features: Features
    clauses: tuple[Clause, ...]
    instruments: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    beside: Features = frozenset()


def units(side: Side, registry: Registry) -> tuple[Unit, ...]:
    """The sentences of a text in order, the first of each that repeats; none for a text without divisions."""
    maker = _Maker(side, registry)
    headings = {one.id for one in side.divisions if one.kind == "heading"}
    clauses: dict[str, list[Part]] = {}
    for one in side.divisions:
        if one.kind == "clause":
            clauses.setdefault(one.parent or "", []).append(one.part)
    return tuple(
        maker.unit(one.id, one.part, heading=one.parent in headings, clauses=clauses.get(one.id, ()))
        for one in side.divisions
        if one.kind == "sentence" and one.repeats is None and not _MARK.fullmatch(one.part.text)
    )


def lead(folded: str) -> int:
    """How long the number or mark of a list before a folded sentence is; 0 where nothing else is there."""
    mark = _MARK.match(folded)
    return mark.end() if mark and mark.end() < len(folded) else 0


def bare(folded: str) -> str:
    """A folded sentence without what only punctuates; itself where nothing else is there."""
    return _PUNCTUATION.sub("", folded) or folded


class _Maker:
    """Makes the units of one text."""

    def __init__(self, side: Side, registry: Registry) -> None:
        self.text = side.text
        self.folded = fold(side.text)
        self.masked = _masked(self.folded, side)
        self.common = _common(self.masked, side.language)
        self.in_names = bytearray(len(self.folded.text))
        self.stems = _stems(side.language)
        for one in side.mentions:
            place = self.folded.offsets.forward(one.part.span)
            if place and one.kind != "date":
                self.in_names[place.start : place.end] = b"\1" * len(place)
            if place and one.kind in _TITLED and not one.id.startswith("unknown:"):
                self.common[place.start : place.end] = b"\1" * len(place)
        self.named = _named(side, registry)
        self.starts = [start for start, _, _ in self.named]

    def unit(self, division: str, part: Part, *, heading: bool, clauses: Sequence[Part]) -> Unit:
        """The unit of one sentence."""
        made = tuple(Clause(one, self._features(one)) for one in clauses)
        body = self._body(part)
        folded = self._folded(body).of(self.folded.text)
        named = self._named(part)
        return Unit(
            division, part, body, heading, bare(folded), self._features(body), made,
            instruments=frozenset(slug for slug, kind in named if kind == "instrument"),
            subjects=frozenset(slug for slug, kind in named if kind in _SUBJECTS),
            beside=self._beside(part),
        )  # fmt: skip

    def _folded(self, part: Part) -> Span:
        return self.folded.offsets.forward(part.span) or Span(0, 0)

    def _body(self, part: Part) -> Part:
        place = self._folded(part)
        skipped = lead(place.of(self.folded.text))
        if not skipped:
            return part
        start = self.folded.offsets.back(Span(place.start + skipped, place.end)).start
        return Part.cut(self.text, Span(start, part.end))

    def _features(self, part: Part) -> Features:
        place = self._folded(part)
        return frozenset((*(gram for gram, _ in self._grams(place)), *(NAMED + slug for slug, _ in self._named(part))))

    def _beside(self, part: Part) -> Features:
        grams = self._grams(self._folded(part))
        return frozenset(gram for gram, named in grams if not named and not gram.startswith(COMMON))

    def _named(self, part: Part) -> list[tuple[str, MentionKind]]:
        first, last = bisect_left(self.starts, part.start), bisect_left(self.starts, part.end)
        return [(slug, kind) for _, slug, kind in self.named[first:last]]

    def _grams(self, place: Span) -> Iterator[tuple[str, bool]]:
        """Each gram, and whether it stands wholly in a name."""
        for run in _RUN.finditer(self.masked, place.start, place.end):
            if not _is_unspaced(run.group()[0]):
                stem = run.group()[:STEM]
                yield COMMON + stem if stem in self.stems else stem, all(self.in_names[run.start() : run.end()])
                continue
            for start in range(run.start(), max(run.start() + 1, run.end() - 1)):
                gram = self.masked[start : min(start + 2, run.end())]
                here = slice(start, start + len(gram))
                yield COMMON + gram if all(self.common[here]) else gram, all(self.in_names[here])


def _named(side: Side, registry: Registry) -> list[tuple[int, str, MentionKind]]:
    """What is mentioned, where, less dates and those who speak: what each mention is about counts as mentioned."""
    speaking = {code.lower() for one in side.positions for code in one.holder}
    found: set[tuple[int, str, MentionKind]] = set()
    for one in side.mentions:
        if one.kind != "date" and one.id not in speaking:
            found |= {(one.part.start, slug, _kind(slug, one, registry)) for slug in subjects(one.id, registry)}
    return sorted(found)


def _kind(slug: str, mention: Mention, registry: Registry) -> MentionKind:
    row = registry.row(slug)
    named = MENTIONED_AS[row.kind] if row else None
    return mention.kind if slug == mention.id else named or mention.kind


def _is_unspaced(char: str) -> bool:
    return "㐀" <= char <= "鿿" or "豈" <= char <= "﫿" or char >= "\U00020000"


def _masked(folded: Folded, side: Side) -> str:
    """The folded text with the letters of states' and groups' names struck out, its length unchanged."""
    letters = list(folded.text)
    for one in side.mentions:
        place = folded.offsets.forward(one.part.span)
        if place and one.kind in _SPEAKERS and not one.veiled:
            letters[place.start : place.end] = _CUT * len(place)
    return "".join(letters)


def _common(text: str, language: str) -> bytearray:
    """For each character whether it stands in a word that any provision may have."""
    marks = bytearray(len(text))
    words = _boilerplate(language)
    for _, start, end in words.find_matches_as_indexes(text) if words else ():
        marks[start:end] = b"\1" * (end - start)
    return marks


@cache
def _boilerplate(language: str) -> aho.AhoCorasick | None:
    """Finds the words of an unspaced script that any provision may have; None for other languages."""
    words = [word for word in table(language, "align").get("boilerplate", "").split() if _is_unspaced(word[0])]
    return aho.AhoCorasick(sorted(words), matchkind=aho.MatchKind.LeftmostLongest) if words else None


@cache
def _stems(language: str) -> frozenset[str]:
    """The heads of the words of a spaced script that any provision may have."""
    words = table(language, "align").get("boilerplate", "").upper().split()
    return frozenset(word[:STEM] for word in words if not _is_unspaced(word[0]))
